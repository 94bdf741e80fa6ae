/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-store.h"

G_BEGIN_DECLS

/* The way back from one thing that the person did. */
typedef struct _PigaUndo PigaUndo;

PigaUndo *piga_undo_new (PigaStore *store);
void piga_undo_add_changed (PigaUndo *self, gpointer record);
void piga_undo_add_new (PigaUndo *self, gpointer record);
void piga_undo_offer (PigaUndo *self, GtkWidget *widget, const char *title);

G_END_DECLS
