/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening, on the first start and every other, setting aside what cannot be opened, and closing. */

#include <glib/gi18n-lib.h>

#include "backup/piga-backup-folder.h"
#include "piga-database-file.h"
#include "piga-error.h"
#include "piga-migration.h"
#include "piga-rescue.h"
#include "piga-store-private.h"

/* Where the file is gone and its backups are not, this is no first start. */
static gboolean
check_missing (PigaStore *self, GError **error)
{
  g_autofree char *folder = piga_backup_folder_get_path (self->path);
  g_autoptr (PigaBackupFile) newest = NULL;

  if (g_file_test (self->path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  newest = piga_backup_folder_get_newest (folder);
  if (newest != NULL)
    g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_NOT_FOUND,
                         _ ("The file that holds your words is missing. There are backups of it: "
                            "open the app and bring one back."));
  return newest == NULL;
}

/* What was marked damaged is refused, for the person to take out what can be read. */
static PigaDatabase *
open_sound (PigaStore *self, GError **error)
{
  PigaDatabase *database;

  if (!piga_rescue_complete (self->path, error)
      || (!self->is_fresh && !check_missing (self, error)))
    return NULL;
  database = piga_migration_open (self->path, self->migrations, error);
  if (database == NULL || !piga_store_is_marked_damaged (database))
    return database;

  piga_database_set_error (database, SQLITE_CORRUPT, error);
  piga_database_free (database);
  return NULL;
}

static PigaDatabase *
open_any (PigaStore *self, GError **error)
{
  if (self->is_backup)
    return piga_migration_open_copy (self->path, PIGA_DATABASE_READ_ONLY, self->migrations, error);

  return open_sound (self, error);
}

/**
 * piga_store_open_database:
 * @worker: the worker, on its own thread, without a database
 * @task: what was started with piga_store_start_opening()
 *
 * The path and the scripts never change, so that the worker may read them.
 */
void
piga_store_open_database (PigaWorker *worker, GTask *task)
{
  PigaStore *self = g_task_get_source_object (task);
  GError *error = NULL;
  PigaDatabase *database = open_any (self, &error);

  piga_worker_set_database (worker, database);
  /* What cannot be done with the trash today is done another day. */
  if (database != NULL && !piga_database_is_read_only (database))
    {
      const gint64 now = g_get_real_time ();

      piga_store_empty_trash (self, database, now, NULL);
      piga_database_file_sweep (piga_database_get_path (database),
                                (now - G_TIME_SPAN_DAY) / G_TIME_SPAN_SECOND);
      piga_backup_folder_adopt (piga_database_get_path (database));
    }
  if (database == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, piga_database_is_read_only (database) ? PIGA_STORE_READ_ONLY
                                                                   : PIGA_STORE_READY);
}

static void
set_read_only_error (PigaStore *self)
{
  g_autoptr (GError) error = g_error_new_literal (
    PIGA_ERROR, PIGA_ERROR_READ_ONLY,
    _ ("What you wrote can be read but not changed: its file or folder may not be written to. "
       "Check what it allows, then start the app again."));

  piga_store_set_error (self, error);
}

/**
 * piga_store_finish_opening:
 * @self: the store
 * @result: the result of what was started with piga_store_start_opening()
 * @error: return location for why the data were refused
 *
 * Takes over what the worker found out.
 *
 * Returns: whether the store is open
 */
gboolean
piga_store_finish_opening (PigaStore *self, GAsyncResult *result, GError **error)
{
  GError *refusal = NULL;
  const gssize state = g_task_propagate_int (G_TASK (result), &refusal);

  if (refusal != NULL)
    {
      piga_store_set_error (self, refusal);
      piga_store_set_state (self, PIGA_STORE_REFUSED);
      g_propagate_error (error, refusal);
      return FALSE;
    }

  if (state == PIGA_STORE_READ_ONLY)
    set_read_only_error (self);
  else
    piga_store_watch_place (self);
  piga_store_fill_lists (self);
  piga_store_arm_care (self, PIGA_STORE_QUIET);
  piga_store_set_state (self, (PigaStoreState) state);
  return TRUE;
}

/**
 * piga_store_start_opening:
 * @self: the store
 * @func: ends with piga_store_open_database(), or with an error
 * @callback: calls piga_store_finish_opening()
 * @task: (transfer full): the user data of @callback, and the data of the task for @func
 */
void
piga_store_start_opening (PigaStore *self, PigaWorkerFunc func, GAsyncReadyCallback callback,
                          GTask *task)
{
  GTask *opening = g_task_new (self, NULL, callback, task);

  g_task_set_source_tag (opening, piga_store_start_opening);
  g_task_set_task_data (opening, g_object_ref (task), g_object_unref);
  piga_store_set_error (self, NULL);
  piga_store_set_state (self, PIGA_STORE_OPENING);
  piga_worker_push (self->worker, opening, func);
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (piga_store_finish_opening (PIGA_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * piga_store_open_async:
 * @self: a store that was not opened yet, or was refused
 * @cancellable: (nullable): stops the waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Opens the database, or makes it on the first start. Everything else can be asked for at once and
 * is done afterwards.
 */
void
piga_store_open_async (PigaStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (self->state == PIGA_STORE_OPENING || self->state == PIGA_STORE_REFUSED);

  g_task_set_source_tag (task, piga_store_open_async);
  piga_store_start_opening (self, piga_store_open_database, on_opened, task);
}

/**
 * piga_store_open_finish:
 * @self: the store
 * @result: the result
 * @error: return location for why the data were refused, and left as they are
 *
 * Returns: whether the store can be read; see #PigaStore:state whether it can be written
 */
gboolean
piga_store_open_finish (PigaStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
set_aside (PigaWorker *worker, GTask *task)
{
  PigaStore *self = g_task_get_source_object (task);
  GTask *outer = g_task_get_task_data (task);
  GError *error = NULL;
  char *name;

  if (!piga_database_file_set_aside (self->path, "broken", &name, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  self->is_fresh = TRUE;
  g_task_set_task_data (outer, name, g_free);
  piga_store_open_database (worker, task);
}

static void
on_set_aside (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (piga_store_finish_opening (PIGA_STORE (object), result, &error))
    g_task_return_pointer (task, g_strdup (g_task_get_task_data (task)), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * piga_store_set_aside_async:
 * @self: a store that was refused, but not because somebody else uses it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Gives the file that cannot be opened, and what lies beside it, another name, and starts with a
 * new one, though there are backups. Nothing is deleted.
 */
void
piga_store_set_aside_async (PigaStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (self->state == PIGA_STORE_REFUSED
                    && !g_error_matches (self->error, PIGA_ERROR, PIGA_ERROR_BUSY));

  g_task_set_source_tag (task, piga_store_set_aside_async);
  piga_store_start_opening (self, set_aside, on_set_aside, task);
}

/**
 * piga_store_set_aside_finish:
 * @self: the store
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): where the old file is now, if there was one; the store is
 *   open
 */
char *
piga_store_set_aside_finish (PigaStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
rescue (PigaWorker *worker, GTask *task)
{
  PigaStore *self = g_task_get_source_object (task);
  GTask *outer = g_task_get_task_data (task);
  GError *error = NULL;
  PigaRescueReport *report = piga_rescue_run (self->path, self->kinds, self->migrations, &error);

  if (report == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (outer, report, (GDestroyNotify) piga_rescue_report_unref);
  piga_store_open_database (worker, task);
}

static void
on_rescued (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (piga_store_finish_opening (PIGA_STORE (object), result, &error))
    g_task_return_pointer (task, g_atomic_rc_box_acquire (g_task_get_task_data (task)),
                           (GDestroyNotify) piga_rescue_report_unref);
  else
    g_task_return_error (task, error);
}

/**
 * piga_store_rescue_async:
 * @self: a store that was refused because the data are damaged
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Takes all records that can be read out of the damaged file, into a new one, and opens that. The
 * damaged file gets another name, and what lies beside it; nothing is deleted.
 */
void
piga_store_rescue_async (PigaStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (self->state == PIGA_STORE_REFUSED
                    && g_error_matches (self->error, PIGA_ERROR, PIGA_ERROR_CORRUPT));

  g_task_set_source_tag (task, piga_store_rescue_async);
  piga_store_start_opening (self, rescue, on_rescued, task);
}

/**
 * piga_store_rescue_finish:
 * @self: the store
 * @result: the result
 * @error: return location for an error; where nothing could be read, nothing was changed
 *
 * Returns: (transfer full) (nullable): what was taken over; the store is open
 */
PigaRescueReport *
piga_store_rescue_finish (PigaStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
do_close (PigaWorker *worker, GTask *task)
{
  PigaStore *self = g_task_get_source_object (task);
  PigaDatabase *database = piga_worker_get_database (worker);
  g_autoptr (GError) lost = NULL;
  GError *error = NULL;

  if (database == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  piga_store_hold_place (self, worker, &lost);
  database = piga_worker_get_database (worker);
  piga_worker_set_database (worker, NULL);
  /* An index that lags behind catches up next time. */
  if (!piga_database_is_read_only (database))
    piga_store_update_index (self, database, NULL, G_TIME_SPAN_SECOND, NULL);
  if (!piga_database_close (database, &error))
    g_task_return_error (task, error);
  else if (lost != NULL)
    g_task_return_error (task, g_steal_pointer (&lost));
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_closed (GObject *object, GAsyncResult *result, gpointer data)
{
  PigaStore *self = PIGA_STORE (object);
  g_autoptr (GTask) task = data;
  GError *flush_error = g_task_get_task_data (task);
  GError *error = NULL;
  const gboolean closed = g_task_propagate_boolean (G_TASK (result), &error);

  piga_store_set_state (self, PIGA_STORE_CLOSED);
  if (flush_error != NULL)
    {
      g_clear_error (&error);
      g_task_return_error (task, g_error_copy (flush_error));
    }
  else if (!closed)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_flushed_before_close (GObject *object, GAsyncResult *result, gpointer data)
{
  PigaStore *self = PIGA_STORE (object);
  GTask *task = data;
  GTask *closing = g_task_new (self, NULL, on_closed, task);
  GError *error = NULL;

  if (!piga_store_flush_finish (self, result, &error))
    g_task_set_task_data (task, error, (GDestroyNotify) g_error_free);

  g_clear_handle_id (&self->care_source, g_source_remove);
  g_clear_object (&self->monitor);
  piga_writer_stop (self->writer);
  g_task_set_source_tag (closing, do_close);
  piga_worker_push (self->worker, closing, do_close);
}

/**
 * piga_store_close_async:
 * @self: the store
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Waits for everything that was asked for, then closes the database, whether or not all of it
 * succeeded: who wants to ask the person first calls piga_store_flush_async() before.
 */
void
piga_store_close_async (PigaStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, piga_store_close_async);
  piga_store_flush_async (self, NULL, on_flushed_before_close, task);
}

/**
 * piga_store_close_finish:
 * @self: the store
 * @result: the result
 * @error: return location for what could not be saved or closed
 *
 * Returns: whether everything is on the disk and put away
 */
gboolean
piga_store_close_finish (PigaStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
