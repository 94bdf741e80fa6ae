/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "records/piga-goal.h"

G_BEGIN_DECLS

GtkWidget *piga_goal_link_new (PigaGoal *goal);

G_END_DECLS
