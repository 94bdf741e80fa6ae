/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-applications-page.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-choice-setting.h"
#include "kit/piga-page.h"
#include "kit/piga-text-file.h"
#include "kit/piga-writable.h"
#include "piga-add-application-dialog.h"
#include "piga-applications-board.h"
#include "piga-applications-export.h"
#include "piga-applications-report.h"
#include "piga-applications-view.h"
#include "piga-weekly-number.h"

struct _PigaApplicationsPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkSearchBar *search_bar;
  GtkMenuButton *menu_button;
  GtkSearchEntry *search_entry;
  GtkWidget *tool_box;
  AdwToggleGroup *look;
  GtkMenuButton *show_button;
  GMenu *applications_menu;
  PigaWeeklyNumber *weekly_number;
  GtkStack *stack;
  AdwBin *list_place;
  PigaApplicationsBoard *board;

  PigaAddApplicationDialog *dialog; /* the one that is open, weak */

  PigaContext *context;
  PigaApplicationsModel *model;
};

static void page_iface_init (PigaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaApplicationsPage, piga_applications_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (PIGA_TYPE_PAGE, page_iface_init))

static void
flush (PigaPage *page)
{
  PigaApplicationsPage *self = PIGA_APPLICATIONS_PAGE (page);

  if (self->dialog != NULL)
    piga_add_application_dialog_flush (self->dialog);
}

static void
page_iface_init (PigaPageInterface *iface)
{
  iface->flush = flush;
}

/* Until the disk has answered nobody knows whether there are any, nor when it refuses to. */
static gboolean
is_known (PigaApplicationsPage *self)
{
  const PigaStoreState state = piga_store_get_state (piga_context_get_store (self->context));

  return state == PIGA_STORE_READY || state == PIGA_STORE_READ_ONLY;
}

static const char *
get_shown_child (PigaApplicationsPage *self, guint n_all, guint n_shown)
{
  if (n_all == 0)
    return is_known (self) ? "empty" : "unknown";
  if (n_shown == 0 && piga_applications_model_is_filtered (self->model))
    return "nothing";
  return adw_toggle_group_get_active_name (self->look);
}

static char *
dup_subtitle (PigaApplicationsPage *self, guint n_all, guint n_shown)
{
  if (n_all == 0)
    return g_strdup ("");
  if (piga_applications_model_is_filtered (self->model))
    /* Translators: under “Applications”: how many are shown, of how many. */
    return g_strdup_printf (C_ ("applications", "%1$u of %2$u"), n_shown, n_all);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u application", "%u applications", n_all),
                          n_all);
}

static void
update_stack (PigaApplicationsPage *self)
{
  guint n_all;
  guint n_shown;
  g_autofree char *subtitle = NULL;

  if (self->model == NULL)
    return;
  n_all = g_list_model_get_n_items (piga_applications_model_get_all (self->model));
  n_shown = piga_applications_model_count_shown (self->model);
  subtitle = dup_subtitle (self, n_all, n_shown);

  gtk_stack_set_visible_child_name (self->stack, get_shown_child (self, n_all, n_shown));
  gtk_widget_set_visible (self->tool_box, n_all > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->weekly_number), n_all > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), n_all > 0);
  gtk_search_bar_set_key_capture_widget (self->search_bar, n_all > 0 ? GTK_WIDGET (self) : NULL);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

/* The columns are made when somebody looks at them. */
static void
look_changed_cb (PigaApplicationsPage *self)
{
  if (self->model != NULL
      && g_strcmp0 (adw_toggle_group_get_active_name (self->look), "board") == 0)
    piga_applications_board_show (self->board, self->context, self->model);
  update_stack (self);
}

static void
search_changed_cb (PigaApplicationsPage *self)
{
  g_object_set (self->model, "text", gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
                NULL);
}

static void
filter_changed_cb (PigaApplicationsPage *self)
{
  gtk_menu_button_set_label (self->show_button, piga_applications_show_get_label (
                                                  piga_applications_model_get_show (self->model)));
  update_stack (self);
}

static void
show_all_cb (PigaApplicationsPage *self)
{
  piga_applications_model_show_all (self->model);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  piga_applications_page_add (PIGA_APPLICATIONS_PAGE (widget));
}

static void
report_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaApplicationsPage *self = PIGA_APPLICATIONS_PAGE (widget);
  GtkWidget *view = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);

  piga_applications_model_finish (self->model);
  if (view != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                              piga_applications_report_new (self->context, self->model));
}

static void
save_table_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaApplicationsPage *self = PIGA_APPLICATIONS_PAGE (widget);
  g_autofree char *table = piga_applications_to_csv (self->model);

  /* Translators: the name of a file that is suggested to the person. */
  piga_save_text_file (widget, piga_context_get_store (self->context), _ ("applications.csv"),
                       table);
}

static void
save_calendar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaApplicationsPage *self = PIGA_APPLICATIONS_PAGE (widget);
  g_autofree char *calendar = piga_applications_to_calendar (self->model, self->context);

  /* Translators: the name of a file that is suggested to the person. */
  piga_save_text_file (widget, piga_context_get_store (self->context), _ ("applications.ics"),
                       calendar);
}

static void
piga_applications_page_dispose (GObject *object)
{
  PigaApplicationsPage *self = PIGA_APPLICATIONS_PAGE (object);

  g_clear_weak_pointer (&self->dialog);
  /* The page unparents its child by itself, and would do so twice. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_APPLICATIONS_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_applications_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsPage, tool_box);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsPage, look);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsPage, show_button);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsPage, applications_menu);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsPage, weekly_number);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsPage, list_place);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsPage, board);
}

static void
piga_applications_page_class_init (PigaApplicationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_applications_page_dispose;

  g_type_ensure (PIGA_TYPE_APPLICATIONS_BOARD);
  g_type_ensure (PIGA_TYPE_WEEKLY_NUMBER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-applications-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_changed_cb);

  gtk_widget_class_install_action (widget_class, "applications.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "applications.report", NULL, report_cb);
  gtk_widget_class_install_action (widget_class, "applications.save-table", NULL, save_table_cb);
  gtk_widget_class_install_action (widget_class, "applications.save-calendar", NULL,
                                   save_calendar_cb);
}

static void
piga_applications_page_init (PigaApplicationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

static void
add_choice (GMenu *menu, const char *label, const char *action, guint target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", target);
  g_menu_append_item (menu, item);
}

/* The widgets of a menu take half as long as the rest of the page: they are made when it is opened
 * first. */
static void
create_popup_cb (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/* What narrows the list down first, then each stage. */
static void
fill_show_menu (PigaApplicationsPage *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) stages = g_menu_new ();

  for (guint show = 0; show < PIGA_APPLICATIONS_N_SHOWN; show++)
    add_choice (show < PIGA_APPLICATIONS_SHOW_STAGE ? kinds : stages,
                piga_applications_show_get_label (show), "list.show", show);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (stages));
  gtk_menu_button_set_create_popup_func (self->show_button, create_popup_cb, menu, g_object_unref);
}

static void
fill_order_menu (PigaApplicationsPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (PigaApplicationsOrder order = 0; order < PIGA_APPLICATIONS_N_ORDERS; order++)
    add_choice (menu, piga_applications_order_get_label (order), "list.order", order);
  /* Translators: above the ways in which the applications can be sorted. */
  g_menu_prepend_section (self->applications_menu, _ ("Order"), G_MENU_MODEL (menu));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_popup_cb,
                                         g_object_ref (self->applications_menu), g_object_unref);
}

static void
add_list_actions (PigaApplicationsPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) show = g_property_action_new ("show", self->model, "show");
  g_autoptr (GPropertyAction) order = g_property_action_new ("order", self->model, "order");

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (show));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (order));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (group));
}

/* How the list looks and is sorted is a habit; what is left out of it is a passing question, and
 * applications that are not there at the next start would frighten. */
static void
remember_habits (PigaApplicationsPage *self)
{
  static const char *const orders[PIGA_APPLICATIONS_N_ORDERS + 1] = {
    [PIGA_APPLICATIONS_NEWEST] = "newest",
    [PIGA_APPLICATIONS_CLOSING] = "closing",
    [PIGA_APPLICATIONS_EMPLOYER] = "employer",
    [PIGA_APPLICATIONS_WAITING] = "waiting",
  };
  GSettings *settings = piga_context_get_settings (self->context);

  piga_choice_setting_bind (settings, "applications-order", orders, self->model, "order");
  g_settings_bind (settings, "applications-look", self->look, "active-name",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
follow (PigaApplicationsPage *self)
{
  g_signal_connect_object (piga_applications_model_get_all (self->model), "items-changed",
                           G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_applications_model_get_shown (self->model), "items-changed",
                           G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_store (self->context), "notify::state",
                           G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
}

/**
 * piga_applications_page_new:
 * @context: the context
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
piga_applications_page_new (PigaContext *context)
{
  PigaApplicationsPage *self = g_object_new (PIGA_TYPE_APPLICATIONS_PAGE, NULL);

  self->context = g_object_ref (context);
  self->model = piga_applications_model_new (context);
  adw_bin_set_child (self->list_place, piga_applications_view_new (
                                         context, piga_applications_model_get_shown (self->model),
                                         PIGA_APPLICATIONS_ROWS, _ ("Applications")));
  piga_weekly_number_show (self->weekly_number, context);
  fill_show_menu (self);
  fill_order_menu (self);
  add_list_actions (self);
  remember_habits (self);
  piga_writable_follow_action (self, piga_context_get_store (context), "applications.add");
  follow (self);
  filter_changed_cb (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * piga_applications_page_get_model:
 * @self: the page
 *
 * Returns: (transfer none): what it shows
 */
PigaApplicationsModel *
piga_applications_page_get_model (PigaApplicationsPage *self)
{
  return self->model;
}

/**
 * piga_applications_page_add:
 * @self: the page
 *
 * Opens the dialog in which an application is added.
 */
void
piga_applications_page_add (PigaApplicationsPage *self)
{
  if (self->dialog != NULL)
    return;

  g_set_weak_pointer (&self->dialog, piga_add_application_dialog_new (self->context));
  adw_dialog_present (ADW_DIALOG (self->dialog), GTK_WIDGET (self));
}
