/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_STEP_TALLY (piga_step_tally_get_type ())

/* How far the person has come, counted over the records: the checks of each step and the steps that
 * were called done. Signal: "changed". */
G_DECLARE_FINAL_TYPE (PigaStepTally, piga_step_tally, PIGA, STEP_TALLY, GObject)

PigaStepTally *piga_step_tally_new (PigaContext *context);

guint piga_step_tally_count_checks (PigaStepTally *self, guint step);
guint piga_step_tally_count_ticked (PigaStepTally *self, guint step);
gboolean piga_step_tally_is_done (PigaStepTally *self, guint step);
guint piga_step_tally_count_done (PigaStepTally *self);

G_END_DECLS
