/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-progress-ring.h"

#include <math.h>

/* The ring's breadth, and the room between it and the text, as shares of the diameter. */
#define BREADTH 0.1
#define GAP 0.06
#define LEAST_BREADTH 2.5f
/* The track is the colour of the filled part, this faint. */
#define TRACK_ALPHA 0.25f

struct _PigaProgressRing
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *tick;

  char *value_text;
  double fraction;
  int diameter;
  gboolean checked;
};

typedef enum
{
  PROP_FRACTION = 1,
  PROP_LABEL,
  PROP_CHECKED,
  PROP_DIAMETER,
  PROP_VALUE_TEXT,
} PigaProgressRingProperty;

static GParamSpec *properties[PROP_VALUE_TEXT + 1];

G_DEFINE_FINAL_TYPE (PigaProgressRing, piga_progress_ring, GTK_TYPE_WIDGET)

static void
update_accessible (PigaProgressRing *self)
{
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
    GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->fraction,
    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, self->value_text != NULL ? self->value_text : "", -1);
}

static int
text_diameter (PigaProgressRing *self)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->label, NULL, &size);
  return (int) ceil (hypot (size.width, size.height) * 0.86 / (1 - 2 * (BREADTH + GAP)));
}

static void
piga_progress_ring_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  PigaProgressRing *self = PIGA_PROGRESS_RING (widget);

  *minimum = *natural = MAX (self->diameter, text_diameter (self));
}

static void
allocate_centred (GtkWidget *child, int width, int height)
{
  GtkRequisition size;
  graphene_point_t corner;

  gtk_widget_get_preferred_size (child, NULL, &size);
  corner = GRAPHENE_POINT_INIT (roundf ((width - size.width) / 2.f),
                                roundf ((height - size.height) / 2.f));
  gtk_widget_allocate (child, size.width, size.height, -1, gsk_transform_translate (NULL, &corner));
}

static void
piga_progress_ring_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PigaProgressRing *self = PIGA_PROGRESS_RING (widget);

  allocate_centred (self->label, width, height);
  allocate_centred (self->tick, width, height);
}

static void
stroke_ring (GtkSnapshot *snapshot, const graphene_point_t *centre, float radius, float breadth,
             const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (breadth);

  gsk_path_builder_add_circle (builder, centre, radius);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

/* From the top, clockwise; in languages that run from right to left the other way round. */
static void
stroke_part (PigaProgressRing *self, GtkSnapshot *snapshot, const graphene_point_t *centre,
             float radius, float breadth, const GdkRGBA *color)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const double angle = 2 * G_PI * self->fraction;
  const float end_x = centre->x + (float) sin (angle) * radius * (mirrored ? -1 : 1);
  const float end_y = centre->y - (float) cos (angle) * radius;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (breadth);

  gsk_path_builder_move_to (builder, centre->x, centre->y - radius);
  gsk_path_builder_svg_arc_to (builder, radius, radius, 0, self->fraction > 0.5, !mirrored, end_x,
                               end_y);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

static void
fill_disc (GtkSnapshot *snapshot, const graphene_point_t *centre, float radius,
           const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_add_circle (builder, centre, radius);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
}

static void
piga_progress_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PigaProgressRing *self = PIGA_PROGRESS_RING (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const float diameter = MIN (width, height);
  const float breadth = MAX (diameter * (float) BREADTH, LEAST_BREADTH);
  const float radius = (diameter - breadth) / 2;
  const graphene_point_t centre = GRAPHENE_POINT_INIT (width / 2.f, height / 2.f);
  GdkRGBA color;
  GdkRGBA track;

  gtk_widget_get_color (widget, &color);
  track = color;
  track.alpha *= TRACK_ALPHA;

  if (self->checked)
    fill_disc (snapshot, &centre, diameter / 2, &color);
  else if (self->fraction >= 1)
    stroke_ring (snapshot, &centre, radius, breadth, &color);
  else
    {
      stroke_ring (snapshot, &centre, radius, breadth, &track);
      if (self->fraction > 0)
        stroke_part (self, snapshot, &centre, radius, breadth, &color);
    }

  GTK_WIDGET_CLASS (piga_progress_ring_parent_class)->snapshot (widget, snapshot);
}

static void
piga_progress_ring_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaProgressRing *self = PIGA_PROGRESS_RING (object);

  switch ((PigaProgressRingProperty) id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
      break;
    case PROP_CHECKED:
      g_value_set_boolean (value, self->checked);
      break;
    case PROP_DIAMETER:
      g_value_set_int (value, self->diameter);
      break;
    case PROP_VALUE_TEXT:
      g_value_set_string (value, self->value_text);
      break;
    }
}

static void
piga_progress_ring_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PigaProgressRing *self = PIGA_PROGRESS_RING (object);

  switch ((PigaProgressRingProperty) id)
    {
    case PROP_FRACTION:
      piga_progress_ring_set_fraction (self, g_value_get_double (value));
      break;
    case PROP_LABEL:
      piga_progress_ring_set_label (self, g_value_get_string (value));
      break;
    case PROP_CHECKED:
      piga_progress_ring_set_checked (self, g_value_get_boolean (value));
      break;
    case PROP_DIAMETER:
      piga_progress_ring_set_diameter (self, g_value_get_int (value));
      break;
    case PROP_VALUE_TEXT:
      piga_progress_ring_set_value_text (self, g_value_get_string (value));
      break;
    }
}

static void
piga_progress_ring_dispose (GObject *object)
{
  PigaProgressRing *self = PIGA_PROGRESS_RING (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->tick, gtk_widget_unparent);

  G_OBJECT_CLASS (piga_progress_ring_parent_class)->dispose (object);
}

static void
piga_progress_ring_finalize (GObject *object)
{
  g_free (PIGA_PROGRESS_RING (object)->value_text);

  G_OBJECT_CLASS (piga_progress_ring_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_CHECKED] = g_param_spec_boolean ("checked", NULL, NULL, FALSE, flags);
  properties[PROP_DIAMETER] = g_param_spec_int ("diameter", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_VALUE_TEXT] = g_param_spec_string ("value-text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
piga_progress_ring_class_init (PigaProgressRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_progress_ring_get_property;
  object_class->set_property = piga_progress_ring_set_property;
  object_class->dispose = piga_progress_ring_dispose;
  object_class->finalize = piga_progress_ring_finalize;
  widget_class->measure = piga_progress_ring_measure;
  widget_class->size_allocate = piga_progress_ring_size_allocate;
  widget_class->snapshot = piga_progress_ring_snapshot;
  install_properties (object_class);

  gtk_widget_class_set_css_name (widget_class, "progressring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
piga_progress_ring_init (PigaProgressRing *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_visible (self->tick, FALSE);
  gtk_widget_set_parent (self->tick, GTK_WIDGET (self));
  update_accessible (self);
}

/**
 * piga_progress_ring_new:
 *
 * Returns: (transfer floating): an empty ring
 */
GtkWidget *
piga_progress_ring_new (void)
{
  return g_object_new (PIGA_TYPE_PROGRESS_RING, NULL);
}

/**
 * piga_progress_ring_get_fraction:
 * @self: the ring
 *
 * Returns: how much of it is filled, from 0 to 1
 */
double
piga_progress_ring_get_fraction (PigaProgressRing *self)
{
  return self->fraction;
}

/**
 * piga_progress_ring_set_fraction:
 * @self: the ring
 * @fraction: how much of it is filled, from 0 to 1; what lies outside is brought to the nearer
 *   end
 */
void
piga_progress_ring_set_fraction (PigaProgressRing *self, double fraction)
{
  fraction = CLAMP (fraction, 0, 1);
  if (self->fraction == fraction)
    return;
  self->fraction = fraction;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

/**
 * piga_progress_ring_set_label:
 * @self: the ring
 * @label: (nullable): what stands in it: a number, or two short words
 */
void
piga_progress_ring_set_label (PigaProgressRing *self, const char *label)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->label)), label != NULL ? label : "") == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->label), label != NULL ? label : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * piga_progress_ring_set_checked:
 * @self: the ring
 * @checked: whether it is a full disc with a tick, however far it was filled
 */
void
piga_progress_ring_set_checked (PigaProgressRing *self, gboolean checked)
{
  checked = !!checked;
  if (self->checked == checked)
    return;
  self->checked = checked;
  gtk_widget_set_visible (self->tick, checked);
  gtk_widget_set_opacity (self->label, checked ? 0 : 1);
  if (checked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "checked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "checked");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKED]);
}

/**
 * piga_progress_ring_set_diameter:
 * @self: the ring
 * @diameter: the least diameter, in pixels
 */
void
piga_progress_ring_set_diameter (PigaProgressRing *self, int diameter)
{
  if (self->diameter == diameter)
    return;
  self->diameter = diameter;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIAMETER]);
}

/**
 * piga_progress_ring_set_value_text:
 * @self: the ring
 * @value_text: (nullable): the value in words, such as “2 of 5 done”
 */
void
piga_progress_ring_set_value_text (PigaProgressRing *self, const char *value_text)
{
  if (!g_set_str (&self->value_text, value_text))
    return;
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE_TEXT]);
}
