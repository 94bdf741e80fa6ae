/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_JOURNAL_PAGE (piga_journal_page_get_type ())

/* The room of the journal: the list of entries and the editor. */
G_DECLARE_FINAL_TYPE (PigaJournalPage, piga_journal_page, PIGA, JOURNAL_PAGE, AdwNavigationPage)

GtkWidget *piga_journal_page_new (PigaContext *context);
void piga_journal_page_write (PigaJournalPage *self, guint step, const char *prompt);
void piga_journal_page_open (PigaJournalPage *self, const char *id, const char *search);

G_END_DECLS
