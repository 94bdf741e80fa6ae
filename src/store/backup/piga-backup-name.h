/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PigaBackupReason:
 * @PIGA_BACKUP_DAILY: the first change of a day
 * @PIGA_BACKUP_UPDATE: the tables are about to change with a new version of the program
 * @PIGA_BACKUP_IMPORT: a file is about to be taken in
 * @PIGA_BACKUP_RESTORE: something is about to be brought back from another backup
 * @PIGA_BACKUP_DELETION: many records are about to be deleted for good
 * @PIGA_BACKUP_ASKED: the person asked for it
 *
 * Why a backup was made.
 */
typedef enum
{
  PIGA_BACKUP_DAILY,
  PIGA_BACKUP_UPDATE,
  PIGA_BACKUP_IMPORT,
  PIGA_BACKUP_RESTORE,
  PIGA_BACKUP_DELETION,
  PIGA_BACKUP_ASKED,
  PIGA_BACKUP_N_REASONS,
} PigaBackupReason;

#define PIGA_BACKUP_SERIES_LENGTH 8

/**
 * PigaBackupName:
 * @series: which computer's it is, in hexadecimal digits
 * @number: the how many-th of its series, from 1
 * @time: when it was made, in microseconds since 1970, as the clock said
 * @reason: why
 *
 * What the name of a backup says.
 */
typedef struct
{
  char series[PIGA_BACKUP_SERIES_LENGTH + 1];
  guint number;
  gint64 time;
  PigaBackupReason reason;
} PigaBackupName;

gboolean piga_backup_name_parse (const char *text, PigaBackupName *name);
char *piga_backup_name_to_text (const PigaBackupName *name);

G_END_DECLS
