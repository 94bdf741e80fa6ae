/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-goal-tally.h"

G_BEGIN_DECLS

#define PIGA_TYPE_GOAL_SECTION (piga_goal_section_get_type ())

/* One group of goals under its heading; hidden while it has none. Properties: "group" (uint, a
 * PigaGoalGroup, construct), "title". Signal "chosen" (PigaGoal *goal): the person wants it. */
G_DECLARE_FINAL_TYPE (PigaGoalSection, piga_goal_section, PIGA, GOAL_SECTION, AdwBin)

void piga_goal_section_set_context (PigaGoalSection *self, PigaContext *context);

GListModel *piga_goal_section_get_goals (PigaGoalSection *self);

G_END_DECLS
