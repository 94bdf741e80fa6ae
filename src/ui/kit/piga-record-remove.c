/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking a record away, at once and without a question, with the way back in a toast. */

#include "piga-record-remove.h"

#include "piga-toast.h"

typedef struct
{
  PigaToastArea *area; /* cleared when it goes */
  GtkWidget *widget;   /* the same */
  PigaStore *store;
  gpointer record;
  char *title;
  PigaRecordRestored restored;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *self = data;

  g_clear_weak_pointer (&self->area);
  g_clear_weak_pointer (&self->widget);
  g_object_unref (self->store);
  g_object_unref (self->record);
  g_free (self->title);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static Removal *
removal_new (GtkWidget *widget, PigaStore *store, gpointer record, PigaRecordRestored restored)
{
  Removal *self = g_new0 (Removal, 1);

  g_set_weak_pointer (&self->widget, widget);
  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  self->restored = restored;
  return self;
}

/* The window's banner tells of saves that fail; nothing is left to do here. */
static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Removal) self = user_data;

  if (piga_store_undelete_finish (PIGA_STORE (source), result, NULL) && self->widget != NULL
      && self->restored != NULL)
    self->restored (self->record, self->widget);
}

static void
undo (gpointer user_data)
{
  Removal *self = user_data;

  piga_store_undelete_async (self->store, self->record, NULL, restored_cb,
                             removal_new (self->widget, self->store, self->record, self->restored));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Removal) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean done = piga_store_delete_finish (PIGA_STORE (source), result, &error);
  PigaToastArea *area = self->area;
  const char *title = self->title;

  if (area != NULL && done)
    piga_toast_area_show_undo (area, title, undo, g_steal_pointer (&self), removal_free);
  else if (area != NULL)
    piga_toast_area_show (area, error->message);
}

/**
 * piga_record_remove:
 * @widget: a widget in the window, such as the row of the record; it may go with the record
 * @store: the store
 * @record: a record
 * @title: what the toast says when it is done, such as “Goal deleted”
 *
 * Puts a record into the trash, with what was changed in it, and offers to undo that.
 */
void
piga_record_remove (GtkWidget *widget, PigaStore *store, gpointer record, const char *title)
{
  piga_record_remove_full (widget, store, record, title, NULL);
}

/**
 * piga_record_remove_full:
 * @widget: a widget in the window
 * @store: the store
 * @record: a record
 * @title: what the toast says when it is done
 * @restored: (nullable): called when the record is back, while there is a @widget
 *
 * Does the same as piga_record_remove(), and tells when it was undone.
 */
void
piga_record_remove_full (GtkWidget *widget, PigaStore *store, gpointer record, const char *title,
                         PigaRecordRestored restored)
{
  Removal *self = removal_new (widget, store, record, restored);

  g_set_weak_pointer (&self->area, piga_toast_find_area (widget));
  self->title = g_strdup (title);
  piga_store_delete_async (store, record, NULL, removed_cb, self);
}
