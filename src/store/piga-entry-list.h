/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-store.h"

G_BEGIN_DECLS

/* One line of the journal: what a list shows of an entry, without its whole text. Properties
 * (read only, notify): "id", "created-at", "title" (the title, or the first line), "excerpt"
 * (the start of the text after that), "step", "mood", "loaded" (FALSE until the page it stands
 * on has been read). */
#define PIGA_TYPE_ENTRY_LINE (piga_entry_line_get_type ())

G_DECLARE_FINAL_TYPE (PigaEntryLine, piga_entry_line, PIGA, ENTRY_LINE, GObject)

const char *piga_entry_line_get_id (PigaEntryLine *self);
gint64 piga_entry_line_get_created_at (PigaEntryLine *self);
const char *piga_entry_line_get_title (PigaEntryLine *self);
const char *piga_entry_line_get_excerpt (PigaEntryLine *self);
guint piga_entry_line_get_step (PigaEntryLine *self);
guint piga_entry_line_get_mood (PigaEntryLine *self);
gboolean piga_entry_line_is_loaded (PigaEntryLine *self);

/**
 * PigaEntryFilter:
 * @step: only entries of this step; 0 for all
 * @mood: only entries of this mood, a #PigaMood; 0 for all
 * @from: only entries made on this day or later; %PIGA_DAY_NONE for all
 * @until: only entries made on this day or earlier; %PIGA_DAY_NONE for all
 * @round: (nullable): only entries of the round with this id, or with an empty text, only those of
 *   no round; %NULL for all
 */
typedef struct
{
  guint step;
  guint mood;
  PigaDay from;
  PigaDay until;
  const char *round;
} PigaEntryFilter;

/* The journal as a lazy GListModel of PigaEntryLine, newest first. It knows the length and the
 * time of every entry, and reads the lines page by page as they are asked for. It follows the
 * store. Property "loading": the first answer has not come yet. */
#define PIGA_TYPE_ENTRY_LIST (piga_entry_list_get_type ())

G_DECLARE_FINAL_TYPE (PigaEntryList, piga_entry_list, PIGA, ENTRY_LIST, GObject)

PigaEntryList *piga_entry_list_new (PigaStore *store, const PigaEntryFilter *filter);

void piga_entry_list_set_filter (PigaEntryList *self, const PigaEntryFilter *filter);
gboolean piga_entry_list_is_loading (PigaEntryList *self);
gint64 piga_entry_list_get_time (PigaEntryList *self, guint position);
void piga_entry_list_get_month (PigaEntryList *self, guint position, guint *start, guint *end);
guint piga_entry_list_find (PigaEntryList *self, const char *id, gint64 created_at);

G_END_DECLS
