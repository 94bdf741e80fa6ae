/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-sidebar.h"

#include <glib/gi18n-lib.h>

#include "guide/piga-guide.h"
#include "piga-rooms.h"

struct _PigaSidebar
{
  AdwNavigationPage parent_instance;

  GtkListBox *list;

  PigaContext *context;
};

G_DEFINE_FINAL_TYPE (PigaSidebar, piga_sidebar, ADW_TYPE_NAVIGATION_PAGE)

static void
row_activated_cb (PigaSidebar *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s",
                              piga_rooms_list ()[gtk_list_box_row_get_index (row)]);
}

static void
piga_sidebar_dispose (GObject *object)
{
  PigaSidebar *self = PIGA_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_SIDEBAR);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_sidebar_parent_class)->dispose (object);
}

static void
piga_sidebar_class_init (PigaSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_sidebar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
add_row (PigaSidebar *self, const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_append (self->list, label);
}

static void
piga_sidebar_init (PigaSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_row (self, _("Journal"));
  add_row (self, _("Goals"));
  for (guint step = 1; step <= PIGA_GUIDE_N_STEPS; step++)
    add_row (self, _(piga_guide_get_step (step)->short_title));
}

/**
 * piga_sidebar_set_context:
 * @self: the sidebar
 * @context: the context
 *
 * Hands the sidebar what it shows.
 */
void
piga_sidebar_set_context (PigaSidebar *self, PigaContext *context)
{
  g_set_object (&self->context, context);
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
  const char *const *ids = piga_rooms_list ();

  for (int i = 0; ids[i] != NULL; i++)
    if (g_str_equal (ids[i], id))
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, i));
}
