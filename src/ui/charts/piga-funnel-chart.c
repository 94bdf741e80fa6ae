/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars that lie under each other, such as how many applications came how far. Each has its label
 * before it, or above it where the chart is narrow or a label is long, and its number behind it.
 * All lengths come from the height of a line of text. Like #PigaBars it is one picture to the
 * screen reader, whose description says every bar in words. */

#include "piga-funnel-chart.h"

#include <math.h>

#include "piga-chart-pen.h"
#include "piga-language.h"

/* In lines of text. */
#define GAP_LINES 0.7
#define BAR_LINES 1.15
#define BETWEEN_LINES 0.75
#define SILL_LINES 0.12
#define LEAST_WIDTH_LINES 6
#define NATURAL_WIDTH_LINES 28

/* Labels may take so much of the width before they are put above their bars. */
#define LABEL_SHARE 0.4f
#define LEAST_BAR_LINES 8

/* Where a bar and its words stand. */
typedef struct
{
  PangoLayout *label;
  PangoLayout *number;
  float y;
  float height;
  graphene_point_t label_at;
  graphene_point_t number_at;
  graphene_rect_t bar;
} Place;

struct _PigaFunnelChart
{
  GtkWidget parent_instance;

  GPtrArray *bars;
};

G_DEFINE_FINAL_TYPE (PigaFunnelChart, piga_funnel_chart, GTK_TYPE_WIDGET)

static PigaFunnelBar *
get_bar (PigaFunnelChart *self, guint i)
{
  return g_ptr_array_index (self->bars, i);
}

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_clear_object (&place->label);
  g_clear_object (&place->number);
}

static void
get_size (PangoLayout *layout, float *width, float *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *width = (float) pango_units_to_double (logical.width);
  *height = (float) pango_units_to_double (logical.height);
}

static double
get_highest (PigaFunnelChart *self)
{
  double highest = 0;

  for (guint i = 0; i < self->bars->len; i++)
    highest = MAX (highest, get_bar (self, i)->amount);
  return highest;
}

static GArray *
create_places (PigaFunnelChart *self, const PigaChartPen *pen, float *widest_label,
               float *widest_number)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));

  g_array_set_clear_func (places, clear_place);
  *widest_label = *widest_number = 0;
  for (guint i = 0; i < self->bars->len; i++)
    {
      const PigaFunnelBar *bar = get_bar (self, i);
      g_autofree char *number = piga_language_number (bar->amount);
      Place place = {
        .label = piga_chart_pen_create_layout (pen, bar->label, PIGA_CHART_TEXT_NORMAL),
        .number = piga_chart_pen_create_layout (pen, number, PIGA_CHART_TEXT_SMALL_BOLD),
      };
      float width, height;

      get_size (place.label, &width, &height);
      *widest_label = MAX (*widest_label, width);
      get_size (place.number, &width, &height);
      *widest_number = MAX (*widest_number, width);
      g_array_append_val (places, place);
    }
  return places;
}

/* Puts one bar, whose label takes @label_width of the line, or a line of its own where that is 0.
 * */
static void
put (Place *place, const PigaChartPen *pen, float y, float width, float label_width, float room,
     double share)
{
  const float gap = pen->line * GAP_LINES;
  const float thickness = pen->line * BAR_LINES;
  const float start = label_width > 0 ? label_width + gap : 0;
  const float length = MAX (room * (float) share, pen->line * SILL_LINES);
  float label_length, label_height, number_width, number_height, top, height;

  if (label_width <= 0)
    {
      pango_layout_set_wrap (place->label, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (place->label, (int) (width * PANGO_SCALE));
    }
  get_size (place->label, &label_length, &label_height);
  get_size (place->number, &number_width, &number_height);
  height = label_width > 0 ? MAX (thickness, label_height) : thickness;
  top = label_width > 0 ? y : y + label_height + gap / 4;

  place->y = y;
  place->height = top + height - y;
  place->bar = GRAPHENE_RECT_INIT (start, top + (height - thickness) / 2, length, thickness);
  place->label_at = GRAPHENE_POINT_INIT (0, label_width > 0 ? y + (height - label_height) / 2 : y);
  place->number_at =
    GRAPHENE_POINT_INIT (start + length + gap / 2, top + (height - number_height) / 2);
  if (pen->is_rtl)
    {
      place->bar.origin.x = width - start - length;
      place->label_at.x = label_width > 0 ? width - label_length : 0;
      place->number_at.x = width - place->number_at.x - number_width;
    }
}

/* Where all stands when there is so much room. */
static GArray *
arrange (PigaFunnelChart *self, const PigaChartPen *pen, float width)
{
  const float gap = pen->line * GAP_LINES;
  const double highest = get_highest (self);
  float widest_label, widest_number, room, y = 0;
  GArray *places = create_places (self, pen, &widest_label, &widest_number);

  room = width - widest_number - gap / 2;
  if (widest_label > width * LABEL_SHARE || room - widest_label - gap < pen->line * LEAST_BAR_LINES)
    widest_label = 0;
  else
    room -= widest_label + gap;
  room = MAX (room, pen->line);

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      put (place, pen, y, width, widest_label, room,
           highest > 0 ? MAX (get_bar (self, i)->amount, 0) / highest : 0);
      y += place->height + pen->line * BETWEEN_LINES;
    }
  return places;
}

static float
get_end (GArray *places)
{
  const Place *last;

  if (places->len == 0)
    return 0;
  last = &g_array_index (places, Place, places->len - 1);
  return last->y + last->height;
}

static void
draw (GArray *places, const PigaChartPen *pen, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const float radius = MIN (pen->line * 0.25f, place->bar.size.width / 2);
      GskRoundedRect shape;

      gsk_rounded_rect_init_from_rect (&shape, &place->bar, radius);
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &pen->fill, &place->bar);
      gtk_snapshot_pop (snapshot);
      piga_chart_pen_draw (snapshot, place->label, place->label_at.x, place->label_at.y,
                           &pen->text);
      piga_chart_pen_draw (snapshot, place->number, place->number_at.x, place->number_at.y,
                           &pen->text);
    }
}

static void
piga_funnel_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PigaFunnelChart *self = PIGA_FUNNEL_CHART (widget);
  g_autoptr (PigaChartPen) pen = piga_chart_pen_new (widget);
  g_autoptr (GArray) places = arrange (self, pen, (float) gtk_widget_get_width (widget));

  draw (places, pen, snapshot);
}

static GtkSizeRequestMode
piga_funnel_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
piga_funnel_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  PigaFunnelChart *self = PIGA_FUNNEL_CHART (widget);
  g_autoptr (PigaChartPen) pen = piga_chart_pen_new (widget);
  g_autoptr (GArray) places = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceilf (pen->line * LEAST_WIDTH_LINES);
      *natural = (int) ceilf (pen->line * NATURAL_WIDTH_LINES);
      return;
    }
  places = arrange (self, pen, for_size >= 0 ? (float) for_size : pen->line * NATURAL_WIDTH_LINES);
  *minimum = *natural = (int) ceilf (get_end (places));
}

static gboolean
query_tooltip_cb (PigaFunnelChart *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autoptr (PigaChartPen) pen = piga_chart_pen_new (GTK_WIDGET (self));
  g_autoptr (GArray) places = arrange (self, pen, (float) gtk_widget_get_width (GTK_WIDGET (self)));

  for (guint i = 0; !keyboard && i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (y >= place->y && y <= place->y + place->height)
        {
          gtk_tooltip_set_text (tooltip, get_bar (self, i)->sentence);
          return TRUE;
        }
    }
  return FALSE;
}

static void
piga_funnel_chart_dispose (GObject *object)
{
  PigaFunnelChart *self = PIGA_FUNNEL_CHART (object);

  g_clear_pointer (&self->bars, g_ptr_array_unref);

  G_OBJECT_CLASS (piga_funnel_chart_parent_class)->dispose (object);
}

static void
piga_funnel_chart_class_init (PigaFunnelChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = piga_funnel_chart_dispose;
  widget_class->snapshot = piga_funnel_chart_snapshot;
  widget_class->measure = piga_funnel_chart_measure;
  widget_class->get_request_mode = piga_funnel_chart_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "funnelchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
piga_funnel_chart_init (PigaFunnelChart *self)
{
  self->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_funnel_bar_free);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  piga_chart_follow_style (GTK_WIDGET (self));
}

/**
 * piga_funnel_bar_new:
 * @label: what stands beside it
 * @amount: how long it is, 0 or more
 * @sentence: the same in words
 *
 * Returns: (transfer full): a bar
 */
PigaFunnelBar *
piga_funnel_bar_new (const char *label, double amount, const char *sentence)
{
  PigaFunnelBar *bar = g_new0 (PigaFunnelBar, 1);

  bar->label = g_strdup (label);
  bar->amount = amount;
  bar->sentence = g_strdup (sentence);
  return bar;
}

/**
 * piga_funnel_bar_free:
 * @bar: (transfer full): a bar
 */
void
piga_funnel_bar_free (PigaFunnelBar *bar)
{
  g_free (bar->label);
  g_free (bar->sentence);
  g_free (bar);
}

/**
 * piga_funnel_chart_new:
 *
 * Returns: (transfer full): an empty chart
 */
GtkWidget *
piga_funnel_chart_new (void)
{
  return g_object_new (PIGA_TYPE_FUNNEL_CHART, NULL);
}

/**
 * piga_funnel_chart_take:
 * @self: the chart
 * @bars: (transfer full) (element-type PigaFunnelBar): the bars, from top to bottom; the array
 *   frees them
 *
 * Shows @bars. Whoever shows the chart gives it an accessible label; the description is its own.
 */
void
piga_funnel_chart_take (PigaFunnelChart *self, GPtrArray *bars)
{
  g_autofree char *sentences = NULL;

  g_ptr_array_unref (self->bars);
  self->bars = bars;

  sentences = piga_funnel_chart_get_sentences (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentences, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * piga_funnel_chart_get_sentences:
 * @self: the chart
 *
 * Returns: (transfer full): the whole chart in words, a line for each bar
 */
char *
piga_funnel_chart_get_sentences (PigaFunnelChart *self)
{
  GString *sentences = g_string_new (NULL);

  for (guint i = 0; i < self->bars->len; i++)
    {
      if (i > 0)
        g_string_append_c (sentences, '\n');
      g_string_append (sentences, get_bar (self, i)->sentence);
    }
  return g_string_free_and_steal (sentences);
}

/**
 * piga_funnel_chart_dup_print_node:
 * @self: the chart
 * @width: how wide it may be, in points
 *
 * Returns: (transfer full) (nullable): the chart for piga_sheet_add_node(); %NULL without bars
 */
GskRenderNode *
piga_funnel_chart_dup_print_node (PigaFunnelChart *self, double width)
{
  g_autoptr (PigaChartPen) pen = piga_chart_pen_new_for_paper ();
  g_autoptr (GArray) places = arrange (self, pen, (float) width);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  draw (places, pen, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}
