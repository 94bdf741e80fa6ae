/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the journal's list fills its lines. */

#pragma once

#include "piga-entry-list.h"

G_BEGIN_DECLS

/**
 * PigaEntrySummary:
 *
 * What a line shows, as it was read.
 */
typedef struct
{
  char *id;
  char *title;
  char *excerpt;
  gint64 created_at;
  guint step;
  guint mood;
  gboolean is_damaged;
} PigaEntrySummary;

PigaEntrySummary *piga_entry_summary_new_for_record (gpointer entry);
void piga_entry_summary_free (PigaEntrySummary *self);

PigaEntryLine *piga_entry_line_new (gint64 created_at);
void piga_entry_line_show (PigaEntryLine *self, PigaEntrySummary *summary);

G_END_DECLS
