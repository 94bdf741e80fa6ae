/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_SHORTCUTS_DIALOG (piga_shortcuts_dialog_get_type ())

/* Shows the table of shortcuts. libadwaita has such a dialog only from 1.8 on. */
G_DECLARE_FINAL_TYPE (PigaShortcutsDialog, piga_shortcuts_dialog, PIGA, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *piga_shortcuts_dialog_new (void);

G_END_DECLS
