/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-window.h"

#include "goals/piga-goals-page.h"
#include "journal/piga-journal-page.h"
#include "parts/piga-toast-area.h"
#include "piga-page.h"
#include "piga-rooms.h"
#include "piga-sidebar.h"

struct _PigaWindow
{
  AdwApplicationWindow parent_instance;

  AdwNavigationSplitView *split_view;
  PigaSidebar *sidebar;

  PigaContext *context;
  GHashTable *pages; /* page id → AdwNavigationPage */
};

G_DEFINE_FINAL_TYPE (PigaWindow, piga_window, ADW_TYPE_APPLICATION_WINDOW)

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

  if (page != last)
    {
      if (PIGA_IS_PAGE (last))
        piga_page_flush (PIGA_PAGE (last));
      adw_navigation_split_view_set_content (self->split_view, page);
    }
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  piga_sidebar_select (self->sidebar, id);
  return page;
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  piga_window_show_page (user_data, g_variant_get_string (parameter, NULL));
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
new_goal_for_step_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  piga_goals_page_new_for_step (go_to_page (user_data, "goals"), g_variant_get_uint32 (parameter));
}

static const GActionEntry actions[] = {
  { "show-page", show_page_cb, "s" },
  { "write-entry", write_entry_cb, "(us)" },
  { "open-entry", open_entry_cb, "(ss)" },
  { "edit-goal", edit_goal_cb, "s" },
  { "new-goal-for-step", new_goal_for_step_cb, "u" },
};

static void
piga_window_dispose (GObject *object)
{
  PigaWindow *self = PIGA_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_WINDOW);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_window_parent_class)->dispose (object);
}

static void
piga_window_class_init (PigaWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_window_dispose;

  g_type_ensure (PIGA_TYPE_SIDEBAR);
  g_type_ensure (PIGA_TYPE_TOAST_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, PigaWindow, sidebar);
}

static void
piga_window_init (PigaWindow *self)
{
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * piga_window_new:
 * @application: the application
 * @context: the context
 *
 * Returns: (transfer none): the window, owned by the toolkit until it is destroyed
 */
GtkWidget *
piga_window_new (GtkApplication *application, PigaContext *context)
{
  PigaWindow *self = g_object_new (PIGA_TYPE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  piga_sidebar_set_context (self->sidebar, context);
  return GTK_WIDGET (self);
}

/**
 * piga_window_show_page:
 * @self: the window
 * @id: a page id; one that is not there is ignored
 *
 * Shows a page.
 */
void
piga_window_show_page (PigaWindow *self, const char *id)
{
  if (piga_rooms_has (id))
    go_to_page (self, id);
}
