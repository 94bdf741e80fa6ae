/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long nothing was heard of an application, as a state and in words. */

#include "piga-test-sense.h"
#include "sense/piga-silence.h"

static const PigaSilenceRule usual = { 14, 45 };

typedef struct
{
  const char *days;
  const char *today;
  PigaSilence silence;
  const char *texts[N_LANGUAGES];
} Case;

/* clang-format off */
static const Case cases[] = {
  { "applied 2026-03-01", "2026-03-01", PIGA_SILENCE_FRESH,
    { "Sent today. A follow-up fits from 15 March.",
      "Limetumwa leo. Fuatilia kuanzia 15 Machi." } },
  { "applied 2026-03-01", "2026-03-02", PIGA_SILENCE_FRESH,
    { "Sent 1 day ago. A follow-up fits from 15 March.",
      "Siku 1 tangu kutumwa. Fuatilia kuanzia 15 Machi." } },
  { "applied 2026-12-25", "2026-12-30", PIGA_SILENCE_FRESH,
    { "Sent 5 days ago. A follow-up fits from 8 January 2027.",
      "Siku 5 tangu kutumwa. Fuatilia kuanzia 8 Januari 2027." } },
  { "applied 2026-03-01", "2026-03-14", PIGA_SILENCE_FRESH,
    { "Sent 13 days ago. A follow-up fits from 15 March.",
      "Siku 13 tangu kutumwa. Fuatilia kuanzia 15 Machi." } },
  { "applied 2026-03-01", "2026-03-15", PIGA_SILENCE_FOLLOW_UP_DUE,
    { "No answer for 2 weeks. A short follow-up is ready.",
      "Wiki 2 bila jibu. Ujumbe wa kufuatilia uko tayari." } },
  { "applied 2026-03-01", "2026-03-28", PIGA_SILENCE_FOLLOW_UP_DUE,
    { "No answer for 3 weeks. A short follow-up is ready.",
      "Wiki 3 bila jibu. Ujumbe wa kufuatilia uko tayari." } },
  { "applied 2026-03-01", "2026-04-14", PIGA_SILENCE_FOLLOW_UP_DUE,
    { "No answer for 6 weeks. A short follow-up is ready.",
      "Wiki 6 bila jibu. Ujumbe wa kufuatilia uko tayari." } },
  { "applied 2026-03-01", "2026-04-15", PIGA_SILENCE_PROBABLY_CLOSED,
    { "No answer for 6 weeks. It is probably closed.",
      "Wiki 6 bila jibu. Huenda nafasi hii imefungwa." } },
  /* A follow-up is done once, and starts the wait anew. */
  { "applied 2026-03-01, followed_up 2026-03-20", "2026-03-20", PIGA_SILENCE_FOLLOWED_UP,
    { "You followed up today. Now it is their turn.", "Umefuatilia leo. Sasa ni zamu yao." } },
  { "applied 2026-03-01, followed_up 2026-03-20", "2026-03-21", PIGA_SILENCE_FOLLOWED_UP,
    { "You followed up 1 day ago. No answer yet.",
      "Ulifuatilia siku 1 iliyopita. Bado hakuna jibu." } },
  { "applied 2026-03-01, followed_up 2026-03-20", "2026-05-03", PIGA_SILENCE_FOLLOWED_UP,
    { "You followed up 44 days ago. No answer yet.",
      "Ulifuatilia siku 44 zilizopita. Bado hakuna jibu." } },
  { "applied 2026-03-01, followed_up 2026-03-20", "2026-05-04", PIGA_SILENCE_PROBABLY_CLOSED,
    { "No answer for 6 weeks. It is probably closed.",
      "Wiki 6 bila jibu. Huenda nafasi hii imefungwa." } },
  /* Nobody answers before the advert has closed. */
  { "applied 2026-03-01, closing 2026-03-10", "2026-03-23", PIGA_SILENCE_FRESH,
    { "Sent 22 days ago. A follow-up fits from 24 March.",
      "Siku 22 tangu kutumwa. Fuatilia kuanzia 24 Machi." } },
  { "applied 2026-03-01, closing 2026-03-10", "2026-03-24", PIGA_SILENCE_FOLLOW_UP_DUE,
    { "No answer for 3 weeks. A short follow-up is ready.",
      "Wiki 3 bila jibu. Ujumbe wa kufuatilia uko tayari." } },
  { "applied 2026-03-01, closing 2026-03-10", "2026-04-23", PIGA_SILENCE_FOLLOW_UP_DUE,
    { "No answer for 7 weeks. A short follow-up is ready.",
      "Wiki 7 bila jibu. Ujumbe wa kufuatilia uko tayari." } },
  { "applied 2026-03-01, closing 2026-03-10", "2026-04-24", PIGA_SILENCE_PROBABLY_CLOSED,
    { "No answer for 7 weeks. It is probably closed.",
      "Wiki 7 bila jibu. Huenda nafasi hii imefungwa." } },
  { "applied 2026-03-01, closing 2026-02-10", "2026-03-15", PIGA_SILENCE_FOLLOW_UP_DUE,
    { "No answer for 2 weeks. A short follow-up is ready.",
      "Wiki 2 bila jibu. Ujumbe wa kufuatilia uko tayari." } },
  /* Slips: a closing date that cannot be, follow-ups before the application and in the future. */
  { "applied 2026-03-01, closing 2199-12-31", "2026-03-15", PIGA_SILENCE_FOLLOW_UP_DUE,
    { "No answer for 2 weeks. A short follow-up is ready.",
      "Wiki 2 bila jibu. Ujumbe wa kufuatilia uko tayari." } },
  { "applied 2026-03-01, followed_up 2026-02-01", "2026-03-15", PIGA_SILENCE_FOLLOW_UP_DUE,
    { "No answer for 2 weeks. A short follow-up is ready.",
      "Wiki 2 bila jibu. Ujumbe wa kufuatilia uko tayari." } },
  { "applied 2026-03-01, followed_up 2027-02-01", "2026-03-15", PIGA_SILENCE_FOLLOW_UP_DUE,
    { "No answer for 2 weeks. A short follow-up is ready.",
      "Wiki 2 bila jibu. Ujumbe wa kufuatilia uko tayari." } },
  { "applied 1900-01-01", "2199-12-31", PIGA_SILENCE_PROBABLY_CLOSED,
    { "No answer for a year or more. It is probably closed.",
      "Mwaka au zaidi bila jibu. Huenda nafasi hii imefungwa." } },
  /* No answer is waited for, or nobody can say since when. */
  { "", "2026-03-15", PIGA_SILENCE_NONE, { NULL, NULL } },
  { "thinking 2026-01-01", "2026-03-15", PIGA_SILENCE_NONE, { NULL, NULL } },
  { "applied 2026-03-16", "2026-03-15", PIGA_SILENCE_NONE, { NULL, NULL } },
  { "applied 2026-03-01, silent 2026-03-10", "2026-03-15", PIGA_SILENCE_NONE, { NULL, NULL } },
  { "applied 2026-03-01, invited 2026-03-10", "2026-03-15", PIGA_SILENCE_NONE, { NULL, NULL } },
  { "applied 2026-03-01, not_chosen 2026-03-10", "2026-04-15", PIGA_SILENCE_NONE,
    { NULL, NULL } },
  { "followed_up 2026-03-10", "2026-04-15", PIGA_SILENCE_NONE, { NULL, NULL } },
};
/* clang-format on */

static void
test_cases (void)
{
  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          const PigaDay today = piga_test_day (cases[i].today);
          g_autoptr (PigaJobApplication) application =
            piga_test_application ("Safari Systems", "Clerk", cases[i].days);

          g_test_message ("%s, %s", cases[i].days, cases[i].today);
          g_assert_cmpint (piga_silence_get (application, &usual, today), ==, cases[i].silence);
          piga_test_assert_text (piga_silence_sentence (application, &usual, today),
                                 cases[i].texts[language]);
        }
    }
}

/* The person sets both. */
static void
test_rules (void)
{
  static const struct
  {
    PigaSilenceRule rule;
    const char *today;
    PigaSilence silence;
    const char *text;
  } rules[] = {
    { { 3, 14 },
      "2026-03-03",
      PIGA_SILENCE_FRESH,
      "Sent 2 days ago. A follow-up fits from 4 March." },
    { { 3, 14 },
      "2026-03-04",
      PIGA_SILENCE_FOLLOW_UP_DUE,
      "No answer for 3 days. A short follow-up is ready." },
    { { 3, 14 },
      "2026-03-14",
      PIGA_SILENCE_FOLLOW_UP_DUE,
      "No answer for 13 days. A short follow-up is ready." },
    { { 3, 14 },
      "2026-03-15",
      PIGA_SILENCE_PROBABLY_CLOSED,
      "No answer for 2 weeks. It is probably closed." },
    { { 60, 365 },
      "2026-04-29",
      PIGA_SILENCE_FRESH,
      "Sent 59 days ago. A follow-up fits from 30 April." },
    { { 60, 365 },
      "2027-02-28",
      PIGA_SILENCE_FOLLOW_UP_DUE,
      "No answer for 52 weeks. A short follow-up is ready." },
    { { 60, 365 },
      "2027-03-01",
      PIGA_SILENCE_PROBABLY_CLOSED,
      "No answer for a year or more. It is probably closed." },
    /* A follow-up that would come after the end. */
    { { 60, 14 },
      "2026-03-15",
      PIGA_SILENCE_PROBABLY_CLOSED,
      "No answer for 2 weeks. It is probably closed." },
  };
  g_autoptr (PigaJobApplication) application =
    piga_test_application ("Safari Systems", "Clerk", "applied 2026-03-01");

  piga_test_speak (0);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const PigaDay today = piga_test_day (rules[i].today);

      g_assert_cmpint (piga_silence_get (application, &rules[i].rule, today), ==, rules[i].silence);
      piga_test_assert_text (piga_silence_sentence (application, &rules[i].rule, today),
                             rules[i].text);
    }
}

static void
test_days (void)
{
  g_autoptr (PigaJobApplication) application = piga_test_application ("", "", "applied 2026-03-01");
  const PigaDay today = piga_test_day ("2026-03-05");

  g_assert_cmpuint (piga_silence_get_since (application, today), ==, piga_test_day ("2026-03-01"));
  g_assert_cmpuint (piga_silence_get_follow_up_day (application, &usual, today), ==,
                    piga_test_day ("2026-03-15"));

  piga_record_set_day (application, PIGA_JOB_APPLICATION_FOLLOWED_UP_ON,
                       piga_test_day ("2026-03-04"));
  g_assert_cmpuint (piga_silence_get_since (application, today), ==, piga_test_day ("2026-03-04"));
  g_assert_cmpuint (piga_silence_get_follow_up_day (application, &usual, today), ==, PIGA_DAY_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/silence/cases", test_cases);
  g_test_add_func ("/silence/rules", test_rules);
  g_test_add_func ("/silence/days", test_days);

  return g_test_run ();
}
