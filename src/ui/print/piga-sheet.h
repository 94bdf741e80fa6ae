/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-sheet-galley.h"

G_BEGIN_DECLS

/* How wide the text of a sheet is on A4, in points: what a chart is drawn for. */
#define PIGA_SHEET_TEXT_WIDTH 493.0

/**
 * PigaSheetColumn:
 * @title: (nullable): what stands over it
 * @width: how wide it is, against the others
 * @is_number: whether it holds figures, which stand at its end
 *
 * A column of a table.
 */
typedef struct
{
  const char *title;
  double width;
  gboolean is_number;
} PigaSheetColumn;

#define PIGA_TYPE_SHEET (piga_sheet_get_type ())

/* Something to print: a title, and what stands below it, from top to bottom. */
G_DECLARE_FINAL_TYPE (PigaSheet, piga_sheet, PIGA, SHEET, GObject)

PigaSheet *piga_sheet_new (const char *title, const char *subtitle);

const char *piga_sheet_get_title (PigaSheet *self);

void piga_sheet_add_heading (PigaSheet *self, const char *text);
void piga_sheet_add_paragraph (PigaSheet *self, const char *text);
void piga_sheet_add_fact (PigaSheet *self, const char *label, const char *value);
void piga_sheet_add_table (PigaSheet *self, const PigaSheetColumn *columns, guint n_columns,
                           GPtrArray *rows);
void piga_sheet_add_lines (PigaSheet *self, const char *label, guint n_lines);
void piga_sheet_add_check (PigaSheet *self, const char *label, gboolean ticked);
void piga_sheet_add_node (PigaSheet *self, GskRenderNode *node);

void piga_sheet_set (PigaSheet *self, PigaSheetGalley *galley);

G_END_DECLS
