/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_WINDOW (piga_window_get_type ())

/* The window: the sidebar and one room at a time. Rooms are made when they are first shown and then
 * stay. In their place stands the welcome on the first run, and the recovery page while the store
 * is refused. What rooms and others can ask of the window, by gtk_widget_activate_action():
 *   win.show-page (s)      a page id; ids that are not there are ignored
 *   win.write-entry (us)   a step or 0, a prompt's key or '': a new entry in the journal's editor
 *   win.open-entry (ss)    an entry's id, words to jump to or ''
 *   win.edit-goal (s)      a goal's id, '' for a new one
 *   win.new-goal-for-step (u)  a step
 *   win.add-application   a new application, in its room
 *   win.next-page, win.previous-page, win.search, win.go-to-sidebar */
G_DECLARE_FINAL_TYPE (PigaWindow, piga_window, PIGA, WINDOW, AdwApplicationWindow)

GtkWidget *piga_window_new (GtkApplication *application, PigaContext *context);

void piga_window_show_page (PigaWindow *self, const char *id);
gboolean piga_window_holds_back (PigaWindow *self);
void piga_window_flush (PigaWindow *self);
void piga_window_save_state (PigaWindow *self);

G_END_DECLS
