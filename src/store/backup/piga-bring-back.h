/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"
#include "piga-record.h"

G_BEGIN_DECLS

gboolean piga_bring_back_run (PigaDatabase *from, PigaDatabase *to, const GType *kinds,
                              GPtrArray *records, gint64 now, guint *n_brought, GError **error);

G_END_DECLS
