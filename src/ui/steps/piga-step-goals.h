/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_STEP_GOALS (piga_step_goals_get_type ())

/* The goals that were born in a step, and the way to a new one. */
G_DECLARE_FINAL_TYPE (PigaStepGoals, piga_step_goals, PIGA, STEP_GOALS, AdwPreferencesGroup)

void piga_step_goals_set_step (PigaStepGoals *self, PigaContext *context, guint step);

G_END_DECLS
