/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "charts/piga-progress-ring.h"
#include "kit/piga-context.h"
#include "sense/piga-pace.h"

G_BEGIN_DECLS

/**
 * PigaGoalGroup:
 * @PIGA_GOAL_GROUP_WEEK: going on, and this week asks for it
 * @PIGA_GOAL_GROUP_GOING: going on, with more time
 * @PIGA_GOAL_GROUP_REACHED: reached
 * @PIGA_GOAL_GROUP_ASIDE: set aside
 *
 * Where a goal stands in the room.
 */
typedef enum
{
  PIGA_GOAL_GROUP_WEEK,
  PIGA_GOAL_GROUP_GOING,
  PIGA_GOAL_GROUP_REACHED,
  PIGA_GOAL_GROUP_ASIDE,
} PigaGoalGroup;

#define PIGA_TYPE_GOAL_TALLY (piga_goal_tally_get_type ())

/* Where one goal stands today: its own marks out of all marks, and what they come to. Signal
 * "changed" (): the goal, one of its marks, the day or the week's first day is another. */
G_DECLARE_FINAL_TYPE (PigaGoalTally, piga_goal_tally, PIGA, GOAL_TALLY, GObject)

PigaGoalTally *piga_goal_tally_new (PigaContext *context, PigaGoal *goal);

PigaContext *piga_goal_tally_get_context (PigaGoalTally *self);
PigaGoal *piga_goal_tally_get_goal (PigaGoalTally *self);
GListModel *piga_goal_tally_get_marks (PigaGoalTally *self);
char *piga_goal_tally_get_sentence (PigaGoalTally *self);
char *piga_goal_tally_get_forecast (PigaGoalTally *self);
GArray *piga_goal_tally_get_history (PigaGoalTally *self, guint n_periods);
gboolean piga_goal_tally_is_rest (PigaGoalTally *self, PigaDay day);
void piga_goal_tally_show_ring (PigaGoalTally *self, PigaProgressRing *ring);

PigaGoalGroup piga_goal_group (PigaGoal *goal, PigaWeekStart week_start, PigaDay today);

G_END_DECLS
