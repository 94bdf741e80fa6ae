/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-backup.h"

G_BEGIN_DECLS

char *piga_backup_words_title (PigaBackup *backup, PigaDay today);
char *piga_backup_words_about (PigaBackup *backup, PigaDay today);
char *piga_backup_words_last_day (GPtrArray *backups, PigaDay today);

G_END_DECLS
