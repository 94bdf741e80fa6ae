/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_NEXT_SECTION (piga_next_section_get_type ())

/* The rejection that the person is walking through, and the next small act. */
G_DECLARE_FINAL_TYPE (PigaNextSection, piga_next_section, PIGA, NEXT_SECTION, AdwPreferencesGroup)

void piga_next_section_set_context (PigaNextSection *self, PigaContext *context);

G_END_DECLS
