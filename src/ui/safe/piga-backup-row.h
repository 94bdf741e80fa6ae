/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-backup.h"

G_BEGIN_DECLS

#define PIGA_TYPE_BACKUP_ROW (piga_backup_row_get_type ())

/* A backup in a list; one that cannot be used says why. */
G_DECLARE_FINAL_TYPE (PigaBackupRow, piga_backup_row, PIGA, BACKUP_ROW, AdwActionRow)

GtkWidget *piga_backup_row_new (PigaBackup *backup, PigaDay today);
PigaBackup *piga_backup_row_get_backup (PigaBackupRow *self);

G_END_DECLS
