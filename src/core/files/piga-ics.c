/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is due as a calendar file: RFC 5545, whole days without a time zone, a reminder the day
 * before. An event keeps its UID, so that a calendar that has read an older file moves it and does
 * not have it twice. */

#include "piga-ics.h"

#include "sense/piga-due.h"

/* In octets, without the end of the line. */
#define LONGEST_LINE 75
#define LINE_END "\r\n"

/* Folds a line between characters; the space that a folded line begins with counts. */
static void
append_line (GString *ics, const char *line)
{
  guint n = 0;

  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      const guint length = (guint) (g_utf8_next_char (at) - at);

      if (n + length > LONGEST_LINE)
        {
          g_string_append (ics, LINE_END " ");
          n = 1;
        }
      g_string_append_len (ics, at, length);
      n += length;
    }
  g_string_append (ics, LINE_END);
}

/* Text has its own marks for what would end it; other control characters may not stand in it. */
static char *
escape (const char *text)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\\' || *at == ';' || *at == ',')
        g_string_append_printf (escaped, "\\%c", *at);
      else if (*at == '\n')
        g_string_append (escaped, "\\n");
      else if (!g_ascii_iscntrl (*at))
        g_string_append_c (escaped, *at);
    }
  return g_string_free_and_steal (g_steal_pointer (&escaped));
}

static void
append_text (GString *ics, const char *name, const char *text)
{
  g_autofree char *escaped = escape (text);
  g_autofree char *line = g_strconcat (name, ":", escaped, NULL);

  append_line (ics, line);
}

static void
append_day (GString *ics, const char *name, PigaDay day)
{
  guint year, month, day_of_month;
  g_autofree char *line = NULL;

  piga_day_split (day, &year, &month, &day_of_month);
  line = g_strdup_printf ("%s;VALUE=DATE:%04u%02u%02u", name, year, month, day_of_month);
  append_line (ics, line);
}

/* Never changed once released. */
static const char *
get_kind_name (PigaDueKind kind)
{
  switch (kind)
    {
    case PIGA_DUE_INTERVIEW:
      return "interview";
    case PIGA_DUE_CLOSING:
    case PIGA_DUE_MISSED:
      return "closing";
    case PIGA_DUE_FOLLOW_UP:
      return "follow-up";
    case PIGA_DUE_FEEDBACK:
      return "feedback";
    case PIGA_DUE_FEEDBACK_FOLLOW_UP:
      return "feedback-follow-up";
    case PIGA_DUE_GOAL:
      return "goal";
    default:
      g_return_val_if_reached ("");
    }
}

static void
append_event (GString *ics, const PigaDue *due, const char *stamp)
{
  g_autofree char *uid = g_strdup_printf (
    "UID:%s-%s@" GETTEXT_PACKAGE, piga_record_get_id (due->record), get_kind_name (due->kind));

  append_line (ics, "BEGIN:VEVENT");
  append_line (ics, uid);
  append_line (ics, stamp);
  append_day (ics, "DTSTART", due->day);
  append_day (ics, "DTEND", due->day + 1);
  append_text (ics, "SUMMARY", due->summary);
  append_line (ics, "CLASS:PRIVATE");
  append_line (ics, "TRANSP:TRANSPARENT");
  append_line (ics, "BEGIN:VALARM");
  append_line (ics, "ACTION:DISPLAY");
  append_text (ics, "DESCRIPTION", due->summary);
  append_line (ics, "TRIGGER:-P1D");
  append_line (ics, "END:VALARM");
  append_line (ics, "END:VEVENT");
}

static char *
make_stamp (gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (now);

  return g_strdup_printf ("DTSTAMP:%04d%02d%02dT%02d%02d%02dZ", g_date_time_get_year (time),
                          g_date_time_get_month (time), g_date_time_get_day_of_month (time),
                          g_date_time_get_hour (time), g_date_time_get_minute (time),
                          g_date_time_get_second (time));
}

/**
 * piga_ics_from_due:
 * @due: (element-type PigaDue): what is due, see %PIGA_DUE_COMING
 * @now: the time at which the file is made, microseconds since 1970, UTC
 *
 * Returns: (transfer full): the file's text
 */
char *
piga_ics_from_due (GPtrArray *due, gint64 now)
{
  g_autoptr (GString) ics = g_string_new (NULL);
  g_autofree char *stamp = make_stamp (now);

  append_line (ics, "BEGIN:VCALENDAR");
  append_line (ics, "VERSION:2.0");
  append_line (ics, "PRODID:-//Piga Hatua//Piga Hatua//EN");
  append_line (ics, "CALSCALE:GREGORIAN");
  for (guint i = 0; i < due->len; i++)
    append_event (ics, due->pdata[i], stamp);
  append_line (ics, "END:VCALENDAR");
  return g_string_free_and_steal (g_steal_pointer (&ics));
}
