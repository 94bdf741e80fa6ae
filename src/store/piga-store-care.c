/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done when nobody is waiting: the search index learns the newest texts, what went out of
 * the trash leaves no trace, and once a week the whole file is read through. Each of these stops,
 * to go on later, as soon as somebody waits for the worker. */

#include "piga-error.h"
#include "piga-statement.h"
#include "piga-store-private.h"

#define STEPS 1000

/* Set where something is damaged that cannot be mended. */
static const char damaged_note[] = "damaged";

/**
 * piga_store_update_index:
 * @self: the store
 * @database: the database, on its thread and in no transaction
 * @cancellable: (nullable): stops it early; what was taught stays
 * @patience: how long it may take, in microseconds
 * @error: return location for an error
 *
 * Teaches the search what was written since it was last taught, the newest first. Only after an
 * import can that be more than patience allows for; then the rest is taught when it is quiet. The
 * newest of every kind are taught in any case, so that a slow machine finds them too.
 *
 * Returns: whether nothing went wrong
 */
gboolean
piga_store_update_index (PigaStore *self, PigaDatabase *database, GCancellable *cancellable,
                         gint64 patience, GError **error)
{
  const gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < self->n_shelves; i++)
    {
      PigaIndex *index = piga_table_get_index (self->shelves[i].table);
      gboolean more = FALSE;

      if (index == NULL)
        continue;
      do
        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !piga_index_teach (index, database, &more, error))
          return FALSE;
      while (more && g_get_monotonic_time () - start < patience);
    }

  return TRUE;
}

static gboolean
rebuild_indexes (PigaStore *self, PigaDatabase *database, GError **error)
{
  for (guint i = 0; i < self->n_shelves; i++)
    {
      PigaIndex *index = piga_table_get_index (self->shelves[i].table);

      if (index != NULL && !piga_index_rebuild (index, database, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * piga_store_repair_index:
 * @self: the store
 * @database: the database, on its thread and in no transaction
 * @error: (inout): what went wrong with the search; %NULL where it was an index that has been made
 *   anew
 *
 * Returns: whether it is worth another try
 */
gboolean
piga_store_repair_index (PigaStore *self, PigaDatabase *database, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_error_matches (*error, PIGA_ERROR, PIGA_ERROR_CORRUPT)
      || piga_database_is_read_only (database) || piga_store_is_marked_damaged (database))
    return FALSE;
  if (!rebuild_indexes (self, database, &cause))
    {
      piga_store_mark_damaged (database, cause);
      return FALSE;
    }

  g_clear_error (error);
  return TRUE;
}

/* A note tells when something was done last. Where the notes are damaged, nothing was ever done, as
 * on the first day. */
static gboolean
forgive_damage (GError **error)
{
  if (!g_error_matches (*error, PIGA_ERROR, PIGA_ERROR_CORRUPT))
    return FALSE;

  g_clear_error (error);
  return TRUE;
}

static gboolean
read_note (PigaDatabase *database, const char *key, gint64 *value, GError **error)
{
  g_autoptr (PigaStatement) statement =
    piga_database_prepare (database, "SELECT value FROM note WHERE key = :key", error);
  PigaStatementResult result;

  *value = 0;
  if (statement == NULL)
    return FALSE;

  piga_statement_bind_text (statement, ":key", key);
  result = piga_statement_step (statement, error);
  if (result == PIGA_STATEMENT_ROW)
    *value = piga_statement_get_integer (statement, 0);
  return result != PIGA_STATEMENT_FAILED;
}

static gboolean
write_note (PigaDatabase *database, const char *key, gint64 value, GError **error)
{
  g_autoptr (PigaStatement) statement = piga_database_prepare (
    database, "INSERT OR REPLACE INTO note (key, value) VALUES (:key, :value)", error);

  if (statement == NULL)
    return FALSE;

  piga_statement_bind_text (statement, ":key", key);
  piga_statement_bind_integer (statement, ":value", value);
  return piga_statement_run (statement, error);
}

/**
 * piga_store_get_note:
 * @database: the database, on its thread
 * @key: what is noted
 * @value: (out): the number, 0 where nothing was noted or the note is damaged
 * @error: return location for an error
 *
 * Returns: whether that could be found out
 */
gboolean
piga_store_get_note (PigaDatabase *database, const char *key, gint64 *value, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (read_note (database, key, value, &cause) || forgive_damage (&cause))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/**
 * piga_store_set_note:
 * @database: the database, on its thread
 * @key: what is noted
 * @value: the number
 * @error: return location for an error
 *
 * Returns: whether it was noted, or cannot be because the notes are damaged
 */
gboolean
piga_store_set_note (PigaDatabase *database, const char *key, gint64 value, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (write_note (database, key, value, &cause) || forgive_damage (&cause))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/**
 * piga_store_mark_damaged:
 * @database: the database, on its thread
 * @error: what went wrong with it
 *
 * Where something is damaged that cannot be mended: has the next start refuse the file, so that
 * what can be read is taken out of it. A file that is read well enough to be opened may be one that
 * cannot be written.
 */
void
piga_store_mark_damaged (PigaDatabase *database, const GError *error)
{
  if (g_error_matches (error, PIGA_ERROR, PIGA_ERROR_CORRUPT)
      && !piga_database_is_read_only (database))
    piga_store_set_note (database, damaged_note, 1, NULL);
}

/**
 * piga_store_is_marked_damaged:
 * @database: the database, on its thread
 *
 * Returns: whether it was marked by piga_store_mark_damaged()
 */
gboolean
piga_store_is_marked_damaged (PigaDatabase *database)
{
  gint64 marked = 0;

  return piga_store_get_note (database, damaged_note, &marked, NULL) && marked != 0;
}

/**
 * piga_store_erase_removed:
 * @self: the store
 * @database: the database, on its thread and in no transaction
 * @error: return location for an error
 *
 * Where the trash was emptied: takes what was removed out of the index and the WAL, too. After an
 * import the index may have very much else to learn, which opening cannot wait for. The note stays
 * until all of it is done.
 *
 * Returns: whether nothing of it is left
 */
gboolean
piga_store_erase_removed (PigaStore *self, PigaDatabase *database, GError **error)
{
  gint64 removed;

  if (!piga_store_get_note (database, PIGA_STORE_NOTE_REMOVED, &removed, error))
    return FALSE;

  return removed == 0
         || (piga_store_update_index (self, database, NULL, G_MAXINT64, error)
             && piga_database_execute (database, "PRAGMA wal_checkpoint (TRUNCATE)", error)
             && piga_store_set_note (database, PIGA_STORE_NOTE_REMOVED, 0, error));
}

static gboolean
check_and_repair (PigaStore *self, PigaDatabase *database, GError **error)
{
  g_autoptr (GError) check_error = NULL;

  if (piga_database_check_all (database, &check_error))
    return TRUE;
  if (piga_store_repair_index (self, database, &check_error)
      && piga_database_check_all (database, &check_error))
    return TRUE;

  piga_store_mark_damaged (database, check_error);
  g_propagate_error (error, g_steal_pointer (&check_error));
  return FALSE;
}

static gboolean
check_weekly (PigaStore *self, PigaDatabase *database, GError **error)
{
  const gint64 now = g_get_real_time ();
  g_autoptr (GError) cause = NULL;
  gint64 last;

  /* Where nothing can be noted it would be done again and again. */
  if (!read_note (database, PIGA_STORE_NOTE_CHECKED, &last, &cause))
    {
      if (forgive_damage (&cause))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (now >= last && now - last < 7 * G_TIME_SPAN_DAY)
    return TRUE;

  return check_and_repair (self, database, error)
         && piga_store_set_note (database, PIGA_STORE_NOTE_CHECKED, now, error);
}

static gboolean
teach_while_quiet (PigaStore *self, PigaWorker *worker, PigaDatabase *database, GError **error)
{
  for (guint i = 0; i < self->n_shelves; i++)
    {
      PigaIndex *index = piga_table_get_index (self->shelves[i].table);
      gboolean more = index != NULL;

      while (more && !piga_worker_is_awaited (worker))
        if (!piga_index_teach (index, database, &more, error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
tidy (PigaStore *self, PigaWorker *worker, PigaDatabase *database, GError **error)
{
  return piga_store_erase_removed (self, database, error)
         && teach_while_quiet (self, worker, database, error);
}

static int
is_awaited (void *worker)
{
  return piga_worker_is_awaited (worker);
}

static void
do_care (PigaWorker *worker, GTask *task)
{
  PigaStore *self = g_task_get_source_object (task);
  PigaDatabase *database = piga_store_get_database (worker, task);
  GError *error = NULL;
  gboolean done;

  if (database == NULL)
    return;
  if (piga_database_is_read_only (database))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  done = piga_store_hold_place (self, worker, &error);
  database = piga_worker_get_database (worker);
  /* An index that is damaged is made anew; what the person has written is not what is damaged. */
  done = done
         && (tidy (self, worker, database, &error)
             || (piga_store_repair_index (self, database, &error)
                 && tidy (self, worker, database, &error)));
  sqlite3_progress_handler (piga_database_get_handle (database), STEPS, is_awaited, worker);
  done = done && check_weekly (self, database, &error);
  sqlite3_progress_handler (piga_database_get_handle (database), 0, NULL, NULL);

  if (done)
    g_task_return_boolean (task, !piga_worker_is_awaited (worker));
  else
    g_task_return_error (task, error);
}

static void
on_care_taken (GObject *object, GAsyncResult *result, gpointer data)
{
  PigaStore *self = PIGA_STORE (object);
  g_autoptr (GError) error = NULL;
  const gboolean all = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_error_matches (error, PIGA_ERROR, PIGA_ERROR_CORRUPT))
    piga_store_set_error (self, error);
  else if (!all && self->state == PIGA_STORE_READY)
    piga_store_arm_care (self, PIGA_STORE_QUIET / 4);
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
