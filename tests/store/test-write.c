/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a word comes to the disk: in order, into its own record, not lost when the disk says no. */

#include <string.h>

#include "piga-test-store.h"
#include "piga-test-vfs.h"

typedef struct
{
  guint n_done;
  guint n_failed;
} Answers;

static void
on_saved (GObject *object, GAsyncResult *result, gpointer data)
{
  Answers *answers = data;
  g_autoptr (GError) error = NULL;

  if (piga_store_save_finish (PIGA_STORE (object), result, &error))
    answers->n_done++;
  else
    answers->n_failed++;
}

static void
on_deleted (GObject *object, GAsyncResult *result, gpointer data)
{
  Answers *answers = data;
  g_autoptr (GError) error = NULL;

  if (piga_store_delete_finish (PIGA_STORE (object), result, &error))
    answers->n_done++;
  else
    answers->n_failed++;
}

static void
on_undeleted (GObject *object, GAsyncResult *result, gpointer data)
{
  Answers *answers = data;
  g_autoptr (GError) error = NULL;

  if (piga_store_undelete_finish (PIGA_STORE (object), result, &error))
    answers->n_done++;
  else
    answers->n_failed++;
}

#define N_ENTRIES 50
#define N_SWITCHES 10000

/* Somebody types into one entry and switches to another while the first is still on its way, ten
 * thousand times. What is on the disk in the end is what each entry held last. */
static void
test_switches (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Answers answers = { 0 };

  for (guint i = 0; i < N_ENTRIES; i++)
    g_ptr_array_add (entries, piga_test_new_entry ("", ""));
  for (guint i = 0; i < N_SWITCHES; i++)
    {
      gpointer entry = entries->pdata[g_test_rand_int_range (0, N_ENTRIES)];
      g_autofree char *body =
        g_strdup_printf ("%s %d %u", piga_record_get_id (entry), g_test_rand_int (), i);

      piga_record_set_text (entry, PIGA_ENTRY_BODY, body);
      piga_store_save_async (test->store, entry, NULL, on_saved, &answers);
      if (i % 20 == 0)
        while (g_main_context_iteration (NULL, FALSE))
          ;
    }
  g_assert_true (piga_test_flush (test->store, &error));
  g_assert_no_error (error);
  while (answers.n_done + answers.n_failed < N_SWITCHES)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (answers.n_failed, ==, 0);

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      gpointer entry = entries->pdata[i];

      g_assert_false (piga_record_is_dirty (entry));
      g_ptr_array_add (ids, g_strdup (piga_record_get_id (entry)));
      g_ptr_array_add (
        hashes, g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                               piga_record_get_text (entry, PIGA_ENTRY_BODY), -1));
    }
  g_ptr_array_set_size (entries, 0);
  piga_test_reopen (test);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autoptr (GObject) entry =
        piga_test_find (test->store, PIGA_TYPE_ENTRY, ids->pdata[i], &error);
      g_autofree char *hash = g_compute_checksum_for_string (
        G_CHECKSUM_SHA256, piga_record_get_text (entry, PIGA_ENTRY_BODY), -1);

      g_assert_cmpstr (hash, ==, hashes->pdata[i]);
    }
}

/* Saves that wait for one that is on its way become one. */
static void
test_coalesces (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = piga_test_new_entry ("", "a");
  g_autoptr (GError) error = NULL;
  Answers answers = { 0 };

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *body = g_strdup_printf ("%u", i);

      piga_record_set_text (entry, PIGA_ENTRY_BODY, body);
      piga_store_save_async (test->store, entry, NULL, on_saved, &answers);
    }
  g_assert_true (piga_test_flush (test->store, &error));
  while (answers.n_done < 100)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (piga_record_get_revision (entry), ==, 2);
  g_assert_cmpint (
    piga_test_get_integer (test->store, "SELECT count (*) FROM entry WHERE body = '99'"), ==, 1);
}

/* Typing on while a save is on its way leaves the record dirty, and the next save takes it. */
static void
test_types_on (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = piga_test_new_entry ("", "first");
  g_autoptr (GError) error = NULL;
  Answers answers = { 0 };

  piga_store_save_async (test->store, entry, NULL, on_saved, &answers);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "second");
  while (answers.n_done == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (piga_record_is_dirty (entry));
  g_assert_cmpint (
    piga_test_get_integer (test->store, "SELECT count (*) FROM entry WHERE body = 'first'"), ==, 1);
  g_assert_true (piga_test_save (test->store, entry, &error));
  g_assert_cmpint (
    piga_test_get_integer (test->store, "SELECT count (*) FROM entry WHERE body = 'second'"), ==,
    1);
}

/* Everything asked for at once is done in its order. */
static void
test_order (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = piga_test_new_entry ("", "typed");
  g_autoptr (GError) error = NULL;
  Answers answers = { 0 };

  piga_store_save_async (test->store, entry, NULL, on_saved, &answers);
  piga_store_delete_async (test->store, entry, NULL, on_deleted, &answers);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "typed on");
  piga_store_undelete_async (test->store, entry, NULL, on_undeleted, &answers);
  piga_store_save_async (test->store, entry, NULL, on_saved, &answers);
  piga_store_delete_async (test->store, entry, NULL, on_deleted, &answers);
  g_assert_true (piga_test_flush (test->store, &error));
  while (answers.n_done + answers.n_failed < 5)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (answers.n_failed, ==, 0);
  g_assert_cmpint (piga_record_get_deleted_at (entry), >, 0);
  g_assert_cmpint (piga_test_get_integer (test->store,
                                          "SELECT count (*) FROM entry WHERE deleted_at IS NOT"
                                          " NULL AND body = 'typed on'"),
                   ==, 1);
}

/* An entry of which the disk knows nothing can go and come back. */
static void
test_never_written (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) empty = piga_record_new (PIGA_TYPE_ENTRY);
  g_autoptr (GObject) goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_test_delete (test->store, empty, &error));
  g_assert_cmpint (piga_record_get_deleted_at (empty), >, 0);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count (*) FROM entry"), ==, 0);
  g_assert_true (piga_test_undelete (test->store, empty, &error));
  g_assert_cmpint (piga_record_get_deleted_at (empty), ==, 0);

  /* A goal without a title cannot be saved, but it can be thrown away. */
  piga_record_set_text (goal, PIGA_GOAL_REASON, "because");
  g_assert_false (piga_test_save (test->store, goal, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (piga_test_delete (test->store, goal, &error));
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count (*) FROM goal"), ==, 0);
  g_assert_null (piga_store_get_error (test->store));
}

static void
assert_unsaved (PigaTestStore *test, guint n_records)
{
  g_autoptr (GPtrArray) unsaved = piga_store_list_unsaved (test->store);

  g_assert_cmpuint (unsaved->len, ==, n_records);
}

/* What breaks a rule of its kind counts as unsaved, though nobody holds it any more but the store,
 * until it is mended. */
static void
test_invalid (PigaTestStore *test, gconstpointer data)
{
  GObject *goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autofree char *id = g_strdup (piga_record_get_id (goal));
  g_autoptr (GObject) kept = NULL;
  g_autoptr (GError) error = NULL;

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Apply");
  g_assert_true (piga_test_save (test->store, goal, &error));
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "");
  piga_record_set_text (goal, PIGA_GOAL_REASON, "because");
  piga_store_save_async (test->store, goal, NULL, NULL, NULL);
  g_object_unref (goal);

  g_assert_false (piga_test_flush (test->store, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
  g_assert_error (piga_store_get_error (test->store), PIGA_ERROR, PIGA_ERROR_INVALID);
  assert_unsaved (test, 1);
  g_clear_error (&error);

  kept = piga_test_find (test->store, PIGA_TYPE_GOAL, id, &error);
  g_assert_cmpstr (piga_record_get_text (kept, PIGA_GOAL_REASON), ==, "because");
  piga_record_set_text (kept, PIGA_GOAL_TITLE, "Apply again");
  g_assert_true (piga_test_save (test->store, kept, &error));
  g_assert_true (piga_test_flush (test->store, &error));
  g_assert_null (piga_store_get_error (test->store));
  assert_unsaved (test, 0);
}

/* A text over the length is refused as one that could not be saved, and the disk's own trouble is
 * told before it. */
static void
test_too_long (PigaTestStore *test, gconstpointer data)
{
  g_autofree char *text = g_strnfill (16 * 1024 * 1024 + 1, 'a');
  g_autoptr (GObject) entry = piga_test_new_entry ("", text);
  g_autoptr (GObject) other = piga_test_new_entry ("", "short");
  g_autoptr (GError) error = NULL;

  g_assert_false (piga_test_save (test->store, entry, &error));
  g_clear_error (&error);
  piga_test_execute (test->store, "PRAGMA query_only = ON");
  g_assert_false (piga_test_save (test->store, other, &error));
  g_assert_error (piga_store_get_error (test->store), PIGA_ERROR, PIGA_ERROR_READ_ONLY);
  assert_unsaved (test, 2);
  g_clear_error (&error);

  piga_test_execute (test->store, "PRAGMA query_only = OFF");
  g_assert_false (piga_test_flush (test->store, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
  assert_unsaved (test, 1);
  piga_store_forget (test->store, entry);
  g_clear_error (&error);
  g_assert_true (piga_test_flush (test->store, &error));
}

/* A goal that has become invalid goes to the trash as the disk has it, and comes back dirty. */
static void
test_delete_invalid (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (GError) error = NULL;

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Apply");
  g_assert_true (piga_test_save (test->store, goal, &error));
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "");
  g_assert_true (piga_test_delete (test->store, goal, &error));
  g_assert_true (piga_record_is_dirty (goal));
  g_assert_cmpint (piga_test_get_integer (test->store,
                                          "SELECT count (*) FROM goal WHERE title = 'Apply' AND"
                                          " deleted_at IS NOT NULL"),
                   ==, 1);
  g_assert_true (piga_test_undelete (test->store, goal, &error));
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Apply again");
  g_assert_true (piga_test_save (test->store, goal, &error));
  g_assert_false (piga_record_is_dirty (goal));
}

static gboolean
note_time (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_clean (gpointer entry)
{
  return !piga_record_is_dirty (entry);
}

/* Once the disk has room again, what could not be saved before goes there with the next save, and
 * not only when its own time comes: that would be a second later. */
static void
test_room_again (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) older = piga_test_new_entry ("", "older");
  g_autoptr (GObject) newer = piga_test_new_entry ("", "newer");
  gboolean time_has_come = FALSE;
  guint timer;

  piga_test_vfs_arm (PIGA_TEST_FAULT_FULL, 1, TRUE);
  timer = g_timeout_add (900, note_time, &time_has_come);
  g_assert_false (piga_test_save (test->store, older, NULL));
  g_assert_error (piga_store_get_error (test->store), PIGA_ERROR, PIGA_ERROR_FULL);
  g_assert_true (piga_test_vfs_disarm ());

  g_assert_true (piga_test_save (test->store, newer, NULL));
  if (time_has_come)
    {
      g_test_skip ("The machine is too busy to tell one from the other");
      return;
    }
  g_assert_true (piga_test_wait_until (is_clean, older));
  g_assert_false (time_has_come);
  g_source_remove (timer);
  g_assert_null (piga_store_get_error (test->store));
}

/* The row is not the one that was read: nothing is written over it, and the text stays here. */
static void
test_conflict (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = piga_test_new_entry ("", "mine");
  g_autoptr (GObject) twin = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_test_save (test->store, entry, &error));
  piga_test_execute (test->store, "UPDATE entry SET revision = 7, body = 'theirs'");
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "mine again");
  g_assert_false (piga_test_save (test->store, entry, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (piga_record_is_dirty (entry));
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, "mine again");
  g_assert_error (piga_store_get_error (test->store), PIGA_ERROR, PIGA_ERROR_CONFLICT);
  g_assert_false (piga_test_flush (test->store, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (
    piga_test_get_integer (test->store, "SELECT count (*) FROM entry WHERE body = 'theirs'"), ==,
    1);

  /* Nor can a second object of the same record get between. */
  twin = piga_record_new_with_id (PIGA_TYPE_ENTRY, piga_record_get_id (entry));
  g_assert_false (piga_test_save (test->store, twin, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_CONFLICT);
  piga_test_execute (test->store, "UPDATE entry SET revision = 1");
  g_clear_error (&error);
  g_assert_true (piga_test_save (test->store, entry, &error));
  g_assert_null (piga_store_get_error (test->store));
}

static void
count_notify (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static gboolean
is_pending (PigaStore *store)
{
  gboolean pending;

  g_object_get (store, "pending", &pending, NULL);
  return pending;
}

static gboolean
is_saved (gpointer store)
{
  return !is_pending (store);
}

/* A full disk: the store says so, keeps the text, and saves it by itself once there is room. */
static void
test_retries (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = piga_test_new_entry ("", "in spite of all");
  g_autoptr (GObject) other = piga_test_new_entry ("", "another");
  g_autoptr (GError) error = NULL;
  guint n_errors = 0;

  g_signal_connect (test->store, "notify::error", G_CALLBACK (count_notify), &n_errors);
  piga_test_vfs_arm (PIGA_TEST_FAULT_FULL, 1, TRUE);
  g_assert_false (piga_test_save (test->store, entry, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FULL);
  g_clear_error (&error);
  g_assert_error (piga_store_get_error (test->store), PIGA_ERROR, PIGA_ERROR_FULL);
  g_assert_true (is_pending (test->store));
  g_assert_false (piga_test_flush (test->store, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (piga_test_save (test->store, other, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FULL);
  g_assert_cmpuint (n_errors, ==, 1);
  g_assert_true (piga_record_is_dirty (entry));
  piga_test_vfs_disarm ();

  g_assert_true (piga_test_wait_until (is_saved, test->store));
  g_assert_false (piga_record_is_dirty (entry));
  g_assert_false (piga_record_is_dirty (other));
  g_assert_null (piga_store_get_error (test->store));
  g_assert_cmpuint (n_errors, ==, 2);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count (*) FROM entry"), ==, 2);
}

/* What was asked for while the store was being opened is done when it is. */
static void
test_before_open (void)
{
  g_autofree char *folder = piga_test_make_folder ();
  PigaTestStore test = { .path = g_build_filename (folder, "piga-hatua.db", NULL) };
  g_autoptr (GObject) entry = piga_test_new_entry ("", "early");
  g_autoptr (GError) error = NULL;
  Answers answers = { 0 };
  GListModel *list;

  test.store = piga_store_new (test.path, piga_kinds_get ());
  list = piga_store_list (test.store, PIGA_TYPE_GOAL);
  g_assert_cmpuint (piga_store_get_state (test.store), ==, PIGA_STORE_OPENING);
  piga_store_open_async (test.store, NULL, NULL, NULL);
  piga_store_save_async (test.store, entry, NULL, on_saved, &answers);
  g_assert_true (piga_test_flush (test.store, &error));
  g_assert_cmpint (piga_record_get_revision (entry), ==, 1);
  g_assert_cmpuint (piga_store_get_state (test.store), ==, PIGA_STORE_READY);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  piga_test_close (&test);
  piga_test_remove_folder (folder);
  g_free (test.path);
}

/* Whatever is text goes in and comes out as it was. */
static void
test_texts (PigaTestStore *test, gconstpointer data)
{
  static const char *const texts[] = {
    "emoji 🙂 👩🏾‍💻",
    "e\xcc\x81 and \xc3\xa9",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x80\xae",
    "line\xe2\x80\xa8separator",
    "'); DROP TABLE entry; --",
    "%_\\\"''",
    "\t\n\r ",
    "\xef\xbb\xbf",
    "\xf4\x8f\xbf\xbf",
  };
  g_autofree char *brackets = g_strnfill (10000, '(');
  g_autofree char *huge = g_strnfill (10 * 1024 * 1024, 'x');
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (all, (gpointer) texts[i]);
  g_ptr_array_add (all, brackets);
  g_ptr_array_add (all, huge);

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GObject) entry = piga_test_new_entry ("", all->pdata[i]);
      g_autofree char *id = g_strdup (piga_record_get_id (entry));

      g_assert_true (piga_test_save (test->store, entry, &error));
      g_clear_object (&entry);
      entry = piga_test_find (test->store, PIGA_TYPE_ENTRY, id, &error);
      g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, all->pdata[i]);
    }
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count (*) FROM entry"), ==,
                   all->len);
}

/* What is not text never gets there. */
static void
test_no_text (PigaTestStore *test, gconstpointer data)
{
  static const char *const no_texts[] = { "\xff", "\xc0\x80", "\xed\xa0\x80", "half \xe2\x80" };

  for (guint i = 0; i < G_N_ELEMENTS (no_texts); i++)
    {
      g_autoptr (GObject) entry = piga_test_new_entry ("", no_texts[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (piga_test_save (test->store, entry, &error));
      g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
      g_assert_true (piga_record_is_dirty (entry));
      piga_store_forget (test->store, entry);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  piga_test_vfs_install ();

#define add(path, func)                                                                            \
  g_test_add (path, PigaTestStore, NULL, piga_test_store_set_up, func, piga_test_store_tear_down)
  add ("/write/switches", test_switches);
  add ("/write/coalesces", test_coalesces);
  add ("/write/types-on", test_types_on);
  add ("/write/order", test_order);
  add ("/write/never-written", test_never_written);
  add ("/write/delete-invalid", test_delete_invalid);
  add ("/write/invalid", test_invalid);
  add ("/write/too-long", test_too_long);
  add ("/write/room-again", test_room_again);
  add ("/write/conflict", test_conflict);
  add ("/write/retries", test_retries);
  g_test_add_func ("/write/before-open", test_before_open);
  add ("/write/texts", test_texts);
  add ("/write/no-text", test_no_text);

  return g_test_run ();
}
