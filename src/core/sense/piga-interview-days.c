/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be told from the days of an interview: whether they can be right, and which interview of
 * its application it was. */

#include "piga-interview-days.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"
#include "piga-stage.h"

static PigaInterviewDoubt
doubt_heard_on (PigaDay heard_on, PigaDay day, PigaDay applied_on, PigaDay today)
{
  if (heard_on == PIGA_DAY_NONE)
    return PIGA_INTERVIEW_DOUBT_NONE;
  if (heard_on > today)
    return PIGA_INTERVIEW_DOUBT_HEARD_TO_COME;
  if (heard_on < day)
    return PIGA_INTERVIEW_DOUBT_HEARD_BEFORE;
  return heard_on < applied_on ? PIGA_INTERVIEW_DOUBT_HEARD_UNAPPLIED : PIGA_INTERVIEW_DOUBT_NONE;
}

/**
 * piga_interview_doubt:
 * @interview: an interview
 * @application: (nullable): the application that it was for
 * @is_over: whether it has been held, as the person says
 * @today: the day it is
 *
 * Returns: why its days cannot be right; days that are not known are never doubted
 */
PigaInterviewDoubt
piga_interview_doubt (PigaInterview *interview, PigaJobApplication *application, gboolean is_over,
                      PigaDay today)
{
  const PigaDay day = piga_record_get_day (interview, PIGA_INTERVIEW_DAY);
  const PigaDay heard_on = piga_record_get_day (interview, PIGA_INTERVIEW_HEARD_ON);
  const PigaDay applied_on =
    application != NULL ? piga_stage_get_day (application, PIGA_STAGE_APPLIED) : PIGA_DAY_NONE;
  const PigaInterviewDoubt of_heard_on = doubt_heard_on (heard_on, day, applied_on, today);

  if (is_over && day > today)
    return PIGA_INTERVIEW_DOUBT_TO_COME;
  if (of_heard_on != PIGA_INTERVIEW_DOUBT_NONE)
    return of_heard_on;
  if (day != PIGA_DAY_NONE && day < applied_on)
    return PIGA_INTERVIEW_DOUBT_UNAPPLIED;
  return PIGA_INTERVIEW_DOUBT_NONE;
}

/**
 * piga_interview_doubt_sentence:
 * @doubt: why the days cannot be right
 * @application: (nullable): the application that the interview was for
 * @today: the day it is
 *
 * Returns: (transfer full) (nullable): the doubt for the person to read
 */
char *
piga_interview_doubt_sentence (PigaInterviewDoubt doubt, PigaJobApplication *application,
                               PigaDay today)
{
  g_autofree char *applied_on = NULL;

  if (doubt == PIGA_INTERVIEW_DOUBT_HEARD_UNAPPLIED || doubt == PIGA_INTERVIEW_DOUBT_UNAPPLIED)
    applied_on =
      piga_calendar_date_near (piga_stage_get_day (application, PIGA_STAGE_APPLIED), today);
  switch (doubt)
    {
    case PIGA_INTERVIEW_DOUBT_TO_COME:
      return g_strdup (_ ("The day of the interview is still to come. Please check it."));
    case PIGA_INTERVIEW_DOUBT_HEARD_TO_COME:
      return g_strdup (_ ("The day you heard is still to come. Please check it."));
    case PIGA_INTERVIEW_DOUBT_HEARD_BEFORE:
      return g_strdup (_ ("You would have heard before the interview. Please check both days."));
    case PIGA_INTERVIEW_DOUBT_HEARD_UNAPPLIED:
      /* Translators: %s is a date, such as “3 March”. */
      return g_strdup_printf (_ ("You applied only on %s. Please check the day you heard."),
                              applied_on);
    case PIGA_INTERVIEW_DOUBT_UNAPPLIED:
      /* Translators: %s is a date, such as “3 March”. */
      return g_strdup_printf (_ ("By your notes you applied only on %s. Please check both days."),
                              applied_on);
    case PIGA_INTERVIEW_DOUBT_NONE:
    default:
      return NULL;
    }
}

/* Without a day it goes by when it was written down, after those of which the day is known. */
static gboolean
comes_before (PigaInterview *one, PigaInterview *other)
{
  const PigaDay day = piga_record_get_day (one, PIGA_INTERVIEW_DAY);
  const PigaDay other_day = piga_record_get_day (other, PIGA_INTERVIEW_DAY);

  if (day == other_day)
    return g_strcmp0 (piga_record_get_id (one), piga_record_get_id (other)) < 0;
  if (day == PIGA_DAY_NONE || other_day == PIGA_DAY_NONE)
    return other_day == PIGA_DAY_NONE;
  return day < other_day;
}

/**
 * piga_interview_number:
 * @interviews: all interviews
 * @interview: one of them
 * @n_interviews: (out): how many its application led to
 *
 * Returns: which of them it is, from 1
 */
guint
piga_interview_number (GListModel *interviews, PigaInterview *interview, guint *n_interviews)
{
  const char *application = piga_record_get_text (interview, PIGA_INTERVIEW_APPLICATION);
  const guint n_all = g_list_model_get_n_items (interviews);
  guint number = 1;

  *n_interviews = 0;
  for (guint i = 0; i < n_all; i++)
    {
      g_autoptr (PigaInterview) other = g_list_model_get_item (interviews, i);

      if (!g_str_equal (piga_record_get_text (other, PIGA_INTERVIEW_APPLICATION), application))
        continue;
      *n_interviews += 1;
      number += comes_before (other, interview);
    }
  return number;
}
