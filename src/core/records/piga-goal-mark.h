/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_GOAL_MARK (piga_goal_mark_get_type ())

G_DECLARE_FINAL_TYPE (PigaGoalMark, piga_goal_mark, PIGA, GOAL_MARK, PigaRecord)

/* The fields, in the order of their declaration. */
enum
{
  PIGA_GOAL_MARK_GOAL,
  PIGA_GOAL_MARK_DAY,
  PIGA_GOAL_MARK_AMOUNT,
  PIGA_GOAL_MARK_REST,
  PIGA_GOAL_MARK_NOTE,
};

G_END_DECLS
