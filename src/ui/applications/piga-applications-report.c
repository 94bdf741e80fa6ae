/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page comes at once, and what there is to say of thousands of applications is counted between
 * two frames: what became of them first, then where they came from. */

#include "config.h"

#include "piga-applications-report.h"

#include <glib/gi18n-lib.h>

#include "charts/piga-funnel-chart.h"
#include "piga-applications-sheet.h"
#include "print/piga-print-button.h"
#include "records/piga-interview.h"

/* In milliseconds: one deed changes several records, and a long list changes in many parts. What
 * follows within this time is counted together. */
#define CALM 200

struct _PigaApplicationsReport
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  PigaPrintButton *print_button;
  AdwPreferencesGroup *funnel_group;
  GtkWidget *chart_card;
  PigaFunnelChart *chart;
  AdwPreferencesGroup *source_group;
  AdwPreferencesGroup *cost_group;

  PigaContext *context;
  PigaApplicationsModel *model;
  GPtrArray *rows; /* of the groups, each borrowed from its group */
  PigaFunnel funnel;
  guint counting; /* a source, 0 once all is said */
};

G_DEFINE_FINAL_TYPE (PigaApplicationsReport, piga_applications_report, ADW_TYPE_NAVIGATION_PAGE)

static PigaSheet *
create_sheet_cb (PigaApplicationsReport *self)
{
  return piga_applications_sheet_new (self->model, self->context);
}

static void
piga_applications_report_dispose (GObject *object)
{
  PigaApplicationsReport *self = PIGA_APPLICATIONS_REPORT (object);

  g_clear_handle_id (&self->counting, g_source_remove);
  /* The page unparents its child by itself, and would do so twice. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_APPLICATIONS_REPORT);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_applications_report_parent_class)->dispose (object);
}

static void
piga_applications_report_class_init (PigaApplicationsReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_applications_report_dispose;

  g_type_ensure (PIGA_TYPE_FUNNEL_CHART);
  g_type_ensure (PIGA_TYPE_PRINT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-applications-report.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsReport, window_title);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsReport, print_button);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsReport, funnel_group);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsReport, chart_card);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsReport, chart);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsReport, source_group);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsReport, cost_group);
  gtk_widget_class_bind_template_callback (widget_class, create_sheet_cb);
}

static void
piga_applications_report_init (PigaApplicationsReport *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_sentence (PigaApplicationsReport *self, AdwPreferencesGroup *group, const char *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_sentences (PigaApplicationsReport *self, AdwPreferencesGroup *group, GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    add_sentence (self, group, sentences->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (group), sentences->len > 0);
}

static GListModel *
get_interviews (PigaApplicationsReport *self)
{
  return piga_store_list (piga_context_get_store (self->context), PIGA_TYPE_INTERVIEW);
}

static void
show_sources (PigaApplicationsReport *self)
{
  g_autoptr (GArray) sources =
    piga_funnel_count_by_source (piga_applications_model_get_shown (self->model),
                                 get_interviews (self), piga_context_get_today (self->context));

  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *sentence =
        piga_funnel_source_sentence (&g_array_index (sources, PigaSourceFunnel, i));

      add_sentence (self, self->source_group, sentence);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->source_group), sources->len > 0);
}

static void
show_rest_cb (gpointer user_data)
{
  PigaApplicationsReport *self = user_data;
  g_autoptr (GPtrArray) costs = piga_applications_cost_sentences (&self->funnel);

  self->counting = 0;
  show_sources (self);
  add_sentences (self, self->cost_group, costs);
}

static void
remove_rows (PigaApplicationsReport *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *group = gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), self->rows->pdata[i]);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_funnel_cb (gpointer user_data)
{
  PigaApplicationsReport *self = user_data;
  g_autofree char *which = piga_applications_model_dup_description (self->model);
  g_autoptr (GPtrArray) sentences = NULL;

  remove_rows (self);
  adw_window_title_set_subtitle (self->window_title, which);
  piga_funnel_count (piga_applications_model_get_shown (self->model), get_interviews (self),
                     piga_context_get_today (self->context), &self->funnel);
  sentences = piga_applications_funnel_sentences (&self->funnel);
  gtk_widget_set_visible (self->chart_card, self->funnel.applied > 0);
  piga_funnel_chart_take (self->chart, piga_applications_funnel_bars (&self->funnel));
  add_sentences (self, self->funnel_group, sentences);
  self->counting = g_idle_add_once (show_rest_cb, self);
}

static void
changed_cb (PigaApplicationsReport *self)
{
  g_clear_handle_id (&self->counting, g_source_remove);
  self->counting = g_timeout_add_once (CALM, show_funnel_cb, self);
}

static void
follow (PigaApplicationsReport *self, gpointer object, const char *signal)
{
  g_signal_connect_object (object, signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * piga_applications_report_new:
 * @context: the context
 * @model: the applications
 *
 * Returns: (transfer floating): the page, about those that are shown, and follows them
 */
AdwNavigationPage *
piga_applications_report_new (PigaContext *context, PigaApplicationsModel *model)
{
  PigaApplicationsReport *self = g_object_new (PIGA_TYPE_APPLICATIONS_REPORT, NULL);
  PigaStore *store = piga_context_get_store (context);
  g_autofree char *which = piga_applications_model_dup_description (model);

  self->context = g_object_ref (context);
  piga_print_button_set_store (self->print_button, store);
  self->model = g_object_ref (model);
  adw_window_title_set_subtitle (self->window_title, which);
  follow (self, model, "notify");
  follow (self, piga_applications_model_get_shown (model), "items-changed");
  follow (self, get_interviews (self), "items-changed");
  follow (self, store, "record-saved::application");
  follow (self, store, "record-saved::interview");
  follow (self, piga_context_get_clock (context), "notify::today");
  self->counting = g_idle_add_once (show_funnel_cb, self);
  return ADW_NAVIGATION_PAGE (self);
}
