/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of the kinds of record there are. A new kind is a file beside this one, a migration that
 * makes its table, and a line here. A kind that links to another stands after it. */

#include "piga-kinds.h"

#include "piga-damaged-value.h"
#include "piga-job-application.h"
#include "piga-entry.h"
#include "piga-feedback-request.h"
#include "piga-goal-mark.h"
#include "piga-goal.h"
#include "piga-interview.h"
#include "piga-profile.h"
#include "piga-question.h"
#include "piga-remark.h"
#include "piga-step-check.h"
#include "piga-step-state.h"

/**
 * piga_kinds_get:
 *
 * Returns: (array zero-terminated=1) (transfer none): the types of all records
 */
const GType *
piga_kinds_get (void)
{
  static GType kinds[13];

  if (g_once_init_enter (&kinds[0]))
    {
      kinds[1] = PIGA_TYPE_INTERVIEW;
      kinds[2] = PIGA_TYPE_REMARK;
      kinds[3] = PIGA_TYPE_QUESTION;
      kinds[4] = PIGA_TYPE_FEEDBACK_REQUEST;
      kinds[5] = PIGA_TYPE_PROFILE;
      kinds[6] = PIGA_TYPE_ENTRY;
      kinds[7] = PIGA_TYPE_GOAL;
      kinds[8] = PIGA_TYPE_GOAL_MARK;
      kinds[9] = PIGA_TYPE_STEP_CHECK;
      kinds[10] = PIGA_TYPE_STEP_STATE;
      kinds[11] = PIGA_TYPE_DAMAGED_VALUE;
      g_once_init_leave (&kinds[0], PIGA_TYPE_JOB_APPLICATION);
    }
  return kinds;
}
