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
  g_assert_cmpint (piga_test_get_integer (
                     test->store, "SELECT count (*) FROM entry WHERE body = 'typed just before'"),
                   ==, 1);
}

typedef struct
{
  guint position, removed, added, n;
} Changes;

static void
note_changes (GListModel *model, guint position, guint removed, guint added, Changes *changes)
{
  *changes = (Changes) { position, removed, added, changes->n + 1 };
}

static gpointer
new_goal (const char *title)
{
  gpointer goal = piga_record_new (PIGA_TYPE_GOAL);

  piga_record_set_text (goal, PIGA_GOAL_TITLE, title);
  return goal;
}

static void
wait_for_items (GListModel *list, guint n)
{
  while (g_list_model_get_n_items (list) != n)
    g_main_context_iteration (NULL, TRUE);
}

/* One list for all, filled at one stroke, that follows the store and holds the live objects. */
static void
test_list (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) first = new_goal ("first");
  g_autoptr (GObject) second = new_goal ("second");
  g_autoptr (GObject) third = new_goal ("third");
  g_autoptr (GObject) item = NULL;
  GListModel *list;
  Changes changes = { 0 };

  piga_record_set_times (first, 1000000, 1000000, 0);
  piga_record_set_times (second, 2000000, 2000000, 0);
  g_assert_true (piga_test_save (test->store, second, &error));
  g_assert_true (piga_test_save (test->store, first, &error));
  g_assert_true (piga_test_save (test->store, third, &error));
  g_assert_true (piga_test_delete (test->store, third, &error));

  list = piga_store_list (test->store, PIGA_TYPE_GOAL);
  g_assert_true (list == piga_store_list (test->store, PIGA_TYPE_GOAL));
  g_signal_connect (list, "items-changed", G_CALLBACK (note_changes), &changes);
  wait_for_items (list, 2);
  g_assert_true (changes.n == 1 && changes.added == 2 && changes.removed == 0);
  item = g_list_model_get_item (list, 0);
  g_assert_true (item == first);
  g_clear_object (&item);

  g_assert_true (piga_test_undelete (test->store, third, &error));
  g_assert_true (changes.n == 2 && changes.position == 2 && changes.added == 1);
  piga_record_set_text (third, PIGA_GOAL_TITLE, "renamed");
  g_assert_true (piga_test_save (test->store, third, &error));
  g_assert_cmpuint (changes.n, ==, 2);
  g_assert_true (piga_test_delete (test->store, first, &error));
  g_assert_true (changes.n == 3 && changes.position == 0 && changes.removed == 1);
  g_assert_true (piga_test_undelete (test->store, first, &error));
  g_assert_true (changes.n == 4 && changes.position == 0 && changes.added == 1);
  item = g_list_model_get_item (list, 0);
  g_assert_true (item == first);
}

/* A record that is saved while the list is on its way is in it once. */
static void
test_list_meets_save (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) before = new_goal ("before");
  g_autoptr (GObject) after = new_goal ("after");
  g_autoptr (GObject) item = NULL;
  GListModel *list;
  Changes changes = { 0 };

  piga_store_save_async (test->store, before, NULL, NULL, NULL);
  list = piga_store_list (test->store, PIGA_TYPE_GOAL);
  g_signal_connect (list, "items-changed", G_CALLBACK (note_changes), &changes);
  piga_store_save_async (test->store, after, NULL, NULL, NULL);
  g_assert_true (piga_test_flush (test->store, &error));
  wait_for_items (list, 2);
  piga_test_settle_store (test->store);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_true (changes.n == 2 && changes.position == 1 && changes.added == 1);
  item = g_list_model_get_item (list, 0);
  g_assert_true (item == before);
}

/* What is read is the object that somebody has, with all that was typed and not yet saved. */
static void
test_one_object (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) goal = new_goal ("mine");
  g_autofree char *id = g_strdup (piga_record_get_id (goal));
  g_autoptr (GObject) found = NULL;
  g_autoptr (GObject) item = NULL;
  GListModel *list;

  g_assert_true (piga_test_save (test->store, goal, &error));
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "still typing");
  list = piga_store_list (test->store, PIGA_TYPE_GOAL);
  wait_for_items (list, 1);
  found = piga_test_find (test->store, PIGA_TYPE_GOAL, id, &error);
  item = g_list_model_get_item (list, 0);
  g_assert_true (found == goal && item == goal);
  g_assert_cmpstr (piga_record_get_text (found, PIGA_GOAL_TITLE), ==, "still typing");
  g_assert_true (piga_record_is_dirty (goal));
}

static gboolean
go_on (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* As long as something else is to be done, no more of a long list comes. */
static guint
hold_slices (void)
{
  return g_idle_add_full (G_PRIORITY_DEFAULT_IDLE - 1, go_on, NULL, NULL);
}

static char *
get_goal_id (guint number)
{
  return g_strdup_printf ("%08u-0000-7000-8000-000000000000", number);
}

static void
make_goals (PigaTestStore *test, guint n_goals)
{
  g_autofree char *sql = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
    "INSERT INTO goal (id, created_at, modified_at, revision, title, what, amount, unit, able,"
    " reason, rhythm, plan_when, plan_where, step, state, row)"
    " SELECT printf ('%%08d-0000-7000-8000-000000000000', i), i * 1000, i * 1000, 1, 'Goal', '',"
    " 0, '', '', '', 'once', '', '', 0, 'going', i FROM n",
    n_goals);

  piga_test_execute (test->store, sql);
}

static gpointer
find_goal (PigaTestStore *test, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = get_goal_id (number);
  gpointer goal = piga_test_find (test->store, PIGA_TYPE_GOAL, id, &error);

  g_assert_no_error (error);
  return goal;
}

static void
check_order (GListModel *list)
{
  gint64 last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) goal = g_list_model_get_item (list, i);

      g_assert_cmpint (piga_record_get_created_at (goal), >, last);
      last = piga_record_get_created_at (goal);
    }
}

/* A long list comes in slices, the newest first. What happens to a record in between, and to the
 * object that somebody had of it for a moment, is not undone by what was read before. */
static void
test_long_list (PigaTestStore *test, gconstpointer data)
{
  guint hold = hold_slices ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) fresh = new_goal ("fresh");
  g_autoptr (GObject) goal = NULL;
  GListModel *list;

  make_goals (test, 2000);
  list = piga_store_list (test->store, PIGA_TYPE_GOAL);
  wait_for_items (list, 500);
  goal = g_list_model_get_item (list, 0);
  g_assert_cmpint (piga_record_get_created_at (goal), ==, 1501 * 1000);
  g_assert_true (piga_test_delete (test->store, goal, &error));
  g_clear_object (&goal);

  goal = find_goal (test, 1);
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Renamed");
  g_assert_true (piga_test_save (test->store, goal, &error));
  g_clear_object (&goal);
  goal = find_goal (test, 2);
  g_assert_true (piga_test_delete (test->store, goal, &error));
  g_clear_object (&goal);
  g_assert_true (piga_test_save (test->store, fresh, &error));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 500);

  g_source_remove (hold);
  wait_for_items (list, 1999);
  piga_test_settle_store (test->store);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1999);
  check_order (list);
  goal = g_list_model_get_item (list, 0);
  g_assert_cmpstr (piga_record_get_text (goal, PIGA_GOAL_TITLE), ==, "Renamed");
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "And again");
  g_assert_true (piga_test_save (test->store, goal, &error));
  g_assert_no_error (error);
}

/* A store that is closed before the whole list has come. */
static void
test_long_list_closed (PigaTestStore *test, gconstpointer data)
{
  const guint hold = hold_slices ();
  GListModel *list;

  make_goals (test, 2000);
  list = piga_store_list (test->store, PIGA_TYPE_GOAL);
  wait_for_items (list, 500);
  piga_test_close (test);
  g_source_remove (hold);
  piga_test_drain ();
}

static void
note_order (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) found = piga_store_find_finish (PIGA_STORE (object), result, &error);

  g_string_append_c (data, found != NULL ? 'y' : 'n');
}

/* The worker does what it is given in the order it is given it. */
static void
test_worker_order (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GString) order = g_string_new (NULL);
  g_autoptr (GObject) entry = piga_test_new_entry ("", "words");
  const char *id = piga_record_get_id (entry);

  piga_store_find_async (test->store, PIGA_TYPE_ENTRY, id, NULL, note_order, order);
  piga_store_save_async (test->store, entry, NULL, NULL, NULL);
  piga_store_find_async (test->store, PIGA_TYPE_ENTRY, id, NULL, note_order, order);
  while (order->len < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (order->str, ==, "ny");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                            \
  g_test_add (path, PigaTestStore, NULL, piga_test_store_set_up, func, piga_test_store_tear_down)
  add ("/store/save-and-find", test_save_and_find);
  add ("/store/delete", test_delete);
  add ("/store/list", test_list);
  add ("/store/list-meets-save", test_list_meets_save);
  add ("/store/long-list", test_long_list);
  add ("/store/long-list-closed", test_long_list_closed);
  add ("/store/one-object", test_one_object);
  add ("/store/worker-order", test_worker_order);

  return g_test_run ();
}
