/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-rating-row.h"

#include "records/piga-question.h"

struct _PigaRatingRow
{
  AdwPreferencesRow parent_instance;

  GtkToggleButton *strong;
  GtkToggleButton *solid;
  GtkToggleButton *gap;

  guint rating;
};

enum
{
  PROP_RATING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaRatingRow, piga_rating_row, ADW_TYPE_PREFERENCES_ROW)

static GtkToggleButton *
get_button (PigaRatingRow *self, guint rating)
{
  switch ((PigaRating) rating)
    {
    case PIGA_RATING_STRONG:
      return self->strong;
    case PIGA_RATING_SOLID:
      return self->solid;
    case PIGA_RATING_GAP:
      return self->gap;
    case PIGA_RATING_UNRATED:
    default:
      return NULL;
    }
}

static guint
get_rating (PigaRatingRow *self, GtkToggleButton *button)
{
  for (guint rating = PIGA_RATING_STRONG; rating <= PIGA_RATING_GAP; rating++)
    if (get_button (self, rating) == button)
      return rating;
  return PIGA_RATING_UNRATED;
}

/* A button that goes off because another went on is no longer the rating. */
static void
toggled_cb (PigaRatingRow *self, GtkToggleButton *button)
{
  const guint rating = get_rating (self, button);

  if (gtk_toggle_button_get_active (button))
    piga_rating_row_set_rating (self, rating);
  else if (rating == self->rating)
    piga_rating_row_set_rating (self, PIGA_RATING_UNRATED);
}

static void
piga_rating_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_RATING:
      g_value_set_uint (value, PIGA_RATING_ROW (object)->rating);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_rating_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_RATING:
      piga_rating_row_set_rating (PIGA_RATING_ROW (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_rating_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PIGA_TYPE_RATING_ROW);

  G_OBJECT_CLASS (piga_rating_row_parent_class)->dispose (object);
}

static void
piga_rating_row_class_init (PigaRatingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_rating_row_get_property;
  object_class->set_property = piga_rating_row_set_property;
  object_class->dispose = piga_rating_row_dispose;

  properties[PROP_RATING] = g_param_spec_uint (
    "rating", NULL, NULL, PIGA_RATING_UNRATED, PIGA_RATING_GAP, PIGA_RATING_UNRATED,
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-rating-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaRatingRow, strong);
  gtk_widget_class_bind_template_child (widget_class, PigaRatingRow, solid);
  gtk_widget_class_bind_template_child (widget_class, PigaRatingRow, gap);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
piga_rating_row_init (PigaRatingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_rating_row_get_rating:
 * @self: the row
 *
 * Returns: a PigaRating
 */
guint
piga_rating_row_get_rating (PigaRatingRow *self)
{
  return self->rating;
}

/**
 * piga_rating_row_set_rating:
 * @self: the row
 * @rating: a PigaRating
 */
void
piga_rating_row_set_rating (PigaRatingRow *self, guint rating)
{
  if (self->rating == rating)
    return;

  self->rating = rating;
  for (guint other = PIGA_RATING_STRONG; other <= PIGA_RATING_GAP; other++)
    gtk_toggle_button_set_active (get_button (self, other), other == rating);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATING]);
}
