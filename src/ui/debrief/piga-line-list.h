/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_LINE_LIST (piga_line_list_get_type ())

/* A list that grows line by line: a row for each record, then a row for each that is offered, then
 * the place to write one more. Property "add-label" (string: what is written there). Signals: "add"
 * (string line): a line was written; a handler returns FALSE where it cannot be taken, and the line
 * stays where it is. "take" (GObject *offer): what was offered is wanted. */
G_DECLARE_FINAL_TYPE (PigaLineList, piga_line_list, PIGA, LINE_LIST, AdwPreferencesGroup)

void piga_line_list_show (PigaLineList *self, GListModel *records,
                          GtkListBoxCreateWidgetFunc create, gpointer user_data);
void piga_line_list_show_offers (PigaLineList *self, GListModel *offers, const char *about);

G_END_DECLS
