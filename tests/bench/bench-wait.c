/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Waiting for a store, as the main loop of an application does. Whatever fails ends the
 * measurement. */

#include "bench-wait.h"

#include "piga-store-private.h"
#include "records/piga-kinds.h"

typedef struct
{
  PigaDatabaseFunc func;
  gpointer data;
} Filling;

void
bench_keep_result (GObject *object, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

GAsyncResult *
bench_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

PigaStore *
bench_open (const char *path)
{
  PigaStore *store = piga_store_new (path, piga_kinds_get ());
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  piga_store_open_async (store, NULL, bench_keep_result, &result);
  if (!piga_store_open_finish (store, bench_wait_for (&result), &error))
    g_error ("The store did not open: %s", error->message);
  return store;
}

void
bench_close (PigaStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  piga_store_close_async (store, bench_keep_result, &result);
  if (!piga_store_close_finish (store, bench_wait_for (&result), &error))
    g_error ("The store did not close: %s", error->message);
  g_object_unref (store);
}

static void
do_fill (PigaWorker *worker, GTask *task)
{
  PigaStore *store = g_task_get_source_object (task);
  PigaDatabase *database = piga_worker_get_database (worker);
  const Filling *filling = g_task_get_task_data (task);
  GError *error = NULL;

  if (piga_database_transact (database, filling->func, filling->data, &error)
      && piga_store_update_index (store, database, NULL, G_MAXINT64, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Fills a database, which is made where there is none, in one transaction; then it can be
 * searched. */
void
bench_fill (const char *path, PigaDatabaseFunc func, gpointer data)
{
  PigaStore *store = bench_open (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Filling filling = { func, data };
  GTask *task = g_task_new (store, NULL, bench_keep_result, &result);

  g_task_set_task_data (task, &filling, NULL);
  piga_worker_push (store->worker, task, do_fill);
  if (!g_task_propagate_boolean (G_TASK (bench_wait_for (&result)), &error))
    g_error ("The database could not be filled: %s", error->message);
  g_clear_object (&result);
  bench_close (store);
}
