/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_WRITE_SECTION (piga_write_section_get_type ())

/* The prompts of a step, each with its way into the journal, and the newest entries of the step. */
G_DECLARE_FINAL_TYPE (PigaWriteSection, piga_write_section, PIGA, WRITE_SECTION, AdwBin)

void piga_write_section_set_step (PigaWriteSection *self, PigaContext *context, guint step);

G_END_DECLS
