/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The room in which a day begins, the goal that counts applications by itself, and the rounds. */

#include "config.h"

#include "goals/piga-goal-source.h"
#include "piga-test-room.h"
#include "records/piga-goal-tally.h"
#include "records/piga-remark.h"
#include "sense/piga-round.h"
#include "sense/piga-stage.h"
#include "shell/piga-room.h"
#include "records/piga-next-act.h"
#include "today/piga-today-page.h"

static PigaJobApplication *
keep_application (PigaTestRoom *room, const char *role, PigaDay applied)
{
  PigaJobApplication *application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, role);
  piga_stage_move (application, PIGA_STAGE_APPLIED, applied);
  piga_test_keep (room, application);
  return application;
}

static PigaInterview *
keep_round (PigaTestRoom *room, const char *role, PigaDay day)
{
  g_autoptr (PigaJobApplication) application = keep_application (room, role, day - 20);

  return piga_test_add_round (room, application, day, day + 2);
}

static void
show (PigaTestRoom *room)
{
  piga_test_room_show (
    room, GTK_WIDGET (piga_room_new (room->context, piga_today_page_new (room->context))));
  piga_test_settle (room);
}

static gboolean
is_row_of (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_mapped (widget)
         && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static gboolean
has_row (PigaTestRoom *room, const char *title)
{
  return piga_test_find_widget (room->window, is_row_of, title) != NULL;
}

/* On the first day there is one thing to do, and the page says which. */
static void
test_first_day (PigaTestRoom *room, gconstpointer data)
{
  show (room);
  g_assert_true (has_row (room, "Tell Us About the Interview"));
  g_assert_true (has_row (room, piga_guide_get_step (1)->checks[0].text));
  g_assert_nonnull (piga_test_find_label (room->window, "Welcome"));
  g_assert_nonnull (piga_test_find_label (room->window, "Sunday, 22 November 2026"));
}

/* The next act is the first that is open in the round; a done step leads to the one after it. */
static void
test_next_act (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaInterview) round = keep_round (room, "Data analyst", PIGA_TEST_TODAY - 10);
  const char *id = piga_record_get_id (round);
  g_autoptr (PigaStepCheck) check = NULL;
  g_autoptr (PigaStepState) state = piga_step_state_new_for_step (1, id);

  show (room);
  g_assert_true (has_row (room, "Data analyst, 12 November"));
  g_assert_false (has_row (room, "Tell Us About the Interview"));

  check = piga_step_check_new_for_guide (1, piga_guide_get_step (1)->checks[0].key, id);
  piga_record_set_boolean (check, PIGA_STEP_CHECK_DONE, TRUE);
  piga_test_keep (room, check);
  g_assert_true (has_row (room, piga_guide_get_step (1)->checks[1].text));

  piga_record_set_boolean (state, PIGA_STEP_STATE_DONE, TRUE);
  piga_test_keep (room, state);
  g_assert_true (has_row (room, piga_guide_get_step (2)->checks[0].text));
}

/* A closed round leaves its place to the next open one, and keeps it where there is none. */
static void
test_rounds (PigaTestRoom *room, gconstpointer data)
{
  PigaRounds *rounds = piga_context_get_rounds (room->context);
  g_autoptr (PigaInterview) older = keep_round (room, "Clerk", PIGA_TEST_TODAY - 30);
  g_autoptr (PigaInterview) newer = keep_round (room, "Cashier", PIGA_TEST_TODAY - 5);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rounds)), ==, 2);
  g_assert_true (piga_rounds_get_current (rounds) == newer);

  piga_rounds_close (rounds, newer);
  piga_test_settle (room);
  g_assert_true (piga_rounds_get_current (rounds) == older);
  piga_rounds_close (rounds, older);
  piga_test_settle (room);
  g_assert_true (piga_rounds_get_current (rounds) == newer);
  piga_rounds_reopen (rounds, older);
  piga_test_settle (room);
  g_assert_true (piga_rounds_get_current (rounds) == older);

  /* What the person chose stays, until a new rejection takes over. */
  piga_rounds_set_current (rounds, newer);
  piga_test_keep (room, older);
  g_assert_true (piga_rounds_get_current (rounds) == newer);
  {
    g_autoptr (PigaInterview) newest = keep_round (room, "Driver", PIGA_TEST_TODAY - 1);

    g_assert_true (piga_rounds_get_current (rounds) == newest);
  }
}

/* An application in the trash takes its round out of sight, and Undo brings it back. */
static void
test_trash (PigaTestRoom *room, gconstpointer data)
{
  PigaRounds *rounds = piga_context_get_rounds (room->context);
  g_autoptr (PigaInterview) round = keep_round (room, "Clerk", PIGA_TEST_TODAY - 5);
  g_autoptr (PigaJobApplication) application =
    g_object_ref (piga_rounds_get_application (rounds, round));

  piga_store_delete_async (room->disk.store, application, NULL, NULL, NULL);
  piga_test_settle (room);
  g_assert_null (piga_rounds_get_current (rounds));
  piga_store_undelete_async (room->disk.store, application, NULL, NULL, NULL);
  piga_test_settle (room);
  g_assert_true (piga_rounds_get_current (rounds) == round);
}

/* What is due stands there as a sentence, and goes when it is done. */
static void
test_due (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    keep_application (room, "Clerk", PIGA_TEST_TODAY - 20);
  GtkWidget *group;

  show (room);
  group = piga_test_find_label (room->window, "Due");
  g_assert_true (gtk_widget_get_mapped (group));

  piga_record_set_day (application, PIGA_JOB_APPLICATION_FOLLOWED_UP_ON, PIGA_TEST_TODAY);
  piga_test_keep (room, application);
  g_assert_false (gtk_widget_get_mapped (group));
}

/* Of what lies long back only the interviews are looked at, until the person is more patient. */
static void
test_due_long_ago (PigaTestRoom *room, gconstpointer data)
{
  GSettings *settings = piga_context_get_settings (room->context);
  g_autoptr (PigaJobApplication) application = NULL;
  g_autoptr (PigaInterview) round = NULL;
  const char *follow_up = "Clerk: no answer yet. A short follow-up is ready.";

  g_object_unref (keep_application (room, "Clerk", PIGA_TEST_TODAY - 60));
  show (room);
  g_assert_false (has_row (room, follow_up));

  g_settings_set_int (settings, "closed-days", 90);
  piga_test_settle (room);
  g_assert_true (has_row (room, follow_up));
  g_settings_reset (settings, "closed-days");
  piga_test_settle (room);
  g_assert_false (has_row (room, follow_up));

  application = keep_application (room, "Cook", PIGA_TEST_TODAY - 300);
  round = piga_test_add_round (room, application, PIGA_TEST_TODAY - 6, PIGA_TEST_TODAY - 4);
  piga_test_settle (room);
  g_assert_true (has_row (room, "Cook: a good time to ask for feedback."));
}

/* Back after some days, the person is welcomed; the days are not counted. */
static void
test_back (PigaTestRoom *room, gconstpointer data)
{
  GSettings *settings = piga_context_get_settings (room->context);
  g_autofree char *noted = NULL;

  g_settings_set_string (settings, "last-visit", "2026-11-10");
  show (room);
  g_assert_nonnull (piga_test_find_label (room->window, "Good to see you again"));
  noted = g_settings_get_string (settings, "last-visit");
  g_assert_cmpstr (noted, ==, "2026-11-22");
  g_settings_reset (settings, "last-visit");
}

static PigaGoal *
keep_goal (PigaTestRoom *room, PigaGoalCounts counts)
{
  PigaGoal *goal = piga_record_new (PIGA_TYPE_GOAL);

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Send applications");
  piga_record_set_integer (goal, PIGA_GOAL_RHYTHM, PIGA_RHYTHM_WEEKLY);
  piga_record_set_real (goal, PIGA_GOAL_AMOUNT, 3);
  piga_record_set_integer (goal, PIGA_GOAL_COUNTS, counts);
  piga_record_set_times (goal, piga_day_to_time (PIGA_TEST_TODAY - 1), 0, 0);
  piga_test_keep (room, goal);
  return goal;
}

static gboolean
is_marked (GListModel *marks, PigaDay day)
{
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (PigaGoalMark) mark = g_list_model_get_item (marks, i);

      if (piga_record_get_day (mark, PIGA_GOAL_MARK_DAY) == day)
        return TRUE;
    }
  return FALSE;
}

/* A goal that counts applications is marked by the log alone, and a mended date mends the mark. */
static void
test_counts (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaGoal) goal = keep_goal (room, PIGA_GOAL_COUNTS_APPLICATIONS);
  g_autoptr (PigaGoalTally) tally = piga_goal_tally_new (room->context, goal);
  GListModel *marks = piga_goal_tally_get_marks (tally);
  g_autoptr (PigaJobApplication) before = keep_application (room, "Clerk", PIGA_TEST_TODAY - 7);
  g_autoptr (PigaJobApplication) now = keep_application (room, "Driver", PIGA_TEST_TODAY);

  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 1);
  piga_stage_move (before, PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - 1);
  piga_test_keep (room, before);
  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 2);
  piga_stage_move (before, PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - 3);
  piga_test_keep (room, before);
  g_assert_true (is_marked (marks, PIGA_TEST_TODAY - 3));
  g_assert_false (is_marked (marks, PIGA_TEST_TODAY - 1));
  piga_store_delete_async (room->disk.store, now, NULL, NULL, NULL);
  piga_test_settle (room);
  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 1);

  piga_record_set_integer (goal, PIGA_GOAL_COUNTS, PIGA_GOAL_COUNTS_BY_HAND);
  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 0);
}

/* A goal leads back to the remark that it was born of. */
static void
test_source (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaInterview) round = keep_round (room, "Clerk", PIGA_TEST_TODAY - 5);
  g_autoptr (PigaRemark) remark = piga_record_new (PIGA_TYPE_REMARK);
  g_autoptr (PigaGoal) goal = keep_goal (room, PIGA_GOAL_COUNTS_BY_HAND);
  g_autoptr (AdwActionRow) row = g_object_ref_sink (ADW_ACTION_ROW (adw_action_row_new ()));
  g_autofree char *target = NULL;
  GVariant *value;

  g_assert_false (piga_goal_source_show (row, room->context, goal));
  piga_record_set_text (remark, PIGA_REMARK_INTERVIEW, piga_record_get_id (round));
  piga_record_set_text (remark, PIGA_REMARK_TEXT, "Name a number");
  piga_record_set_integer (remark, PIGA_REMARK_VOICE, PIGA_VOICE_EMPLOYER);
  piga_test_keep (room, remark);
  piga_record_set_text (goal, PIGA_GOAL_REMARK, piga_record_get_id (remark));
  g_assert_true (piga_goal_source_show (row, room->context, goal));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Name a number");
  value = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row));
  g_variant_get_child (value, 2, "s", &target);
  g_assert_cmpstr (target, ==, piga_record_get_id (round));
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add (path, PigaTestRoom, NULL, piga_test_room_set_up, func, piga_test_room_tear_down)

  ADD ("/today/first-day", test_first_day);
  ADD ("/today/next-act", test_next_act);
  ADD ("/today/rounds", test_rounds);
  ADD ("/today/trash", test_trash);
  ADD ("/today/due", test_due);
  ADD ("/today/due-long-ago", test_due_long_ago);
  ADD ("/today/back", test_back);
  ADD ("/today/goal-counts", test_counts);
  ADD ("/today/goal-source", test_source);
  return g_test_run ();
}
