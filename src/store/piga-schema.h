/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"

G_BEGIN_DECLS

gboolean piga_schema_check (PigaDatabase *database, const char *scripts, GError **error);
gboolean piga_schema_has_table (PigaDatabase *database, const char *name);

G_END_DECLS
