/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "piga-exchange.h"
#include "piga-database.h"
#include "piga-progress.h"

G_BEGIN_DECLS

typedef struct _PigaImport PigaImport;

PigaImport *piga_import_new (GFile *file, const GType *kinds, gint64 now, PigaProgress *progress);
void piga_import_free (PigaImport *self);

gboolean piga_import_run (PigaImport *self, PigaDatabase *database, gboolean keep,
                          GCancellable *cancellable, GError **error);
gboolean piga_import_take (PigaImport *self, PigaDatabase *database, gpointer record,
                           GError **error);
const PigaImportSummary *piga_import_get_summary (PigaImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaImport, piga_import_free)

G_END_DECLS
