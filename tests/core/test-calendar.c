/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Weeks, months and dates, as figures and as words, in both languages. */

#include "piga-calendar.h"
#include "piga-error.h"
#include "piga-language.h"
#include "piga-test-sense.h"

static void
assert_day (PigaDay day, const char *expected)
{
  char iso[PIGA_DAY_ISO_LENGTH];

  piga_day_to_iso (day, iso);
  g_assert_cmpstr (iso, ==, expected);
}

static void
test_weeks (void)
{
  static const struct
  {
    const char *day;
    guint weekday;
    const char *monday;
    const char *sunday;
  } weeks[] = {
    { "2025-03-03", 0, "2025-03-03", "2025-03-02" },
    { "2025-03-05", 2, "2025-03-03", "2025-03-02" },
    { "2025-03-08", 5, "2025-03-03", "2025-03-02" },
    { "2025-03-09", 6, "2025-03-03", "2025-03-09" },
    { "2025-03-10", 0, "2025-03-10", "2025-03-09" },
    /* Over the ends of a month, a year and a leap February. */
    { "2025-05-01", 3, "2025-04-28", "2025-04-27" },
    { "2027-01-01", 4, "2026-12-28", "2026-12-27" },
    { "2024-03-01", 4, "2024-02-26", "2024-02-25" },
    { "2024-02-29", 3, "2024-02-26", "2024-02-25" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      PigaDay day = piga_test_day (weeks[i].day);

      g_assert_cmpuint (piga_calendar_weekday (day), ==, weeks[i].weekday);
      assert_day (piga_calendar_first_of_week (day, PIGA_WEEK_START_MONDAY), weeks[i].monday);
      assert_day (piga_calendar_first_of_week (day, PIGA_WEEK_START_SUNDAY), weeks[i].sunday);
    }
}

static void
test_months (void)
{
  static const char *const months[][3] = {
    { "2025-03-01", "2025-03-01", "2025-04-01" }, { "2025-03-31", "2025-03-01", "2025-04-01" },
    { "2025-01-31", "2025-01-01", "2025-02-01" }, { "2025-02-28", "2025-02-01", "2025-03-01" },
    { "2024-02-29", "2024-02-01", "2024-03-01" }, { "2026-12-31", "2026-12-01", "2027-01-01" },
    { "2025-04-30", "2025-04-01", "2025-05-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      assert_day (piga_calendar_first_of_month (piga_test_day (months[i][0])), months[i][1]);
      assert_day (piga_calendar_first_of_next_month (piga_test_day (months[i][0])), months[i][2]);
    }
}

static void
test_names (void)
{
  static const char *const months[2][12] = {
    { "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December" },
    { "Januari", "Februari", "Machi", "Aprili", "Mei", "Juni", "Julai", "Agosti", "Septemba",
      "Oktoba", "Novemba", "Desemba" },
  };
  static const char *const short_months[2][12] = {
    { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
    { "Jan", "Feb", "Mac", "Apr", "Mei", "Jun", "Jul", "Ago", "Sep", "Okt", "Nov", "Des" },
  };
  static const char *const weekdays[2][7] = {
    { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
    { "Jumatatu", "Jumanne", "Jumatano", "Alhamisi", "Ijumaa", "Jumamosi", "Jumapili" },
  };
  static const char *const short_weekdays[2][7] = {
    { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
    { "Jtatu", "Jnne", "Jtano", "Alh", "Iju", "Jmosi", "Jpili" },
  };

  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < 12; i++)
        {
          g_assert_cmpstr (piga_calendar_month_name (i + 1), ==, months[language][i]);
          g_assert_cmpstr (piga_calendar_month_short_name (i + 1), ==, short_months[language][i]);
        }
      for (guint i = 0; i < 7; i++)
        {
          g_assert_cmpstr (piga_calendar_weekday_name (i), ==, weekdays[language][i]);
          g_assert_cmpstr (piga_calendar_weekday_short_name (i), ==, short_weekdays[language][i]);
        }
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *date;
    const char *with_weekday;
    const char *in_short;
    const char *month;
  } texts[] = {
    { "5 March 2025", "Wednesday, 5 March 2025", "5 Mar", "March 2025" },
    { "5 Machi 2025", "Jumatano, 5 Machi 2025", "5 Mac", "Machi 2025" },
  };
  PigaDay day = piga_test_day ("2025-03-05");

  for (guint i = 0; i < N_LANGUAGES; i++)
    {
      piga_test_speak (i);
      piga_test_assert_text (piga_calendar_date (day), texts[i].date);
      piga_test_assert_text (piga_calendar_date_with_weekday (day), texts[i].with_weekday);
      piga_test_assert_text (piga_calendar_date_short (day), texts[i].in_short);
      piga_test_assert_text (piga_calendar_month (day), texts[i].month);
      /* Of either language, whichever is spoken. */
      for (guint j = 0; j < N_LANGUAGES; j++)
        piga_test_assert_text (piga_calendar_date_in (day, j == 0 ? "en" : "sw"), texts[j].date);
    }
}

/* 23:59 and 00:00 in Nairobi are 20:59 and 21:00 of the same day in UTC. */
static void
test_midnight (void)
{
  gint64 midnight = G_GINT64_CONSTANT (1767214800) * G_USEC_PER_SEC;

  piga_test_speak (0);
  piga_test_assert_text (piga_calendar_date (piga_day_from_time (midnight - 1)),
                         "31 December 2025");
  piga_test_assert_text (piga_calendar_date (piga_day_from_time (midnight)), "1 January 2026");
  piga_test_assert_text (piga_calendar_time (midnight - 1), "23:59");
  piga_test_assert_text (piga_calendar_time (midnight), "00:00");
  piga_test_assert_text (piga_calendar_time (midnight + G_TIME_SPAN_MINUTE * 9), "00:09");
}

static void
test_relative (void)
{
  static const struct
  {
    const char *day;
    const char *texts[2];
  } relatives[] = {
    { "2026-01-02", { "Today", "Leo" } },
    { "2026-01-01", { "Yesterday", "Jana" } },
    { "2025-12-31", { "2 days ago", "Juzi" } },
    { "2025-12-30", { "3 days ago", "Siku 3 zilizopita" } },
    { "2025-12-27", { "6 days ago", "Siku 6 zilizopita" } },
    { "2025-12-26", { "26 December 2025", "26 Desemba 2025" } },
    { "2026-01-03", { "Tomorrow", "Kesho" } },
    { "2026-01-04", { "In 2 days", "Kesho kutwa" } },
    { "2026-01-05", { "In 3 days", "Baada ya siku 3" } },
    { "2026-01-08", { "In 6 days", "Baada ya siku 6" } },
    { "2026-01-09", { "9 January", "9 Januari" } },
    { "2026-12-31", { "31 December", "31 Desemba" } },
    { "2027-01-02", { "2 January 2027", "2 Januari 2027" } },
  };
  PigaDay today = piga_test_day ("2026-01-02");

  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < G_N_ELEMENTS (relatives); i++)
        piga_test_assert_text (piga_calendar_relative (piga_test_day (relatives[i].day), today),
                               relatives[i].texts[language]);
    }
}

static void
test_parse (void)
{
  static const char *const typed[][2] = {
    { "5/3/2025", "2025-03-05" },
    { "05/03/2025", "2025-03-05" },
    { "05/03/25", "2025-03-05" },
    { "  5 / 3 / 2025 ", "2025-03-05" },
    { "5.3.2025", "2025-03-05" },
    { "5-3-2025", "2025-03-05" },
    { "2025-03-05", "2025-03-05" },
    { "2025-3-5", "2025-03-05" },
    { "31/12/1999", "1999-12-31" },
    { "29/2/2024", "2024-02-29" },
    /* The day comes first, always. */
    { "3/5/2025", "2025-05-03" },
    /* Two figures of a year: at most twenty years ahead. */
    { "1/1/45", "2045-01-01" },
    { "1/1/46", "1946-01-01" },
    { "1/1/98", "1998-01-01" },
    { "1/1/00", "2000-01-01" },
    /* No year: the nearest. */
    { "20/12", "2025-12-20" },
    { "24/12", "2025-12-24" },
    { "5/1", "2026-01-05" },
    { "5/3", "2026-03-05" },
    { "5/8", "2025-08-05" },
    /* Names, in the program's language and in English. */
    { "5 March 2025", "2025-03-05" },
    { "5 mar", "2026-03-05" },
    { "5 Sept. 2025", "2025-09-05" },
    { "5 March, 2025", "2025-03-05" },
    { "31 DECEMBER 25", "2025-12-31" },
  };
  PigaDay today = piga_test_day ("2025-12-22");

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;
      PigaDay day = PIGA_DAY_NONE;

      g_test_message ("%s", typed[i][0]);
      piga_test_speak (i % 2);
      g_assert_true (piga_calendar_parse (typed[i][0], today, &day, &error));
      g_assert_no_error (error);
      assert_day (day, typed[i][1]);
    }
}

/* What is written can be read, each day of a leap year and its neighbours. */
static void
test_parse_own_texts (void)
{
  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (PigaDay day = piga_test_day ("2023-12-25"); day < piga_test_day ("2025-01-07"); day++)
        {
          char *texts[] = { piga_calendar_date (day), piga_calendar_date_short (day),
                            piga_calendar_date_near (day, day) };

          for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
            {
              PigaDay read = PIGA_DAY_NONE;

              g_assert_true (piga_calendar_parse (texts[i], day, &read, NULL));
              g_assert_cmpuint (read, ==, day);
              g_free (texts[i]);
            }
        }
    }
}

/* What a person answers when asked which day it was. */
static void
test_parse_near (void)
{
  static const struct
  {
    const char *typed;
    guint language;
    const char *day;
  } near_days[] = {
    { "yesterday", 0, "2025-12-21" },   { " Today ", 0, "2025-12-22" },
    { "TOMORROW", 0, "2025-12-23" },    { "2 days ago", 0, "2025-12-20" },
    { "jana", 1, "2025-12-21" },        { "Leo", 1, "2025-12-22" },
    { "kesho", 1, "2025-12-23" },       { "juzi", 1, "2025-12-20" },
    { "kesho kutwa", 1, "2025-12-24" }, { "yesterday", 1, "2025-12-21" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (near_days); i++)
    {
      PigaDay day = PIGA_DAY_NONE;

      piga_test_speak (near_days[i].language);
      g_assert_true (
        piga_calendar_parse (near_days[i].typed, piga_test_day ("2025-12-22"), &day, NULL));
      assert_day (day, near_days[i].day);
    }
}

static void
test_parse_errors (void)
{
  static const char *const not_dates[] = { "",          "  ",        "soon",    "5",
                                           "5/",        "/3/2025",   "5/3/202", "5/3/20255",
                                           "a5/3/2025", "5/3/2025b", "5//2025", "2025/03/05/1",
                                           "٥/٣/٢٠٢٥",  "5 3 2025",  "\xff\xfe" };
  static const char *const no_days[] = { "31/2/2025", "29/2/2025",  "0/3/2025",     "5/13/2025",
                                         "32/1/2025", "2025-13-01", "5/0/2025",     "29/2",
                                         "5/3/0000",  "5/3/9999",   "5 Marchember", "5 ma 2025",
                                         "99/99/99" };
  static const char *const messages[2][2] = {
    { "Enter a date such as 05/03/2025.",
      "There is no such day. Enter a date such as 05/03/2025." },
    { "Andika tarehe, kwa mfano 05/03/2025.",
      "Hakuna siku kama hiyo. Andika tarehe, kwa mfano 05/03/2025." },
  };
  PigaDay today = piga_test_day ("2025-12-22");

  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < G_N_ELEMENTS (not_dates) + G_N_ELEMENTS (no_days); i++)
        {
          gboolean is_date = i >= G_N_ELEMENTS (not_dates);
          const char *text = is_date ? no_days[i - G_N_ELEMENTS (not_dates)] : not_dates[i];
          g_autoptr (GError) error = NULL;
          PigaDay day = PIGA_DAY_NONE;

          g_test_message ("text %u", i);
          g_assert_false (piga_calendar_parse (text, today, &day, &error));
          g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
          g_assert_cmpstr (error->message, ==, messages[language][is_date]);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/weeks", test_weeks);
  g_test_add_func ("/calendar/months", test_months);
  g_test_add_func ("/calendar/names", test_names);
  g_test_add_func ("/calendar/dates", test_dates);
  g_test_add_func ("/calendar/midnight", test_midnight);
  g_test_add_func ("/calendar/relative", test_relative);
  g_test_add_func ("/calendar/parse", test_parse);
  g_test_add_func ("/calendar/parse/own-texts", test_parse_own_texts);
  g_test_add_func ("/calendar/parse/near", test_parse_near);
  g_test_add_func ("/calendar/parse/errors", test_parse_errors);

  return g_test_run ();
}
