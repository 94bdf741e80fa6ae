/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-sheet-strip.h"

G_BEGIN_DECLS

/**
 * PigaSheetStyle:
 * @PIGA_SHEET_STYLE_TITLE: what the sheet is called
 * @PIGA_SHEET_STYLE_SUBTITLE: the line under the title
 * @PIGA_SHEET_STYLE_HEADING: the heading of a part
 * @PIGA_SHEET_STYLE_BODY: running text
 * @PIGA_SHEET_STYLE_LABEL: what a value, or room to write, is called
 * @PIGA_SHEET_STYLE_CELL: in a table
 * @PIGA_SHEET_STYLE_CELL_TITLE: over a table
 * @PIGA_SHEET_STYLE_FOOTER: at the foot of the page
 *
 * How a text looks.
 */
typedef enum
{
  PIGA_SHEET_STYLE_TITLE,
  PIGA_SHEET_STYLE_SUBTITLE,
  PIGA_SHEET_STYLE_HEADING,
  PIGA_SHEET_STYLE_BODY,
  PIGA_SHEET_STYLE_LABEL,
  PIGA_SHEET_STYLE_CELL,
  PIGA_SHEET_STYLE_CELL_TITLE,
  PIGA_SHEET_STYLE_FOOTER,
} PigaSheetStyle;

/**
 * PigaSheetCell:
 * @layout: the text, wrapped to its width
 * @x: where it begins
 *
 * One of the texts that stand beside each other in a row.
 */
typedef struct
{
  PangoLayout *layout;
  double x;
} PigaSheetCell;

/**
 * PigaSheetRow:
 * @cells: (array length=n_cells): the texts
 * @n_cells: how many there are
 * @gap: the room above
 * @pad: the room between the texts and the row's edges
 * @rule: the thickness of the rule below, 0 for none
 * @tears: whether it may be torn between any two lines; a row that does not fit a page is torn
 *   always
 * @keeps_next: whether what follows has to stand on the same page
 * @head: (nullable): what is repeated above it on each page
 *
 * What is asked of piga_sheet_galley_add_row().
 */
typedef struct
{
  const PigaSheetCell *cells;
  guint n_cells;
  double gap;
  double pad;
  double rule;
  gboolean tears;
  gboolean keeps_next;
  PigaSheetStrip *head;
} PigaSheetRow;

/* The text of a sheet, set in one column of strips before it is cut into pages. */
typedef struct _PigaSheetGalley PigaSheetGalley;

PigaSheetGalley *piga_sheet_galley_new (double width, double height);
void piga_sheet_galley_free (PigaSheetGalley *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaSheetGalley, piga_sheet_galley_free)

double piga_sheet_galley_get_width (PigaSheetGalley *self);
double piga_sheet_galley_get_height (PigaSheetGalley *self);
GPtrArray *piga_sheet_galley_get_strips (PigaSheetGalley *self);

PangoLayout *piga_sheet_galley_create_layout (PigaSheetGalley *self, PigaSheetStyle style,
                                              const char *text, double width);

void piga_sheet_galley_take (PigaSheetGalley *self, PigaSheetStrip *strip);
PigaSheetStrip *piga_sheet_galley_add_row (PigaSheetGalley *self, const PigaSheetRow *row);

G_END_DECLS
