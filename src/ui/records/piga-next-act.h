/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "guide/piga-guide.h"
#include "kit/piga-context.h"
#include "piga-step-tally.h"

G_BEGIN_DECLS

guint piga_next_act_find_step (PigaStepTally *tally);
const PigaCheck *piga_next_act_find_check (PigaContext *context, guint step);

G_END_DECLS
