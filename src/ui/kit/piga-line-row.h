/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-checked-row.h"
#include "piga-field.h"

G_BEGIN_DECLS

#define PIGA_TYPE_LINE_ROW (piga_line_row_get_type ())

/* A row that takes one line of plain text for a field, whatever is pasted into it. Property "line"
 * (string, never NULL: the last that the field can hold). */
G_DECLARE_FINAL_TYPE (PigaLineRow, piga_line_row, PIGA, LINE_ROW, PigaCheckedRow)

GtkWidget *piga_line_row_new (const PigaField *field);

void piga_line_row_set_line (PigaLineRow *self, const char *line);

G_END_DECLS
