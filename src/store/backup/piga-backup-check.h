/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"

G_BEGIN_DECLS

PigaDatabase *piga_backup_open (const char *path, guint latest, GError **error);
gboolean piga_backup_check (PigaDatabase *backup, GError **error);
gboolean piga_backup_check_words (PigaDatabase *backup, GError **error);
char *piga_backup_count_rows (PigaDatabase *database, GError **error);

G_END_DECLS
