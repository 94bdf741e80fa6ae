/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-store.h"

G_BEGIN_DECLS

/**
 * PigaRecordRestored:
 * @record: the record that is back
 * @widget: the widget that took it away
 *
 * Called when taking a record away was undone.
 */
typedef void (*PigaRecordRestored) (gpointer record, GtkWidget *widget);

void piga_record_remove (GtkWidget *widget, PigaStore *store, gpointer record, const char *title);
void piga_record_remove_full (GtkWidget *widget, PigaStore *store, gpointer record,
                              const char *title, PigaRecordRestored restored);

G_END_DECLS
