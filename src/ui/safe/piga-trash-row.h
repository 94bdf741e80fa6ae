/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-trash-item.h"

G_BEGIN_DECLS

#define PIGA_TYPE_TRASH_ROW (piga_trash_row_get_type ())

/* One line of the trash: a box to check, how a record is called, and what can be said about it. */
G_DECLARE_FINAL_TYPE (PigaTrashRow, piga_trash_row, PIGA, TRASH_ROW, GtkBox)

GtkWidget *piga_trash_row_new (void);
void piga_trash_row_set_item (PigaTrashRow *self, PigaTrashItem *item, const char *title,
                              const char *about);
PigaTrashItem *piga_trash_row_get_item (PigaTrashRow *self);

G_END_DECLS
