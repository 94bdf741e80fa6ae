/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"
#include "piga-store.h"

G_BEGIN_DECLS

/* What is to be done with some records of the trash: PigaTrashRows, which holds which they are. */
typedef struct _PigaTrashRows PigaTrashRows;

PigaTrashRows *piga_trash_rows_new (PigaStore *store, GPtrArray *records);
void piga_trash_rows_free (PigaTrashRows *self);
guint piga_trash_rows_get_n_done (PigaTrashRows *self);

gboolean piga_trash_rows_read (PigaStore *store, PigaDatabase *database, GPtrArray *records,
                               GPtrArray *linked, GError **error);
gboolean piga_trash_rows_bring_back (PigaTrashRows *self, PigaDatabase *database, GError **error);
gboolean piga_trash_rows_preview (PigaTrashRows *self, PigaDatabase *database, GError **error);
gboolean piga_trash_rows_erase (PigaTrashRows *self, PigaDatabase *database, GError **error);

G_END_DECLS
