/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-calendar.h"

G_BEGIN_DECLS

#define PIGA_TYPE_DAY_PICKER (piga_day_picker_get_type ())

/* One month to pick a day from. Signal "picked" (guint day). */
G_DECLARE_FINAL_TYPE (PigaDayPicker, piga_day_picker, PIGA, DAY_PICKER, AdwBin)

void piga_day_picker_show (PigaDayPicker *self, PigaDay day, PigaDay today, PigaDay latest,
                           PigaWeekStart week_start);

G_END_DECLS
