/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-applications-model.h"
#include "print/piga-sheet.h"
#include "sense/piga-funnel.h"

G_BEGIN_DECLS

GPtrArray *piga_applications_funnel_bars (const PigaFunnel *funnel);
GPtrArray *piga_applications_funnel_sentences (const PigaFunnel *funnel);
GPtrArray *piga_applications_cost_sentences (const PigaFunnel *funnel);
PigaSheet *piga_applications_sheet_new (PigaApplicationsModel *model, PigaContext *context);

G_END_DECLS
