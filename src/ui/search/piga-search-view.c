/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-search-view.h"

struct _PigaSearchView
{
  AdwBin parent_instance;

  GtkWidget *entry;

  PigaContext *context;
};

G_DEFINE_FINAL_TYPE (PigaSearchView, piga_search_view, ADW_TYPE_BIN)

static void
stop_search_cb (PigaSearchView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sidebar.search", NULL);
}

static void
piga_search_view_dispose (GObject *object)
{
  PigaSearchView *self = PIGA_SEARCH_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_SEARCH_VIEW);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_search_view_parent_class)->dispose (object);
}

static void
piga_search_view_class_init (PigaSearchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_search_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-search-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaSearchView, entry);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
piga_search_view_init (PigaSearchView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_search_view_new:
 * @context: the context
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
piga_search_view_new (PigaContext *context)
{
  PigaSearchView *self = g_object_new (PIGA_TYPE_SEARCH_VIEW, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * piga_search_view_begin:
 * @self: the view
 *
 * Puts the cursor in the entry, with what it holds selected.
 */
void
piga_search_view_begin (PigaSearchView *self)
{
  gtk_widget_grab_focus (self->entry);
}
