/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "records/piga-goal.h"

G_BEGIN_DECLS

#define PIGA_SMART_N_LETTERS 5

typedef enum
{
  PIGA_SMART_SPECIFIC,
  PIGA_SMART_MEASURABLE,
  PIGA_SMART_ACHIEVABLE,
  PIGA_SMART_RELEVANT,
  PIGA_SMART_TIME_BOUND,
} PigaSmartLetter;

gboolean piga_smart_is_answered (PigaGoal *goal, PigaSmartLetter letter);
char *piga_smart_hint (PigaGoal *goal, PigaSmartLetter letter, GListModel *marks, PigaDay today);
gboolean piga_smart_is_about_applications (PigaGoal *goal);

G_END_DECLS
