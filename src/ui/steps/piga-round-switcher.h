/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_ROUND_SWITCHER (piga_round_switcher_get_type ())

/* The line under the title of a step that is walked anew for each rejection: which round the page
 * is about, and the way to another one; where there is none, the way to tell of one. Property
 * "chosen" (string): the id of the round that the pages are about, empty for none. */
G_DECLARE_FINAL_TYPE (PigaRoundSwitcher, piga_round_switcher, PIGA, ROUND_SWITCHER, GtkBox)

void piga_round_switcher_set_context (PigaRoundSwitcher *self, PigaContext *context);

G_END_DECLS
