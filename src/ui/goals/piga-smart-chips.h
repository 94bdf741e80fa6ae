/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "sense/piga-smart.h"

G_BEGIN_DECLS

#define PIGA_TYPE_SMART_CHIPS (piga_smart_chips_get_type ())

/* The five letters of SMART, each showing whether its question is answered. Signal "chosen" (guint
 * letter): the person wants to go to that question. */
G_DECLARE_FINAL_TYPE (PigaSmartChips, piga_smart_chips, PIGA, SMART_CHIPS, AdwBin)

void piga_smart_chips_show (PigaSmartChips *self, PigaGoal *goal);

const char *piga_smart_name (PigaSmartLetter letter);

G_END_DECLS
