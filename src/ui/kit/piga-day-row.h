/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-calendar.h"
#include "piga-checked-row.h"

G_BEGIN_DECLS

#define PIGA_TYPE_DAY_ROW (piga_day_row_get_type ())

/* A row that takes a day: typed as people write dates, or picked from a month. Property: "day"
 * (uint, a PigaDay: the last that could be read). */
G_DECLARE_FINAL_TYPE (PigaDayRow, piga_day_row, PIGA, DAY_ROW, PigaCheckedRow)

void piga_day_row_set_calendar (PigaDayRow *self, PigaDay today, PigaWeekStart week_start);

PigaDay piga_day_row_get_day (PigaDayRow *self);
void piga_day_row_set_day (PigaDayRow *self, PigaDay day);

G_END_DECLS
