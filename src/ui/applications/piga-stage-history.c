/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-stage-history.h"

#include "kit/piga-record-form.h"
#include "sense/piga-history.h"

#define FIRST_DAY PIGA_JOB_APPLICATION_THINKING_ON
#define LAST_DAY PIGA_JOB_APPLICATION_FOLLOWED_UP_ON

struct _PigaStageHistory
{
  AdwBin parent_instance;

  PigaRecordForm *form;
  GtkToggleButton *all_button;
  GtkLabel *problem_label;

  PigaContext *context;
  PigaJobApplication *application;
};

G_DEFINE_FINAL_TYPE (PigaStageHistory, piga_stage_history, ADW_TYPE_BIN)

static void
show_row (PigaStageHistory *self, guint field)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (self->application);
  GtkWidget *row = piga_record_form_get_row (self->form, klass->fields[field].name);

  gtk_widget_set_visible (row,
                          gtk_toggle_button_get_active (self->all_button)
                            || piga_record_get_day (self->application, field) != PIGA_DAY_NONE);
}

static void
update_rows (PigaStageHistory *self)
{
  if (self->application != NULL)
    for (guint field = FIRST_DAY; field <= LAST_DAY; field++)
      show_row (self, field);
}

static void
show_problem (PigaStageHistory *self)
{
  g_autofree char *problem =
    piga_history_problem (self->application, piga_context_get_today (self->context));

  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
}

/* A row whose date was just taken out stays: the person is about to write another. */
static void
application_changed_cb (PigaStageHistory *self, GParamSpec *pspec)
{
  if (pspec->owner_type != PIGA_TYPE_JOB_APPLICATION)
    return;
  for (guint field = FIRST_DAY; field <= LAST_DAY; field++)
    if (piga_record_get_day (self->application, field) != PIGA_DAY_NONE)
      show_row (self, field);
  show_problem (self);
}

static void
piga_stage_history_dispose (GObject *object)
{
  PigaStageHistory *self = PIGA_STAGE_HISTORY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_STAGE_HISTORY);
  g_clear_object (&self->application);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_stage_history_parent_class)->dispose (object);
}

static void
piga_stage_history_class_init (PigaStageHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_stage_history_dispose;

  g_type_ensure (PIGA_TYPE_RECORD_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-stage-history.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaStageHistory, form);
  gtk_widget_class_bind_template_child (widget_class, PigaStageHistory, all_button);
  gtk_widget_class_bind_template_child (widget_class, PigaStageHistory, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, update_rows);
}

static void
piga_stage_history_init (PigaStageHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_stage_history_show:
 * @self: the history
 * @context: the context
 * @application: the application; once
 */
void
piga_stage_history_show (PigaStageHistory *self, PigaContext *context,
                         PigaJobApplication *application)
{
  self->context = g_object_ref (context);
  self->application = g_object_ref (application);
  piga_record_form_show (self->form, context, application);
  g_signal_connect_object (application, "notify", G_CALLBACK (application_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today",
                           G_CALLBACK (show_problem), self, G_CONNECT_SWAPPED);
  update_rows (self);
  show_problem (self);
}
