/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-application-page.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-page.h"
#include "kit/piga-record-draft.h"
#include "kit/piga-record-form.h"
#include "kit/piga-record-list.h"
#include "kit/piga-writable.h"
#include "piga-application-actions.h"
#include "piga-application-interviews.h"
#include "piga-application-line.h"
#include "piga-follow-up.h"
#include "piga-scam-signs.h"
#include "piga-stage-history.h"
#include "piga-stage-menu.h"
#include "records/piga-interview-actions.h"
#include "sense/piga-funnel.h"
#include "sense/piga-round.h"

struct _PigaApplicationPage
{
  AdwNavigationPage parent_instance;

  GtkLabel *role_label;
  GtkLabel *employer_label;
  GtkMenuButton *stage_button;
  GtkLabel *line_label;
  PigaFollowUp *follow_up;
  PigaRecordList *interview_list;
  PigaRecordForm *details_form;
  PigaRecordForm *contact_form;
  AdwPreferencesGroup *cost_form;
  PigaRecordForm *notes_form;
  PigaStageHistory *history;
  PigaScamSigns *signs;

  PigaJobApplication *application; /* borrowed from the draft */

  PigaContext *context;
  PigaRecordDraft *draft;
};

enum
{
  PROP_STAGE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void page_iface_init (PigaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaApplicationPage, piga_application_page, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (PIGA_TYPE_PAGE, page_iface_init))

static void
flush (PigaPage *page)
{
  piga_record_draft_flush (PIGA_APPLICATION_PAGE (page)->draft);
}

static void
page_iface_init (PigaPageInterface *iface)
{
  iface->flush = flush;
}

static void
update_names (PigaApplicationPage *self)
{
  const char *role = piga_record_get_text (self->application, PIGA_JOB_APPLICATION_ROLE);
  const char *employer = piga_record_get_text (self->application, PIGA_JOB_APPLICATION_EMPLOYER);
  const gboolean has_both = role[0] != '\0' && employer[0] != '\0';
  g_autofree char *title = piga_job_application_title (self->application);

  gtk_label_set_label (self->role_label, has_both ? role : title);
  gtk_label_set_label (self->employer_label, has_both ? employer : "");
  gtk_widget_set_visible (GTK_WIDGET (self->employer_label), has_both);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
}

/* The follow-up says the same line, with what to do about it. */
static void
update_stage (PigaApplicationPage *self)
{
  const char *label = piga_stage_get_label (piga_stage_get (self->application));
  const gboolean is_waiting = gtk_widget_get_visible (GTK_WIDGET (self->follow_up));
  g_autofree char *line = piga_application_line (self->context, self->application);

  gtk_menu_button_set_label (self->stage_button, label);
  gtk_label_set_label (self->line_label, line);
  gtk_widget_set_visible (GTK_WIDGET (self->line_label), line[0] != '\0' && !is_waiting);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
}

static void
update_cost (PigaApplicationPage *self)
{
  const double cost = piga_record_get_real (self->application, PIGA_JOB_APPLICATION_FARE)
                      + piga_record_get_real (self->application, PIGA_JOB_APPLICATION_PRINTING)
                      + piga_record_get_real (self->application, PIGA_JOB_APPLICATION_DATA);
  g_autofree char *money = piga_funnel_money (cost);
  /* Translators: what an application cost in all; %s is an amount of money. */
  g_autofree char *sum = g_strdup_printf (_ ("%s together"), money);

  adw_preferences_group_set_description (self->cost_form, cost > 0 ? sum : NULL);
}

static void
update (PigaApplicationPage *self)
{
  update_names (self);
  update_stage (self);
  update_cost (self);
}

static void
application_changed_cb (PigaApplicationPage *self, GParamSpec *pspec)
{
  if (pspec->owner_type == PIGA_TYPE_JOB_APPLICATION)
    update (self);
}

static void
add_interview_cb (PigaApplicationPage *self)
{
  piga_interview_add (GTK_WIDGET (self), self->context, self->application);
}

static void
interview_activated_cb (PigaApplicationPage *self, PigaRecord *interview)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "room.open-tool", "(ss)", "interview",
                              piga_record_get_id (interview));
}

static void
add_interview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_interview_cb (PIGA_APPLICATION_PAGE (widget));
}

static void
show_state (PigaApplicationPage *self)
{
  g_object_set (self->interview_list, "can-add",
                piga_writable_is (piga_context_get_store (self->context)), NULL);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaApplicationPage *self = PIGA_APPLICATION_PAGE (widget);

  piga_record_draft_flush (self->draft);
  piga_application_delete (widget, self->context, self->application);
}

static void
piga_application_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaApplicationPage *self = PIGA_APPLICATION_PAGE (object);

  switch (id)
    {
    case PROP_STAGE:
      g_value_set_int (value, self->application != NULL ? (int) piga_stage_get (self->application)
                                                        : PIGA_STAGE_THINKING);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_application_page_set_property (GObject *object, guint id, const GValue *value,
                                    GParamSpec *pspec)
{
  PigaApplicationPage *self = PIGA_APPLICATION_PAGE (object);

  switch (id)
    {
    case PROP_STAGE:
      piga_application_move (GTK_WIDGET (self), self->context, self->application,
                             (PigaStage) g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_application_page_dispose (GObject *object)
{
  PigaApplicationPage *self = PIGA_APPLICATION_PAGE (object);

  if (self->application != NULL)
    g_signal_handlers_disconnect_by_data (self->application, self);
  /* The page unparents its child by itself, and would do so twice. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_APPLICATION_PAGE);
  self->application = NULL;
  g_clear_object (&self->draft);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_application_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationPage, role_label);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationPage, employer_label);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationPage, stage_button);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationPage, line_label);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationPage, follow_up);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationPage, interview_list);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationPage, details_form);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationPage, contact_form);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationPage, cost_form);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationPage, notes_form);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationPage, history);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationPage, signs);
}

static void
ensure_types (void)
{
  g_type_ensure (PIGA_TYPE_FOLLOW_UP);
  g_type_ensure (PIGA_TYPE_RECORD_FORM);
  g_type_ensure (PIGA_TYPE_RECORD_LIST);
  g_type_ensure (PIGA_TYPE_SCAM_SIGNS);
  g_type_ensure (PIGA_TYPE_STAGE_HISTORY);
}

static void
piga_application_page_class_init (PigaApplicationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_application_page_get_property;
  object_class->set_property = piga_application_page_set_property;
  object_class->dispose = piga_application_page_dispose;

  properties[PROP_STAGE] =
    g_param_spec_int ("stage", NULL, NULL, 0, PIGA_N_STAGES - 1, PIGA_STAGE_THINKING,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-application-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, add_interview_cb);
  gtk_widget_class_bind_template_callback (widget_class, interview_activated_cb);

  gtk_widget_class_install_property_action (widget_class, "application.stage", "stage");
  gtk_widget_class_install_action (widget_class, "application.add-interview", NULL,
                                   add_interview_action);
  gtk_widget_class_install_action (widget_class, "application.delete", NULL, delete_cb);
}

static void
piga_application_page_init (PigaApplicationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_parts (PigaApplicationPage *self)
{
  g_autoptr (GMenuModel) stages = piga_stage_menu_new ("application.stage");

  gtk_menu_button_set_menu_model (self->stage_button, stages);
  piga_follow_up_show (self->follow_up, self->context, self->application);
  piga_application_show_interviews (self->interview_list, self->context, self->application);
  piga_record_form_show (self->details_form, self->context, self->application);
  piga_record_form_show (self->contact_form, self->context, self->application);
  piga_record_form_show (PIGA_RECORD_FORM (self->cost_form), self->context, self->application);
  piga_record_form_show (self->notes_form, self->context, self->application);
  piga_stage_history_show (self->history, self->context, self->application);
  piga_scam_signs_show (self->signs, self->application);
}

static void
follow (PigaApplicationPage *self)
{
  PigaStore *store = piga_context_get_store (self->context);

  g_signal_connect_object (self->application, "notify", G_CALLBACK (application_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::interview", G_CALLBACK (update_stage), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (self->context), "notify::today",
                           G_CALLBACK (update_stage), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follow_up, "notify::visible", G_CALLBACK (update_stage), self,
                           G_CONNECT_SWAPPED);
}

/**
 * piga_application_page_new:
 * @context: the context
 * @id: the id of an application
 *
 * Returns: (transfer floating) (nullable): its page; %NULL where there is no such application
 */
AdwNavigationPage *
piga_application_page_new (PigaContext *context, const char *id)
{
  PigaStore *store = piga_context_get_store (context);
  PigaJobApplication *application = piga_store_get (store, PIGA_TYPE_JOB_APPLICATION, id);
  PigaApplicationPage *self;

  if (application == NULL)
    return NULL;
  self = g_object_new (PIGA_TYPE_APPLICATION_PAGE, NULL);
  self->context = g_object_ref (context);
  self->application = application;
  self->draft = piga_record_draft_new (store, application);
  show_parts (self);
  follow (self);
  piga_writable_follow (self->stage_button, store);
  piga_writable_follow (self->follow_up, store);
  piga_writable_follow (self->signs, store);
  piga_writable_follow_action (self, store, "application.add-interview");
  piga_writable_follow_action (self, store, "application.delete");
  show_state (self);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}
