/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of the applications: counts, words, and where there are too few to say. */

#include "piga-test-sense.h"
#include "sense/piga-funnel.h"

#define TODAY "2026-11-22"

/* One application with at most one interview, and what it is counted as. */
static void
test_one (void)
{
  static const struct
  {
    const char *days;
    gboolean has_interview;
    const char *interview_day;
    PigaInterviewOutcome outcome;
    /* applied, invited, interviewed, offers, not chosen, no answer, withdrawn, open */
    const char *counts;
  } cases[] = {
    { "", FALSE, NULL, 0, "00000000" },
    { "thinking 2026-03-01", FALSE, NULL, 0, "00000000" },
    { "thinking 2026-03-01, withdrawn 2026-03-04", FALSE, NULL, 0, "00000010" },
    { "applied 2026-03-01", FALSE, NULL, 0, "10000001" },
    { "applied 2026-03-01, silent 2026-05-01", FALSE, NULL, 0, "10000100" },
    { "applied 2026-03-01, silent 2026-05-01, invited 2026-05-02", FALSE, NULL, 0, "11000001" },
    { "invited 2026-05-02", FALSE, NULL, 0, "11000001" },
    { "interviewed 2026-05-02", FALSE, NULL, 0, "11100001" },
    { "applied 2026-03-01, interviewed 2026-11-22", FALSE, NULL, 0, "11100001" },
    { "applied 2026-03-01, interviewed 2026-11-23", FALSE, NULL, 0, "11000001" },
    { "applied 2026-03-01, interviewed 2026-05-02, not_chosen 2026-05-09", FALSE, NULL, 0,
      "11101000" },
    { "applied 2026-03-01, not_chosen 2026-05-09", FALSE, NULL, 0, "10001000" },
    { "applied 2026-03-01, offered 2026-05-09", FALSE, NULL, 0, "10010000" },
    { "applied 2026-03-01, interviewed 2026-04-01, offered 2026-05-09, withdrawn 2026-05-10", FALSE,
      NULL, 0, "11110010" },
    /* An interview that was held, with or without a day, and one to come. */
    { "", TRUE, "2026-05-02", PIGA_INTERVIEW_OUTCOME_WAITING, "11100001" },
    { "applied 2026-03-01", TRUE, NULL, PIGA_INTERVIEW_OUTCOME_WAITING, "11100001" },
    { "applied 2026-03-01", TRUE, "2026-11-22", PIGA_INTERVIEW_OUTCOME_WAITING, "11100001" },
    { "applied 2026-03-01", TRUE, "2026-11-23", PIGA_INTERVIEW_OUTCOME_WAITING, "11000001" },
    { "applied 2026-03-01", TRUE, "2026-11-23", PIGA_INTERVIEW_OUTCOME_WITHDRAWN, "11000001" },
    { "applied 2026-03-01", TRUE, "2099-11-23", PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN, "11100001" },
    { "applied 2026-03-01, interviewed 2026-05-02", TRUE, "2026-05-02",
      PIGA_INTERVIEW_OUTCOME_WAITING, "11100001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
      g_autoptr (GListModel) interviews = piga_test_list (PIGA_TYPE_INTERVIEW);
      PigaJobApplication *application = piga_test_application ("", "", cases[i].days);
      PigaFunnel funnel;

      piga_test_append (applications, application);
      if (cases[i].has_interview)
        piga_test_append (
          interviews, piga_test_interview (application, cases[i].interview_day, cases[i].outcome));
      piga_funnel_count (applications, interviews, piga_test_day (TODAY), &funnel);

      g_test_message ("%u: %s", i, cases[i].days);
      g_assert_cmpuint (funnel.noted, ==, 1);
      piga_test_assert_text (g_strdup_printf ("%u%u%u%u%u%u%u%u", funnel.applied, funnel.invited,
                                              funnel.interviewed, funnel.offers, funnel.not_chosen,
                                              funnel.no_answer, funnel.withdrawn, funnel.open),
                             cases[i].counts);
      g_assert_cmpuint (funnel.interviews, ==, funnel.interviewed);
    }
}

/* Several interviews of one application, and one whose application is gone. */
static void
test_interviews (void)
{
  g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (GListModel) interviews = piga_test_list (PIGA_TYPE_INTERVIEW);
  g_autoptr (PigaJobApplication) gone = piga_test_application ("", "", "applied 2026-03-01");
  PigaJobApplication *application = piga_test_application ("", "", "interviewed 2026-05-01");
  PigaFunnel funnel;

  piga_test_append (applications, application);
  for (guint i = 0; i < 3; i++)
    piga_test_append (interviews, piga_test_interview (application, "2026-05-01",
                                                       PIGA_INTERVIEW_OUTCOME_NEXT_ROUND));
  piga_test_append (interviews,
                    piga_test_interview (gone, "2026-05-01", PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN));
  piga_funnel_count (applications, interviews, piga_test_day (TODAY), &funnel);
  g_assert_cmpuint (funnel.interviewed, ==, 1);
  g_assert_cmpuint (funnel.interviews, ==, 3);

  piga_funnel_count (applications, NULL, piga_test_day (TODAY), &funnel);
  g_assert_cmpuint (funnel.interviews, ==, 1);
}

static void
test_sentences (void)
{
  static const struct
  {
    PigaFunnel funnel;
    const char *texts[N_LANGUAGES];
    const char *rates[N_LANGUAGES];
  } cases[] = {
    { { .noted = 3 },
      { "No application sent yet.", "Hakuna ombi la kazi lililotumwa bado." },
      { "Too few to say how often one leads to an interview: that takes 5 applications.",
        "Maombi ya kazi ni machache mno kusema huleta mahojiano mara ngapi: yanahitajika "
        "angalau 5." } },
    { { .applied = 1 },
      { "From 1 application came no interview yet.", "Ombi 1 la kazi bado halijaleta mahojiano." },
      { "Too few to say how often one leads to an interview: that takes 5 applications.",
        "Maombi ya kazi ni machache mno kusema huleta mahojiano mara ngapi: yanahitajika "
        "angalau 5." } },
    { { .applied = 12 },
      { "From 12 applications came no interview yet.",
        "Maombi 12 ya kazi bado hayajaleta mahojiano." },
      { NULL, NULL } },
    { { .applied = 1, .interviewed = 1, .interviews = 2 },
      { "From 1 application came 2 interviews.", "Ombi 1 la kazi limeleta mahojiano 2." },
      { "Too few to say how often one leads to an interview: that takes 5 applications.",
        "Maombi ya kazi ni machache mno kusema huleta mahojiano mara ngapi: yanahitajika "
        "angalau 5." } },
    { { .applied = 4, .interviewed = 1, .interviews = 1 },
      { "From 4 applications came 1 interview.", "Maombi 4 ya kazi yameleta mahojiano 1." },
      { "Too few to say how often one leads to an interview: that takes 5 applications.",
        "Maombi ya kazi ni machache mno kusema huleta mahojiano mara ngapi: yanahitajika "
        "angalau 5." } },
    { { .applied = 19, .interviewed = 4, .interviews = 4 },
      { "From 19 applications came 4 interviews.", "Maombi 19 ya kazi yameleta mahojiano 4." },
      { "About 1 application in 5 led to an interview.",
        "Takriban ombi 1 la kazi kati ya 5 lilileta mahojiano." } },
    { { .applied = 5, .interviewed = 5, .interviews = 7 },
      { "From 5 applications came 7 interviews.", "Maombi 5 ya kazi yameleta mahojiano 7." },
      { "Nearly every application led to an interview.",
        "Karibu kila ombi la kazi lilileta mahojiano." } },
  };

  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          piga_test_assert_text (piga_funnel_sentence (&cases[i].funnel), cases[i].texts[language]);
          piga_test_assert_text (piga_funnel_rate_sentence (&cases[i].funnel),
                                 cases[i].rates[language]);
        }
    }
}

static PigaJobApplication *
new_costly (double fare, double printing, double data)
{
  PigaJobApplication *application = piga_test_application ("", "", "applied 2026-03-01");

  piga_record_set_real (application, PIGA_JOB_APPLICATION_FARE, fare);
  piga_record_set_real (application, PIGA_JOB_APPLICATION_PRINTING, printing);
  piga_record_set_real (application, PIGA_JOB_APPLICATION_DATA, data);
  return application;
}

static void
test_costs (void)
{
  static const struct
  {
    guint n_applications;
    guint n_interviews;
    double fare;
    const char *application;
    const char *interview;
  } cases[] = {
    { 0, 0, 0, NULL, NULL },
    { 5, 5, 0, NULL, NULL },
    { 2, 2, 1000, "Too few to say what an application costs: that takes 3 with a cost.",
      "Too few to say what an interview costs: that takes 3 interviews." },
    { 3, 2, 1000, "KSh 1,050 per application, from the 3 that have a cost",
      "Too few to say what an interview costs: that takes 3 interviews." },
    { 12, 4, 1184.4, "KSh 1,234 per application, from the 12 that have a cost",
      "KSh 3,703 per interview, from 4 interviews" },
    { 3, 0, 0.2, "KSh 50 per application, from the 3 that have a cost",
      "Too few to say what an interview costs: that takes 3 interviews." },
  };

  piga_test_speak (0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
      g_autoptr (GListModel) interviews = piga_test_list (PIGA_TYPE_INTERVIEW);
      PigaFunnel funnel;

      /* What cost nothing, or what nobody can believe, is nothing to count with. */
      piga_test_append (applications, new_costly (0, 0, 0));
      piga_test_append (applications, new_costly (-100, G_MAXDOUBLE * 2, 0));
      for (guint n = 0; n < cases[i].n_applications; n++)
        {
          const double other = cases[i].fare > 0 ? 25 : 0;
          PigaJobApplication *application = new_costly (cases[i].fare, other, other);

          piga_test_append (applications, application);
          if (n < cases[i].n_interviews)
            piga_test_append (interviews, piga_test_interview (application, "2026-05-01",
                                                               PIGA_INTERVIEW_OUTCOME_WAITING));
        }
      piga_funnel_count (applications, interviews, piga_test_day (TODAY), &funnel);
      piga_test_assert_text (piga_funnel_application_cost_sentence (&funnel), cases[i].application);
      piga_test_assert_text (piga_funnel_interview_cost_sentence (&funnel), cases[i].interview);
    }
}

/* One part that nobody can believe leaves the others. */
static void
test_wrong_cost (void)
{
  g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  PigaFunnel funnel;

  piga_test_append (applications, new_costly (-100, 300, G_MAXDOUBLE * 2));
  piga_funnel_count (applications, NULL, piga_test_day (TODAY), &funnel);
  g_assert_cmpuint (funnel.costed, ==, 1);
  g_assert_cmpfloat (funnel.cost, ==, 300);
}

static void
test_money (void)
{
  piga_test_assert_text (piga_funnel_money (0), "KSh 0");
  piga_test_assert_text (piga_funnel_money (999.5), "KSh 1,000");
  piga_test_assert_text (piga_funnel_money (1234567), "KSh 1,234,567");
}

static void
test_sources (void)
{
  static const struct
  {
    PigaSource source;
    guint n_applied;
    guint n_interviewed;
    const char *texts[N_LANGUAGES];
  } cases[] = {
    { PIGA_SOURCE_BOARD,
      12,
      2,
      { "Job board: 2 of 12 applications led to an interview",
        "Tovuti ya nafasi za kazi: maombi 2 ya kazi kati ya 12 yalileta mahojiano" } },
    { PIGA_SOURCE_NEWSPAPER,
      5,
      0,
      { "Newspaper: 5 applications led to no interview yet",
        "Gazeti: maombi 5 ya kazi bado hayajaleta mahojiano" } },
    { PIGA_SOURCE_PERSON,
      5,
      1,
      { "Somebody told me: 1 of 5 applications led to an interview",
        "Niliambiwa na mtu: ombi 1 la kazi kati ya 5 lilileta mahojiano" } },
    { PIGA_SOURCE_AGENCY,
      4,
      3,
      { "Agency: 4 applications, too few to say",
        "Wakala wa ajira: maombi 4 ya kazi, hayatoshi kusema lolote" } },
    { PIGA_SOURCE_OTHER,
      1,
      0,
      { "Somewhere else: 1 application, too few to say",
        "Kwingineko: ombi 1 la kazi, halitoshi kusema lolote" } },
  };
  g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (GArray) sources = NULL;

  piga_test_append (applications, piga_test_application ("", "", "applied 2026-03-01"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint n = 0; n < cases[i].n_applied; n++)
      {
        PigaJobApplication *application = piga_test_application (
          "", "", n < cases[i].n_interviewed ? "interviewed 2026-04-01" : "applied 2026-03-01");

        piga_record_set_integer (application, PIGA_JOB_APPLICATION_SOURCE, cases[i].source);
        piga_test_append (applications, application);
      }

  sources = piga_funnel_count_by_source (applications, NULL, piga_test_day (TODAY));
  g_assert_cmpuint (sources->len, ==, G_N_ELEMENTS (cases));
  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < sources->len; i++)
        {
          const PigaSourceFunnel *source = &g_array_index (sources, PigaSourceFunnel, i);

          g_assert_cmpint (source->source, ==, cases[i].source);
          piga_test_assert_text (piga_funnel_source_sentence (source), cases[i].texts[language]);
        }
    }
}

static void
test_applied_in (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    guint n;
  } spans[] = {
    { "2026-03-09", "2026-03-15", 3 }, { "2026-03-16", "2026-03-22", 0 },
    { "2026-03-15", "2026-03-15", 1 }, { "2026-03-15", "2026-03-09", 0 },
    { "2026-01-01", "2026-12-31", 4 },
  };
  static const char *const days[] = {
    "applied 2026-03-08",
    "applied 2026-03-09",
    "applied 2026-03-12, invited 2026-03-20",
    "applied 2026-03-15",
    "thinking 2026-03-12",
    "invited 2026-03-12",
    "",
  };
  g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    piga_test_append (applications, piga_test_application ("", "", days[i]));
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    g_assert_cmpuint (piga_funnel_applied_in (applications, piga_test_day (spans[i].first),
                                              piga_test_day (spans[i].last)),
                      ==, spans[i].n);
  g_assert_cmpuint (
    piga_funnel_applied_in (applications, PIGA_DAY_NONE, piga_test_day ("2026-12-31")), ==, 4);
}

static void
test_many (void)
{
  g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (GListModel) interviews = piga_test_list (PIGA_TYPE_INTERVIEW);
  g_autoptr (GArray) sources = NULL;
  PigaFunnel funnel;
  clock_t start;

  for (guint i = 0; i < 10000; i++)
    {
      PigaJobApplication *application = new_costly (100, 0, 0);

      piga_record_set_integer (application, PIGA_JOB_APPLICATION_SOURCE, i % 9);
      piga_test_append (applications, application);
      if (i % 5 == 0)
        piga_test_append (interviews, piga_test_interview (application, "2026-05-01",
                                                           PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN));
    }

  start = clock ();
  piga_funnel_count (applications, interviews, piga_test_day (TODAY), &funnel);
  piga_test_say_time ("10,000 applications, 2,000 interviews", start);
  g_assert_cmpuint (funnel.applied, ==, 10000);
  g_assert_cmpuint (funnel.interviews, ==, 2000);
  g_assert_cmpfloat (funnel.cost, ==, 1000000);

  start = clock ();
  sources = piga_funnel_count_by_source (applications, interviews, piga_test_day (TODAY));
  piga_test_say_time ("the same by source", start);
  g_assert_cmpuint (sources->len, ==, 8);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/funnel/one", test_one);
  g_test_add_func ("/funnel/interviews", test_interviews);
  g_test_add_func ("/funnel/sentences", test_sentences);
  g_test_add_func ("/funnel/costs", test_costs);
  g_test_add_func ("/funnel/wrong-cost", test_wrong_cost);
  g_test_add_func ("/funnel/money", test_money);
  g_test_add_func ("/funnel/sources", test_sources);
  g_test_add_func ("/funnel/applied-in", test_applied_in);
  g_test_add_func ("/funnel/many", test_many);

  return g_test_run ();
}
