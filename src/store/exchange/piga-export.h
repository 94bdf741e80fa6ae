/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "piga-database.h"
#include "piga-progress.h"

G_BEGIN_DECLS

typedef struct _PigaExport PigaExport;

PigaExport *piga_export_new (GFile *target, const GType *kinds, PigaProgress *progress);
void piga_export_free (PigaExport *self);

gboolean piga_export_write (PigaExport *self, PigaDatabase *database, GCancellable *cancellable,
                            GError **error);
gboolean piga_export_complete (PigaExport *self, GCancellable *cancellable, GError **error);
guint piga_export_get_n_records (PigaExport *self);
GPtrArray *piga_export_get_lost (PigaExport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaExport, piga_export_free)

G_END_DECLS
