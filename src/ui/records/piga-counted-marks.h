/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"
#include "records/piga-goal-mark.h"
#include "records/piga-goal.h"

G_BEGIN_DECLS

#define PIGA_TYPE_COUNTED_MARKS (piga_counted_marks_get_type ())

/* The marks that a goal gets by itself, out of the applications, as a GListModel of PigaGoalMark.
 * They are counted afresh and never kept. Empty for a goal that is counted by hand. */
G_DECLARE_FINAL_TYPE (PigaCountedMarks, piga_counted_marks, PIGA, COUNTED_MARKS, GObject)

GListModel *piga_counted_marks_new (PigaContext *context, PigaGoal *goal);

gboolean piga_goal_counts_itself (PigaGoal *goal);
gboolean piga_goal_mark_is_counted (PigaGoalMark *mark);

G_END_DECLS
