/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain data: it knows no widget. Cells that were never set are empty. */

#include "piga-grid.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *title;
  char *total;
  GArray *cells; /* as many as were set */
} Row;

struct _PigaGrid
{
  GPtrArray *columns;
  GPtrArray *rows;
};

static const PigaGridCell empty_cell;

static void
clear_cell (gpointer data)
{
  PigaGridCell *cell = data;

  g_clear_pointer (&cell->sentence, g_free);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->title);
  g_free (row->total);
  g_array_unref (row->cells);
  g_free (row);
}

static const Row *
get_row (const PigaGrid *self, guint row)
{
  return g_ptr_array_index (self->rows, row);
}

/**
 * piga_grid_new:
 *
 * Returns: (transfer full): a grid without rows and columns
 */
PigaGrid *
piga_grid_new (void)
{
  PigaGrid *self = g_new0 (PigaGrid, 1);

  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/**
 * piga_grid_free:
 * @self: (transfer full): a grid
 */
void
piga_grid_free (PigaGrid *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * piga_grid_add_column:
 * @self: the grid
 * @title: what stands over it, short
 *
 * Adds a column. Those that matter most come first: where there is little room, they are the ones
 * in sight.
 *
 * Returns: its number, from 0
 */
guint
piga_grid_add_column (PigaGrid *self, const char *title)
{
  g_ptr_array_add (self->columns, g_strdup (title));
  return self->columns->len - 1;
}

/**
 * piga_grid_add_row:
 * @self: the grid
 * @title: what stands before it
 * @total: (nullable): what the row comes to, in words
 *
 * Returns: its number, from 0
 */
guint
piga_grid_add_row (PigaGrid *self, const char *title, const char *total)
{
  Row *row = g_new0 (Row, 1);

  row->title = g_strdup (title);
  row->total = g_strdup (total);
  row->cells = g_array_new (FALSE, TRUE, sizeof (PigaGridCell));
  g_array_set_clear_func (row->cells, clear_cell);
  g_ptr_array_add (self->rows, row);
  return self->rows->len - 1;
}

/**
 * piga_grid_set_cell:
 * @self: the grid
 * @row: a row that was added
 * @column: a column that was added
 * @n_strengths: how often it was a strength
 * @n_gaps: how often it was a gap
 * @sentence: the same in words, with the row and the column
 *
 * Says what is known where @row and @column meet.
 */
void
piga_grid_set_cell (PigaGrid *self, guint row, guint column, guint n_strengths, guint n_gaps,
                    const char *sentence)
{
  GArray *cells = get_row (self, row)->cells;
  PigaGridCell *cell;

  if (cells->len <= column)
    g_array_set_size (cells, column + 1);
  cell = &g_array_index (cells, PigaGridCell, column);
  cell->n_strengths = n_strengths;
  cell->n_gaps = n_gaps;
  g_set_str (&cell->sentence, sentence);
}

/**
 * piga_grid_get_n_columns:
 * @self: the grid
 *
 * Returns: how many columns there are
 */
guint
piga_grid_get_n_columns (const PigaGrid *self)
{
  return self->columns->len;
}

/**
 * piga_grid_get_n_rows:
 * @self: the grid
 *
 * Returns: how many rows there are
 */
guint
piga_grid_get_n_rows (const PigaGrid *self)
{
  return self->rows->len;
}

/**
 * piga_grid_get_column_title:
 * @self: the grid
 * @column: a column
 *
 * Returns: (transfer none): what stands over it
 */
const char *
piga_grid_get_column_title (const PigaGrid *self, guint column)
{
  return g_ptr_array_index (self->columns, column);
}

/**
 * piga_grid_get_row_title:
 * @self: the grid
 * @row: a row
 *
 * Returns: (transfer none): what stands before it
 */
const char *
piga_grid_get_row_title (const PigaGrid *self, guint row)
{
  return get_row (self, row)->title;
}

/**
 * piga_grid_get_row_total:
 * @self: the grid
 * @row: a row
 *
 * Returns: (transfer none) (nullable): what it comes to, in words
 */
const char *
piga_grid_get_row_total (const PigaGrid *self, guint row)
{
  return get_row (self, row)->total;
}

/**
 * piga_grid_get_cell:
 * @self: the grid
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none): what is known where they meet
 */
const PigaGridCell *
piga_grid_get_cell (const PigaGrid *self, guint row, guint column)
{
  GArray *cells = get_row (self, row)->cells;

  return column < cells->len ? &g_array_index (cells, PigaGridCell, column) : &empty_cell;
}

/**
 * piga_grid_has_double:
 * @self: the grid
 *
 * Returns: whether any cell holds both strengths and gaps
 */
gboolean
piga_grid_has_double (const PigaGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < get_row (self, i)->cells->len; j++)
      {
        const PigaGridCell *cell = piga_grid_get_cell (self, i, j);

        if (cell->n_strengths > 0 && cell->n_gaps > 0)
          return TRUE;
      }
  return FALSE;
}

/**
 * piga_grid_dup_cell_sentence:
 * @self: the grid
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full): what is known where they meet, in words, also where that is nothing
 */
char *
piga_grid_dup_cell_sentence (const PigaGrid *self, guint row, guint column)
{
  const PigaGridCell *cell = piga_grid_get_cell (self, row, column);

  if (cell->sentence != NULL)
    return g_strdup (cell->sentence);
  /* Translators: an empty place in a table, for the screen reader: a theme, such as
     “Communication”, and an interview, such as “Data analyst, 12 November”. */
  return g_strdup_printf (_ ("%1$s, %2$s: nothing noted"), piga_grid_get_row_title (self, row),
                          piga_grid_get_column_title (self, column));
}

static void
append_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/**
 * piga_grid_dup_sentences:
 * @self: the grid
 *
 * Returns: (transfer full): the whole grid in words: what each row comes to, and each of its cells
 *   that is not empty, a line for each
 */
char *
piga_grid_dup_sentences (const PigaGrid *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);

      if (row->total != NULL)
        {
          g_autofree char *line
            /* Translators: a theme, such as “Communication”, and what was found about it. */
            = g_strdup_printf (C_ ("pattern board", "%1$s: %2$s"), row->title, row->total);

          append_line (text, line);
        }
      for (guint j = 0; j < row->cells->len; j++)
        if (piga_grid_get_cell (self, i, j)->sentence != NULL)
          append_line (text, piga_grid_get_cell (self, i, j)->sentence);
    }
  return g_string_free_and_steal (text);
}
