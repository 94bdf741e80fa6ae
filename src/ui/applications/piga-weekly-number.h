/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_WEEKLY_NUMBER (piga_weekly_number_get_type ())

/* How many applications went out this week, against the goal that counts them; where there is no
 * such goal, the way to one. */
G_DECLARE_FINAL_TYPE (PigaWeeklyNumber, piga_weekly_number, PIGA, WEEKLY_NUMBER, AdwBin)

void piga_weekly_number_show (PigaWeeklyNumber *self, PigaContext *context);

G_END_DECLS
