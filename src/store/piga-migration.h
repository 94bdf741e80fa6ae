/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"

G_BEGIN_DECLS

guint piga_migration_get_latest (const char *migrations, GError **error);

PigaDatabase *piga_migration_open (const char *path, const char *migrations, GError **error);
PigaDatabase *piga_migration_open_copy (const char *path, PigaDatabaseFlags flags,
                                        const char *migrations, GError **error);

G_END_DECLS
