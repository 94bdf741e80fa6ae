/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"
#include "piga-lost-record.h"

G_BEGIN_DECLS

typedef struct _PigaSalvage PigaSalvage;

/* Called for a record (transfer none); a PIGA_ERROR_INVALID counts the record among the lost, any
 * other error stops. */
typedef gboolean (*PigaSalvageFunc) (gpointer record, gpointer data, GError **error);

PigaSalvage *piga_salvage_new (const GType *kinds);
void piga_salvage_free (PigaSalvage *self);

gboolean piga_salvage_run (PigaSalvage *self, PigaDatabase *database, PigaSalvageFunc func,
                           gpointer data, GError **error);
GPtrArray *piga_salvage_get_lost (PigaSalvage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaSalvage, piga_salvage_free)

G_END_DECLS
