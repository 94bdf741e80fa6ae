/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_CHECK_SECTION (piga_check_section_get_type ())

/* The checks of a step: the guide's first, then the person's own, then the place to add one. */
G_DECLARE_FINAL_TYPE (PigaCheckSection, piga_check_section, PIGA, CHECK_SECTION,
                      AdwPreferencesGroup)

void piga_check_section_set_step (PigaCheckSection *self, PigaContext *context, guint step);

G_END_DECLS
