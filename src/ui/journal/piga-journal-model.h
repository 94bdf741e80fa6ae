/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-entry-list.h"

G_BEGIN_DECLS

#define PIGA_TYPE_JOURNAL_MODEL (piga_journal_model_get_type ())

/* The journal as a list view wants it. Property "selected-id" (string, read only). */
G_DECLARE_FINAL_TYPE (PigaJournalModel, piga_journal_model, PIGA, JOURNAL_MODEL, GObject)

PigaJournalModel *piga_journal_model_new (PigaEntryList *list);

PigaEntryList *piga_journal_model_get_list (PigaJournalModel *self);
const char *piga_journal_model_get_selected_id (PigaJournalModel *self);
guint piga_journal_model_get_selected (PigaJournalModel *self);
void piga_journal_model_select (PigaJournalModel *self, const char *id, gint64 created_at);

G_END_DECLS
