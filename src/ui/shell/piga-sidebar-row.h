/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "records/piga-step-tally.h"

G_BEGIN_DECLS

#define PIGA_TYPE_SIDEBAR_ROW (piga_sidebar_row_get_type ())

/* One room in the sidebar: an icon and a name, or a step with its ring. */
G_DECLARE_FINAL_TYPE (PigaSidebarRow, piga_sidebar_row, PIGA, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *piga_sidebar_row_new (const char *id, const char *icon_name, const char *title);
GtkWidget *piga_sidebar_row_new_for_step (guint step);

const char *piga_sidebar_row_get_id (PigaSidebarRow *self);
guint piga_sidebar_row_get_step (PigaSidebarRow *self);
void piga_sidebar_row_show_tally (PigaSidebarRow *self, PigaStepTally *tally);

G_END_DECLS
