/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When another program moves, deletes or replaces the database while it is open, SQLite goes on
 * writing to a file that has another name, or none, and then goes with this process. So each time
 * before a word is written and before "saved" is answered, it is looked at whether the file is
 * still there, and besides when the folder changes, when all is quiet, and before the store closes.
 *
 * Where it is not, the connection that is open still has everything. All of it goes to a new file,
 * which takes the place; what another program has put there is kept beside it, and the person is
 * told. The objects in memory have the same ids, rows and revisions as before. */

#include <glib/gi18n-lib.h>

#include "piga-database-file.h"
#include "piga-error.h"
#include "piga-migration.h"
#include "piga-store-private.h"

/* How often the name may be taken by another program while we give it to our file. */
#define N_TRIES 3

/* What the main thread is to know. */
typedef struct
{
  PigaStore *store;
  /* Why the place could not be held, or NULL. */
  GError *error;
  gboolean is_rescued;
  char *kept;
} News;

static void
news_free (News *self)
{
  g_object_unref (self->store);
  g_clear_error (&self->error);
  g_free (self->kept);
  g_free (self);
}

static char *
describe_rescue (const char *kept)
{
  g_autofree char *name = kept != NULL ? g_filename_display_name (kept) : NULL;

  if (name == NULL)
    return g_strdup (_ ("Another program moved or deleted the file that holds your words. Nothing "
                        "was lost: all of them are in a new file in its place."));
  /* Translators: %s is the path of a file. */
  return g_strdup_printf (_ ("Another program replaced the file that holds your words. Nothing was "
                             "lost: all of them are in a new file in its place. What stood there "
                             "is kept as “%s”."),
                          name);
}

static gboolean
take_news (gpointer data)
{
  News *news = data;
  PigaStore *self = news->store;

  if (news->is_rescued)
    {
      g_autofree char *notice = describe_rescue (news->kept);

      piga_store_set_notice (self, notice);
    }
  if (self->state != PIGA_STORE_READY)
    return G_SOURCE_REMOVE;
  if (news->error != NULL)
    piga_store_set_error (self, news->error);
  /* What waits to be saved has its own word about that. */
  else if (!piga_writer_is_pending (self->writer))
    piga_store_set_error (self, NULL);
  return G_SOURCE_REMOVE;
}

static char *
copy_out (PigaDatabase *database, const char *path, GError **error)
{
  g_autofree char *made = piga_database_file_make_unfinished (path, error);

  if (made == NULL)
    return NULL;
  if (piga_database_copy (database, made, error))
    return g_steal_pointer (&made);

  piga_database_file_discard (made, NULL);
  return NULL;
}

/* What another process has open is not taken from it: the two would take turns for ever. */
static gboolean
make_room (PigaDatabase *database, const char *path, char **kept, GError **error)
{
  g_autofree char *name = NULL;

  if (piga_database_file_is_in_use (path))
    {
      piga_database_set_error (database, SQLITE_BUSY, error);
      return FALSE;
    }
  piga_database_drop_journals (database);
  if (!piga_database_file_set_aside (path, "other", &name, error))
    return FALSE;

  if (name != NULL)
    g_set_str (kept, name);
  return TRUE;
}

static gboolean
put_in_place (PigaDatabase *database, const char *made, const char *path, char **kept,
              GError **error)
{
  gboolean is_taken = TRUE;

  for (guint i = 0; is_taken && i < N_TRIES; i++)
    {
      if (!make_room (database, path, kept, error))
        return FALSE;
      if (piga_database_file_publish (made, path, &is_taken, error))
        return TRUE;
    }

  if (is_taken)
    piga_database_set_error (database, SQLITE_BUSY, error);
  return FALSE;
}

/* Returns: (transfer full) (nullable): the new file, open */
static PigaDatabase *
move_to_new_file (PigaStore *self, PigaDatabase *database, char **kept, GError **error)
{
  g_autofree char *path = piga_database_file_resolve (self->path, error);
  g_autofree char *made = path != NULL ? copy_out (database, path, error) : NULL;

  if (made == NULL)
    return NULL;
  if (!put_in_place (database, made, path, kept, error))
    {
      piga_database_file_discard (made, NULL);
      return NULL;
    }

  return piga_migration_open (self->path, self->migrations, error);
}

static gboolean
rescue (PigaStore *self, PigaWorker *worker, News *news)
{
  PigaDatabase *database = piga_worker_get_database (worker);
  PigaDatabase *moved = move_to_new_file (self, database, &news->kept, &news->error);

  if (moved == NULL)
    return FALSE;

  piga_worker_set_database (worker, moved);
  piga_database_abandon (database);
  news->is_rescued = TRUE;
  return TRUE;
}

/* The database itself is where it was: all that is missing goes into it, and nobody needs to know.
 * A WAL that another program has put there belongs to another file. */
static gboolean
renew_journal (PigaDatabase *database, GError **error)
{
  return piga_database_file_set_aside_journals (piga_database_get_path (database), "other", error)
         && piga_database_renew_journal (database, error);
}

static gboolean
hold (PigaStore *self, PigaWorker *worker, News *news)
{
  PigaDatabase *database = piga_worker_get_database (worker);

  switch (piga_database_check_place (database))
    {
    case PIGA_DATABASE_STANDS:
      return TRUE;
    case PIGA_DATABASE_JOURNAL_LOST:
      return renew_journal (database, &news->error);
    case PIGA_DATABASE_LOST:
      return rescue (self, worker, news);
    }

  g_return_val_if_reached (FALSE);
}

/**
 * piga_store_hold_place:
 * @self: the store
 * @worker: its worker, on its own thread, with a database in no transaction
 * @error: return location for why what was written is in a file that may go any moment
 *
 * Looks whether the database still stands in its place, and where not, sees to it that it does. The
 * worker may have another database afterwards.
 *
 * Returns: whether all that is committed is where the next start will look for it
 */
gboolean
piga_store_hold_place (PigaStore *self, PigaWorker *worker, GError **error)
{
  News *news;
  gboolean held;

  if (piga_database_is_read_only (piga_worker_get_database (worker)))
    return TRUE;

  news = g_new0 (News, 1);
  news->store = g_object_ref (self);
  held = hold (self, worker, news);
  if (!held)
    g_propagate_error (error, g_error_copy (news->error));

  /* All was well, as nearly always: that is none. */
  if (held && !news->is_rescued && !self->is_adrift)
    news_free (news);
  else
    g_idle_add_full (G_PRIORITY_DEFAULT, take_news, news, (GDestroyNotify) news_free);
  self->is_adrift = !held;
  return held;
}

static void
do_hold (PigaWorker *worker, GTask *task)
{
  GError *error = NULL;

  if (piga_worker_get_database (worker) == NULL
      || piga_store_hold_place (g_task_get_source_object (task), worker, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * piga_store_hold_place_async:
 * @self: the store
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Sees to it that the database stands in its place.
 */
void
piga_store_hold_place_async (PigaStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, piga_store_hold_place_async);
  piga_worker_push (self->worker, task, do_hold);
}

/**
 * piga_store_hold_place_finish:
 * @self: the store
 * @result: the result
 * @error: return location for an error
 *
 * Returns: whether it does, or there is none to be written
 */
gboolean
piga_store_hold_place_finish (PigaStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_changed (PigaStore *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  /* Its content changes all the time. */
  if (event != G_FILE_MONITOR_EVENT_CHANGED && event != G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT
      && event != G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    piga_store_hold_place_async (self, NULL, NULL);
}

/**
 * piga_store_watch_place:
 * @self: a store that can be written
 *
 * Has the place looked at as soon as anything happens to the name of the database. Where the system
 * does not tell, it is noticed later.
 */
void
piga_store_watch_place (PigaStore *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  g_clear_object (&self->monitor);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);
}
