/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Five faces in a row, of which one or none is chosen. A second press takes the choice back: nobody
 * has to feel something. */

#include "piga-mood-chooser.h"

#include <glib/gi18n-lib.h>

struct _PigaMoodChooser
{
  GtkWidget parent_instance;

  GtkWidget *faces[PIGA_MOOD_VERY_GOOD + 1]; /* none for PIGA_MOOD_UNSAID */

  PigaMood mood;
};

enum
{
  PROP_MOOD = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaMoodChooser, piga_mood_chooser, GTK_TYPE_WIDGET)

static void
toggled_cb (PigaMoodChooser *self, GtkWidget *face)
{
  for (guint mood = PIGA_MOOD_VERY_LOW; mood <= PIGA_MOOD_VERY_GOOD; mood++)
    {
      if (self->faces[mood] != face)
        continue;
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (face)))
        piga_mood_chooser_set_mood (self, mood);
      else if (self->mood == mood)
        piga_mood_chooser_set_mood (self, PIGA_MOOD_UNSAID);
    }
}

static void
add_face (PigaMoodChooser *self, PigaMood mood)
{
  GtkWidget *face = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (face), piga_mood_get_icon_name (mood));
  gtk_widget_set_tooltip_text (face, piga_mood_get_label (mood));
  gtk_accessible_update_property (GTK_ACCESSIBLE (face), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  piga_mood_get_label (mood), -1);
  gtk_widget_add_css_class (face, "flat");
  gtk_widget_add_css_class (face, "circular");
  g_signal_connect_object (face, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (face, GTK_WIDGET (self));
  self->faces[mood] = face;
}

static void
piga_mood_chooser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MOOD:
      g_value_set_uint (value, PIGA_MOOD_CHOOSER (object)->mood);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_mood_chooser_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MOOD:
      piga_mood_chooser_set_mood (PIGA_MOOD_CHOOSER (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_mood_chooser_dispose (GObject *object)
{
  PigaMoodChooser *self = PIGA_MOOD_CHOOSER (object);

  for (guint mood = PIGA_MOOD_VERY_LOW; mood <= PIGA_MOOD_VERY_GOOD; mood++)
    g_clear_pointer (&self->faces[mood], gtk_widget_unparent);

  G_OBJECT_CLASS (piga_mood_chooser_parent_class)->dispose (object);
}

static void
piga_mood_chooser_class_init (PigaMoodChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_mood_chooser_get_property;
  object_class->set_property = piga_mood_chooser_set_property;
  object_class->dispose = piga_mood_chooser_dispose;

  properties[PROP_MOOD] =
    g_param_spec_uint ("mood", NULL, NULL, PIGA_MOOD_UNSAID, PIGA_MOOD_VERY_GOOD, PIGA_MOOD_UNSAID,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
piga_mood_chooser_init (PigaMoodChooser *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Mood"),
                                  -1);
  for (guint mood = PIGA_MOOD_VERY_LOW; mood <= PIGA_MOOD_VERY_GOOD; mood++)
    add_face (self, mood);
}

/**
 * piga_mood_chooser_get_mood:
 * @self: the chooser
 *
 * Returns: the chosen mood
 */
PigaMood
piga_mood_chooser_get_mood (PigaMoodChooser *self)
{
  return self->mood;
}

/**
 * piga_mood_chooser_set_mood:
 * @self: the chooser
 * @mood: the chosen mood; %PIGA_MOOD_UNSAID for none
 */
void
piga_mood_chooser_set_mood (PigaMoodChooser *self, PigaMood mood)
{
  if (self->mood == mood)
    return;

  self->mood = mood;
  for (guint i = PIGA_MOOD_VERY_LOW; i <= PIGA_MOOD_VERY_GOOD; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->faces[i]), i == mood);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOOD]);
}

/**
 * piga_mood_get_label:
 * @mood: a mood
 *
 * Returns: (transfer none): how it is called
 */
const char *
piga_mood_get_label (PigaMood mood)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "mood", piga_moods[mood].label);
}

/**
 * piga_mood_get_icon_name:
 * @mood: a mood
 *
 * Returns: (transfer none): the face of it; a neutral one for %PIGA_MOOD_UNSAID
 */
const char *
piga_mood_get_icon_name (PigaMood mood)
{
  static const char *const names[] = {
    [PIGA_MOOD_UNSAID] = "piga-mood-unsaid-symbolic",
    [PIGA_MOOD_VERY_LOW] = "piga-mood-1-symbolic",
    [PIGA_MOOD_LOW] = "piga-mood-2-symbolic",
    [PIGA_MOOD_MIDDLING] = "piga-mood-3-symbolic",
    [PIGA_MOOD_GOOD] = "piga-mood-4-symbolic",
    [PIGA_MOOD_VERY_GOOD] = "piga-mood-5-symbolic",
  };

  return names[mood];
}
