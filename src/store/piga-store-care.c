/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done when nobody is waiting: the search index learns the newest texts, and what has been
 * in the trash for thirty days goes for good. */

#include "piga-error.h"
#include "piga-statement.h"
#include "piga-store-private.h"

#define TRASH_DAYS 30
#define DAY G_TIME_SPAN_DAY

typedef struct
{
  PigaStore *store;
  gint64 before;
} Care;

/**
 * piga_store_update_index:
 * @self: the store
 * @database: the database, on its thread and in no transaction
 * @cancellable: (nullable): stops it early; what was taught stays
 * @error: return location for an error
 *
 * Teaches the search all that was written since it was last taught.
 *
 * Returns: whether it knows everything
 */
gboolean
piga_store_update_index (PigaStore *self, PigaDatabase *database, GCancellable *cancellable,
                         GError **error)
{
  for (guint i = 0; i < self->n_shelves; i++)
    {
      PigaIndex *index = piga_table_get_index (self->shelves[i].table);
      gboolean more = index != NULL;

      while (more)
        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !piga_index_teach (index, database, &more, error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
set_note (PigaDatabase *database, const char *key, gint64 value, GError **error)
{
  g_autoptr (PigaStatement) statement = piga_database_prepare (
      database, "INSERT OR REPLACE INTO note (key, value) VALUES (:key, :value)", error);

  if (statement == NULL)
    return FALSE;

  piga_statement_bind_text (statement, ":key", key);
  piga_statement_bind_integer (statement, ":value", value);
  return piga_statement_run (statement, error);
}

static gboolean
remove_old (PigaDatabase *database, gpointer data, GError **error)
{
  Care *care = data;

  for (guint i = 0; i < care->store->n_shelves; i++)
    if (!piga_table_empty_trash (care->store->shelves[i].table, database, care->before, error))
      return FALSE;

  return TRUE;
}

/**
 * piga_store_empty_trash:
 * @self: the store
 * @database: the database, on its thread
 * @now: what the clock says, in microseconds since 1970
 * @error: return location for an error
 *
 * Removes for good what was put into the trash more than thirty days ago. Two days of use have to
 * agree on that, as a clock may be wrong: what counts is the time at which the trash was last
 * looked through, and a clock that went backward since is not believed at all.
 *
 * Returns: whether it was done, or there was nothing to do
 */
gboolean
piga_store_empty_trash (PigaStore *self, PigaDatabase *database, gint64 now, GError **error)
{
  gint64 last = now;
  Care care = { self, 0 };

  if (!piga_database_get_integer (database, "SELECT value FROM note WHERE key = 'last-care'", &last,
                                  error))
    return FALSE;
  if (now >= last && now - last < DAY && last != now)
    return TRUE;
  if (!set_note (database, "last-care", now, error))
    return FALSE;
  if (now <= last)
    return TRUE;

  care.before = last - TRASH_DAYS * DAY;
  return piga_database_transact (database, remove_old, &care, error)
         && piga_store_update_index (self, database, NULL, error)
         && piga_database_execute (database, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

static void
do_care (PigaWorker *worker, GTask *task)
{
  PigaStore *self = g_task_get_source_object (task);
  PigaDatabase *database = piga_store_get_database (worker, task);
  GError *error = NULL;

  if (database == NULL)
    return;

  if (!piga_database_is_read_only (database)
      && (!piga_store_empty_trash (self, database, g_get_real_time (), &error)
          || !piga_store_update_index (self, database, NULL, &error)))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_care_taken (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  /* Nothing is lost by it: it is done again after the next save or at the next start. */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_message ("Could not tidy up: %s", error->message);
}

static gboolean
take_care (gpointer data)
{
  PigaStore *self = data;
  GTask *task = g_task_new (self, NULL, on_care_taken, NULL);

  self->care_source = 0;
  g_task_set_source_tag (task, take_care);
  piga_worker_push (self->worker, task, do_care);
  return G_SOURCE_REMOVE;
}

/**
 * piga_store_arm_care:
 * @self: the store
 * @seconds: how long it has to be quiet
 *
 * Has the store tidy up once nothing has been written for a while.
 */
void
piga_store_arm_care (PigaStore *self, guint seconds)
{
  g_clear_handle_id (&self->care_source, g_source_remove);
  self->care_source = g_timeout_add_seconds (seconds, take_care, self);
}
