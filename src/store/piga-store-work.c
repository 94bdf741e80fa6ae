/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Work on all that the store keeps, rather than on a record: what waits to be saved is saved first,
 * then the work is done on the worker, and then what is shown follows. */

#include "piga-store-private.h"

typedef struct
{
  PigaStoreWorkFunc func;
  GTask *task;
  PigaStoreWorkResult result;
} Work;

static void
work_free (Work *self)
{
  g_object_unref (self->task);
  g_free (self);
}

static void
on_reloaded (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;

  /* What goes wrong with that is in #PigaStore:error: the work was done. */
  piga_store_reload_finish (PIGA_STORE (object), result, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
on_done (GObject *object, GAsyncResult *result, gpointer data)
{
  PigaStore *self = PIGA_STORE (object);
  Work *work = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (work->task, error);
  else if (work->result == PIGA_STORE_WORK_CHANGED)
    piga_store_reload_async (self, on_reloaded, g_object_ref (work->task));
  else
    g_task_return_boolean (work->task, TRUE);
}

static gboolean
run (PigaStore *self, PigaWorker *worker, Work *work, GError **error)
{
  if (!piga_store_hold_place (self, worker, error))
    return FALSE;

  work->result =
    work->func (self, piga_worker_get_database (worker), g_task_get_task_data (work->task), error);
  /* What goes wrong with that, the store says and tries again: the work was done. */
  if (work->result == PIGA_STORE_WORK_CHANGED)
    piga_store_hold_place (self, worker, NULL);
  return work->result != PIGA_STORE_WORK_FAILED;
}

static void
do_work (PigaWorker *worker, GTask *part)
{
  GError *error = NULL;

  if (piga_store_get_database (worker, part) == NULL)
    return;
  if (run (g_task_get_source_object (part), worker, g_task_get_task_data (part), &error))
    g_task_return_boolean (part, TRUE);
  else
    g_task_return_error (part, error);
}

static void
on_flushed (GObject *object, GAsyncResult *result, gpointer data)
{
  PigaStore *self = PIGA_STORE (object);
  Work *work = data;
  GError *error = NULL;
  GTask *part;

  if (!piga_store_flush_finish (self, result, &error))
    {
      g_task_return_error (work->task, error);
      work_free (work);
      return;
    }

  part = g_task_new (self, NULL, on_done, NULL);
  g_task_set_source_tag (part, do_work);
  g_task_set_task_data (part, work, (GDestroyNotify) work_free);
  piga_worker_push (self->worker, part, do_work);
}

/**
 * piga_store_work_async:
 * @self: a store that is open
 * @func: reads, or changes rows in a transaction of its own; it gets the data of @task
 * @task: (transfer full): answered with %TRUE once it is done and shows, or with an error
 *
 * Has something done on the worker after everything was saved, behind the back of the live objects
 * and lists. Where it changed anything, they follow.
 */
void
piga_store_work_async (PigaStore *self, PigaStoreWorkFunc func, GTask *task)
{
  Work *work = g_new0 (Work, 1);

  work->func = func;
  work->task = task;
  piga_store_flush_async (self, g_task_get_cancellable (task), on_flushed, work);
}
