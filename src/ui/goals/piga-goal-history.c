/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The last weeks or months of a goal, as bars and as sentences. */

#include "piga-goal-history.h"

#include <glib/gi18n-lib.h>

#include "piga-language.h"

static gboolean
is_monthly (PigaGoal *goal)
{
  return piga_record_get_integer (goal, PIGA_GOAL_RHYTHM) == PIGA_RHYTHM_MONTHLY;
}

static char *
say_week (const PigaPeriod *period, PigaDay today)
{
  g_autofree char *date = piga_calendar_date_near (period->first, today);
  g_autofree char *done = piga_language_number (period->done);
  g_autofree char *target = piga_language_number (period->target);

  if (period->rest && period->done <= 0)
    /* Translators: %s is the first day of a week, such as “9 November”. */
    return g_strdup_printf (_ ("Week from %s: rest"), date);
  if (period->target > 0)
    /* Translators: the first day of a week, what was done, what was aimed at:
     * “Week from 9 November: 2 of 4”. */
    return g_strdup_printf (_ ("Week from %1$s: %2$s of %3$s"), date, done, target);
  /* Translators: the first day of a week and what was done in it: “Week from 9 November: 2”. */
  return g_strdup_printf (_ ("Week from %1$s: %2$s"), date, done);
}

static char *
say_month (const PigaPeriod *period)
{
  g_autofree char *month = piga_calendar_month (period->first);
  g_autofree char *done = piga_language_number (period->done);
  g_autofree char *target = piga_language_number (period->target);

  if (period->rest && period->done <= 0)
    /* Translators: %s is a month, such as “November 2026”. */
    return g_strdup_printf (_ ("%s: rest"), month);
  if (period->target > 0)
    /* Translators: a month, what was done in it, what was aimed at: “November 2026: 2 of 4”. */
    return g_strdup_printf (_ ("%1$s: %2$s of %3$s"), month, done, target);
  /* Translators: a month and what was done in it: “November 2026: 2”. */
  return g_strdup_printf (_ ("%1$s: %2$s"), month, done);
}

static PigaBar *
make_bar (PigaGoal *goal, const PigaPeriod *period, PigaDay today)
{
  const gboolean is_before = period->last < piga_day_from_time (piga_record_get_created_at (goal))
                             && period->n_marks == 0 && !period->rest;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  if (is_monthly (goal))
    {
      guint year, month, day;

      piga_day_split (period->first, &year, &month, &day);
      label = g_strdup (piga_calendar_month_short_name (month));
      sentence = say_month (period);
    }
  else
    {
      label = piga_calendar_date_short (period->first);
      sentence = say_week (period, today);
    }
  return piga_bar_new (label, is_before ? NULL : sentence, period->done, period->rest);
}

/**
 * piga_goal_history_title:
 * @goal: a goal
 *
 * Returns: (transfer none): what the bars of its history are
 */
const char *
piga_goal_history_title (PigaGoal *goal)
{
  return is_monthly (goal) ? _ ("The last eight months") : _ ("The last eight weeks");
}

/**
 * piga_goal_history_show:
 * @tally: a goal
 * @bars: where to show its history
 *
 * Shows the last periods. Those from before the goal stay empty: nothing was missed then.
 */
void
piga_goal_history_show (PigaGoalTally *tally, PigaBars *bars)
{
  PigaGoal *goal = piga_goal_tally_get_goal (tally);
  PigaContext *context = piga_goal_tally_get_context (tally);
  const PigaDay today = piga_clock_get_today (piga_context_get_clock (context));
  g_autoptr (GArray) history = piga_goal_tally_get_history (tally, PIGA_GOAL_HISTORY_PERIODS);
  GPtrArray *made = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_bar_free);
  double target = 0;

  for (guint i = 0; i < history->len; i++)
    {
      const PigaPeriod *period = &g_array_index (history, PigaPeriod, i);

      target = period->target;
      g_ptr_array_add (made, make_bar (goal, period, today));
    }

  piga_bars_take (bars, made, target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bars), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  piga_goal_history_title (goal), -1);
}
