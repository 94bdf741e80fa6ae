/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PigaTrashClock:
 * @last: the last day on which the trash was looked through
 * @before_last: the one before it, 0 where there is none that agrees with it
 * @doubt: how many more looks it takes until the clock is believed
 * @horizon: what was deleted before this is gone
 *
 * What the trash remembers of the clock; times are in microseconds since 1970.
 */
typedef struct
{
  gint64 last;
  gint64 before_last;
  gint64 doubt;
  gint64 horizon;
} PigaTrashClock;

/* How far ahead a time can be and still come to pass by itself before long. */
#define PIGA_TRASH_CLOCK_FAR (100 * G_TIME_SPAN_DAY)

gboolean piga_trash_clock_is_due (const PigaTrashClock *self, gint64 now);
gboolean piga_trash_clock_look (PigaTrashClock *self, gint64 now, gint64 keep);

G_END_DECLS
