/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a backup is made while the person goes on: it is copied a few milliseconds at a time on the
 * store's worker, between what else it has to do, so that no save waits for it; the rest is done on
 * a thread of its own. There each part is brought to the disk before the next is copied: the whole
 * at once would keep every save waiting for as long. */

#include "backup/piga-backup-writer.h"
#include "piga-backups-private.h"
#include "piga-error.h"
#include "piga-store-private.h"

/* One part of a copy, in microseconds: less than a frame. */
#define SLICE (8 * 1000)
/* How often a copy begins anew because the file under it was moved. */
#define N_TRIES 3

/* The data of the task that makes one. */
typedef struct
{
  PigaBackups *backups;
  PigaBackupWriter *writer;
  PigaBackupReason reason;
  gint64 now;
  guint n_tries;
  gboolean is_done;
  /* Nothing has to be done: there is one of this day, or nothing can be written. */
  gboolean is_needless;
} Making;

static void start (PigaBackups *self, GTask *task);
static void step (GTask *task);

static void
making_free (Making *self)
{
  piga_backup_writer_free (self->writer);
  g_free (self);
}

/* Reading through the store once more may find what can be mended. */
static void
note_damage (PigaWorker *worker, GTask *task)
{
  PigaDatabase *database = piga_worker_get_database (worker);

  if (database != NULL && !piga_database_is_read_only (database))
    piga_store_set_note (database, PIGA_STORE_NOTE_CHECKED, 0, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
look_for_damage (PigaBackups *self)
{
  GTask *task = g_task_new (self->store, NULL, NULL, NULL);

  g_task_set_source_tag (task, look_for_damage);
  piga_worker_push (self->store->worker, task, note_damage);
  piga_store_arm_care (self->store, 1);
}

static void
take_outcome (PigaBackups *self, const Making *making, const GError *error)
{
  piga_backups_set_error (self, error);
  if (error != NULL)
    {
      if (g_error_matches (error, PIGA_ERROR, PIGA_ERROR_CORRUPT))
        look_for_damage (self);
      return;
    }

  if (making->reason == PIGA_BACKUP_DAILY)
    {
      self->day = piga_day_from_time (making->now);
      self->is_changed = FALSE;
      g_clear_handle_id (&self->source, g_source_remove);
    }
  if (!making->is_needless)
    piga_backups_emit_changed (self);
}

/* @error: (transfer full) (nullable) */
static void
end (GTask *task, GError *error)
{
  PigaBackups *self = g_object_ref (g_task_get_source_object (task));
  GTask *next;

  g_assert (self->running == task);
  take_outcome (self, g_task_get_task_data (task), error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);

  g_clear_object (&self->running);
  next = g_queue_pop_head (&self->waiting);
  if (next != NULL)
    start (self, next);
  else
    piga_backups_notify_busy (self);
  g_object_unref (self);
}

static void
on_complete (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  end (task, error);
}

static void
complete (GTask *part, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;
  g_autofree char *path = piga_backup_writer_complete (making->writer, &error);

  if (path != NULL)
    g_task_return_boolean (part, TRUE);
  else
    g_task_return_error (part, error);
}

/* A part of the work of @task, less urgent than anything that is seen. */
static GTask *
new_part (GTask *task, GAsyncReadyCallback callback)
{
  PigaBackups *self = g_task_get_source_object (task);
  GTask *part = g_task_new (self->store, NULL, callback, g_object_ref (task));

  g_task_set_task_data (part, g_task_get_task_data (task), NULL);
  g_task_set_priority (part, G_PRIORITY_LOW);
  g_task_set_source_tag (part, new_part);
  return part;
}

static void
on_settled (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    step (task);
  else
    end (task, error);
}

static void
settle (GTask *part, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;

  if (piga_backup_writer_settle (making->writer, &error))
    g_task_return_boolean (part, TRUE);
  else
    g_task_return_error (part, error);
}

static void
on_stepped (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    end (task, error);
  else if (making->is_needless)
    end (task, NULL);
  else
    {
      g_autoptr (GTask) part = new_part (task, making->is_done ? on_complete : on_settled);

      g_task_run_in_thread (part, making->is_done ? complete : settle);
    }
}

static gboolean
has_day (PigaBackups *self, gint64 now)
{
  g_autoptr (GPtrArray) files = piga_backup_folder_list (self->folder, NULL);

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const PigaBackupFile *file = files->pdata[i];

      if (file->is_whole && file->name.reason == PIGA_BACKUP_DAILY
          && piga_day_from_time (file->name.time) == piga_day_from_time (now))
        return TRUE;
    }

  return FALSE;
}

static gboolean
step_or_begin (Making *making, PigaDatabase *database, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (making->n_tries > 0
      && piga_backup_writer_step (making->writer, database, SLICE, &making->is_done, &cause))
    return TRUE;
  /* The file under it was moved, or another backup was made meanwhile. */
  if (making->n_tries++ < N_TRIES
      && (cause == NULL || g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_BUSY)))
    return piga_backup_writer_begin (making->writer, database, error);

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static void
do_step (PigaWorker *worker, GTask *part)
{
  Making *making = g_task_get_task_data (part);
  PigaDatabase *database = piga_store_get_database (worker, part);
  GError *error = NULL;

  if (database == NULL)
    return;

  if (making->n_tries == 0)
    making->is_needless =
      piga_database_is_read_only (database)
      || (making->reason == PIGA_BACKUP_DAILY && has_day (making->backups, making->now));
  if (making->is_needless || step_or_begin (making, database, &error))
    g_task_return_boolean (part, TRUE);
  else
    g_task_return_error (part, error);
}

static void
step (GTask *task)
{
  PigaBackups *self = g_task_get_source_object (task);

  piga_worker_push (self->store->worker, new_part (task, on_stepped), do_step);
}

/* @task: (transfer full) */
static void
start (PigaBackups *self, GTask *task)
{
  self->running = task;
  piga_backups_notify_busy (self);
  step (task);
}

/**
 * piga_backups_start_making:
 * @self: the backups of a store that is open
 * @reason: why one is made; the daily one only where there is none of today
 * @task: (transfer full): answered with %TRUE once there is one, or with an error
 *
 * Makes a backup, after those that are being made.
 */
void
piga_backups_start_making (PigaBackups *self, PigaBackupReason reason, GTask *task)
{
  Making *making = g_new0 (Making, 1);

  making->backups = self;
  making->reason = reason;
  making->now = g_get_real_time ();
  making->writer = piga_backup_writer_new (piga_store_get_path (self->store), reason, making->now);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  if (self->running != NULL)
    g_queue_push_tail (&self->waiting, task);
  else
    start (self, task);
}
