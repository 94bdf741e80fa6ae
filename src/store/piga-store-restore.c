/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole store becomes what it was when a backup was made. Where it is open, the present is
 * backed up first and then everything is overwritten in one transaction; where it was refused, the
 * file is set aside and the backup takes its place. */

#include "backup/piga-backup-writer.h"
#include "backup/piga-restore.h"
#include "piga-database-file.h"
#include "piga-rescue.h"
#include "piga-store-private.h"

/* What one call needs, on whatever thread it is. */
typedef struct
{
  char *backup;
  /* Where the present was backed up. */
  char *before;
} Work;

static void
work_free (Work *self)
{
  g_free (self->backup);
  g_free (self->before);
  g_free (self);
}

static PigaStoreWorkResult
overwrite (PigaStore *self, PigaDatabase *database, gpointer data, GError **error)
{
  Work *work = data;
  g_autofree char *made = piga_restore_prepare (work->backup, self->path, self->migrations, error);
  gboolean done = FALSE;

  if (made == NULL)
    return PIGA_STORE_WORK_FAILED;

  work->before = piga_backup_write (database, PIGA_BACKUP_RESTORE, error);
  done = work->before != NULL && piga_database_overwrite (database, made, error);
  piga_database_file_discard (made, NULL);
  return done ? PIGA_STORE_WORK_CHANGED : PIGA_STORE_WORK_FAILED;
}

static void
do_replace (PigaWorker *worker, GTask *task)
{
  PigaStore *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (g_task_get_task_data (task));
  g_autofree char *made = NULL;
  GError *error = NULL;

  made = piga_restore_prepare (work->backup, self->path, self->migrations, &error);
  if (made != NULL && piga_rescue_replace (self->path, made, &error))
    {
      piga_store_open_database (worker, task);
      return;
    }

  if (made != NULL)
    piga_database_file_discard (made, NULL);
  g_task_return_error (task, error);
}

static void
on_replaced (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (piga_store_finish_opening (PIGA_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * piga_store_restore_async:
 * @self: a store that is open, or was refused, but not because somebody else uses it
 * @path: a backup
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Brings back everything that is in a backup, and nothing else: what came later goes. A draft that
 * the store does not know of cannot take part in that: save it first. Where the store was refused,
 * the file gets another name; nothing is deleted.
 */
void
piga_store_restore_async (PigaStore *self, const char *path, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->backup = g_strdup (path);
  g_task_set_source_tag (task, piga_store_restore_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  if (self->state == PIGA_STORE_REFUSED)
    piga_store_start_opening (self, do_replace, on_replaced, task);
  else
    piga_store_work_async (self, overwrite, task);
}

/**
 * piga_store_restore_finish:
 * @self: the store
 * @result: the result
 * @before: (out) (optional) (nullable) (transfer full): a backup of what was there before, where
 *   the store was open
 * @error: return location for a #PigaError; nothing was changed then, but for a file that has
 *   another name, in whose place the next opening puts the backup
 *
 * Returns: whether the store holds what is in the backup
 */
gboolean
piga_store_restore_finish (PigaStore *self, GAsyncResult *result, char **before, GError **error)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (before != NULL)
    *before = g_strdup (work->before);
  return TRUE;
}
