/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The arithmetic of a grid, and the words around its cells: the same for the screen and for paper.
 * */

#include "piga-grid-frame.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "piga-grid-mark.h"

/* In lines of text. */
#define GAP_LINES 0.6f
#define CELL_LINES 2.0f
#define SINGLE_LINES 2.2f
#define DOUBLE_LINES 3.4f
#define MOST_TITLE_LINES 11.0f
#define MOST_HEAD_LINES 9.5f

/* Of a title that is turned; a column is wider than two. */
#define MOST_TURNED_LINES 2

/* Fewer columns than this beside the words are too few: the words go above. */
#define LEAST_COLUMNS 3

typedef struct
{
  PangoLayout *title;
  PangoLayout *total;
  float title_y;
  float total_y;
  float cell_y;
  float end;
} Row;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->title);
  g_clear_object (&row->total);
}

static float
get_text_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (float) pango_units_to_double (logical.width);
}

static float
get_text_height (PangoLayout *layout)
{
  PangoRectangle logical;

  if (layout == NULL)
    return 0;
  pango_layout_get_extents (layout, NULL, &logical);
  return (float) pango_units_to_double (logical.height);
}

static float
measure (const PigaChartPen *pen, const char *text, PigaChartText style)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL)
    return 0;
  layout = piga_chart_pen_create_layout (pen, text, style);
  return ceilf (get_text_width (layout));
}

/**
 * piga_grid_frame_get_cell_size:
 * @pen: the pen
 * @grid: the grid
 * @width: (out): how wide its cells are
 * @height: (out): how high
 */
void
piga_grid_frame_get_cell_size (const PigaChartPen *pen, const PigaGrid *grid, float *width,
                               float *height)
{
  *width = ceilf (pen->line * (piga_grid_has_double (grid) ? DOUBLE_LINES : SINGLE_LINES));
  *height = ceilf (pen->line * CELL_LINES);
}

/* The titles of columns that are wider than a column are turned. */
static gboolean
is_turned (const PigaGridFrame *self, const PigaChartPen *pen, const char *title)
{
  return measure (pen, title, PIGA_CHART_TEXT_SMALL) > self->cell_width - pen->line * GAP_LINES / 2;
}

static float
get_head_height (const PigaGridFrame *self, const PigaChartPen *pen, const PigaGrid *grid)
{
  float height = pen->line;

  for (guint i = 0; i < piga_grid_get_n_columns (grid); i++)
    {
      const char *title = piga_grid_get_column_title (grid, i);

      if (is_turned (self, pen, title))
        height = MAX (height, measure (pen, title, PIGA_CHART_TEXT_SMALL));
    }
  return ceilf (MIN (height, pen->line * MOST_HEAD_LINES) + pen->line * GAP_LINES);
}

/* Shares the width out between words and cells. Where few columns leave much of it, the words have
 * it. */
static void
share_width (PigaGridFrame *self, const PigaChartPen *pen, const PigaGrid *grid)
{
  const float gap = pen->line * GAP_LINES;
  const guint n_columns = piga_grid_get_n_columns (grid);
  const float spare = self->width - n_columns * self->cell_width - 2 * gap;
  const float most = MAX (pen->line * MOST_TITLE_LINES, spare / 2);
  float title = 0, total = 0, room;

  for (guint i = 0; i < piga_grid_get_n_rows (grid); i++)
    {
      title = MAX (title, measure (pen, piga_grid_get_row_title (grid, i), PIGA_CHART_TEXT_NORMAL));
      total = MAX (total, measure (pen, piga_grid_get_row_total (grid, i), PIGA_CHART_TEXT_SMALL));
    }
  title = MIN (title, most);
  total = MIN (total, most);
  room = self->width - title - gap - (total > 0 ? total + gap : 0);

  self->cells_width = n_columns * self->cell_width;
  if (room < self->cell_width * MIN (n_columns, LEAST_COLUMNS))
    {
      self->cells_width = MIN (self->cells_width, self->width);
      self->title_width = self->total_width = self->width;
      return;
    }
  self->cells_width = MIN (self->cells_width, room);
  self->title_width = title;
  self->total_width = total;
  self->cells_x = title + gap;
  self->total_x = self->cells_x + self->cells_width + gap;
}

static gboolean
has_words_above (const PigaGridFrame *self)
{
  return self->cells_x <= 0;
}

static void
put_row (const PigaGridFrame *self, const PigaChartPen *pen, Row *row, float y)
{
  const float title = get_text_height (row->title);
  const float total = get_text_height (row->total);
  float height;

  if (has_words_above (self))
    {
      row->title_y = y + pen->line * GAP_LINES;
      row->total_y = row->title_y + title;
      row->cell_y = ceilf (row->total_y + total);
      row->end = row->cell_y + self->cell_height;
      return;
    }
  height = ceilf (MAX (MAX (title, total) + pen->line * GAP_LINES, self->cell_height));
  row->title_y = y + (height - title) / 2;
  row->total_y = y + (height - total) / 2;
  row->cell_y = y + floorf ((height - self->cell_height) / 2);
  row->end = y + height;
}

/**
 * piga_grid_frame_new:
 * @pen: the pen
 * @grid: the grid
 * @width: how much room there is
 *
 * Returns: (transfer full): where all stands
 */
PigaGridFrame *
piga_grid_frame_new (const PigaChartPen *pen, const PigaGrid *grid, float width)
{
  PigaGridFrame *self = g_new0 (PigaGridFrame, 1);

  self->width = width;
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  piga_grid_frame_get_cell_size (pen, grid, &self->cell_width, &self->cell_height);
  share_width (self, pen, grid);
  self->head_height = get_head_height (self, pen, grid);
  self->body_height = self->head_height;

  for (guint i = 0; i < piga_grid_get_n_rows (grid); i++)
    {
      const char *total = piga_grid_get_row_total (grid, i);
      Row row = { .title =
                    piga_chart_pen_create_wrapped (pen, piga_grid_get_row_title (grid, i),
                                                   PIGA_CHART_TEXT_NORMAL, self->title_width) };

      if (total != NULL)
        row.total =
          piga_chart_pen_create_wrapped (pen, total, PIGA_CHART_TEXT_SMALL, self->total_width);
      put_row (self, pen, &row, self->body_height);
      self->body_height = row.end;
      g_array_append_val (self->rows, row);
    }
  self->height = ceilf (self->body_height + pen->line * (GAP_LINES * 2 + PIGA_GRID_MARK_LINES));
  return self;
}

/**
 * piga_grid_frame_free:
 * @self: (transfer full): a frame
 */
void
piga_grid_frame_free (PigaGridFrame *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * piga_grid_frame_get_cell_y:
 * @self: the frame
 * @row: a row
 *
 * Returns: where the cells of the row begin
 */
float
piga_grid_frame_get_cell_y (const PigaGridFrame *self, guint row)
{
  return g_array_index (self->rows, Row, row).cell_y;
}

/**
 * piga_grid_frame_draw_titles:
 * @self: the frame
 * @pen: the pen
 * @snapshot: where they are drawn
 *
 * Draws the words of the rows, and the lines that lead the eye from them to the cells.
 */
void
piga_grid_frame_draw_titles (const PigaGridFrame *self, const PigaChartPen *pen,
                             GtkSnapshot *snapshot)
{
  const float title_x = pen->is_rtl ? self->width - self->title_width : 0;
  const float total_x =
    pen->is_rtl ? self->width - self->total_x - self->total_width : self->total_x;
  float y = self->head_height;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      gtk_snapshot_append_color (snapshot, &pen->faint,
                                 &GRAPHENE_RECT_INIT (0, y, self->width, pen->stroke / 2));
      piga_chart_pen_draw (snapshot, row->title, title_x, row->title_y, &pen->text);
      if (row->total != NULL)
        piga_chart_pen_draw (snapshot, row->total, total_x, row->total_y, &pen->text);
      y = row->end;
    }
}

/**
 * piga_grid_frame_draw_column_title:
 * @self: the frame
 * @pen: the pen
 * @snapshot: where it is drawn
 * @title: what stands over the column
 * @x: where the column begins
 *
 * Draws the title of a column, turned where it does not fit, then on two lines if need be, and
 * shortened where even that is not enough.
 */
void
piga_grid_frame_draw_column_title (const PigaGridFrame *self, const PigaChartPen *pen,
                                   GtkSnapshot *snapshot, const char *title, float x)
{
  g_autoptr (PangoLayout) layout = piga_chart_pen_create_layout (pen, title, PIGA_CHART_TEXT_SMALL);
  const float middle = x + self->cell_width / 2;
  const float base = self->head_height - pen->line * GAP_LINES / 2;

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (!is_turned (self, pen, title))
    {
      piga_chart_pen_draw (snapshot, layout, middle - get_text_width (layout) / 2,
                           base - get_text_height (layout), &pen->text);
      return;
    }
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (base * PANGO_SCALE));
  pango_layout_set_height (layout, -MOST_TURNED_LINES);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (middle - get_text_height (layout) / 2, base));
  gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_append_layout (snapshot, layout, &pen->text);
  gtk_snapshot_restore (snapshot);
}

/* Draws a mark and its name, and says where they end. */
static float
draw_key (const PigaGridFrame *self, const PigaChartPen *pen, GtkSnapshot *snapshot,
          const PigaGridCell *cell, const char *name, float along)
{
  g_autoptr (PangoLayout) layout = piga_chart_pen_create_layout (pen, name, PIGA_CHART_TEXT_SMALL);
  const float size = pen->line * PIGA_GRID_MARK_LINES;
  const float gap = pen->line * GAP_LINES;
  const float y = self->height - size - gap / 2;
  const float width = get_text_width (layout);
  const float mark_x = pen->is_rtl ? self->width - along - size : along;
  const float name_x = pen->is_rtl ? mark_x - gap - width : along + size + gap;

  piga_grid_mark_draw (pen, snapshot, cell, &GRAPHENE_RECT_INIT (mark_x, y, size, size));
  piga_chart_pen_draw (snapshot, layout, name_x, y + (size - get_text_height (layout)) / 2,
                       &pen->text);
  return along + size + gap + width + 2 * gap;
}

/**
 * piga_grid_frame_draw_legend:
 * @self: the frame
 * @pen: the pen
 * @snapshot: where it is drawn
 *
 * Draws what the marks mean, below the grid.
 */
void
piga_grid_frame_draw_legend (const PigaGridFrame *self, const PigaChartPen *pen,
                             GtkSnapshot *snapshot)
{
  const PigaGridCell strength = { .n_strengths = 1 };
  const PigaGridCell gap = { .n_gaps = 1 };
  float along = pen->line * GAP_LINES / 2;

  along = draw_key (self, pen, snapshot, &strength, C_ ("pattern board", "Strength"), along);
  draw_key (self, pen, snapshot, &gap, C_ ("pattern board", "Gap"), along);
}
