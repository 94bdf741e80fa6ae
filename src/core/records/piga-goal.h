/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_GOAL (piga_goal_get_type ())

G_DECLARE_FINAL_TYPE (PigaGoal, piga_goal, PIGA, GOAL, PigaRecord)

/* The fields, in the order of their declaration. */
enum
{
  PIGA_GOAL_TITLE,
  PIGA_GOAL_WHAT,
  PIGA_GOAL_AMOUNT,
  PIGA_GOAL_UNIT,
  PIGA_GOAL_ABLE,
  PIGA_GOAL_REASON,
  PIGA_GOAL_RHYTHM,
  PIGA_GOAL_DUE,
  PIGA_GOAL_PLAN_WHEN,
  PIGA_GOAL_PLAN_WHERE,
  PIGA_GOAL_STEP,
  PIGA_GOAL_STATE,
  PIGA_GOAL_ROUND,
  PIGA_GOAL_REMARK,
  PIGA_GOAL_THEME,
  PIGA_GOAL_COUNTS,
};

typedef enum
{
  PIGA_RHYTHM_ONCE,
  PIGA_RHYTHM_WEEKLY,
  PIGA_RHYTHM_MONTHLY,
} PigaRhythm;

typedef enum
{
  PIGA_GOAL_STATE_GOING,
  PIGA_GOAL_STATE_REACHED,
  PIGA_GOAL_STATE_SET_ASIDE,
} PigaGoalState;

typedef enum
{
  PIGA_GOAL_COUNTS_BY_HAND,
  PIGA_GOAL_COUNTS_APPLICATIONS,
} PigaGoalCounts;

G_END_DECLS
