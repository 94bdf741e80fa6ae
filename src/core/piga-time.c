/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far the clock of a computer is believed. It may be wrong for a day or for years, in either
 * direction, and be right again afterwards; a time that was kept meanwhile stays. All times are in
 * microseconds since 1970, UTC. */

#include "piga-time.h"

/* 2026-11-22: nobody had this program before. A computer whose battery is flat starts at a time
 * that lies years before it. */
#define FIRST_RELEASE (G_GINT64_CONSTANT (1795305600) * G_TIME_SPAN_SECOND)

/**
 * piga_time_is_possible:
 * @now: what the clock says
 *
 * Returns: %FALSE where the clock is wrong for certain, as this program is younger
 */
gboolean
piga_time_is_possible (gint64 now)
{
  return now >= FIRST_RELEASE;
}

/**
 * piga_time_is_ahead:
 * @now: what the clock says
 * @time: when something is said to have happened
 *
 * By a day a clock can be ahead honestly, where it was set to the hour of another time zone.
 *
 * Returns: whether @time lies beyond tomorrow; never where it is the clock itself that is wrong for
 *   certain
 */
gboolean
piga_time_is_ahead (gint64 now, gint64 time)
{
  return piga_time_is_possible (now) && time > now + G_TIME_SPAN_DAY;
}

/**
 * piga_time_get_later:
 * @now: what the clock says
 * @before: when the same thing happened last
 *
 * Returns: now, or the moment after @before where the clock has not come that far
 */
gint64
piga_time_get_later (gint64 now, gint64 before)
{
  return MAX (now, MIN (before, G_MAXINT64 - 1) + 1);
}
