/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Toasts from anywhere in a window. */

#include "piga-toast.h"

/**
 * piga_toast_find_area:
 * @widget: a widget in the window, or in one of its dialogs
 *
 * For what outlives @widget, such as the answer to something asked of the disk.
 *
 * Returns: (transfer none) (nullable): where toasts of @widget are shown
 */
PigaToastArea *
piga_toast_find_area (GtkWidget *widget)
{
  /* Dialogs stand beside the window's content, not in it: from there the way leads over the
   * window. */
  GtkWidget *area = gtk_widget_get_ancestor (widget, PIGA_TYPE_TOAST_AREA);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (area == NULL && ADW_IS_APPLICATION_WINDOW (root))
    area = adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));
  return PIGA_IS_TOAST_AREA (area) ? PIGA_TOAST_AREA (area) : NULL;
}

/**
 * piga_toast_show:
 * @widget: a widget in the window, or in one of its dialogs
 * @title: one short sentence, plain text
 *
 * Shows a toast in the window. Does nothing when @widget is in no window.
 */
void
piga_toast_show (GtkWidget *widget, const char *title)
{
  PigaToastArea *area = piga_toast_find_area (widget);

  if (area != NULL)
    piga_toast_area_show (area, title);
}

/**
 * piga_toast_show_undo:
 * @widget: a widget in the window, or in one of its dialogs
 * @title: what was done, plain text
 * @undo: takes it back; called once at most
 * @user_data: for @undo
 * @destroy: (nullable): frees @user_data, when it was undone and when it no longer can be
 *
 * Shows a toast with an Undo button; Ctrl+Z outside a text does the same.
 */
void
piga_toast_show_undo (GtkWidget *widget, const char *title, PigaUndoFunc undo, gpointer user_data,
                      GDestroyNotify destroy)
{
  PigaToastArea *area = piga_toast_find_area (widget);

  if (area != NULL)
    piga_toast_area_show_undo (area, title, undo, user_data, destroy);
  else if (destroy != NULL)
    destroy (user_data);
}
