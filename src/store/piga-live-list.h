/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-selection.h"
#include "piga-store.h"

G_BEGIN_DECLS

#define PIGA_TYPE_LIVE_LIST (piga_live_list_get_type ())

G_DECLARE_FINAL_TYPE (PigaLiveList, piga_live_list, PIGA, LIVE_LIST, GObject)

PigaLiveList *piga_live_list_new (PigaStore *store, const PigaSelection *selection);
const PigaSelection *piga_live_list_get_selection (PigaLiveList *self);
void piga_live_list_stop (PigaLiveList *self);

void piga_live_list_take (PigaLiveList *self, GPtrArray *records);
void piga_live_list_insert (PigaLiveList *self, gpointer record);
void piga_live_list_remove (PigaLiveList *self, gpointer record);

G_END_DECLS
