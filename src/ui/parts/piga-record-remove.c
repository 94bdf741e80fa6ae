/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-record-remove.h"

#include "piga-toast.h"

typedef struct
{
  PigaStore *store;
  GObject *record;
} Removed;

static void
removed_free (gpointer data)
{
  Removed *removed = data;

  g_object_unref (removed->store);
  g_object_unref (removed->record);
  g_free (removed);
}

static void
undo (gpointer data)
{
  Removed *removed = data;

  piga_store_undelete_async (removed->store, removed->record, NULL, NULL, NULL);
}

/**
 * piga_record_remove:
 * @widget: a widget of the window that says so
 * @store: the store
 * @record: a record
 * @title: what to say: that it was deleted
 *
 * Puts a record into the trash, and offers to undo it.
 */
void
piga_record_remove (GtkWidget *widget, PigaStore *store, gpointer record, const char *title)
{
  Removed *removed = g_new (Removed, 1);

  removed->store = g_object_ref (store);
  removed->record = g_object_ref (record);
  piga_store_delete_async (store, record, NULL, NULL, NULL);
  piga_toast_show_undo (widget, title, undo, removed, removed_free);
}
