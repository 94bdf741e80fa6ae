/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "piga-draft.h"

G_BEGIN_DECLS

#define PIGA_TYPE_JOURNAL_EDITOR (piga_journal_editor_get_type ())

/* Where an entry is written. */
G_DECLARE_FINAL_TYPE (PigaJournalEditor, piga_journal_editor, PIGA, JOURNAL_EDITOR,
                      AdwNavigationPage)

void piga_journal_editor_set_context (PigaJournalEditor *self, PigaContext *context);
void piga_journal_editor_show (PigaJournalEditor *self, PigaEntry *entry);
PigaDraft *piga_journal_editor_get_draft (PigaJournalEditor *self);
PigaEntry *piga_journal_editor_get_entry (PigaJournalEditor *self);
void piga_journal_editor_flush (PigaJournalEditor *self);
void piga_journal_editor_write (PigaJournalEditor *self);
gboolean piga_journal_editor_is_written_in (PigaJournalEditor *self);
void piga_journal_editor_jump (PigaJournalEditor *self, const char *words);
void piga_journal_editor_insert_date (PigaJournalEditor *self);
void piga_journal_editor_set_narrow (PigaJournalEditor *self, gboolean narrow);
void piga_journal_editor_set_focus_mode (PigaJournalEditor *self, gboolean active);

G_END_DECLS
