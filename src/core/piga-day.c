/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-day.h"

#include <time.h>

/* The years that a person can mean or a clock that is wrong can show: whatever happens then has to
 * be kept, shown and exported like everything else. The tables take no later year. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2999

/**
 * piga_day_new:
 * @year: the year, 1900 to 2999
 * @month: the month, 1 to 12
 * @day: the day of the month, from 1
 *
 * Returns: the day, or %PIGA_DAY_NONE where there is no such day
 */
PigaDay
piga_day_new (guint year, guint month, guint day)
{
  GDate date;

  if (year < FIRST_YEAR || year > LAST_YEAR || month > 12 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return PIGA_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/**
 * piga_day_from_iso:
 * @text: a date as `2026-03-14`
 *
 * Returns: the day, or %PIGA_DAY_NONE where @text is anything else
 */
PigaDay
piga_day_from_iso (const char *text)
{
  guint parts[3] = { 0, 0, 0 };
  guint part = 0;

  for (guint i = 0; i < PIGA_DAY_ISO_LENGTH - 1; i++)
    {
      if (i == 4 || i == 7)
        {
          if (text[i] != '-')
            return PIGA_DAY_NONE;
          part++;
        }
      else if (g_ascii_isdigit (text[i]))
        {
          parts[part] = parts[part] * 10 + (guint) g_ascii_digit_value (text[i]);
        }
      else
        {
          return PIGA_DAY_NONE;
        }
    }

  return text[PIGA_DAY_ISO_LENGTH - 1] == '\0' ? piga_day_new (parts[0], parts[1], parts[2])
                                               : PIGA_DAY_NONE;
}

/**
 * piga_day_from_time:
 * @time: microseconds since 1970, UTC
 *
 * Returns: the day in the person's own time zone, or %PIGA_DAY_NONE outside the years of #PigaDay
 */
PigaDay
piga_day_from_time (gint64 time)
{
  const time_t seconds = (time_t) (time / G_USEC_PER_SEC - (time % G_USEC_PER_SEC < 0));
  struct tm local;

  /* Not GDateTime: where TZ is not set it reads the time zone from the disk at each call, and a
   * list that is scrolled asks hundreds of times a second. */
  if (localtime_r (&seconds, &local) == NULL || local.tm_year < FIRST_YEAR - 1900)
    return PIGA_DAY_NONE;

  return piga_day_new ((guint) local.tm_year + 1900, (guint) local.tm_mon + 1,
                       (guint) local.tm_mday);
}

/**
 * piga_day_to_time:
 * @day: a day, not %PIGA_DAY_NONE
 *
 * Returns: when the day begins in the person's own time zone, in microseconds since 1970, UTC
 */
gint64
piga_day_to_time (PigaDay day)
{
  guint year, month, day_of_month;
  struct tm local = { .tm_isdst = -1 };

  piga_day_split (day, &year, &month, &day_of_month);
  local.tm_year = (int) year - 1900;
  local.tm_mon = (int) month - 1;
  local.tm_mday = (int) day_of_month;
  return (gint64) mktime (&local) * G_USEC_PER_SEC;
}

/**
 * piga_day_today:
 *
 * Looks at the computer's time zone too, which may have changed since the last look.
 *
 * Returns: the day it is now where the person is
 */
PigaDay
piga_day_today (void)
{
  tzset ();
  return piga_day_from_time (g_get_real_time ());
}

/**
 * piga_day_to_iso:
 * @day: a day, not %PIGA_DAY_NONE
 * @iso: (out caller-allocates): where to write the date as `2026-03-14`
 */
void
piga_day_to_iso (PigaDay day, char iso[PIGA_DAY_ISO_LENGTH])
{
  guint year, month, day_of_month;

  piga_day_split (day, &year, &month, &day_of_month);
  g_snprintf (iso, PIGA_DAY_ISO_LENGTH, "%04u-%02u-%02u", year % 10000, month % 100,
              day_of_month % 100);
}

/**
 * piga_day_split:
 * @day: a day, not %PIGA_DAY_NONE
 * @year: (out): its year
 * @month: (out): its month, from 1
 * @day_of_month: (out): its day of the month, from 1
 */
void
piga_day_split (PigaDay day, guint *year, guint *month, guint *day_of_month)
{
  GDate date;

  g_return_if_fail (day != PIGA_DAY_NONE);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  *year = g_date_get_year (&date);
  *month = g_date_get_month (&date);
  *day_of_month = g_date_get_day (&date);
}
