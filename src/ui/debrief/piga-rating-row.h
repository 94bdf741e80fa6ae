/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_RATING_ROW (piga_rating_row_get_type ())

/* How an answer went: strong, solid, a gap, or, when the pressed one is pressed again, not rated.
 * Property "rating" (uint: a PigaRating). */
G_DECLARE_FINAL_TYPE (PigaRatingRow, piga_rating_row, PIGA, RATING_ROW, AdwPreferencesRow)

guint piga_rating_row_get_rating (PigaRatingRow *self);
void piga_rating_row_set_rating (PigaRatingRow *self, guint rating);

G_END_DECLS
