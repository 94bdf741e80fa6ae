/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-check-row.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-record-remove.h"

struct _PigaCheckRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  GtkWidget *remove_button;

  PigaStore *store;
  PigaStepCheck *record;
  gboolean own;
};

G_DEFINE_FINAL_TYPE (PigaCheckRow, piga_check_row, ADW_TYPE_ACTION_ROW)

static void
show_record (PigaCheckRow *self)
{
  const gboolean done = piga_record_get_boolean (self->record, PIGA_STEP_CHECK_DONE);

  gtk_check_button_set_active (self->check, done);
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (self), "ticked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "ticked");
  if (self->own)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                   piga_record_get_text (self->record, PIGA_STEP_CHECK_TEXT));
  /* Only what is to be done: labelled by the row, the box would be called “… Remove” too. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

/* Should the disk say no, the store tries again and its banner tells. */
static void
toggled_cb (PigaCheckRow *self)
{
  const gboolean done = gtk_check_button_get_active (self->check);

  if (self->record == NULL || piga_record_get_boolean (self->record, PIGA_STEP_CHECK_DONE) == done)
    return;
  piga_record_set_boolean (self->record, PIGA_STEP_CHECK_DONE, done);
  piga_store_save_async (self->store, self->record, NULL, NULL, NULL);
}

static void
remove_cb (PigaCheckRow *self)
{
  piga_record_remove (GTK_WIDGET (self), self->store, self->record, _ ("Check removed"));
}

static void
piga_check_row_dispose (GObject *object)
{
  PigaCheckRow *self = PIGA_CHECK_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_CHECK_ROW);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (piga_check_row_parent_class)->dispose (object);
}

static void
piga_check_row_class_init (PigaCheckRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_check_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-check-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaCheckRow, check);
  gtk_widget_class_bind_template_child (widget_class, PigaCheckRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
piga_check_row_init (PigaCheckRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_check_row_new:
 * @store: where ticks are kept
 * @record: the record of a check of the guide, saved or not yet
 * @title: the check in the language that is spoken
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
piga_check_row_new (PigaStore *store, PigaStepCheck *record, const char *title)
{
  PigaCheckRow *self = g_object_new (PIGA_TYPE_CHECK_ROW, "title", title, NULL);

  self->store = g_object_ref (store);
  piga_check_row_set_record (self, record);
  return GTK_WIDGET (self);
}

/**
 * piga_check_row_new_own:
 * @store: where ticks are kept
 * @record: a check of the person's own
 *
 * Returns: (transfer floating): a row that can be removed
 */
GtkWidget *
piga_check_row_new_own (PigaStore *store, PigaStepCheck *record)
{
  PigaCheckRow *self = g_object_new (PIGA_TYPE_CHECK_ROW, NULL);

  self->store = g_object_ref (store);
  self->own = TRUE;
  gtk_widget_set_visible (self->remove_button, TRUE);
  piga_check_row_set_record (self, record);
  return GTK_WIDGET (self);
}

/**
 * piga_check_row_set_record:
 * @self: the row
 * @record: the record that the row is to show from now on
 */
void
piga_check_row_set_record (PigaCheckRow *self, PigaStepCheck *record)
{
  if (self->record == record)
    return;
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  g_signal_connect_swapped (record, "notify", G_CALLBACK (show_record), self);
  show_record (self);
}
