/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one thread that owns the one connection. Work is done in the order it was handed over: a
 * record that was saved is there for whatever comes after. */

#include "piga-worker.h"

struct _PigaWorker
{
  GThread *thread;
  GAsyncQueue *jobs;

  /* The thread's own. */
  PigaDatabase *database;
};

/* A job without a task is the last one. */
typedef struct
{
  GTask *task;
  PigaWorkerFunc func;
} Job;

static gboolean
let_go (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* The last reference to a task, and with it that to the store, has to go where they came from. */
static void
return_task (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, let_go, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static gpointer
work (gpointer data)
{
  PigaWorker *self = data;
  gboolean is_last = FALSE;

  while (!is_last)
    {
      g_autofree Job *job = g_async_queue_pop (self->jobs);

      is_last = job->task == NULL;
      if (!is_last)
        {
          job->func (self, job->task);
          return_task (job->task);
        }
    }

  g_clear_pointer (&self->database, piga_database_free);
  g_async_queue_unref (self->jobs);
  g_free (self);
  return NULL;
}

static void
push (PigaWorker *self, GTask *task, PigaWorkerFunc func)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  g_async_queue_push (self->jobs, job);
}

/**
 * piga_worker_new:
 *
 * Returns: (transfer full): a new thread that waits for work
 */
PigaWorker *
piga_worker_new (void)
{
  PigaWorker *self = g_new0 (PigaWorker, 1);

  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new ("store", work, self);
  return self;
}

/**
 * piga_worker_free:
 * @self: (transfer full): the worker
 *
 * Waits until everything that was handed over is done, and closes the database.
 */
void
piga_worker_free (PigaWorker *self)
{
  GThread *thread = self->thread;

  push (self, NULL, NULL);
  g_thread_join (thread);
}

/**
 * piga_worker_push:
 * @self: the worker
 * @task: (transfer full): a task
 * @func: what does it, on the thread
 *
 * Hands over work, to be done after all that was handed over before.
 */
void
piga_worker_push (PigaWorker *self, GTask *task, PigaWorkerFunc func)
{
  push (self, task, func);
}

/**
 * piga_worker_is_awaited:
 * @self: the worker
 *
 * Returns: whether other work waits for what is being done
 */
gboolean
piga_worker_is_awaited (PigaWorker *self)
{
  return g_async_queue_length (self->jobs) > 0;
}

/**
 * piga_worker_get_database:
 * @self: the worker, on its own thread
 *
 * Returns: (transfer none) (nullable): the database, where one is open
 */
PigaDatabase *
piga_worker_get_database (PigaWorker *self)
{
  g_assert (self->thread == g_thread_self ());
  return self->database;
}

/**
 * piga_worker_set_database:
 * @self: the worker, on its own thread
 * @database: (transfer full) (nullable): the database; who had one before must have closed it
 */
void
piga_worker_set_database (PigaWorker *self, PigaDatabase *database)
{
  g_assert (self->thread == g_thread_self ());
  self->database = database;
}
