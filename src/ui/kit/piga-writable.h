/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-store.h"

G_BEGIN_DECLS

gboolean piga_writable_is (PigaStore *store);
void piga_writable_follow (gpointer widget, PigaStore *store);
void piga_writable_follow_text (gpointer text, PigaStore *store);
void piga_writable_follow_action (gpointer widget, PigaStore *store, const char *name);
void piga_writable_follow_map (GActionMap *map, PigaStore *store, const char *const *names);

G_END_DECLS
