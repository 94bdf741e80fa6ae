/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-entry-list.h"

G_BEGIN_DECLS

#define PIGA_TYPE_JOURNAL_FILTER (piga_journal_filter_get_type ())

/* The button that lets choose which entries are listed. Property "active" (boolean): some are left
 * out. Signal "changed". */
G_DECLARE_FINAL_TYPE (PigaJournalFilter, piga_journal_filter, PIGA, JOURNAL_FILTER, AdwBin)

void piga_journal_filter_set_store (PigaJournalFilter *self, PigaStore *store);
void piga_journal_filter_get (PigaJournalFilter *self, PigaEntryFilter *filter);
void piga_journal_filter_set (PigaJournalFilter *self, const PigaEntryFilter *filter);
void piga_journal_filter_clear (PigaJournalFilter *self);
gboolean piga_journal_filter_is_active (PigaJournalFilter *self);
char *piga_journal_filter_dup_description (PigaJournalFilter *self);

G_END_DECLS
