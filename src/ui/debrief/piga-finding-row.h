/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-debrief.h"

G_BEGIN_DECLS

#define PIGA_TYPE_FINDING_ROW (piga_finding_row_get_type ())

/* What went well in an interview, or a gap with the one fix for it and what became of it. */
G_DECLARE_FINAL_TYPE (PigaFindingRow, piga_finding_row, PIGA, FINDING_ROW, AdwExpanderRow)

GtkWidget *piga_finding_row_new (PigaDebrief *debrief, PigaRemark *remark);

G_END_DECLS
