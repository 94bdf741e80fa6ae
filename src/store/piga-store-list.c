/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one list of all records of a kind. The worker reads them and makes their objects; the main
 * thread only takes them over. */

#include "piga-store-private.h"

static gboolean
add_record (gpointer record, gpointer data, GError **error)
{
  g_ptr_array_add (data, g_object_ref (record));
  return TRUE;
}

static void
read_list (PigaWorker *worker, GTask *task)
{
  PigaDatabase *database = piga_store_get_database (worker, task);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  PigaShelf *shelf = g_task_get_task_data (task);
  GError *error = NULL;

  if (database == NULL)
    return;
  if (piga_table_foreach (shelf->table, database, FALSE, add_record, records, &error))
    g_task_return_pointer (task, g_steal_pointer (&records), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_list_read (GObject *object, GAsyncResult *result, gpointer data)
{
  PigaShelf *shelf = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *records = g_task_propagate_pointer (G_TASK (result), &error);

  if (records != NULL)
    piga_live_list_take (shelf->list, records);
  else
    piga_store_set_error (PIGA_STORE (object), error);
}

static void
fill_list (PigaShelf *shelf)
{
  GTask *task = g_task_new (shelf->store, NULL, on_list_read, shelf);

  g_task_set_source_tag (task, fill_list);
  g_task_set_task_data (task, shelf, NULL);
  piga_worker_push (shelf->store->worker, task, read_list);
}

/**
 * piga_store_fill_lists:
 * @self: the store, which was just opened
 *
 * Reads the lists that were asked for before there was a disk.
 */
void
piga_store_fill_lists (PigaStore *self)
{
  for (guint i = 0; i < self->n_shelves; i++)
    if (self->shelves[i].list != NULL)
      fill_list (&self->shelves[i]);
}

static void
on_record_saved (PigaStore *self, PigaRecord *record, gboolean fresh, PigaShelf *shelf)
{
  if (G_OBJECT_TYPE (record) == piga_table_get_record_type (shelf->table)
      && piga_record_get_deleted_at (record) == 0)
    piga_live_list_insert (shelf->list, record);
}

static void
on_record_deleted (PigaStore *self, PigaRecord *record, PigaShelf *shelf)
{
  if (G_OBJECT_TYPE (record) == piga_table_get_record_type (shelf->table))
    piga_live_list_remove (shelf->list, record);
}

/**
 * piga_store_list:
 * @self: the store
 * @type: a kind of which there are few; not the journal
 *
 * Gives the one list of all records of a kind that are not in the trash, in the order they were
 * made. It is empty until the disk has answered and follows the store. Up to five hundred records
 * come at one stroke; of more than that the newest come first, and the older ones while nothing
 * else is to be done.
 *
 * Returns: (transfer none): the list, which lives as long as the store
 */
GListModel *
piga_store_list (PigaStore *self, GType type)
{
  PigaShelf *shelf = piga_store_get_shelf (self, type);

  if (shelf->list == NULL)
    {
      shelf->list = piga_live_list_new (self, type);
      g_signal_connect (self, "record-saved", G_CALLBACK (on_record_saved), shelf);
      g_signal_connect (self, "record-deleted", G_CALLBACK (on_record_deleted), shelf);
      if (self->state == PIGA_STORE_READY || self->state == PIGA_STORE_READ_ONLY)
        fill_list (shelf);
    }

  return G_LIST_MODEL (shelf->list);
}

/**
 * piga_store_get:
 * @self: the store
 * @type: a kind of which there are few; not the journal
 * @id: the id of a record; empty for none
 *
 * Looks into the list of the kind, see piga_store_list(), at no cost that grows with it.
 *
 * Returns: (transfer none) (nullable): the record, unless it is not there, is in the trash or has
 *   not been read yet
 */
gpointer
piga_store_get (PigaStore *self, GType type, const char *id)
{
  gpointer record;

  piga_store_list (self, type);
  record = piga_store_get_live (piga_store_get_shelf (self, type), id);
  if (record == NULL || piga_record_get_revision (record) == 0
      || piga_record_get_deleted_at (record) != 0)
    return NULL;
  return record;
}
