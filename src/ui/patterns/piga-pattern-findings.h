/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "sense/piga-patterns.h"

G_BEGIN_DECLS

/**
 * PigaPatternPart:
 * @PIGA_PATTERN_STRENGTHS: what carries the person
 * @PIGA_PATTERN_GAPS: what comes back and is theirs to change
 * @PIGA_PATTERN_APART: what is not theirs to change
 *
 * A part of what the patterns come to.
 */
typedef enum
{
  PIGA_PATTERN_STRENGTHS,
  PIGA_PATTERN_GAPS,
  PIGA_PATTERN_APART,
} PigaPatternPart;

GPtrArray *piga_pattern_findings_rank (PigaPatterns *patterns, PigaPatternPart part);
char *piga_pattern_finding_sentence (PigaPatterns *patterns, const PigaPatternRow *row,
                                     PigaPatternPart part);
GPtrArray *piga_pattern_finding_sources (const PigaPatternRow *row, PigaPatternPart part);
GPtrArray *piga_pattern_finding_goals (PigaContext *context, PigaTheme theme);

G_END_DECLS
