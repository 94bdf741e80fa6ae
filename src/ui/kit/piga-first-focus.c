/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-first-focus.h"

#include <adwaita.h>

/* A dialog that goes takes the keyboard no more: it would never be let go of. */
static gboolean
is_in_visible_dialog (GtkWidget *widget)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG);
  GtkRoot *root = gtk_widget_get_root (widget);

  return ADW_IS_APPLICATION_WINDOW (root)
         && GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)))
              == dialog;
}

static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  if (is_in_visible_dialog (widget))
    gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

/* Once: a dialog that turns into a sheet comes up again, and somebody may be writing in it. */
static void
map_cb (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (widget, map_cb, NULL);
  gtk_widget_add_tick_callback (widget, focus_cb, NULL, NULL);
}

/**
 * piga_first_focus:
 * @widget: (type GtkWidget): what is written in first in a dialog
 *
 * Gives @widget the keyboard when the dialog comes up. To name it as the dialog's focus is not
 * enough: on a small screen a dialog turns into a sheet just after it came up, and forgets where
 * the keyboard was.
 */
void
piga_first_focus (gpointer widget)
{
  g_signal_connect (widget, "map", G_CALLBACK (map_cb), NULL);
}
