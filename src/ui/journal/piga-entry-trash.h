/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-store.h"
#include "records/piga-entry.h"

G_BEGIN_DECLS

/**
 * PigaEntryRestored:
 * @entry: the entry, which is in the journal again
 * @user_data: the widget that put it into the trash
 *
 * Called when a deletion was undone.
 */
typedef void (*PigaEntryRestored) (PigaEntry *entry, gpointer user_data);

void piga_entry_trash_put (GtkWidget *widget, PigaStore *store, PigaEntry *entry,
                           PigaEntryRestored restored);

G_END_DECLS
