/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-goal-tally.h"

G_BEGIN_DECLS

#define PIGA_TYPE_GOAL_ROW (piga_goal_row_get_type ())

/* A goal in the list: how far it is, and one press to mark it. Property "can-mark": it goes on. */
G_DECLARE_FINAL_TYPE (PigaGoalRow, piga_goal_row, PIGA, GOAL_ROW, GtkListBoxRow)

GtkWidget *piga_goal_row_new (PigaContext *context, PigaGoal *goal);

PigaGoal *piga_goal_row_get_goal (PigaGoalRow *self);

G_END_DECLS
