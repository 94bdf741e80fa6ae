/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "piga-lost-record.h"
#include "piga-record.h"

G_BEGIN_DECLS

/**
 * PigaStoreState:
 * @PIGA_STORE_OPENING: the disk has not answered yet
 * @PIGA_STORE_READY: everything can be read and written
 * @PIGA_STORE_READ_ONLY: everything can be read, nothing can be written
 * @PIGA_STORE_REFUSED: the data cannot be used, and were left as they are
 * @PIGA_STORE_CLOSED: closed
 */
typedef enum
{
  PIGA_STORE_OPENING,
  PIGA_STORE_READY,
  PIGA_STORE_READ_ONLY,
  PIGA_STORE_REFUSED,
  PIGA_STORE_CLOSED,
} PigaStoreState;

/**
 * PigaRescueReport:
 * @n_records: how many records were taken over
 * @lost: (element-type PigaLostRecord): those that were not, or not wholly
 * @kept_path: where the damaged file is now
 * @list_path: (nullable): a file that lists @lost, where there is any
 *
 * What was taken out of a damaged file.
 */
typedef struct
{
  guint n_records;
  GPtrArray *lost;
  char *kept_path;
  char *list_path;
} PigaRescueReport;

void piga_rescue_report_unref (PigaRescueReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaRescueReport, piga_rescue_report_unref)

#define PIGA_TYPE_STORE (piga_store_get_type ())

G_DECLARE_FINAL_TYPE (PigaStore, piga_store, PIGA, STORE, GObject)

/* Properties: "state" (uint, a PigaStoreState), "error" (boxed GError: why a save fails for as
 * long as it does, be it the disk or a record that breaks a rule of its kind, or why the store was
 * refused; NULL when all is well), "notice" (string: what happened to the file that the person has
 * to know, until they have read it), "pending" (boolean: something is on its way to the disk or
 * waits for another try), "n-damaged" (uint: how many records were found damaged so far; see
 * piga_store_get_damaged()).
 *
 * Signals, always on the main thread:
 *   "record-saved" (PigaRecord *record, gboolean fresh): the disk said yes; detail is the
 *     kind, as in "record-saved::entry"; fresh when it was not there before, or came back
 *   "record-deleted" (PigaRecord *record): it went to the trash; detail is the kind
 *   "reset" (): many records changed at once (import): lists have been loaded again */

PigaStore *piga_store_new (const char *path, const GType *kinds);

const char *piga_store_get_path (PigaStore *self);
const GType *piga_store_get_kinds (PigaStore *self);
PigaStoreState piga_store_get_state (PigaStore *self);
const GError *piga_store_get_error (PigaStore *self);
GStrv piga_store_get_damaged (PigaStore *self);
const char *piga_store_get_notice (PigaStore *self);
void piga_store_dismiss_notice (PigaStore *self);

void piga_store_open_async (PigaStore *self, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_store_open_finish (PigaStore *self, GAsyncResult *result, GError **error);

void piga_store_set_aside_async (PigaStore *self, GAsyncReadyCallback callback, gpointer user_data);
char *piga_store_set_aside_finish (PigaStore *self, GAsyncResult *result, GError **error);

void piga_store_rescue_async (PigaStore *self, GAsyncReadyCallback callback, gpointer user_data);
PigaRescueReport *piga_store_rescue_finish (PigaStore *self, GAsyncResult *result, GError **error);

void piga_store_restore_async (PigaStore *self, const char *path, GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean piga_store_restore_finish (PigaStore *self, GAsyncResult *result, char **before,
                                    GError **error);

void piga_store_flush_async (PigaStore *self, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_store_flush_finish (PigaStore *self, GAsyncResult *result, GError **error);

void piga_store_close_async (PigaStore *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_store_close_finish (PigaStore *self, GAsyncResult *result, GError **error);

void piga_store_save_async (PigaStore *self, gpointer record, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_store_save_finish (PigaStore *self, GAsyncResult *result, GError **error);

void piga_store_forget (PigaStore *self, gpointer record);
GPtrArray *piga_store_list_unsaved (PigaStore *self);

void piga_store_delete_async (PigaStore *self, gpointer record, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_store_delete_finish (PigaStore *self, GAsyncResult *result, GError **error);

void piga_store_undelete_async (PigaStore *self, gpointer record, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_store_undelete_finish (PigaStore *self, GAsyncResult *result, GError **error);

void piga_store_find_async (PigaStore *self, GType type, const char *id, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
gpointer piga_store_find_finish (PigaStore *self, GAsyncResult *result, GError **error);

GListModel *piga_store_list (PigaStore *self, GType type);
GListModel *piga_store_list_since (PigaStore *self, GType type, const guint *fields, guint n_fields,
                                   PigaDay since);
GListModel *piga_store_list_linked (PigaStore *self, GType type, GType from, guint field);
gpointer piga_store_get (PigaStore *self, GType type, const char *id);
gpointer piga_store_peek (PigaStore *self, GType type, const char *id);

G_END_DECLS
