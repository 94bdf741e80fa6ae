/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving, finding, deleting: what the floor above relies on. */

#include <string.h>

#include "piga-test-store.h"

static void
count_saved (PigaStore *store, PigaRecord *record, gboolean fresh, guint counts[2])
{
  counts[fresh ? 0 : 1]++;
}

static void
count_deleted (PigaStore *store, PigaRecord *record, guint *count)
{
  (*count)++;
}

static void
test_save_and_find (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) entry = piga_test_new_entry ("Baada ya mahojiano", "Nilijisikia vibaya.");
  g_autofree char *id = g_strdup (piga_record_get_id (entry));
  const gint64 created_at = piga_record_get_created_at (entry);
  g_autoptr (GObject) found = NULL;
  guint counts[2] = { 0, 0 };

  g_signal_connect (test->store, "record-saved::entry", G_CALLBACK (count_saved), counts);
  g_assert_true (piga_test_save (test->store, entry, &error));
  g_assert_false (piga_record_is_dirty (entry));
  g_assert_cmpint (piga_record_get_revision (entry), ==, 1);

  piga_record_set_integer (entry, PIGA_ENTRY_MOOD, PIGA_MOOD_LOW);
  g_assert_true (piga_test_save (test->store, entry, &error));
  g_assert_cmpint (piga_record_get_revision (entry), ==, 2);
  g_assert_true (piga_test_save (test->store, entry, &error));
  g_assert_cmpint (piga_record_get_revision (entry), ==, 2);
  g_assert_true (counts[0] == 1 && counts[1] == 1);

  found = piga_test_find (test->store, PIGA_TYPE_ENTRY, id, &error);
  g_assert_true (found == entry);
  g_clear_object (&found);
  g_assert_finalize_object (g_steal_pointer (&entry));

  piga_test_reopen (test);
  found = piga_test_find (test->store, PIGA_TYPE_ENTRY, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (piga_record_get_text (found, PIGA_ENTRY_TITLE), ==, "Baada ya mahojiano");
  g_assert_cmpstr (piga_record_get_text (found, PIGA_ENTRY_BODY), ==, "Nilijisikia vibaya.");
  g_assert_cmpint (piga_record_get_integer (found, PIGA_ENTRY_MOOD), ==, PIGA_MOOD_LOW);
  g_assert_cmpint (piga_record_get_created_at (found), ==, created_at);
  g_assert_cmpint (piga_record_get_revision (found), ==, 2);
  g_assert_false (piga_record_is_dirty (found));

  g_assert_null (piga_test_find (test->store, PIGA_TYPE_GOAL, id, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_NOT_FOUND);
}

static void
test_delete (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) entry = piga_test_new_entry ("Title", "Kept");
  const char *id = piga_record_get_id (entry);
  g_autoptr (GObject) found = NULL;
  guint counts[2] = { 0, 0 };
  guint n_deleted = 0;

  piga_test_save (test->store, entry, &error);
  g_signal_connect (test->store, "record-saved", G_CALLBACK (count_saved), counts);
  g_signal_connect (test->store, "record-deleted::entry", G_CALLBACK (count_deleted), &n_deleted);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "typed just before");
  g_assert_true (piga_test_delete (test->store, entry, &error));
  g_assert_cmpint (piga_record_get_deleted_at (entry), >, 0);
  g_assert_false (piga_record_is_dirty (entry));
  g_assert_cmpuint (n_deleted, ==, 1);
  g_assert_null (piga_test_find (test->store, PIGA_TYPE_ENTRY, id, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (piga_test_undelete (test->store, entry, &error));
  g_assert_cmpint (piga_record_get_deleted_at (entry), ==, 0);
  g_assert_true (counts[0] == 1 && counts[1] == 0);
  found = piga_test_find (test->store, PIGA_TYPE_ENTRY, id, &error);
  g_assert_true (found == entry);
  g_assert_cmpint (
      piga_test_get_integer (test->store,
                             "SELECT count (*) FROM entry WHERE body = 'typed just before'"),
      ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                          \
  g_test_add (path, PigaTestStore, NULL, piga_test_store_set_up, func, piga_test_store_tear_down)
  add ("/store/save-and-find", test_save_and_find);
  add ("/store/delete", test_delete);

  return g_test_run ();
}
