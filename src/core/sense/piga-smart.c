/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The five questions of a SMART goal: is each answered, and what would help.
 *
 * A hint says what to add and never what is wrong with the person. The number of a goal is
 * compared with nobody's but their own. */

#include "piga-smart.h"

#include "piga-calendar.h"
#include "piga-language.h"
#include "sense/piga-pace.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A number is far above what the person did when it is both so many times and so much more. */
#define FAR_TIMES 1.5
#define FAR_MORE 2
/* What is suggested instead is this many times what they did. */
#define STRETCH 1.25

/* Words that lead up to an act, or dress it, without naming it; in both languages, because a goal
 * may be written in either whatever the program speaks. */
static const char *const idle_words[] = {
  "i",          "ll",      "m",         "we",        "will",    "shall",  "should", "must",
  "can",        "want",    "wish",      "hope",      "plan",    "need",   "would",  "like",
  "going",      "to",      "try",       "trying",    "aim",     "strive", "be",     "become",
  "get",        "do",      "doing",     "make",      "it",      "my",     "the",    "a",
  "an",         "very",    "much",      "really",    "so",      "mimi",   "nataka", "ninataka",
  "ningependa", "napenda", "natumaini", "nahitaji",  "lazima",  "ni",     "kuwa",   "nitakuwa",
  "niwe",       "fanya",   "kufanya",   "nitafanya", "nifanye", "tia",    "kutia",  "weka",
  "kuweka",     "kwa",     "sana",      NULL,
};
static const char *const idle_stems[] = { "jitahid", "jarib", NULL };

/* Words that stand where the act should be named. Kiswahili verbs change at both ends, so they are
 * known by their stems. */
static const char *const vague_words[] = {
  "better", "best",  "harder", "hard",  "more", "good",  "great", "work",   "working",
  "focus",  "zaidi", "vizuri", "vyema", "bora", "mzuri", "bidii", "juhudi", NULL,
};
static const char *const vague_stems[] = {
  "improv", "enhanc", "strengthen", "boresh", "imarish", "ongez", NULL,
};

static gboolean
is_among (const char *word, const char *const *words, const char *const *stems)
{
  if (g_strv_contains (words, word))
    return TRUE;

  for (guint i = 0; stems[i] != NULL; i++)
    if (strstr (word, stems[i]) != NULL)
      return TRUE;

  return FALSE;
}

static char **
split_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      gboolean inside = g_unichar_isalnum (g_utf8_get_char (at));

      if (inside && start == NULL)
        start = at;
      else if (!inside && start != NULL)
        {
          g_strv_builder_take (words, g_strndup (start, (gsize) (at - start)));
          start = NULL;
        }

      if (*at == '\0')
        return g_strv_builder_end (words);
    }
}

/* Whether a text goes beyond "improve" and "jitahidi": it holds a number, or its first word that
 * says something is not a vague one, and it has @least_words of them. */
static gboolean
names_an_act (const char *text, guint least_words)
{
  g_auto (GStrv) words = split_words (text);
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_isdigit (words[i][0]))
      return TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (is_among (words[i], idle_words, idle_stems))
        continue;
      if (n_words == 0 && is_among (words[i], vague_words, vague_stems))
        return FALSE;
      n_words++;
    }

  return n_words >= least_words;
}

static gboolean
is_blank (PigaGoal *goal, guint field)
{
  const char *text = piga_record_get_text (goal, field);

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

static gboolean
is_specific (PigaGoal *goal)
{
  return names_an_act (piga_record_get_text (goal, PIGA_GOAL_TITLE), 1)
         || names_an_act (piga_record_get_text (goal, PIGA_GOAL_WHAT), 2);
}

/**
 * piga_smart_is_answered:
 * @goal: a goal
 * @letter: one of the five questions
 *
 * Returns: %TRUE if the goal's fields answer the question
 */
gboolean
piga_smart_is_answered (PigaGoal *goal, PigaSmartLetter letter)
{
  switch (letter)
    {
    case PIGA_SMART_SPECIFIC:
      return is_specific (goal);
    case PIGA_SMART_MEASURABLE:
      return piga_record_get_real (goal, PIGA_GOAL_AMOUNT) > 0;
    case PIGA_SMART_ACHIEVABLE:
      return !is_blank (goal, PIGA_GOAL_ABLE);
    case PIGA_SMART_RELEVANT:
      return !is_blank (goal, PIGA_GOAL_REASON);
    case PIGA_SMART_TIME_BOUND:
      return piga_record_get_day (goal, PIGA_GOAL_DUE) != PIGA_DAY_NONE
             || piga_record_get_integer (goal, PIGA_GOAL_RHYTHM) != PIGA_RHYTHM_ONCE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
hint_at_act (PigaGoal *goal)
{
  if (is_specific (goal))
    return NULL;
  if (is_blank (goal, PIGA_GOAL_TITLE) && is_blank (goal, PIGA_GOAL_WHAT))
    return g_strdup (_ ("Say in one sentence what you will do."));
  return g_strdup (_ ("Name the act itself, such as send, write, call or practise."));
}

/* The most that was done in one of the last four times seven days, and in all of them. */
static double
count_four_weeks (GListModel *marks, PigaDay today, double *best)
{
  double all = 0;

  *best = 0;
  for (guint week = 0; week < 4; week++)
    {
      PigaDay last = today - 7 * week;
      PigaPeriod period;

      piga_pace_count (marks, last - 6, last, &period);
      *best = MAX (*best, period.done);
      all += period.done;
    }

  return all;
}

static gboolean
is_far_above (double amount, double done)
{
  return done > 0 && amount > done * FAR_TIMES && amount >= done + FAR_MORE;
}

static char *
hint_at_amount (PigaGoal *goal, GListModel *marks, PigaDay today)
{
  double amount = piga_record_get_real (goal, PIGA_GOAL_AMOUNT);
  PigaRhythm rhythm = (PigaRhythm) piga_record_get_integer (goal, PIGA_GOAL_RHYTHM);
  double best, done;
  g_autofree char *done_text = NULL;
  g_autofree char *enough_text = NULL;

  if (marks == NULL || rhythm == PIGA_RHYTHM_ONCE)
    return NULL;

  done = count_four_weeks (marks, today, &best);
  if (rhythm == PIGA_RHYTHM_WEEKLY)
    done = best;
  if (!is_far_above (amount, done))
    return NULL;

  done_text = piga_language_number (done);
  enough_text = piga_language_number (ceil (done * STRETCH));
  if (rhythm == PIGA_RHYTHM_WEEKLY)
    /* Translators: the numbers of a weekly goal: what the person did in their best week, and a
     * smaller number to aim at */
    return g_strdup_printf (_ ("Your best of the last four weeks was %1$s. Would %2$s do?"),
                            done_text, enough_text);

  /* Translators: the numbers of a monthly goal: what the person did, and a smaller number to aim
   * at */
  return g_strdup_printf (_ ("In the last four weeks you did %1$s. Would %2$s a month do?"),
                          done_text, enough_text);
}

static char *
hint_at_time (PigaGoal *goal, PigaDay today)
{
  PigaDay due = piga_record_get_day (goal, PIGA_GOAL_DUE);
  g_autofree char *date = NULL;

  if (!piga_smart_is_answered (goal, PIGA_SMART_TIME_BOUND))
    return g_strdup (_ ("Choose a date, or how often: every week or every month."));
  if (due == PIGA_DAY_NONE || due >= today)
    return NULL;

  date = piga_calendar_date_near (due, today);
  /* Translators: %s is a date such as “14 March” */
  return g_strdup_printf (_ ("The date you set, %s, has passed. Would you like to set another?"),
                          date);
}

/**
 * piga_smart_hint:
 * @goal: a goal
 * @letter: one of the five questions
 * @marks: (nullable) (element-type PigaGoalMark): the person's own marks to compare the number
 *   with; those of the last four weeks are looked at
 * @today: the day it is
 *
 * Gives a gentle hint on what would make a goal clearer or easier to reach. Goals that are reached
 * or set aside get none. The number is called far above the person's own when it is more than one
 * and a half times, and at least two more than, what they did: in the best of the last four weeks
 * for a weekly goal, in all four for a monthly one. Without a mark to compare with, nothing is
 * said.
 *
 * Returns: (transfer full) (nullable): the hint, or %NULL
 */
char *
piga_smart_hint (PigaGoal *goal, PigaSmartLetter letter, GListModel *marks, PigaDay today)
{
  if (piga_record_get_integer (goal, PIGA_GOAL_STATE) != PIGA_GOAL_STATE_GOING)
    return NULL;

  switch (letter)
    {
    case PIGA_SMART_SPECIFIC:
      return hint_at_act (goal);
    case PIGA_SMART_MEASURABLE:
      if (piga_smart_is_answered (goal, letter))
        return NULL;
      return g_strdup (_ ("Add a number, such as 4 applications: it shows how far you have come."));
    case PIGA_SMART_ACHIEVABLE:
      return hint_at_amount (goal, marks, today);
    case PIGA_SMART_RELEVANT:
      if (piga_smart_is_answered (goal, letter))
        return NULL;
      return g_strdup (_ ("Write why it matters to you: it helps on a hard day."));
    case PIGA_SMART_TIME_BOUND:
      return hint_at_time (goal, today);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Whether a text speaks of applications, in one of the two languages: “4 applications”, “apply to
 * two firms”, “maombi ya kazi”, “kutuma ombi”. */
static gboolean
names_applications (const char *text)
{
  static const char *const stems[] = { "appl", "maombi", "ombi " };
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *padded = g_strconcat (folded, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    if (strstr (padded, stems[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * piga_smart_is_about_applications:
 * @goal: a goal
 *
 * Returns: whether what is counted seems to be applications, so that the log can count them
 */
gboolean
piga_smart_is_about_applications (PigaGoal *goal)
{
  return names_applications (piga_record_get_text (goal, PIGA_GOAL_UNIT))
         || names_applications (piga_record_get_text (goal, PIGA_GOAL_TITLE));
}
