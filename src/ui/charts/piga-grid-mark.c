/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks in a cell of a grid. Their shapes tell them apart, not their colours: a strength is a
 * filled circle, a gap a hollow diamond, nothing a small dot. A number in a mark says how often,
 * where that is more than once. */

#include "piga-grid-mark.h"

#define DOT_LINES 0.16f
/* A diamond looks as large as a circle when it is a little larger. */
#define DIAMOND_SCALE 1.15f

/* In lines of text: the room between two marks. */
#define BETWEEN_LINES 0.2f

static void
draw_circle (GtkSnapshot *snapshot, float x, float y, float radius, const GdkRGBA *colour)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, colour);
}

static void
draw_diamond (const PigaChartPen *pen, GtkSnapshot *snapshot, float x, float y, float radius)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (pen->stroke);

  gsk_path_builder_move_to (builder, x, y - radius);
  gsk_path_builder_line_to (builder, x + radius, y);
  gsk_path_builder_line_to (builder, x, y + radius);
  gsk_path_builder_line_to (builder, x - radius, y);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &pen->text);
}

static void
draw_number (const PigaChartPen *pen, GtkSnapshot *snapshot, guint n, float x, float y,
             const GdkRGBA *colour)
{
  g_autofree char *number = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;

  if (n < 2)
    return;
  number = g_strdup_printf ("%u", n);
  layout = piga_chart_pen_create_layout (pen, number, PIGA_CHART_TEXT_SMALL_BOLD);
  pango_layout_get_extents (layout, NULL, &logical);
  piga_chart_pen_draw (snapshot, layout, x - (float) pango_units_to_double (logical.width) / 2,
                       y - (float) pango_units_to_double (logical.height) / 2, colour);
}

/**
 * piga_grid_mark_draw:
 * @pen: the pen
 * @snapshot: where it is drawn
 * @cell: what is known
 * @room: the cell
 *
 * Draws the marks of @cell in the middle of @room.
 */
void
piga_grid_mark_draw (const PigaChartPen *pen, GtkSnapshot *snapshot, const PigaGridCell *cell,
                     const graphene_rect_t *room)
{
  const float x = room->origin.x + room->size.width / 2;
  const float y = room->origin.y + room->size.height / 2;
  const float radius = pen->line * PIGA_GRID_MARK_LINES / 2;
  const gboolean both = cell->n_strengths > 0 && cell->n_gaps > 0;
  const float side = both ? (radius * (1 + DIAMOND_SCALE) + pen->line * BETWEEN_LINES) / 2 : 0;
  const float forward = pen->is_rtl ? -side : side;

  if (cell->n_strengths == 0 && cell->n_gaps == 0)
    draw_circle (snapshot, x, y, pen->line * DOT_LINES / 2, &pen->faint);
  if (cell->n_strengths > 0)
    {
      draw_circle (snapshot, x - forward, y, radius, &pen->fill);
      draw_number (pen, snapshot, cell->n_strengths, x - forward, y, &pen->on_fill);
    }
  if (cell->n_gaps > 0)
    {
      draw_diamond (pen, snapshot, x + forward, y, radius * DIAMOND_SCALE);
      draw_number (pen, snapshot, cell->n_gaps, x + forward, y, &pen->text);
    }
}
