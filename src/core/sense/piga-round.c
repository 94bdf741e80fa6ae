/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A round is an interview that ended in “not chosen”: the steps that belong to a rejection are
 * walked for it. This is also how an application and an interview are called in one line. */

#include "piga-round.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"

/**
 * piga_round_is:
 * @interview: an interview
 *
 * Returns: whether it is a round
 */
gboolean
piga_round_is (PigaInterview *interview)
{
  return piga_record_get_integer (interview, PIGA_INTERVIEW_OUTCOME)
         == PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN;
}

/**
 * piga_round_begin:
 * @interview: an interview
 * @day: the day on which the person heard
 *
 * Makes a round of it. The day on which it was heard of stays where it is known.
 */
void
piga_round_begin (PigaInterview *interview, PigaDay day)
{
  piga_record_set_integer (interview, PIGA_INTERVIEW_OUTCOME, PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);
  if (piga_record_get_day (interview, PIGA_INTERVIEW_HEARD_ON) == PIGA_DAY_NONE)
    piga_record_set_day (interview, PIGA_INTERVIEW_HEARD_ON, day);
}

/**
 * piga_job_application_title:
 * @application: an application
 *
 * Returns: (transfer full): how it is called in one line: role and employer, or what is known
 */
char *
piga_job_application_title (PigaJobApplication *application)
{
  const char *role = piga_record_get_text (application, PIGA_JOB_APPLICATION_ROLE);
  const char *employer = piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER);

  if (role[0] != '\0' && employer[0] != '\0')
    /* Translators: an application: the role, then the employer. */
    return g_strdup_printf (_ ("%1$s, %2$s"), role, employer);
  if (role[0] != '\0' || employer[0] != '\0')
    return g_strdup (role[0] != '\0' ? role : employer);
  return g_strdup (_ ("No name yet"));
}

/**
 * piga_interview_title:
 * @interview: an interview
 * @application: (nullable): the application that it was for
 * @today: the day it is
 *
 * Returns: (transfer full): how it is called in one line: the role, or else the employer, and the
 *   day
 */
char *
piga_interview_title (PigaInterview *interview, PigaJobApplication *application, PigaDay today)
{
  const PigaDay day = piga_record_get_day (interview, PIGA_INTERVIEW_DAY);
  const char *role =
    application != NULL ? piga_record_get_text (application, PIGA_JOB_APPLICATION_ROLE) : "";
  const char *employer =
    application != NULL ? piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER) : "";
  const char *name = role[0] != '\0' ? role : employer;
  g_autofree char *date = day != PIGA_DAY_NONE ? piga_calendar_date_near (day, today) : NULL;

  if (name[0] == '\0')
    name = _ ("No name yet");
  if (date == NULL)
    return g_strdup (name);
  /* Translators: an interview: the role that it was for, then the day. */
  return g_strdup_printf (C_ ("interview", "%1$s, %2$s"), name, date);
}
