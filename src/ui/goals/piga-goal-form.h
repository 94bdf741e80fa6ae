/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"
#include "piga-smart-chips.h"

G_BEGIN_DECLS

#define PIGA_TYPE_GOAL_FORM (piga_goal_form_get_type ())

/* The sentence of a goal, the five questions and the week's plan. What is typed goes into the goal
 * at once. Signal "finish" (): Enter was pressed in the sentence. */
G_DECLARE_FINAL_TYPE (PigaGoalForm, piga_goal_form, PIGA, GOAL_FORM, AdwBin)

void piga_goal_form_show (PigaGoalForm *self, PigaContext *context, PigaGoal *goal);

gboolean piga_goal_form_check (PigaGoalForm *self);

G_END_DECLS
