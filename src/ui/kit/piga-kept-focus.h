/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PigaKeptFocus:
 *
 * Where the keyboard is in a window, and the cursor and the selection of the text that it is in.
 */
typedef struct
{
  GtkWidget *widget; /* NULL for none */
  int cursor;        /* in characters, as the bound; both 0 where there is no text */
  int bound;
} PigaKeptFocus;

void piga_kept_focus_take (PigaKeptFocus *self, GtkRoot *root);
void piga_kept_focus_put_back (PigaKeptFocus *self, GtkRoot *root);
void piga_kept_focus_clear (PigaKeptFocus *self);

G_END_DECLS
