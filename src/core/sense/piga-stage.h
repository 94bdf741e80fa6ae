/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/piga-job-application.h"

G_BEGIN_DECLS

/**
 * PigaStage:
 *
 * What became of an application. Where two came on the same day, the later one here counts. The
 * order is that of the days among the fields of #PigaJobApplication.
 */
typedef enum
{
  PIGA_STAGE_THINKING,
  PIGA_STAGE_APPLIED,
  PIGA_STAGE_SILENT,
  PIGA_STAGE_INVITED,
  PIGA_STAGE_INTERVIEWED,
  PIGA_STAGE_OFFERED,
  PIGA_STAGE_NOT_CHOSEN,
  PIGA_STAGE_WITHDRAWN,
} PigaStage;

#define PIGA_N_STAGES (PIGA_STAGE_WITHDRAWN + 1)

PigaStage piga_stage_get (PigaJobApplication *application);
PigaDay piga_stage_get_day (PigaJobApplication *application, PigaStage stage);
PigaDay piga_stage_get_since (PigaJobApplication *application);
gboolean piga_stage_is_open (PigaStage stage);
void piga_stage_move (PigaJobApplication *application, PigaStage stage, PigaDay day);
const char *piga_stage_get_label (PigaStage stage);

G_END_DECLS
