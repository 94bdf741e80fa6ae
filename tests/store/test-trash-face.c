/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The trash as a person has it: what is in it, what comes back and with what, and that what goes
 * for good leaves nothing behind, nor takes unsaved words with it. */

#include "piga-test-store.h"
#include "records/piga-profile.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"

#define MARKER "zebramarker"

static void
keep (PigaTestStore *test, gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_test_save (test->store, record, &error));
  g_assert_no_error (error);
}

static void
throw_away (PigaTestStore *test, gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_test_delete (test->store, record, &error));
  g_assert_no_error (error);
}

static gpointer
keep_linked (PigaTestStore *test, GType type, guint field, gpointer linked)
{
  gpointer record = piga_record_new (type);

  piga_record_set_text (record, field, piga_record_get_id (linked));
  keep (test, record);
  return record;
}

static gpointer
keep_entry (PigaTestStore *test, const char *body)
{
  gpointer entry = piga_test_new_entry ("", body);

  keep (test, entry);
  return entry;
}

/* An application, its interview, and a remark of that. */
typedef struct
{
  GObject *application;
  GObject *interview;
  GObject *remark;
} Round;

static void
keep_round (PigaTestStore *test, Round *round)
{
  round->application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  piga_record_set_text (round->application, PIGA_JOB_APPLICATION_EMPLOYER, "Twiga");
  keep (test, round->application);
  round->interview =
    keep_linked (test, PIGA_TYPE_INTERVIEW, PIGA_INTERVIEW_APPLICATION, round->application);
  round->remark = keep_linked (test, PIGA_TYPE_REMARK, PIGA_REMARK_INTERVIEW, round->interview);
}

static void
clear_round (Round *round)
{
  g_clear_object (&round->application);
  g_clear_object (&round->interview);
  g_clear_object (&round->remark);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Round, clear_round)

static GPtrArray *
choose (gpointer record)
{
  GPtrArray *records = g_ptr_array_new ();

  if (record != NULL)
    g_ptr_array_add (records, record);
  return records;
}

static void
bring_back (PigaTestStore *test, gpointer record, int n_expected)
{
  g_autoptr (GPtrArray) records = choose (record);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (piga_test_bring_back (test->store, records, &error), ==, n_expected);
  g_assert_no_error (error);
}

static void
erase (PigaTestStore *test, gpointer record, int n_expected)
{
  g_autoptr (GPtrArray) records = choose (record);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (piga_test_preview_erase (test->store, records, &error), ==, n_expected);
  g_assert_no_error (error);
  g_assert_cmpint (piga_test_erase (test->store, records, &error), ==, n_expected);
  g_assert_no_error (error);
}

static guint
count_trash (PigaTestStore *test)
{
  g_autoptr (GPtrArray) records = piga_test_list_trash (test->store, NULL);

  return records->len;
}

static gint64
count (PigaTestStore *test, const char *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", kind);

  return piga_test_get_integer (test->store, sql);
}

static gpointer
new_of_kind (GType type, gpointer goal, gpointer application, gpointer interview)
{
  gpointer record = type == PIGA_TYPE_STEP_CHECK ? piga_record_new (type) : NULL;

  if (record != NULL)
    {
      piga_record_set_integer (record, PIGA_STEP_CHECK_STEP, 3);
      piga_record_set_text (record, PIGA_STEP_CHECK_TEXT, "Ask Amina");
      return record;
    }

  record = piga_record_new (type);
  for (guint i = 0; i < PIGA_RECORD_GET_CLASS (record)->n_fields; i++)
    {
      const PigaField *field = &PIGA_RECORD_GET_CLASS (record)->fields[i];
      const GType linked = field->type == PIGA_FIELD_LINK ? field->linked () : G_TYPE_INVALID;

      if (field->type == PIGA_FIELD_DAY)
        piga_record_set_day (record, i, piga_day_today ());
      else if (field->type == PIGA_FIELD_TEXT)
        piga_record_set_text (record, i, "words");
      else if (linked == PIGA_TYPE_GOAL)
        piga_record_set_text (record, i, piga_record_get_id (goal));
      else if (linked == PIGA_TYPE_JOB_APPLICATION)
        piga_record_set_text (record, i, piga_record_get_id (application));
      else if (linked == PIGA_TYPE_INTERVIEW)
        piga_record_set_text (record, i, piga_record_get_id (interview));
    }
  return record;
}

/* Every kind but what the steps note by themselves and the originals of what was damaged, the last
 * deleted first. */
static void
test_list (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) linked = NULL;
  g_autoptr (GObject) check = G_OBJECT (piga_step_check_new_for_guide (3, "thank", ""));
  g_auto (Round) round = { NULL };
  const GType *kinds = piga_kinds_get ();
  guint n_shown = 0;

  keep_round (test, &round);
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Apply");
  keep (test, goal);
  for (guint i = 0; kinds[i] != G_TYPE_INVALID; i++)
    {
      gpointer record = new_of_kind (kinds[i], goal, round.application, round.interview);

      g_ptr_array_add (kept, record);
      if (PIGA_IS_STEP_STATE (record))
        piga_record_set_integer (record, PIGA_STEP_STATE_STEP, 3);
      keep (test, record);
      throw_away (test, record);
      n_shown += !PIGA_IS_STEP_STATE (record)
                 && !g_str_equal (piga_record_get_kind (record), "damaged_value");
    }
  keep (test, check);
  throw_away (test, check);

  records = piga_test_list_trash (test->store, &linked);
  g_assert_cmpuint (records->len, ==, n_shown);
  for (guint i = 0; i < records->len; i++)
    g_assert_true (g_ptr_array_find (kept, records->pdata[i], NULL));
  for (guint i = 1; i < records->len; i++)
    g_assert_cmpint (piga_record_get_deleted_at (records->pdata[i - 1]), >=,
                     piga_record_get_deleted_at (records->pdata[i]));
  g_assert_true (g_hash_table_lookup (linked, piga_record_get_id (goal)) == goal);
  g_assert_true (g_hash_table_lookup (linked, piga_record_get_id (round.application))
                 == round.application);
}

static void
test_bring_back_one (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) first = keep_entry (test, "first");
  g_autoptr (GObject) second = keep_entry (test, "second");
  g_autoptr (GPtrArray) records = NULL;
  gint64 modified_at;

  throw_away (test, first);
  throw_away (test, second);
  modified_at = piga_record_get_modified_at (first);
  bring_back (test, first, 1);

  g_assert_cmpint (piga_record_get_deleted_at (first), ==, 0);
  g_assert_cmpint (piga_record_get_revision (first), ==, 3);
  g_assert_cmpint (piga_record_get_modified_at (first), >, modified_at);
  g_assert_false (piga_record_is_dirty (first));
  records = piga_test_list_trash (test->store, NULL);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_true (records->pdata[0] == second);
  piga_record_set_text (first, PIGA_ENTRY_BODY, "and more");
  keep (test, first);
}

static void
test_bring_back_all (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *goals = piga_store_list (test->store, PIGA_TYPE_GOAL);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GObject) goal = piga_record_new (PIGA_TYPE_GOAL);

      piga_record_set_text (goal, PIGA_GOAL_TITLE, "Apply");
      keep (test, goal);
      throw_away (test, goal);
    }
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 0);

  records = piga_test_list_trash (test->store, NULL);
  g_assert_cmpint (piga_test_bring_back (test->store, records, &error), ==, 20);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 20);
  g_assert_cmpuint (count_trash (test), ==, 0);
}

/* A remark comes back with its application, though the interview between them was never away. */
static void
test_bring_back_parents (PigaTestStore *test, gconstpointer data)
{
  g_auto (Round) round = { NULL };

  keep_round (test, &round);
  throw_away (test, round.remark);
  throw_away (test, round.application);
  bring_back (test, round.remark, 2);
  g_assert_cmpint (piga_record_get_deleted_at (round.application), ==, 0);
  g_assert_cmpint (piga_record_get_revision (round.interview), ==, 1);

  throw_away (test, round.remark);
  throw_away (test, round.application);
  bring_back (test, round.application, 1);
  g_assert_cmpuint (count_trash (test), ==, 1);
}

/* A question can do without an interview, but is shown with the one it has. A journal entry stands
 * for itself. */
static void
test_bring_back_owners (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) question = NULL;
  g_autoptr (GObject) entry = NULL;
  g_auto (Round) round = { NULL };

  keep_round (test, &round);
  question = keep_linked (test, PIGA_TYPE_QUESTION, PIGA_QUESTION_INTERVIEW, round.interview);
  entry = keep_linked (test, PIGA_TYPE_ENTRY, PIGA_ENTRY_ROUND, round.interview);
  throw_away (test, question);
  throw_away (test, entry);
  throw_away (test, round.interview);
  bring_back (test, entry, 1);
  bring_back (test, question, 2);
}

/* The name and address of the person exist once: an older form changes places with it. */
static void
test_bring_back_profile (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) one = G_OBJECT (piga_profile_new ());
  g_autoptr (GObject) older = piga_record_new (PIGA_TYPE_PROFILE);

  piga_record_set_text (one, PIGA_PROFILE_TOWN, "Kisumu");
  piga_record_set_text (older, PIGA_PROFILE_TOWN, "Nakuru");
  keep (test, one);
  keep (test, older);
  throw_away (test, older);
  bring_back (test, older, 1);

  g_assert_cmpstr (piga_record_get_text (one, PIGA_PROFILE_TOWN), ==, "Nakuru");
  g_assert_cmpint (piga_record_get_deleted_at (one), ==, 0);
  g_assert_cmpstr (piga_record_get_text (older, PIGA_PROFILE_TOWN), ==, "Kisumu");
  g_assert_cmpint (piga_record_get_deleted_at (older), !=, 0);
}

static void
test_erase_leaves_nothing (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GObject) entry = NULL;

  for (guint i = 0; i < 30; i++)
    piga_test_keep_entry (test->store, "", "zebras and zebrafish", 1000000 * i);
  entry = keep_entry (test, "some " MARKER " here");
  hits = piga_test_search (test->store, MARKER, 10, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  throw_away (test, entry);
  g_assert_true (piga_test_is_somewhere (test->folder, MARKER));

  erase (test, entry, 1);
  g_assert_false (piga_test_is_somewhere (test->folder, MARKER));
  g_assert_cmpint (count (test, "entry"), ==, 30);
  piga_test_execute (test->store,
                     "INSERT INTO entry_search (entry_search, rank) VALUES ('integrity-check', 1)");
}

/* What hangs on it goes with it, though it was not in the trash, and says so. */
static void
note_deleted (PigaStore *store, gpointer record, gpointer data)
{
  g_ptr_array_add (data, record);
}

static void
test_erase_cascade (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GPtrArray) deleted = g_ptr_array_new ();
  g_autoptr (GObject) entry = NULL;
  g_auto (Round) round = { NULL };
  GListModel *interviews = piga_store_list (test->store, PIGA_TYPE_INTERVIEW);

  keep_round (test, &round);
  entry = keep_linked (test, PIGA_TYPE_ENTRY, PIGA_ENTRY_ROUND, round.interview);
  throw_away (test, round.application);
  g_signal_connect (test->store, "record-deleted", G_CALLBACK (note_deleted), deleted);
  erase (test, round.application, 3);

  g_assert_cmpint (count (test, "remark"), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (interviews), ==, 0);
  g_assert_cmpuint (deleted->len, ==, 2);
  g_assert_true (g_ptr_array_find (deleted, round.interview, NULL));
  g_assert_cmpint (piga_record_get_deleted_at (round.remark), !=, 0);
  g_assert_null (
    piga_store_peek (test->store, PIGA_TYPE_INTERVIEW, piga_record_get_id (round.interview)));

  /* What only told of the round can be saved as before. */
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_ROUND), ==, "");
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "more");
  keep (test, entry);
}

/* What came back meanwhile stays. */
static void
test_erase_only_trash (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = keep_entry (test, "words");

  erase (test, entry, 0);
  g_assert_cmpint (count (test, "entry"), ==, 1);
  erase (test, NULL, 0);
}

/* The way back from a deletion that has become final: the person wants it, and it is still there in
 * memory. */
static void
test_undelete_erased (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = keep_entry (test, "words");
  g_autoptr (GError) error = NULL;

  throw_away (test, entry);
  erase (test, entry, 1);
  g_assert_cmpint (count (test, "entry"), ==, 0);
  g_assert_true (piga_test_undelete (test->store, entry, &error));
  g_assert_no_error (error);
  g_assert_cmpint (piga_test_get_integer (test->store,
                                          "SELECT count (*) FROM entry WHERE body = 'words'"
                                          " AND deleted_at IS NULL"),
                   ==, 1);
}

/* Nobody asks for words that were deleted for good. */
static void
test_erase_unsaved (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) goal = piga_record_new (PIGA_TYPE_GOAL);

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Apply");
  keep (test, goal);
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "");
  throw_away (test, goal);
  g_assert_true (piga_record_is_dirty (goal));
  erase (test, goal, 1);
  g_assert_false (piga_record_is_dirty (goal));
  piga_test_settle_store (test->store);
  g_assert_cmpint (count (test, "goal"), ==, 0);
}

static void
reload (PigaTestStore *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  piga_store_reload_async (test->store, piga_test_keep_result, &result);
  g_assert_true (piga_store_reload_finish (test->store, piga_test_wait_for (&result), &error));
  g_assert_no_error (error);
}

/* The whole store may have become an older one. Words that are not on the disk are written anew,
 * with what they hang on. */
static void
test_gone_unsaved (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = NULL;
  g_auto (Round) round = { NULL };
  GListModel *interviews = piga_store_list (test->store, PIGA_TYPE_INTERVIEW);

  keep_round (test, &round);
  entry = keep_linked (test, PIGA_TYPE_ENTRY, PIGA_ENTRY_ROUND, round.interview);
  piga_record_set_text (round.remark, PIGA_REMARK_FIX, "speak slowly");
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "words");
  piga_test_execute (test->store, "DELETE FROM application");
  piga_test_execute (test->store, "DELETE FROM entry");
  reload (test);
  piga_test_settle_store (test->store);

  g_assert_false (piga_record_is_dirty (round.remark));
  g_assert_cmpint (piga_record_get_deleted_at (round.application), ==, 0);
  g_assert_cmpint (piga_test_get_integer (test->store,
                                          "SELECT count (*) FROM remark JOIN interview ON"
                                          " remark.interview = interview.id JOIN application ON"
                                          " interview.application = application.id"
                                          " WHERE remark.fix = 'speak slowly'"
                                          " AND application.deleted_at IS NULL"),
                   ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (interviews), ==, 1);
  g_assert_cmpint (piga_test_get_integer (test->store,
                                          "SELECT count (*) FROM entry WHERE body = 'words'"
                                          " AND deleted_at IS NULL"),
                   ==, 1);
}

/* The save was on its way when its row went. */
static void
test_gone_under_way (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = keep_entry (test, "words");
  g_autoptr (GAsyncResult) result = NULL;

  piga_test_execute (test->store, "DELETE FROM entry");
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "more words");
  piga_store_reload_async (test->store, piga_test_keep_result, &result);
  piga_store_save_async (test->store, entry, NULL, NULL, NULL);
  piga_test_wait_for (&result);
  piga_test_settle_store (test->store);
  g_assert_null (piga_store_get_error (test->store));
  g_assert_cmpint (
    piga_test_get_integer (test->store, "SELECT count (*) FROM entry WHERE body = 'more words'"),
    ==, 1);
}

/* A page may still have words that the record does not know yet when its row goes. They are kept,
 * and can be found where what was deleted is. */
static void
test_gone_saved_later (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = keep_entry (test, "words");

  piga_test_execute (test->store, "DELETE FROM entry");
  reload (test);
  g_assert_cmpint (piga_record_get_deleted_at (entry), !=, 0);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "more words");
  keep (test, entry);
  g_assert_cmpuint (count_trash (test), ==, 1);
  bring_back (test, entry, 1);
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, "more words");
}

/* Everything can be looked at, and why nothing can be done is said. */
static void
test_read_only (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) reason = g_error_new_literal (PIGA_ERROR, PIGA_ERROR_READ_ONLY, "Why not");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GObject) entry = keep_entry (test, "words");

  throw_away (test, entry);
  piga_store_set_state (test->store, PIGA_STORE_READ_ONLY);
  piga_store_set_error (test->store, reason);

  records = piga_test_list_trash (test->store, NULL);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpint (piga_test_bring_back (test->store, records, &error), ==, -1);
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_cmpint (piga_test_preview_erase (test->store, records, &error), ==, -1);
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_cmpint (piga_test_erase (test->store, records, &error), ==, -1);
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_READ_ONLY);
  g_assert_cmpint (count (test, "entry"), ==, 1);
  piga_store_set_error (test->store, NULL);
  piga_store_set_state (test->store, PIGA_STORE_READY);
}

static void
add (const char *name, void (*func) (PigaTestStore *test, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/trash-face/", name, NULL);

  g_test_add (path, PigaTestStore, NULL, piga_test_store_set_up, func, piga_test_store_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("list", test_list);
  add ("bring-back/one", test_bring_back_one);
  add ("bring-back/all", test_bring_back_all);
  add ("bring-back/parents", test_bring_back_parents);
  add ("bring-back/owners", test_bring_back_owners);
  add ("bring-back/profile", test_bring_back_profile);
  add ("erase/leaves-nothing", test_erase_leaves_nothing);
  add ("erase/cascade", test_erase_cascade);
  add ("erase/only-trash", test_erase_only_trash);
  add ("erase/undelete", test_undelete_erased);
  add ("erase/unsaved", test_erase_unsaved);
  add ("gone/unsaved", test_gone_unsaved);
  add ("gone/under-way", test_gone_under_way);
  add ("gone/saved-later", test_gone_saved_later);
  add ("read-only", test_read_only);

  return g_test_run ();
}
