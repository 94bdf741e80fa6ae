/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When to ask for feedback, when to follow up and when to let it be; and how often one is
 * answered. */

#include "piga-test-sense.h"
#include "sense/piga-cadence.h"

typedef struct
{
  const char *heard_on;
  const char *sent_on;
  const char *followed_up_on;
  const char *answered_on;
  const char *today;
  PigaCadence cadence;
  const char *day;
  const char *texts[N_LANGUAGES];
} Case;

#define GOOD { "A good time to ask.", "Huu ni wakati mzuri wa kuomba maoni." }
#define LATE                                                                                       \
  { "More than two weeks have passed, so they may remember less. You can still ask.",              \
    "Zaidi ya wiki mbili zimepita, kwa hivyo huenda wasikumbuke mengi. "                           \
    "Bado unaweza kuomba maoni." }
#define SENT                                                                                       \
  { "Sent. If no answer comes, a short follow-up fits from 12 March.",                             \
    "Ombi limetumwa. Usipopata jibu, unaweza kufuatilia kwa ufupi kuanzia tarehe 12 Machi." }
#define DUE                                                                                        \
  { "No answer for a week or more. One short follow-up is fair.",                                  \
    "Hakuna jibu kwa wiki moja au zaidi. Ni sawa kufuatilia mara moja kwa ufupi." }
#define TWICE { "You followed up. Now it is their turn.", "Umefuatilia. Sasa ni zamu yao." }
#define ANSWERED { "An answer came.", "Jibu limefika." }
#define ENOUGH                                                                                     \
  { "You asked twice. That is enough; silence says nothing about you.",                            \
    "Uliomba maoni mara mbili. Inatosha; kimya chao hakisemi lolote kukuhusu." }

/* The interview was on 20 February. */
static const Case cases[] = {
  { "2026-03-01",
    NULL,
    NULL,
    NULL,
    "2026-03-01",
    PIGA_CADENCE_TOO_EARLY,
    "2026-03-02",
    { "Let it rest until tomorrow.", "Pumzika kwanza hadi kesho." } },
  { "2026-03-01", NULL, NULL, NULL, "2026-03-02", PIGA_CADENCE_GOOD, "2026-03-02", GOOD },
  { "2026-03-01", NULL, NULL, NULL, "2026-03-15", PIGA_CADENCE_GOOD, "2026-03-02", GOOD },
  { "2026-03-01", NULL, NULL, NULL, "2026-03-16", PIGA_CADENCE_LATE, "2026-03-02", LATE },
  { "2026-03-01", NULL, NULL, NULL, "2036-03-16", PIGA_CADENCE_LATE, "2026-03-02", LATE },
  /* Heard on a day to come. */
  { "2026-03-05",
    NULL,
    NULL,
    NULL,
    "2026-03-01",
    PIGA_CADENCE_TOO_EARLY,
    "2026-03-06",
    { "Let it rest until 6 March.", "Pumzika kwanza hadi tarehe 6 Machi." } },
  /* Not noted when: the interview's day. */
  { NULL,
    NULL,
    NULL,
    NULL,
    "2026-02-20",
    PIGA_CADENCE_TOO_EARLY,
    "2026-02-21",
    { "Let it rest until tomorrow.", "Pumzika kwanza hadi kesho." } },
  { NULL, NULL, NULL, NULL, "2026-03-06", PIGA_CADENCE_GOOD, "2026-02-21", GOOD },
  { NULL, NULL, NULL, NULL, "2026-03-07", PIGA_CADENCE_LATE, "2026-02-21", LATE },
  /* Sent, and once more. */
  { "2026-03-01", "2026-03-05", NULL, NULL, "2026-03-05", PIGA_CADENCE_SENT, "2026-03-12", SENT },
  { "2026-03-01", "2026-03-05", NULL, NULL, "2026-03-11", PIGA_CADENCE_SENT, "2026-03-12", SENT },
  { "2026-03-01", "2026-03-05", NULL, NULL, "2026-03-01", PIGA_CADENCE_SENT, "2026-03-12", SENT },
  { "2026-03-01", "2026-03-05", NULL, NULL, "2026-03-12", PIGA_CADENCE_FOLLOW_UP_DUE, "2026-03-12",
    DUE },
  { "2026-03-01", "2026-03-05", NULL, NULL, "2026-04-01", PIGA_CADENCE_FOLLOW_UP_DUE, "2026-03-12",
    DUE },
  { "2026-03-01",
    "2026-03-05",
    NULL,
    NULL,
    "2026-04-02",
    PIGA_CADENCE_CLOSED,
    NULL,
    { "You asked. That is enough; silence says nothing about you.",
      "Uliomba maoni. Inatosha; kimya chao hakisemi lolote kukuhusu." } },
  { "2026-03-01", "2026-03-05", "2026-03-12", NULL, "2026-03-12", PIGA_CADENCE_FOLLOWED_UP, NULL,
    TWICE },
  { "2026-03-01", "2026-03-05", "2026-03-12", NULL, "2026-03-21", PIGA_CADENCE_FOLLOWED_UP, NULL,
    TWICE },
  { "2026-03-01", "2026-03-05", "2026-03-12", NULL, "2026-03-22", PIGA_CADENCE_CLOSED, NULL,
    ENOUGH },
  /* A follow-up before the request is a slip. */
  { "2026-03-01", "2026-03-05", "2026-02-12", NULL, "2026-03-06", PIGA_CADENCE_SENT, "2026-03-12",
    SENT },
  { "2026-03-01", "2026-03-05", NULL, "2026-03-08", "2026-03-09", PIGA_CADENCE_ANSWERED, NULL,
    ANSWERED },
  { "2026-03-01", "2026-03-05", "2026-03-12", "2026-05-08", "2026-05-09", PIGA_CADENCE_ANSWERED,
    NULL, ANSWERED },
};

static void
test_cases (void)
{
  g_autoptr (PigaJobApplication) application = piga_test_application ("", "", "");

  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          const Case *wanted = &cases[i];
          const PigaDay today = piga_test_day (wanted->today);
          g_autoptr (PigaInterview) interview =
            piga_test_interview (application, "2026-02-20", PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);
          g_autoptr (PigaFeedbackRequest) request = piga_test_request (
            interview, wanted->sent_on, wanted->followed_up_on, wanted->answered_on);

          g_test_message ("%u: %s", i, wanted->today);
          piga_record_set_day (interview, PIGA_INTERVIEW_HEARD_ON,
                               piga_test_day (wanted->heard_on));
          g_assert_cmpint (piga_cadence_get (interview, request, today), ==, wanted->cadence);
          g_assert_cmpuint (piga_cadence_get_day (interview, request, today), ==,
                            piga_test_day (wanted->day));
          piga_test_assert_text (piga_cadence_sentence (interview, request, today),
                                 wanted->texts[language]);
        }
    }
}

static void
test_closed (void)
{
  g_autoptr (PigaJobApplication) application = piga_test_application ("", "", "");
  g_autoptr (PigaInterview) interview =
    piga_test_interview (application, "2026-02-20", PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);
  g_autoptr (PigaFeedbackRequest) request = piga_test_request (interview, NULL, NULL, NULL);
  const PigaDay today = piga_test_day ("2026-02-25");

  piga_test_speak (0);
  g_assert_cmpint (piga_cadence_get (interview, NULL, today), ==, PIGA_CADENCE_GOOD);
  piga_record_set_day (request, PIGA_FEEDBACK_REQUEST_CLOSED_ON, today);
  g_assert_cmpint (piga_cadence_get (interview, request, today), ==, PIGA_CADENCE_CLOSED);
  piga_test_assert_text (piga_cadence_sentence (interview, request, today),
                         "You let this one be. That is fine.");
  piga_record_set_day (request, PIGA_FEEDBACK_REQUEST_SENT_ON, today);
  g_assert_cmpint (piga_cadence_get (interview, request, today), ==, PIGA_CADENCE_CLOSED);
  piga_record_set_day (request, PIGA_FEEDBACK_REQUEST_ANSWERED_ON, today);
  g_assert_cmpint (piga_cadence_get (interview, request, today), ==, PIGA_CADENCE_ANSWERED);
}

/* Neither the day of the interview nor that of the news is known. */
static void
test_no_day (void)
{
  g_autoptr (PigaJobApplication) application = piga_test_application ("", "", "");
  g_autoptr (PigaInterview) interview =
    piga_test_interview (application, NULL, PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);
  const PigaDay today = piga_test_day ("2026-02-25");

  g_assert_cmpint (piga_cadence_get (interview, NULL, today), ==, PIGA_CADENCE_GOOD);
  g_assert_cmpuint (piga_cadence_get_day (interview, NULL, today), ==, PIGA_DAY_NONE);
}

static void
test_find_request (void)
{
  g_autoptr (PigaJobApplication) application = piga_test_application ("", "", "");
  g_autoptr (PigaInterview) interview =
    piga_test_interview (application, NULL, PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);
  g_autoptr (PigaInterview) other =
    piga_test_interview (application, NULL, PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);
  g_autoptr (GListModel) requests = piga_test_list (PIGA_TYPE_FEEDBACK_REQUEST);
  PigaFeedbackRequest *newer = piga_test_request (interview, NULL, NULL, NULL);
  PigaFeedbackRequest *older = piga_test_request (interview, NULL, NULL, NULL);
  g_autoptr (PigaFeedbackRequest) found = NULL;

  piga_record_set_times (newer, 2000, 2000, 0);
  piga_record_set_times (older, 1000, 3000, 0);
  piga_test_append (requests, newer);
  piga_test_append (requests, older);
  found = piga_cadence_find_request (requests, interview);
  g_assert_true (found == newer);
  g_assert_null (piga_cadence_find_request (requests, other));
}

static void
test_reply_rate (void)
{
  static const char *const too_few[N_LANGUAGES] = {
    "Too few requests to say how often employers answer.",
    "Maombi ya maoni ni machache mno kusema waajiri hujibu mara ngapi."
  };
  static const struct
  {
    guint n_answered;
    guint n_silent;
    guint n_drafts;
    const char *texts[N_LANGUAGES];
  } rates[] = {
    { 0, 0, 0, { NULL } },
    { 0, 0, 5, { NULL } },
    { 2, 0, 9, { NULL } },
    { 0, 3, 0, { "None of 3 answered yet", "Hakuna mwajiri kati ya 3 aliyejibu bado" } },
    { 1, 2, 1, { "1 of 3 answered", "Mwajiri 1 kati ya 3 amejibu" } },
    { 2, 3, 0, { "2 of 5 answered", "Waajiri 2 kati ya 5 wamejibu" } },
    { 5, 0, 0, { "5 of 5 answered", "Waajiri 5 kati ya 5 wamejibu" } },
  };
  g_autoptr (PigaJobApplication) application = piga_test_application ("", "", "");
  g_autoptr (PigaInterview) interview =
    piga_test_interview (application, NULL, PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);

  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
        {
          g_autoptr (GListModel) requests = piga_test_list (PIGA_TYPE_FEEDBACK_REQUEST);
          const char *text = rates[i].texts[language];

          for (guint n = 0; n < rates[i].n_answered; n++)
            piga_test_append (requests,
                              piga_test_request (interview, "2026-03-01", NULL, "2026-03-04"));
          for (guint n = 0; n < rates[i].n_silent; n++)
            piga_test_append (requests, piga_test_request (interview, "2026-03-01", NULL, NULL));
          for (guint n = 0; n < rates[i].n_drafts; n++)
            piga_test_append (requests, piga_test_request (interview, NULL, NULL, NULL));
          piga_test_assert_text (piga_cadence_reply_rate (requests),
                                 text != NULL ? text : too_few[language]);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cadence/cases", test_cases);
  g_test_add_func ("/cadence/closed", test_closed);
  g_test_add_func ("/cadence/no-day", test_no_day);
  g_test_add_func ("/cadence/find-request", test_find_request);
  g_test_add_func ("/cadence/reply-rate", test_reply_rate);

  return g_test_run ();
}
