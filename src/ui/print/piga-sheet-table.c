/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table, kept as it was handed over until the width of the paper is known. */

#include "piga-sheet-table.h"

#define GAP_ABOVE 8
#define COLUMN_GAP 10
#define PAD 3.5
#define HEAD_RULE 0.8
#define ROW_RULE 0.35

typedef struct
{
  char *title;
  double width;
  gboolean is_number;
} Column;

struct _PigaSheetTable
{
  GArray *columns;
  GPtrArray *rows;
};

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->title);
}

/**
 * piga_sheet_table_new:
 * @columns: (array length=n_columns): the columns
 * @n_columns: how many there are, at least one
 * @rows: (transfer none) (element-type GStrv): the rows, each with a text for each column; a row
 *   that is too short ends with empty cells
 *
 * Returns: (transfer full): the table
 */
PigaSheetTable *
piga_sheet_table_new (const PigaSheetColumn *columns, guint n_columns, GPtrArray *rows)
{
  PigaSheetTable *self = g_new0 (PigaSheetTable, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  for (guint i = 0; i < n_columns; i++)
    {
      const Column column = { g_strdup (columns[i].title), columns[i].width, columns[i].is_number };

      g_array_append_val (self->columns, column);
    }
  self->rows = g_ptr_array_ref (rows);
  return self;
}

/**
 * piga_sheet_table_free:
 * @self: (transfer full): a table
 */
void
piga_sheet_table_free (PigaSheetTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static double
get_total_width (const PigaSheetTable *self)
{
  double total = 0;

  for (guint i = 0; i < self->columns->len; i++)
    total += g_array_index (self->columns, Column, i).width;
  return total;
}

static gboolean
has_titles (const PigaSheetTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, Column, i).title != NULL)
      return TRUE;
  return FALSE;
}

static void
clear_cell (gpointer data)
{
  PigaSheetCell *cell = data;

  g_object_unref (cell->layout);
}

/* Sets @texts, or the titles of the columns where there are none. */
static GArray *
create_cells (const PigaSheetTable *self, PigaSheetGalley *galley, const char *const *texts)
{
  const guint n_columns = self->columns->len;
  const double room = piga_sheet_galley_get_width (galley) - COLUMN_GAP * (n_columns - 1);
  const double total = get_total_width (self);
  const guint n_texts = texts != NULL ? g_strv_length ((char **) texts) : n_columns;
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (PigaSheetCell));
  double x = 0;

  g_array_set_clear_func (cells, clear_cell);
  for (guint i = 0; i < n_columns; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      const double width = room * column->width / total;
      const char *text = texts == NULL ? column->title : i < n_texts ? texts[i] : NULL;
      const PigaSheetCell cell = {
        piga_sheet_galley_create_layout (
          galley, texts == NULL ? PIGA_SHEET_STYLE_CELL_TITLE : PIGA_SHEET_STYLE_CELL,
          text != NULL ? text : "", width),
        x
      };

      if (column->is_number)
        pango_layout_set_alignment (cell.layout, PANGO_ALIGN_RIGHT);
      g_array_append_val (cells, cell);
      x += width + COLUMN_GAP;
    }
  return cells;
}

static PigaSheetStrip *
add_head (const PigaSheetTable *self, PigaSheetGalley *galley)
{
  g_autoptr (GArray) cells = create_cells (self, galley, NULL);
  const PigaSheetRow row = {
    .cells = (const PigaSheetCell *) cells->data,
    .n_cells = cells->len,
    .gap = GAP_ABOVE,
    .pad = PAD,
    .rule = HEAD_RULE,
    .keeps_next = TRUE,
  };

  return piga_sheet_galley_add_row (galley, &row);
}

/**
 * piga_sheet_table_set:
 * @self: the table
 * @galley: where it is set
 *
 * Sets the table. A table without rows leaves nothing on the page, nor a head without a body.
 */
void
piga_sheet_table_set (const PigaSheetTable *self, PigaSheetGalley *galley)
{
  PigaSheetStrip *head = NULL;

  if (self->rows->len == 0)
    return;
  if (has_titles (self))
    head = add_head (self, galley);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (GArray) cells = create_cells (self, galley, g_ptr_array_index (self->rows, i));
      const PigaSheetRow row = {
        .cells = (const PigaSheetCell *) cells->data,
        .n_cells = cells->len,
        .gap = i == 0 && head == NULL ? GAP_ABOVE : 0,
        .pad = PAD,
        .rule = ROW_RULE,
        .head = head,
      };

      piga_sheet_galley_add_row (galley, &row);
    }
}
