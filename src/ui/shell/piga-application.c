/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-application-private.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-toast-area.h"
#include "kit/piga-toast.h"
#include "kit/piga-writable.h"
#include "piga-about.h"
#include "piga-help.h"
#include "piga-preferences.h"
#include "kit/piga-page-ids.h"
#include "piga-shortcuts-dialog.h"
#include "piga-shortcuts.h"
#include "records/piga-kinds.h"
#include "safe/piga-safe-dialog.h"
#include "transfer/piga-transfer-command.h"

G_DEFINE_FINAL_TYPE (PigaApplication, piga_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_ ("Show a page: today, journal, goals, applications, or step-1 to step-12"),
    /* Translators: stands for a page’s name in the help of the command line. */
    N_ ("ID") },
  { "new-entry", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Start a new entry in the journal"), NULL },
  { "export", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Write everything into a file, without a window; ends with 3 if a part could not be read"),
    /* Translators: stands for a file’s name in the help of the command line. */
    N_ ("FILE") },
  { "import", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Take in what a file holds, without a window"),
    N_ ("FILE") },
  { NULL }
};

static PigaStore *
new_store (void)
{
  g_autofree char *path =
    g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, GETTEXT_PACKAGE ".db", NULL);

  return piga_store_new (path, piga_kinds_get ());
}

/* A day begins with “Today”; who has seen it today goes on where the last window ended. */
static char *
choose_first_page (PigaApplication *self)
{
  GSettings *settings = piga_context_get_settings (self->context);
  g_autofree char *last_page = g_settings_get_string (settings, "last-page");
  g_autofree char *last_visit = g_settings_get_string (settings, "last-visit");
  const PigaDay today = piga_context_get_today (self->context);

  if (piga_day_from_iso (last_visit) == today && piga_page_ids_has (last_page))
    return g_steal_pointer (&last_page);
  return g_strdup (piga_page_ids_list ()[0]);
}

/* Only the page that is asked for is made; without one, a new window chooses, or welcomes. */
static PigaWindow *
present_window (PigaApplication *self, const char *page)
{
  PigaWindow *window = piga_application_get_window (self);
  GSettings *settings = piga_context_get_settings (self->context);
  g_autofree char *first_page = NULL;

  if (window == NULL)
    {
      window = PIGA_WINDOW (piga_window_new (GTK_APPLICATION (self), self->context));
      if (page == NULL && g_settings_get_boolean (settings, "first-run-done"))
        page = first_page = choose_first_page (self);
    }
  if (page != NULL)
    piga_window_show_page (window, page);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
new_entry_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (present_window (user_data, "journal")),
                                  "write-entry", g_variant_new ("(us)", 0, ""));
}

static void
new_goal_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (present_window (user_data, "goals")), "edit-goal",
                                  g_variant_new_string (""));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PigaApplication *self = user_data;

  adw_dialog_present (piga_preferences_new (piga_context_get_settings (self->context)),
                      GTK_WIDGET (present_window (self, NULL)));
}

static void
kept_safe_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PigaApplication *self = user_data;
  PigaWindow *window = present_window (self, NULL);

  /* What is half typed takes part in what is done there. */
  piga_window_flush (window);
  adw_dialog_present (piga_safe_dialog_new (self->context), GTK_WIDGET (window));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (piga_shortcuts_dialog_new (), GTK_WIDGET (present_window (user_data, NULL)));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (piga_about_new (), GTK_WIDGET (present_window (user_data, NULL)));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PigaWindow *window = present_window (user_data, NULL);
  g_autoptr (GError) error = NULL;

  if (!piga_help_show (&error))
    piga_toast_show (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)),
                     error->message);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PigaWindow *window = piga_application_get_window (user_data);

  if (window == NULL || !piga_window_holds_back (window))
    piga_application_leave (user_data);
}

static void
restart_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PigaApplication *self = user_data;

  self->restart = TRUE;
  piga_application_leave (self);
}

static const GActionEntry actions[] = {
  { "new-entry", new_entry_cb }, { "new-goal", new_goal_cb },   { "preferences", preferences_cb },
  { "kept-safe", kept_safe_cb }, { "shortcuts", shortcuts_cb }, { "help", help_cb },
  { "about", about_cb },         { "quit", quit_cb },           { "restart", restart_cb },
};

static const char *const changing_actions[] = { "new-entry", "new-goal", NULL };

static void
piga_application_activate (GApplication *application)
{
  present_window (PIGA_APPLICATION (application), NULL);
}

static int
piga_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  const char *export_path = NULL;
  const char *import_path = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("%s %s\n", GETTEXT_PACKAGE, VERSION);
      return 0;
    }
  g_variant_dict_lookup (dict, "export", "^&ay", &export_path);
  g_variant_dict_lookup (dict, "import", "^&ay", &import_path);
  if (export_path != NULL || import_path != NULL)
    {
      g_autoptr (PigaStore) store = new_store ();

      return piga_transfer_command_run (store, export_path, import_path);
    }
  return -1;
}

/* Runs in the first instance, whichever instance was asked. */
static int
piga_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  PigaApplication *self = PIGA_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  const char *page = NULL;

  g_variant_dict_lookup (dict, "page", "&s", &page);
  if (g_variant_dict_contains (dict, "new-entry"))
    g_action_group_activate_action (G_ACTION_GROUP (self), "new-entry", NULL);
  else
    present_window (self, page);
  return 0;
}

/* The dialog says why, and what can be done. */
static void
backup_failed_cb (PigaApplication *self)
{
  PigaWindow *window = piga_application_get_window (self);

  if (window != NULL && piga_backups_get_error (piga_context_get_backups (self->context)) != NULL)
    piga_toast_area_show_action (
      PIGA_TOAST_AREA (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window))),
      _ ("No backup could be made today"), _ ("Kept Safe"), "app.kept-safe");
}

static void
piga_application_startup (GApplication *application)
{
  PigaApplication *self = PIGA_APPLICATION (application);
  g_autoptr (PigaStore) store = new_store ();
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (PigaClock) clock = piga_clock_new ();

  /* The disk works while the toolkit starts. */
  piga_store_open_async (store, NULL, NULL, NULL);

  G_APPLICATION_CLASS (piga_application_parent_class)->startup (application);

  self->context = piga_context_new (store, settings, clock);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  piga_writable_follow_map (G_ACTION_MAP (self), store, changing_actions);
  piga_shortcuts_set_up (GTK_APPLICATION (self));
  piga_application_watch_session (self);
  g_signal_connect_object (piga_context_get_backups (self->context), "notify::error",
                           G_CALLBACK (backup_failed_cb), self, G_CONNECT_SWAPPED);
}

static void
piga_application_dispose (GObject *object)
{
  g_clear_object (&PIGA_APPLICATION (object)->context);

  G_OBJECT_CLASS (piga_application_parent_class)->dispose (object);
}

static void
piga_application_class_init (PigaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_application_dispose;
  application_class->startup = piga_application_startup;
  application_class->activate = piga_application_activate;
  application_class->command_line = piga_application_command_line;
  application_class->handle_local_options = piga_application_handle_local_options;
}

static void
piga_application_init (PigaApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * piga_application_new:
 *
 * Returns: (transfer full): the application
 */
PigaApplication *
piga_application_new (void)
{
  return g_object_new (PIGA_TYPE_APPLICATION, "application-id", APPLICATION_ID,
                       "resource-base-path", RESOURCE_BASE, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, "register-session", TRUE, NULL);
}

/**
 * piga_application_get_window:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): its window
 */
PigaWindow *
piga_application_get_window (PigaApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  return windows != NULL ? PIGA_WINDOW (windows->data) : NULL;
}

/**
 * piga_application_wants_restart:
 * @self: the application, after it has run
 *
 * Returns: whether it is to start again, with what the settings now say
 */
gboolean
piga_application_wants_restart (PigaApplication *self)
{
  return self->restart;
}
