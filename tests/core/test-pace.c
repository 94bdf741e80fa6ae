/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pace, forecast and history of goals, as figures and as sentences in both languages. */

#include "piga-test-sense.h"
#include "records/piga-goal-mark.h"
#include "sense/piga-pace.h"

/* Noon in Nairobi. */
static gint64
noon_of (PigaDay day)
{
  return ((gint64) day - piga_test_day ("1970-01-01")) * G_TIME_SPAN_DAY + 9 * G_TIME_SPAN_HOUR;
}

static PigaGoal *
new_goal (PigaRhythm rhythm, double amount, const char *unit, const char *due)
{
  PigaGoal *goal = piga_record_new (PIGA_TYPE_GOAL);
  gint64 made = noon_of (piga_test_day ("2026-03-01"));

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Send applications");
  piga_record_set_integer (goal, PIGA_GOAL_RHYTHM, rhythm);
  piga_record_set_real (goal, PIGA_GOAL_AMOUNT, amount);
  piga_record_set_text (goal, PIGA_GOAL_UNIT, unit);
  if (due != NULL)
    piga_record_set_day (goal, PIGA_GOAL_DUE, piga_test_day (due));
  piga_record_set_times (goal, made, made, 0);
  return goal;
}

static void
add_mark (GListStore *marks, PigaDay day, double amount, gboolean rest)
{
  g_autoptr (PigaGoalMark) mark = piga_record_new (PIGA_TYPE_GOAL_MARK);

  piga_record_set_day (mark, PIGA_GOAL_MARK_DAY, day);
  piga_record_set_real (mark, PIGA_GOAL_MARK_AMOUNT, amount);
  piga_record_set_boolean (mark, PIGA_GOAL_MARK_REST, rest);
  g_list_store_append (marks, mark);
}

/* "2026-03-09 1, 2026-03-10 rest": days with an amount or a rest. */
static GListModel *
new_marks (const char *text)
{
  GListStore *marks = g_list_store_new (PIGA_TYPE_GOAL_MARK);
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], " ", 2);
      gboolean rest = g_str_equal (pair[1], "rest");

      add_mark (marks, piga_test_day (pair[0]), rest ? 0 : g_ascii_strtod (pair[1], NULL), rest);
    }

  return G_LIST_MODEL (marks);
}

/* Weeks from Monday 9 March to Sunday 15 March 2026; its Sunday before is 8 March. */
static void
test_week (void)
{
  static const struct
  {
    PigaWeekStart start;
    const char *today;
    const char *first;
    const char *last;
    double done;
  } weeks[] = {
    { PIGA_WEEK_START_MONDAY, "2026-03-09", "2026-03-09", "2026-03-15", 6 },
    { PIGA_WEEK_START_MONDAY, "2026-03-15", "2026-03-09", "2026-03-15", 6 },
    { PIGA_WEEK_START_MONDAY, "2026-03-08", "2026-03-02", "2026-03-08", 1 },
    { PIGA_WEEK_START_MONDAY, "2026-03-16", "2026-03-16", "2026-03-22", 8 },
    { PIGA_WEEK_START_SUNDAY, "2026-03-09", "2026-03-08", "2026-03-14", 3 },
    { PIGA_WEEK_START_SUNDAY, "2026-03-15", "2026-03-15", "2026-03-21", 12 },
  };
  g_autoptr (PigaGoal) goal = new_goal (PIGA_RHYTHM_WEEKLY, 4, "", NULL);
  g_autoptr (GListModel) marks =
    new_marks ("2026-03-08 1, 2026-03-09 2, 2026-03-15 4, 2026-03-16 8");

  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      PigaPeriod period;

      piga_pace_measure (goal, marks, weeks[i].start, piga_test_day (weeks[i].today), &period);
      g_assert_cmpuint (period.first, ==, piga_test_day (weeks[i].first));
      g_assert_cmpuint (period.last, ==, piga_test_day (weeks[i].last));
      g_assert_cmpfloat (period.done, ==, weeks[i].done);
      g_assert_cmpfloat (period.target, ==, 4);
    }
}

static void
test_month (void)
{
  static const struct
  {
    const char *today;
    const char *first;
    const char *last;
    double done;
  } months[] = {
    { "2024-02-29", "2024-02-01", "2024-02-29", 3 },
    { "2024-02-01", "2024-02-01", "2024-02-29", 3 },
    { "2024-03-01", "2024-03-01", "2024-03-31", 4 },
    { "2024-01-31", "2024-01-01", "2024-01-31", 8 },
    { "2023-12-31", "2023-12-01", "2023-12-31", 16 },
  };
  g_autoptr (PigaGoal) goal = new_goal (PIGA_RHYTHM_MONTHLY, 4, "", NULL);
  g_autoptr (GListModel) marks =
    new_marks ("2023-12-31 16, 2024-01-31 8, 2024-02-01 1, 2024-02-29 2, 2024-03-01 4");

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      PigaPeriod period;

      piga_pace_measure (goal, marks, PIGA_WEEK_START_MONDAY, piga_test_day (months[i].today),
                         &period);
      g_assert_cmpuint (period.first, ==, piga_test_day (months[i].first));
      g_assert_cmpuint (period.last, ==, piga_test_day (months[i].last));
      g_assert_cmpfloat (period.done, ==, months[i].done);
    }
}

static void
test_fraction (void)
{
  static const struct
  {
    double done;
    double target;
    double fraction;
    gboolean reached;
  } fractions[] = {
    { 0, 4, 0, FALSE }, { 1, 4, 0.25, FALSE }, { 4, 4, 1, TRUE },  { 3.9, 4, 0.975, FALSE },
    { 9, 4, 1, TRUE },  { 0, 0, 0, FALSE },    { 3, 0, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    {
      PigaPeriod period = { .done = fractions[i].done, .target = fractions[i].target };

      g_assert_cmpfloat_with_epsilon (piga_pace_get_fraction (&period), fractions[i].fraction,
                                      1e-9);
      g_assert_cmpint (piga_pace_is_reached (&period), ==, fractions[i].reached);
    }
}

typedef struct
{
  PigaRhythm rhythm;
  double amount;
  const char *unit;
  const char *due;
  const char *marks;
  const char *today;
  const char *texts[2];
} Sentence;

/* clang-format off */
static const Sentence sentences[] = {
  /* A week, its number and unit, and the days that are left of it. */
  { PIGA_RHYTHM_WEEKLY, 4, "", NULL, "2026-03-09 1, 2026-03-10 1", "2026-03-12",
    { "2 of 4 this week, 3 days left", "Wiki hii: 2 kati ya 4, zimebaki siku 3" } },
  { PIGA_RHYTHM_WEEKLY, 4, "maombi ya kazi", NULL, "2026-03-09 2", "2026-03-14",
    { "2 of 4 maombi ya kazi this week, 1 day left",
      "Wiki hii: maombi ya kazi 2 kati ya 4, imebaki siku 1" } },
  { PIGA_RHYTHM_WEEKLY, 4, "applications", NULL, "2026-03-09 0.5", "2026-03-15",
    { "0.5 of 4 applications this week, today is the last day",
      "Wiki hii: applications 0.5 kati ya 4, leo ndiyo siku ya mwisho" } },
  { PIGA_RHYTHM_WEEKLY, 4, "", NULL, "2026-03-08 3", "2026-03-09",
    { "0 of 4 this week, 6 days left", "Wiki hii: 0 kati ya 4, zimebaki siku 6" } },
  { PIGA_RHYTHM_WEEKLY, 4, "", NULL, "2026-03-09 4", "2026-03-11",
    { "4 of 4 this week: reached", "Wiki hii: 4 kati ya 4, lengo limefikiwa" } },
  { PIGA_RHYTHM_WEEKLY, 4, "calls", NULL, "2026-03-09 2, 2026-03-10 3", "2026-03-11",
    { "5 of 4 calls this week: reached", "Wiki hii: calls 5 kati ya 4, lengo limefikiwa" } },
  /* A date inside the week cuts it short; one behind or beyond does not. */
  { PIGA_RHYTHM_WEEKLY, 4, "", "2026-03-13", "2026-03-09 1", "2026-03-12",
    { "1 of 4 this week, 1 day left", "Wiki hii: 1 kati ya 4, imebaki siku 1" } },
  { PIGA_RHYTHM_WEEKLY, 4, "", "2026-03-10", "2026-03-09 1", "2026-03-12",
    { "1 of 4 this week, 3 days left", "Wiki hii: 1 kati ya 4, zimebaki siku 3" } },
  { PIGA_RHYTHM_WEEKLY, 4, "", "2026-03-30", "2026-03-09 1", "2026-03-12",
    { "1 of 4 this week, 3 days left", "Wiki hii: 1 kati ya 4, zimebaki siku 3" } },
  /* A rest with nothing done is a rest; with something done it is not spoken of. */
  { PIGA_RHYTHM_WEEKLY, 4, "", NULL, "2026-03-10 rest", "2026-03-12",
    { "Resting this week", "Unapumzika wiki hii" } },
  { PIGA_RHYTHM_WEEKLY, 4, "", NULL, "2026-03-10 rest, 2026-03-09 1", "2026-03-12",
    { "1 of 4 this week, 3 days left", "Wiki hii: 1 kati ya 4, zimebaki siku 3" } },
  { PIGA_RHYTHM_WEEKLY, 4, "", NULL, "2026-03-08 rest", "2026-03-12",
    { "0 of 4 this week, 3 days left", "Wiki hii: 0 kati ya 4, zimebaki siku 3" } },
  { PIGA_RHYTHM_MONTHLY, 4, "", NULL, "2026-03-01 rest", "2026-03-31",
    { "Resting this month", "Unapumzika mwezi huu" } },
  { PIGA_RHYTHM_ONCE, 4, "", NULL, "2026-03-12 rest", "2026-03-12",
    { "Resting today", "Unapumzika leo" } },
  { PIGA_RHYTHM_ONCE, 4, "", NULL, "2026-03-11 rest", "2026-03-12",
    { "0 of 4 so far", "Hadi sasa: 0 kati ya 4" } },
  /* No number: marks are counted. */
  { PIGA_RHYTHM_WEEKLY, 0, "", NULL, "2026-03-08 1", "2026-03-12",
    { "Nothing marked yet this week, 3 days left",
      "Hakuna alama bado wiki hii, zimebaki siku 3" } },
  { PIGA_RHYTHM_WEEKLY, 0, "calls", NULL, "2026-03-09 5", "2026-03-12",
    { "Marked 1 time this week, 3 days left",
      "Wiki hii: umeweka alama mara 1, zimebaki siku 3" } },
  { PIGA_RHYTHM_WEEKLY, 0, "", NULL, "2026-03-09 1, 2026-03-09 1", "2026-03-12",
    { "Marked 2 times this week, 3 days left",
      "Wiki hii: umeweka alama mara 2, zimebaki siku 3" } },
  { PIGA_RHYTHM_MONTHLY, 0, "", NULL, "2026-03-09 1", "2026-03-31",
    { "Marked 1 time this month, today is the last day",
      "Mwezi huu: umeweka alama mara 1, leo ndiyo siku ya mwisho" } },
  { PIGA_RHYTHM_MONTHLY, 0, "", NULL, "2026-02-28 1", "2026-03-30",
    { "Nothing marked yet this month, 1 day left",
      "Hakuna alama bado mwezi huu, imebaki siku 1" } },
  { PIGA_RHYTHM_ONCE, 0, "", NULL, "2026-02-28 1", "2026-03-30",
    { "Marked 1 time so far", "Hadi sasa: umeweka alama mara 1" } },
  { PIGA_RHYTHM_ONCE, 0, "", "2026-04-10", "2026-03-31 1", "2026-03-30",
    { "Marked 1 time so far, 11 days left",
      "Hadi sasa: umeweka alama mara 1, zimebaki siku 11" } },
  /* A month. */
  { PIGA_RHYTHM_MONTHLY, 1250, "KSh", NULL, "2026-03-09 1000", "2026-03-11",
    { "1,000 of 1,250 KSh this month, 20 days left",
      "Mwezi huu: KSh 1,000 kati ya 1,250, zimebaki siku 20" } },
  { PIGA_RHYTHM_MONTHLY, 2, "", NULL, "2024-02-01 1", "2024-02-28",
    { "1 of 2 this month, 1 day left", "Mwezi huu: 1 kati ya 2, imebaki siku 1" } },
  /* Once, with a date ahead, today and behind. */
  { PIGA_RHYTHM_ONCE, 4, "letters", "2026-06-20", "2026-03-09 1", "2026-03-12",
    { "1 of 4 letters so far, 100 days left",
      "Hadi sasa: letters 1 kati ya 4, zimebaki siku 100" } },
  { PIGA_RHYTHM_ONCE, 4, "", "2026-03-12", "2026-03-09 1", "2026-03-12",
    { "1 of 4 so far, today is the last day",
      "Hadi sasa: 1 kati ya 4, leo ndiyo siku ya mwisho" } },
  { PIGA_RHYTHM_ONCE, 4, "", "2025-12-31", "2026-03-09 1", "2026-03-12",
    { "1 of 4 so far; the date you set was 31 December 2025",
      "Hadi sasa: 1 kati ya 4; tarehe uliyoweka ilikuwa 31 Desemba 2025" } },
  { PIGA_RHYTHM_ONCE, 4, "", "2025-12-31", "2020-01-01 3, 2026-03-09 1", "2026-03-12",
    { "4 of 4 so far: reached", "Hadi sasa: 4 kati ya 4, lengo limefikiwa" } },
};
/* clang-format on */

static void
test_sentences (void)
{
  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
        {
          const Sentence *wanted = &sentences[i];
          g_autoptr (PigaGoal) goal =
            new_goal (wanted->rhythm, wanted->amount, wanted->unit, wanted->due);
          g_autoptr (GListModel) marks = new_marks (wanted->marks);

          piga_test_assert_text (
            piga_pace_sentence (goal, marks, PIGA_WEEK_START_MONDAY, piga_test_day (wanted->today)),
            wanted->texts[language]);
        }
    }
}

static void
test_many_marks (void)
{
  static const char *const texts[2][2] = {
    { "Marked 11 times so far", "Marked 100 times so far" },
    { "Hadi sasa: umeweka alama mara 11", "Hadi sasa: umeweka alama mara 100" },
  };
  g_autoptr (PigaGoal) goal = new_goal (PIGA_RHYTHM_ONCE, 0, "", NULL);
  PigaDay today = piga_test_day ("2026-03-12");

  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      g_autoptr (GListStore) marks = g_list_store_new (PIGA_TYPE_GOAL_MARK);

      piga_test_speak (language);
      for (guint i = 0; i < 11; i++)
        add_mark (marks, today - i, 1, FALSE);
      piga_test_assert_text (
        piga_pace_sentence (goal, G_LIST_MODEL (marks), PIGA_WEEK_START_SUNDAY, today),
        texts[language][0]);
      for (guint i = 11; i < 100; i++)
        add_mark (marks, today - i, 1, FALSE);
      piga_test_assert_text (
        piga_pace_sentence (goal, G_LIST_MODEL (marks), PIGA_WEEK_START_SUNDAY, today),
        texts[language][1]);
    }
}

#define TOO_FEW { "Too few marks yet to say when", "Bado alama ni chache mno kukadiria tarehe" }

/* The goal was made on 1 March. */
/* clang-format off */
static const Sentence forecasts[] = {
  /* Since it was made: 5 in 10 days, 2 to go, so 4 days more. */
  { PIGA_RHYTHM_ONCE, 7, "", "2026-03-31", "2026-03-02 2, 2026-03-05 2, 2026-03-09 1",
    "2026-03-10",
    { "At this pace by 14 March", "Kwa kasi hii utafikia lengo ifikapo tarehe 14 Machi" } },
  { PIGA_RHYTHM_ONCE, 7, "", "2026-03-14", "2026-03-02 2, 2026-03-05 2, 2026-03-09 1",
    "2026-03-10",
    { "At this pace by 14 March", "Kwa kasi hii utafikia lengo ifikapo tarehe 14 Machi" } },
  { PIGA_RHYTHM_ONCE, 7, "", "2026-03-13", "2026-03-02 2, 2026-03-05 2, 2026-03-09 1",
    "2026-03-10",
    { "At this pace on 14 March, after the date you set",
      "Kwa kasi hii utafikia lengo tarehe 14 Machi, baada ya tarehe uliyoweka" } },
  { PIGA_RHYTHM_ONCE, 7, "", "2026-03-09", "2026-03-02 2, 2026-03-05 2, 2026-03-09 1",
    "2026-03-10",
    { "At this pace on 14 March, after the date you set",
      "Kwa kasi hii utafikia lengo tarehe 14 Machi, baada ya tarehe uliyoweka" } },
  /* Rest and marks to come count nothing. */
  { PIGA_RHYTHM_ONCE, 7, "", "2026-03-31",
    "2026-03-02 2, 2026-03-05 2, 2026-03-06 rest, 2026-03-09 1", "2026-03-10",
    { "At this pace by 14 March", "Kwa kasi hii utafikia lengo ifikapo tarehe 14 Machi" } },
  /* The last four weeks: 7 in 28 days, 3 to go, so 12 days; what was before is done, not pace. */
  { PIGA_RHYTHM_ONCE, 110, "", "2027-12-31",
    "2026-05-30 100, 2026-11-24 2, 2026-11-25 4, 2026-12-21 1", "2026-12-21",
    { "At this pace by 2 January 2027",
      "Kwa kasi hii utafikia lengo ifikapo tarehe 2 Januari 2027" } },
  /* Marked for days before it was made. */
  { PIGA_RHYTHM_ONCE, 7, "", "2026-03-31", "2026-02-22 2, 2026-02-25 2, 2026-03-01 1",
    "2026-03-03",
    { "At this pace by 7 March", "Kwa kasi hii utafikia lengo ifikapo tarehe 7 Machi" } },
  /* Too few: two marks; six days; all of it long ago. Seven days are enough. */
  { PIGA_RHYTHM_ONCE, 7, "", "2026-03-31", "2026-03-02 2, 2026-03-09 1", "2026-03-10", TOO_FEW },
  { PIGA_RHYTHM_ONCE, 7, "", "2026-03-31", "2026-03-01 1, 2026-03-02 1, 2026-03-03 1",
    "2026-03-06", TOO_FEW },
  { PIGA_RHYTHM_ONCE, 10, "", "2026-03-31", "2026-03-01 1, 2026-03-02 1, 2026-03-03 1",
    "2026-03-07",
    { "At this pace by 24 March", "Kwa kasi hii utafikia lengo ifikapo tarehe 24 Machi" } },
  { PIGA_RHYTHM_ONCE, 7, "", "2026-12-31", "2026-03-01 1, 2026-03-02 1, 2026-03-03 1",
    "2026-04-20", TOO_FEW },
  { PIGA_RHYTHM_ONCE, 7, "", "2026-12-31", "2026-03-01 0, 2026-03-02 0, 2026-03-03 0",
    "2026-03-20", TOO_FEW },
  { PIGA_RHYTHM_ONCE, 7, "", "2026-12-31", "2026-03-01 rest, 2026-03-02 rest, 2026-03-03 rest",
    "2026-03-20", TOO_FEW },
  /* So far off that a day would say nothing. */
  { PIGA_RHYTHM_ONCE, 1000000, "", "2026-03-31", "2026-03-02 0.01, 2026-03-05 0.01, 2026-03-09 1",
    "2026-03-10",
    { "At this pace it takes much longer than you set. "
      "A later date or a smaller number may fit better.",
      "Kwa kasi hii itachukua muda mrefu zaidi kuliko uliopanga. "
      "Huenda tarehe ya baadaye au idadi ndogo zaidi ikafaa." } },
  /* Nothing to foretell. */
  { PIGA_RHYTHM_ONCE, 5, "", "2026-03-31", "2026-03-02 2, 2026-03-05 2, 2026-03-09 1",
    "2026-03-10", { NULL, NULL } },
  { PIGA_RHYTHM_ONCE, 7, "", NULL, "2026-03-02 2, 2026-03-05 2, 2026-03-09 1", "2026-03-10",
    { NULL, NULL } },
  { PIGA_RHYTHM_ONCE, 0, "", "2026-03-31", "2026-03-02 2, 2026-03-05 2, 2026-03-09 1",
    "2026-03-10", { NULL, NULL } },
  { PIGA_RHYTHM_WEEKLY, 7, "", "2026-03-31", "2026-03-02 2, 2026-03-05 2, 2026-03-09 1",
    "2026-03-10", { NULL, NULL } },
};
/* clang-format on */

static void
test_forecasts (void)
{
  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < G_N_ELEMENTS (forecasts); i++)
        {
          const Sentence *wanted = &forecasts[i];
          g_autoptr (PigaGoal) goal =
            new_goal (wanted->rhythm, wanted->amount, wanted->unit, wanted->due);
          g_autoptr (GListModel) marks = new_marks (wanted->marks);

          piga_test_assert_text (piga_pace_forecast (goal, marks, piga_test_day (wanted->today)),
                                 wanted->texts[language]);
        }
    }
}

static void
assert_period (GArray *history, guint index, const char *first, const char *last, double done,
               double target, gboolean rest)
{
  const PigaPeriod *period = &g_array_index (history, PigaPeriod, index);

  g_assert_cmpuint (period->first, ==, piga_test_day (first));
  g_assert_cmpuint (period->last, ==, piga_test_day (last));
  g_assert_cmpfloat (period->done, ==, done);
  g_assert_cmpfloat (period->target, ==, target);
  g_assert_cmpint (period->rest, ==, rest);
}

/* A bad week stands between two good ones and takes nothing from them. */
static void
test_history_of_weeks (void)
{
  g_autoptr (PigaGoal) goal = new_goal (PIGA_RHYTHM_WEEKLY, 4, "", NULL);
  g_autoptr (GListModel) marks = new_marks (
    "2025-12-27 9, 2025-12-28 3, 2025-12-29 1, 2025-12-29 3, 2026-01-10 rest, 2026-01-12 2");
  g_autoptr (GArray) mondays =
    piga_pace_history (goal, marks, PIGA_WEEK_START_MONDAY, piga_test_day ("2026-01-14"), 3);
  g_autoptr (GArray) sundays =
    piga_pace_history (goal, marks, PIGA_WEEK_START_SUNDAY, piga_test_day ("2026-01-14"), 3);

  g_assert_cmpuint (mondays->len, ==, 3);
  assert_period (mondays, 0, "2025-12-29", "2026-01-04", 4, 4, FALSE);
  assert_period (mondays, 1, "2026-01-05", "2026-01-11", 0, 4, TRUE);
  assert_period (mondays, 2, "2026-01-12", "2026-01-18", 2, 4, FALSE);

  g_assert_cmpuint (sundays->len, ==, 3);
  assert_period (sundays, 0, "2025-12-28", "2026-01-03", 7, 4, FALSE);
  assert_period (sundays, 1, "2026-01-04", "2026-01-10", 0, 4, TRUE);
  assert_period (sundays, 2, "2026-01-11", "2026-01-17", 2, 4, FALSE);
}

static void
test_history_of_months (void)
{
  g_autoptr (PigaGoal) goal = new_goal (PIGA_RHYTHM_MONTHLY, 4, "", NULL);
  g_autoptr (GListModel) marks = new_marks ("2023-12-31 1, 2024-01-31 2, 2024-02-29 3");
  g_autoptr (GArray) months =
    piga_pace_history (goal, marks, PIGA_WEEK_START_MONDAY, piga_test_day ("2024-03-31"), 4);

  assert_period (months, 0, "2023-12-01", "2023-12-31", 1, 4, FALSE);
  assert_period (months, 1, "2024-01-01", "2024-01-31", 2, 4, FALSE);
  assert_period (months, 2, "2024-02-01", "2024-02-29", 3, 4, FALSE);
  assert_period (months, 3, "2024-03-01", "2024-03-31", 0, 4, FALSE);
}

static void
test_history_of_once (void)
{
  g_autoptr (PigaGoal) goal = new_goal (PIGA_RHYTHM_ONCE, 40, "", "2026-06-30");
  g_autoptr (GListModel) marks = new_marks ("2026-03-02 2, 2026-03-09 3");
  g_autoptr (GArray) weeks =
    piga_pace_history (goal, marks, PIGA_WEEK_START_MONDAY, piga_test_day ("2026-03-12"), 2);

  assert_period (weeks, 0, "2026-03-02", "2026-03-08", 2, 0, FALSE);
  assert_period (weeks, 1, "2026-03-09", "2026-03-15", 3, 0, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pace/week", test_week);
  g_test_add_func ("/pace/month", test_month);
  g_test_add_func ("/pace/fraction", test_fraction);
  g_test_add_func ("/pace/sentences", test_sentences);
  g_test_add_func ("/pace/sentences/many-marks", test_many_marks);
  g_test_add_func ("/pace/forecasts", test_forecasts);
  g_test_add_func ("/pace/history/weeks", test_history_of_weeks);
  g_test_add_func ("/pace/history/months", test_history_of_months);
  g_test_add_func ("/pace/history/once", test_history_of_once);

  return g_test_run ();
}
