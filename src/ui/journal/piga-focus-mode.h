/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_FOCUS_MODE (piga_focus_mode_get_type ())

/* Full-screen writing: nothing on the screen but the text. Property "active" (boolean). */
G_DECLARE_FINAL_TYPE (PigaFocusMode, piga_focus_mode, PIGA, FOCUS_MODE, GObject)

PigaFocusMode *piga_focus_mode_new (GtkWidget *widget);

gboolean piga_focus_mode_is_active (PigaFocusMode *self);
void piga_focus_mode_enter (PigaFocusMode *self);
void piga_focus_mode_leave (PigaFocusMode *self);

G_END_DECLS
