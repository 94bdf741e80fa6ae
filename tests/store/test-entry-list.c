/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The journal as a list: what is in it, what it announces, and what it keeps in memory. */

#include "piga-entry-list.h"
#include "piga-test-store.h"

#define SECOND G_TIME_SPAN_SECOND

typedef struct
{
  guint position, removed, added, n;
} Changes;

static void
note_changes (GListModel *model, guint position, guint removed, guint added, Changes *changes)
{
  *changes = (Changes) { position, removed, added, changes->n + 1 };
}

static PigaEntryList *
new_list (PigaTestStore *test, const PigaEntryFilter *filter)
{
  PigaEntryList *list = piga_entry_list_new (test->store, filter);

  while (piga_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  return list;
}

static PigaEntryLine *
get_loaded_line (PigaEntryList *list, guint position)
{
  PigaEntryLine *line = g_list_model_get_item (G_LIST_MODEL (list), position);

  while (!piga_entry_line_is_loaded (line))
    g_main_context_iteration (NULL, TRUE);
  return line;
}

static guint
get_n_items (PigaEntryList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static gint64
get_time (int year, int month, int day, int hour)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (year, month, day, hour, 0, 0);

  return g_date_time_to_unix_usec (time);
}

static void
test_follows (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaEntryList) list = new_list (test, NULL);
  g_autoptr (GObject) middle = piga_test_new_entry ("", "The first line\nand more");
  g_autoptr (PigaEntryLine) line = NULL;
  g_autoptr (PigaEntryLine) again = NULL;
  Changes changes = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (note_changes), &changes);
  piga_test_keep_entry (test->store, "old", "", 1000 * SECOND);
  g_assert_true (changes.position == 0 && changes.removed == 0 && changes.added == 1);
  piga_test_keep_entry (test->store, "new", "", 3000 * SECOND);
  g_assert_true (changes.position == 0 && changes.removed == 0 && changes.added == 1);
  piga_record_set_times (middle, 2000 * SECOND, 2000 * SECOND, 0);
  piga_test_save (test->store, middle, &error);
  g_assert_true (changes.position == 1 && changes.removed == 0 && changes.added == 1);
  g_assert_cmpuint (changes.n, ==, 3);

  line = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (piga_entry_line_is_loaded (line));
  g_assert_cmpstr (piga_entry_line_get_title (line), ==, "The first line");
  g_assert_cmpstr (piga_entry_line_get_excerpt (line), ==, "and more");
  g_assert_cmpuint (piga_entry_list_find (list, piga_record_get_id (middle), 2000 * SECOND), ==, 1);
  g_assert_cmpint (piga_entry_list_get_time (list, 2), ==, 1000 * SECOND);

  piga_record_set_text (middle, PIGA_ENTRY_TITLE, "Titled");
  piga_test_save (test->store, middle, &error);
  g_assert_cmpuint (changes.n, ==, 3);
  g_assert_cmpstr (piga_entry_line_get_title (line), ==, "Titled");
  again = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (again == line);

  piga_test_delete (test->store, middle, &error);
  g_assert_true (changes.position == 1 && changes.removed == 1 && changes.added == 0);
  g_assert_cmpuint (piga_entry_list_find (list, piga_record_get_id (middle), 2000 * SECOND), ==,
                    G_MAXUINT);
  piga_test_undelete (test->store, middle, &error);
  g_assert_true (changes.position == 1 && changes.removed == 0 && changes.added == 1);
  g_assert_cmpuint (get_n_items (list), ==, 3);
}

static void
test_loads (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaEntryList) list = NULL;
  g_autoptr (PigaEntryLine) line = NULL;
  guint n_notified = 0;

  piga_test_keep_entry (test->store, "one", "body of one", 1000 * SECOND);
  piga_test_keep_entry (test->store, "two", "body of two", 1000 * SECOND);
  piga_test_reopen (test);

  list = new_list (test, NULL);
  g_assert_cmpuint (get_n_items (list), ==, 2);
  line = get_loaded_line (list, 0);
  g_assert_cmpstr (piga_entry_line_get_title (line), ==, "two");
  g_assert_cmpstr (piga_entry_line_get_excerpt (line), ==, "body of two");
  g_assert_cmpint (piga_entry_line_get_created_at (line), ==, 1000 * SECOND);
  g_assert_cmpuint (piga_entry_list_find (list, piga_entry_line_get_id (line), 1000 * SECOND), ==,
                    0);
  g_assert_cmpuint (n_notified, ==, 0);
}

static void
test_months (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaEntryList) list = NULL;
  guint start, end;

  piga_test_keep_entry (test->store, "d", "", get_time (2025, 12, 31, 23));
  piga_test_keep_entry (test->store, "c", "", get_time (2026, 1, 1, 0));
  piga_test_keep_entry (test->store, "b", "", get_time (2026, 1, 31, 23));
  piga_test_keep_entry (test->store, "a", "", get_time (2026, 3, 1, 0));
  list = new_list (test, NULL);

  piga_entry_list_get_month (list, 0, &start, &end);
  g_assert_true (start == 0 && end == 1);
  piga_entry_list_get_month (list, 1, &start, &end);
  g_assert_true (start == 1 && end == 3);
  piga_entry_list_get_month (list, 2, &start, &end);
  g_assert_true (start == 1 && end == 3);
  piga_entry_list_get_month (list, 3, &start, &end);
  g_assert_true (start == 3 && end == 4);
}

static void
test_filter (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaEntryList) list = NULL;
  g_autoptr (GObject) entry = piga_test_new_entry ("mine", "");
  PigaEntryFilter filter = { .step = 3 };
  Changes changes = { 0 };

  piga_record_set_times (entry, get_time (2026, 3, 5, 12), 0, 0);
  piga_record_set_integer (entry, PIGA_ENTRY_STEP, 3);
  piga_record_set_integer (entry, PIGA_ENTRY_MOOD, PIGA_MOOD_GOOD);
  piga_test_save (test->store, entry, &error);
  piga_test_keep_entry (test->store, "other", "", get_time (2026, 3, 6, 0));

  list = new_list (test, &filter);
  g_assert_cmpuint (get_n_items (list), ==, 1);
  g_signal_connect (list, "items-changed", G_CALLBACK (note_changes), &changes);
  piga_record_set_integer (entry, PIGA_ENTRY_STEP, 4);
  piga_test_save (test->store, entry, &error);
  g_assert_true (changes.n == 1 && changes.position == 0 && changes.removed == 1);
  piga_record_set_integer (entry, PIGA_ENTRY_STEP, 3);
  piga_test_save (test->store, entry, &error);
  g_assert_true (changes.n == 2 && changes.position == 0 && changes.added == 1);
  piga_test_keep_entry (test->store, "none of these", "", get_time (2026, 3, 7, 0));
  g_assert_cmpuint (changes.n, ==, 2);

  filter = (PigaEntryFilter) { .mood = PIGA_MOOD_LOW };
  piga_entry_list_set_filter (list, &filter);
  filter = (PigaEntryFilter) { .mood = PIGA_MOOD_GOOD };
  piga_entry_list_set_filter (list, &filter);
  while (piga_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (get_n_items (list), ==, 1);
  g_assert_cmpuint (changes.n, ==, 3);

  filter =
    (PigaEntryFilter) { .from = piga_day_new (2026, 3, 6), .until = piga_day_new (2026, 3, 6) };
  piga_entry_list_set_filter (list, &filter);
  while (piga_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (get_n_items (list), ==, 1);
  piga_entry_list_set_filter (list, NULL);
  while (piga_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (get_n_items (list), ==, 3);
}

/* Makes an interview that was not chosen, which is a round, and returns its id. */
static char *
keep_round (PigaStore *store)
{
  g_autoptr (GObject) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (GObject) interview = piga_record_new (PIGA_TYPE_INTERVIEW);
  g_autoptr (GError) error = NULL;

  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_test_save (store, application, &error);
  piga_test_save (store, interview, &error);
  g_assert_no_error (error);
  return g_strdup (piga_record_get_id (interview));
}

static void
set_round (PigaEntryList *list, const char *round)
{
  g_autofree char *passing = g_strdup (round);
  const PigaEntryFilter filter = { .step = 2, .round = passing };

  piga_entry_list_set_filter (list, &filter);
}

static void
assert_n_items (PigaEntryList *list, guint n)
{
  while (piga_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (get_n_items (list), ==, n);
}

/* Each round of a step has its own entries, and those of no round are together. */
static void
test_rounds (PigaTestStore *test, gconstpointer data)
{
  g_autofree char *first = keep_round (test->store);
  g_autofree char *second = keep_round (test->store);
  const char *const rounds[] = { first, first, second, "", "", "" };
  g_autoptr (PigaEntryList) list = new_list (test, NULL);
  g_autoptr (GObject) entry = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_clear_object (&entry);
      entry = piga_test_new_entry ("", rounds[i]);
      piga_record_set_integer (entry, PIGA_ENTRY_STEP, 2);
      piga_record_set_text (entry, PIGA_ENTRY_ROUND, rounds[i]);
      piga_test_save (test->store, entry, &error);
      g_assert_no_error (error);
    }

  set_round (list, first);
  assert_n_items (list, 2);
  set_round (list, second);
  assert_n_items (list, 1);
  set_round (list, NULL);
  assert_n_items (list, 6);
  set_round (list, "");
  assert_n_items (list, 3);

  /* An entry that changes its round leaves the list, and comes back. */
  piga_record_set_text (entry, PIGA_ENTRY_ROUND, second);
  piga_test_save (test->store, entry, &error);
  g_assert_cmpuint (get_n_items (list), ==, 2);
  piga_record_set_text (entry, PIGA_ENTRY_ROUND, "");
  piga_test_save (test->store, entry, &error);
  g_assert_cmpuint (get_n_items (list), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                            \
  g_test_add (path, PigaTestStore, NULL, piga_test_store_set_up, func, piga_test_store_tear_down)
  add ("/entry-list/follows", test_follows);
  add ("/entry-list/loads", test_loads);
  add ("/entry-list/months", test_months);
  add ("/entry-list/filter", test_filter);
  add ("/entry-list/rounds", test_rounds);

  return g_test_run ();
}
