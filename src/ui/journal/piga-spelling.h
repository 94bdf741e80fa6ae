/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-body-view.h"

G_BEGIN_DECLS

#define PIGA_TYPE_SPELLING (piga_spelling_get_type ())

/* Underlines the words of a text that the dictionary does not know. */
G_DECLARE_FINAL_TYPE (PigaSpelling, piga_spelling, PIGA, SPELLING, GObject)

PigaSpelling *piga_spelling_new (PigaBodyView *view, GSettings *settings, const char *language);
const char *piga_spelling_get_dictionary (PigaSpelling *self);

G_END_DECLS
