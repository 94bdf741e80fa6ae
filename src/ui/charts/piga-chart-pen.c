/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the charts have in common. A pen is made afresh for each drawing, so that the font, the
 * theme and the accent are those of the moment. */

#include "piga-chart-pen.h"

#include <adwaita.h>

#include "piga-paper-text.h"

#define SMALL_SCALE 0.85
#define PAPER_TEXT 0.1
#define PAPER_FILL 0.32
#define PAPER_FAINT 0.72

static float
measure_line (const PigaChartPen *self)
{
  g_autoptr (PangoLayout) layout = piga_chart_pen_create_layout (self, "0", PIGA_CHART_TEXT_SMALL);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (float) pango_units_to_double (logical.height);
}

/**
 * piga_chart_pen_new:
 * @widget: the chart
 *
 * Returns: (transfer full): a pen in the colours and the font of @widget
 */
PigaChartPen *
piga_chart_pen_new (GtkWidget *widget)
{
  PigaChartPen *self = g_new0 (PigaChartPen, 1);
  AdwStyleManager *style = adw_style_manager_get_default ();
  const gboolean is_high = adw_style_manager_get_high_contrast (style);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);

  self->context = g_object_ref (gtk_widget_get_pango_context (widget));
  gtk_widget_get_color (widget, &self->text);
  self->faint = self->text;
  if (!is_high)
    self->faint.alpha *= 0.3f;
  self->fill = *accent;
  /* What libadwaita writes on every accent colour. */
  self->on_fill = (GdkRGBA) { 1, 1, 1, 1 };
  self->line = measure_line (self);
  self->stroke = is_high ? 2.5f : 1.75f;
  self->is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  return self;
}

/**
 * piga_chart_pen_new_for_paper:
 *
 * Returns: (transfer full): a pen in black and grey, whose unit is a point
 */
PigaChartPen *
piga_chart_pen_new_for_paper (void)
{
  PigaChartPen *self = g_new0 (PigaChartPen, 1);

  self->context = piga_paper_text_create_context ();
  self->text = (GdkRGBA) { PAPER_TEXT, PAPER_TEXT, PAPER_TEXT, 1 };
  self->faint = (GdkRGBA) { PAPER_FAINT, PAPER_FAINT, PAPER_FAINT, 1 };
  self->fill = (GdkRGBA) { PAPER_FILL, PAPER_FILL, PAPER_FILL, 1 };
  self->on_fill = (GdkRGBA) { 1, 1, 1, 1 };
  self->line = measure_line (self);
  self->stroke = 1;
  return self;
}

/**
 * piga_chart_pen_free:
 * @self: (transfer full): a pen
 */
void
piga_chart_pen_free (PigaChartPen *self)
{
  g_object_unref (self->context);
  g_free (self);
}

/**
 * piga_chart_pen_create_layout:
 * @self: the pen
 * @text: the text
 * @style: how it looks
 *
 * Returns: (transfer full): the text, on one line
 */
PangoLayout *
piga_chart_pen_create_layout (const PigaChartPen *self, const char *text, PigaChartText style)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (style != PIGA_CHART_TEXT_NORMAL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL_SCALE));
  if (style == PIGA_CHART_TEXT_SMALL_BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * piga_chart_pen_create_wrapped:
 * @self: the pen
 * @text: the text
 * @style: how it looks
 * @width: where it wraps
 *
 * Returns: (transfer full): the text, on as many lines as it takes
 */
PangoLayout *
piga_chart_pen_create_wrapped (const PigaChartPen *self, const char *text, PigaChartText style,
                               float width)
{
  PangoLayout *layout = piga_chart_pen_create_layout (self, text, style);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  return layout;
}

/**
 * piga_chart_pen_draw:
 * @snapshot: where it is drawn
 * @layout: a text
 * @x: its left edge
 * @y: its upper edge
 * @colour: its colour
 */
void
piga_chart_pen_draw (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y,
                     const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/**
 * piga_chart_follow_style:
 * @widget: a chart
 *
 * Draws @widget again when the accent or the contrast changes. The theme's other colours need no
 * help.
 */
void
piga_chart_follow_style (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
}
