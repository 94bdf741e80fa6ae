/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PigaFocusKeeper:
 *
 * Keeps the keyboard, the cursor and the selection where they are while a window changes its
 * layout: on every page and in every dialog, whichever breakpoint is crossed.
 */
#define PIGA_TYPE_FOCUS_KEEPER (piga_focus_keeper_get_type ())
G_DECLARE_FINAL_TYPE (PigaFocusKeeper, piga_focus_keeper, PIGA, FOCUS_KEEPER, GObject)

PigaFocusKeeper *piga_focus_keeper_new (GtkWindow *window);

G_END_DECLS
