/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is due today, and what a calendar gets. */

#include "piga-test-sense.h"
#include "records/piga-goal.h"
#include "sense/piga-due.h"

static const PigaSilenceRule usual = { 14, 45 };

typedef struct
{
  GListModel *applications;
  GListModel *interviews;
  GListModel *requests;
  GListModel *goals;
} Records;

static void
set_up (Records *records, gconstpointer data)
{
  records->applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  records->interviews = piga_test_list (PIGA_TYPE_INTERVIEW);
  records->requests = piga_test_list (PIGA_TYPE_FEEDBACK_REQUEST);
  records->goals = piga_test_list (PIGA_TYPE_GOAL);
}

static void
tear_down (Records *records, gconstpointer data)
{
  g_object_unref (records->applications);
  g_object_unref (records->interviews);
  g_object_unref (records->requests);
  g_object_unref (records->goals);
}

static GPtrArray *
list_due (const Records *records, const char *today, PigaDueScope scope)
{
  const PigaDueFacts facts = {
    .applications = records->applications,
    .interviews = records->interviews,
    .requests = records->requests,
    .goals = records->goals,
    .rule = usual,
    .today = piga_test_day (today),
  };

  return piga_due_list (&facts, scope);
}

/* "kind day sentence" of each, one to a line. */
static void
assert_due (const Records *records, const char *today, PigaDueScope scope, const char *expected)
{
  g_autoptr (GPtrArray) due = list_due (records, today, scope);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < due->len; i++)
    {
      const PigaDue *one = due->pdata[i];
      char iso[PIGA_DAY_ISO_LENGTH];

      piga_day_to_iso (one->day, iso);
      g_string_append_printf (text, "%u %s %s\n", one->kind, iso,
                              scope == PIGA_DUE_NOW ? one->sentence : one->summary);
    }
  g_test_message ("%s", today);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_closing (Records *records, gconstpointer data)
{
  PigaJobApplication *open =
    piga_test_application ("Safari", "Clerk", "thinking 2026-03-01, closing 2026-03-15");
  PigaJobApplication *sent =
    piga_test_application ("Sent", "", "applied 2026-03-01, closing 2026-03-15");
  PigaJobApplication *dropped =
    piga_test_application ("Dropped", "", "withdrawn 2026-03-01, closing 2026-03-15");

  piga_test_append (records->applications, open);
  piga_test_append (records->applications, sent);
  piga_test_append (records->applications, dropped);

  piga_test_speak (0);
  assert_due (records, "2026-02-28", PIGA_DUE_NOW, "");
  assert_due (records, "2026-03-01", PIGA_DUE_NOW,
              "1 2026-03-15 Clerk, Safari: closes on 15 March.\n");
  assert_due (records, "2026-03-14", PIGA_DUE_NOW,
              "1 2026-03-15 Clerk, Safari: closes tomorrow.\n");
  assert_due (records, "2026-03-15", PIGA_DUE_NOW, "1 2026-03-15 Clerk, Safari: closes today.\n");
  assert_due (records, "2026-03-16", PIGA_DUE_NOW,
              "6 2026-03-15 Clerk, Safari: closed yesterday.\n");
  assert_due (records, "2026-03-17", PIGA_DUE_NOW, "");
  assert_due (records, "2025-01-01", PIGA_DUE_COMING,
              "1 2026-03-15 Applications close: Clerk, Safari\n");

  piga_test_speak (1);
  assert_due (records, "2026-03-01", PIGA_DUE_NOW,
              "1 2026-03-15 Clerk, Safari: tarehe ya mwisho ni 15 Machi.\n");
  assert_due (records, "2026-03-16", PIGA_DUE_NOW,
              "6 2026-03-15 Clerk, Safari: tarehe ya mwisho ilikuwa jana.\n");
}

static void
test_follow_up (Records *records, gconstpointer data)
{
  piga_test_append (records->applications,
                    piga_test_application ("Safari", "Clerk", "applied 2026-03-01"));
  piga_test_append (
    records->applications,
    piga_test_application ("Asked", "", "applied 2026-03-01, followed_up 2026-03-02"));

  piga_test_speak (0);
  assert_due (records, "2026-03-14", PIGA_DUE_NOW, "");
  assert_due (records, "2026-03-15", PIGA_DUE_NOW,
              "2 2026-03-15 Clerk, Safari: no answer yet. A short follow-up is ready.\n");
  assert_due (records, "2026-04-14", PIGA_DUE_NOW,
              "2 2026-03-15 Clerk, Safari: no answer yet. A short follow-up is ready.\n");
  assert_due (records, "2026-04-15", PIGA_DUE_NOW, "");
  assert_due (records, "2026-03-02", PIGA_DUE_COMING, "2 2026-03-15 Follow up: Clerk, Safari\n");
  /* In a calendar nothing stands in the past. */
  assert_due (records, "2026-03-20", PIGA_DUE_COMING, "2 2026-03-20 Follow up: Clerk, Safari\n");
}

static void
test_interview (Records *records, gconstpointer data)
{
  g_autoptr (PigaJobApplication) gone = piga_test_application ("Gone", "", "");
  PigaJobApplication *application = piga_test_application ("Safari", "Clerk", "");

  piga_test_append (records->applications, application);
  piga_test_append (records->interviews, piga_test_interview (application, "2026-03-31",
                                                              PIGA_INTERVIEW_OUTCOME_WAITING));
  piga_test_append (records->interviews, piga_test_interview (application, "2026-03-31",
                                                              PIGA_INTERVIEW_OUTCOME_WITHDRAWN));
  piga_test_append (records->interviews,
                    piga_test_interview (application, NULL, PIGA_INTERVIEW_OUTCOME_WAITING));
  piga_test_append (records->interviews,
                    piga_test_interview (gone, "2026-03-31", PIGA_INTERVIEW_OUTCOME_WAITING));

  piga_test_speak (0);
  assert_due (records, "2026-02-28", PIGA_DUE_NOW, "");
  assert_due (records, "2026-03-01", PIGA_DUE_NOW,
              "0 2026-03-31 Clerk, Safari: interview on 31 March.\n");
  assert_due (records, "2026-03-30", PIGA_DUE_NOW,
              "0 2026-03-31 Clerk, Safari: interview tomorrow.\n");
  assert_due (records, "2026-03-31", PIGA_DUE_NOW,
              "0 2026-03-31 Clerk, Safari: interview today. Go well.\n");
  assert_due (records, "2026-04-01", PIGA_DUE_NOW, "");
  assert_due (records, "2025-12-31", PIGA_DUE_COMING, "0 2026-03-31 Interview: Clerk, Safari\n");
}

static PigaInterview *
add_round (Records *records)
{
  PigaJobApplication *application = piga_test_application ("Safari", "Clerk", "");
  PigaInterview *interview =
    piga_test_interview (application, "2026-02-20", PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);

  piga_record_set_day (interview, PIGA_INTERVIEW_HEARD_ON, piga_test_day ("2026-03-01"));
  piga_test_append (records->applications, application);
  piga_test_append (records->interviews, interview);
  return interview;
}

static void
test_feedback (Records *records, gconstpointer data)
{
  PigaInterview *interview = add_round (records);

  piga_test_speak (0);
  assert_due (records, "2026-03-01", PIGA_DUE_NOW, "");
  assert_due (records, "2026-03-02", PIGA_DUE_NOW,
              "3 2026-03-02 Clerk, Safari: a good time to ask for feedback.\n");
  assert_due (records, "2026-03-16", PIGA_DUE_NOW,
              "3 2026-03-02 Clerk, Safari: more than two weeks have passed. You can still ask "
              "for feedback.\n");
  assert_due (records, "2026-03-30", PIGA_DUE_NOW,
              "3 2026-03-02 Clerk, Safari: more than two weeks have passed. You can still ask "
              "for feedback.\n");
  assert_due (records, "2026-03-31", PIGA_DUE_NOW, "");
  assert_due (records, "2026-03-01", PIGA_DUE_COMING,
              "3 2026-03-02 Ask for feedback: Clerk, Safari\n");

  piga_record_set_day (interview, PIGA_INTERVIEW_CLOSED_ON, piga_test_day ("2026-03-02"));
  assert_due (records, "2026-03-02", PIGA_DUE_NOW, "");
  piga_record_set_day (interview, PIGA_INTERVIEW_CLOSED_ON, PIGA_DAY_NONE);
  piga_record_set_integer (interview, PIGA_INTERVIEW_OUTCOME, PIGA_INTERVIEW_OUTCOME_NEXT_ROUND);
  assert_due (records, "2026-03-02", PIGA_DUE_NOW, "");
}

static void
test_feedback_follow_up (Records *records, gconstpointer data)
{
  PigaInterview *interview = add_round (records);
  PigaFeedbackRequest *request = piga_test_request (interview, "2026-03-05", NULL, NULL);
  PigaFeedbackRequest *older = piga_test_request (interview, "2026-03-02", NULL, "2026-03-03");

  /* An older one that was answered has nothing to say. */
  piga_record_set_times (older, 1, 1, 0);
  piga_test_append (records->requests, request);
  piga_test_append (records->requests, older);

  piga_test_speak (0);
  assert_due (records, "2026-03-11", PIGA_DUE_NOW, "");
  assert_due (records, "2026-03-12", PIGA_DUE_NOW,
              "4 2026-03-12 Clerk, Safari: no feedback yet. One short follow-up is fair.\n");
  assert_due (records, "2026-03-05", PIGA_DUE_COMING,
              "4 2026-03-12 Follow up the request for feedback: Clerk, Safari\n");

  piga_record_set_day (request, PIGA_FEEDBACK_REQUEST_FOLLOWED_UP_ON, piga_test_day ("2026-03-12"));
  assert_due (records, "2026-03-13", PIGA_DUE_NOW, "");
  assert_due (records, "2026-03-13", PIGA_DUE_COMING, "");
}

static void
test_goals (Records *records, gconstpointer data)
{
  static const PigaGoalState states[] = { PIGA_GOAL_STATE_GOING, PIGA_GOAL_STATE_REACHED,
                                          PIGA_GOAL_STATE_SET_ASIDE };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      PigaGoal *goal = piga_record_new (PIGA_TYPE_GOAL);

      piga_record_set_text (goal, PIGA_GOAL_TITLE, "Practise");
      piga_record_set_day (goal, PIGA_GOAL_DUE, piga_test_day ("2026-03-15"));
      piga_record_set_integer (goal, PIGA_GOAL_STATE, states[i]);
      piga_test_append (records->goals, goal);
    }
  piga_test_append (records->goals, piga_record_new (PIGA_TYPE_GOAL));

  piga_test_speak (0);
  assert_due (records, "2026-03-07", PIGA_DUE_NOW, "");
  assert_due (records, "2026-03-08", PIGA_DUE_NOW,
              "5 2026-03-15 Practise: the day you set is 15 March.\n");
  assert_due (records, "2026-03-14", PIGA_DUE_NOW,
              "5 2026-03-15 Practise: tomorrow is the day you set.\n");
  assert_due (records, "2026-03-15", PIGA_DUE_NOW,
              "5 2026-03-15 Practise: today is the day you set.\n");
  assert_due (records, "2026-03-16", PIGA_DUE_NOW, "");
  assert_due (records, "2026-03-01", PIGA_DUE_COMING, "5 2026-03-15 Goal: Practise\n");
}

/* The earliest first, of one day the interview first, and what was missed last. */
static void
test_order (Records *records, gconstpointer data)
{
  PigaJobApplication *application =
    piga_test_application ("B", "", "thinking 2026-03-01, closing 2026-03-16");
  PigaGoal *goal = piga_record_new (PIGA_TYPE_GOAL);

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Practise");
  piga_record_set_day (goal, PIGA_GOAL_DUE, piga_test_day ("2026-03-15"));
  piga_test_append (records->goals, goal);
  piga_test_append (records->applications,
                    piga_test_application ("A", "", "thinking 2026-03-01, closing 2026-03-14"));
  piga_test_append (records->applications, application);
  piga_test_append (records->interviews, piga_test_interview (application, "2026-03-16",
                                                              PIGA_INTERVIEW_OUTCOME_WAITING));

  piga_test_speak (0);
  assert_due (records, "2026-03-15", PIGA_DUE_NOW,
              "5 2026-03-15 Practise: today is the day you set.\n"
              "0 2026-03-16 B: interview tomorrow.\n"
              "1 2026-03-16 B: closes tomorrow.\n"
              "6 2026-03-14 A: closed yesterday.\n");
}

static void
test_nothing (void)
{
  const PigaDueFacts facts = { .rule = usual, .today = piga_test_day ("2026-03-15") };
  g_autoptr (GPtrArray) due = piga_due_list (&facts, PIGA_DUE_NOW);

  g_assert_cmpuint (due->len, ==, 0);
}

/* The interviews of applications that are not on the list are found in all applications. */
static void
test_all_applications (Records *records, gconstpointer data)
{
  g_autoptr (GListModel) shown = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  const PigaDueFacts facts = {
    .applications = shown,
    .all_applications = records->applications,
    .interviews = records->interviews,
    .rule = usual,
    .today = piga_test_day ("2026-03-02"),
  };
  g_autoptr (GPtrArray) due = NULL;

  add_round (records);
  due = piga_due_list (&facts, PIGA_DUE_NOW);
  g_assert_cmpuint (due->len, ==, 1);
}

static void
test_many (Records *records, gconstpointer data)
{
  g_autoptr (GPtrArray) due = NULL;
  clock_t start;

  for (guint i = 0; i < 10000; i++)
    {
      PigaJobApplication *application = piga_test_application (
        "Safari", "Clerk", i % 100 == 0 ? "applied 2026-03-01" : "applied 2025-03-01");

      piga_test_append (records->applications, application);
      if (i % 5 == 0)
        {
          PigaInterview *interview =
            piga_test_interview (application, "2025-05-01", PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);

          piga_test_append (records->interviews, interview);
          piga_test_append (records->requests,
                            piga_test_request (interview, "2025-05-03", NULL, NULL));
        }
    }

  start = clock ();
  due = list_due (records, "2026-03-20", PIGA_DUE_NOW);
  piga_test_say_time ("10,000 applications, 2,000 interviews, 2,000 requests", start);
  g_assert_cmpuint (due->len, ==, 100);
}

static void
add (const char *path, void (*test) (Records *, gconstpointer))
{
  g_test_add (path, Records, NULL, set_up, test, tear_down);
}

/* No day, any of a year, or one at the edge of what counts. */
static PigaDay
pick_day (GRand *rand, PigaDay today, const PigaSilenceRule *rule)
{
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return PIGA_DAY_NONE;
    case 1:
      return today - 420 + (PigaDay) g_rand_int_range (rand, 0, 450);
    default:
      return today - rule->closed_days - 3 + (PigaDay) g_rand_int_range (rand, 0, 7);
    }
}

static gboolean
is_since (PigaJobApplication *application, PigaDay since)
{
  for (guint i = 0; i < piga_due_n_days; i++)
    if (piga_record_get_day (application, piga_due_days[i]) >= since)
      return TRUE;
  return FALSE;
}

/* Nothing is ever due of an application that is not looked at because its days are long gone. */
static void
test_since (void)
{
  /* Most have not been followed up. */
  static const guint fields[] = { PIGA_JOB_APPLICATION_THINKING_ON, PIGA_JOB_APPLICATION_APPLIED_ON,
                                  PIGA_JOB_APPLICATION_CLOSING_ON,
                                  PIGA_JOB_APPLICATION_FOLLOWED_UP_ON };
  g_autoptr (GRand) rand = g_rand_new_with_seed (45);
  const PigaDay first = piga_test_day ("2026-03-15");
  guint n_due = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
      const PigaSilenceRule rule = { (guint) g_rand_int_range (rand, 3, 30),
                                     (guint) g_rand_int_range (rand, 1, 90) };
      const PigaDay today = first + (PigaDay) g_rand_int_range (rand, 0, 3);
      PigaJobApplication *application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
      g_autoptr (GPtrArray) due = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (fields) - (i % 4 != 0); j++)
        piga_record_set_day (application, fields[j], pick_day (rand, first, &rule));
      piga_test_append (applications, application);
      due = piga_due_list (
        &(PigaDueFacts) { .applications = applications, .rule = rule, .today = today },
        PIGA_DUE_NOW);
      n_due += due->len;
      g_assert_true (due->len == 0 || is_since (application, piga_due_since (&rule, first)));
    }
  g_assert_cmpuint (n_due, >, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/due/closing", test_closing);
  add ("/due/follow-up", test_follow_up);
  add ("/due/interview", test_interview);
  add ("/due/feedback", test_feedback);
  add ("/due/feedback-follow-up", test_feedback_follow_up);
  add ("/due/goals", test_goals);
  add ("/due/order", test_order);
  g_test_add_func ("/due/nothing", test_nothing);
  g_test_add_func ("/due/since", test_since);
  add ("/due/all-applications", test_all_applications);
  add ("/due/many", test_many);

  return g_test_run ();
}
