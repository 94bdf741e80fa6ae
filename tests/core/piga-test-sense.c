/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records for the tests of what is reasoned from them. */

#include "piga-test-sense.h"

#include "piga-language.h"

void
piga_test_speak (guint language)
{
  static const char *const languages[N_LANGUAGES] = { "en", "sw" };

  piga_language_prepare (languages[language], g_getenv ("PIGA_HATUA_LOCALEDIR"));
  g_assert_cmpstr (piga_language_current (), ==, languages[language]);
}

/* %NULL is no day. */
PigaDay
piga_test_day (const char *iso)
{
  PigaDay day;

  if (iso == NULL)
    return PIGA_DAY_NONE;
  day = piga_day_from_iso (iso);
  g_assert_cmpuint (day, !=, PIGA_DAY_NONE);
  return day;
}

/* Takes @text. */
void
piga_test_assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

GListModel *
piga_test_list (GType type)
{
  return G_LIST_MODEL (g_list_store_new (type));
}

/* Takes @record. */
void
piga_test_append (GListModel *list, gpointer record)
{
  g_list_store_append (G_LIST_STORE (list), record);
  g_object_unref (record);
}

static void
set_day (PigaJobApplication *application, const char *name, PigaDay day)
{
  g_autofree char *property = g_strconcat (name, "_on", NULL);

  g_object_set (application, property, day, NULL);
}

/* @days: "applied 2026-03-01, invited 2026-03-09", by the names of the fields. */
PigaJobApplication *
piga_test_application (const char *employer, const char *role, const char *days)
{
  PigaJobApplication *application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_auto (GStrv) parts = g_strsplit (days, ", ", -1);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, employer);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, role);
  for (guint i = 0; parts[i] != NULL && parts[i][0] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], " ", 2);

      set_day (application, pair[0], piga_test_day (pair[1]));
    }
  return application;
}

PigaInterview *
piga_test_interview (PigaJobApplication *application, const char *day, PigaInterviewOutcome outcome)
{
  PigaInterview *interview = piga_record_new (PIGA_TYPE_INTERVIEW);

  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_record_set_day (interview, PIGA_INTERVIEW_DAY, piga_test_day (day));
  piga_record_set_integer (interview, PIGA_INTERVIEW_OUTCOME, outcome);
  return interview;
}

PigaFeedbackRequest *
piga_test_request (PigaInterview *interview, const char *sent_on, const char *followed_up_on,
                   const char *answered_on)
{
  PigaFeedbackRequest *request = piga_record_new (PIGA_TYPE_FEEDBACK_REQUEST);

  piga_record_set_text (request, PIGA_FEEDBACK_REQUEST_INTERVIEW, piga_record_get_id (interview));
  piga_record_set_day (request, PIGA_FEEDBACK_REQUEST_SENT_ON, piga_test_day (sent_on));
  piga_record_set_day (request, PIGA_FEEDBACK_REQUEST_FOLLOWED_UP_ON,
                       piga_test_day (followed_up_on));
  piga_record_set_day (request, PIGA_FEEDBACK_REQUEST_ANSWERED_ON, piga_test_day (answered_on));
  return request;
}

/* The processor's time since @start, for the log; machines are too different to be held to it. */
void
piga_test_say_time (const char *what, clock_t start)
{
  g_test_message ("%s: %.2f ms", what, (double) (clock () - start) * 1000 / CLOCKS_PER_SEC);
}
