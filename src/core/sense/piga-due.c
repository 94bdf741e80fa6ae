/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is due: a few things for today, or all that has a day, for a calendar.
 *
 * Nothing stays due for ever. What the person lets pass goes away by itself after a while, and
 * only a closing date missed yesterday is said, once and last: it is not too late to ask. */

#include "piga-due.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"
#include "records/piga-feedback-request.h"
#include "records/piga-goal.h"
#include "records/piga-interview.h"
#include "sense/piga-cadence.h"
#include "sense/piga-round.h"
#include "sense/piga-stage.h"

/* How far ahead it is looked today. */
#define CLOSING_DAYS 14
#define INTERVIEW_DAYS 30
#define GOAL_DAYS 7

/* How long a person is reminded that feedback could be asked for. */
#define FEEDBACK_DAYS 28

/* The days of an application of which one has to be near for it to be due, see piga_due_since(). */
const guint piga_due_days[] = { PIGA_JOB_APPLICATION_APPLIED_ON, PIGA_JOB_APPLICATION_CLOSING_ON };
const guint piga_due_n_days = G_N_ELEMENTS (piga_due_days);

typedef struct
{
  const PigaDueFacts *facts;
  PigaDueScope scope;
  GHashTable *applications;
  GHashTable *requests;
  GPtrArray *due;
} Search;

/**
 * piga_due_free:
 * @due: (transfer full): what is due
 */
void
piga_due_free (PigaDue *due)
{
  g_object_unref (due->record);
  g_free (due->sentence);
  g_free (due->summary);
  g_free (due);
}

/* Takes @sentence and @summary. In a calendar, what is overdue stands on today. */
static void
add (Search *search, PigaDueKind kind, gpointer record, PigaDay day, char *sentence, char *summary)
{
  PigaDue *due = g_new (PigaDue, 1);

  if (search->scope == PIGA_DUE_COMING)
    day = MAX (day, search->facts->today);
  *due = (PigaDue) { kind, g_object_ref (record), day, sentence, summary };
  g_ptr_array_add (search->due, due);
}

/* Whether @day is ahead, and for today not too far ahead. */
static gboolean
is_ahead (const Search *search, PigaDay day, guint most_days)
{
  const PigaDay today = search->facts->today;

  if (day == PIGA_DAY_NONE || day < today)
    return FALSE;
  return search->scope == PIGA_DUE_COMING || day - today <= most_days;
}

static char *
say_closing (const char *title, PigaDay day, PigaDay today)
{
  g_autofree char *date = NULL;

  if (day == today)
    /* Translators: %s is an application, such as “Data analyst, Safari Systems” */
    return g_strdup_printf (_ ("%s: closes today."), title);
  if (day == today + 1)
    /* Translators: %s is an application, such as “Data analyst, Safari Systems” */
    return g_strdup_printf (_ ("%s: closes tomorrow."), title);

  date = piga_calendar_date_near (day, today);
  /* Translators: %1$s is an application, such as “Data analyst, Safari Systems”; %2$s a date, such
   * as “5 March” */
  return g_strdup_printf (_ ("%1$s: closes on %2$s."), title, date);
}

static void
add_closing (Search *search, PigaJobApplication *application)
{
  const PigaDay today = search->facts->today;
  const PigaDay day = piga_record_get_day (application, PIGA_JOB_APPLICATION_CLOSING_ON);
  const gboolean is_missed = search->scope == PIGA_DUE_NOW && day == today - 1;
  g_autofree char *title = NULL;
  char *sentence;

  if ((!is_missed && !is_ahead (search, day, CLOSING_DAYS))
      || piga_stage_get (application) != PIGA_STAGE_THINKING)
    return;

  title = piga_job_application_title (application);
  /* Translators: %s is an application, such as “Data analyst, Safari Systems” */
  sentence = is_missed ? g_strdup_printf (_ ("%s: closed yesterday."), title)
                       : say_closing (title, day, today);
  add (search, is_missed ? PIGA_DUE_MISSED : PIGA_DUE_CLOSING, application, day, sentence,
       /* Translators: in a calendar; %s is an application, such as “Data analyst, Safari
        * Systems” */
       g_strdup_printf (_ ("Applications close: %s"), title));
}

static void
add_follow_up (Search *search, PigaJobApplication *application)
{
  const PigaDueFacts *facts = search->facts;
  const PigaSilence silence = piga_silence_get (application, &facts->rule, facts->today);
  g_autofree char *title = NULL;

  if (silence != PIGA_SILENCE_FOLLOW_UP_DUE
      && !(silence == PIGA_SILENCE_FRESH && search->scope == PIGA_DUE_COMING))
    return;

  title = piga_job_application_title (application);
  add (search, PIGA_DUE_FOLLOW_UP, application,
       piga_silence_get_follow_up_day (application, &facts->rule, facts->today),
       /* Translators: %s is an application, such as “Data analyst, Safari Systems” */
       g_strdup_printf (_ ("%s: no answer yet. A short follow-up is ready."), title),
       /* Translators: in a calendar; %s is an application, such as “Data analyst, Safari
        * Systems” */
       g_strdup_printf (_ ("Follow up: %s"), title));
}

static void
add_application (Search *search, gpointer application)
{
  add_closing (search, application);
  add_follow_up (search, application);
}

static char *
say_interview (const char *title, PigaDay day, PigaDay today)
{
  g_autofree char *date = NULL;

  if (day == today)
    /* Translators: %s is what the interview is for, such as “Data analyst, Safari Systems” */
    return g_strdup_printf (_ ("%s: interview today. Go well."), title);
  if (day == today + 1)
    /* Translators: %s is what the interview is for, such as “Data analyst, Safari Systems” */
    return g_strdup_printf (_ ("%s: interview tomorrow."), title);

  date = piga_calendar_date_near (day, today);
  /* Translators: %1$s is what the interview is for, such as “Data analyst, Safari Systems”; %2$s a
   * date, such as “5 March” */
  return g_strdup_printf (_ ("%1$s: interview on %2$s."), title, date);
}

static void
add_coming_interview (Search *search, PigaInterview *interview, PigaJobApplication *application)
{
  const PigaDay day = piga_record_get_day (interview, PIGA_INTERVIEW_DAY);
  g_autofree char *title = NULL;

  if (piga_record_get_integer (interview, PIGA_INTERVIEW_OUTCOME) != PIGA_INTERVIEW_OUTCOME_WAITING
      || !is_ahead (search, day, INTERVIEW_DAYS))
    return;

  title = piga_job_application_title (application);
  add (search, PIGA_DUE_INTERVIEW, interview, day, say_interview (title, day, search->facts->today),
       /* Translators: in a calendar; %s is what the interview is for, such as “Data analyst, Safari
        * Systems” */
       g_strdup_printf (_ ("Interview: %s"), title));
}

static char *
say_feedback (PigaCadence cadence, const char *title)
{
  if (cadence == PIGA_CADENCE_LATE)
    /* Translators: %s is what the interview was for, such as “Data analyst, Safari Systems” */
    return g_strdup_printf (_ ("%s: more than two weeks have passed. You can still ask for "
                               "feedback."),
                            title);
  /* Translators: %s is what the interview was for, such as “Data analyst, Safari Systems” */
  return g_strdup_printf (_ ("%s: a good time to ask for feedback."), title);
}

static void
add_request (Search *search, PigaInterview *interview, PigaJobApplication *application,
             PigaCadence cadence, PigaDay day)
{
  const PigaDay today = search->facts->today;
  g_autofree char *title = NULL;

  if (day == PIGA_DAY_NONE || today > day + FEEDBACK_DAYS)
    return;

  title = piga_job_application_title (application);
  add (search, PIGA_DUE_FEEDBACK, interview, day, say_feedback (cadence, title),
       /* Translators: in a calendar; %s is what the interview was for, such as “Data analyst,
        * Safari Systems” */
       g_strdup_printf (_ ("Ask for feedback: %s"), title));
}

static void
add_second_request (Search *search, PigaInterview *interview, PigaJobApplication *application,
                    PigaDay day)
{
  g_autofree char *title = piga_job_application_title (application);

  add (search, PIGA_DUE_FEEDBACK_FOLLOW_UP, interview, day,
       /* Translators: %s is what the interview was for, such as “Data analyst, Safari Systems” */
       g_strdup_printf (_ ("%s: no feedback yet. One short follow-up is fair."), title),
       /* Translators: in a calendar; %s is what the interview was for, such as “Data analyst,
        * Safari Systems” */
       g_strdup_printf (_ ("Follow up the request for feedback: %s"), title));
}

static void
add_feedback (Search *search, PigaInterview *interview, PigaJobApplication *application)
{
  const PigaDay today = search->facts->today;
  PigaFeedbackRequest *request =
    g_hash_table_lookup (search->requests, piga_record_get_id (interview));
  const PigaCadence cadence = piga_cadence_get (interview, request, today);
  const PigaDay day = piga_cadence_get_day (interview, request, today);
  const gboolean is_coming = search->scope == PIGA_DUE_COMING;

  if (!piga_round_is (interview)
      || piga_record_get_day (interview, PIGA_INTERVIEW_CLOSED_ON) != PIGA_DAY_NONE)
    return;

  if (cadence == PIGA_CADENCE_GOOD || cadence == PIGA_CADENCE_LATE
      || (cadence == PIGA_CADENCE_TOO_EARLY && is_coming))
    add_request (search, interview, application, cadence, day);
  else if (cadence == PIGA_CADENCE_FOLLOW_UP_DUE || (cadence == PIGA_CADENCE_SENT && is_coming))
    add_second_request (search, interview, application, day);
}

static void
add_interview (Search *search, gpointer interview)
{
  PigaJobApplication *application = g_hash_table_lookup (
    search->applications, piga_record_get_text (interview, PIGA_INTERVIEW_APPLICATION));

  if (application == NULL)
    return;

  add_coming_interview (search, interview, application);
  add_feedback (search, interview, application);
}

static char *
say_goal (const char *title, PigaDay day, PigaDay today)
{
  g_autofree char *date = NULL;

  if (day == today)
    /* Translators: %s is a goal, in the person's words */
    return g_strdup_printf (_ ("%s: today is the day you set."), title);
  if (day == today + 1)
    /* Translators: %s is a goal, in the person's words */
    return g_strdup_printf (_ ("%s: tomorrow is the day you set."), title);

  date = piga_calendar_date_near (day, today);
  /* Translators: %1$s is a goal, in the person's words; %2$s a date, such as “5 March” */
  return g_strdup_printf (_ ("%1$s: the day you set is %2$s."), title, date);
}

static void
add_goal (Search *search, gpointer goal)
{
  const char *title = piga_record_get_text (goal, PIGA_GOAL_TITLE);
  const PigaDay day = piga_record_get_day (goal, PIGA_GOAL_DUE);

  if (piga_record_get_integer (goal, PIGA_GOAL_STATE) != PIGA_GOAL_STATE_GOING
      || !is_ahead (search, day, GOAL_DAYS))
    return;

  add (search, PIGA_DUE_GOAL, goal, day, say_goal (title, day, search->facts->today),
       /* Translators: in a calendar; %s is a goal, in the person's words */
       g_strdup_printf (_ ("Goal: %s"), title));
}

static GHashTable *
index_applications (GListModel *applications)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  const guint n_items = applications != NULL ? g_list_model_get_n_items (applications) : 0;

  for (guint i = 0; i < n_items; i++)
    {
      gpointer application = g_list_model_get_item (applications, i);

      g_hash_table_replace (table, (gpointer) piga_record_get_id (application), application);
    }
  return table;
}

/* The newest request of each interview. */
static GHashTable *
index_requests (GListModel *requests)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal,
                                             (GDestroyNotify) g_ref_string_release, g_object_unref);
  const guint n_items = requests != NULL ? g_list_model_get_n_items (requests) : 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (PigaFeedbackRequest) request = g_list_model_get_item (requests, i);
      const char *id = piga_record_get_text (request, PIGA_FEEDBACK_REQUEST_INTERVIEW);
      gpointer other = g_hash_table_lookup (table, id);

      if (other == NULL
          || piga_record_get_created_at (request) >= piga_record_get_created_at (other))
        g_hash_table_replace (table, g_ref_string_acquire ((char *) id),
                              g_steal_pointer (&request));
    }
  return table;
}

static void
add_each (Search *search, GListModel *records, void (*add_record) (Search *, gpointer))
{
  const guint n_records = records != NULL ? g_list_model_get_n_items (records) : 0;

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (records, i);

      add_record (search, record);
    }
}

static gint
compare_due (gconstpointer one, gconstpointer other)
{
  const PigaDue *a = *(const PigaDue *const *) one;
  const PigaDue *b = *(const PigaDue *const *) other;
  const gboolean a_missed = a->kind == PIGA_DUE_MISSED;
  const gboolean b_missed = b->kind == PIGA_DUE_MISSED;

  if (a_missed != b_missed)
    return a_missed - b_missed;
  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  return g_strcmp0 (piga_record_get_id (a->record), piga_record_get_id (b->record));
}

/**
 * piga_due_since:
 * @rule: when a follow-up fits
 * @today: the day it is
 *
 * An application of which none of the #piga_due_days is on this day or later can be neither due
 * today nor on any day after it: its closing date has gone by, and so has the time in which a
 * follow-up fits. Whoever has thousands of them need not look at these.
 *
 * Returns: the first day that counts
 */
PigaDay
piga_due_since (const PigaSilenceRule *rule, PigaDay today)
{
  return today - MAX (rule->closed_days, 1);
}

/**
 * piga_due_list:
 * @facts: what to look at
 * @scope: for today, or for a calendar
 *
 * Finds what is due: interviews; closing dates of applications that were not sent; follow-ups;
 * feedback to ask for, a day after the person heard and for four weeks; and the dates of goals.
 * For today, interviews within 30 days, closing dates within 14 and goals within 7.
 *
 * Returns: (transfer full) (element-type PigaDue): what is due, the earliest first and of one day
 *   in the order of the kinds; what was missed comes last
 */
GPtrArray *
piga_due_list (const PigaDueFacts *facts, PigaDueScope scope)
{
  g_autoptr (GHashTable) applications = index_applications (
    facts->all_applications != NULL ? facts->all_applications : facts->applications);
  g_autoptr (GHashTable) requests = index_requests (facts->requests);
  GPtrArray *due = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_due_free);
  Search search = { facts, scope, applications, requests, due };

  add_each (&search, facts->applications, add_application);
  add_each (&search, facts->interviews, add_interview);
  add_each (&search, facts->goals, add_goal);
  g_ptr_array_sort (due, compare_due);
  return due;
}
