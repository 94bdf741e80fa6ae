/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-window.h"

#include <glib/gi18n-lib.h>

#include "applications/piga-applications-page.h"
#include "goals/piga-goals-page.h"
#include "interviews/piga-rejection-dialog.h"
#include "journal/piga-journal-page.h"
#include "kit/piga-damage-banner.h"
#include "kit/piga-focus-keeper.h"
#include "kit/piga-store-banner.h"
#include "kit/piga-toast-area.h"
#include "kit/piga-writable.h"
#include "kit/piga-page.h"
#include "piga-recovery-page.h"
#include "kit/piga-page-ids.h"
#include "piga-room.h"
#include "piga-rooms.h"
#include "piga-shortcuts.h"
#include "piga-sidebar.h"
#include "piga-welcome-page.h"
#include "transfer/piga-transfer.h"

/* The steps in which these goals are born. */
#define STEP_OF_PATTERNS 3
#define STEP_OF_APPLICATIONS 9

struct _PigaWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *stack;
  AdwNavigationSplitView *split_view;
  PigaSidebar *sidebar;
  PigaStoreBanner *banner;
  PigaDamageBanner *damage_banner;
  GtkWidget *welcome;  /* NULL once it is over */
  GtkWidget *recovery; /* NULL while all is well */

  PigaContext *context;
  PigaFocusKeeper *focus_keeper;
  GListModel *dialogs;    /* those that are open */
  GHashTable *pages;      /* page id → AdwNavigationPage */
  GHashTable *rejections; /* application id → PigaRejection: what was told and not begun */
  char page_id[PIGA_PAGE_ID_LENGTH];
};

G_DEFINE_FINAL_TYPE (PigaWindow, piga_window, ADW_TYPE_APPLICATION_WINDOW)

static GSettings *
get_settings (PigaWindow *self)
{
  return piga_context_get_settings (self->context);
}

static void
remove_from_stack (PigaWindow *self, GtkWidget **child)
{
  if (*child != NULL)
    gtk_stack_remove (self->stack, g_steal_pointer (child));
}

/* The recovery page comes before everything, the welcome before the rooms. */
static void
update_stack (PigaWindow *self)
{
  GtkWidget *shown = GTK_WIDGET (self->split_view);

  if (self->recovery != NULL)
    shown = self->recovery;
  else if (self->welcome != NULL)
    shown = self->welcome;
  gtk_stack_set_visible_child (self->stack, shown);
}

static void
end_welcome (PigaWindow *self)
{
  if (self->welcome == NULL)
    return;
  g_settings_set_boolean (get_settings (self), "first-run-done", TRUE);
  remove_from_stack (self, &self->welcome);
  update_stack (self);
}

static void
store_state_changed (PigaWindow *self)
{
  PigaStore *store = piga_context_get_store (self->context);
  const gboolean refused = piga_store_get_state (store) == PIGA_STORE_REFUSED;

  if (refused && self->recovery == NULL)
    {
      self->recovery = piga_recovery_page_new (self->context);
      gtk_stack_add_child (self->stack, self->recovery);
    }
  else if (!refused && piga_store_get_state (store) != PIGA_STORE_OPENING)
    remove_from_stack (self, &self->recovery);
  update_stack (self);
}

static gpointer
get_page (PigaWindow *self, const char *id)
{
  AdwNavigationPage *page = g_hash_table_lookup (self->pages, id);

  if (page == NULL)
    {
      page = g_object_ref_sink (piga_rooms_open (self->context, id));
      g_hash_table_insert (self->pages, g_strdup (id), page);
    }
  return page;
}

static gpointer
go_to_page (PigaWindow *self, const char *id)
{
  AdwNavigationPage *page = get_page (self, id);
  AdwNavigationPage *last = adw_navigation_split_view_get_content (self->split_view);
  const gboolean was_welcome = self->welcome != NULL;

  if (page != last)
    {
      if (PIGA_IS_PAGE (last))
        piga_page_flush (PIGA_PAGE (last));
      adw_navigation_split_view_set_content (self->split_view, page);
      g_strlcpy (self->page_id, id, sizeof self->page_id);
    }
  end_welcome (self);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  piga_sidebar_select (self->sidebar, id);
  /* The welcome takes the keyboard with it; the next place is the page, not the search above it. */
  if (was_welcome)
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
  return page;
}

/* Who asks for the room that is shown already would like to see the room itself again. */
static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PigaWindow *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);
  AdwNavigationPage *page = g_hash_table_lookup (self->pages, id);

  if (g_str_equal (self->page_id, id) && PIGA_IS_ROOM (page))
    piga_room_show_root (PIGA_ROOM (page));
  piga_window_show_page (self, id);
}

static void
write_entry_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  guint step;
  const char *prompt;

  g_variant_get (parameter, "(u&s)", &step, &prompt);
  piga_journal_page_write (go_to_page (user_data, "journal"), step, prompt);
}

static void
open_entry_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *id;
  const char *search;

  g_variant_get (parameter, "(&s&s)", &id, &search);
  piga_journal_page_open (go_to_page (user_data, "journal"), id, search);
}

static void
edit_goal_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  piga_goals_page_edit (go_to_page (user_data, "goals"), g_variant_get_string (parameter, NULL));
}

static void
start_goal (PigaWindow *self, PigaGoal *goal)
{
  piga_goals_page_start (go_to_page (self, "goals"), goal);
}

static void
new_goal_for_step_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);

  piga_record_set_integer (goal, PIGA_GOAL_STEP, g_variant_get_uint32 (parameter));
  start_goal (user_data, goal);
}

static void
new_goal_from_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);
  guint step;
  const char *title;
  const char *round;
  const char *remark;

  g_variant_get (parameter, "(u&s&s&s)", &step, &title, &round, &remark);
  piga_record_set_integer (goal, PIGA_GOAL_STEP, step);
  piga_record_set_text (goal, PIGA_GOAL_TITLE, title);
  piga_record_set_text (goal, PIGA_GOAL_ROUND, round);
  piga_record_set_text (goal, PIGA_GOAL_REMARK, remark);
  start_goal (user_data, goal);
}

static void
new_goal_for_theme_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);
  guint theme;
  const char *title;

  g_variant_get (parameter, "(u&s)", &theme, &title);
  piga_record_set_integer (goal, PIGA_GOAL_STEP, STEP_OF_PATTERNS);
  piga_record_set_integer (goal, PIGA_GOAL_THEME, theme);
  piga_record_set_text (goal, PIGA_GOAL_TITLE, title);
  start_goal (user_data, goal);
}

static void
new_weekly_goal_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);

  piga_record_set_integer (goal, PIGA_GOAL_STEP, STEP_OF_APPLICATIONS);
  piga_record_set_text (goal, PIGA_GOAL_TITLE, _ ("Send applications every week"));
  /* Translators: what a weekly goal counts, after a number: “3 applications”. */
  piga_record_set_text (goal, PIGA_GOAL_UNIT, _ ("applications"));
  piga_record_set_real (goal, PIGA_GOAL_AMOUNT, 3);
  piga_record_set_integer (goal, PIGA_GOAL_RHYTHM, PIGA_RHYTHM_WEEKLY);
  piga_record_set_integer (goal, PIGA_GOAL_COUNTS, PIGA_GOAL_COUNTS_APPLICATIONS);
  start_goal (user_data, goal);
}

/* From where no room is around: out of the goals, out of the search. */
static void
open_tool_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *page_id;
  const char *tool;
  const char *id;

  g_variant_get (parameter, "(&s&s&s)", &page_id, &tool, &id);
  if (piga_page_ids_has (page_id))
    piga_room_open_tool (PIGA_ROOM (go_to_page (user_data, page_id)), tool, id);
}

/* What was typed when the dialog was closed is there again. */
static void
log_rejection_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PigaWindow *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);
  PigaRejection *rejection = g_hash_table_lookup (self->rejections, id);

  if (rejection == NULL || piga_rejection_is_begun (rejection))
    {
      rejection = piga_rejection_new (self->context, id);
      g_hash_table_replace (self->rejections, g_strdup (id), rejection);
    }
  adw_dialog_present (ADW_DIALOG (piga_rejection_dialog_new (self->context, rejection)),
                      GTK_WIDGET (self));
}

static void
add_application_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AdwNavigationPage *root = piga_room_get_root (go_to_page (user_data, "applications"));

  piga_applications_page_add (PIGA_APPLICATIONS_PAGE (root));
}

static void
go_by (PigaWindow *self, int distance)
{
  const char *const *ids = piga_page_ids_list ();
  const int n_ids = (int) g_strv_length ((char **) ids);

  for (int i = 0; i < n_ids; i++)
    if (g_str_equal (ids[i], self->page_id) && i + distance >= 0 && i + distance < n_ids)
      {
        go_to_page (self, ids[i + distance]);
        return;
      }
}

static void
next_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go_by (user_data, 1);
}

static void
previous_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go_by (user_data, -1);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PigaWindow *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->welcome != NULL || self->recovery != NULL)
    return;
  /* Where an entry is being written, it is that entry that is searched. */
  if (focus != NULL && gtk_widget_activate_action (focus, "entry.find", NULL))
    return;
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  piga_sidebar_begin_search (self->sidebar);
}

/* Beside the page, the keyboard goes over to the list and back; where only one of them has room, it
 * is the screen that changes. */
static void
go_to_sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PigaWindow *self = user_data;
  AdwNavigationPage *content = adw_navigation_split_view_get_content (self->split_view);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_split_view_set_show_content (
      self->split_view, !adw_navigation_split_view_get_show_content (self->split_view));
  else if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)))
    gtk_widget_child_focus (GTK_WIDGET (content), GTK_DIR_TAB_FORWARD);
  else
    piga_sidebar_focus (self->sidebar);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PigaWindow *self = user_data;

  piga_window_flush (self);
  piga_transfer_export (GTK_WINDOW (self), piga_context_get_store (self->context));
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PigaWindow *self = user_data;

  piga_window_flush (self);
  piga_transfer_import (GTK_WINDOW (self), piga_context_get_store (self->context));
}

static void
leave_welcome_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PigaWindow *self = user_data;

  /* Who wants to look around sees the list of rooms, where it does not stand beside the page. */
  go_to_page (self, piga_page_ids_list ()[0]);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

static const GActionEntry actions[] = {
  { "show-page", show_page_cb, "s" },
  { "write-entry", write_entry_cb, "(us)" },
  { "open-entry", open_entry_cb, "(ss)" },
  { "edit-goal", edit_goal_cb, "s" },
  { "new-goal-for-step", new_goal_for_step_cb, "u" },
  { "new-goal-from", new_goal_from_cb, "(usss)" },
  { "new-goal-for-theme", new_goal_for_theme_cb, "(us)" },
  { "new-weekly-goal", new_weekly_goal_cb },
  { "open-tool", open_tool_cb, "(sss)" },
  { "log-rejection", log_rejection_cb, "s" },
  { "add-application", add_application_cb },
  { "next-page", next_page_cb },
  { "previous-page", previous_page_cb },
  { "search", search_cb },
  { "go-to-sidebar", go_to_sidebar_cb },
  { "export", export_cb },
  { "import", import_cb },
  { "leave-welcome", leave_welcome_cb },
};

static const char *const changing_actions[] = {
  "write-entry",
  "new-goal-for-step",
  "new-goal-from",
  "new-goal-for-theme",
  "new-weekly-goal",
  "add-application",
  "log-rejection",
  "import",
  NULL,
};

/* The last window that closes is the way out; the application waits for the disk first. */
static gboolean
close_request_cb (PigaWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.quit", NULL);
  return GDK_EVENT_STOP;
}

/* One that is moved to the top is told as removed and added. */
static void
dialogs_changed_cb (GListModel *dialogs, guint position, guint n_removed, guint n_added)
{
  for (guint i = n_removed; i < n_added; i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, position + i);

      piga_shortcuts_set_up_dialog (dialog);
    }
}

static void
piga_window_dispose (GObject *object)
{
  PigaWindow *self = PIGA_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_WINDOW);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_pointer (&self->rejections, g_hash_table_unref);
  g_clear_object (&self->focus_keeper);
  g_clear_object (&self->dialogs);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_window_parent_class)->dispose (object);
}

static void
piga_window_class_init (PigaWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_window_dispose;

  g_type_ensure (PIGA_TYPE_SIDEBAR);
  g_type_ensure (PIGA_TYPE_DAMAGE_BANNER);
  g_type_ensure (PIGA_TYPE_STORE_BANNER);
  g_type_ensure (PIGA_TYPE_TOAST_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, PigaWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PigaWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, PigaWindow, damage_banner);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
}

static void
piga_window_init (PigaWindow *self)
{
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->rejections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));
  g_signal_connect (self->dialogs, "items-changed", G_CALLBACK (dialogs_changed_cb), NULL);
  self->focus_keeper = piga_focus_keeper_new (GTK_WINDOW (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

static void
restore_state (PigaWindow *self)
{
  GSettings *settings = get_settings (self);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/**
 * piga_window_new:
 * @application: the application
 * @context: the context
 *
 * Returns: (transfer none): the window, owned by the toolkit until it is destroyed; on the first
 *   run with the welcome, otherwise without a page
 */
GtkWidget *
piga_window_new (GtkApplication *application, PigaContext *context)
{
  PigaWindow *self = g_object_new (PIGA_TYPE_WINDOW, "application", application, NULL);
  PigaStore *store = piga_context_get_store (context);

  self->context = g_object_ref (context);
  piga_sidebar_set_context (self->sidebar, context);
  piga_store_banner_set_store (self->banner, store);
  piga_damage_banner_set_up (self->damage_banner, store, get_settings (self));
  piga_writable_follow_map (G_ACTION_MAP (self), store, changing_actions);
  restore_state (self);
  if (!g_settings_get_boolean (get_settings (self), "first-run-done"))
    {
      self->welcome = piga_welcome_page_new (get_settings (self));
      gtk_stack_add_child (self->stack, self->welcome);
    }
  g_signal_connect_object (store, "notify::state", G_CALLBACK (store_state_changed), self,
                           G_CONNECT_SWAPPED);
  store_state_changed (self);
  return GTK_WIDGET (self);
}

/**
 * piga_window_show_page:
 * @self: the window
 * @id: a page id; one that is not there is ignored
 *
 * Shows a page. Ends the welcome.
 */
void
piga_window_show_page (PigaWindow *self, const char *id)
{
  if (piga_page_ids_has (id))
    go_to_page (self, id);
}

/**
 * piga_window_flush:
 * @self: the window
 *
 * Hands the drafts of every page to the store, at once and without waiting.
 */
void
piga_window_flush (PigaWindow *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    if (PIGA_IS_PAGE (page))
      piga_page_flush (page);
}

/**
 * piga_window_holds_back:
 * @self: the window
 *
 * To be asked when the person ends the program. Most dialogs hand what is typed to the store, as
 * the pages do; one that does not asks the person.
 *
 * Returns: whether there is such a question, which has to be answered first
 */
gboolean
piga_window_holds_back (PigaWindow *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (self->dialogs, i);

      if (PIGA_IS_REJECTION_DIALOG (dialog)
          && piga_rejection_dialog_holds_back (PIGA_REJECTION_DIALOG (dialog)))
        return TRUE;
    }
  return FALSE;
}

/**
 * piga_window_save_state:
 * @self: the window
 *
 * Remembers size and page for the next start.
 */
void
piga_window_save_state (PigaWindow *self)
{
  GSettings *settings = get_settings (self);
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->page_id[0] != '\0')
    g_settings_set_string (settings, "last-page", self->page_id);
}
