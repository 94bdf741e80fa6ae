/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-store.h"

G_BEGIN_DECLS

/**
 * PigaExchangeProgress:
 * @done: how much of the work is done
 * @total: how much there is, 0 while it is not known
 *
 * Called on the main thread, at most some thirty times a second.
 */
typedef void (*PigaExchangeProgress) (gint64 done, gint64 total, gpointer user_data);

/**
 * PigaImportSummary:
 * @added: records that are not here yet
 * @changed: records that are here and that the file has newer
 * @kept: records that are here and stay as they are
 *
 * What an import would do, or has done.
 */
typedef struct
{
  guint added;
  guint changed;
  guint kept;
} PigaImportSummary;

void piga_exchange_export_async (PigaStore *store, GFile *file, PigaExchangeProgress progress,
                                 gpointer progress_data, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_exchange_export_finish (PigaStore *store, GAsyncResult *result, guint *n_records,
                                      GError **error);
GPtrArray *piga_exchange_export_get_lost (GAsyncResult *result);

/* Reads and checks the whole file and says what it would do; changes nothing. */
void piga_exchange_preview_async (PigaStore *store, GFile *file, PigaExchangeProgress progress,
                                  gpointer progress_data, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_exchange_preview_finish (PigaStore *store, GAsyncResult *result,
                                       PigaImportSummary *summary, GError **error);

/* Reads and checks the whole file again and takes it in, all or nothing. */
void piga_exchange_import_async (PigaStore *store, GFile *file, PigaExchangeProgress progress,
                                 gpointer progress_data, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_exchange_import_finish (PigaStore *store, GAsyncResult *result,
                                      PigaImportSummary *summary, GError **error);

G_END_DECLS
