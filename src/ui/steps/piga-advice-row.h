/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "guide/piga-guide.h"

G_BEGIN_DECLS

#define PIGA_TYPE_ADVICE_ROW (piga_advice_row_get_type ())

/* A card of the guide that opens: a piece of advice, or a passage. */
G_DECLARE_FINAL_TYPE (PigaAdviceRow, piga_advice_row, PIGA, ADVICE_ROW, AdwExpanderRow)

GtkWidget *piga_advice_row_new (const PigaAdvice *advice);
GtkWidget *piga_advice_row_new_for_passage (const PigaPassage *passage);

G_END_DECLS
