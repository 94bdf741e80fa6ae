/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-applications-view.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-writable.h"
#include "piga-application-actions.h"
#include "piga-application-row.h"
#include "piga-stage-menu.h"

#define LIST_WIDTH 720

struct _PigaApplicationsView
{
  AdwBin parent_instance;

  GtkListView *view;
  GtkPopover *menu; /* NULL until it is opened first */

  PigaContext *context;
  GListModel *applications;
  PigaJobApplication *target; /* what the menu or the key that deletes is about */
  PigaApplicationsLook look;
};

enum
{
  PROP_STAGE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaApplicationsView, piga_applications_view, ADW_TYPE_BIN)

/* One that was deleted by another way while the menu was open is not there any more. */
static PigaJobApplication *
get_target (PigaApplicationsView *self)
{
  if (self->target == NULL || piga_record_get_deleted_at (self->target) != 0)
    return NULL;
  return self->target;
}

static void
open_application (PigaApplicationsView *self, PigaJobApplication *application)
{
  if (application != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.open-tool", "(ss)", "application",
                                piga_record_get_id (application));
}

static void
activated_cb (PigaApplicationsView *self, guint position)
{
  g_autoptr (PigaJobApplication) application = g_list_model_get_item (self->applications, position);

  open_application (self, application);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PigaApplicationsView *self = PIGA_APPLICATIONS_VIEW (widget);

  open_application (self, get_target (self));
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PigaApplicationsView *self = PIGA_APPLICATIONS_VIEW (widget);
  PigaJobApplication *application = get_target (self);

  if (application != NULL)
    piga_application_delete (widget, self->context, application);
}

static GtkWidget *
create_menu (PigaApplicationsView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();
  g_autoptr (GMenuModel) stages = piga_stage_menu_new ("view.stage");
  GtkWidget *popover;

  g_menu_append (open, _ ("Open"), "view.open");
  g_menu_append (remove, _ ("Delete"), "view.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  /* Translators: above the stages of an application, such as “Applied” and “Invited”. */
  g_menu_append_section (menu, _ ("What became of it"), stages);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  return popover;
}

/* Opens the menu of the application that is meant, at a place in the list. It is made when it is
 * first asked for: the board has eight views. */
static void
show_menu (PigaApplicationsView *self, GtkWidget *widget, double x, double y)
{
  graphene_point_t point;

  if (get_target (self) == NULL
      || !gtk_widget_compute_point (widget, GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  if (self->menu == NULL)
    self->menu = GTK_POPOVER (create_menu (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (self->menu);
}

/* The row that has the keyboard; what is in it is meant from now on. */
static GtkWidget *
aim_at_focus (PigaApplicationsView *self)
{
  GtkWidget *item = gtk_widget_get_focus_child (GTK_WIDGET (self->view));
  GtkWidget *row = item != NULL ? gtk_widget_get_first_child (item) : NULL;

  g_set_object (&self->target, row != NULL ? piga_brief_row_get_item (PIGA_BRIEF_ROW (row)) : NULL);
  return row;
}

static void
menu_key_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PigaApplicationsView *self = PIGA_APPLICATIONS_VIEW (widget);
  GtkWidget *row = aim_at_focus (self);

  if (row != NULL)
    show_menu (self, row, gtk_widget_get_width (row) / 2.0, gtk_widget_get_height (row) / 2.0);
}

static gboolean
delete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  aim_at_focus (PIGA_APPLICATIONS_VIEW (widget));
  return gtk_widget_activate_action (widget, "view.delete", NULL);
}

static void
pressed_cb (PigaApplicationsView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  g_set_object (&self->target, piga_brief_row_get_item (PIGA_BRIEF_ROW (row)));
  if (self->target != NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      show_menu (self, row, x, y);
    }
}

static GdkContentProvider *
drag_prepare_cb (PigaApplicationsView *self, double x, double y, GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  PigaJobApplication *application = piga_brief_row_get_item (PIGA_BRIEF_ROW (row));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  if (application == NULL || !piga_writable_is (piga_context_get_store (self->context)))
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (PIGA_TYPE_JOB_APPLICATION, application);
}

static void
add_drag_source (PigaApplicationsView *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

static void
setup_cb (PigaApplicationsView *self, GtkListItem *item)
{
  GtkWidget *row = piga_application_row_new (self->context, self->look == PIGA_APPLICATIONS_ROWS);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  if (self->look == PIGA_APPLICATIONS_CARDS)
    add_drag_source (self, row);
  gtk_list_item_set_child (item, row);
  g_object_bind_property (row, "description", item, "accessible-label", G_BINDING_DEFAULT);
}

static void
bind_cb (PigaApplicationsView *self, GtkListItem *item)
{
  piga_brief_row_set_item (PIGA_BRIEF_ROW (gtk_list_item_get_child (item)),
                           gtk_list_item_get_item (item));
}

static void
unbind_cb (PigaApplicationsView *self, GtkListItem *item)
{
  piga_brief_row_set_item (PIGA_BRIEF_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
piga_applications_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaJobApplication *application = get_target (PIGA_APPLICATIONS_VIEW (object));

  switch (id)
    {
    case PROP_STAGE:
      g_value_set_int (value, application != NULL ? (int) piga_stage_get (application) : -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_applications_view_set_property (GObject *object, guint id, const GValue *value,
                                     GParamSpec *pspec)
{
  PigaApplicationsView *self = PIGA_APPLICATIONS_VIEW (object);
  PigaJobApplication *application = get_target (self);

  switch (id)
    {
    case PROP_STAGE:
      if (application != NULL && g_value_get_int (value) >= 0)
        piga_application_move (GTK_WIDGET (self), self->context, application,
                               g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_applications_view_dispose (GObject *object)
{
  PigaApplicationsView *self = PIGA_APPLICATIONS_VIEW (object);

  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  self->menu = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->target);
  g_clear_object (&self->applications);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_applications_view_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, GDK_NO_MODIFIER_MASK,
                                       "view.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "view.menu",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, GDK_NO_MODIFIER_MASK,
                                delete_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, GDK_NO_MODIFIER_MASK, delete_key_cb,
                                NULL);
}

static void
piga_applications_view_class_init (PigaApplicationsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_applications_view_get_property;
  object_class->set_property = piga_applications_view_set_property;
  object_class->dispose = piga_applications_view_dispose;

  properties[PROP_STAGE] =
    g_param_spec_int ("stage", NULL, NULL, -1, PIGA_N_STAGES - 1, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "view.stage", "stage");
  gtk_widget_class_install_action (widget_class, "view.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "view.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "view.menu", NULL, menu_key_cb);
  add_bindings (widget_class);
}

static void
piga_applications_view_init (PigaApplicationsView *self)
{
}

static GtkListItemFactory *
create_factory (PigaApplicationsView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

static void
add_scrolled (PigaApplicationsView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  if (self->look == PIGA_APPLICATIONS_ROWS)
    {
      clamp = adw_clamp_scrollable_new ();
      adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), LIST_WIDTH);
      adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->view));
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
    }
  else
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static gboolean
stay_first_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  if (g_list_model_get_n_items (user_data) > 0)
    gtk_list_view_scroll_to (GTK_LIST_VIEW (widget), 0, GTK_LIST_SCROLL_NONE, NULL);
  return G_SOURCE_REMOVE;
}

/* Who is at the beginning of the list sees what is put there. GTK would hold on to the row that was
 * first, and leave the new one out of sight above it. */
static void
items_changed_cb (PigaApplicationsView *self, guint position, guint n_removed, guint n_added)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (position == 0 && n_added > n_removed
      && gtk_adjustment_get_value (place) <= gtk_adjustment_get_lower (place))
    gtk_widget_add_tick_callback (GTK_WIDGET (self->view), stay_first_cb,
                                  g_object_ref (self->applications), g_object_unref);
}

/**
 * piga_applications_view_new:
 * @context: the context
 * @applications: the applications to list
 * @look: how they look
 * @name: what the list is called, for the screen reader
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
piga_applications_view_new (PigaContext *context, GListModel *applications,
                            PigaApplicationsLook look, const char *name)
{
  PigaApplicationsView *self = g_object_new (PIGA_TYPE_APPLICATIONS_VIEW, NULL);
  g_autoptr (GtkListItemFactory) factory = create_factory (self);
  /* A row is opened, never selected: GTK would select whatever is under the pointer. */
  g_autoptr (GtkSelectionModel) selection =
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (applications)));

  self->context = g_object_ref (context);
  self->look = look;
  self->applications = g_object_ref (applications);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, selection);
  g_signal_connect_object (applications, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), look == PIGA_APPLICATIONS_ROWS
                                                       ? "application-rows"
                                                       : "application-cards");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  add_scrolled (self);
  piga_writable_follow_action (self, piga_context_get_store (context), "view.delete");
  piga_writable_follow_action (self, piga_context_get_store (context), "view.stage");
  return GTK_WIDGET (self);
}

/**
 * piga_applications_view_focus:
 * @self: the view
 *
 * Gives the keyboard to the first row.
 */
void
piga_applications_view_focus (PigaApplicationsView *self)
{
  if (g_list_model_get_n_items (self->applications) > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
}
