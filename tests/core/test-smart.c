/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The hints on the five SMART questions. */

#include "piga-test-sense.h"
#include "records/piga-goal-mark.h"
#include "sense/piga-smart.h"

static PigaDay
get_today (void)
{
  return piga_day_new (2026, 3, 28);
}

static PigaGoal *
new_goal (const char *title, const char *what)
{
  PigaGoal *goal = piga_record_new (PIGA_TYPE_GOAL);

  piga_record_set_text (goal, PIGA_GOAL_TITLE, title);
  piga_record_set_text (goal, PIGA_GOAL_WHAT, what);
  return goal;
}

static void
assert_hint (PigaGoal *goal, PigaSmartLetter letter, GListModel *marks, const char *expected)
{
  g_autofree char *hint = piga_smart_hint (goal, letter, marks, get_today ());

  g_assert_cmpstr (hint, ==, expected);
}

static void
test_specific (void)
{
  static const struct
  {
    const char *title;
    const char *what;
    gboolean specific;
  } goals[] = {
    { "Send applications", "", TRUE },
    { "Send 4 applications every week", "", TRUE },
    { "Excel", "", TRUE },
    { "Practise with Achieng on Saturdays", "", TRUE },
    { "Tuma maombi ya kazi", "", TRUE },
    { "Andika barua kwa mwajiri", "", TRUE },
    { "Jaribu kutuma barua mbili", "", TRUE },
    { "I want to call my former teacher", "", TRUE },

    { "Improve", "", FALSE },
    { "Improve my CV", "", FALSE },
    { "improving", "", FALSE },
    { "I will do better", "", FALSE },
    { "Do my best!", "", FALSE },
    { "Try", "", FALSE },
    { "Try harder", "", FALSE },
    { "I'll try to be better at interviews", "", FALSE },
    { "Work hard", "", FALSE },
    { "Jitahidi", "", FALSE },
    { "Nitajitahidi sana", "", FALSE },
    { "Kujitahidi zaidi", "", FALSE },
    { "Boresha CV", "", FALSE },
    { "Nataka kuboresha wasifu-kazi wangu", "", FALSE },
    { "NITABORESHA", "", FALSE },
    { "Kufanya vizuri", "", FALSE },
    { "Tia bidii", "", FALSE },
    { "Kuwa bora", "", FALSE },
    { "Niimarishe stadi", "", FALSE },
    { "!?…", "", FALSE },
    { "🙂", "", FALSE },

    /* A number, or what exactly, makes it clear. */
    { "Improve my score to 80", "", TRUE },
    { "Improve my CV", "Rewrite the summary, ask my brother to read it", TRUE },
    { "Boresha CV", "Andika upya muhtasari", TRUE },
    { "Boresha CV", "Ongeza ujuzi", FALSE },
    { "Improve my CV", "CV", FALSE },
    { "Improve my CV", "make it better", FALSE },
    { "Improve", "better", FALSE },
  };

  piga_test_speak (0);
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      g_autoptr (PigaGoal) goal = new_goal (goals[i].title, goals[i].what);

      g_test_message ("%s / %s", goals[i].title, goals[i].what);
      g_assert_cmpint (piga_smart_is_answered (goal, PIGA_SMART_SPECIFIC), ==, goals[i].specific);
      assert_hint (
        goal, PIGA_SMART_SPECIFIC, NULL,
        goals[i].specific ? NULL : "Name the act itself, such as send, write, call or practise.");
    }
}

/* Nothing is answered yet; all is answered. */
static void
test_whole_goals (void)
{
  static const char *const hints[2][PIGA_SMART_N_LETTERS] = {
    { "Say in one sentence what you will do.",
      "Add a number, such as 4 applications: it shows how far you have come.", NULL,
      "Write why it matters to you: it helps on a hard day.",
      "Choose a date, or how often: every week or every month." },
    { "Sema kwa sentensi moja utakachofanya.",
      "Ongeza idadi, kwa mfano maombi 4 ya kazi: itakuonyesha umefika wapi.", NULL,
      "Andika kwa nini lengo hili ni muhimu kwako: maneno hayo yatakusaidia siku "
      "ngumu ikifika.",
      "Chagua tarehe, au mara ngapi: kila wiki au kila mwezi." },
  };
  g_autoptr (PigaGoal) empty = new_goal ("", "  \n");
  g_autoptr (PigaGoal) full = new_goal ("Send applications", "");

  piga_record_set_text (empty, PIGA_GOAL_REASON, " \t\n");
  piga_record_set_real (full, PIGA_GOAL_AMOUNT, 4);
  piga_record_set_text (full, PIGA_GOAL_ABLE, "I sent three last week");
  piga_record_set_text (full, PIGA_GOAL_REASON, "Rent");
  piga_record_set_integer (full, PIGA_GOAL_RHYTHM, PIGA_RHYTHM_WEEKLY);

  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint letter = 0; letter < PIGA_SMART_N_LETTERS; letter++)
        {
          g_assert_false (piga_smart_is_answered (empty, (PigaSmartLetter) letter));
          assert_hint (empty, (PigaSmartLetter) letter, NULL, hints[language][letter]);
          g_assert_true (piga_smart_is_answered (full, (PigaSmartLetter) letter));
          assert_hint (full, (PigaSmartLetter) letter, NULL, NULL);
        }
    }
}

static void
test_finished_goals (void)
{
  static const PigaGoalState states[] = { PIGA_GOAL_STATE_REACHED, PIGA_GOAL_STATE_SET_ASIDE };
  g_autoptr (PigaGoal) goal = new_goal ("Improve", "");

  piga_record_set_day (goal, PIGA_GOAL_DUE, get_today () - 1);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      piga_record_set_integer (goal, PIGA_GOAL_STATE, states[i]);
      for (guint letter = 0; letter < PIGA_SMART_N_LETTERS; letter++)
        assert_hint (goal, (PigaSmartLetter) letter, NULL, NULL);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    int days;
    PigaRhythm rhythm;
    const char *hints[2];
  } dates[] = {
    { -1,
      PIGA_RHYTHM_ONCE,
      { "The date you set, 27 March, has passed. Would you like to set another?",
        "Tarehe uliyoweka, 27 Machi, imepita. Ungependa kuweka nyingine?" } },
    { -100,
      PIGA_RHYTHM_WEEKLY,
      { "The date you set, 18 December 2025, has passed. Would you like to set another?",
        "Tarehe uliyoweka, 18 Desemba 2025, imepita. Ungependa kuweka nyingine?" } },
    { 0, PIGA_RHYTHM_ONCE, { NULL, NULL } },
    { 1, PIGA_RHYTHM_ONCE, { NULL, NULL } },
  };

  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
        {
          g_autoptr (PigaGoal) goal = new_goal ("Send applications", "");

          piga_record_set_integer (goal, PIGA_GOAL_RHYTHM, dates[i].rhythm);
          piga_record_set_day (goal, PIGA_GOAL_DUE, get_today () + (PigaDay) dates[i].days);
          g_assert_true (piga_smart_is_answered (goal, PIGA_SMART_TIME_BOUND));
          assert_hint (goal, PIGA_SMART_TIME_BOUND, NULL, dates[i].hints[language]);
        }
    }
}

/* Marks of so many days ago. */
static GListModel *
new_marks (const double *amounts, const guint *days_ago, guint n_marks)
{
  GListStore *marks = g_list_store_new (PIGA_TYPE_GOAL_MARK);

  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (PigaGoalMark) mark = piga_record_new (PIGA_TYPE_GOAL_MARK);

      piga_record_set_day (mark, PIGA_GOAL_MARK_DAY, get_today () - days_ago[i]);
      piga_record_set_real (mark, PIGA_GOAL_MARK_AMOUNT, amounts[i]);
      g_list_store_append (marks, mark);
    }

  return G_LIST_MODEL (marks);
}

/* Week by week, newest first: 1, 3, 0, 2; and much more before, that is not looked at. */
static void
test_amounts (void)
{
  static const double amounts[] = { 1, 2, 1, 2, 90 };
  static const guint days_ago[] = { 0, 7, 13, 27, 28 };
  static const struct
  {
    PigaRhythm rhythm;
    double amount;
    const char *hints[2];
  } goals[] = {
    { PIGA_RHYTHM_WEEKLY, 4, { NULL, NULL } },
    { PIGA_RHYTHM_WEEKLY, 4.5, { NULL, NULL } },
    { PIGA_RHYTHM_WEEKLY,
      5,
      { "Your best of the last four weeks was 3. Would 4 do?",
        "Katika wiki nne zilizopita, idadi yako ya juu zaidi kwa wiki ilikuwa 3. "
        "Je, 4 itatosha?" } },
    { PIGA_RHYTHM_WEEKLY,
      100,
      { "Your best of the last four weeks was 3. Would 4 do?",
        "Katika wiki nne zilizopita, idadi yako ya juu zaidi kwa wiki ilikuwa 3. "
        "Je, 4 itatosha?" } },
    { PIGA_RHYTHM_MONTHLY, 9, { NULL, NULL } },
    { PIGA_RHYTHM_MONTHLY,
      10,
      { "In the last four weeks you did 6. Would 8 a month do?",
        "Katika wiki nne zilizopita, idadi yako ilikuwa 6. Je, 8 kwa mwezi itatosha?" } },
    { PIGA_RHYTHM_ONCE, 100, { NULL, NULL } },
  };
  g_autoptr (GListModel) marks = new_marks (amounts, days_ago, G_N_ELEMENTS (amounts));
  g_autoptr (GListModel) old_marks = new_marks (&amounts[4], &days_ago[4], 1);

  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
        {
          g_autoptr (PigaGoal) goal = new_goal ("Send applications", "");

          piga_record_set_integer (goal, PIGA_GOAL_RHYTHM, goals[i].rhythm);
          piga_record_set_real (goal, PIGA_GOAL_AMOUNT, goals[i].amount);
          assert_hint (goal, PIGA_SMART_ACHIEVABLE, marks, goals[i].hints[language]);
          /* Nothing to compare with. */
          assert_hint (goal, PIGA_SMART_ACHIEVABLE, old_marks, NULL);
          assert_hint (goal, PIGA_SMART_ACHIEVABLE, NULL, NULL);
        }
    }
}

/* One is little: twice as much is only one more, which is no reason to speak. */
static void
test_small_amounts (void)
{
  static const double amount = 1;
  static const guint days_ago = 3;
  g_autoptr (GListModel) marks = new_marks (&amount, &days_ago, 1);
  g_autoptr (PigaGoal) goal = new_goal ("Send applications", "");

  piga_test_speak (0);
  piga_record_set_integer (goal, PIGA_GOAL_RHYTHM, PIGA_RHYTHM_WEEKLY);
  piga_record_set_real (goal, PIGA_GOAL_AMOUNT, 2);
  assert_hint (goal, PIGA_SMART_ACHIEVABLE, marks, NULL);
  piga_record_set_real (goal, PIGA_GOAL_AMOUNT, 3);
  assert_hint (goal, PIGA_SMART_ACHIEVABLE, marks,
               "Your best of the last four weeks was 1. Would 2 do?");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/smart/specific", test_specific);
  g_test_add_func ("/smart/whole-goals", test_whole_goals);
  g_test_add_func ("/smart/finished-goals", test_finished_goals);
  g_test_add_func ("/smart/dates", test_dates);
  g_test_add_func ("/smart/amounts", test_amounts);
  g_test_add_func ("/smart/amounts/small", test_small_amounts);

  return g_test_run ();
}
