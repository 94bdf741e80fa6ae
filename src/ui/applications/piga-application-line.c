/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one line under an application that tells what is next: how long nobody has answered, when it
 * closes, when the interview is. */

#include "piga-application-line.h"

#include <glib/gi18n-lib.h>

#include "piga-silence-rule.h"
#include "records/piga-interview.h"
#include "sense/piga-stage.h"

static char *
say_closing (PigaDay closing, PigaDay today)
{
  const guint days = closing - today;
  g_autofree char *date = piga_calendar_date_near (closing, today);

  if (closing < today)
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("Closed on %s"), date);
  if (days == 0)
    return g_strdup (_ ("Closes today"));
  if (days > 14)
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("Closes on %s"), date);
  /* Translators: the last day on which an application can be sent. */
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Closes in %u day", "Closes in %u days", days), days);
}

/* The next interview of the application; the last where none is to come. */
static PigaDay
find_interview (PigaContext *context, PigaJobApplication *application, PigaDay today)
{
  GListModel *interviews = piga_store_list (piga_context_get_store (context), PIGA_TYPE_INTERVIEW);
  const char *id = piga_record_get_id (application);
  PigaDay found = PIGA_DAY_NONE;

  for (guint i = 0; i < g_list_model_get_n_items (interviews); i++)
    {
      g_autoptr (PigaRecord) interview = g_list_model_get_item (interviews, i);
      const PigaDay day = piga_record_get_day (interview, PIGA_INTERVIEW_DAY);
      const char *its_id = piga_record_get_text (interview, PIGA_INTERVIEW_APPLICATION);
      const gboolean is_nearer = found < today ? day > found : day >= today && day < found;

      if (is_nearer && g_str_equal (its_id, id))
        found = day;
    }
  return found;
}

static char *
say_interview (PigaDay day, PigaDay today)
{
  g_autofree char *date = piga_calendar_date_with_weekday (day);

  if (day == today)
    return g_strdup (_ ("Interview today"));
  if (day == today + 1)
    return g_strdup (_ ("Interview tomorrow"));
  /* Translators: %s is a date with its day of the week. */
  return g_strdup_printf (_ ("Interview on %s"), date);
}

/**
 * piga_application_line:
 * @context: the context
 * @application: an application
 *
 * Returns: (transfer full): what is next, or when it came where it is; empty when nothing is known
 */
char *
piga_application_line (PigaContext *context, PigaJobApplication *application)
{
  const PigaDay today = piga_context_get_today (context);
  const PigaDay closing = piga_record_get_day (application, PIGA_JOB_APPLICATION_CLOSING_ON);
  const PigaStage stage = piga_stage_get (application);
  const PigaDay since = piga_stage_get_since (application);
  const PigaSilenceRule rule = piga_silence_rule_get (context);
  PigaDay interview;

  if (stage == PIGA_STAGE_THINKING && closing != PIGA_DAY_NONE)
    return say_closing (closing, today);
  if (stage == PIGA_STAGE_INVITED)
    {
      interview = find_interview (context, application, today);
      if (interview != PIGA_DAY_NONE && interview >= today)
        return say_interview (interview, today);
    }
  if (piga_silence_get (application, &rule, today) != PIGA_SILENCE_NONE)
    return piga_silence_sentence (application, &rule, today);
  return since != PIGA_DAY_NONE ? piga_calendar_date_near (since, today) : g_strdup ("");
}
