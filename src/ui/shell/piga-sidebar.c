/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-sidebar.h"

#include <glib/gi18n-lib.h>

#include "guide/piga-guide.h"
#include "piga-sidebar-row.h"
#include "search/piga-search-view.h"
#include "records/piga-step-tally.h"

struct _PigaSidebar
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  AdwBin *search_place;

  PigaContext *context;
  PigaStepTally *tally;
  GtkLabel *heading_count; /* borrowed from the list */
  GtkListBoxRow *shown;    /* borrowed from the list: the row of the page that is shown */
  gboolean search;
  gboolean collapsed;
};

typedef enum
{
  PROP_SEARCH = 1,
  PROP_COLLAPSED,
} PigaSidebarProperty;

static GParamSpec *properties[PROP_COLLAPSED + 1];

G_DEFINE_FINAL_TYPE (PigaSidebar, piga_sidebar, ADW_TYPE_NAVIGATION_PAGE)

static PigaSidebarRow *
get_row (PigaSidebar *self, int position)
{
  return PIGA_SIDEBAR_ROW (gtk_list_box_get_row_at_index (self->list, position));
}

static void
show_tally (PigaSidebar *self)
{
  const guint n_done = piga_step_tally_count_done (self->tally);
  /* Translators: beside the heading “Twelve steps”: how many of them are done, of how many. */
  g_autofree char *count = g_strdup_printf (_ ("%1$u of %2$u"), n_done, PIGA_GUIDE_N_STEPS);

  for (int i = 0; get_row (self, i) != NULL; i++)
    if (piga_sidebar_row_get_step (get_row (self, i)) != 0)
      piga_sidebar_row_show_tally (get_row (self, i), self->tally);
  gtk_label_set_label (self->heading_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->heading_count), n_done > 0);
}

/* Nothing is counted against the person: the count appears with the first step that is done. */
static GtkWidget *
make_heading (PigaSidebar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Twelve steps"));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_add_css_class (box, "sidebar-heading");
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dimmed");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  self->heading_count = GTK_LABEL (count);
  return box;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  if (piga_sidebar_row_get_step (PIGA_SIDEBAR_ROW (row)) == 1
      && gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, make_heading (user_data));
}

static void
row_activated_cb (PigaSidebar *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s",
                              piga_sidebar_row_get_id (PIGA_SIDEBAR_ROW (row)));
}

/* The person goes down the list with the arrow keys; the page follows. */
static void
cursor_moved_cb (PigaSidebar *self, GtkMovementStep step, int count, gboolean extend,
                 gboolean modify, GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  if (row != NULL && row != self->shown)
    row_activated_cb (self, row);
}

static void
set_search (PigaSidebar *self, gboolean search)
{
  if (self->search == search)
    return;
  self->search = search;
  if (search && adw_bin_get_child (self->search_place) == NULL)
    adw_bin_set_child (self->search_place, piga_search_view_new (self->context));
  gtk_stack_set_visible_child_name (self->stack, search ? "search" : "rooms");
  if (search)
    piga_search_view_begin (PIGA_SEARCH_VIEW (adw_bin_get_child (self->search_place)));
  else
    piga_sidebar_focus (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

/* Where the list leads to another screen, no row is the one that is shown. */
static void
set_collapsed (PigaSidebar *self, gboolean collapsed)
{
  if (self->collapsed == collapsed)
    return;
  self->collapsed = collapsed;
  gtk_list_box_set_selection_mode (self->list,
                                   collapsed ? GTK_SELECTION_NONE : GTK_SELECTION_BROWSE);
  if (!collapsed && self->shown != NULL)
    gtk_list_box_select_row (self->list, self->shown);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}

static void
piga_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaSidebar *self = PIGA_SIDEBAR (object);

  switch ((PigaSidebarProperty) id)
    {
    case PROP_SEARCH:
      g_value_set_boolean (value, self->search);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    }
}

static void
piga_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PigaSidebar *self = PIGA_SIDEBAR (object);

  switch ((PigaSidebarProperty) id)
    {
    case PROP_SEARCH:
      set_search (self, g_value_get_boolean (value));
      break;
    case PROP_COLLAPSED:
      set_collapsed (self, g_value_get_boolean (value));
      break;
    }
}

static void
piga_sidebar_dispose (GObject *object)
{
  PigaSidebar *self = PIGA_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_SIDEBAR);
  g_clear_object (&self->tally);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_sidebar_parent_class)->dispose (object);
}

static void
piga_sidebar_class_init (PigaSidebarClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_sidebar_get_property;
  object_class->set_property = piga_sidebar_set_property;
  object_class->dispose = piga_sidebar_dispose;

  properties[PROP_SEARCH] = g_param_spec_boolean ("search", NULL, NULL, FALSE, flags);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_property_action (widget_class, "sidebar.search", "search");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, PigaSidebar, search_place);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
}

static void
piga_sidebar_init (PigaSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  gtk_list_box_append (self->list,
                       piga_sidebar_row_new ("today", "piga-today-symbolic", _ ("Today")));
  gtk_list_box_append (self->list,
                       piga_sidebar_row_new ("journal", "piga-journal-symbolic", _ ("Journal")));
  gtk_list_box_append (self->list,
                       piga_sidebar_row_new ("goals", "piga-goals-symbolic", _ ("Goals")));
  gtk_list_box_append (
    self->list,
    piga_sidebar_row_new ("applications", "piga-applications-symbolic", _ ("Applications")));
  for (guint step = 1; step <= PIGA_GUIDE_N_STEPS; step++)
    gtk_list_box_append (self->list, piga_sidebar_row_new_for_step (step));
  gtk_list_box_invalidate_headers (self->list);
}

/**
 * piga_sidebar_set_context:
 * @self: the sidebar
 * @context: the context
 *
 * Hands the sidebar what it shows. Called once.
 */
void
piga_sidebar_set_context (PigaSidebar *self, PigaContext *context)
{
  self->context = g_object_ref (context);
  self->tally = piga_step_tally_new (context);
  g_signal_connect_object (self->tally, "changed", G_CALLBACK (show_tally), self,
                           G_CONNECT_SWAPPED);
  show_tally (self);
}

/**
 * piga_sidebar_select:
 * @self: the sidebar
 * @id: a page id
 *
 * Marks the row of the page that is shown.
 */
void
piga_sidebar_select (PigaSidebar *self, const char *id)
{
  for (int i = 0; get_row (self, i) != NULL; i++)
    if (g_str_equal (piga_sidebar_row_get_id (get_row (self, i)), id))
      self->shown = GTK_LIST_BOX_ROW (get_row (self, i));
  gtk_list_box_select_row (self->list, self->shown);
}

/**
 * piga_sidebar_focus:
 * @self: the sidebar
 *
 * Moves the keyboard to the list of rooms, to the row of the page that is shown.
 */
void
piga_sidebar_focus (PigaSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/**
 * piga_sidebar_begin_search:
 * @self: the sidebar
 *
 * Shows the search and puts the cursor in it.
 */
void
piga_sidebar_begin_search (PigaSidebar *self)
{
  if (self->search)
    piga_search_view_begin (PIGA_SEARCH_VIEW (adw_bin_get_child (self->search_place)));
  else
    set_search (self, TRUE);
}
