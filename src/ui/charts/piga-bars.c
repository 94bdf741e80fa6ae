/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A small chart: bars against a target line. All lengths come from the height of a line of text, so
 * that it grows with the person's font, and all colours from the theme. Nothing is told by colour
 * alone: each bar has its number above it, rest has a sign, the target is a dashed line with its
 * number. For the screen reader it is one picture whose description says every bar in words; the
 * pointer gets the same sentences as tooltips. */

#include "piga-bars.h"

#include <math.h>

#include "piga-chart-pen.h"
#include "piga-language.h"

#define REST_ICON "piga-rest-symbolic"

/* In lines of text. */
#define PLOT_LINES 7.0
#define GAP_LINES 0.35
#define WIDEST_BAR_LINES 2.2

/* Where things stand, worked out afresh for each drawing. */
typedef struct
{
  float line;
  float width; /* without the room for the target's number */
  float slot;
  float bar;
  float top;
  float base;
  double highest;
} Geometry;

struct _PigaBars
{
  GtkWidget parent_instance;

  GPtrArray *bars;
  double target;
};

G_DEFINE_FINAL_TYPE (PigaBars, piga_bars, GTK_TYPE_WIDGET)

static PigaBar *
get_bar (PigaBars *self, guint i)
{
  return g_ptr_array_index (self->bars, i);
}

static PangoLayout *
create_target_layout (PigaBars *self, const PigaChartPen *pen)
{
  g_autofree char *number = piga_language_number (self->target);

  return piga_chart_pen_create_layout (pen, number, PIGA_CHART_TEXT_SMALL);
}

/* How much room the number of the target takes after the last bar. */
static float
get_gutter (PigaBars *self, const PigaChartPen *pen)
{
  g_autoptr (PangoLayout) layout = create_target_layout (self, pen);
  int width;

  if (self->target <= 0)
    return 0;
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + pen->line * GAP_LINES;
}

static Geometry
get_geometry (PigaBars *self, const PigaChartPen *pen)
{
  Geometry geometry = { .line = pen->line, .highest = self->target };

  for (guint i = 0; i < self->bars->len; i++)
    geometry.highest = MAX (geometry.highest, get_bar (self, i)->amount);

  geometry.width = gtk_widget_get_width (GTK_WIDGET (self)) - get_gutter (self, pen);
  geometry.slot = geometry.width / MAX (self->bars->len, 1);
  geometry.bar = MIN (geometry.slot * 0.6f, geometry.line * WIDEST_BAR_LINES);
  geometry.top = geometry.line * (1 + GAP_LINES);
  geometry.base = gtk_widget_get_height (GTK_WIDGET (self)) - geometry.line * (1 + GAP_LINES);
  return geometry;
}

static float
get_height (const Geometry *geometry, double amount)
{
  if (geometry->highest <= 0)
    return 0;
  return (geometry->base - geometry->top) * (float) (amount / geometry->highest);
}

/* Where something stands that is so far along the line of reading. */
static float
get_x (PigaBars *self, float along)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (GTK_WIDGET (self)) - along;
  return along;
}

/* The middle of a slot; the newest bar is the last in the line of reading. */
static float
get_centre (PigaBars *self, const Geometry *geometry, guint i)
{
  return get_x (self, (i + 0.5f) * geometry->slot);
}

/* Draws @layout centred on @x, kept inside the chart. */
static void
draw_text (PigaBars *self, GtkSnapshot *snapshot, PangoLayout *layout, float x, float y,
           const GdkRGBA *colour)
{
  const float width = gtk_widget_get_width (GTK_WIDGET (self));
  int text_width;
  float left;

  pango_layout_get_pixel_size (layout, &text_width, NULL);
  left = CLAMP (x - text_width / 2.0f, 0, MAX (width - text_width, 0));
  piga_chart_pen_draw (snapshot, layout, left, y, colour);
}

static void
draw_rest (PigaBars *self, GtkSnapshot *snapshot, float x, float base, float size,
           const GdkRGBA *colour)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
    theme, REST_ICON, NULL, (int) size, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
    gtk_widget_get_direction (GTK_WIDGET (self)), 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - size / 2, base - size));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size,
                                            colour, 1);
  gtk_snapshot_restore (snapshot);
}

/* A bar with its number in it, or above it where it is too low. Nothing done leaves a low sill, not
 * a hole. */
static void
draw_bar (PigaBars *self, const PigaChartPen *pen, GtkSnapshot *snapshot, const Geometry *geometry,
          guint i)
{
  const PigaBar *bar = get_bar (self, i);
  const float x = get_centre (self, geometry, i);
  const float height = MAX (get_height (geometry, bar->amount), geometry->line * 0.12f);
  const float gap = geometry->line * GAP_LINES / 2;
  const float radius = MIN (geometry->bar / 4, height / 2);
  g_autofree char *number = piga_language_number (bar->amount);
  g_autoptr (PangoLayout) layout =
    piga_chart_pen_create_layout (pen, number, PIGA_CHART_TEXT_SMALL);
  GskRoundedRect shape;

  if (bar->sentence == NULL)
    return;
  if (bar->rest && bar->amount <= 0)
    {
      draw_rest (self, snapshot, x, geometry->base, geometry->line, &pen->text);
      return;
    }

  gsk_rounded_rect_init (
    &shape,
    &GRAPHENE_RECT_INIT (x - geometry->bar / 2, geometry->base - height, geometry->bar, height),
    &GRAPHENE_SIZE_INIT (radius, radius), &GRAPHENE_SIZE_INIT (radius, radius),
    &GRAPHENE_SIZE_INIT (0, 0), &GRAPHENE_SIZE_INIT (0, 0));
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &pen->fill, &shape.bounds);
  gtk_snapshot_pop (snapshot);
  if (height >= geometry->line * 1.2f)
    draw_text (self, snapshot, layout, x, geometry->base - height + gap, &pen->on_fill);
  else if (bar->amount > 0)
    draw_text (self, snapshot, layout, x, geometry->base - height - geometry->line - gap,
               &pen->text);
}

/* Labels of all bars where they fit, else of every second, third …, counted from the newest. */
static guint
get_stride (PigaBars *self, const PigaChartPen *pen, const Geometry *geometry)
{
  float widest = 1;

  for (guint i = 0; i < self->bars->len; i++)
    {
      g_autoptr (PangoLayout) layout =
        piga_chart_pen_create_layout (pen, get_bar (self, i)->label, PIGA_CHART_TEXT_SMALL_BOLD);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width + geometry->line * GAP_LINES);
    }
  return MAX ((guint) ceilf (widest / MAX (geometry->slot, 1)), 1);
}

static void
draw_labels (PigaBars *self, const PigaChartPen *pen, GtkSnapshot *snapshot,
             const Geometry *geometry)
{
  const guint stride = get_stride (self, pen, geometry);
  const guint newest = self->bars->len - 1;

  for (guint i = newest % stride; i <= newest; i += stride)
    {
      g_autoptr (PangoLayout) layout = piga_chart_pen_create_layout (
        pen, get_bar (self, i)->label,
        i == newest ? PIGA_CHART_TEXT_SMALL_BOLD : PIGA_CHART_TEXT_SMALL);

      draw_text (self, snapshot, layout, get_centre (self, geometry, i),
                 geometry->base + geometry->line * GAP_LINES, &pen->text);
    }
}

static void
draw_target (PigaBars *self, const PigaChartPen *pen, GtkSnapshot *snapshot,
             const Geometry *geometry)
{
  const float y = roundf (geometry->base - get_height (geometry, self->target)) + 0.5f;
  const float dash = geometry->line * 0.3f;
  const float gutter = get_gutter (self, pen);
  g_autoptr (PangoLayout) layout = create_target_layout (self, pen);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);

  gsk_path_builder_move_to (builder, get_x (self, 0), y);
  gsk_path_builder_line_to (builder, get_x (self, geometry->width), y);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gsk_stroke_set_dash (stroke, (float[]) { dash, dash }, 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &pen->text);
  draw_text (self, snapshot, layout, get_x (self, geometry->width + gutter / 2),
             y - geometry->line / 2, &pen->text);
}

static void
piga_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PigaBars *self = PIGA_BARS (widget);
  g_autoptr (PigaChartPen) pen = piga_chart_pen_new (widget);
  const Geometry geometry = get_geometry (self, pen);

  if (self->bars->len == 0)
    return;

  gtk_snapshot_append_color (
    snapshot, &pen->faint,
    &GRAPHENE_RECT_INIT (0, geometry.base, gtk_widget_get_width (widget), 1));
  if (self->target > 0)
    draw_target (self, pen, snapshot, &geometry);
  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, pen, snapshot, &geometry, i);
  draw_labels (self, pen, snapshot, &geometry);
}

static void
piga_bars_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  PigaBars *self = PIGA_BARS (widget);
  g_autoptr (PigaChartPen) pen = piga_chart_pen_new (widget);
  const float line = pen->line;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceilf (line * MAX (self->bars->len, 1));
      *natural = (int) ceilf (line * 3 * MAX (self->bars->len, 1));
    }
  else
    *minimum = *natural = (int) ceilf (line * (PLOT_LINES + 2 * (1 + GAP_LINES)));
}

static gboolean
query_tooltip_cb (PigaBars *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autoptr (PigaChartPen) pen = piga_chart_pen_new (GTK_WIDGET (self));
  const Geometry geometry = get_geometry (self, pen);

  for (guint i = 0; !keyboard && i < self->bars->len; i++)
    if (fabsf (x - get_centre (self, &geometry, i)) <= geometry.slot / 2)
      {
        gtk_tooltip_set_text (tooltip, get_bar (self, i)->sentence);
        return get_bar (self, i)->sentence != NULL;
      }

  return FALSE;
}

static void
piga_bars_dispose (GObject *object)
{
  PigaBars *self = PIGA_BARS (object);

  g_clear_pointer (&self->bars, g_ptr_array_unref);

  G_OBJECT_CLASS (piga_bars_parent_class)->dispose (object);
}

static void
piga_bars_class_init (PigaBarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = piga_bars_dispose;
  widget_class->snapshot = piga_bars_snapshot;
  widget_class->measure = piga_bars_measure;

  gtk_widget_class_set_css_name (widget_class, "bars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
piga_bars_init (PigaBars *self)
{
  self->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_bar_free);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  piga_chart_follow_style (GTK_WIDGET (self));
}

/**
 * piga_bar_new:
 * @label: what stands under it, short
 * @sentence: (nullable): the same in words; %NULL where there was nothing to measure yet
 * @amount: how high it is
 * @rest: whether it was a time of rest
 *
 * Returns: (transfer full): a bar
 */
PigaBar *
piga_bar_new (const char *label, const char *sentence, double amount, gboolean rest)
{
  PigaBar *bar = g_new0 (PigaBar, 1);

  bar->label = g_strdup (label);
  bar->sentence = g_strdup (sentence);
  bar->amount = amount;
  bar->rest = rest;
  return bar;
}

/**
 * piga_bar_free:
 * @bar: (transfer full): a bar
 */
void
piga_bar_free (PigaBar *bar)
{
  g_free (bar->label);
  g_free (bar->sentence);
  g_free (bar);
}

/**
 * piga_bars_new:
 *
 * Returns: (transfer full): an empty chart
 */
GtkWidget *
piga_bars_new (void)
{
  return g_object_new (PIGA_TYPE_BARS, NULL);
}

/**
 * piga_bars_take:
 * @self: the chart
 * @bars: (transfer full) (element-type PigaBar): the bars, the oldest first; the array frees them
 * @target: where the line stands, 0 for none
 *
 * Shows @bars. Whoever shows the chart gives it an accessible label; the description is its own.
 */
void
piga_bars_take (PigaBars *self, GPtrArray *bars, double target)
{
  g_autofree char *sentences = NULL;

  g_ptr_array_unref (self->bars);
  self->bars = bars;
  self->target = target;

  sentences = piga_bars_get_sentences (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentences, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * piga_bars_get_sentences:
 * @self: the chart
 *
 * Returns: (transfer full): the whole chart in words, a line for each bar, the newest first
 */
char *
piga_bars_get_sentences (PigaBars *self)
{
  GString *sentences = g_string_new (NULL);

  for (guint i = self->bars->len; i > 0; i--)
    {
      const char *sentence = get_bar (self, i - 1)->sentence;

      if (sentence == NULL)
        continue;
      if (sentences->len > 0)
        g_string_append_c (sentences, '\n');
      g_string_append (sentences, sentence);
    }
  return g_string_free_and_steal (sentences);
}
