/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking at backups: which there are, what bringing one back would do, and which of them hold a
 * record. All that is read is read on a thread of its own, but for what has to be compared with the
 * present. */

#include <glib/gstdio.h>

#include "backup/piga-backup-check.h"
#include "backup/piga-restore.h"
#include "piga-backups-private.h"
#include "piga-migration.h"
#include "piga-schema.h"
#include "piga-statement.h"
#include "piga-store-private.h"

/* What is read, and for whom. */
typedef struct
{
  PigaStore *store;
  char *path;
  GPtrArray *records;
  PigaRestoreSummary summary;
} Reading;

static void
reading_free (Reading *self)
{
  g_object_unref (self->store);
  g_free (self->path);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

static GTask *
new_task (PigaBackups *self, const char *path, gpointer tag, GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->store = g_object_ref (self->store);
  reading->path = g_strdup (path);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  return task;
}

static guint
get_latest (Reading *reading)
{
  return piga_migration_get_latest (reading->store->migrations, NULL);
}

static GPtrArray *
read_all (Reading *reading, GPtrArray *files)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (
      backups, piga_backup_read (files->pdata[i], reading->store->kinds, get_latest (reading)));
  return backups;
}

static void
do_list (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) files = piga_backup_folder_list (reading->path, &error);

  if (files != NULL)
    g_task_return_pointer (task, read_all (reading, files), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * piga_backups_list_async:
 * @self: the backups
 * @folder: the folder of piga_backups_get_folder(), or a second place
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists the backups in a folder, those that cannot be used as well.
 */
void
piga_backups_list_async (PigaBackups *self, const char *folder, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = new_task (self, folder, piga_backups_list_async, callback, user_data);

  g_task_run_in_thread (task, do_list);
}

/**
 * piga_backups_list_finish:
 * @self: the backups
 * @result: the result
 * @error: return location for a #PigaError
 *
 * Returns: (transfer full) (element-type PigaBackup) (nullable): the newest first
 */
GPtrArray *
piga_backups_list_finish (PigaBackups *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Whatever it is called now, it tells of itself when it was written. */
static void
do_read (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autofree char *text = g_path_get_basename (reading->path);
  PigaBackupFile file = { .path = reading->path };
  GStatBuf info = { 0 };

  if (g_stat (reading->path, &info) == 0)
    file.size = info.st_size;
  if (!piga_backup_name_parse (text, &file.name))
    file.name =
      (PigaBackupName) { .time = info.st_mtime * G_TIME_SPAN_SECOND, .reason = PIGA_BACKUP_ASKED };
  g_task_return_pointer (
    task, piga_backup_read (&file, reading->store->kinds, get_latest (reading)), g_object_unref);
}

/**
 * piga_backups_read_async:
 * @self: the backups
 * @path: a file that the person chose
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks at a file that lies anywhere.
 */
void
piga_backups_read_async (PigaBackups *self, const char *path, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = new_task (self, path, piga_backups_read_async, callback, user_data);

  g_task_run_in_thread (task, do_read);
}

/**
 * piga_backups_read_finish:
 * @self: the backups
 * @result: the result
 * @error: return location for a #PigaError
 *
 * Returns: (transfer full) (nullable): what is known of it; where it is none, its error says so
 */
PigaBackup *
piga_backups_read_finish (PigaBackups *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static PigaStoreWorkResult
compare (PigaStore *store, PigaDatabase *here, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (PigaDatabase) there = piga_backup_open (reading->path, get_latest (reading), error);

  if (there == NULL || !piga_backup_check_words (there, error)
      || !piga_restore_compare (here, there, store->kinds, &reading->summary, error))
    return PIGA_STORE_WORK_FAILED;
  return PIGA_STORE_WORK_UNCHANGED;
}

/**
 * piga_backups_compare_async:
 * @self: the backups of a store that is open
 * @backup: a backup
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads through a backup and finds out what bringing back everything would do. Nothing is changed.
 */
void
piga_backups_compare_async (PigaBackups *self, PigaBackup *backup, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task =
    new_task (self, piga_backup_get_path (backup), piga_backups_compare_async, callback, user_data);

  piga_store_work_async (self->store, compare, task);
}

/**
 * piga_backups_compare_finish:
 * @self: the backups
 * @result: the result
 * @summary: (out): what would change
 * @error: return location for a #PigaError
 *
 * Returns: whether the backup can be brought back
 */
gboolean
piga_backups_compare_finish (PigaBackups *self, GAsyncResult *result, PigaRestoreSummary *summary,
                             GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  *summary = ((Reading *) g_task_get_task_data (G_TASK (result)))->summary;
  return TRUE;
}

static gboolean
has_record (PigaDatabase *backup, gpointer record)
{
  const char *kind = piga_record_get_kind (record);
  g_autofree char *sql = g_strconcat ("SELECT 1 FROM ", kind, " WHERE id = :id", NULL);
  g_autoptr (PigaStatement) statement = NULL;

  if (!piga_schema_has_table (backup, kind))
    return FALSE;
  statement = piga_database_prepare (backup, sql, NULL);
  if (statement == NULL)
    return FALSE;

  piga_statement_bind_text (statement, ":id", piga_record_get_id (record));
  return piga_statement_step (statement, NULL) == PIGA_STATEMENT_ROW;
}

/* What cannot be opened may hold anything. */
static gboolean
holds_any (Reading *reading, const char *path)
{
  g_autoptr (PigaDatabase) backup = piga_backup_open (path, get_latest (reading), NULL);

  for (guint i = 0; backup != NULL && i < reading->records->len; i++)
    if (has_record (backup, reading->records->pdata[i]))
      return TRUE;

  return backup == NULL;
}

static void
do_find_holding (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) files = piga_backup_folder_list (reading->path, &error);

  if (files == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = files->len; i > 0; i--)
    if (!holds_any (reading, ((PigaBackupFile *) files->pdata[i - 1])->path))
      g_ptr_array_remove_index (files, i - 1);
  g_task_return_pointer (task, read_all (reading, files), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * piga_backups_find_holding_async:
 * @self: the backups
 * @records: (element-type PigaRecord): what is to be deleted for good
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Finds the backups beside the database that hold any of @records, in whatever form.
 */
void
piga_backups_find_holding_async (PigaBackups *self, GPtrArray *records,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task =
    new_task (self, self->folder, piga_backups_find_holding_async, callback, user_data);
  Reading *reading = g_task_get_task_data (task);

  reading->records = g_ptr_array_ref (records);
  g_task_run_in_thread (task, do_find_holding);
}

/**
 * piga_backups_find_holding_finish:
 * @self: the backups
 * @result: the result
 * @error: return location for a #PigaError
 *
 * Returns: (transfer full) (element-type PigaBackup) (nullable): those that do, and those that
 *   cannot be read
 */
GPtrArray *
piga_backups_find_holding_finish (PigaBackups *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
