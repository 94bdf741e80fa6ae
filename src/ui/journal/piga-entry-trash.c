/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Putting an entry into the trash, at once and without a question, with the way back in a toast. */

#include "piga-entry-trash.h"

#include <glib/gi18n-lib.h>

#include "parts/piga-toast.h"

typedef struct
{
  GtkWidget *widget; /* cleared when it goes */
  PigaStore *store;
  PigaEntry *entry;
  PigaEntryRestored restored;
} Deletion;

static Deletion *
deletion_new (GtkWidget *widget, PigaStore *store, PigaEntry *entry, PigaEntryRestored restored)
{
  Deletion *self = g_new0 (Deletion, 1);

  g_set_weak_pointer (&self->widget, widget);
  self->store = g_object_ref (store);
  self->entry = g_object_ref (entry);
  self->restored = restored;
  return self;
}

static void
deletion_free (Deletion *self)
{
  g_clear_weak_pointer (&self->widget);
  g_object_unref (self->store);
  g_object_unref (self->entry);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
undeleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean done = piga_store_undelete_finish (PIGA_STORE (source), result, &error);

  if (self->widget == NULL)
    return;
  if (!done)
    {
      piga_toast_show (self->widget, error->message);
      return;
    }

  self->restored (self->entry, self->widget);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->widget), _("The entry is back."),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
undo (gpointer user_data)
{
  Deletion *self = user_data;

  if (self->widget != NULL)
    piga_store_undelete_async (self->store, self->entry, NULL, undeleted_cb,
                               deletion_new (self->widget, self->store, self->entry,
                                             self->restored));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean done = piga_store_delete_finish (PIGA_STORE (source), result, &error);
  GtkWidget *widget = self->widget;

  if (widget == NULL)
    return;
  if (done)
    piga_toast_show_undo (widget, _("Entry moved to the trash"), undo, g_steal_pointer (&self),
                          (GDestroyNotify) deletion_free);
  else
    piga_toast_show (widget, error->message);
}

/**
 * piga_entry_trash_put:
 * @widget: a widget in the window, which shows the toast
 * @store: the store
 * @entry: the entry to delete
 * @restored: called with @widget when the deletion was undone
 *
 * Puts an entry into the trash.
 */
void
piga_entry_trash_put (GtkWidget *widget, PigaStore *store, PigaEntry *entry,
                      PigaEntryRestored restored)
{
  piga_store_delete_async (store, entry, NULL, deleted_cb,
                           deletion_new (widget, store, entry, restored));
}
