/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PIGA_TYPE_SWIFT_LIST (piga_swift_list_get_type ())

/* A GListModel that is replaced as a whole and tells only of the part that became another. */
G_DECLARE_FINAL_TYPE (PigaSwiftList, piga_swift_list, PIGA, SWIFT_LIST, GObject)

PigaSwiftList *piga_swift_list_new (GType type);

void piga_swift_list_take (PigaSwiftList *self, GPtrArray *items);
gboolean piga_swift_list_swap (PigaSwiftList *self);
void piga_swift_list_finish (PigaSwiftList *self);
guint piga_swift_list_get_n_final (PigaSwiftList *self);

G_END_DECLS
