/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-table.h"

G_BEGIN_DECLS

gboolean piga_damage_keep (PigaTable *table, PigaDatabase *database, gpointer record,
                           GError **error);

G_END_DECLS
