/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "charts/piga-grid.h"
#include "kit/piga-context.h"
#include "sense/piga-patterns.h"

G_BEGIN_DECLS

/* In place of a voice: all of them. */
#define PIGA_PATTERN_ALL_VOICES PIGA_N_VOICES

PigaPatternsReader *piga_pattern_board_begin (PigaContext *context, guint voice);
PigaPatterns *piga_pattern_board_read (PigaContext *context, guint voice);
gboolean piga_pattern_board_has_voice (PigaPatterns *patterns, PigaVoice voice);

PigaGrid *piga_pattern_board_draw (PigaContext *context, PigaPatterns *patterns,
                                   guint most_columns);
const PigaPatternRow *piga_pattern_board_get_row (PigaPatterns *patterns, guint position);
guint piga_pattern_board_get_column (PigaPatterns *patterns, guint position);

char *piga_pattern_board_name_interview (PigaContext *context, PigaInterview *interview);
char *piga_pattern_board_funnel (PigaContext *context);
char *piga_pattern_describe (PigaContext *context, const char *id);

G_END_DECLS
