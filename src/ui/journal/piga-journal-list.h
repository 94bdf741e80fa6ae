/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "piga-journal-model.h"

G_BEGIN_DECLS

#define PIGA_TYPE_JOURNAL_LIST (piga_journal_list_get_type ())

/* The list of the journal's entries. Property "empty" (boolean): nothing was ever written. Property
 * "narrow" (boolean): the list fills the screen, and an entry opens when its row is pressed. Signal
 * "opened": the selected entry is to be shown. */
G_DECLARE_FINAL_TYPE (PigaJournalList, piga_journal_list, PIGA, JOURNAL_LIST, AdwNavigationPage)

void piga_journal_list_set_context (PigaJournalList *self, PigaContext *context);
PigaJournalModel *piga_journal_list_get_model (PigaJournalList *self);
gboolean piga_journal_list_is_empty (PigaJournalList *self);
void piga_journal_list_select (PigaJournalList *self, const char *id, gint64 created_at);
void piga_journal_list_clear_filter (PigaJournalList *self);
void piga_journal_list_focus (PigaJournalList *self);

G_END_DECLS
