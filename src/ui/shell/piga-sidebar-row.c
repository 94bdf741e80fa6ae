/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-sidebar-row.h"

#include <glib/gi18n-lib.h>

#include "charts/piga-progress-ring.h"
#include "guide/piga-guide.h"
#include "kit/piga-page-ids.h"

struct _PigaSidebarRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  PigaProgressRing *ring;
  GtkLabel *title;
  GtkLabel *line;

  char id[PIGA_PAGE_ID_LENGTH];
  guint step;
};

G_DEFINE_FINAL_TYPE (PigaSidebarRow, piga_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
piga_sidebar_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PIGA_TYPE_SIDEBAR_ROW);

  G_OBJECT_CLASS (piga_sidebar_row_parent_class)->dispose (object);
}

static void
piga_sidebar_row_class_init (PigaSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_sidebar_row_dispose;

  g_type_ensure (PIGA_TYPE_PROGRESS_RING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PigaSidebarRow, ring);
  gtk_widget_class_bind_template_child (widget_class, PigaSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, PigaSidebarRow, line);
}

static void
piga_sidebar_row_init (PigaSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_sidebar_row_new:
 * @id: the page that the row leads to
 * @icon_name: the room's icon
 * @title: the room's name
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
piga_sidebar_row_new (const char *id, const char *icon_name, const char *title)
{
  PigaSidebarRow *self = g_object_new (PIGA_TYPE_SIDEBAR_ROW, NULL);

  g_strlcpy (self->id, id, sizeof self->id);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), TRUE);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/**
 * piga_sidebar_row_new_for_step:
 * @step: the number of a step
 *
 * Returns: (transfer floating): a row that leads to the step's page
 */
GtkWidget *
piga_sidebar_row_new_for_step (guint step)
{
  PigaSidebarRow *self = g_object_new (PIGA_TYPE_SIDEBAR_ROW, NULL);
  const PigaStep *guide = piga_guide_get_step (step);
  g_autofree char *number = g_strdup_printf ("%u", step);

  self->step = step;
  piga_page_ids_get_step_id (step, self->id);
  piga_progress_ring_set_label (self->ring, number);
  gtk_widget_set_visible (GTK_WIDGET (self->ring), TRUE);
  gtk_label_set_label (self->title, _ (guide->short_title));
  gtk_label_set_label (self->line, _ (guide->line));
  gtk_widget_set_visible (GTK_WIDGET (self->line), TRUE);
  return GTK_WIDGET (self);
}

/**
 * piga_sidebar_row_get_id:
 * @self: the row
 *
 * Returns: the id of the page that it leads to
 */
const char *
piga_sidebar_row_get_id (PigaSidebarRow *self)
{
  return self->id;
}

/**
 * piga_sidebar_row_get_step:
 * @self: the row
 *
 * Returns: the number of its step; 0 when it is no step's
 */
guint
piga_sidebar_row_get_step (PigaSidebarRow *self)
{
  return self->step;
}

static char *
describe_step (PigaSidebarRow *self, guint ticked, guint checks, gboolean done)
{
  const char *title = _ (piga_guide_get_step (self->step)->title);

  if (done)
    /* Translators: read out by the screen reader: the step’s number, of how many, its title. */
    return g_strdup_printf (_ ("Step %1$u of %2$u, %3$s, done"), self->step, PIGA_GUIDE_N_STEPS,
                            title);
  return g_strdup_printf (
    /* Translators: read out by the screen reader: the step’s number, of how many, its title, how
       many of its small acts are done, of how many. The plural follows the acts done. */
    g_dngettext (GETTEXT_PACKAGE, "Step %1$u of %2$u, %3$s, %4$u of %5$u done",
                 "Step %1$u of %2$u, %3$s, %4$u of %5$u done", ticked),
    self->step, PIGA_GUIDE_N_STEPS, title, ticked, checks);
}

/**
 * piga_sidebar_row_show_tally:
 * @self: a step's row
 * @tally: the tally
 *
 * Shows how far the step has come.
 */
void
piga_sidebar_row_show_tally (PigaSidebarRow *self, PigaStepTally *tally)
{
  const guint checks = piga_step_tally_count_checks (tally, self->step);
  const guint ticked = piga_step_tally_count_ticked (tally, self->step);
  const gboolean done = piga_step_tally_is_done (tally, self->step);
  g_autofree char *description = describe_step (self, ticked, checks, done);

  piga_progress_ring_set_fraction (self->ring, checks > 0 ? (double) ticked / checks : 0);
  piga_progress_ring_set_checked (self->ring, done);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
}
