/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export and import of everything, as the floor above sees it. What was asked to be saved is saved
 * first. An export then is written on the store's worker and read again on a thread of its own, so
 * that saving need not wait for that; an import is one transaction on the worker.
 *
 * The answer always says what happened to the data: who cancels too late, after the commit, is told
 * that it was done. */

#include "piga-exchange.h"

#include "backup/piga-backup-writer.h"
#include "exchange/piga-export.h"
#include "exchange/piga-import.h"
#include "exchange/piga-progress.h"
#include "piga-outside-file.h"
#include "piga-store-private.h"

/* What one call needs, on whatever thread it is; the data of its task. */
typedef struct
{
  GFile *file;
  PigaProgress *progress;
  GCancellable *cancellable; /* the task's */
  PigaExport *export;
  PigaImport *import;
  gboolean keep;
} Work;

static void
work_free (Work *self)
{
  g_clear_pointer (&self->export, piga_export_free);
  g_clear_pointer (&self->import, piga_import_free);
  piga_progress_free (self->progress);
  g_object_unref (self->file);
  g_free (self);
}

static GTask *
new_task (PigaStore *store, GFile *file, PigaExchangeProgress progress, gpointer progress_data,
          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->file = g_object_ref (file);
  work->progress = piga_progress_new (progress, progress_data);
  work->cancellable = cancellable;
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

/* A part of the work of @task, which is handed to @callback. */
static GTask *
new_part (GTask *task, GAsyncReadyCallback callback)
{
  GTask *part =
    g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task), callback, task);

  g_task_set_task_data (part, g_task_get_task_data (task), NULL);
  g_task_set_check_cancellable (part, FALSE);
  return part;
}

static void
return_outcome (GTask *task, gboolean done, GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Where the data were refused, @task is answered at once, and goes. */
static gboolean
can_begin (PigaStore *store, GTask *task)
{
  if (piga_store_get_state (store) != PIGA_STORE_REFUSED)
    return TRUE;

  g_task_return_error (task, g_error_copy (piga_store_get_error (store)));
  g_object_unref (task);
  return FALSE;
}

static void
on_export_complete (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  const gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  return_outcome (task, done, error);
}

static void
complete_export (GTask *part, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  const gboolean done = piga_export_complete (work->export, cancellable, &error);

  return_outcome (part, done, error);
}

static void
on_export_written (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GTask) part = NULL;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  part = new_part (g_steal_pointer (&task), on_export_complete);
  g_task_set_source_tag (part, complete_export);
  g_task_run_in_thread (part, complete_export);
}

static void
write_export (PigaWorker *worker, GTask *part)
{
  Work *work = g_task_get_task_data (part);
  PigaDatabase *database = piga_store_get_database (worker, part);
  GError *error = NULL;
  gboolean written;

  if (database == NULL)
    return;

  written = piga_outside_file_check (g_task_get_source_object (part), work->file, &error)
            && piga_export_write (work->export, database, g_task_get_cancellable (part), &error);
  return_outcome (part, written, error);
}

static void
on_flushed_before_export (GObject *object, GAsyncResult *result, gpointer data)
{
  PigaStore *store = PIGA_STORE (object);
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  Work *work = g_task_get_task_data (task);
  GTask *part;

  /* Where nothing can be written, nothing waits to be written either. */
  if (!piga_store_flush_finish (store, result, &error)
      && piga_store_get_state (store) != PIGA_STORE_READ_ONLY)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  work->export = piga_export_new (work->file, piga_store_get_kinds (store), work->progress);
  part = new_part (g_steal_pointer (&task), on_export_written);
  g_task_set_source_tag (part, write_export);
  piga_worker_push (store->worker, part, write_export);
}

/**
 * piga_exchange_export_async:
 * @store: the store
 * @file: the file to make or to replace; a symbolic link is refused, and what the store keeps
 * @progress: (nullable): told how far the work has come, in records written and read again
 * @progress_data: for @progress
 * @cancellable: (nullable): stops the work before any record
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Writes all records that can be read into a file, those in the trash too. In case of an error,
 * @file is as it was before. A draft that the store does not know of is not part of it: save it
 * first.
 */
void
piga_exchange_export_async (PigaStore *store, GFile *file, PigaExchangeProgress progress,
                            gpointer progress_data, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = new_task (store, file, progress, progress_data, cancellable, callback, user_data);

  g_task_set_source_tag (task, piga_exchange_export_async);
  if (can_begin (store, task))
    piga_store_flush_async (store, cancellable, on_flushed_before_export, task);
}

/**
 * piga_exchange_export_finish:
 * @store: the store
 * @result: the result
 * @n_records: (out) (optional): how many records were written
 * @error: return location for a #PigaError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether everything that can be read is in the file; see piga_exchange_export_get_lost()
 */
gboolean
piga_exchange_export_finish (PigaStore *store, GAsyncResult *result, guint *n_records,
                             GError **error)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (n_records != NULL)
    *n_records = piga_export_get_n_records (work->export);
  return TRUE;
}

/**
 * piga_exchange_export_get_lost:
 * @result: the result of an export that succeeded
 *
 * Returns: (transfer none) (element-type PigaLostRecord): the records that could not be read, or
 *   not all of them, because the data are damaged; none where all is well
 */
GPtrArray *
piga_exchange_export_get_lost (GAsyncResult *result)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  return piga_export_get_lost (work->export);
}

static PigaStoreWorkResult
run_import (PigaStore *store, PigaDatabase *database, gpointer data, GError **error)
{
  Work *work = data;
  const PigaImportSummary *summary;
  g_autofree char *before = NULL;

  work->import =
    piga_import_new (work->file, piga_store_get_kinds (store), g_get_real_time (), work->progress);
  if (work->keep)
    before = piga_backup_write (database, PIGA_BACKUP_IMPORT, error);
  if ((before == NULL && work->keep)
      || !piga_import_run (work->import, database, work->keep, work->cancellable, error))
    return PIGA_STORE_WORK_FAILED;

  summary = piga_import_get_summary (work->import);
  return work->keep && summary->added + summary->changed > 0 ? PIGA_STORE_WORK_CHANGED
                                                             : PIGA_STORE_WORK_UNCHANGED;
}

static gboolean
finish_import (GAsyncResult *result, PigaImportSummary *summary, GError **error)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (summary != NULL)
    *summary = *piga_import_get_summary (work->import);
  return TRUE;
}

/**
 * piga_exchange_preview_async:
 * @store: the store
 * @file: an exported file
 * @progress: (nullable): told how far the work has come, in bytes read
 * @progress_data: for @progress
 * @cancellable: (nullable): stops the work before any line
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads and checks the whole file and says what an import would do. Nothing is changed.
 */
void
piga_exchange_preview_async (PigaStore *store, GFile *file, PigaExchangeProgress progress,
                             gpointer progress_data, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = new_task (store, file, progress, progress_data, cancellable, callback, user_data);

  g_task_set_source_tag (task, piga_exchange_preview_async);
  if (can_begin (store, task))
    piga_store_work_async (store, run_import, task);
}

/**
 * piga_exchange_preview_finish:
 * @store: the store
 * @result: the result
 * @summary: (out) (optional): what an import would do
 * @error: return location for a #PigaError, which names the line where one is at fault, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the whole file can be taken in
 */
gboolean
piga_exchange_preview_finish (PigaStore *store, GAsyncResult *result, PigaImportSummary *summary,
                              GError **error)
{
  return finish_import (result, summary, error);
}

/**
 * piga_exchange_import_async:
 * @store: the store
 * @file: an exported file
 * @progress: (nullable): told how far the work has come, in bytes read
 * @progress_data: for @progress
 * @cancellable: (nullable): stops the work before any line
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Backs up what is here, then reads and checks the whole file again and merges it, all or nothing:
 * what was modified later wins, what is here wins a tie, no record is removed, and the older form
 * of what was changed is kept in the trash. Live objects and lists follow, and #PigaStore::reset is
 * emitted; an object that was changed meanwhile keeps its changes. A draft that the store does not
 * know of cannot take part in that: save it first.
 */
void
piga_exchange_import_async (PigaStore *store, GFile *file, PigaExchangeProgress progress,
                            gpointer progress_data, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = new_task (store, file, progress, progress_data, cancellable, callback, user_data);
  Work *work = g_task_get_task_data (task);

  work->keep = TRUE;
  g_task_set_source_tag (task, piga_exchange_import_async);
  if (can_begin (store, task))
    piga_store_work_async (store, run_import, task);
}

/**
 * piga_exchange_import_finish:
 * @store: the store
 * @result: the result
 * @summary: (out) (optional): what was done
 * @error: return location for a #PigaError, which names the line where one is at fault, or
 *   %G_IO_ERROR_CANCELLED; nothing was changed then
 *
 * Returns: whether the whole file was taken in
 */
gboolean
piga_exchange_import_finish (PigaStore *store, GAsyncResult *result, PigaImportSummary *summary,
                             GError **error)
{
  return finish_import (result, summary, error);
}
