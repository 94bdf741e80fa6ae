/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"
#include "piga-row-finder.h"

G_BEGIN_DECLS

typedef struct _PigaRowReader PigaRowReader;

PigaRowReader *piga_row_reader_new (PigaDatabase *database, PigaRecordClass *klass, GError **error);
void piga_row_reader_free (PigaRowReader *self);

gboolean piga_row_reader_has_table (PigaRowReader *self);
gboolean piga_row_reader_read (PigaRowReader *self, const PigaFoundRow *found, gpointer *record,
                               gboolean *is_partial, GPtrArray *values, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaRowReader, piga_row_reader_free)

G_END_DECLS
