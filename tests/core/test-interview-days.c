/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the days of an interview can be, and which one of its application it was. */

#include <string.h>

#include "sense/piga-interview-days.h"

#define TODAY (piga_day_new (2026, 11, 22))

typedef struct
{
  const char *name;
  int day; /* of November 2026; 0 for none */
  int heard_on;
  int applied_on;
  gboolean is_planned;
  PigaInterviewDoubt doubt;
  const char *words;
} Case;

static const Case cases[] = {
  { "nothing-known", 0, 0, 0, FALSE, PIGA_INTERVIEW_DOUBT_NONE, NULL },
  { "in-order", 12, 19, 2, FALSE, PIGA_INTERVIEW_DOUBT_NONE, NULL },
  { "all-on-one-day", 22, 22, 22, FALSE, PIGA_INTERVIEW_DOUBT_NONE, NULL },
  { "planned", 23, 0, 2, TRUE, PIGA_INTERVIEW_DOUBT_NONE, NULL },
  { "to-come", 23, 0, 2, FALSE, PIGA_INTERVIEW_DOUBT_TO_COME, "interview is still to come" },
  { "heard-to-come", 12, 23, 2, FALSE, PIGA_INTERVIEW_DOUBT_HEARD_TO_COME,
    "heard is still to come" },
  { "heard-before", 12, 11, 2, FALSE, PIGA_INTERVIEW_DOUBT_HEARD_BEFORE, "before the interview" },
  { "heard-unapplied", 0, 11, 12, FALSE, PIGA_INTERVIEW_DOUBT_HEARD_UNAPPLIED, "12 November" },
  { "unapplied", 11, 14, 12, FALSE, PIGA_INTERVIEW_DOUBT_UNAPPLIED, "12 November" },
  { "unapplied-unheard", 11, 0, 12, FALSE, PIGA_INTERVIEW_DOUBT_UNAPPLIED, "12 November" },
};

static PigaDay
november (int day)
{
  return day != 0 ? piga_day_new (2026, 11, (guint) day) : PIGA_DAY_NONE;
}

static void
test_doubt (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaInterview) interview = piga_record_new (PIGA_TYPE_INTERVIEW);
  g_autofree char *sentence = NULL;

  piga_record_set_day (application, PIGA_JOB_APPLICATION_APPLIED_ON, november (it->applied_on));
  piga_record_set_day (interview, PIGA_INTERVIEW_DAY, november (it->day));
  piga_record_set_day (interview, PIGA_INTERVIEW_HEARD_ON, november (it->heard_on));
  g_assert_cmpint (piga_interview_doubt (interview, application, !it->is_planned, TODAY), ==,
                   it->doubt);
  sentence = piga_interview_doubt_sentence (it->doubt, application, TODAY);
  if (it->words == NULL)
    g_assert_null (sentence);
  else
    g_assert_nonnull (strstr (sentence, it->words));
}

/* An application that is not known is no reason to doubt. */
static void
test_no_application (void)
{
  g_autoptr (PigaInterview) interview = piga_record_new (PIGA_TYPE_INTERVIEW);

  piga_record_set_day (interview, PIGA_INTERVIEW_DAY, november (11));
  g_assert_cmpint (piga_interview_doubt (interview, NULL, TRUE, TODAY), ==,
                   PIGA_INTERVIEW_DOUBT_NONE);
  g_assert_null (piga_interview_doubt_sentence (PIGA_INTERVIEW_DOUBT_NONE, NULL, TODAY));
}

static PigaInterview *
add (GListStore *interviews, const char *id, const char *application, PigaDay day)
{
  g_autoptr (PigaInterview) interview = piga_record_new_with_id (PIGA_TYPE_INTERVIEW, id);

  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, application);
  piga_record_set_day (interview, PIGA_INTERVIEW_DAY, day);
  g_list_store_append (interviews, interview);
  return interview;
}

static void
assert_number (GListStore *interviews, PigaInterview *interview, guint number, guint n_interviews)
{
  guint n;

  g_assert_cmpuint (piga_interview_number (G_LIST_MODEL (interviews), interview, &n), ==, number);
  g_assert_cmpuint (n, ==, n_interviews);
}

/* By day, whatever their order in the list; those of one day, and those without, as written. */
static void
test_number (void)
{
  g_autoptr (GListStore) interviews = g_list_store_new (PIGA_TYPE_INTERVIEW);
  PigaInterview *unknown = add (interviews, "1", "sacco", PIGA_DAY_NONE);
  PigaInterview *third = add (interviews, "5", "sacco", november (12));
  PigaInterview *second = add (interviews, "4", "sacco", november (12));
  PigaInterview *first = add (interviews, "9", "sacco", november (2));
  PigaInterview *other = add (interviews, "2", "county", november (1));

  assert_number (interviews, first, 1, 4);
  assert_number (interviews, second, 2, 4);
  assert_number (interviews, third, 3, 4);
  assert_number (interviews, unknown, 4, 4);
  assert_number (interviews, other, 1, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/interview-days/doubt/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_doubt);
    }
  g_test_add_func ("/interview-days/no-application", test_no_application);
  g_test_add_func ("/interview-days/number", test_number);
  return g_test_run ();
}
