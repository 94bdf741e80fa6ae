/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_STEP_CHOOSER (piga_step_chooser_get_type ())

/* One of the twelve steps, or none. Property "step" (uint, 0 to 12). */
G_DECLARE_FINAL_TYPE (PigaStepChooser, piga_step_chooser, PIGA, STEP_CHOOSER, AdwBin)

guint piga_step_chooser_get_step (PigaStepChooser *self);
void piga_step_chooser_set_step (PigaStepChooser *self, guint step);

char *piga_step_chooser_dup_name (guint step);

G_END_DECLS
