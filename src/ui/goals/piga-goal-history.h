/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "charts/piga-bars.h"
#include "records/piga-goal-tally.h"

G_BEGIN_DECLS

#define PIGA_GOAL_HISTORY_PERIODS 8

const char *piga_goal_history_title (PigaGoal *goal);
void piga_goal_history_show (PigaGoalTally *tally, PigaBars *bars);

G_END_DECLS
