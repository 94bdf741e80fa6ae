/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The trash, as the floor above sees it: what is in it, bringing back, deleting for good. What was
 * asked to be saved is saved first; then one transaction on the worker does all or nothing; then
 * all that is shown is read again. That the trash empties by itself is done while the store is
 * being opened, see piga-store-trash.c. */

#include "piga-trash.h"

#include "backup/piga-backup-writer.h"
#include "piga-store-private.h"
#include "piga-trash-rows.h"

/* Who deletes more than so many records at once may have meant fewer. */
#define MANY 20

/* What was read on the worker. */
typedef struct
{
  GPtrArray *records;
  GPtrArray *linked;
} Reading;

static void
reading_free (Reading *self)
{
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->linked);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
do_list (PigaWorker *worker, GTask *task)
{
  PigaStore *store = g_task_get_source_object (task);
  PigaDatabase *database = piga_store_get_database (worker, task);
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  GError *error = NULL;

  reading->records = g_ptr_array_new_with_free_func (g_object_unref);
  reading->linked = g_ptr_array_new_with_free_func (g_object_unref);
  if (database == NULL)
    return;
  if (piga_trash_rows_read (store, database, reading->records, reading->linked, &error))
    {
      g_task_return_pointer (task, g_steal_pointer (&reading), (GDestroyNotify) reading_free);
      return;
    }
  piga_store_mark_damaged (database, error);
  g_task_return_error (task, error);
}

/**
 * piga_trash_list_async:
 * @store: the store
 * @cancellable: (nullable): stops the waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads what is in the trash.
 */
void
piga_trash_list_async (PigaStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, piga_trash_list_async);
  piga_worker_push (store->worker, task, do_list);
}

static int
compare_deletions (gconstpointer a, gconstpointer b)
{
  gpointer first = *(gpointer *) a;
  gpointer second = *(gpointer *) b;
  const gint64 first_at = piga_record_get_deleted_at (first);
  const gint64 second_at = piga_record_get_deleted_at (second);

  if (first_at != second_at)
    return first_at > second_at ? -1 : 1;
  return g_strcmp0 (piga_record_get_id (second), piga_record_get_id (first));
}

/* Instead of what was read, the one object of each record that is still in the trash. */
static GPtrArray *
take_deleted (PigaStore *store, GPtrArray *records)
{
  GPtrArray *deleted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = piga_store_take_read (store, g_object_ref (records->pdata[i]));

      if (piga_record_get_deleted_at (record) != 0)
        g_ptr_array_add (deleted, record);
      else
        g_object_unref (record);
    }
  g_ptr_array_sort (deleted, compare_deletions);
  return deleted;
}

static GHashTable *
take_linked (PigaStore *store, GPtrArray *records)
{
  GHashTable *linked = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = piga_store_take_read (store, g_object_ref (records->pdata[i]));

      g_hash_table_replace (linked, (char *) piga_record_get_id (record), record);
    }
  return linked;
}

/**
 * piga_trash_list_finish:
 * @store: the store
 * @result: the result
 * @linked: (out) (optional) (transfer full) (element-type utf8 PigaRecord): by their ids, the
 *   records that those in the trash link to, and that these link to, be they in the trash or not
 * @error: return location for a #PigaError
 *
 * Returns: (transfer full) (nullable) (element-type PigaRecord): what is in the trash, deleted last
 *   first; without what the program notes by itself and has no words
 */
GPtrArray *
piga_trash_list_finish (PigaStore *store, GAsyncResult *result, GHashTable **linked, GError **error)
{
  g_autoptr (Reading) reading = g_task_propagate_pointer (G_TASK (result), error);

  if (reading == NULL)
    return NULL;

  if (linked != NULL)
    *linked = take_linked (store, reading->linked);
  return take_deleted (store, reading->records);
}

/* Answers @task where nothing can be written; else it has the rows of @records for its data. */
static GTask *
new_task (PigaStore *store, GPtrArray *records, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, new_task);
  if (!piga_store_can_write (store, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return NULL;
    }

  g_task_set_task_data (task, piga_trash_rows_new (store, records),
                        (GDestroyNotify) piga_trash_rows_free);
  return task;
}

typedef gboolean (*Deed) (PigaTrashRows *rows, PigaDatabase *database, GError **error);

static gboolean
run (Deed deed, PigaTrashRows *rows, PigaDatabase *database, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (deed (rows, database, &cause))
    return TRUE;

  piga_store_mark_damaged (database, cause);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static PigaStoreWorkResult
bring_back (PigaStore *store, PigaDatabase *database, gpointer rows, GError **error)
{
  return run (piga_trash_rows_bring_back, rows, database, error) ? PIGA_STORE_WORK_CHANGED
                                                                 : PIGA_STORE_WORK_FAILED;
}

static PigaStoreWorkResult
preview (PigaStore *store, PigaDatabase *database, gpointer rows, GError **error)
{
  return run (piga_trash_rows_preview, rows, database, error) ? PIGA_STORE_WORK_UNCHANGED
                                                              : PIGA_STORE_WORK_FAILED;
}

static gboolean
back_up_first (PigaTrashRows *rows, PigaDatabase *database, GError **error)
{
  g_autofree char *backup = NULL;

  if (!run (piga_trash_rows_preview, rows, database, error))
    return FALSE;
  if (piga_trash_rows_get_n_done (rows) <= MANY)
    return TRUE;

  backup = piga_backup_write (database, PIGA_BACKUP_DELETION, error);
  return backup != NULL;
}

static PigaStoreWorkResult
erase (PigaStore *store, PigaDatabase *database, gpointer rows, GError **error)
{
  return back_up_first (rows, database, error) && run (piga_trash_rows_erase, rows, database, error)
           ? PIGA_STORE_WORK_CHANGED
           : PIGA_STORE_WORK_FAILED;
}

static gboolean
finish (GAsyncResult *result, guint *n_records, GError **error)
{
  PigaTrashRows *rows = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (n_records != NULL)
    *n_records = piga_trash_rows_get_n_done (rows);
  return TRUE;
}

/**
 * piga_trash_bring_back_async:
 * @store: the store
 * @records: (element-type PigaRecord): records in the trash
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Takes records out of the trash, and with them those that they hang on: an interview does not come
 * back without its application. What hangs on them was never put into the trash and is seen again
 * with them. An older form of the person's own name and address changes places with the one that is
 * in use. All of it is done, or nothing; then #PigaStore::reset is emitted.
 */
void
piga_trash_bring_back_async (PigaStore *store, GPtrArray *records, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = new_task (store, records, callback, user_data);

  if (task != NULL)
    piga_store_work_async (store, bring_back, task);
}

/**
 * piga_trash_bring_back_finish:
 * @store: the store
 * @result: the result
 * @n_records: (out) (optional): how many records came out of the trash
 * @error: return location for a #PigaError; nothing was changed then
 *
 * Returns: whether they are out of the trash
 */
gboolean
piga_trash_bring_back_finish (PigaStore *store, GAsyncResult *result, guint *n_records,
                              GError **error)
{
  return finish (result, n_records, error);
}

/**
 * piga_trash_preview_erase_async:
 * @store: the store
 * @records: (element-type PigaRecord): records in the trash
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Counts what piga_trash_erase_async() would remove.
 */
void
piga_trash_preview_erase_async (PigaStore *store, GPtrArray *records, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = new_task (store, records, callback, user_data);

  if (task != NULL)
    piga_store_work_async (store, preview, task);
}

/**
 * piga_trash_preview_erase_finish:
 * @store: the store
 * @result: the result
 * @n_records: (out) (optional): how many records would go: those of them that are in the trash, and
 *   those that hang on them, be they in the trash or not
 * @error: return location for a #PigaError
 *
 * Returns: whether they could be counted
 */
gboolean
piga_trash_preview_erase_finish (PigaStore *store, GAsyncResult *result, guint *n_records,
                                 GError **error)
{
  return finish (result, n_records, error);
}

/**
 * piga_trash_erase_async:
 * @store: the store
 * @records: (element-type PigaRecord): records in the trash
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Removes records for good, and those that hang on them; what was taken out of the trash meanwhile
 * stays. Where they are many, a backup is made first. All of it is done, or nothing. Afterwards
 * nothing of them is in the database, its WAL or the search; #PigaStore::reset is emitted, and
 * #PigaStore::record-deleted for those that were not in the trash.
 */
void
piga_trash_erase_async (PigaStore *store, GPtrArray *records, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = new_task (store, records, callback, user_data);

  if (task != NULL)
    piga_store_work_async (store, erase, task);
}

/**
 * piga_trash_erase_finish:
 * @store: the store
 * @result: the result
 * @n_records: (out) (optional): how many records went
 * @error: return location for a #PigaError; nothing was changed then
 *
 * Returns: whether they are gone for good
 */
gboolean
piga_trash_erase_finish (PigaStore *store, GAsyncResult *result, guint *n_records, GError **error)
{
  return finish (result, n_records, error);
}
