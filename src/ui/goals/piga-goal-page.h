/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "records/piga-goal.h"

G_BEGIN_DECLS

#define PIGA_TYPE_GOAL_PAGE (piga_goal_page_get_type ())

/* The page of one goal: how far it is, its last weeks, its plan, its marks. */
G_DECLARE_FINAL_TYPE (PigaGoalPage, piga_goal_page, PIGA, GOAL_PAGE, AdwNavigationPage)

GtkWidget *piga_goal_page_new (PigaContext *context, PigaGoal *goal);

PigaGoal *piga_goal_page_get_goal (PigaGoalPage *self);

G_END_DECLS
