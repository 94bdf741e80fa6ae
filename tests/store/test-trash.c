/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The trash: what goes for good, when, and that nothing is left of it. */

#include <glib/gstdio.h>

#include "piga-test-store.h"
#include "records/piga-feedback-request.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"

#define DAY G_TIME_SPAN_DAY
#define MARKER "zebramarker"

/* 2027-01-15 */
static const gint64 now = 1800000000 * G_TIME_SPAN_SECOND;

typedef struct
{
  PigaStore *store;
  gint64 now;
} Visit;

/* A store that was not looked through yet: its opening went by the clock of the machine. */
static void
set_up (PigaTestStore *test, gconstpointer data)
{
  piga_test_store_set_up (test, data);
  piga_test_execute (test->store, "DELETE FROM note");
}

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

/* What an honest clock shows: three looks have to agree. */
static void
test_thirty_days (PigaTestStore *test, gconstpointer data)
{
  keep_in_trash (test, "kept", 0);
  keep_in_trash (test, "old", now - 40 * DAY);
  keep_in_trash (test, "new", now - 20 * DAY);

  look_through (test, now);
  look_through (test, now + DAY / 2);
  look_through (test, now - DAY / 2);
  look_through (test, now + DAY);
  g_assert_cmpint (count (test), ==, 3);
  look_through (test, now + 2 * DAY);
  g_assert_cmpint (count (test), ==, 2);
  g_assert_cmpint (
    piga_test_get_integer (test->store, "SELECT count (*) FROM entry WHERE body = 'old'"), ==, 0);
  look_through (test, now + 9 * DAY);
  look_through (test, now + 12 * DAY);
  look_through (test, now + 13 * DAY);
  g_assert_cmpint (count (test), ==, 2);
  look_through (test, now + 14 * DAY);
  g_assert_cmpint (count (test), ==, 1);
}

/* Days on which the trash is looked through, counted from now. Each row is an entry's: deleted on a
 * day, and there after so many of the looks. */
typedef struct
{
  const char *name;
  gint64 deleted;
  /* The last look after which it is still there; those behind it are the first without it. */
  guint n_kept;
  gint64 looks[50];
} Sequence;

#define END G_MAXINT64
#define YEARS 4000
/* 2020-01-01, where a clock starts anew after its battery was flat. */
#define BATTERY (-(1800000000 - 1577836800) / 86400)

static const Sequence sequences[] = {
  { "one-odd-day", 0, 8, { -1, 0, YEARS, 1, 2, 3, 4, 5, END } },
  { "two-odd-days", 0, 9, { -1, 0, YEARS, YEARS + 1, 1, 2, 3, 4, 5, END } },
  { "two-odd-days-near", 0, 9, { -1, 0, 40, 41, 1, 2, 3, 4, 5, END } },
  { "two-odd-days-apart", 0, 9, { -1, 0, 90, 120, 1, 2, 3, 4, 5, END } },
  { "two-odd-times", 0, 9, { -1, 0, YEARS, 1, 2, YEARS + 3, YEARS + 4, 4, 5, END } },
  { "every-other-day", 0, 10, { 0, YEARS, 1, YEARS + 1, 2, YEARS + 2, 3, YEARS + 3, 4, 5, END } },
  { "odd-year", 0, 30, { -2,         -1,         0,          YEARS,      YEARS + 1,  YEARS + 2,
                         YEARS + 3,  YEARS + 4,  YEARS + 5,  YEARS + 6,  YEARS + 7,  YEARS + 8,
                         YEARS + 9,  YEARS + 10, YEARS + 11, YEARS + 12, YEARS + 13, YEARS + 14,
                         YEARS + 15, YEARS + 16, YEARS + 17, YEARS + 18, YEARS + 19, YEARS + 20,
                         YEARS + 21, YEARS + 22, YEARS + 23, YEARS + 24, YEARS + 25, YEARS + 26,
                         END } },
  { "deleted-by-an-odd-clock", YEARS, 6, { -2, -1, YEARS, 1, 2, 3, END } },
  { "back-by-days", 0, 7, { -1, 0, -20, -19, 1, 2, 3, END } },
  { "back-by-years", 0, 7, { -1, 0, -200, -199, 1, 2, 3, END } },
  { "flat-battery", 0, 7, { -1, 0, BATTERY, 1, BATTERY, 2, 3, END } },
  /* Honest ones: it goes at the look behind those. */
  { "flat-battery-and-a-month", 0, 6, { 0, BATTERY, 1, BATTERY, 31, 32, 33, END } },
  { "every-day", 0, 3, { 0, 30, 31, 32, END } },
  { "away-for-sixty-days", 0, 4, { -1, 0, 60, 61, 62, END } },
  { "every-fifth-day", 0, 8, { 0, 5, 10, 15, 20, 25, 30, 35, 40, 45, END } },
  { "every-sixtieth-day", 0, 4, { -60, 0, 60, 120, 180, END } },
  { "away-for-a-year", 0, 32, { -1,  0,   365, 366, 367, 368, 369, 370, 371, 372, 373, 374,
                                375, 376, 377, 378, 379, 380, 381, 382, 383, 384, 385, 386,
                                387, 388, 389, 390, 391, 392, 393, 394, 395, END } },
};

static void
test_sequence (PigaTestStore *test, gconstpointer data)
{
  const Sequence *sequence = data;

  keep_in_trash (test, "deleted", now + sequence->deleted * DAY - DAY / 24);
  for (guint i = 0; sequence->looks[i] != END; i++)
    {
      look_through (test, now + sequence->looks[i] * DAY);
      g_test_message ("look %u", i + 1);
      g_assert_cmpint (count (test), ==, i < sequence->n_kept ? 1 : 0);
    }
}

static gint64
get_deleted_at (PigaTestStore *test)
{
  return piga_test_get_integer (test->store, "SELECT deleted_at FROM entry");
}

/* What a wrong clock has put into the trash goes a month after that was noticed: not at once, where
 * it said a time long ago, and not never, where it said one far ahead. */
static void
test_wrong_times (PigaTestStore *test, gconstpointer data)
{
  keep_in_trash (test, "deleted", 0);
  for (gint64 day = 0; day < 4; day++)
    look_through (test, now + day * DAY);
  piga_test_execute (test->store, "UPDATE entry SET deleted_at = 1");
  look_through (test, now + 4 * DAY);
  g_assert_cmpint (get_deleted_at (test), ==, now + 4 * DAY);

  piga_test_execute (test->store, "UPDATE entry SET modified_at = 7226582400000000,"
                                  " deleted_at = 7226582400000000");
  look_through (test, now + 5 * DAY);
  g_assert_cmpint (get_deleted_at (test), ==, now + 5 * DAY);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT modified_at FROM entry"), ==,
                   now + 5 * DAY);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT revision FROM entry"), ==, 1);

  for (gint64 day = 6; day < 38; day++)
    look_through (test, now + day * DAY);
  g_assert_cmpint (count (test), ==, 1);
  look_through (test, now + 38 * DAY);
  g_assert_cmpint (count (test), ==, 0);
}

/* A horizon that a wrong clock has left far ahead is not believed for ever. */
static void
test_wrong_horizon (PigaTestStore *test, gconstpointer data)
{
  keep_in_trash (test, "kept", 0);
  for (gint64 day = 0; day < 34; day++)
    look_through (test, now + (YEARS + day) * DAY);
  piga_test_execute (test->store, "UPDATE entry SET deleted_at = 1800000000000000");
  for (gint64 day = 1; day < 33; day++)
    look_through (test, now + day * DAY);
  g_assert_cmpint (get_deleted_at (test), ==, now);
  look_through (test, now + 33 * DAY);
  g_assert_cmpint (count (test), ==, 0);
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
  for (gint64 day = 0; day < 3; day++)
    look_through (test, now + day * DAY);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count (*) FROM goal_mark"), ==, 0);
  piga_test_execute (test->store, "INSERT INTO goal_mark_search (goal_mark_search, rank)"
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
  g_autoptr (GObject) interview =
    new_linked (PIGA_TYPE_INTERVIEW, PIGA_INTERVIEW_APPLICATION, application);
  g_autoptr (GObject) remark = new_linked (PIGA_TYPE_REMARK, PIGA_REMARK_INTERVIEW, interview);
  g_autoptr (GObject) question =
    new_linked (PIGA_TYPE_QUESTION, PIGA_QUESTION_INTERVIEW, interview);
  g_autoptr (GObject) request =
    new_linked (PIGA_TYPE_FEEDBACK_REQUEST, PIGA_FEEDBACK_REQUEST_INTERVIEW, interview);
  g_autoptr (GObject) entry = new_linked (PIGA_TYPE_ENTRY, PIGA_ENTRY_ROUND, interview);
  g_autoptr (GObject) goal = new_linked (PIGA_TYPE_GOAL, PIGA_GOAL_ROUND, interview);
  const char *round = piga_record_get_id (interview);
  g_autoptr (GObject) check = G_OBJECT (piga_step_check_new_for_guide (3, "thank", round));
  g_autoptr (GObject) state = G_OBJECT (piga_step_state_new_for_step (3, round));
  gpointer records[] = { application, interview, remark, question, request,
                         entry,       goal,      check,  state };

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
  piga_test_let_believe_clock (test->store);
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

static gboolean
is_somewhere (const char *folder)
{
  return piga_test_is_somewhere (folder, MARKER);
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

  piga_test_execute (test->store, "DELETE FROM note");
  for (gint64 day = YEARS; day < YEARS + 3; day++)
    look_through (test, now + day * DAY);
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

#define add(path, func)                                                                            \
  g_test_add (path, PigaTestStore, NULL, set_up, func, piga_test_store_tear_down)
  add ("/trash/thirty-days", test_thirty_days);
  for (guint i = 0; i < G_N_ELEMENTS (sequences); i++)
    {
      g_autofree char *path = g_strconcat ("/trash/clock/", sequences[i].name, NULL);

      g_test_add (path, PigaTestStore, &sequences[i], set_up, test_sequence,
                  piga_test_store_tear_down);
    }
  add ("/trash/wrong-times", test_wrong_times);
  add ("/trash/wrong-horizon", test_wrong_horizon);
  add ("/trash/marks", test_marks);
  add ("/trash/round", test_round);
  add ("/trash/nothing-left", test_nothing_left);
  add ("/trash/changed-word", test_changed_word);

  return g_test_run ();
}
