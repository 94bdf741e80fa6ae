/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

guint piga_words_count (const char *text);

void piga_words_count_async (const char *text, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_words_count_finish (GAsyncResult *result, guint *n_words, GError **error);

G_END_DECLS
