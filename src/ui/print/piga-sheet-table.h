/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-sheet.h"

G_BEGIN_DECLS

/* Rows of texts in columns, with a head that is repeated on each page. */
typedef struct _PigaSheetTable PigaSheetTable;

PigaSheetTable *piga_sheet_table_new (const PigaSheetColumn *columns, guint n_columns,
                                      GPtrArray *rows);
void piga_sheet_table_free (PigaSheetTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaSheetTable, piga_sheet_table_free)

void piga_sheet_table_set (const PigaSheetTable *self, PigaSheetGalley *galley);

G_END_DECLS
