/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-backup-name.h"

G_BEGIN_DECLS

/**
 * PigaBackupEntry:
 * @name: which backup it is
 * @is_kept: set by piga_backup_plan()
 *
 * A backup that is whole, as the plan sees it.
 */
typedef struct
{
  PigaBackupName name;
  gboolean is_kept;
} PigaBackupEntry;

/* For how long what was deleted may live on in a backup. */
#define PIGA_BACKUP_DAYS 35

void piga_backup_plan (PigaBackupEntry *entries, guint n_entries, gint64 now);

G_END_DECLS
