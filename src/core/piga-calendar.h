/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-day.h"

G_BEGIN_DECLS

/* The values of the setting `week-start`, in its order. */
typedef enum
{
  PIGA_WEEK_START_MONDAY,
  PIGA_WEEK_START_SUNDAY,
} PigaWeekStart;

guint piga_calendar_weekday (PigaDay day);
PigaDay piga_calendar_first_of_week (PigaDay day, PigaWeekStart start);
PigaDay piga_calendar_first_of_month (PigaDay day);
PigaDay piga_calendar_first_of_next_month (PigaDay day);

const char *piga_calendar_month_name (guint month);
const char *piga_calendar_month_short_name (guint month);
const char *piga_calendar_weekday_name (guint weekday);
const char *piga_calendar_weekday_short_name (guint weekday);

char *piga_calendar_date (PigaDay day);
char *piga_calendar_date_in (PigaDay day, const char *language);
char *piga_calendar_date_near (PigaDay day, PigaDay today);
char *piga_calendar_date_with_weekday (PigaDay day);
char *piga_calendar_date_short (PigaDay day);
char *piga_calendar_month (PigaDay day);
char *piga_calendar_time (gint64 time);

char *piga_calendar_relative (PigaDay day, PigaDay today);

gboolean piga_calendar_parse (const char *text, PigaDay today, PigaDay *day, GError **error);

G_END_DECLS
