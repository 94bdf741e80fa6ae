/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-draft.h"

G_BEGIN_DECLS

#define PIGA_TYPE_WRITING_BAR (piga_writing_bar_get_type ())

/* The quiet bar below the text: step, mood, number of words, and whether it is saved. */
G_DECLARE_FINAL_TYPE (PigaWritingBar, piga_writing_bar, PIGA, WRITING_BAR, AdwBin)

void piga_writing_bar_set_draft (PigaWritingBar *self, PigaDraft *draft);

void piga_writing_bar_set_narrow (PigaWritingBar *self, gboolean narrow);

G_END_DECLS
