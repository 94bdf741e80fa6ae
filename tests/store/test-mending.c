/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Damage to what is not the person's: search indexes, and the notes that we make for ourselves. */

#include "piga-test-damage.h"
#include "piga-test-store.h"

#define SECOND G_TIME_SPAN_SECOND

/* The index can be made again, and is, when somebody searches. */
static void
test_index_heals (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  piga_test_keep_entry (test->store, "a", "words to be found", SECOND);
  piga_test_keep_entry (test->store, "b", "other words", 2 * SECOND);
  hits = piga_test_search (test->store, "words", 10, &error);
  g_assert_cmpuint (hits->len, ==, 2);
  g_clear_pointer (&hits, g_ptr_array_unref);

  piga_test_close (test);
  {
    sqlite3 *handle = NULL;

    g_assert_cmpint (sqlite3_open (test->path, &handle), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_exec (handle,
                                   "UPDATE entry_search_data SET block = x'00ff00ff00ff' WHERE id >"
                                   " 100",
                                   NULL, NULL, NULL),
                     ==, SQLITE_OK);
    sqlite3_close (handle);
  }
  test->store = piga_store_new (test->path, piga_kinds_get ());
  g_assert_true (piga_test_open (test->store, &error));
  hits = piga_test_search (test->store, "words", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 2);
}

static gint64
find_root (PigaTestStore *test, const char *name)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", name);

  return piga_test_get_integer (test->store, sql);
}

/* An index that cannot even be made anew is found out by a search; the next start takes everything
 * out into a new file. */
static void
test_index_lost (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PigaRescueReport) report = NULL;
  gint64 root;

  piga_test_keep_entry (test->store, "a", "words to be found", SECOND);
  root = find_root (test, "entry_search_data");
  piga_test_close (test);
  piga_test_blank_page (test->path, root);
  test->store = piga_store_new (test->path, piga_kinds_get ());
  g_assert_true (piga_test_open (test->store, &error));
  g_assert_null (piga_test_search (test->store, "words", 10, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_CORRUPT);
  g_clear_error (&error);
  piga_test_close (test);

  test->store = piga_store_new (test->path, piga_kinds_get ());
  g_assert_false (piga_test_open (test->store, NULL));
  piga_store_rescue_async (test->store, piga_test_keep_result, &result);
  report = piga_store_rescue_finish (test->store, piga_test_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->lost->len, ==, 0);
  hits = piga_test_search (test->store, "words", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
}

/* What we note for ourselves is not worth a word. */
static void
test_notes_lost (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) entry = piga_test_new_entry ("", "later");
  gint64 root;

  piga_test_keep_entry (test->store, "a", "words", SECOND);
  root = find_root (test, "note");
  piga_test_close (test);
  piga_test_blank_page (test->path, root);

  for (guint i = 0; i < 2; i++)
    {
      test->store = piga_store_new (test->path, piga_kinds_get ());
      g_assert_true (piga_test_open (test->store, &error));
      piga_record_set_integer (entry, PIGA_ENTRY_STEP, i + 1);
      g_assert_true (piga_test_save (test->store, entry, &error));
      g_assert_true (piga_test_delete (test->store, entry, &error));
      piga_test_settle_store (test->store);
      g_assert_null (piga_store_get_error (test->store));
      if (i == 0)
        piga_test_close (test);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                            \
  g_test_add (path, PigaTestStore, NULL, piga_test_store_set_up, func, piga_test_store_tear_down)
  add ("/mending/index-heals", test_index_heals);
  add ("/mending/index-lost", test_index_lost);
  add ("/mending/notes-lost", test_notes_lost);

  return g_test_run ();
}
