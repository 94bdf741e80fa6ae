/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE
#include "piga-test-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "piga-trash.h"

char *
piga_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("piga-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
piga_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        piga_test_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* Looks for a word in every file of the folder, and for what the index has of it: it keeps the
 * first letters of words apart from the rest. */
gboolean
piga_test_is_somewhere (const char *folder, const char *word)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          found |= piga_test_is_somewhere (path, word);
          continue;
        }
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      found |= memmem (bytes, length, word, strlen (word)) != NULL;
      found |= memmem (bytes, length, word + 1, strlen (word) - 3) != NULL;
    }
  return found;
}

void
piga_test_folder_set_up (PigaTestFolder *self, gconstpointer data)
{
  self->folder = piga_test_make_folder ();
  self->path = g_build_filename (self->folder, "piga-hatua.db", NULL);
}

void
piga_test_folder_tear_down (PigaTestFolder *self, gconstpointer data)
{
  piga_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* For @data, a place for a result that is %NULL as yet. */
void
piga_test_keep_result (GObject *object, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

GAsyncResult *
piga_test_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

gboolean
piga_test_open (PigaStore *store, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_store_open_async (store, NULL, piga_test_keep_result, &result);
  return piga_store_open_finish (store, piga_test_wait_for (&result), error);
}

gboolean
piga_test_save (PigaStore *store, gpointer record, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_store_save_async (store, record, NULL, piga_test_keep_result, &result);
  return piga_store_save_finish (store, piga_test_wait_for (&result), error);
}

gboolean
piga_test_delete (PigaStore *store, gpointer record, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_store_delete_async (store, record, NULL, piga_test_keep_result, &result);
  return piga_store_delete_finish (store, piga_test_wait_for (&result), error);
}

gboolean
piga_test_undelete (PigaStore *store, gpointer record, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_store_undelete_async (store, record, NULL, piga_test_keep_result, &result);
  return piga_store_undelete_finish (store, piga_test_wait_for (&result), error);
}

gboolean
piga_test_flush (PigaStore *store, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_store_flush_async (store, NULL, piga_test_keep_result, &result);
  return piga_store_flush_finish (store, piga_test_wait_for (&result), error);
}

gpointer
piga_test_find (PigaStore *store, GType type, const char *id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_store_find_async (store, type, id, NULL, piga_test_keep_result, &result);
  return piga_store_find_finish (store, piga_test_wait_for (&result), error);
}

GPtrArray *
piga_test_list_trash (PigaStore *store, GHashTable **linked)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  piga_trash_list_async (store, NULL, piga_test_keep_result, &result);
  records = piga_trash_list_finish (store, piga_test_wait_for (&result), linked, &error);
  g_assert_no_error (error);
  return records;
}

int
piga_test_bring_back (PigaStore *store, GPtrArray *records, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  guint n = 0;

  piga_trash_bring_back_async (store, records, piga_test_keep_result, &result);
  return piga_trash_bring_back_finish (store, piga_test_wait_for (&result), &n, error) ? (int) n
                                                                                       : -1;
}

int
piga_test_preview_erase (PigaStore *store, GPtrArray *records, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  guint n = 0;

  piga_trash_preview_erase_async (store, records, piga_test_keep_result, &result);
  return piga_trash_preview_erase_finish (store, piga_test_wait_for (&result), &n, error) ? (int) n
                                                                                          : -1;
}

int
piga_test_erase (PigaStore *store, GPtrArray *records, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  guint n = 0;

  piga_trash_erase_async (store, records, piga_test_keep_result, &result);
  return piga_trash_erase_finish (store, piga_test_wait_for (&result), &n, error) ? (int) n : -1;
}

GPtrArray *
piga_test_search (PigaStore *store, const char *text, guint limit, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_search_async (store, text, limit, NULL, piga_test_keep_result, &result);
  return piga_search_finish (store, piga_test_wait_for (&result), error);
}

void
piga_test_store_set_up (PigaTestStore *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = piga_test_make_folder ();
  self->path = g_build_filename (self->folder, "kept", "piga-hatua.db", NULL);
  self->store = piga_store_new (self->path, piga_kinds_get ());
  piga_test_open (self->store, &error);
  g_assert_no_error (error);
}

static void
close_store (PigaTestStore *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_store_close_async (self->store, piga_test_keep_result, &result);
  piga_store_close_finish (self->store, piga_test_wait_for (&result), error);
  g_clear_object (&result);
  /* The worker gives its tasks back a moment after they were answered, and wakes nobody by it. */
  while (g_atomic_int_get (&G_OBJECT (self->store)->ref_count) > 1)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

/* A test may leave a record as no person should; the disk has to do its work all the same. */
static void
assert_no_trouble (const GError *error)
{
  if (!g_error_matches (error, PIGA_ERROR, PIGA_ERROR_INVALID))
    g_assert_no_error (error);
}

void
piga_test_close (PigaTestStore *self)
{
  g_autoptr (GError) error = NULL;

  close_store (self, &error);
  assert_no_trouble (error);
}

/* Closes a store that has every right to complain. */
void
piga_test_close_anyway (PigaTestStore *self)
{
  close_store (self, NULL);
}

void
piga_test_reopen (PigaTestStore *self)
{
  g_autoptr (GError) error = NULL;

  piga_test_close (self);
  self->store = piga_store_new (self->path, piga_kinds_get ());
  piga_test_open (self->store, &error);
  g_assert_no_error (error);
}

void
piga_test_store_tear_down (PigaTestStore *self, gconstpointer data)
{
  if (self->store != NULL)
    piga_test_close (self);
  piga_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

gpointer
piga_test_new_entry (const char *title, const char *body)
{
  gpointer entry = piga_record_new (PIGA_TYPE_ENTRY);

  piga_record_set_text (entry, PIGA_ENTRY_TITLE, title);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, body);
  return entry;
}

/* Saves an entry that was made at @time, in microseconds since 1970, and lets go of it. */
void
piga_test_keep_entry (PigaStore *store, const char *title, const char *body, gint64 time)
{
  g_autoptr (GObject) entry = piga_test_new_entry (title, body);
  g_autoptr (GError) error = NULL;

  piga_record_set_times (entry, time, time, 0);
  piga_test_save (store, entry, &error);
  g_assert_no_error (error);
}

typedef struct
{
  PigaTestFunc func;
  gpointer data;
} Visit;

static void
do_visit (PigaWorker *worker, GTask *task)
{
  Visit *visit = g_task_get_task_data (task);

  visit->func (piga_worker_get_database (worker), visit->data);
  g_task_return_boolean (task, TRUE);
}

void
piga_test_with_database (PigaStore *store, PigaTestFunc func, gpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  Visit visit = { func, data };
  GTask *task = g_task_new (store, NULL, piga_test_keep_result, &result);

  g_task_set_task_data (task, &visit, NULL);
  piga_worker_push (store->worker, task, do_visit);
  piga_test_wait_for (&result);
}

typedef struct
{
  const char *sql;
  gint64 integer;
} Query;

gint64
piga_test_ask_integer (PigaDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 integer = G_MININT64;

  piga_database_get_integer (database, sql, &integer, &error);
  g_assert_no_error (error);
  return integer;
}

static void
get_integer (PigaDatabase *database, gpointer data)
{
  Query *query = data;

  query->integer = piga_test_ask_integer (database, query->sql);
}

gint64
piga_test_get_integer (PigaStore *store, const char *sql)
{
  Query query = { sql, G_MININT64 };

  piga_test_with_database (store, get_integer, &query);
  return query.integer;
}

static void
execute (PigaDatabase *database, gpointer data)
{
  g_autoptr (GError) error = NULL;

  piga_database_execute (database, data, &error);
  g_assert_no_error (error);
}

void
piga_test_execute (PigaStore *store, const char *sql)
{
  piga_test_with_database (store, execute, (gpointer) sql);
}

static gboolean
note_end (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the main loop run for a while. Nothing that takes time is over after it for certain. */
void
piga_test_iterate (guint milliseconds)
{
  gboolean ended = FALSE;

  g_timeout_add (milliseconds, note_end, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
}

/* Lets the main loop run until it has nothing more to do at once. */
void
piga_test_drain (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
has_finished (gpointer object)
{
  return g_main_context_find_source_by_user_data (NULL, object) == NULL;
}

/* Lets an object finish what it does piece by piece: as long as the main loop has something to call
 * it for, be it idle or at a time. */
void
piga_test_let_finish (gpointer object)
{
  g_assert_true (piga_test_wait_until (has_finished, object));
}

static void
do_nothing (PigaDatabase *database, gpointer data)
{
}

/* Lets the disk keep what it was given and answer what it was asked, and whoever asked hear of it
 * and ask for more. */
void
piga_test_settle_store (PigaStore *store)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      piga_test_flush (store, &error);
      assert_no_trouble (error);
      piga_test_with_database (store, do_nothing, NULL);
      piga_test_drain ();
    }
}

/* Lets the main loop run until @check says yes. Returns: whether it ever did */
gboolean
piga_test_wait_until (PigaTestCheck check, gpointer data)
{
  const gint64 end = g_get_monotonic_time () + PIGA_TEST_CEILING;
  gboolean came;

  while (!(came = check (data)) && g_get_monotonic_time () < end)
    piga_test_iterate (5);
  return came;
}

typedef struct
{
  PigaStore *store;
  const char *sql;
  gint64 integer;
  gint64 found;
} Expected;

static gboolean
has_come (gpointer data)
{
  Expected *expected = data;

  expected->found = piga_test_get_integer (expected->store, expected->sql);
  return expected->found == expected->integer;
}

/* Lets the main loop run until @sql gives @expected, and fails where it never does. */
void
piga_test_wait_for_integer (PigaStore *store, const char *sql, gint64 expected)
{
  Expected wait = { store, sql, expected, 0 };

  if (!piga_test_wait_until (has_come, &wait))
    g_error ("“%s” gives %" G_GINT64_FORMAT " and not %" G_GINT64_FORMAT ".", sql, wait.found,
             expected);
}

/* The trash was looked through on the last two days, so that the next opening goes by its clock. */
void
piga_test_let_believe_clock (PigaStore *store)
{
  const gint64 now = g_get_real_time ();
  g_autofree char *sql = g_strdup_printf ("INSERT OR REPLACE INTO note (key, value) VALUES"
                                          " ('trash-looked-through', %" G_GINT64_FORMAT "),"
                                          " ('trash-looked-before', %" G_GINT64_FORMAT ")",
                                          now - G_TIME_SPAN_DAY, now - 2 * G_TIME_SPAN_DAY);

  piga_test_execute (store, sql);
}
