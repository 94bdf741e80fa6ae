/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoAttrList *piga_search_words_mark (const char *text, const char *query);

G_END_DECLS
