/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-brief-row.h"
#include "kit/piga-clock.h"
#include "piga-entry-list.h"

G_BEGIN_DECLS

#define PIGA_TYPE_JOURNAL_ROW (piga_journal_row_get_type ())

/* One line of the journal in a list. */
G_DECLARE_FINAL_TYPE (PigaJournalRow, piga_journal_row, PIGA, JOURNAL_ROW, PigaBriefRow)

GtkWidget *piga_journal_row_new (PigaClock *clock);

G_END_DECLS
