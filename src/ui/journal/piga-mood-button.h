/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "records/piga-entry.h"

G_BEGIN_DECLS

#define PIGA_TYPE_MOOD_BUTTON (piga_mood_button_get_type ())

/* Shows a mood as a face and lets choose another in two taps. Property "mood" (uint, a PigaMood).
 */
G_DECLARE_FINAL_TYPE (PigaMoodButton, piga_mood_button, PIGA, MOOD_BUTTON, AdwBin)

PigaMood piga_mood_button_get_mood (PigaMoodButton *self);
void piga_mood_button_set_mood (PigaMoodButton *self, PigaMood mood);

G_END_DECLS
