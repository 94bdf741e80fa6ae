/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-exchange.h"

G_BEGIN_DECLS

typedef struct _PigaProgress PigaProgress;

PigaProgress *piga_progress_new (PigaExchangeProgress func, gpointer data);
void piga_progress_free (PigaProgress *self);

void piga_progress_set (PigaProgress *self, gint64 done, gint64 total);

G_END_DECLS
