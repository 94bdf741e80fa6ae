/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-toast-area.h"

#include <glib/gi18n-lib.h>

struct _PigaToastArea
{
  AdwBin parent_instance;

  AdwToastOverlay *overlay;

  PigaUndoFunc undo;
  gpointer undo_data;
  GDestroyNotify undo_destroy;
  AdwToast *undo_toast; /* borrowed from the overlay, NULL once it has gone */
};

enum
{
  PROP_CONTENT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaToastArea, piga_toast_area, ADW_TYPE_BIN)

static void
forget_undo (PigaToastArea *self)
{
  gpointer data = g_steal_pointer (&self->undo_data);

  g_clear_weak_pointer (&self->undo_toast);
  self->undo = NULL;
  if (self->undo_destroy != NULL)
    g_steal_pointer (&self->undo_destroy) (data);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "undo.last", FALSE);
}

static void
undo_last (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaToastArea *self = PIGA_TOAST_AREA (widget);

  if (self->undo == NULL)
    return;
  self->undo (self->undo_data);
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  forget_undo (self);
}

static void
piga_toast_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_toast_overlay_get_child (PIGA_TOAST_AREA (object)->overlay));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_toast_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CONTENT:
      adw_toast_overlay_set_child (PIGA_TOAST_AREA (object)->overlay, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_toast_area_dispose (GObject *object)
{
  forget_undo (PIGA_TOAST_AREA (object));

  G_OBJECT_CLASS (piga_toast_area_parent_class)->dispose (object);
}

static void
piga_toast_area_class_init (PigaToastAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_toast_area_get_property;
  object_class->set_property = piga_toast_area_set_property;
  object_class->dispose = piga_toast_area_dispose;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "undo.last", NULL, undo_last);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "undo.last",
                                       NULL);
}

static void
piga_toast_area_init (PigaToastArea *self)
{
  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->overlay));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "undo.last", FALSE);
}

/**
 * piga_toast_area_show:
 * @self: the area
 * @title: one short sentence
 *
 * Shows a toast.
 */
void
piga_toast_area_show (PigaToastArea *self, const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

/**
 * piga_toast_area_show_action:
 * @self: the area
 * @title: one short sentence
 * @label: of a button
 * @action_name: what the button does
 *
 * Shows a toast with a button that leads to where more is said.
 */
void
piga_toast_area_show_action (PigaToastArea *self, const char *title, const char *label,
                             const char *action_name)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action_name);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

/**
 * piga_toast_area_show_undo:
 * @self: the area
 * @title: what was done
 * @undo: takes it back
 * @user_data: for @undo
 * @destroy: (nullable): frees @user_data
 *
 * Shows a toast with an Undo button. The last thing shown can be undone with Ctrl+Z until the next
 * one, also after its toast has gone.
 */
void
piga_toast_area_show_undo (PigaToastArea *self, const char *title, PigaUndoFunc undo,
                           gpointer user_data, GDestroyNotify destroy)
{
  AdwToast *toast = adw_toast_new (title);

  /* It would come back after this one, with an Undo that does nothing. */
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  forget_undo (self);
  self->undo = undo;
  self->undo_data = user_data;
  self->undo_destroy = destroy;
  g_set_weak_pointer (&self->undo_toast, toast);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "undo.last", TRUE);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "undo.last");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->overlay, toast);
}
