/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"
#include "piga-record.h"
#include "piga-restore-summary.h"

G_BEGIN_DECLS

gboolean piga_restore_compare (PigaDatabase *here, PigaDatabase *there, const GType *kinds,
                               PigaRestoreSummary *summary, GError **error);
char *piga_restore_prepare (const char *backup, const char *database, const char *migrations,
                            GError **error);

G_END_DECLS
