/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-goals-page.h"

#include "piga-page.h"

struct _PigaGoalsPage
{
  AdwNavigationPage parent_instance;

  PigaContext *context;
};

static void page_iface_init (PigaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaGoalsPage, piga_goals_page, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (PIGA_TYPE_PAGE, page_iface_init))

static void
piga_goals_page_flush (PigaPage *page)
{
}

static void
page_iface_init (PigaPageInterface *iface)
{
  iface->flush = piga_goals_page_flush;
}

static void
piga_goals_page_dispose (GObject *object)
{
  PigaGoalsPage *self = PIGA_GOALS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_GOALS_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_goals_page_parent_class)->dispose (object);
}

static void
piga_goals_page_class_init (PigaGoalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_goals_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-goals-page.ui");
}

static void
piga_goals_page_init (PigaGoalsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_goals_page_new:
 * @context: the context
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
piga_goals_page_new (PigaContext *context)
{
  PigaGoalsPage *self = g_object_new (PIGA_TYPE_GOALS_PAGE, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * piga_goals_page_edit:
 * @self: the page
 * @id: the goal; empty for a new one
 *
 * Opens a goal for editing.
 */
void
piga_goals_page_edit (PigaGoalsPage *self, const char *id)
{
}

/**
 * piga_goals_page_new_for_step:
 * @self: the page
 * @step: the step that the goal is born in
 *
 * Starts a new goal that leads back to its step.
 */
void
piga_goals_page_new_for_step (PigaGoalsPage *self, guint step)
{
}
