/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_DUE_SECTION (piga_due_section_get_type ())

/* What is due, the most pressing first; hidden while nothing is. */
G_DECLARE_FINAL_TYPE (PigaDueSection, piga_due_section, PIGA, DUE_SECTION, AdwPreferencesGroup)

void piga_due_section_set_context (PigaDueSection *self, PigaContext *context);

G_END_DECLS
