/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_STEP_CHECK (piga_step_check_get_type ())

G_DECLARE_FINAL_TYPE (PigaStepCheck, piga_step_check, PIGA, STEP_CHECK, PigaRecord)

/* The fields, in the order of their declaration. */
enum
{
  PIGA_STEP_CHECK_STEP,
  PIGA_STEP_CHECK_GUIDE_KEY,
  PIGA_STEP_CHECK_TEXT,
  PIGA_STEP_CHECK_DONE,
  PIGA_STEP_CHECK_HIDDEN,
  PIGA_STEP_CHECK_ROUND,
};

PigaStepCheck *piga_step_check_new_for_guide (guint step, const char *key, const char *round);

G_END_DECLS
