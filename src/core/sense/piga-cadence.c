/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When to ask for feedback, when to ask once more, and when to let it be.
 *
 * A day's rest comes first, because a letter written in the first hour is seldom the one that the
 * person would send. After two weeks a panel forgets: that is said, and nothing is forbidden. One
 * follow-up is fair and a second is not. So every road ends, answered or not. */

#include "piga-cadence.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"

#define REST_DAYS 1
#define LATE_DAYS 14
#define FOLLOW_UP_DAYS 7
#define PATIENCE_DAYS 10
/* A reminder that comes later than this after the request reminds of nothing. */
#define FORGOTTEN_DAYS 28

/* Fewer requests say nothing about how often employers answer. */
#define LEAST_REQUESTS 3

static PigaDay
get_day (PigaFeedbackRequest *request, guint field)
{
  return request != NULL ? piga_record_get_day (request, field) : PIGA_DAY_NONE;
}

/* The day on which the person heard; where that was not noted, the interview's. */
static PigaDay
get_heard_on (PigaInterview *interview)
{
  const PigaDay heard_on = piga_record_get_day (interview, PIGA_INTERVIEW_HEARD_ON);

  return heard_on != PIGA_DAY_NONE ? heard_on : piga_record_get_day (interview, PIGA_INTERVIEW_DAY);
}

static PigaCadence
get_before_asking (PigaInterview *interview, PigaDay today)
{
  const PigaDay heard_on = get_heard_on (interview);

  if (heard_on == PIGA_DAY_NONE)
    return PIGA_CADENCE_GOOD;
  if (today < heard_on + REST_DAYS)
    return PIGA_CADENCE_TOO_EARLY;
  return today > heard_on + LATE_DAYS ? PIGA_CADENCE_LATE : PIGA_CADENCE_GOOD;
}

static PigaCadence
get_after_asking (PigaFeedbackRequest *request, PigaDay today)
{
  const PigaDay sent_on = get_day (request, PIGA_FEEDBACK_REQUEST_SENT_ON);
  const PigaDay followed_up_on = get_day (request, PIGA_FEEDBACK_REQUEST_FOLLOWED_UP_ON);

  if (followed_up_on >= sent_on)
    return today < followed_up_on + PATIENCE_DAYS ? PIGA_CADENCE_FOLLOWED_UP : PIGA_CADENCE_CLOSED;
  if (today < sent_on + FOLLOW_UP_DAYS)
    return PIGA_CADENCE_SENT;
  return today < sent_on + FORGOTTEN_DAYS ? PIGA_CADENCE_FOLLOW_UP_DUE : PIGA_CADENCE_CLOSED;
}

/**
 * piga_cadence_get:
 * @interview: an interview
 * @request: (nullable): the request for feedback on it, see piga_cadence_find_request()
 * @today: the day it is
 *
 * Returns: where the request stands
 */
PigaCadence
piga_cadence_get (PigaInterview *interview, PigaFeedbackRequest *request, PigaDay today)
{
  if (get_day (request, PIGA_FEEDBACK_REQUEST_ANSWERED_ON) != PIGA_DAY_NONE)
    return PIGA_CADENCE_ANSWERED;
  if (get_day (request, PIGA_FEEDBACK_REQUEST_CLOSED_ON) != PIGA_DAY_NONE)
    return PIGA_CADENCE_CLOSED;
  if (get_day (request, PIGA_FEEDBACK_REQUEST_SENT_ON) == PIGA_DAY_NONE)
    return get_before_asking (interview, today);
  return get_after_asking (request, today);
}

/**
 * piga_cadence_get_day:
 * @interview: an interview
 * @request: (nullable): the request for feedback on it
 * @today: the day it is
 *
 * Returns: the day from which there is something to do, past or to come: to ask, or to follow up;
 *   %PIGA_DAY_NONE where nothing is to be done or nobody can say when
 */
PigaDay
piga_cadence_get_day (PigaInterview *interview, PigaFeedbackRequest *request, PigaDay today)
{
  switch (piga_cadence_get (interview, request, today))
    {
    case PIGA_CADENCE_TOO_EARLY:
    case PIGA_CADENCE_GOOD:
    case PIGA_CADENCE_LATE:
      return get_heard_on (interview) != PIGA_DAY_NONE ? get_heard_on (interview) + REST_DAYS
                                                       : PIGA_DAY_NONE;
    case PIGA_CADENCE_SENT:
    case PIGA_CADENCE_FOLLOW_UP_DUE:
      return get_day (request, PIGA_FEEDBACK_REQUEST_SENT_ON) + FOLLOW_UP_DAYS;
    case PIGA_CADENCE_FOLLOWED_UP:
    case PIGA_CADENCE_ANSWERED:
    case PIGA_CADENCE_CLOSED:
    default:
      return PIGA_DAY_NONE;
    }
}

static char *
say_too_early (PigaDay day, PigaDay today)
{
  g_autofree char *date = NULL;

  if (day <= today + 1)
    return g_strdup (_ ("Let it rest until tomorrow."));
  date = piga_calendar_date_near (day, today);
  /* Translators: a letter; %s is a date such as “5 March” */
  return g_strdup_printf (_ ("Let it rest until %s."), date);
}

static char *
say_sent (PigaDay day, PigaDay today)
{
  g_autofree char *date = piga_calendar_date_near (day, today);

  /* Translators: a request for feedback; %s is a date such as “5 March” */
  return g_strdup_printf (_ ("Sent. If no answer comes, a short follow-up fits from %s."), date);
}

static char *
say_closed (PigaFeedbackRequest *request)
{
  if (get_day (request, PIGA_FEEDBACK_REQUEST_SENT_ON) == PIGA_DAY_NONE)
    return g_strdup (_ ("You let this one be. That is fine."));
  if (get_day (request, PIGA_FEEDBACK_REQUEST_FOLLOWED_UP_ON) == PIGA_DAY_NONE)
    return g_strdup (_ ("You asked. That is enough; silence says nothing about you."));
  return g_strdup (_ ("You asked twice. That is enough; silence says nothing about you."));
}

/**
 * piga_cadence_sentence:
 * @interview: an interview
 * @request: (nullable): the request for feedback on it
 * @today: the day it is
 *
 * Returns: (transfer full): where the request stands and what fits now
 */
char *
piga_cadence_sentence (PigaInterview *interview, PigaFeedbackRequest *request, PigaDay today)
{
  const PigaDay day = piga_cadence_get_day (interview, request, today);

  switch (piga_cadence_get (interview, request, today))
    {
    case PIGA_CADENCE_TOO_EARLY:
      return say_too_early (day, today);
    case PIGA_CADENCE_GOOD:
      return g_strdup (_ ("A good time to ask."));
    case PIGA_CADENCE_LATE:
      return g_strdup (_ ("More than two weeks have passed, so they may remember less. "
                          "You can still ask."));
    case PIGA_CADENCE_SENT:
      return say_sent (day, today);
    case PIGA_CADENCE_FOLLOW_UP_DUE:
      return g_strdup (_ ("No answer for a week or more. One short follow-up is fair."));
    case PIGA_CADENCE_FOLLOWED_UP:
      return g_strdup (_ ("You followed up. Now it is their turn."));
    case PIGA_CADENCE_ANSWERED:
      return g_strdup (_ ("An answer came."));
    case PIGA_CADENCE_CLOSED:
      return say_closed (request);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * piga_cadence_find_request:
 * @requests: (element-type PigaFeedbackRequest): requests for feedback
 * @interview: an interview
 *
 * Returns: (transfer full) (nullable): the request about that interview; of several, the newest
 */
PigaFeedbackRequest *
piga_cadence_find_request (GListModel *requests, PigaInterview *interview)
{
  const char *id = piga_record_get_id (interview);
  const guint n_requests = g_list_model_get_n_items (requests);
  g_autoptr (PigaFeedbackRequest) newest = NULL;

  for (guint i = 0; i < n_requests; i++)
    {
      g_autoptr (PigaFeedbackRequest) request = g_list_model_get_item (requests, i);

      if (!g_str_equal (piga_record_get_text (request, PIGA_FEEDBACK_REQUEST_INTERVIEW), id))
        continue;
      if (newest == NULL
          || piga_record_get_created_at (request) >= piga_record_get_created_at (newest))
        g_set_object (&newest, request);
    }
  return g_steal_pointer (&newest);
}

/**
 * piga_cadence_reply_rate:
 * @requests: (element-type PigaFeedbackRequest): requests for feedback
 *
 * Returns: (transfer full): how many of those that were sent were answered, or that there are too
 *   few to say (below 3)
 */
char *
piga_cadence_reply_rate (GListModel *requests)
{
  const guint n_requests = g_list_model_get_n_items (requests);
  guint n_sent = 0;
  guint n_answered = 0;

  for (guint i = 0; i < n_requests; i++)
    {
      g_autoptr (PigaFeedbackRequest) request = g_list_model_get_item (requests, i);

      if (get_day (request, PIGA_FEEDBACK_REQUEST_SENT_ON) == PIGA_DAY_NONE)
        continue;
      n_sent++;
      if (get_day (request, PIGA_FEEDBACK_REQUEST_ANSWERED_ON) != PIGA_DAY_NONE)
        n_answered++;
    }

  if (n_sent < LEAST_REQUESTS)
    return g_strdup (_ ("Too few requests to say how often employers answer."));
  if (n_answered == 0)
    return g_strdup_printf (
      /* Translators: requests for feedback; %u is 3 or more */
      g_dngettext (GETTEXT_PACKAGE, "None of %u answered yet", "None of %u answered yet", n_sent),
      n_sent);
  return g_strdup_printf (
    /* Translators: requests for feedback: %1$u were answered (the plural is for them), %2$u were
       * sent */
    g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u answered", "%1$u of %2$u answered", n_answered),
    n_answered, n_sent);
}
