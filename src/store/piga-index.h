/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"
#include "piga-record.h"

G_BEGIN_DECLS

typedef struct _PigaIndex PigaIndex;

PigaIndex *piga_index_new (PigaRecordClass *klass);
void piga_index_free (PigaIndex *self);

gboolean piga_index_teach (PigaIndex *self, PigaDatabase *database, gboolean *more, GError **error);
gboolean piga_index_rebuild (PigaIndex *self, PigaDatabase *database, GError **error);
guint piga_index_get_n_texts (PigaIndex *self);
PigaStatement *piga_index_prepare (PigaIndex *self, PigaDatabase *database, guint *n_texts,
                                   GError **error);
PigaStatement *piga_index_prepare_rows (PigaIndex *self, PigaDatabase *database,
                                        PigaStatement **read_row, GError **error);

G_END_DECLS
