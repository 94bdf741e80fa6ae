/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "records/piga-remark.h"

G_BEGIN_DECLS

#define PIGA_TYPE_REMARK_ROW (piga_remark_row_get_type ())

/* One remark: its text, and below it what the person makes of it. Signal "moved" (): it belongs to
 * another part of the list now. */
G_DECLARE_FINAL_TYPE (PigaRemarkRow, piga_remark_row, PIGA, REMARK_ROW, AdwExpanderRow)

GtkWidget *piga_remark_row_new (PigaContext *context, PigaRemark *remark);

PigaRemark *piga_remark_row_get_remark (PigaRemarkRow *self);
void piga_remark_row_flush (PigaRemarkRow *self);

G_END_DECLS
