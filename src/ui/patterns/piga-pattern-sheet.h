/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "charts/piga-grid-chart.h"
#include "kit/piga-context.h"
#include "print/piga-sheet.h"
#include "sense/piga-patterns.h"

G_BEGIN_DECLS

PigaSheet *piga_pattern_create_sheet (PigaContext *context, PigaPatterns *patterns,
                                      PigaGridChart *chart, const char *voice);

G_END_DECLS
