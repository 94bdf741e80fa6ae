/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-entry-list.h"

G_BEGIN_DECLS

/* A row counts milliseconds, a time microseconds. */
#define PIGA_ENTRY_ROW_TIME 1000

#define PIGA_TYPE_ENTRY_PAGES (piga_entry_pages_get_type ())

G_DECLARE_FINAL_TYPE (PigaEntryPages, piga_entry_pages, PIGA, ENTRY_PAGES, GObject)

PigaEntryPages *piga_entry_pages_new (PigaStore *store);

PigaEntryLine *piga_entry_pages_get_line (PigaEntryPages *self, gint64 row, gboolean *is_missing);
PigaEntryLine *piga_entry_pages_peek_line (PigaEntryPages *self, gint64 row);
void piga_entry_pages_ask (PigaEntryPages *self, const gint64 *rows, guint n_rows);
void piga_entry_pages_show (PigaEntryPages *self, gint64 row, gpointer entry);
void piga_entry_pages_forget (PigaEntryPages *self);

G_END_DECLS
