/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The house as a whole: the welcome, the rooms, the sidebar, the shortcuts, the way out. */

#include "config.h"

#include "guide/piga-guide.h"
#include "interviews/piga-rejection-dialog.h"
#include "kit/piga-store-banner.h"
#include "shell/piga-about.h"
#include "shell/piga-application-private.h"
#include "shell/piga-preferences.h"
#include "shell/piga-recovery-page.h"
#include "kit/piga-page-ids.h"
#include "shell/piga-room.h"
#include "shell/piga-shortcuts-dialog.h"
#include "shell/piga-shortcuts.h"
#include "shell/piga-sidebar-row.h"
#include "piga-test-store.h"
#include "shell/piga-welcome-page.h"

/* The application, started once for all tests, in their order. */
typedef struct
{
  PigaApplication *application;
  PigaWindow *window;
  GSettings *settings;
  guint n_deleting; /* items that delete, in the menus that were looked at */
} Shell;

static Shell shell;

typedef gboolean (*Pick) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *root, Pick pick, gconstpointer data)
{
  if (pick (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, pick, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_a (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

static gpointer
find_type (gpointer root, GType type)
{
  return find (root, is_a, &type);
}

static gboolean
is_row_of (GtkWidget *widget, gconstpointer id)
{
  return PIGA_IS_SIDEBAR_ROW (widget)
         && g_str_equal (piga_sidebar_row_get_id (PIGA_SIDEBAR_ROW (widget)), id);
}

static AdwNavigationPage *
get_content (void)
{
  return adw_navigation_split_view_get_content (
    find_type (shell.window, ADW_TYPE_NAVIGATION_SPLIT_VIEW));
}

static void
act (const char *action, const char *format, ...)
{
  va_list arguments;
  GVariant *parameter = NULL;

  va_start (arguments, format);
  if (format != NULL)
    parameter = g_variant_new_va (format, NULL, &arguments);
  va_end (arguments);
  g_action_group_activate_action (G_ACTION_GROUP (shell.window), action, parameter);
  piga_test_settle_store (piga_context_get_store (shell.application->context));
}

static void
start (void)
{
  g_autoptr (GError) error = NULL;

  shell.settings = g_settings_new (APPLICATION_ID);
  shell.application = piga_application_new ();
  g_application_register (G_APPLICATION (shell.application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (shell.application));
  shell.window = piga_application_get_window (shell.application);
  while (piga_store_get_state (piga_context_get_store (shell.application->context))
         == PIGA_STORE_OPENING)
    g_main_context_iteration (NULL, TRUE);
}

static void
close_dialog (void)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (shell.window);

  g_assert_true (PIGA_IS_REJECTION_DIALOG (adw_application_window_get_visible_dialog (window)));
  adw_dialog_close (adw_application_window_get_visible_dialog (window));
  piga_test_settle_store (piga_context_get_store (shell.application->context));
}

static void
type_employer (const char *text)
{
  GtkWidget *row =
    find_type (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shell.window)),
               ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static const char *
read_employer (void)
{
  GtkWidget *row =
    find_type (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shell.window)),
               ADW_TYPE_ENTRY_ROW);

  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* Who opens the door to the interview and closes it again is still at the welcome, and what was
 * typed is there the next time. */
static void
test_door (void)
{
  act ("log-rejection", "s", "");
  type_employer ("County of Nakuru");
  close_dialog ();
  g_assert_nonnull (find_type (shell.window, PIGA_TYPE_WELCOME_PAGE));
  g_assert_false (g_settings_get_boolean (shell.settings, "first-run-done"));

  act ("log-rejection", "s", "");
  g_assert_cmpstr (read_employer (), ==, "County of Nakuru");
  close_dialog ();
}

static void
test_welcome (void)
{
  g_assert_false (g_settings_get_boolean (shell.settings, "first-run-done"));
  g_assert_nonnull (find_type (shell.window, PIGA_TYPE_WELCOME_PAGE));

  act ("leave-welcome", NULL);
  g_assert_null (find_type (shell.window, PIGA_TYPE_WELCOME_PAGE));
  g_assert_true (g_settings_get_boolean (shell.settings, "first-run-done"));
  g_assert_cmpstr (adw_navigation_page_get_title (get_content ()), ==, "Today");
}

static void
test_every_page (void)
{
  const char *const *ids = piga_page_ids_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      AdwNavigationPage *before = get_content ();

      act ("show-page", "s", ids[i]);
      if (i > 0)
        g_assert_true (before != get_content ());
      g_assert_cmpstr (adw_navigation_page_get_title (get_content ()), !=, "");
    }
}

static void
test_unknown_page (void)
{
  AdwNavigationPage *before;

  act ("show-page", "s", "step-3");
  before = get_content ();
  act ("show-page", "s", "nowhere");
  act ("show-page", "s", "step-13");
  act ("show-page", "s", "");
  g_assert_true (before == get_content ());
}

static void
test_neighbours (void)
{
  act ("show-page", "s", "step-11");
  act ("next-page", NULL);
  g_assert_cmpstr (adw_navigation_page_get_title (get_content ()), ==, "Step 12");
  act ("next-page", NULL);
  g_assert_cmpstr (adw_navigation_page_get_title (get_content ()), ==, "Step 12");
  act ("previous-page", NULL);
  g_assert_cmpstr (adw_navigation_page_get_title (get_content ()), ==, "Step 11");
}

/* The page that is on top in a room. */
static AdwNavigationPage *
get_top (AdwNavigationPage *room)
{
  GtkWidget *view = find_type (GTK_WIDGET (room), ADW_TYPE_NAVIGATION_VIEW);

  return adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view));
}

/* Another room is found as it was left; asked for once more, it shows itself. */
static void
test_root_again (void)
{
  GtkWidget *list = find_type (GTK_WIDGET (shell.window), GTK_TYPE_LIST_BOX);
  PigaRoom *room;

  act ("open-tool", "(sss)", "step-3", "patterns", "");
  room = PIGA_ROOM (get_content ());
  g_assert_true (get_top (ADW_NAVIGATION_PAGE (room)) != piga_room_get_root (room));
  act ("show-page", "s", "step-2");
  gtk_widget_grab_focus (find (GTK_WIDGET (shell.window), is_row_of, "step-2"));
  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (get_content () == ADW_NAVIGATION_PAGE (room));
  g_assert_true (get_top (ADW_NAVIGATION_PAGE (room)) != piga_room_get_root (room));

  gtk_widget_activate (find (GTK_WIDGET (shell.window), is_row_of, "step-3"));
  g_assert_true (get_content () == ADW_NAVIGATION_PAGE (room));
  g_assert_true (get_top (ADW_NAVIGATION_PAGE (room)) == piga_room_get_root (room));
}

static void
test_sidebar_names (void)
{
  GtkWidget *row = find (GTK_WIDGET (shell.window), is_row_of, "step-3");
  g_autofree char *name = NULL;
  guint n_checks = 0;

  for (const PigaCheck *check = piga_guide_get_step (3)->checks; check->key != NULL; check++)
    n_checks++;
  name = g_strdup_printf ("Step 3 of 12, Reflect on the interview, 0 of %u done", n_checks);
  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  row = find (GTK_WIDGET (shell.window), is_row_of, "goals");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Goals");
}

/* Whether the one who owns actions of that prefix has the action. */
static gboolean
has_action (const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed, &name, &target, NULL));
  if (g_str_has_prefix (name, "app."))
    return g_action_group_has_action (G_ACTION_GROUP (shell.application), name + 4);
  if (g_str_has_prefix (name, "win."))
    return g_action_group_has_action (G_ACTION_GROUP (shell.window), name + 4);
  return g_str_has_prefix (name, "window.");
}

static void
test_shortcuts (void)
{
  for (const PigaShortcutGroup *group = piga_shortcuts_get_groups (); group->title != NULL; group++)
    for (const PigaShortcut *shortcut = group->shortcuts; shortcut->title != NULL; shortcut++)
      {
        g_auto (GStrv) each = g_strsplit (shortcut->accelerators, " ", -1);
        GdkModifierType modifiers;
        guint key;

        g_assert_true (gtk_accelerator_parse (each[0], &key, &modifiers));
        if (shortcut->action == NULL)
          continue;
        if (!has_action (shortcut->action))
          g_error ("no action %s", shortcut->action);
      }
}

/* What begins something new, from a button or a key. */
static const char *const beginnings[] = {
  "app.new-entry",
  "app.new-goal",
  "win.write-entry",
  "win.log-rejection",
  "win.new-goal-for-step",
  "win.new-goal-from",
  "win.new-goal-for-theme",
  "win.new-weekly-goal",
  "win.add-application",
  "win.import",
  "applications.add",
  "goals.new",
  "journal.new",
  NULL,
};

static void
assert_begins (gboolean can_begin)
{
  for (guint i = 0; beginnings[i] != NULL; i++)
    if (g_str_has_prefix (beginnings[i], "app."))
      g_assert_cmpint (
        g_action_group_get_action_enabled (G_ACTION_GROUP (shell.application), beginnings[i] + 4),
        ==, can_begin);
    else if (g_str_has_prefix (beginnings[i], "win."))
      g_assert_cmpint (
        g_action_group_get_action_enabled (G_ACTION_GROUP (shell.window), beginnings[i] + 4), ==,
        can_begin);
}

static gboolean
is_open_beginning (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_ACTIONABLE (widget) && gtk_widget_is_sensitive (widget)
         && gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) != NULL
         && g_strv_contains (beginnings, gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)));
}

static gboolean
page_has_open_beginning (const char *id)
{
  act ("show-page", "s", id);
  return find (GTK_WIDGET (get_content ()), is_open_beginning, NULL) != NULL;
}

/* Where nothing can be kept, nothing can be begun: not by a key, and on no page by a button. */
static void
test_read_only (void)
{
  PigaStore *store = piga_context_get_store (shell.application->context);
  const char *const *ids = piga_page_ids_list ();
  guint n_pages = 0;

  piga_store_set_state (store, PIGA_STORE_READ_ONLY);
  assert_begins (FALSE);
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_false (page_has_open_beginning (ids[i]));

  piga_store_set_state (store, PIGA_STORE_READY);
  assert_begins (TRUE);
  for (guint i = 0; ids[i] != NULL; i++)
    n_pages += page_has_open_beginning (ids[i]);
  g_assert_cmpuint (n_pages, >=, 4);
}

/* What happened to the file stays until it was read; what goes on being wrong is said first. */
static void
test_notice (void)
{
  PigaStore *store = piga_context_get_store (shell.application->context);
  AdwBanner *banner = find_type (find_type (shell.window, PIGA_TYPE_STORE_BANNER), ADW_TYPE_BANNER);
  g_autoptr (GError) full = g_error_new_literal (PIGA_ERROR, PIGA_ERROR_FULL, "No room.");
  const char *notice = "What stood there is kept as “<b>&.db”.";

  g_assert_false (adw_banner_get_revealed (banner));
  piga_store_set_notice (store, notice);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==, notice);

  piga_store_set_error (store, full);
  g_assert_cmpstr (adw_banner_get_title (banner), !=, notice);
  piga_store_set_error (store, NULL);
  g_assert_cmpstr (adw_banner_get_title (banner), ==, notice);

  g_signal_emit_by_name (banner, "button-clicked");
  g_assert_null (piga_store_get_notice (store));
  g_assert_false (adw_banner_get_revealed (banner));
}

/* In an open menu a letter alone presses the item with that mnemonic, and Enter the first item. */
static void
check_menu (GMenuModel *model, gboolean is_first)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++, is_first = FALSE)
    {
      static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
      g_autofree char *action = NULL;
      g_autofree char *label = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) inner = g_menu_model_get_item_link (model, i, links[j]);

          if (inner != NULL)
            check_menu (inner, is_first);
        }
      g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
      g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      if (action == NULL || !g_str_has_suffix (action, ".delete"))
        continue;
      g_assert_null (strchr (label, '_'));
      g_assert_false (is_first);
      shell.n_deleting++;
    }
}

static gboolean
check_menu_of (GtkWidget *widget, gconstpointer data)
{
  GMenuModel *model = NULL;

  if (GTK_IS_MENU_BUTTON (widget))
    model = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget));
  else if (GTK_IS_POPOVER_MENU (widget))
    model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (widget));
  if (model != NULL)
    check_menu (model, TRUE);
  return FALSE;
}

static void
check_menus (void)
{
  find (GTK_WIDGET (shell.window), check_menu_of, NULL);
}

/* No single key deletes something from a menu. */
static void
test_menus (void)
{
  PigaStore *store = piga_context_get_store (shell.application->context);
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaInterview) interview = piga_record_new (PIGA_TYPE_INTERVIEW);
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, "Ushindi Ltd");
  g_assert_true (piga_test_save (store, application, NULL));
  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  g_assert_true (piga_test_save (store, interview, NULL));
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Send four applications");
  g_assert_true (piga_test_save (store, goal, NULL));

  for (const char *const *ids = piga_page_ids_list (); *ids != NULL; ids++)
    {
      act ("show-page", "s", *ids);
      check_menus ();
    }
  act ("open-tool", "(sss)", "applications", "application", piga_record_get_id (application));
  check_menus ();
  act ("open-tool", "(sss)", "applications", "interview", piga_record_get_id (interview));
  check_menus ();
  act ("edit-goal", "s", piga_record_get_id (goal));
  check_menus ();
  g_assert_cmpuint (shell.n_deleting, >=, 4);
}

static void
test_dialogs (void)
{
  g_autoptr (AdwDialog) preferences = g_object_ref_sink (piga_preferences_new (shell.settings));
  g_autoptr (AdwDialog) shortcuts = g_object_ref_sink (piga_shortcuts_dialog_new ());
  g_autoptr (AdwDialog) about = g_object_ref_sink (piga_about_new ());

  g_assert_cmpstr (adw_dialog_get_title (preferences), ==, "Preferences");
  g_assert_cmpstr (adw_dialog_get_title (shortcuts), ==, "Keyboard Shortcuts");
  g_assert_cmpstr (adw_about_dialog_get_version (ADW_ABOUT_DIALOG (about)), ==, VERSION);
  g_assert_null (
    strstr (adw_about_dialog_get_debug_info (ADW_ABOUT_DIALOG (about)), g_get_home_dir ()));
}

/* The page is remembered, the disk is waited for, and only then is it over. */
static void
test_leave (void)
{
  PigaStore *store = piga_context_get_store (shell.application->context);
  g_autofree char *last_page = NULL;

  act ("show-page", "s", "step-7");
  g_action_group_activate_action (G_ACTION_GROUP (shell.application), "quit", NULL);
  while (piga_store_get_state (store) != PIGA_STORE_CLOSED)
    g_main_context_iteration (NULL, TRUE);
  last_page = g_settings_get_string (shell.settings, "last-page");
  g_assert_cmpstr (last_page, ==, "step-7");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (shell.window)));
}

/* A file that is not ours is left alone, and the window says so in place of everything. */
static void
test_refused (void)
{
  g_autofree char *folder = piga_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "piga-hatua.db", NULL);
  g_autoptr (PigaStore) store = NULL;
  g_autoptr (PigaClock) clock = piga_clock_new_fixed (piga_day_new (2026, 11, 22));
  g_autoptr (PigaContext) context = NULL;
  g_autoptr (GError) error = NULL;
  const char *diary = "Dear diary, this is no database at all.";
  g_autofree char *contents = NULL;
  GtkWidget *window;

  g_assert_true (g_file_set_contents (path, diary, -1, NULL));
  store = piga_store_new (path, piga_kinds_get ());
  context = piga_context_new (store, shell.settings, clock);
  window = piga_window_new (NULL, context);
  g_assert_null (find_type (window, PIGA_TYPE_RECOVERY_PAGE));
  g_assert_false (piga_test_open (store, &error));
  g_assert_true (error->domain == PIGA_ERROR);
  g_assert_nonnull (find_type (window, PIGA_TYPE_RECOVERY_PAGE));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, diary);

  gtk_window_destroy (GTK_WINDOW (window));
  piga_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  int status;

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  start ();

  g_test_add_func ("/shell/door", test_door);
  g_test_add_func ("/shell/welcome", test_welcome);
  g_test_add_func ("/shell/every-page", test_every_page);
  g_test_add_func ("/shell/unknown-page", test_unknown_page);
  g_test_add_func ("/shell/neighbours", test_neighbours);
  g_test_add_func ("/shell/root-again", test_root_again);
  g_test_add_func ("/shell/sidebar-names", test_sidebar_names);
  g_test_add_func ("/shell/shortcuts", test_shortcuts);
  g_test_add_func ("/shell/notice", test_notice);
  g_test_add_func ("/shell/menus", test_menus);
  g_test_add_func ("/shell/dialogs", test_dialogs);
  g_test_add_func ("/shell/read-only", test_read_only);
  g_test_add_func ("/shell/refused", test_refused);
  g_test_add_func ("/shell/leave", test_leave);
  status = g_test_run ();
  g_object_unref (shell.settings);
  return status;
}
