/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The trash: what a person has deleted, until it goes for good. */

#pragma once

#include "piga-store.h"

G_BEGIN_DECLS

/* How long the trash keeps what is put into it. */
#define PIGA_STORE_TRASH_DAYS 30

void piga_trash_list_async (PigaStore *store, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *piga_trash_list_finish (PigaStore *store, GAsyncResult *result, GHashTable **linked,
                                   GError **error);

void piga_trash_bring_back_async (PigaStore *store, GPtrArray *records,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_trash_bring_back_finish (PigaStore *store, GAsyncResult *result, guint *n_records,
                                       GError **error);

void piga_trash_preview_erase_async (PigaStore *store, GPtrArray *records,
                                     GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_trash_preview_erase_finish (PigaStore *store, GAsyncResult *result, guint *n_records,
                                          GError **error);

void piga_trash_erase_async (PigaStore *store, GPtrArray *records, GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean piga_trash_erase_finish (PigaStore *store, GAsyncResult *result, guint *n_records,
                                  GError **error);

G_END_DECLS
