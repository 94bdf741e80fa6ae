/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Work on all that the store keeps, rather than on a record: what waits to be saved is saved first,
 * then the work is done on the worker, and then what is shown follows. */

#include "piga-store-private.h"

typedef struct
{
  PigaStoreWorkFunc func;
  GTask *task;
  gboolean is_change;
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
  else if (work->is_change)
    piga_store_reload_async (self, on_reloaded, g_object_ref (work->task));
  else
    g_task_return_boolean (work->task, TRUE);
}

static gboolean
run (PigaStore *self, PigaWorker *worker, Work *work, GError **error)
{
  if (work->is_change && !piga_store_hold_place (self, worker, error))
    return FALSE;
  if (!work->func (self, piga_worker_get_database (worker), g_task_get_task_data (work->task),
                   error))
    return FALSE;

  /* What goes wrong with that, the store says and tries again: the work was done. */
  if (work->is_change)
    piga_store_hold_place (self, worker, NULL);
  return TRUE;
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

static void
start (PigaStore *self, PigaStoreWorkFunc func, gboolean is_change, GTask *task)
{
  Work *work = g_new0 (Work, 1);

  work->func = func;
  work->task = task;
  work->is_change = is_change;
  piga_store_flush_async (self, g_task_get_cancellable (task), on_flushed, work);
}

/**
 * piga_store_study_async:
 * @self: a store that is open
 * @func: reads; it gets the data of @task
 * @task: (transfer full): answered with %TRUE once it is done, or with an error
 *
 * Has something found out on the worker, of what is there after everything was saved.
 */
void
piga_store_study_async (PigaStore *self, PigaStoreWorkFunc func, GTask *task)
{
  start (self, func, FALSE, task);
}

/**
 * piga_store_rewrite_async:
 * @self: a store that is open
 * @func: changes rows in a transaction of its own; it gets the data of @task
 * @task: (transfer full): answered with %TRUE once it is done and shows, or with an error
 *
 * Has something changed on the worker, behind the back of the live objects and lists, which follow.
 */
void
piga_store_rewrite_async (PigaStore *self, PigaStoreWorkFunc func, GTask *task)
{
  start (self, func, TRUE, task);
}
