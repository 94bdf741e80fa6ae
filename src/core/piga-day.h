/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PigaDay:
 *
 * A day of the calendar: the day number of #GDate (1 is 1 January of the year 1), so that days can
 * be subtracted and compared; 0 is no day.
 */
typedef guint32 PigaDay;

#define PIGA_DAY_NONE ((PigaDay) 0)
/* 10 characters and the end. */
#define PIGA_DAY_ISO_LENGTH 11

PigaDay piga_day_new (guint year, guint month, guint day);
PigaDay piga_day_from_iso (const char *text);
PigaDay piga_day_from_time (gint64 time);
gint64 piga_day_to_time (PigaDay day);
PigaDay piga_day_today (void);
void piga_day_to_iso (PigaDay day, char iso[PIGA_DAY_ISO_LENGTH]);
void piga_day_split (PigaDay day, guint *year, guint *month, guint *day_of_month);

G_END_DECLS
