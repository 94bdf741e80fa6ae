/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-checked-row.h"

G_BEGIN_DECLS

#define PIGA_TYPE_NUMBER_ROW (piga_number_row_get_type ())

/* A row that takes a number, which may be left out. Properties: "number" (double: the last that
 * could be read, 0 for none), "most" (double, the greatest it takes), "whole" (boolean: it takes no
 * fractions). */
G_DECLARE_FINAL_TYPE (PigaNumberRow, piga_number_row, PIGA, NUMBER_ROW, PigaCheckedRow)

double piga_number_row_get_number (PigaNumberRow *self);
void piga_number_row_set_number (PigaNumberRow *self, double number);

gboolean piga_number_parse (const char *text, double most, double *number, GError **error);

G_END_DECLS
