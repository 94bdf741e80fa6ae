/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-store.h"
#include "records/piga-step-check.h"

G_BEGIN_DECLS

#define PIGA_TYPE_CHECK_ROW (piga_check_row_get_type ())

/* One check of a step, to be ticked and ticked off. A check of the person's own can be removed. */
G_DECLARE_FINAL_TYPE (PigaCheckRow, piga_check_row, PIGA, CHECK_ROW, AdwActionRow)

GtkWidget *piga_check_row_new (PigaStore *store, PigaStepCheck *record, const char *title);
GtkWidget *piga_check_row_new_own (PigaStore *store, PigaStepCheck *record);

void piga_check_row_set_record (PigaCheckRow *self, PigaStepCheck *record);

G_END_DECLS
