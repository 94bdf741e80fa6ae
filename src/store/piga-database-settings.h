/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"

G_BEGIN_DECLS

gboolean piga_database_configure (PigaDatabase *self, GError **error);
gboolean piga_database_configure_writing (PigaDatabase *self, gboolean is_remote, GError **error);

G_END_DECLS
