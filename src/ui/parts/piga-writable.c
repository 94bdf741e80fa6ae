/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-writable.h"

static void
state_changed_cb (PigaStore *store, GParamSpec *pspec, GtkWidget *widget)
{
  gtk_widget_set_sensitive (widget, piga_store_get_state (store) != PIGA_STORE_READ_ONLY);
}

/**
 * piga_writable_follow:
 * @widget: (type GtkWidget): what changes something
 * @store: the store
 *
 * Makes @widget insensitive for as long as nothing can be written, so that nobody types what would
 * be lost. The window's banner says why. While the disk has not answered yet it can be typed: that
 * is kept.
 */
void
piga_writable_follow (gpointer widget, PigaStore *store)
{
  g_signal_connect_object (store, "notify::state", G_CALLBACK (state_changed_cb), widget, 0);
  state_changed_cb (store, NULL, widget);
}
