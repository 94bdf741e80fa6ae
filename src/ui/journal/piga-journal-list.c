/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of the journal's entries, newest first, in months.
 *
 * Beside the editor, an entry is shown as soon as it is selected. When the list fills the screen,
 * the arrow keys and the pointer only select, and pressing a row or Enter opens it. */

#include "config.h"

#include "piga-journal-list.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"
#include "piga-journal-filter.h"
#include "piga-journal-row.h"

struct _PigaJournalList
{
  AdwNavigationPage parent_instance;

  PigaJournalFilter *filter;
  GtkLabel *description;
  GtkStack *stack;
  GtkListView *view;

  PigaContext *context;
  PigaJournalModel *model;

  gboolean narrow;
  gboolean empty;
  gboolean selecting;
};

enum
{
  PROP_EMPTY = 1,
  PROP_NARROW,
  N_PROPS,
};

enum
{
  OPENED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaJournalList, piga_journal_list, ADW_TYPE_NAVIGATION_PAGE)

static void
setup_row_cb (PigaJournalList *self, GtkListItem *item)
{
  GtkWidget *row = piga_journal_row_new (piga_context_get_clock (self->context));

  gtk_list_item_set_child (item, row);
  g_object_bind_property (row, "description", item, "accessible-label", G_BINDING_DEFAULT);
}

static void
bind_row_cb (PigaJournalList *self, GtkListItem *item)
{
  piga_brief_row_set_item (PIGA_BRIEF_ROW (gtk_list_item_get_child (item)),
                           gtk_list_item_get_item (item));
}

static void
unbind_row_cb (PigaJournalList *self, GtkListItem *item)
{
  piga_brief_row_set_item (PIGA_BRIEF_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
setup_month_cb (PigaJournalList *self, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_month_cb (PigaJournalList *self, GtkListHeader *header)
{
  PigaEntryList *list = piga_journal_model_get_list (self->model);
  const gint64 time = piga_entry_list_get_time (list, gtk_list_header_get_start (header));
  g_autofree char *month = piga_calendar_month (piga_day_from_time (time));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), month);
}

/* A list view shows its first item first, with the heading above it out of sight. That can be put
 * right once it has laid itself out. */
static gboolean
scroll_to_top_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  if (gtk_adjustment_get_upper (adjustment) == 0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (adjustment, 0);
  return G_SOURCE_REMOVE;
}

static void
scroll_to_top (PigaJournalList *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self->view), scroll_to_top_cb, NULL, NULL);
}

static void
set_empty (PigaJournalList *self, gboolean empty)
{
  if (self->empty == empty)
    return;

  self->empty = empty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
update_stack (PigaJournalList *self)
{
  const gboolean filtered = piga_journal_filter_is_active (self->filter);
  const guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const gboolean loading = piga_entry_list_is_loading (piga_journal_model_get_list (self->model));
  const char *shown = "list";

  if (n_entries == 0 && loading)
    shown = "loading";
  else if (n_entries == 0 && filtered)
    shown = "nothing";
  gtk_stack_set_visible_child_name (self->stack, shown);

  if (!loading)
    set_empty (self, n_entries == 0 && !filtered);
}

static void
items_changed_cb (PigaJournalList *self, guint position, guint removed, guint added)
{
  update_stack (self);
  if (added > 0 && added == g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    scroll_to_top (self);
}

static void
filter_changed_cb (PigaJournalList *self)
{
  g_autofree char *description = NULL;
  PigaEntryFilter filter;

  if (piga_journal_filter_is_active (self->filter))
    {
      description = piga_journal_filter_dup_description (self->filter);
      gtk_label_set_label (self->description, description);
    }
  piga_journal_filter_get (self->filter, &filter);
  piga_entry_list_set_filter (piga_journal_model_get_list (self->model), &filter);
  update_stack (self);
}

static void
clear_cb (PigaJournalList *self)
{
  piga_journal_filter_clear (self->filter);
}

static void
selected_cb (PigaJournalList *self)
{
  if (!self->narrow && !self->selecting && piga_journal_model_get_selected_id (self->model) != NULL)
    g_signal_emit (self, signals[OPENED], 0);
}

/* A press on the row that is selected already says it again, so that it opens on a narrow screen.
 */
static void
activated_cb (PigaJournalList *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), position, TRUE);
  g_signal_emit (self, signals[OPENED], 0);
}

static GtkListItemFactory *
create_factory (PigaJournalList *self, GCallback setup, GCallback bind, GCallback unbind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  if (unbind != NULL)
    g_signal_connect_object (factory, "unbind", unbind, self, G_CONNECT_SWAPPED);
  return factory;
}

static void
piga_journal_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaJournalList *self = PIGA_JOURNAL_LIST (object);

  switch (id)
    {
    case PROP_EMPTY:
      g_value_set_boolean (value, self->empty);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Single-click-activate also selects under the pointer, which opens nothing on a narrow screen. */
static void
set_narrow (PigaJournalList *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  gtk_list_view_set_single_click_activate (self->view, narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
piga_journal_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (PIGA_JOURNAL_LIST (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_journal_list_dispose (GObject *object)
{
  PigaJournalList *self = PIGA_JOURNAL_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_JOURNAL_LIST);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_journal_list_parent_class)->dispose (object);
}

static void
piga_journal_list_class_init (PigaJournalListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_journal_list_get_property;
  object_class->set_property = piga_journal_list_set_property;
  object_class->dispose = piga_journal_list_dispose;

  properties[PROP_EMPTY] =
    g_param_spec_boolean ("empty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PIGA_TYPE_JOURNAL_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-journal-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaJournalList, filter);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalList, description);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalList, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalList, view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
piga_journal_list_init (PigaJournalList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_journal_list_set_context:
 * @self: the list
 * @context: the context
 *
 * Hands the list what it shows; once.
 */
void
piga_journal_list_set_context (PigaJournalList *self, PigaContext *context)
{
  PigaStore *store = piga_context_get_store (context);
  g_autoptr (PigaEntryList) list = piga_entry_list_new (store, NULL);
  g_autoptr (GtkListItemFactory) rows = create_factory (
    self, G_CALLBACK (setup_row_cb), G_CALLBACK (bind_row_cb), G_CALLBACK (unbind_row_cb));
  g_autoptr (GtkListItemFactory) months =
    create_factory (self, G_CALLBACK (setup_month_cb), G_CALLBACK (bind_month_cb), NULL);

  self->context = g_object_ref (context);
  self->model = piga_journal_model_new (list);
  piga_journal_filter_set_store (self->filter, store);

  g_signal_connect_object (list, "notify::loading", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::selected-id", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, rows);
  gtk_list_view_set_header_factory (self->view, months);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->model));
  update_stack (self);
}

/**
 * piga_journal_list_get_model:
 * @self: the list
 *
 * Returns: (transfer none): what is listed
 */
PigaJournalModel *
piga_journal_list_get_model (PigaJournalList *self)
{
  return self->model;
}

/**
 * piga_journal_list_is_empty:
 * @self: the list
 *
 * Returns: whether nothing was ever written, as far as is known
 */
gboolean
piga_journal_list_is_empty (PigaJournalList *self)
{
  return self->empty;
}

/**
 * piga_journal_list_select:
 * @self: the list
 * @id: (nullable): the id of an entry, or %NULL for none
 * @created_at: when it was made
 *
 * Selects an entry that is shown already, and scrolls to it; "opened" is not emitted.
 */
void
piga_journal_list_select (PigaJournalList *self, const char *id, gint64 created_at)
{
  guint position;

  self->selecting = TRUE;
  piga_journal_model_select (self->model, id, created_at);
  self->selecting = FALSE;

  position = piga_journal_model_get_selected (self->model);
  if (position == 0)
    scroll_to_top (self);
  else if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_NONE, NULL);
}

/**
 * piga_journal_list_clear_filter:
 * @self: the list
 *
 * Lists all entries.
 */
void
piga_journal_list_clear_filter (PigaJournalList *self)
{
  piga_journal_filter_clear (self->filter);
}

/**
 * piga_journal_list_focus:
 * @self: the list
 *
 * Gives the keyboard to the selected row.
 */
void
piga_journal_list_focus (PigaJournalList *self)
{
  const guint position = piga_journal_model_get_selected (self->model);

  if (position == GTK_INVALID_LIST_POSITION)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS, NULL);
}
