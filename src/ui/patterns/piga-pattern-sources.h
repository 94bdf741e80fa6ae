/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_PATTERN_SOURCES (piga_pattern_sources_get_type ())

/* Where something was noted: each remark and rated answer, with who said so. Signal "open"
 * (PigaRecord *source): the person wants to see it where it was written. */
G_DECLARE_FINAL_TYPE (PigaPatternSources, piga_pattern_sources, PIGA, PATTERN_SOURCES, AdwDialog)

PigaPatternSources *piga_pattern_sources_new (PigaContext *context, const char *title,
                                              GPtrArray *sources);

gboolean piga_pattern_source_is_strength (gpointer source);
const char *piga_pattern_source_get_tool (gpointer source);
const char *piga_pattern_source_get_interview (gpointer source);

G_END_DECLS
