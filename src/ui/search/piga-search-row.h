/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-search.h"

G_BEGIN_DECLS

#define PIGA_TYPE_SEARCH_ROW (piga_search_row_get_type ())

/* One thing that the search found. */
G_DECLARE_FINAL_TYPE (PigaSearchRow, piga_search_row, PIGA, SEARCH_ROW, GtkListBoxRow)

GtkWidget *piga_search_row_new (PigaSearchHit *hit, const char *place, const char *query,
                                PigaDay today);
PigaSearchHit *piga_search_row_get_hit (PigaSearchRow *self);

G_END_DECLS
