/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-backup-name.h"

G_BEGIN_DECLS

/**
 * PigaBackupFile:
 * @path: where it is
 * @name: what its name says
 * @size: how long it is, in bytes
 * @is_whole: whether all of it seems to be there
 *
 * A file with the name of a backup.
 */
typedef struct
{
  char *path;
  PigaBackupName name;
  gint64 size;
  gboolean is_whole;
} PigaBackupFile;

void piga_backup_file_free (PigaBackupFile *self);

char *piga_backup_folder_get_path (const char *database);
gboolean piga_backup_folder_ensure (const char *folder, GError **error);
GPtrArray *piga_backup_folder_list (const char *folder, GError **error);
PigaBackupFile *piga_backup_folder_get_newest (const char *folder);
void piga_backup_folder_choose_name (const char *folder, PigaBackupReason reason, gint64 now,
                                     PigaBackupName *name);
void piga_backup_folder_prune (const char *folder, const char *series, gint64 now);
void piga_backup_folder_adopt (const char *database);

/* What is being written; see piga_backup_folder_sweep() */
char *piga_backup_folder_make_unfinished (const char *folder, GError **error);
void piga_backup_folder_sweep (const char *folder, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaBackupFile, piga_backup_file_free)

G_END_DECLS
