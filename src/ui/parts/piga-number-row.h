/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_NUMBER_ROW (piga_number_row_get_type ())

/* A row that takes a number, which may be left out. Properties: "number" (double, 0 for none),
 * "most" (double, the greatest it takes), "problem" (string, NULL when all is well: what to tell
 * the person). */
G_DECLARE_FINAL_TYPE (PigaNumberRow, piga_number_row, PIGA, NUMBER_ROW, AdwEntryRow)

double piga_number_row_get_number (PigaNumberRow *self);
void piga_number_row_set_number (PigaNumberRow *self, double number);
const char *piga_number_row_get_problem (PigaNumberRow *self);

gboolean piga_number_row_check (PigaNumberRow *self);

gboolean piga_number_parse (const char *text, double most, double *number, GError **error);

G_END_DECLS
