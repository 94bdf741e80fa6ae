/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **piga_name_words (const char *name);
gboolean piga_name_words_may_slip (const char *word);
gboolean piga_name_words_are_alike (const char *one, const char *other);

G_END_DECLS
