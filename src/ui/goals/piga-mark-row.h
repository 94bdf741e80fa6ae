/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "records/piga-goal-mark.h"
#include "records/piga-goal-tally.h"

G_BEGIN_DECLS

#define PIGA_TYPE_MARK_ROW (piga_mark_row_get_type ())

/* One mark of a goal, which can be deleted. */
G_DECLARE_FINAL_TYPE (PigaMarkRow, piga_mark_row, PIGA, MARK_ROW, AdwActionRow)

GtkWidget *piga_mark_row_new (PigaGoalTally *tally, PigaGoalMark *mark);

G_END_DECLS
