/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long nothing was heard of an application, and what would fit now.
 *
 * No employer answers before the advert has closed, so the wait for a follow-up begins then.
 * Nothing is closed by itself: the person is told what is probable and decides. */

#include "piga-silence.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"
#include "sense/piga-stage.h"

/* From so many days on, weeks say it better. */
#define DAYS_BEFORE_WEEKS 14

#define DAYS_OF_A_YEAR 365

static PigaDay
get_applied_on (PigaJobApplication *application)
{
  return piga_stage_get_day (application, PIGA_STAGE_APPLIED);
}

/* A day before the application, or still to come, is a slip. */
static PigaDay
get_followed_up_on (PigaJobApplication *application, PigaDay today)
{
  const PigaDay day = piga_record_get_day (application, PIGA_JOB_APPLICATION_FOLLOWED_UP_ON);

  return day >= get_applied_on (application) && day <= today ? day : PIGA_DAY_NONE;
}

/* The first day on which an employer could have begun to answer. No advert is open for more than a
 * year; a closing date farther off is a slip. */
static PigaDay
get_wait_begin (PigaJobApplication *application)
{
  const PigaDay applied_on = get_applied_on (application);
  const PigaDay closing_on = piga_record_get_day (application, PIGA_JOB_APPLICATION_CLOSING_ON);

  return closing_on > applied_on && closing_on - applied_on <= DAYS_OF_A_YEAR ? closing_on
                                                                              : applied_on;
}

/**
 * piga_silence_get_since:
 * @application: an application
 * @today: the day it is
 *
 * Returns: the day of the person's last word to the employer, which is that of the application or
 *   of the follow-up; %PIGA_DAY_NONE where no answer is waited for, or nobody can say since when
 */
PigaDay
piga_silence_get_since (PigaJobApplication *application, PigaDay today)
{
  const PigaDay applied_on = get_applied_on (application);

  if (applied_on == PIGA_DAY_NONE || applied_on > today
      || piga_stage_get (application) != PIGA_STAGE_APPLIED)
    return PIGA_DAY_NONE;
  return MAX (applied_on, get_followed_up_on (application, today));
}

/**
 * piga_silence_get_follow_up_day:
 * @application: an application
 * @rule: the person's patience
 * @today: the day it is
 *
 * Returns: the day from which a follow-up fits, past or to come; %PIGA_DAY_NONE where none fits:
 *   no answer is waited for, or the person has followed up, which is done once
 */
PigaDay
piga_silence_get_follow_up_day (PigaJobApplication *application, const PigaSilenceRule *rule,
                                PigaDay today)
{
  if (piga_silence_get_since (application, today) == PIGA_DAY_NONE
      || get_followed_up_on (application, today) != PIGA_DAY_NONE)
    return PIGA_DAY_NONE;
  return get_wait_begin (application) + rule->follow_up_days;
}

/**
 * piga_silence_get:
 * @application: an application
 * @rule: the person's patience
 * @today: the day it is
 *
 * Returns: how long the employer has been silent
 */
PigaSilence
piga_silence_get (PigaJobApplication *application, const PigaSilenceRule *rule, PigaDay today)
{
  const PigaDay since = piga_silence_get_since (application, today);
  PigaDay wait_begin;

  if (since == PIGA_DAY_NONE)
    return PIGA_SILENCE_NONE;

  wait_begin = get_wait_begin (application);
  if (today >= MAX (since, wait_begin) + rule->closed_days)
    return PIGA_SILENCE_PROBABLY_CLOSED;
  if (get_followed_up_on (application, today) != PIGA_DAY_NONE)
    return PIGA_SILENCE_FOLLOWED_UP;
  return today >= wait_begin + rule->follow_up_days ? PIGA_SILENCE_FOLLOW_UP_DUE
                                                    : PIGA_SILENCE_FRESH;
}

static char *
say_fresh (PigaDay follow_up_day, PigaDay since, PigaDay today)
{
  const guint days = today - since;
  g_autofree char *date = piga_calendar_date_near (follow_up_day, today);

  if (days == 0)
    /* Translators: an application; %s is a date such as “5 March” */
    return g_strdup_printf (_ ("Sent today. A follow-up fits from %s."), date);
  return g_strdup_printf (
    /* Translators: an application; %2$s is a date such as “5 March” */
    g_dngettext (GETTEXT_PACKAGE, "Sent %1$u day ago. A follow-up fits from %2$s.",
                 "Sent %1$u days ago. A follow-up fits from %2$s.", days),
    days, date);
}

static char *
say_follow_up_due (guint days)
{
  if (days < DAYS_BEFORE_WEEKS)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "No answer for %u day. A short follow-up is ready.",
                   "No answer for %u days. A short follow-up is ready.", days),
      days);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "No answer for %u week. A short follow-up is ready.",
                 "No answer for %u weeks. A short follow-up is ready.", days / 7),
    days / 7);
}

static char *
say_followed_up (guint days)
{
  if (days == 0)
    return g_strdup (_ ("You followed up today. Now it is their turn."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "You followed up %u day ago. No answer yet.",
                                       "You followed up %u days ago. No answer yet.", days),
                          days);
}

static char *
say_probably_closed (guint days)
{
  if (days >= DAYS_OF_A_YEAR)
    return g_strdup (_ ("No answer for a year or more. It is probably closed."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "No answer for %u week. It is probably closed.",
                                       "No answer for %u weeks. It is probably closed.", days / 7),
                          days / 7);
}

/**
 * piga_silence_sentence:
 * @application: an application
 * @rule: the person's patience
 * @today: the day it is
 *
 * Returns: (transfer full) (nullable): how long the employer has been silent, and what fits now;
 *   %NULL for %PIGA_SILENCE_NONE
 */
char *
piga_silence_sentence (PigaJobApplication *application, const PigaSilenceRule *rule, PigaDay today)
{
  const PigaDay since = piga_silence_get_since (application, today);
  const guint days = today - since;

  switch (piga_silence_get (application, rule, today))
    {
    case PIGA_SILENCE_NONE:
      return NULL;
    case PIGA_SILENCE_FRESH:
      return say_fresh (piga_silence_get_follow_up_day (application, rule, today), since, today);
    case PIGA_SILENCE_FOLLOW_UP_DUE:
      return say_follow_up_due (days);
    case PIGA_SILENCE_FOLLOWED_UP:
      return say_followed_up (days);
    case PIGA_SILENCE_PROBABLY_CLOSED:
      return say_probably_closed (days);
    default:
      g_return_val_if_reached (NULL);
    }
}
