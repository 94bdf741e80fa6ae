/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far a goal has come, in words and figures.
 *
 * Each week and each month is counted for itself, so a bad one dents the history and wipes
 * nothing; there are no streaks. A rest counts nothing and is never held against anybody. A
 * forecast is only made where there is enough to make it from. */

#include "piga-pace.h"

#include "piga-language.h"
#include "records/piga-goal-mark.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A forecast looks at the last four weeks, and needs so many marks over so many days. */
#define FORECAST_DAYS 28
#define FORECAST_LEAST_MARKS 3
#define FORECAST_LEAST_DAYS 7

/* A forecast past the date that was set names no day farther off than this. */
#define FORECAST_MOST_DAYS 730

#define LAST_DAY ((PigaDay) G_MAXUINT32)

/**
 * piga_pace_count:
 * @marks: (element-type PigaGoalMark): the marks of one goal
 * @first: the first day
 * @last: the last day
 * @period: (out caller-allocates): what was done; its target is 0
 *
 * Counts what was marked from @first to @last.
 */
void
piga_pace_count (GListModel *marks, PigaDay first, PigaDay last, PigaPeriod *period)
{
  guint n_marks = g_list_model_get_n_items (marks);

  *period = (PigaPeriod) { .first = first, .last = last };
  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (PigaGoalMark) mark = g_list_model_get_item (marks, i);
      PigaDay day = piga_record_get_day (mark, PIGA_GOAL_MARK_DAY);

      if (day < first || day > last)
        continue;

      if (piga_record_get_boolean (mark, PIGA_GOAL_MARK_REST))
        {
          period->rest = TRUE;
        }
      else
        {
          period->done += piga_record_get_real (mark, PIGA_GOAL_MARK_AMOUNT);
          period->n_marks++;
        }
    }
}

static PigaRhythm
get_rhythm (PigaGoal *goal)
{
  return (PigaRhythm) piga_record_get_integer (goal, PIGA_GOAL_RHYTHM);
}

static PigaDay
first_of_period (PigaRhythm rhythm, PigaWeekStart week_start, PigaDay day)
{
  return rhythm == PIGA_RHYTHM_MONTHLY ? piga_calendar_first_of_month (day)
                                       : piga_calendar_first_of_week (day, week_start);
}

static PigaDay
last_of_period (PigaRhythm rhythm, PigaDay first)
{
  return rhythm == PIGA_RHYTHM_MONTHLY ? piga_calendar_first_of_next_month (first) - 1 : first + 6;
}

static void
measure_whole (GListModel *marks, PigaDay today, PigaPeriod *period)
{
  PigaPeriod this_day;

  piga_pace_count (marks, PIGA_DAY_NONE, LAST_DAY, period);
  period->last = PIGA_DAY_NONE;

  /* In a time without an end, a rest of long ago would never be over. */
  piga_pace_count (marks, today, today, &this_day);
  period->rest = this_day.rest;
}

/**
 * piga_pace_measure:
 * @goal: a goal
 * @marks: (element-type PigaGoalMark): its marks
 * @week_start: the day that weeks start on
 * @today: the day it is
 * @period: (out caller-allocates): what was done
 *
 * Measures the period that it is: the week or the month, cut short where the goal's date falls
 * into it, or for a goal of once its whole time.
 */
void
piga_pace_measure (PigaGoal *goal, GListModel *marks, PigaWeekStart week_start, PigaDay today,
                   PigaPeriod *period)
{
  PigaRhythm rhythm = get_rhythm (goal);
  PigaDay due = piga_record_get_day (goal, PIGA_GOAL_DUE);

  if (rhythm == PIGA_RHYTHM_ONCE)
    {
      measure_whole (marks, today, period);
      period->last = due;
    }
  else
    {
      PigaDay first = first_of_period (rhythm, week_start, today);

      piga_pace_count (marks, first, last_of_period (rhythm, first), period);
      if (due >= today)
        period->last = MIN (period->last, due);
    }

  period->target = piga_record_get_real (goal, PIGA_GOAL_AMOUNT);
}

/**
 * piga_pace_is_reached:
 * @period: a period that was measured
 *
 * Returns: %TRUE if as much was done as was aimed at
 */
gboolean
piga_pace_is_reached (const PigaPeriod *period)
{
  return period->target > 0 && period->done >= period->target;
}

/**
 * piga_pace_get_fraction:
 * @period: a period that was measured
 *
 * Returns: how much is done, from 0 to 1; 0 where nothing is aimed at
 */
double
piga_pace_get_fraction (const PigaPeriod *period)
{
  return period->target > 0 ? CLAMP (period->done / period->target, 0, 1) : 0;
}

static char *
say_amount (PigaRhythm rhythm, const char *done, const char *target)
{
  switch (rhythm)
    {
    case PIGA_RHYTHM_WEEKLY:
      /* Translators: “2 of 4 this week”: what is done, what is aimed at */
      return g_strdup_printf (_ ("%1$s of %2$s this week"), done, target);
    case PIGA_RHYTHM_MONTHLY:
      /* Translators: “2 of 4 this month”: what is done, what is aimed at */
      return g_strdup_printf (_ ("%1$s of %2$s this month"), done, target);
    case PIGA_RHYTHM_ONCE:
    default:
      /* Translators: “2 of 4 so far”: what is done, what is aimed at */
      return g_strdup_printf (_ ("%1$s of %2$s so far"), done, target);
    }
}

static char *
say_amount_of_unit (PigaRhythm rhythm, const char *done, const char *target, const char *unit)
{
  switch (rhythm)
    {
    case PIGA_RHYTHM_WEEKLY:
      /* Translators: “2 of 4 applications this week”: what is done, what is aimed at, and of
       * what, in the person's own words; nothing may have to agree with them */
      return g_strdup_printf (_ ("%1$s of %2$s %3$s this week"), done, target, unit);
    case PIGA_RHYTHM_MONTHLY:
      /* Translators: “2 of 4 applications this month”: what is done, what is aimed at, and of
       * what, in the person's own words; nothing may have to agree with them */
      return g_strdup_printf (_ ("%1$s of %2$s %3$s this month"), done, target, unit);
    case PIGA_RHYTHM_ONCE:
    default:
      /* Translators: “2 of 4 applications so far”: what is done, what is aimed at, and of
       * what, in the person's own words; nothing may have to agree with them */
      return g_strdup_printf (_ ("%1$s of %2$s %3$s so far"), done, target, unit);
    }
}

static char *
say_marks (PigaRhythm rhythm, guint n_marks)
{
  switch (rhythm)
    {
    case PIGA_RHYTHM_WEEKLY:
      /* Translators: of a goal without a number: how many times something was marked as done */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Marked %u time this week",
                                           "Marked %u times this week", n_marks),
                              n_marks);
    case PIGA_RHYTHM_MONTHLY:
      /* Translators: of a goal without a number: how many times something was marked as done */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Marked %u time this month",
                                           "Marked %u times this month", n_marks),
                              n_marks);
    case PIGA_RHYTHM_ONCE:
    default:
      /* Translators: of a goal without a number: how many times something was marked as done */
      return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Marked %u time so far", "Marked %u times so far", n_marks),
        n_marks);
    }
}

static const char *
say_nothing_yet (PigaRhythm rhythm)
{
  switch (rhythm)
    {
    case PIGA_RHYTHM_WEEKLY:
      return _ ("Nothing marked yet this week");
    case PIGA_RHYTHM_MONTHLY:
      return _ ("Nothing marked yet this month");
    case PIGA_RHYTHM_ONCE:
    default:
      return _ ("Nothing marked yet");
    }
}

static const char *
say_rest (PigaRhythm rhythm)
{
  switch (rhythm)
    {
    case PIGA_RHYTHM_WEEKLY:
      return _ ("Resting this week");
    case PIGA_RHYTHM_MONTHLY:
      return _ ("Resting this month");
    case PIGA_RHYTHM_ONCE:
    default:
      return _ ("Resting today");
    }
}

static char *
say_done (PigaGoal *goal, const PigaPeriod *period)
{
  PigaRhythm rhythm = get_rhythm (goal);
  const char *unit = piga_record_get_text (goal, PIGA_GOAL_UNIT);
  g_autofree char *done = piga_language_number (period->done);
  g_autofree char *target = piga_language_number (period->target);

  if (period->target > 0)
    return unit[0] != '\0' ? say_amount_of_unit (rhythm, done, target, unit)
                           : say_amount (rhythm, done, target);
  if (period->n_marks == 0)
    return g_strdup (say_nothing_yet (rhythm));
  return say_marks (rhythm, period->n_marks);
}

/* The date of a goal of once may lie behind; a week or a month always ends today or later. */
static char *
add_days_left (const char *done, const PigaPeriod *period, PigaDay today)
{
  if (period->last == PIGA_DAY_NONE)
    return g_strdup (done);

  if (period->last < today)
    {
      g_autofree char *date = piga_calendar_date_near (period->last, today);

      /* Translators: %1$s is a whole phrase such as “2 of 4 so far”, %2$s a date */
      return g_strdup_printf (_ ("%1$s; the date you set was %2$s"), done, date);
    }

  if (period->last == today)
    /* Translators: %s is a whole phrase such as “2 of 4 this week” */
    return g_strdup_printf (_ ("%s, today is the last day"), done);

  /* Translators: “2 of 4 this week, 3 days left”: %1$s is a whole phrase such as “2 of 4 this
   * week”, %2$u counts days after today */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$u day left",
                                       "%1$s, %2$u days left", period->last - today),
                          done, period->last - today);
}

/**
 * piga_pace_sentence:
 * @goal: a goal
 * @marks: (element-type PigaGoalMark): its marks
 * @week_start: the day that weeks start on
 * @today: the day it is
 *
 * Says how far the goal has come: "2 of 4 applications this week, 3 days left", "4 of 4 this
 * month: reached", "Marked 3 times so far", "Resting this week". Today does not count as a day
 * that is left; on the last one, that is said.
 *
 * Returns: (transfer full): the text, without a full stop
 */
char *
piga_pace_sentence (PigaGoal *goal, GListModel *marks, PigaWeekStart week_start, PigaDay today)
{
  PigaPeriod period;
  g_autofree char *done = NULL;

  piga_pace_measure (goal, marks, week_start, today, &period);
  if (period.rest && period.n_marks == 0)
    return g_strdup (say_rest (get_rhythm (goal)));

  done = say_done (goal, &period);
  if (piga_pace_is_reached (&period))
    /* Translators: %s is a whole phrase such as “4 of 4 this week” */
    return g_strdup_printf (_ ("%s: reached"), done);
  return add_days_left (done, &period, today);
}

static PigaDay
first_day_of_goal (PigaGoal *goal, GListModel *marks)
{
  PigaDay first = piga_day_from_time (piga_record_get_created_at (goal));
  guint n_marks = g_list_model_get_n_items (marks);

  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (PigaGoalMark) mark = g_list_model_get_item (marks, i);

      first = MIN (first, piga_record_get_day (mark, PIGA_GOAL_MARK_DAY));
    }

  return first;
}

/* The amount a day, from the last four weeks or from the goal's first day if that is later;
 * 0 where there is too little to go by. */
static double
get_daily_amount (PigaGoal *goal, GListModel *marks, PigaDay today)
{
  PigaDay first = MAX (first_day_of_goal (goal, marks), today - FORECAST_DAYS + 1);
  PigaPeriod recent;

  if (first > today - FORECAST_LEAST_DAYS + 1)
    return 0;

  piga_pace_count (marks, first, today, &recent);
  return recent.n_marks < FORECAST_LEAST_MARKS ? 0 : recent.done / (today - first + 1);
}

/**
 * piga_pace_forecast:
 * @goal: a goal
 * @marks: (element-type PigaGoalMark): its marks
 * @today: the day it is
 *
 * Says when the amount of a dated goal will be reached if things go on as in the last four weeks,
 * or since the goal began if that is less: the mean amount a day, days of rest and of nothing
 * included. It takes three marks and seven days; under that it says that they are too few.
 *
 * Returns: (transfer full) (nullable): the text, without a full stop where it is one sentence;
 *   %NULL for goals with a rhythm, without a date or amount, and for those that are reached
 */
char *
piga_pace_forecast (PigaGoal *goal, GListModel *marks, PigaDay today)
{
  PigaDay due = piga_record_get_day (goal, PIGA_GOAL_DUE);
  PigaPeriod period;
  double daily, days;
  g_autofree char *date = NULL;

  piga_pace_measure (goal, marks, PIGA_WEEK_START_MONDAY, today, &period);
  if (get_rhythm (goal) != PIGA_RHYTHM_ONCE || due == PIGA_DAY_NONE || period.target <= 0
      || piga_pace_is_reached (&period))
    return NULL;

  daily = get_daily_amount (goal, marks, today);
  if (daily <= 0)
    return g_strdup (_ ("Too few marks yet to say when"));

  days = ceil ((period.target - period.done) / daily);
  if (today + days > due && days > FORECAST_MOST_DAYS)
    return g_strdup (_ ("At this pace it takes much longer than you set. "
                        "A later date or a smaller number may fit better."));

  date = piga_calendar_date_near (today + (PigaDay) days, today);
  if (today + days > due)
    /* Translators: %s is a date such as “2 April” */
    return g_strdup_printf (_ ("At this pace on %s, after the date you set"), date);

  /* Translators: %s is a date such as “14 March” */
  return g_strdup_printf (_ ("At this pace by %s"), date);
}

/**
 * piga_pace_history:
 * @goal: a goal
 * @marks: (element-type PigaGoalMark): its marks
 * @week_start: the day that weeks start on
 * @today: the day it is
 * @n_periods: how many
 *
 * Measures the last months of a monthly goal, the last weeks of any other, up to the one that it
 * is. A goal of once has no target in its weeks.
 *
 * Returns: (transfer full) (element-type PigaPeriod): the periods, oldest first
 */
GArray *
piga_pace_history (PigaGoal *goal, GListModel *marks, PigaWeekStart week_start, PigaDay today,
                   guint n_periods)
{
  PigaRhythm rhythm = get_rhythm (goal);
  double amount = piga_record_get_real (goal, PIGA_GOAL_AMOUNT);
  GArray *history = g_array_sized_new (FALSE, FALSE, sizeof (PigaPeriod), n_periods);
  PigaDay day = today;

  g_array_set_size (history, n_periods);
  for (guint i = n_periods; i > 0; i--)
    {
      PigaPeriod *period = &g_array_index (history, PigaPeriod, i - 1);
      PigaDay first = first_of_period (rhythm, week_start, day);

      piga_pace_count (marks, first, last_of_period (rhythm, first), period);
      period->target = rhythm == PIGA_RHYTHM_ONCE ? 0 : amount;
      day = first - 1;
    }

  return history;
}
