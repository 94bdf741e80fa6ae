/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void piga_excerpt_make (const char *title, const char *text, char **first, char **rest);

typedef struct _PigaWords PigaWords;

PigaWords *piga_words_new (const char *text);
void piga_words_free (PigaWords *self);

char *piga_words_to_query (PigaWords *self);
const char *piga_words_find (PigaWords *self, const char *text);
char *piga_words_make_excerpt (const char *text, const char *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaWords, piga_words_free)

G_END_DECLS
