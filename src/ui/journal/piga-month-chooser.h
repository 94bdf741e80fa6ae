/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-entry-list.h"

G_BEGIN_DECLS

#define PIGA_TYPE_MONTH_CHOOSER (piga_month_chooser_get_type ())

/* One of the months in which something was written, or all. Property "month" (uint, a PigaDay: the
 * first of the month; PIGA_DAY_NONE for all). */
G_DECLARE_FINAL_TYPE (PigaMonthChooser, piga_month_chooser, PIGA, MONTH_CHOOSER, AdwBin)

void piga_month_chooser_set_list (PigaMonthChooser *self, PigaEntryList *list);
PigaDay piga_month_chooser_get_month (PigaMonthChooser *self);
void piga_month_chooser_set_month (PigaMonthChooser *self, PigaDay month);

G_END_DECLS
