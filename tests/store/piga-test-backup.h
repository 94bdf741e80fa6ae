/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-backup.h"
#include "piga-test-store.h"

G_BEGIN_DECLS

/* A store, and a file beside it that it is exported to and imported from. */
typedef struct
{
  PigaTestStore kept;
  char *path;
  GFile *file;
} PigaTestBackup;

void piga_test_backup_set_up (PigaTestBackup *self, gconstpointer data);
void piga_test_backup_tear_down (PigaTestBackup *self, gconstpointer data);
void piga_test_backup_start_anew (PigaTestBackup *self);

gboolean piga_test_try_export (PigaTestBackup *self, PigaBackupProgress progress,
                               GCancellable *cancellable, GError **error);
gboolean piga_test_try_import (PigaTestBackup *self, gboolean preview, PigaBackupProgress progress,
                               GCancellable *cancellable, PigaImportSummary *summary,
                               GError **error);

void piga_test_write_file (PigaTestBackup *self, const char *text);
char *piga_test_export (PigaTestBackup *self);
PigaImportSummary piga_test_preview (PigaTestBackup *self, const char *text);
PigaImportSummary piga_test_import (PigaTestBackup *self, const char *text);

void piga_test_assert_summary (const PigaImportSummary *summary, guint added, guint changed,
                               guint kept);
void piga_test_assert_refused (PigaTestBackup *self, const char *text, PigaError code, guint line);

G_END_DECLS
