/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Waiting for a store, as the main loop of an application does. Whatever fails ends the
 * measurement. */

#include "bench-wait.h"

#include "records/piga-kinds.h"

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
