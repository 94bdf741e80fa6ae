/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-backup.h"
#include "piga-restore-summary.h"
#include "piga-second-place.h"
#include "piga-store.h"

G_BEGIN_DECLS

#define PIGA_TYPE_BACKUPS (piga_backups_get_type ())

/* Properties: "error" (boxed GError: why the last backup could not be made, or NULL), "busy"
 * (boolean: one is being made).
 *
 * Signals: "changed" (): there may be other backups than before. */
G_DECLARE_FINAL_TYPE (PigaBackups, piga_backups, PIGA, BACKUPS, GObject)

PigaBackups *piga_backups_new (PigaStore *store);

PigaStore *piga_backups_get_store (PigaBackups *self);
PigaSecondPlace *piga_backups_get_second_place (PigaBackups *self);
const GError *piga_backups_get_error (PigaBackups *self);
gboolean piga_backups_is_busy (PigaBackups *self);

void piga_backups_make_async (PigaBackups *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_backups_make_finish (PigaBackups *self, GAsyncResult *result, GError **error);

void piga_backups_catch_up_async (PigaBackups *self, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean piga_backups_catch_up_finish (PigaBackups *self, GAsyncResult *result, GError **error);

/* Looking at them: piga-backups-read.c */
void piga_backups_list_async (PigaBackups *self, const char *folder, GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *piga_backups_list_finish (PigaBackups *self, GAsyncResult *result, GError **error);
const char *piga_backups_get_folder (PigaBackups *self);

void piga_backups_read_async (PigaBackups *self, const char *path, GAsyncReadyCallback callback,
                              gpointer user_data);
PigaBackup *piga_backups_read_finish (PigaBackups *self, GAsyncResult *result, GError **error);

void piga_backups_compare_async (PigaBackups *self, PigaBackup *backup,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_backups_compare_finish (PigaBackups *self, GAsyncResult *result,
                                      PigaRestoreSummary *summary, GError **error);

void piga_backups_find_holding_async (PigaBackups *self, GPtrArray *records,
                                      GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *piga_backups_find_holding_finish (PigaBackups *self, GAsyncResult *result,
                                             GError **error);

/* Using them: piga-backups-use.c */
void piga_backups_open_async (PigaBackups *self, PigaBackup *backup, GAsyncReadyCallback callback,
                              gpointer user_data);
PigaStore *piga_backups_open_finish (PigaBackups *self, GAsyncResult *result, GError **error);

void piga_backups_bring_back_async (PigaBackups *self, PigaStore *inside, GPtrArray *records,
                                    GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_backups_bring_back_finish (PigaBackups *self, GAsyncResult *result, guint *n_brought,
                                         char **before, GError **error);

G_END_DECLS
