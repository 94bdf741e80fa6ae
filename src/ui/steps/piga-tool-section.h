/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_TOOL_SECTION (piga_tool_section_get_type ())

/* The tools of a step; hidden where it has none. */
G_DECLARE_FINAL_TYPE (PigaToolSection, piga_tool_section, PIGA, TOOL_SECTION, AdwPreferencesGroup)

void piga_tool_section_set_step (PigaToolSection *self, PigaContext *context, guint step);

G_END_DECLS
