/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-day.h"
#include "piga-record.h"

G_BEGIN_DECLS

const char *piga_kept_words_kind (gpointer record);
const char *piga_kept_words_kinds (GType kind);
char *piga_kept_words_count (GType kind, guint n);
char *piga_kept_words_title (gpointer record, GHashTable *linked, PigaDay today);
char *piga_kept_words_owner (gpointer record, GHashTable *linked, PigaDay today);
char *piga_kept_words_value (gpointer record, guint field, GHashTable *linked, PigaDay today);
char *piga_kept_words_deleted (gpointer record, PigaDay today);
char *piga_kept_words_about (gpointer record, GHashTable *linked, PigaDay today);
char *piga_kept_words_counts (GPtrArray *records);
char *piga_kept_words_erasure (GPtrArray *records, guint n_records, const char *note);

G_END_DECLS
