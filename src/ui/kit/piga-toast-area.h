/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PigaUndoFunc:
 * @user_data: what was given with it
 *
 * Takes back what the toast tells of.
 */
typedef void (*PigaUndoFunc) (gpointer user_data);

#define PIGA_TYPE_TOAST_AREA (piga_toast_area_get_type ())

/* Shows toasts over its child, and remembers how to undo the last thing that can be: by the toast's
 * button, or by Ctrl+Z wherever a text does not take that key for itself. Action: "undo.last". */
G_DECLARE_FINAL_TYPE (PigaToastArea, piga_toast_area, PIGA, TOAST_AREA, AdwBin)

void piga_toast_area_show (PigaToastArea *self, const char *title);
void piga_toast_area_show_action (PigaToastArea *self, const char *title, const char *label,
                                  const char *action_name);
void piga_toast_area_show_undo (PigaToastArea *self, const char *title, PigaUndoFunc undo,
                                gpointer user_data, GDestroyNotify destroy);

G_END_DECLS
