/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-toast-area.h"

G_BEGIN_DECLS

PigaToastArea *piga_toast_find_area (GtkWidget *widget);
void piga_toast_show (GtkWidget *widget, const char *title);
void piga_toast_show_undo (GtkWidget *widget, const char *title, PigaUndoFunc undo,
                           gpointer user_data, GDestroyNotify destroy);

G_END_DECLS
