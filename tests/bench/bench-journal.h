/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many words an entry has. */
#define BENCH_WORDS 200

char *bench_journal_make_text (GRand *rand, guint n_words);
const char *bench_journal_get_word (guint rank);
void bench_journal_fill (const char *path, guint n_entries);

G_END_DECLS
