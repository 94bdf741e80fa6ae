/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every single call to the disk fails once, for everything that the store does. Each time there is
 * an error, nothing that was kept is lost, and the next try works. */

#include <glib/gstdio.h>

#include "piga-database-file.h"
#include "piga-migration.h"
#include "piga-test-store.h"
#include "piga-test-vfs.h"

#define NEVER 5000
/* Of the many calls that it takes to write all into a new file, one in so many fails. */
#define PLACE_STEP 9

/* So does one in so many of those that make a new database, after the first hundred; all of them
 * where PIGA_HATUA_ALL_FAULTS is set. */
#define FIRST_STEP 7
#define N_FIRST 100

typedef struct
{
  PigaTestFault fault;
  gboolean stays;
} Case;

static const Case cases[] = {
  { PIGA_TEST_FAULT_IO, FALSE },  { PIGA_TEST_FAULT_IO, TRUE },     { PIGA_TEST_FAULT_FULL, FALSE },
  { PIGA_TEST_FAULT_FULL, TRUE }, { PIGA_TEST_FAULT_SHORT, FALSE },
};

static PigaStore *
open_store (const char *path)
{
  g_autoptr (PigaStore) store = piga_store_new (path, piga_kinds_get ());
  g_autoptr (GError) error = NULL;

  piga_test_open (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (piga_store_get_state (store), ==, PIGA_STORE_READY);
  return g_steal_pointer (&store);
}

/* A store that was not closed: what was written last is only in its WAL. */
static void
leave_unclean (const char *path)
{
  PigaTestStore test = { .path = (char *) path, .store = open_store (path) };
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *copy = g_strconcat (path, "-copy", NULL);
  g_autofree char *wal_copy = g_strconcat (path, "-wal-copy", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  piga_test_keep_entry (test.store, "kept", "words", 1000);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
  g_free (bytes);
  g_assert_true (g_file_get_contents (wal, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (wal_copy, bytes, (gssize) length, NULL));
  piga_test_close (&test);
  g_assert_cmpint (g_rename (copy, path), ==, 0);
  g_assert_cmpint (g_rename (wal_copy, wal), ==, 0);
}

static void
check_kept (const char *path, guint n)
{
  PigaTestStore test = { .path = (char *) path, .store = open_store (path) };

  g_assert_cmpint (piga_test_get_integer (test.store, "SELECT count (*) FROM entry"), ==, n);
  g_assert_cmpint (
    piga_test_get_integer (test.store, "SELECT count (*) FROM entry WHERE body = 'words'"), ==, n);
  piga_test_close (&test);
}

/* Opens with the @n-th call failing. Returns whether a call failed. */
static gboolean
try_to_open (const char *path, const Case *one, guint n)
{
  g_autoptr (PigaStore) store = piga_store_new (path, piga_kinds_get ());
  g_autoptr (GError) error = NULL;
  PigaTestStore test = { .path = (char *) path };
  gboolean opened, failed;

  piga_test_vfs_arm (one->fault, n, one->stays);
  opened = piga_test_open (store, &error);
  failed = piga_test_vfs_disarm ();
  g_assert_true (opened == (error == NULL));
  g_assert_true (failed || opened);
  if (error != NULL)
    g_assert_true (error->domain == PIGA_ERROR);

  test.store = g_steal_pointer (&store);
  piga_test_close (&test);
  return failed;
}

static guint
get_first_step (guint n)
{
  return n < N_FIRST || g_getenv ("PIGA_HATUA_ALL_FAULTS") != NULL ? 1 : FIRST_STEP;
}

static void
test_first_open (gconstpointer data)
{
  gboolean failed = TRUE;

  for (guint n = 1; failed; n += get_first_step (n))
    {
      PigaTestFolder place;

      piga_test_folder_set_up (&place, NULL);
      failed = try_to_open (place.path, data, n);
      check_kept (place.path, 0);
      piga_test_folder_tear_down (&place, NULL);
      g_assert_cmpuint (n, <, NEVER);
    }
}

static void
test_open (gconstpointer data)
{
  gboolean failed = TRUE;

  for (guint n = 1; failed; n++)
    {
      PigaTestFolder place;

      piga_test_folder_set_up (&place, NULL);
      leave_unclean (place.path);
      failed = try_to_open (place.path, data, n);
      check_kept (place.path, 1);
      piga_test_folder_tear_down (&place, NULL);
      g_assert_cmpuint (n, <, NEVER);
    }
}

static void
test_save (gconstpointer data)
{
  const Case *one = data;
  gboolean failed = TRUE;
  guint n_saved = 0;
  PigaTestFolder place;
  PigaTestStore test;

  piga_test_folder_set_up (&place, NULL);
  test = (PigaTestStore) { .path = place.path, .store = open_store (place.path) };
  for (guint n = 1; failed; n++)
    {
      g_autoptr (GObject) entry = piga_test_new_entry ("", "words");
      g_autoptr (GError) error = NULL;
      gboolean saved;

      piga_test_vfs_arm (one->fault, n, one->stays);
      saved = piga_test_save (test.store, entry, &error);
      failed = piga_test_vfs_disarm ();
      g_assert_true (failed || saved);
      g_assert_true (saved == (error == NULL));
      g_assert_true (piga_record_is_dirty (entry) == !saved);
      if (!saved)
        {
          g_assert_true (error->domain == PIGA_ERROR);
          g_assert_nonnull (piga_store_get_error (test.store));
          g_clear_error (&error);
        }

      g_assert_true (piga_test_flush (test.store, &error));
      g_assert_no_error (error);
      g_assert_false (piga_record_is_dirty (entry));
      g_assert_null (piga_store_get_error (test.store));
      n_saved++;
      g_assert_cmpuint (n, <, NEVER);
    }
  piga_test_close (&test);
  g_assert_cmpuint (n_saved, >, 1);
  check_kept (place.path, n_saved);
  piga_test_folder_tear_down (&place, NULL);
}

static void
test_delete (gconstpointer data)
{
  const Case *one = data;
  gboolean failed = TRUE;
  PigaTestFolder place;
  PigaTestStore test;
  g_autoptr (GObject) entry = piga_test_new_entry ("", "words");
  g_autoptr (GError) error = NULL;

  piga_test_folder_set_up (&place, NULL);
  test = (PigaTestStore) { .path = place.path, .store = open_store (place.path) };
  g_assert_true (piga_test_save (test.store, entry, &error));
  for (guint n = 1; failed; n++)
    {
      gboolean deleted;

      piga_test_vfs_arm (one->fault, n, one->stays);
      deleted = piga_test_delete (test.store, entry, &error);
      failed = piga_test_vfs_disarm ();
      g_assert_true (failed || deleted);
      g_assert_true (deleted == (error == NULL));
      g_assert_true (deleted == (piga_record_get_deleted_at (entry) != 0));
      g_clear_error (&error);
      if (!deleted)
        g_assert_true (piga_test_delete (test.store, entry, &error));
      g_assert_true (piga_test_undelete (test.store, entry, &error));
    }
  piga_test_close (&test);
  check_kept (place.path, 1);
  piga_test_folder_tear_down (&place, NULL);
}

/* Searching teaches the index, which writes. */
static void
test_search (gconstpointer data)
{
  const Case *one = data;
  gboolean failed = TRUE;
  PigaTestFolder place;
  PigaTestStore test;
  guint n_entries = 0;

  piga_test_folder_set_up (&place, NULL);
  test = (PigaTestStore) { .path = place.path, .store = open_store (place.path) };
  for (guint n = 1; failed; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) first = NULL;
      g_autoptr (GPtrArray) second = NULL;

      piga_test_keep_entry (test.store, "", "words", 1000 * n);
      n_entries++;
      piga_test_vfs_arm (one->fault, n, one->stays);
      first = piga_test_search (test.store, "words", NEVER, &error);
      failed = piga_test_vfs_disarm ();
      g_assert_true (failed || first != NULL);
      g_clear_error (&error);
      second = piga_test_search (test.store, "words", NEVER, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (second->len, ==, n_entries);
    }
  piga_test_execute (test.store,
                     "INSERT INTO entry_search (entry_search, rank) VALUES ('integrity-check', 1)");
  piga_test_close (&test);
  check_kept (place.path, n_entries);
  piga_test_folder_tear_down (&place, NULL);
}

/* The file was deleted, and while all of it goes to a new one, a call fails. */
static void
test_place (gconstpointer data)
{
  const Case *one = data;
  gboolean failed = TRUE;
  guint n_saved = 0;
  PigaTestFolder place;
  PigaTestStore test;

  piga_test_folder_set_up (&place, NULL);
  test = (PigaTestStore) { .path = place.path, .store = open_store (place.path) };
  for (guint n = 1; failed; n += PLACE_STEP)
    {
      g_autoptr (GObject) entry = piga_test_new_entry ("", "words");
      g_autoptr (GError) error = NULL;
      gboolean saved;

      piga_test_vfs_arm (one->fault, n, one->stays);
      g_assert_cmpint (g_unlink (place.path), ==, 0);
      saved = piga_test_save (test.store, entry, &error);
      failed = piga_test_vfs_disarm ();
      g_assert_true (failed || saved);
      g_assert_true (piga_record_is_dirty (entry) == !saved);
      g_clear_error (&error);

      g_assert_true (piga_test_flush (test.store, &error));
      g_assert_no_error (error);
      g_assert_false (piga_record_is_dirty (entry));
      g_assert_true (g_file_test (place.path, G_FILE_TEST_EXISTS));
      n_saved++;
      g_assert_cmpuint (n, <, NEVER);
    }
  piga_test_close (&test);
  check_kept (place.path, n_saved);
  piga_test_folder_tear_down (&place, NULL);
}

static gpointer
new_interview (gpointer application, const char *recall)
{
  gpointer interview = piga_record_new (PIGA_TYPE_INTERVIEW);

  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_record_set_text (interview, PIGA_INTERVIEW_RECALL, recall);
  return interview;
}

/* An application with an interview, both in the trash, in this order. */
static GPtrArray *
keep_in_trash (PigaStore *store)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, piga_record_new (PIGA_TYPE_JOB_APPLICATION));
  g_ptr_array_add (records, new_interview (records->pdata[0], "zebramarker"));
  for (guint i = 0; i < records->len; i++)
    g_assert_true (piga_test_save (store, records->pdata[i], &error));
  for (guint i = 0; i < records->len; i++)
    g_assert_true (piga_test_delete (store, records->pdata[i], &error));
  return records;
}

static gint64
count_in_trash (PigaStore *store)
{
  return piga_test_get_integer (store,
                                "SELECT (SELECT count (*) FROM application WHERE deleted_at > 0)"
                                " + (SELECT count (*) FROM interview WHERE deleted_at > 0)");
}

static void
test_bring_back (gconstpointer data)
{
  const Case *one = data;
  gboolean failed = TRUE;
  PigaTestFolder place;
  PigaTestStore test;
  g_autoptr (GPtrArray) records = NULL;

  piga_test_folder_set_up (&place, NULL);
  test = (PigaTestStore) { .path = place.path, .store = open_store (place.path) };
  records = keep_in_trash (test.store);
  for (guint n = 1; failed; n++)
    {
      g_autoptr (GError) error = NULL;
      int n_back;

      piga_test_vfs_arm (one->fault, n, one->stays);
      n_back = piga_test_bring_back (test.store, records, &error);
      failed = piga_test_vfs_disarm ();
      g_assert_true (failed || n_back == 2);
      g_assert_true ((n_back == -1) == (error != NULL));
      g_assert_cmpint (count_in_trash (test.store), ==, n_back == -1 ? 2 : 0);
      g_clear_error (&error);
      if (n_back == -1)
        g_assert_cmpint (piga_test_bring_back (test.store, records, &error), ==, 2);
      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        g_assert_true (piga_test_delete (test.store, records->pdata[i], &error));
      g_assert_cmpuint (n, <, NEVER);
    }
  piga_test_close (&test);
  piga_test_folder_tear_down (&place, NULL);
}

/* What is done when it is quiet. */
static void
erase_removed (PigaDatabase *database, gpointer store)
{
  g_autoptr (GError) error = NULL;

  piga_store_erase_removed (store, database, &error);
  g_assert_no_error (error);
}

static void
test_erase (gconstpointer data)
{
  const Case *one = data;
  gboolean failed = TRUE;
  PigaTestFolder place;
  PigaTestStore test;

  piga_test_folder_set_up (&place, NULL);
  test = (PigaTestStore) { .path = place.path, .store = open_store (place.path) };
  for (guint n = 1; failed; n++)
    {
      g_autoptr (GPtrArray) records = keep_in_trash (test.store);
      g_autoptr (GError) error = NULL;
      int n_erased;

      piga_test_vfs_arm (one->fault, n, one->stays);
      n_erased = piga_test_erase (test.store, records, &error);
      failed = piga_test_vfs_disarm ();
      g_assert_true (failed || n_erased == 2);
      g_assert_true ((n_erased == -1) == (error != NULL));
      g_assert_cmpint (count_in_trash (test.store), ==, n_erased == -1 ? 2 : 0);
      g_clear_error (&error);
      if (n_erased == -1)
        g_assert_cmpint (piga_test_erase (test.store, records, &error), ==, 2);
      g_assert_no_error (error);

      /* What failed after the rows were gone was noted. */
      piga_test_with_database (test.store, erase_removed, test.store);
      g_assert_false (piga_test_is_somewhere (place.folder, "zebramarker"));
      g_assert_cmpuint (n, <, NEVER);
    }
  piga_test_close (&test);
  piga_test_folder_tear_down (&place, NULL);
}

static void
add (const char *name, GTestDataFunc func)
{
  static const char *const faults[] = { "io", "full", "short" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/%s/%s%s", name, faults[cases[i].fault],
                                               cases[i].stays ? "-stays" : "");

      g_test_add_data_func (path, &cases[i], func);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  piga_test_vfs_install ();

  add ("first-open", test_first_open);
  add ("open", test_open);
  add ("save", test_save);
  add ("delete", test_delete);
  add ("search", test_search);
  add ("bring-back", test_bring_back);
  add ("erase", test_erase);
  add ("place", test_place);

  return g_test_run ();
}
