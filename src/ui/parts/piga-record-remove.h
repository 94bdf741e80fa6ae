/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-store.h"

G_BEGIN_DECLS

void piga_record_remove (GtkWidget *widget, PigaStore *store, gpointer record, const char *title);

G_END_DECLS
