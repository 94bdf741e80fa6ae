/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-day.h"

G_BEGIN_DECLS

#define PIGA_TYPE_KEPT_LINE (piga_kept_line_get_type ())

/* A record, or a line of the journal, in a list: how it is called, and of when it is. */
G_DECLARE_FINAL_TYPE (PigaKeptLine, piga_kept_line, PIGA, KEPT_LINE, GtkBox)

GtkWidget *piga_kept_line_new (void);

void piga_kept_line_show (PigaKeptLine *self, GtkListItem *item, GHashTable *linked, PigaDay today);
void piga_kept_line_clear (PigaKeptLine *self);

G_END_DECLS
