/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-store.h"

G_BEGIN_DECLS

gboolean piga_outside_file_check (PigaStore *store, GFile *file, GError **error);

void piga_outside_file_write_async (PigaStore *store, GFile *file, GBytes *bytes,
                                    GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_outside_file_write_finish (PigaStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
