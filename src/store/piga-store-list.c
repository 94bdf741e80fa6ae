/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one list of all records of a kind. The worker reads them and makes their objects; the main
 * thread only takes them over, a slice at a time, so that thousands of them do not hold up a frame.
 * The newest come first: they are what a person looks at, and there is seldom more than one
 * slice. */

#include "piga-store-private.h"

/* Takes about a millisecond. */
#define SLICE 500

static gboolean
add_kept (gpointer record, gint64 row, gpointer data, GError **error)
{
  PigaKept *kept = g_new (PigaKept, 1);

  kept->record = g_object_ref (record);
  kept->row = row;
  g_ptr_array_add (data, kept);
  return TRUE;
}

static void
read_list (PigaWorker *worker, GTask *task)
{
  PigaDatabase *database = piga_store_get_database (worker, task);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_kept_free);
  PigaShelf *shelf = g_task_get_task_data (task);
  GError *error = NULL;

  if (database == NULL)
    return;
  if (piga_table_foreach (shelf->table, database, FALSE, add_kept, kept, &error))
    g_task_return_pointer (task, g_steal_pointer (&kept), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* The objects of the last @n records that wait, which are not waiting any more. */
static GPtrArray *
take_last (PigaShelf *shelf, guint n)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_size (records, (int) n);
  for (guint i = n; i-- > 0;)
    {
      PigaKept *kept = g_ptr_array_steal_index (shelf->waiting, shelf->waiting->len - 1);

      records->pdata[i] = piga_store_take_kept (shelf->store, kept);
    }
  return records;
}

static void
stop_waiting (PigaShelf *shelf)
{
  g_clear_handle_id (&shelf->waiting_source, g_source_remove);
  g_clear_pointer (&shelf->waiting, g_ptr_array_unref);
}

static gboolean
take_slice (gpointer data)
{
  PigaShelf *shelf = data;
  g_autoptr (GPtrArray) records = take_last (shelf, MIN (SLICE, shelf->waiting->len));

  g_list_store_splice (shelf->list, 0, 0, records->pdata, records->len);
  if (shelf->waiting->len > 0)
    return G_SOURCE_CONTINUE;

  shelf->waiting_source = 0;
  stop_waiting (shelf);
  return G_SOURCE_REMOVE;
}

/* Replaces what the list holds with one announcement, so that nobody takes a record for gone that
 * is still there. */
static void
take_all (PigaShelf *shelf)
{
  g_autoptr (GPtrArray) records = take_last (shelf, shelf->waiting->len);

  g_list_store_splice (shelf->list, 0, g_list_model_get_n_items (G_LIST_MODEL (shelf->list)),
                       records->pdata, records->len);
  stop_waiting (shelf);
}

static void
on_list_read (GObject *object, GAsyncResult *result, gpointer data)
{
  PigaShelf *shelf = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *kept = g_task_propagate_pointer (G_TASK (result), &error);

  if (kept == NULL)
    {
      piga_store_set_error (PIGA_STORE (object), error);
      return;
    }

  stop_waiting (shelf);
  shelf->waiting = kept;
  if (shelf->is_filled)
    take_all (shelf);
  else if (take_slice (shelf) == G_SOURCE_CONTINUE)
    shelf->waiting_source = g_idle_add (take_slice, shelf);
  shelf->is_filled = TRUE;
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

/**
 * piga_store_clear_list:
 * @shelf: what is kept of a kind, for the last time
 */
void
piga_store_clear_list (PigaShelf *shelf)
{
  stop_waiting (shelf);
  g_clear_object (&shelf->list);
}

/* Finds what was read of a record that has been saved or deleted since, by another object. */
static gboolean
find_waiting (PigaShelf *shelf, gpointer record, guint *position)
{
  for (guint i = 0; shelf->waiting != NULL && i < shelf->waiting->len; i++)
    {
      const PigaKept *kept = shelf->waiting->pdata[i];

      if (g_str_equal (piga_record_get_id (kept->record), piga_record_get_id (record)))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
on_record_saved (PigaStore *self, PigaRecord *record, gboolean fresh, PigaShelf *shelf)
{
  guint position;

  if (G_OBJECT_TYPE (record) != piga_table_get_record_type (shelf->table))
    return;

  if (find_waiting (shelf, record, &position))
    g_set_object (&((PigaKept *) shelf->waiting->pdata[position])->record, G_OBJECT (record));
  else if (fresh && shelf->is_filled && !g_list_store_find (shelf->list, record, NULL))
    g_list_store_append (shelf->list, record);
}

static void
on_record_deleted (PigaStore *self, PigaRecord *record, PigaShelf *shelf)
{
  guint position;

  if (G_OBJECT_TYPE (record) != piga_table_get_record_type (shelf->table))
    return;

  if (find_waiting (shelf, record, &position))
    g_ptr_array_remove_index (shelf->waiting, position);
  else if (g_list_store_find (shelf->list, record, &position))
    g_list_store_remove (shelf->list, position);
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
      shelf->list = g_list_store_new (type);
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
