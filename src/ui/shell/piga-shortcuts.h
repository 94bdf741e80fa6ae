/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PigaShortcut:
 * @action: the detailed name of the action; %NULL where the toolkit or a page of its own binds
 *   the keys
 * @accelerators: the keys, separated by a space; the first is shown
 * @title: what it does, a message id
 * @in_dialogs: whether it works while a dialog is open, too
 */
typedef struct
{
  const char *action;
  const char *accelerators;
  const char *title;
  gboolean in_dialogs;
} PigaShortcut;

/**
 * PigaShortcutGroup:
 * @title: what the shortcuts have in common, a message id
 * @shortcuts: the shortcuts, ending with a %NULL title
 */
typedef struct
{
  const char *title;
  const PigaShortcut *shortcuts;
} PigaShortcutGroup;

const PigaShortcutGroup *piga_shortcuts_get_groups (void);
void piga_shortcuts_set_up (GtkApplication *application);
void piga_shortcuts_set_up_dialog (AdwDialog *dialog);

G_END_DECLS
