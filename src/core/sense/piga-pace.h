/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "piga-calendar.h"
#include "records/piga-goal.h"

G_BEGIN_DECLS

/**
 * PigaPeriod:
 * @first: its first day, or %PIGA_DAY_NONE where it has no beginning
 * @last: its last day, or %PIGA_DAY_NONE where it has no end
 * @done: the sum of the amounts that were marked; rests count nothing
 * @target: the amount that is aimed at, 0 for none
 * @n_marks: how many times something was marked, rests aside
 * @rest: whether a day was marked as one of rest
 *
 * What was done on a goal from one day to another.
 */
typedef struct
{
  PigaDay first;
  PigaDay last;
  double done;
  double target;
  guint n_marks;
  gboolean rest;
} PigaPeriod;

void piga_pace_count (GListModel *marks, PigaDay first, PigaDay last, PigaPeriod *period);
void piga_pace_measure (PigaGoal *goal, GListModel *marks, PigaWeekStart week_start, PigaDay today,
                        PigaPeriod *period);
gboolean piga_pace_is_reached (const PigaPeriod *period);
double piga_pace_get_fraction (const PigaPeriod *period);

char *piga_pace_sentence (PigaGoal *goal, GListModel *marks, PigaWeekStart week_start,
                          PigaDay today);
char *piga_pace_forecast (PigaGoal *goal, GListModel *marks, PigaDay today);
GArray *piga_pace_history (PigaGoal *goal, GListModel *marks, PigaWeekStart week_start,
                           PigaDay today, guint n_periods);

G_END_DECLS
