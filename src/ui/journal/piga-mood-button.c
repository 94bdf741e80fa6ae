/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-mood-button.h"

#include <glib/gi18n-lib.h>

#include "piga-mood-chooser.h"

struct _PigaMoodButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  PigaMoodChooser *chooser;
};

enum
{
  PROP_MOOD = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaMoodButton, piga_mood_button, ADW_TYPE_BIN)

static void
update_button (PigaMoodButton *self)
{
  const PigaMood mood = piga_mood_chooser_get_mood (self->chooser);
  g_autofree char *label = NULL;

  if (mood == PIGA_MOOD_UNSAID)
    label = g_strdup (_ ("Add Mood"));
  else
    /* Translators: %s is a mood, such as “Good”. */
    label = g_strdup_printf (_ ("Mood: %s"), piga_mood_get_label (mood));

  gtk_menu_button_set_icon_name (self->button, piga_mood_get_icon_name (mood));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
chosen_cb (PigaMoodButton *self)
{
  update_button (self);
  gtk_popover_popdown (self->popover);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOOD]);
}

static void
piga_mood_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MOOD:
      g_value_set_uint (value, piga_mood_button_get_mood (PIGA_MOOD_BUTTON (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_mood_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MOOD:
      piga_mood_button_set_mood (PIGA_MOOD_BUTTON (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_mood_button_dispose (GObject *object)
{
  /* A bin whose child the template takes away would take it away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PIGA_TYPE_MOOD_BUTTON);

  G_OBJECT_CLASS (piga_mood_button_parent_class)->dispose (object);
}

static void
piga_mood_button_class_init (PigaMoodButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_mood_button_get_property;
  object_class->set_property = piga_mood_button_set_property;
  object_class->dispose = piga_mood_button_dispose;

  properties[PROP_MOOD] =
    g_param_spec_uint ("mood", NULL, NULL, PIGA_MOOD_UNSAID, PIGA_MOOD_VERY_GOOD, PIGA_MOOD_UNSAID,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PIGA_TYPE_MOOD_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-mood-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaMoodButton, button);
  gtk_widget_class_bind_template_child (widget_class, PigaMoodButton, popover);
  gtk_widget_class_bind_template_child (widget_class, PigaMoodButton, chooser);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
piga_mood_button_init (PigaMoodButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_button (self);
}

/**
 * piga_mood_button_get_mood:
 * @self: the button
 *
 * Returns: the mood it shows
 */
PigaMood
piga_mood_button_get_mood (PigaMoodButton *self)
{
  return piga_mood_chooser_get_mood (self->chooser);
}

/**
 * piga_mood_button_set_mood:
 * @self: the button
 * @mood: the mood to show
 */
void
piga_mood_button_set_mood (PigaMoodButton *self, PigaMood mood)
{
  piga_mood_chooser_set_mood (self->chooser, mood);
}
