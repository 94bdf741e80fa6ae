/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "piga-pattern-findings.h"

G_BEGIN_DECLS

#define PIGA_TYPE_PATTERN_GROUP (piga_pattern_group_get_type ())

/* A part of what the patterns come to: a row for each finding; under a gap that comes back the
 * goals that came of it, or the way to one. Signal "show-sources" (PigaTheme as guint): the person
 * wants to see where it was noted. */
G_DECLARE_FINAL_TYPE (PigaPatternGroup, piga_pattern_group, PIGA, PATTERN_GROUP,
                      AdwPreferencesGroup)

gboolean piga_pattern_group_make (PigaPatternGroup *self, PigaContext *context,
                                  PigaPatterns *patterns, PigaPatternPart part, guint position);

G_END_DECLS
