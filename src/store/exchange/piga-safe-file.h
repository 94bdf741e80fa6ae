/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PIGA_TYPE_SAFE_FILE (piga_safe_file_get_type ())

G_DECLARE_FINAL_TYPE (PigaSafeFile, piga_safe_file, PIGA, SAFE_FILE, GObject)

PigaSafeFile *piga_safe_file_new (GFile *target, GCancellable *cancellable, GError **error);

gboolean piga_safe_file_write (PigaSafeFile *self, gconstpointer data, gsize length,
                               GCancellable *cancellable, GError **error);
GFile *piga_safe_file_finish (PigaSafeFile *self, GCancellable *cancellable, GError **error);
gboolean piga_safe_file_commit (PigaSafeFile *self, GError **error);

G_END_DECLS
