/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "records/piga-goal.h"

G_BEGIN_DECLS

gboolean piga_goal_source_show (AdwActionRow *row, PigaContext *context, PigaGoal *goal);

G_END_DECLS
