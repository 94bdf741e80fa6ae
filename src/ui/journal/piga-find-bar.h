/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

#define PIGA_TYPE_FIND_BAR (piga_find_bar_get_type ())

/* Finds words in the text that is being written. */
G_DECLARE_FINAL_TYPE (PigaFindBar, piga_find_bar, PIGA, FIND_BAR, AdwBin)

void piga_find_bar_set_view (PigaFindBar *self, GtkSourceView *view);
void piga_find_bar_open (PigaFindBar *self);
void piga_find_bar_close (PigaFindBar *self);
gboolean piga_find_bar_is_open (PigaFindBar *self);
gboolean piga_find_bar_jump (PigaFindBar *self, const char *words);

G_END_DECLS
