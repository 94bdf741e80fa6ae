/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_TRASH_ITEM (piga_trash_item_get_type ())

/* A record in the list of the trash. Properties: "checked" (boolean: chosen to have something done
 * with it). */
G_DECLARE_FINAL_TYPE (PigaTrashItem, piga_trash_item, PIGA, TRASH_ITEM, GObject)

PigaTrashItem *piga_trash_item_new (gpointer record);
gpointer piga_trash_item_get_record (PigaTrashItem *self);
gboolean piga_trash_item_is_checked (PigaTrashItem *self);
void piga_trash_item_set_checked (PigaTrashItem *self, gboolean checked);

G_END_DECLS
