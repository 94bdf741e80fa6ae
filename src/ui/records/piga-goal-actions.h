/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-goal-tally.h"
#include "records/piga-goal-mark.h"

G_BEGIN_DECLS

/* What a person does to a goal, from wherever it is shown. Each is kept at once and says so with a
 * toast that can undo it; the toast shows in the window that holds @widget. */

void piga_goal_mark (GtkWidget *widget, PigaGoalTally *tally, PigaDay day, double amount);
void piga_goal_rest (GtkWidget *widget, PigaGoalTally *tally, PigaDay day);
void piga_goal_remove_mark (GtkWidget *widget, PigaContext *context, PigaGoalMark *mark);
void piga_goal_move (GtkWidget *widget, PigaContext *context, PigaGoal *goal, PigaGoalState state);
void piga_goal_delete (GtkWidget *widget, PigaContext *context, PigaGoal *goal);
void piga_goal_discard (GtkWidget *widget, PigaContext *context, PigaGoal *goal);

G_END_DECLS
