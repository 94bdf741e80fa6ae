/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "backup/piga-backup-folder.h"
#include "piga-day.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define PIGA_TYPE_BACKUP (piga_backup_get_type ())

G_DECLARE_FINAL_TYPE (PigaBackup, piga_backup, PIGA, BACKUP, GObject)

/* For piga-backups.c. Blocks; any thread will do. */
PigaBackup *piga_backup_read (const PigaBackupFile *file, const GType *kinds, guint latest);

const char *piga_backup_get_path (PigaBackup *self);
gint64 piga_backup_get_time (PigaBackup *self);
gint64 piga_backup_get_size (PigaBackup *self);
PigaBackupReason piga_backup_get_reason (PigaBackup *self);
const GError *piga_backup_get_error (PigaBackup *self);
guint piga_backup_get_count (PigaBackup *self, GType kind);
guint piga_backup_get_n_records (PigaBackup *self);
PigaDay piga_backup_get_first_day (PigaBackup *self);
PigaDay piga_backup_get_last_day (PigaBackup *self);
gint64 piga_backup_get_end (PigaBackup *self);

G_END_DECLS
