/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One of the twelve steps, or none, in a drop-down. The button says only "Step 3", to leave room
 * on a narrow screen; the list names the steps. Property "none-label" says what it means to choose
 * none: an entry without a step, or entries of all steps. */

#include "piga-step-chooser.h"

#include <glib/gi18n-lib.h>

#include "guide/piga-guide.h"

struct _PigaStepChooser
{
  AdwBin parent_instance;

  GtkDropDown *drop_down;

  char *none_label;
};

enum
{
  PROP_STEP = 1,
  PROP_NONE_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaStepChooser, piga_step_chooser, ADW_TYPE_BIN)

static char *
dup_long_name (PigaStepChooser *self, guint step)
{
  if (step == 0)
    return g_strdup (self->none_label);
  /* Translators: %1$u is the number of a step, %2$s its short title, such as “Your feelings”. */
  return g_strdup_printf (_ ("%1$u. %2$s"), step, _ (piga_guide_get_step (step)->short_title));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_button_cb (PigaStepChooser *self, GtkListItem *item)
{
  const guint step = gtk_list_item_get_position (item);
  g_autofree char *name =
    step == 0 ? g_strdup (self->none_label) : piga_step_chooser_dup_name (step);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name);
}

static void
bind_list_cb (PigaStepChooser *self, GtkListItem *item)
{
  g_autofree char *name = dup_long_name (self, gtk_list_item_get_position (item));

  gtk_label_set_ellipsize (GTK_LABEL (gtk_list_item_get_child (item)), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name);
}

static GtkListItemFactory *
create_factory (PigaStepChooser *self, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  return factory;
}

static void
selected_cb (PigaStepChooser *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

/* The list reads the names when it opens, so that the strings here only count. */
static void
fill (PigaStepChooser *self)
{
  g_autoptr (GtkStringList) steps = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) button = create_factory (self, G_CALLBACK (bind_button_cb));
  g_autoptr (GtkListItemFactory) list = create_factory (self, G_CALLBACK (bind_list_cb));

  for (guint step = 0; step <= PIGA_GUIDE_N_STEPS; step++)
    gtk_string_list_take (steps, dup_long_name (self, step));
  gtk_drop_down_set_factory (self->drop_down, button);
  gtk_drop_down_set_list_factory (self->drop_down, list);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (steps));
}

static void
piga_step_chooser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaStepChooser *self = PIGA_STEP_CHOOSER (object);

  switch (id)
    {
    case PROP_STEP:
      g_value_set_uint (value, piga_step_chooser_get_step (self));
      break;
    case PROP_NONE_LABEL:
      g_value_set_string (value, self->none_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_step_chooser_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PigaStepChooser *self = PIGA_STEP_CHOOSER (object);

  switch (id)
    {
    case PROP_STEP:
      piga_step_chooser_set_step (self, g_value_get_uint (value));
      break;
    case PROP_NONE_LABEL:
      self->none_label = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_step_chooser_constructed (GObject *object)
{
  PigaStepChooser *self = PIGA_STEP_CHOOSER (object);

  G_OBJECT_CLASS (piga_step_chooser_parent_class)->constructed (object);

  fill (self);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
piga_step_chooser_finalize (GObject *object)
{
  g_free (PIGA_STEP_CHOOSER (object)->none_label);

  G_OBJECT_CLASS (piga_step_chooser_parent_class)->finalize (object);
}

static void
piga_step_chooser_class_init (PigaStepChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_step_chooser_get_property;
  object_class->set_property = piga_step_chooser_set_property;
  object_class->constructed = piga_step_chooser_constructed;
  object_class->finalize = piga_step_chooser_finalize;

  properties[PROP_STEP] =
    g_param_spec_uint ("step", NULL, NULL, 0, PIGA_GUIDE_N_STEPS, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NONE_LABEL] =
    g_param_spec_string ("none-label", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_step_chooser_init (PigaStepChooser *self)
{
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Step"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
}

/**
 * piga_step_chooser_get_step:
 * @self: the chooser
 *
 * Returns: the chosen step, 1 to 12; 0 for none
 */
guint
piga_step_chooser_get_step (PigaStepChooser *self)
{
  const guint selected = gtk_drop_down_get_selected (self->drop_down);

  return selected <= PIGA_GUIDE_N_STEPS ? selected : 0;
}

/**
 * piga_step_chooser_set_step:
 * @self: the chooser
 * @step: 1 to 12; 0 for none
 */
void
piga_step_chooser_set_step (PigaStepChooser *self, guint step)
{
  gtk_drop_down_set_selected (self->drop_down, step);
}

/**
 * piga_step_chooser_dup_name:
 * @step: 1 to 12
 *
 * Returns: (transfer full): "Step 3"
 */
char *
piga_step_chooser_dup_name (guint step)
{
  /* Translators: %u is the number of one of the twelve steps. */
  return g_strdup_printf (_ ("Step %u"), step);
}
