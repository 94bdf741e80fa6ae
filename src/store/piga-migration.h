/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"

G_BEGIN_DECLS

guint piga_migration_get_latest (const char *migrations, GError **error);
gboolean piga_migration_run (PigaDatabase *database, const char *migrations, GError **error);
void piga_migration_forget_copies (PigaDatabase *database, gint64 before);

PigaDatabase *piga_migration_open (const char *path, const char *migrations, GError **error);

G_END_DECLS
