/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "records/piga-entry.h"

G_BEGIN_DECLS

#define PIGA_TYPE_MOOD_CHOOSER (piga_mood_chooser_get_type ())

/* Five faces in a row, of which one or none is chosen. Property "mood" (uint, a PigaMood). */
G_DECLARE_FINAL_TYPE (PigaMoodChooser, piga_mood_chooser, PIGA, MOOD_CHOOSER, GtkWidget)

PigaMood piga_mood_chooser_get_mood (PigaMoodChooser *self);
void piga_mood_chooser_set_mood (PigaMoodChooser *self, PigaMood mood);

const char *piga_mood_get_label (PigaMood mood);
const char *piga_mood_get_icon_name (PigaMood mood);

G_END_DECLS
