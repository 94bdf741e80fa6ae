/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "records/piga-job-application.h"

G_BEGIN_DECLS

#define PIGA_TYPE_STAGE_HISTORY (piga_stage_history_get_type ())

/* The days on which an application came to its stages, to be read and to be mended. */
G_DECLARE_FINAL_TYPE (PigaStageHistory, piga_stage_history, PIGA, STAGE_HISTORY, AdwBin)

void piga_stage_history_show (PigaStageHistory *self, PigaContext *context,
                              PigaJobApplication *application);

G_END_DECLS
