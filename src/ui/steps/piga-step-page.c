/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-step-page.h"

#include <glib/gi18n-lib.h>

#include "guide/piga-guide.h"

struct _PigaStepPage
{
  AdwNavigationPage parent_instance;

  AdwStatusPage *status;

  PigaContext *context;
  const PigaStep *step;
};

G_DEFINE_FINAL_TYPE (PigaStepPage, piga_step_page, ADW_TYPE_NAVIGATION_PAGE)

static void
piga_step_page_dispose (GObject *object)
{
  PigaStepPage *self = PIGA_STEP_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_STEP_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_step_page_parent_class)->dispose (object);
}

static void
piga_step_page_class_init (PigaStepPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_step_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-step-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, status);
}

static void
piga_step_page_init (PigaStepPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_step_page_new:
 * @context: the context
 * @step: the number of the step
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
piga_step_page_new (PigaContext *context, guint step)
{
  PigaStepPage *self = g_object_new (PIGA_TYPE_STEP_PAGE, NULL);

  self->context = g_object_ref (context);
  self->step = piga_guide_get_step (step);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _(self->step->short_title));
  adw_status_page_set_title (self->status, _(self->step->title));
  adw_status_page_set_description (self->status, _(self->step->sentence));
  return GTK_WIDGET (self);
}
