/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that a spreadsheet opens, and does not compute. */

#include "files/piga-csv.h"
#include "piga-test-sense.h"
#include "records/piga-goal-mark.h"

static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } cells[] = {
    { "", "" },
    { "Clerk", "Clerk" },
    { "Clerk, senior", "\"Clerk, senior\"" },
    { "The \"best\"", "\"The \"\"best\"\"\"" },
    { "One\nTwo\r\nThree", "\"One\nTwo\r\nThree\"" },
    { "Ng’ombe; 5 %", "Ng’ombe; 5 %" },
    /* Formulas, and what hides them. */
    { "=1+1", "'=1+1" },
    { "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
    { "+A1", "'+A1" },
    { "-A1", "'-A1" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "\t=A1", "'\t=A1" },
    { "\r=A1", "\"'\r=A1\"" },
    { "\n=A1", "\"'\n=A1\"" },
    { "  =A1", "'  =A1" },
    { " \t=A1", "' \t=A1" },
    { "＝A1", "'＝A1" },
    { "-", "'-" },
    { "+cmd|' /C x'!A0", "'+cmd|' /C x'!A0" },
    { "-2+3", "'-2+3" },
    { "+254-712-345678", "'+254-712-345678" },
    { "+254(712)345678", "'+254(712)345678" },
    { "-1.2.3", "'-1.2.3" },
    { "-1e9", "'-1e9" },
    /* Numbers. */
    { "+254 712 345 678", "+254 712 345 678" },
    { "+254712345678", "+254712345678" },
    { "-12.5", "-12.5" },
    { "0712 345 678", "0712 345 678" },
    /* A sign within is none. */
    { "A=1", "A=1" },
    { "name@example.org", "name@example.org" },
    { "KSh 20,000-30,000", "\"KSh 20,000-30,000\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);

      piga_csv_append_cell (csv, cells[i].text);
      piga_csv_append_cell (csv, "");
      piga_csv_end_line (csv);
      g_assert_true (g_str_has_suffix (csv->str, ",\r\n"));
      g_string_truncate (csv, csv->len - 3);
      g_assert_cmpstr (csv->str, ==, cells[i].cell);
    }
}

static GListModel *
new_applications (void)
{
  GListModel *applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  PigaJobApplication *application = piga_test_application (
    "Safari, Ltd", "=Clerk", "thinking 2026-03-01, applied 2026-03-04, closing 2026-03-09");

  piga_record_set_integer (application, PIGA_JOB_APPLICATION_SOURCE, PIGA_SOURCE_NEWSPAPER);
  piga_record_set_real (application, PIGA_JOB_APPLICATION_FARE, 1250.5);
  piga_record_set_boolean (application, PIGA_JOB_APPLICATION_SIGN_FEE, TRUE);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_NOTES, "<b>bold</b>\nsecond line");
  piga_test_append (applications, application);
  return applications;
}

static void
test_applications (void)
{
  static const char *const texts[N_LANGUAGES] = {
    "\xef\xbb\xbfStage,Employer,Role,Where you saw it,Link,Closes on,County,Pay,Fare (KSh),"
    "Printing (KSh),Data (KSh),Documents sent,Notes,Whom to write to,Email address,Telephone,"
    "Noted on,Applied on,No answer on,Invited on,Interviewed on,Offered on,Not chosen on,"
    "Withdrawn on,Followed up on,A fee is asked for,The job comes “through a connection”,"
    "A big firm writes from a free email address,Very high pay for little work,"
    "An offer without an interview,You are hurried to send money by phone\r\n"
    "Applied,\"Safari, Ltd\",'=Clerk,Newspaper,,2026-03-09,,,1250.5,,,,"
    "\"<b>bold</b>\nsecond line\",,,,2026-03-01,2026-03-04,,,,,,,,Yes,No,No,No,No,No\r\n",
    "Nimetuma ombi,\"Safari, Ltd\",'=Clerk,Gazeti,,2026-03-09,,,1250.5,,,,"
    "\"<b>bold</b>\nsecond line\",,,,2026-03-01,2026-03-04,,,,,,,,"
    "Ndiyo,Hapana,Hapana,Hapana,Hapana,Hapana\r\n",
  };
  g_autoptr (GListModel) applications = new_applications ();
  g_autofree char *english = NULL;
  g_autofree char *kiswahili = NULL;

  piga_test_speak (0);
  english = piga_csv_from_records (PIGA_TYPE_JOB_APPLICATION, applications);
  g_assert_cmpstr (english, ==, texts[0]);

  piga_test_speak (1);
  kiswahili = piga_csv_from_records (PIGA_TYPE_JOB_APPLICATION, applications);
  g_assert_true (g_str_has_prefix (kiswahili, "\xef\xbb\xbfHali ya ombi,Mwajiri,"));
  g_assert_true (g_str_has_suffix (kiswahili, texts[1]));
}

/* Any kind of record; links are left out, and a first cell may be empty. */
static void
test_marks (void)
{
  g_autoptr (GListModel) marks = piga_test_list (PIGA_TYPE_GOAL_MARK);
  g_autofree char *csv = NULL;
  PigaGoalMark *mark = piga_record_new (PIGA_TYPE_GOAL_MARK);

  piga_record_set_text (mark, PIGA_GOAL_MARK_GOAL, "an id");
  piga_record_set_real (mark, PIGA_GOAL_MARK_AMOUNT, -2.5);
  piga_test_append (marks, mark);

  piga_test_speak (0);
  csv = piga_csv_from_records (PIGA_TYPE_GOAL_MARK, marks);
  g_assert_true (g_str_has_suffix (csv, "\r\n,-2.5,No,\r\n"));
}

/* “Not said” would be counted among the answers. */
static void
test_unsaid (void)
{
  g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  g_autofree char *csv = NULL;

  piga_test_append (applications, piga_test_application ("Safari", "Clerk", "applied 2026-03-04"));
  piga_test_speak (0);
  csv = piga_csv_from_records (PIGA_TYPE_JOB_APPLICATION, applications);
  g_assert_nonnull (strstr (csv, "\r\nApplied,Safari,Clerk,,,"));
}

static void
test_nothing (void)
{
  g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  g_autofree char *csv = piga_csv_from_records (PIGA_TYPE_JOB_APPLICATION, applications);

  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbf"));
  g_assert_true (g_str_has_suffix (csv, "\r\n"));
  g_assert_true (strchr (csv, '\n') == strrchr (csv, '\n'));
}

static void
test_many (void)
{
  g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  g_autofree char *csv = NULL;
  clock_t start;

  for (guint i = 0; i < 10000; i++)
    piga_test_append (applications,
                      piga_test_application ("Safari", "Clerk", "applied 2026-03-01"));
  start = clock ();
  csv = piga_csv_from_records (PIGA_TYPE_JOB_APPLICATION, applications);
  piga_test_say_time ("10,000 applications", start);
  g_assert_cmpuint (strlen (csv), >, 10000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/applications", test_applications);
  g_test_add_func ("/csv/marks", test_marks);
  g_test_add_func ("/csv/unsaid", test_unsaid);
  g_test_add_func ("/csv/nothing", test_nothing);
  g_test_add_func ("/csv/many", test_many);

  return g_test_run ();
}
