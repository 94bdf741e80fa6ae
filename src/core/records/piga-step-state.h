/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_STEP_STATE (piga_step_state_get_type ())

G_DECLARE_FINAL_TYPE (PigaStepState, piga_step_state, PIGA, STEP_STATE, PigaRecord)

/* The fields, in the order of their declaration. */
enum
{
  PIGA_STEP_STATE_STEP,
  PIGA_STEP_STATE_DONE,
  PIGA_STEP_STATE_ROUND,
};

PigaStepState *piga_step_state_new_for_step (guint step, const char *round);

G_END_DECLS
