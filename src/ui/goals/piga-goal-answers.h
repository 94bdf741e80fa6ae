/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-calendar.h"
#include "records/piga-goal.h"

G_BEGIN_DECLS

#define PIGA_TYPE_GOAL_ANSWERS (piga_goal_answers_get_type ())

/* What the person answered about a goal, a row for each; hidden while nothing is. */
G_DECLARE_FINAL_TYPE (PigaGoalAnswers, piga_goal_answers, PIGA, GOAL_ANSWERS, AdwBin)

void piga_goal_answers_show (PigaGoalAnswers *self, PigaGoal *goal);

G_END_DECLS
