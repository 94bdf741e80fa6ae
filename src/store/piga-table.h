/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"
#include "piga-index.h"
#include "piga-record.h"
#include "piga-selection.h"

G_BEGIN_DECLS

typedef struct _PigaTable PigaTable;

/* Called for a record (transfer none); FALSE with an error stops. */
typedef gboolean (*PigaTableFunc) (gpointer record, gpointer data, GError **error);

PigaTable *piga_table_new (GType type);
void piga_table_free (PigaTable *self);

GType piga_table_get_record_type (PigaTable *self);
const char *piga_table_get_kind (PigaTable *self);
PigaIndex *piga_table_get_index (PigaTable *self);

gboolean piga_table_insert (PigaTable *self, PigaDatabase *database, gpointer record,
                            GError **error);
gboolean piga_table_update (PigaTable *self, PigaDatabase *database, gpointer record,
                            GError **error);
gboolean piga_table_replace (PigaTable *self, PigaDatabase *database, gpointer record,
                             gint64 revision, GError **error);
gboolean piga_table_update_deleted (PigaTable *self, PigaDatabase *database, gpointer record,
                                    GError **error);
gboolean piga_table_remove (PigaTable *self, PigaDatabase *database, const char *id,
                            GError **error);

PigaStatement *piga_table_prepare_find (PigaTable *self, PigaDatabase *database, GError **error);
gpointer piga_table_find (PigaTable *self, PigaDatabase *database, const char *id, GError **error);
gboolean piga_table_foreach (PigaTable *self, PigaDatabase *database,
                             const PigaSelection *selection, PigaTableFunc func, gpointer data,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaTable, piga_table_free)

G_END_DECLS
