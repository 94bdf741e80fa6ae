/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "records/piga-remark.h"

G_BEGIN_DECLS

#define PIGA_TYPE_REMARK_YIELD (piga_remark_yield_get_type ())

/* What became of a remark: its goals and its questions to practise, as the last rows of the row
 * that shows it. Signal "changed" (): there are others. */
G_DECLARE_FINAL_TYPE (PigaRemarkYield, piga_remark_yield, PIGA, REMARK_YIELD, GObject)

PigaRemarkYield *piga_remark_yield_new (PigaContext *context, PigaRemark *remark,
                                        AdwExpanderRow *parent);

char *piga_remark_yield_describe (PigaRemarkYield *self);
void piga_remark_yield_flush (PigaRemarkYield *self);

G_END_DECLS
