/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-entry-name.h"

static void
title_changed_cb (AdwEntryRow *row)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

/**
 * piga_entry_name_once:
 * @row: a row to type in
 *
 * Lets the screen reader say the row's title once: the toolkit shows it large or small, by two
 * labels, and names the row after both.
 */
void
piga_entry_name_once (AdwEntryRow *row)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect (row, "notify::title", G_CALLBACK (title_changed_cb), NULL);
  title_changed_cb (row);
}
