/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-entry-group.h"

#include <glib/gi18n-lib.h>

/* The journal has them all; here the newest few are enough. */
#define MOST_ENTRIES 5

struct _PigaEntryGroup
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;

  PigaContext *context;
  PigaEntryList *entries; /* NULL until it is shown some */
  GListModel *newest;
};

G_DEFINE_FINAL_TYPE (PigaEntryGroup, piga_entry_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
loaded_to_subtitle (GBinding *binding, const GValue *loaded, GValue *subtitle, gpointer user_data)
{
  PigaEntryGroup *self = user_data;
  g_autoptr (PigaEntryLine) line = PIGA_ENTRY_LINE (g_binding_dup_source (binding));
  const PigaDay day = piga_day_from_time (piga_entry_line_get_created_at (line));

  g_value_take_string (subtitle,
                       piga_calendar_date_near (day, piga_context_get_today (self->context)));
  return TRUE;
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_bind_property (item, "title", row, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (item, "loaded", row, "subtitle", G_BINDING_SYNC_CREATE,
                               loaded_to_subtitle, NULL, user_data, NULL);
  return row;
}

static void
activated_cb (PigaEntryGroup *self, GtkListBoxRow *row)
{
  g_autoptr (PigaEntryLine) line =
    g_list_model_get_item (self->newest, (guint) gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-entry", "(ss)",
                              piga_entry_line_get_id (line), "");
}

static void
update (PigaEntryGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->newest) > 0);
}

static void
piga_entry_group_dispose (GObject *object)
{
  PigaEntryGroup *self = PIGA_ENTRY_GROUP (object);

  if (self->newest != NULL)
    g_signal_handlers_disconnect_by_data (self->newest, self);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->newest);
  g_clear_object (&self->entries);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_entry_group_parent_class)->dispose (object);
}

static void
piga_entry_group_class_init (PigaEntryGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_entry_group_dispose;
}

static void
piga_entry_group_init (PigaEntryGroup *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What you wrote here"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("What you wrote here"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * piga_entry_group_show:
 * @self: the group
 * @context: the context
 * @filter: which entries it shows from now on
 */
void
piga_entry_group_show (PigaEntryGroup *self, PigaContext *context, const PigaEntryFilter *filter)
{
  if (self->entries != NULL)
    {
      piga_entry_list_set_filter (self->entries, filter);
      return;
    }

  self->context = g_object_ref (context);
  self->entries = piga_entry_list_new (piga_context_get_store (context), filter);
  self->newest = G_LIST_MODEL (
    gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->entries)), 0, MOST_ENTRIES));
  gtk_list_box_bind_model (self->list, self->newest, create_row, self, NULL);
  g_signal_connect_object (self->newest, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
