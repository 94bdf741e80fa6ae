/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Days, weeks and months, and how they are written in Kenya, in both languages: day before month,
 * 24-hour time. The names come from our own catalogue: strftime() would need a locale that many
 * machines do not have. */

#include "piga-calendar.h"

#include "piga-error.h"
#include "piga-language.h"

#include <glib/gi18n-lib.h>

/* Beyond this many days, a date says more than a count. */
#define DAYS_IN_WORDS 6

/* A year of two digits is at most this many years ahead of today. */
#define YEARS_AHEAD 20

static const char *const month_names[] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
  NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
  NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
  NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char *const month_short_names[] = {
  NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
  NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
  NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
  NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
};

static const char *const weekday_names[] = {
  NC_ ("weekday", "Monday"),   NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"),
  NC_ ("weekday", "Thursday"), NC_ ("weekday", "Friday"),  NC_ ("weekday", "Saturday"),
  NC_ ("weekday", "Sunday"),
};

static const char *const weekday_short_names[] = {
  NC_ ("short weekday", "Mon"), NC_ ("short weekday", "Tue"), NC_ ("short weekday", "Wed"),
  NC_ ("short weekday", "Thu"), NC_ ("short weekday", "Fri"), NC_ ("short weekday", "Sat"),
  NC_ ("short weekday", "Sun"),
};

/**
 * piga_calendar_weekday:
 * @day: a day
 *
 * Returns: 0 for Monday to 6 for Sunday
 */
guint
piga_calendar_weekday (PigaDay day)
{
  /* Day 1 of GDate was a Monday. */
  return (day - 1) % 7;
}

/**
 * piga_calendar_first_of_week:
 * @day: a day
 * @start: the day that weeks start on
 *
 * Returns: the first day of the week that holds @day
 */
PigaDay
piga_calendar_first_of_week (PigaDay day, PigaWeekStart start)
{
  guint weekday = piga_calendar_weekday (day);

  return day - (start == PIGA_WEEK_START_SUNDAY ? (weekday + 1) % 7 : weekday);
}

/**
 * piga_calendar_first_of_month:
 * @day: a day
 *
 * Returns: the first day of the month that holds @day
 */
PigaDay
piga_calendar_first_of_month (PigaDay day)
{
  guint year, month, day_of_month;

  piga_day_split (day, &year, &month, &day_of_month);
  return day - day_of_month + 1;
}

/**
 * piga_calendar_first_of_next_month:
 * @day: a day
 *
 * Returns: the first day of the month after the one that holds @day
 */
PigaDay
piga_calendar_first_of_next_month (PigaDay day)
{
  /* No month is longer than 31 days, and none so short that 31 more skip the next. */
  return piga_calendar_first_of_month (piga_calendar_first_of_month (day) + 31);
}

/**
 * piga_calendar_month_name:
 * @month: 1 to 12
 *
 * Returns: (transfer none): the name of the month, "March"
 */
const char *
piga_calendar_month_name (guint month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "month", month_names[month - 1]);
}

/**
 * piga_calendar_month_short_name:
 * @month: 1 to 12
 *
 * Returns: (transfer none): the short name of the month, "Mar"
 */
const char *
piga_calendar_month_short_name (guint month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "short month", month_short_names[month - 1]);
}

/**
 * piga_calendar_weekday_name:
 * @weekday: 0 for Monday to 6 for Sunday
 *
 * Returns: (transfer none): the name of the day, "Wednesday"
 */
const char *
piga_calendar_weekday_name (guint weekday)
{
  g_return_val_if_fail (weekday < 7, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", weekday_names[weekday]);
}

/**
 * piga_calendar_weekday_short_name:
 * @weekday: 0 for Monday to 6 for Sunday
 *
 * Returns: (transfer none): the short name of the day, "Wed"
 */
const char *
piga_calendar_weekday_short_name (guint weekday)
{
  g_return_val_if_fail (weekday < 7, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "short weekday", weekday_short_names[weekday]);
}

/**
 * piga_calendar_date:
 * @day: a day
 *
 * Returns: (transfer full): the date in full, "5 March 2025"
 */
char *
piga_calendar_date (PigaDay day)
{
  guint year, month, day_of_month;

  piga_day_split (day, &year, &month, &day_of_month);
  /* Translators: a date, "5 March 2025": day of the month, name of the month, year */
  return g_strdup_printf (_ ("%1$u %2$s %3$u"), day_of_month, piga_calendar_month_name (month),
                          year);
}

/**
 * piga_calendar_date_in:
 * @day: a day
 * @language: `en` or `sw`
 *
 * Returns: (transfer full): the date in full, as piga_calendar_date() writes it, in a language of
 *   its own
 */
char *
piga_calendar_date_in (PigaDay day, const char *language)
{
  guint year, month, day_of_month;

  piga_day_split (day, &year, &month, &day_of_month);
  return g_strdup_printf (piga_language_text (language, "%1$u %2$s %3$u"), day_of_month,
                          piga_language_text_in_context (language, "month", month_names[month - 1]),
                          year);
}

/**
 * piga_calendar_date_near:
 * @day: a day
 * @today: the day it is
 *
 * Returns: (transfer full): the date, "5 March", with its year when it is not this year
 */
char *
piga_calendar_date_near (PigaDay day, PigaDay today)
{
  guint year, month, day_of_month, this_year, this_month, this_day_of_month;

  piga_day_split (day, &year, &month, &day_of_month);
  piga_day_split (today, &this_year, &this_month, &this_day_of_month);
  if (year != this_year)
    return piga_calendar_date (day);

  /* Translators: a date of this year, "5 March": day of the month, name of the month */
  return g_strdup_printf (_ ("%1$u %2$s"), day_of_month, piga_calendar_month_name (month));
}

/**
 * piga_calendar_date_with_weekday:
 * @day: a day
 *
 * Returns: (transfer full): the date, "Wednesday, 5 March 2025"
 */
char *
piga_calendar_date_with_weekday (PigaDay day)
{
  g_autofree char *date = piga_calendar_date (day);

  /* Translators: "Wednesday, 5 March 2025": day of the week, date */
  return g_strdup_printf (C_ ("weekday and date", "%1$s, %2$s"),
                          piga_calendar_weekday_name (piga_calendar_weekday (day)), date);
}

/**
 * piga_calendar_date_short:
 * @day: a day
 *
 * Returns: (transfer full): the date without its year, "5 Mar", for charts
 */
char *
piga_calendar_date_short (PigaDay day)
{
  guint year, month, day_of_month;

  piga_day_split (day, &year, &month, &day_of_month);
  /* Translators: a date in a chart, "5 Mar": day of the month, short name of the month */
  return g_strdup_printf (C_ ("short date", "%1$u %2$s"), day_of_month,
                          piga_calendar_month_short_name (month));
}

/**
 * piga_calendar_month:
 * @day: a day
 *
 * Returns: (transfer full): the month that holds @day, "March 2025"
 */
char *
piga_calendar_month (PigaDay day)
{
  guint year, month, day_of_month;

  piga_day_split (day, &year, &month, &day_of_month);
  /* Translators: a heading, "March 2025": name of the month, year */
  return g_strdup_printf (_ ("%1$s %2$u"), piga_calendar_month_name (month), year);
}

/**
 * piga_calendar_time:
 * @time: microseconds since 1970, UTC
 *
 * Returns: (transfer full): the time of day in the person's time zone, "14:30"
 */
char *
piga_calendar_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (time);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  g_return_val_if_fail (local != NULL, g_strdup (""));

  return g_strdup_printf ("%02d:%02d", g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
}

static char *
past_days (guint days)
{
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  if (days == 2)
    return g_strdup (_ ("2 days ago"));

  /* Translators: stands alone, as in a list; never 1 or 2, which have words of their own */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day ago", "%u days ago", days), days);
}

static char *
coming_days (guint days)
{
  if (days == 1)
    return g_strdup (_ ("Tomorrow"));
  if (days == 2)
    return g_strdup (_ ("In 2 days"));

  /* Translators: stands alone, as in a list; never 1 or 2, which have words of their own */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In %u day", "In %u days", days), days);
}

/**
 * piga_calendar_relative:
 * @day: a day
 * @today: the day it is
 *
 * Says a day as people do: "Today", "Yesterday", "3 days ago", "In 3 days"; farther than six days
 * off, the date, as piga_calendar_date_near() writes it. It is made to stand alone.
 *
 * Returns: (transfer full): the text
 */
char *
piga_calendar_relative (PigaDay day, PigaDay today)
{
  guint days = MAX (day, today) - MIN (day, today);

  if (days > DAYS_IN_WORDS)
    return piga_calendar_date_near (day, today);
  if (days == 0)
    return g_strdup (_ ("Today"));

  return day < today ? past_days (days) : coming_days (days);
}

/* Takes the names of both the program's language and English, in full or from three letters on. */
static guint
month_from_name (const char *name)
{
  g_autofree char *typed = g_utf8_casefold (name, -1);

  if (g_utf8_strlen (typed, -1) < 3)
    return 0;

  for (guint month = 1; month <= 12; month++)
    {
      g_autofree char *own = g_utf8_casefold (piga_calendar_month_name (month), -1);
      g_autofree char *english = g_utf8_casefold (month_names[month - 1], -1);

      if (g_str_has_prefix (own, typed) || g_str_has_prefix (english, typed))
        return month;
    }

  return 0;
}

static guint
full_year (guint two_digits, guint this_year)
{
  guint year = this_year - this_year % 100 + two_digits;

  if (year > this_year + YEARS_AHEAD)
    return year - 100;
  if (year + 100 <= this_year + YEARS_AHEAD)
    return year + 100;
  return year;
}

/* A day of the year is never farther off than half a year, or it is a 29 February out of reach. */
static PigaDay
nearest_day (guint month, guint day_of_month, guint this_year, PigaDay today)
{
  PigaDay nearest = PIGA_DAY_NONE;
  guint distance = 184;

  for (guint year = this_year - 1; year <= this_year + 1; year++)
    {
      PigaDay day = piga_day_new (year, month, day_of_month);
      guint days = MAX (day, today) - MIN (day, today);

      if (day != PIGA_DAY_NONE && days < distance)
        {
          nearest = day;
          distance = days;
        }
    }

  return nearest;
}

static guint
fetch_number (const GMatchInfo *match, const char *name)
{
  g_autofree char *digits = g_match_info_fetch_named (match, name);

  return digits != NULL ? (guint) g_ascii_strtoull (digits, NULL, 10) : 0;
}

static PigaDay
day_from_match (const GMatchInfo *match, PigaDay today)
{
  g_autofree char *month_name = g_match_info_fetch_named (match, "name");
  g_autofree char *year_digits = g_match_info_fetch_named (match, "year");
  gboolean is_named = month_name != NULL && month_name[0] != '\0';
  guint month = is_named ? month_from_name (month_name) : fetch_number (match, "month");
  guint day_of_month = fetch_number (match, "day");
  guint year = fetch_number (match, "year");
  guint this_year, this_month, this_day_of_month;

  piga_day_split (today, &this_year, &this_month, &this_day_of_month);
  if (year_digits == NULL || year_digits[0] == '\0')
    return nearest_day (month, day_of_month, this_year, today);
  if (strlen (year_digits) == 2)
    year = full_year (year, this_year);

  return piga_day_new (year, month, day_of_month);
}

/* The near days as people say them: in the words of piga_calendar_relative(), and in English. */
static PigaDay
day_from_word (const char *text, PigaDay today)
{
  static const char *const english[] = { "yesterday", "today", "tomorrow" };
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *word = g_utf8_casefold (g_strstrip (valid), -1);

  for (PigaDay day = today - 2; day <= today + 2; day++)
    {
      g_autofree char *said = piga_calendar_relative (day, today);
      g_autofree char *own = g_utf8_casefold (said, -1);

      if (g_str_equal (own, word))
        return day;
    }
  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    if (g_str_equal (english[i], word))
      return today + i - 1;
  return PIGA_DAY_NONE;
}

/**
 * piga_calendar_parse:
 * @text: what a person typed
 * @today: the day it is
 * @day: (out): the day
 * @error: return location for a %PIGA_ERROR_INVALID
 *
 * Reads a date: "5/3/2025", "05/03/25" and "5.3.2025" (the day comes first), "5/3" (of the year
 * that makes it nearest to today), "2025-03-05", "5 March 2025", "5 Mar" and "yesterday".
 *
 * Returns: %TRUE if it is a date
 */
gboolean
piga_calendar_parse (const char *text, PigaDay today, PigaDay *day, GError **error)
{
  static const char *const patterns[] = {
    "^\\s*(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})\\s*$",
    "^\\s*(?<day>[0-9]{1,2})\\s*[-/.]\\s*(?<month>[0-9]{1,2})"
    "(\\s*[-/.]\\s*(?<year>[0-9]{4}|[0-9]{2}))?\\s*$",
    "^\\s*(?<day>[0-9]{1,2})\\s*(?<name>\\p{L}+)\\.?(,?\\s*(?<year>[0-9]{4}|[0-9]{2}))?\\s*$",
  };

  *day = day_from_word (text, today);
  if (*day != PIGA_DAY_NONE)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRegex) regex =
        g_regex_new (patterns[i], G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_regex_match (regex, text, G_REGEX_MATCH_DEFAULT, &match))
        continue;

      *day = day_from_match (match, today);
      if (*day != PIGA_DAY_NONE)
        return TRUE;

      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                           _ ("There is no such day. Enter a date such as 05/03/2025."));
      return FALSE;
    }

  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                       _ ("Enter a date such as 05/03/2025."));
  return FALSE;
}
