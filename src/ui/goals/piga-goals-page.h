/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "records/piga-goal.h"

G_BEGIN_DECLS

#define PIGA_TYPE_GOALS_PAGE (piga_goals_page_get_type ())

/* The room of the goals: the list, from which each goal's own page is pushed. */
G_DECLARE_FINAL_TYPE (PigaGoalsPage, piga_goals_page, PIGA, GOALS_PAGE, AdwNavigationPage)

GtkWidget *piga_goals_page_new (PigaContext *context);
void piga_goals_page_edit (PigaGoalsPage *self, const char *id);
void piga_goals_page_start (PigaGoalsPage *self, PigaGoal *goal);

G_END_DECLS
