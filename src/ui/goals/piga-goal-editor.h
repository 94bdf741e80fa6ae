/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"
#include "records/piga-goal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_GOAL_EDITOR (piga_goal_editor_get_type ())

/* The dialog in which a goal is written. */
G_DECLARE_FINAL_TYPE (PigaGoalEditor, piga_goal_editor, PIGA, GOAL_EDITOR, AdwDialog)

PigaGoalEditor *piga_goal_editor_new (PigaContext *context, PigaGoal *goal);

void piga_goal_editor_flush (PigaGoalEditor *self);

G_END_DECLS
