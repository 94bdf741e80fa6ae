/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every keyboard shortcut, in one table: what is set and what is shown cannot disagree. */

#include "piga-shortcuts.h"

#include <glib/gi18n-lib.h>

static const PigaShortcut writing[] = {
  { "app.new-entry", "<Control>n", N_ ("New entry in the journal") },
  { "app.new-goal", "<Control><Shift>n", N_ ("New goal") },
  { "win.add-application", "<Control>j", N_ ("New application for a job") },
  { "win.search", "<Control>f", N_ ("Search everything you wrote") },
  { NULL, "<Control>z", N_ ("Undo") },
  { NULL, "<Control><Shift>z", N_ ("Redo") },
  { NULL, "<Control><Shift>d", N_ ("Insert the date") },
  { NULL, "F11", N_ ("Full screen, and back") },
  { .title = NULL }
};

static const PigaShortcut moving[] = {
  { "win.show-page('today')", "<Alt>1", N_ ("Go to today") },
  { "win.show-page('journal')", "<Alt>2", N_ ("Go to the journal") },
  { "win.show-page('goals')", "<Alt>3", N_ ("Go to the goals") },
  { "win.show-page('applications')", "<Alt>4", N_ ("Go to the applications") },
  { "win.previous-page", "<Control>Page_Up", N_ ("Previous page") },
  { "win.next-page", "<Control>Page_Down", N_ ("Next page") },
  { "win.go-to-sidebar", "F9", N_ ("Go to the sidebar, and back") },
  { NULL, "<Alt>Left", N_ ("Back") },
  { .title = NULL }
};

static const PigaShortcut general[] = {
  { NULL, "<Control>p", N_ ("Print this page") },
  { "app.preferences", "<Control>comma", N_ ("Preferences") },
  { "app.shortcuts", "<Control>question", N_ ("Keyboard shortcuts") },
  { "app.help", "F1", N_ ("Help") },
  { NULL, "F10", N_ ("Main menu") },
  { "window.close", "<Control>w", N_ ("Close the window"), TRUE },
  { "app.quit", "<Control>q", N_ ("Quit"), TRUE },
  { .title = NULL }
};

static const PigaShortcutGroup groups[] = { { N_ ("Writing"), writing },
                                            { N_ ("Moving around"), moving },
                                            { N_ ("General"), general },
                                            { NULL, NULL } };

/**
 * piga_shortcuts_get_groups:
 *
 * Returns: (transfer none): the groups of shortcuts, ending with one without a title
 */
const PigaShortcutGroup *
piga_shortcuts_get_groups (void)
{
  return groups;
}

/**
 * piga_shortcuts_set_up:
 * @application: the application
 *
 * Binds the keys to their actions.
 */
void
piga_shortcuts_set_up (GtkApplication *application)
{
  for (const PigaShortcutGroup *group = groups; group->title != NULL; group++)
    for (const PigaShortcut *shortcut = group->shortcuts; shortcut->title != NULL; shortcut++)
      if (shortcut->action != NULL)
        {
          g_auto (GStrv) accelerators = g_strsplit (shortcut->accelerators, " ", -1);

          gtk_application_set_accels_for_action (application, shortcut->action,
                                                 (const char *const *) accelerators);
        }
}

static void
add_shortcut (GtkShortcutController *controller, const PigaShortcut *shortcut)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (shortcut->accelerators);

  gtk_shortcut_controller_add_shortcut (
    controller, gtk_shortcut_new (trigger, gtk_named_action_new (shortcut->action)));
}

/**
 * piga_shortcuts_set_up_dialog:
 * @dialog: a dialog
 *
 * Binds the keys that work while a dialog is open, too: what is pressed in a dialog never comes to
 * the window that it is in, nor to the application.
 */
void
piga_shortcuts_set_up_dialog (AdwDialog *dialog)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (const PigaShortcutGroup *group = groups; group->title != NULL; group++)
    for (const PigaShortcut *shortcut = group->shortcuts; shortcut->title != NULL; shortcut++)
      if (shortcut->in_dialogs)
        add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
}
