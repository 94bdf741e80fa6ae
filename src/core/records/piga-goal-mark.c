/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A mark on a goal: so much was done on a day, or the day was one of rest. */

#include "piga-goal-mark.h"

#include <glib/gi18n-lib.h>

#include "piga-goal.h"

struct _PigaGoalMark
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (PigaGoalMark, piga_goal_mark, PIGA_TYPE_RECORD)

static const PigaField fields[] = {
  [PIGA_GOAL_MARK_GOAL] = { "goal", PIGA_FIELD_LINK, N_ ("Goal"), PIGA_FIELD_REQUIRED,
                            .linked = piga_goal_get_type },
  [PIGA_GOAL_MARK_DAY] = { "day", PIGA_FIELD_DAY, N_ ("Day"), PIGA_FIELD_REQUIRED },
  [PIGA_GOAL_MARK_AMOUNT] = { "amount", PIGA_FIELD_REAL, N_ ("How many"), .least = 0,
                              .most = 1000000 },
  [PIGA_GOAL_MARK_REST] = { "rest", PIGA_FIELD_BOOLEAN, N_ ("Rest") },
  [PIGA_GOAL_MARK_NOTE] = { "note", PIGA_FIELD_TEXT, N_ ("Note"), PIGA_FIELD_SEARCHED },
};

static void
piga_goal_mark_class_init (PigaGoalMarkClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "goal_mark", fields, G_N_ELEMENTS (fields));
}

static void
piga_goal_mark_init (PigaGoalMark *self)
{
}
