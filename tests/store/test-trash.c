/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The trash: what goes for good, when, and that nothing is left of it. */

#define _GNU_SOURCE
#include <glib/gstdio.h>
#include <string.h>

#include "piga-test-store.h"
#include "records/piga-feedback-request.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"

#define DAY G_TIME_SPAN_DAY
#define MARKER "zebramarker"

static const gint64 now = 1794519000 * G_TIME_SPAN_SECOND;

typedef struct
{
  PigaStore *store;
  gint64 now;
} Visit;

static void
empty (PigaDatabase *database, gpointer data)
{
  Visit *visit = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_store_empty_trash (visit->store, database, visit->now, &error));
  g_assert_no_error (error);
  g_assert_true (piga_store_erase_removed (visit->store, database, &error));
  g_assert_no_error (error);
}

/* What the store does by itself when it is quiet, at a time of the test's choosing. */
static void
look_through (PigaTestStore *test, gint64 time)
{
  Visit visit = { test->store, time };

  piga_test_with_database (test->store, empty, &visit);
}

static void
keep_in_trash (PigaTestStore *test, const char *body, gint64 deleted_at)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE entry SET deleted_at = %" G_GINT64_FORMAT " WHERE body = '%s'", deleted_at, body);

  piga_test_keep_entry (test->store, "", body, now - 100 * DAY);
  if (deleted_at != 0)
    piga_test_execute (test->store, sql);
}

static gint64
count (PigaTestStore *test)
{
  return piga_test_get_integer (test->store, "SELECT count (*) FROM entry");
}

static void
test_thirty_days (PigaTestStore *test, gconstpointer data)
{
  keep_in_trash (test, "kept", 0);
  keep_in_trash (test, "old", now - 40 * DAY);
  keep_in_trash (test, "new", now - 20 * DAY);

  /* The first look only notes the day. */
  look_through (test, now);
  g_assert_cmpint (count (test), ==, 3);
  look_through (test, now + DAY / 2);
  g_assert_cmpint (count (test), ==, 3);
  look_through (test, now + 2 * DAY);
  g_assert_cmpint (count (test), ==, 2);
  g_assert_cmpint (
      piga_test_get_integer (test->store, "SELECT count (*) FROM entry WHERE body = 'old'"), ==, 0);
  look_through (test, now + 9 * DAY);
  look_through (test, now + 20 * DAY);
  g_assert_cmpint (count (test), ==, 2);
  look_through (test, now + 30 * DAY);
  g_assert_cmpint (count (test), ==, 1);
}

/* A clock that jumps ten years ahead, and back again, costs nothing. */
static void
test_clock (PigaTestStore *test, gconstpointer data)
{
  keep_in_trash (test, "new", now - DAY);
  look_through (test, now);
  look_through (test, now + 3650 * DAY);
  g_assert_cmpint (count (test), ==, 1);
  look_through (test, now + DAY);
  look_through (test, now + 2 * DAY);
  look_through (test, 0);
  look_through (test, now + 4 * DAY);
  g_assert_cmpint (count (test), ==, 1);
}

/* With a goal go its marks. */
static void
test_marks (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (GObject) mark = piga_record_new (PIGA_TYPE_GOAL_MARK);
  g_autoptr (GError) error = NULL;

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Apply");
  piga_record_set_text (mark, PIGA_GOAL_MARK_GOAL, piga_record_get_id (goal));
  piga_record_set_day (mark, PIGA_GOAL_MARK_DAY, piga_day_today ());
  piga_record_set_text (mark, PIGA_GOAL_MARK_NOTE, MARKER);
  g_assert_true (piga_test_save (test->store, goal, &error));
  g_assert_true (piga_test_save (test->store, mark, &error));
  piga_test_execute (test->store, "UPDATE goal SET deleted_at = 1");
  look_through (test, now);
  look_through (test, now + 2 * DAY);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count (*) FROM goal_mark"), ==, 0);
  piga_test_execute (test->store,
                     "INSERT INTO goal_mark_search (goal_mark_search, rank)"
                     " VALUES ('integrity-check', 1)");
}

static void
keep (PigaTestStore *test, gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_test_save (test->store, record, &error));
  g_assert_no_error (error);
}

static gpointer
new_linked (GType type, guint field, gpointer linked)
{
  gpointer record = piga_record_new (type);

  piga_record_set_text (record, field, piga_record_get_id (linked));
  return record;
}

typedef struct
{
  char *question;
  char *entry;
  char *goal;
} Ids;

/* An application with its round, and everything that can belong to a round. */
static void
keep_round (PigaTestStore *test, Ids *ids)
{
  g_autoptr (GObject) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (GObject) interview
      = new_linked (PIGA_TYPE_INTERVIEW, PIGA_INTERVIEW_APPLICATION, application);
  g_autoptr (GObject) remark = new_linked (PIGA_TYPE_REMARK, PIGA_REMARK_INTERVIEW, interview);
  g_autoptr (GObject) question
      = new_linked (PIGA_TYPE_QUESTION, PIGA_QUESTION_INTERVIEW, interview);
  g_autoptr (GObject) request
      = new_linked (PIGA_TYPE_FEEDBACK_REQUEST, PIGA_FEEDBACK_REQUEST_INTERVIEW, interview);
  g_autoptr (GObject) entry = new_linked (PIGA_TYPE_ENTRY, PIGA_ENTRY_ROUND, interview);
  g_autoptr (GObject) goal = new_linked (PIGA_TYPE_GOAL, PIGA_GOAL_ROUND, interview);
  const char *round = piga_record_get_id (interview);
  g_autoptr (GObject) check = G_OBJECT (piga_step_check_new_for_guide (3, "thank", round));
  g_autoptr (GObject) state = G_OBJECT (piga_step_state_new_for_step (3, round));
  gpointer records[]
      = { application, interview, remark, question, request, entry, goal, check, state };

  piga_record_set_text (interview, PIGA_INTERVIEW_RECALL, MARKER);
  piga_record_set_text (remark, PIGA_REMARK_TEXT, MARKER);
  piga_record_set_text (question, PIGA_QUESTION_TEXT, "Why us?");
  piga_record_set_text (question, PIGA_QUESTION_REMARK, piga_record_get_id (remark));
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "Kept words");
  piga_record_set_integer (entry, PIGA_ENTRY_MOOD, PIGA_MOOD_LOW);
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Examples");
  piga_record_set_text (goal, PIGA_GOAL_REMARK, piga_record_get_id (remark));
  piga_record_set_integer (goal, PIGA_GOAL_THEME, 2);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    keep (test, records[i]);
  ids->question = g_strdup (piga_record_get_id (question));
  ids->entry = g_strdup (piga_record_get_id (entry));
  ids->goal = g_strdup (piga_record_get_id (goal));
}

static gpointer
find (PigaTestStore *test, GType type, char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *owned = id;
  gpointer record = piga_test_find (test->store, type, owned, &error);

  g_assert_no_error (error);
  return record;
}

static void
check_kind (PigaTestStore *test, const char *kind, gint64 n_rows)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", kind);
  g_autofree char *check = g_strdup_printf (
      "INSERT INTO %s_search (%s_search, rank) VALUES ('integrity-check', 1)", kind, kind);

  g_assert_cmpint (piga_test_get_integer (test->store, sql), ==, n_rows);
  if (!g_str_equal (kind, "step_state"))
    piga_test_execute (test->store, check);
}

/* With an application go its interviews and what was said there. What the person wrote and wants
 * stays as it is, but belongs to no round any more. */
static void
test_round (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = NULL, goal = NULL, question = NULL;
  GListModel *interviews;
  Ids ids;

  keep_round (test, &ids);
  piga_test_execute (test->store, "UPDATE application SET deleted_at = 1");
  /* The last look was long enough ago, so that the next opening empties the trash. */
  piga_test_execute (test->store, "INSERT INTO note (key, value)"
                                  " VALUES ('trash-looked-through', 31 * 86400000000)");
  piga_test_reopen (test);
  interviews = piga_store_list (test->store, PIGA_TYPE_INTERVIEW);

  entry = find (test, PIGA_TYPE_ENTRY, ids.entry);
  goal = find (test, PIGA_TYPE_GOAL, ids.goal);
  question = find (test, PIGA_TYPE_QUESTION, ids.question);
  g_assert_cmpuint (g_list_model_get_n_items (interviews), ==, 0);
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_ROUND), ==, "");
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, "Kept words");
  g_assert_cmpint (piga_record_get_integer (entry, PIGA_ENTRY_MOOD), ==, PIGA_MOOD_LOW);
  g_assert_cmpstr (piga_record_get_text (goal, PIGA_GOAL_ROUND), ==, "");
  g_assert_cmpstr (piga_record_get_text (goal, PIGA_GOAL_REMARK), ==, "");
  g_assert_cmpint (piga_record_get_integer (goal, PIGA_GOAL_THEME), ==, 2);
  g_assert_cmpstr (piga_record_get_text (question, PIGA_QUESTION_REMARK), ==, "");
  g_assert_cmpstr (piga_record_get_text (question, PIGA_QUESTION_TEXT), ==, "Why us?");
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "And more");
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "More examples");
  keep (test, entry);
  keep (test, goal);

  look_through (test, 0);
  check_kind (test, "application", 0);
  check_kind (test, "interview", 0);
  check_kind (test, "remark", 0);
  check_kind (test, "feedback_request", 0);
  check_kind (test, "question", 1);
  check_kind (test, "entry", 1);
  check_kind (test, "goal", 1);
  check_kind (test, "step_check", 0);
  check_kind (test, "step_state", 0);
}

/* Looks for the word in every file of the folder. */
static gboolean
is_somewhere (const char *folder)
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
          found |= is_somewhere (path);
          continue;
        }
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      found |= memmem (bytes, length, MARKER, strlen (MARKER)) != NULL;
      /* The index keeps the first letters of words apart from the rest. */
      found |= memmem (bytes, length, "ebramark", strlen ("ebramark")) != NULL;
    }
  return found;
}

static void
test_nothing_left (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GObject) entry = piga_test_new_entry ("zebra", "some " MARKER " here");

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *body = g_strdup_printf ("zebras and zebrafish, entry %u", i);

      piga_test_keep_entry (test->store, "", body, now + i * 1000);
    }
  g_assert_true (piga_test_save (test->store, entry, &error));
  hits = piga_test_search (test->store, MARKER, 10, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_true (piga_test_delete (test->store, entry, &error));
  g_clear_object (&entry);
  piga_test_reopen (test);
  g_assert_true (is_somewhere (test->folder));

  look_through (test, now + 3650 * DAY);
  look_through (test, now + 3660 * DAY);
  g_assert_false (is_somewhere (test->folder));
  piga_test_close (test);
  g_assert_false (is_somewhere (test->folder));
}

/* Nor is anything left of a word that was only taken out of a text. */
static void
test_changed_word (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GObject) entry = piga_test_new_entry ("", "some " MARKER " here");

  g_assert_true (piga_test_save (test->store, entry, &error));
  hits = piga_test_search (test->store, MARKER, 10, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "nothing here");
  g_assert_true (piga_test_save (test->store, entry, &error));
  g_clear_object (&entry);
  piga_test_close (test);
  g_assert_false (is_somewhere (test->folder));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                          \
  g_test_add (path, PigaTestStore, NULL, piga_test_store_set_up, func, piga_test_store_tear_down)
  add ("/trash/thirty-days", test_thirty_days);
  add ("/trash/clock", test_clock);
  add ("/trash/marks", test_marks);
  add ("/trash/round", test_round);
  add ("/trash/nothing-left", test_nothing_left);
  add ("/trash/changed-word", test_changed_word);

  return g_test_run ();
}
