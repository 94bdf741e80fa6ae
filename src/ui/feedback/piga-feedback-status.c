/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-feedback-status.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-record-form.h"
#include "kit/piga-text-file.h"
#include "piga-feedback-actions.h"
#include "piga-feedback-calendar.h"

struct _PigaFeedbackStatus
{
  AdwBin parent_instance;

  GtkActionable *sort_row;
  AdwExpanderRow *sent_row;
  GtkLabel *sent_label;
  AdwExpanderRow *followed_row;
  GtkLabel *followed_label;
  AdwBin *days_bin;
  GtkWidget *wait_box;
  GtkWidget *answered_button;
  GtkWidget *calendar_button;
  GtkWidget *close_button;

  PigaContext *context;
  PigaFeedbackLetter *letter;
  PigaFeedbackRequest *request;
  PigaRecordForm *days; /* of the request */
};

G_DEFINE_FINAL_TYPE (PigaFeedbackStatus, piga_feedback_status, ADW_TYPE_BIN)

static gboolean
has_day (PigaFeedbackStatus *self, guint field)
{
  return piga_record_get_day (self->request, field) != PIGA_DAY_NONE;
}

static void
show_words (PigaFeedbackStatus *self, AdwExpanderRow *row, GtkLabel *label, guint text, guint day)
{
  g_autofree char *date = NULL;

  gtk_widget_set_visible (GTK_WIDGET (row), has_day (self, day));
  gtk_label_set_label (label, piga_record_get_text (self->request, text));
  if (!has_day (self, day))
    return;
  date = piga_calendar_date_near (piga_record_get_day (self->request, day),
                                  piga_context_get_today (self->context));
  adw_expander_row_set_subtitle (row, date);
}

/* A row that was there stays, so that a day can be emptied and typed again. */
static void
show_days (PigaFeedbackStatus *self)
{
  static const struct
  {
    const char *name;
    guint field;
  } days[] = {
    { "sent_on", PIGA_FEEDBACK_REQUEST_SENT_ON },
    { "followed_up_on", PIGA_FEEDBACK_REQUEST_FOLLOWED_UP_ON },
    { "answered_on", PIGA_FEEDBACK_REQUEST_ANSWERED_ON },
    { "closed_on", PIGA_FEEDBACK_REQUEST_CLOSED_ON },
  };
  const gboolean is_typing = gtk_widget_get_focus_child (GTK_WIDGET (self->days)) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GtkWidget *row = piga_record_form_get_row (self->days, days[i].name);

      if (has_day (self, days[i].field) || !is_typing)
        gtk_widget_set_visible (row, has_day (self, days[i].field));
    }
  if (has_day (self, PIGA_FEEDBACK_REQUEST_SENT_ON) || !is_typing)
    gtk_widget_set_visible (GTK_WIDGET (self), has_day (self, PIGA_FEEDBACK_REQUEST_SENT_ON));
}

static void
make_days (PigaFeedbackStatus *self)
{
  self->days = g_object_new (PIGA_TYPE_RECORD_FORM, "fields",
                             "sent_on followed_up_on answered_on closed_on", NULL);
  adw_bin_set_child (self->days_bin, GTK_WIDGET (self->days));
  piga_record_form_show (self->days, self->context, self->request);
}

static void
update (PigaFeedbackStatus *self)
{
  PigaFeedbackRequest *request = piga_feedback_letter_get_request (self->letter);
  const PigaCadence cadence = piga_feedback_letter_get_cadence (self->letter);
  g_autofree char *calendar = piga_feedback_calendar (self->context, self->letter);
  gboolean is_answered;

  if (g_set_object (&self->request, request))
    make_days (self);
  is_answered = has_day (self, PIGA_FEEDBACK_REQUEST_ANSWERED_ON);

  gtk_widget_set_visible (GTK_WIDGET (self->sort_row), is_answered);
  gtk_widget_set_visible (self->wait_box, !is_answered);
  gtk_widget_set_visible (self->calendar_button, cadence == PIGA_CADENCE_SENT && calendar != NULL);
  /* An answer may still come when nobody expects it any more. */
  gtk_widget_set_visible (self->close_button, cadence != PIGA_CADENCE_CLOSED);
  show_words (self, self->sent_row, self->sent_label, PIGA_FEEDBACK_REQUEST_TEXT,
              PIGA_FEEDBACK_REQUEST_SENT_ON);
  show_words (self, self->followed_row, self->followed_label, PIGA_FEEDBACK_REQUEST_FOLLOW_UP_TEXT,
              PIGA_FEEDBACK_REQUEST_FOLLOWED_UP_ON);
  show_days (self);
}

static void
answered_cb (PigaFeedbackStatus *self)
{
  piga_feedback_answered (GTK_WIDGET (self), self->context, self->letter);
  gtk_widget_grab_focus (GTK_WIDGET (self->sort_row));
}

static void
calendar_cb (PigaFeedbackStatus *self)
{
  g_autofree char *calendar = piga_feedback_calendar (self->context, self->letter);

  /* Translators: the name suggested for a calendar file. */
  piga_save_text_file (GTK_WIDGET (self), piga_context_get_store (self->context),
                       _ ("follow-up.ics"), calendar);
}

static void
close_cb (PigaFeedbackStatus *self)
{
  piga_feedback_close (GTK_WIDGET (self), self->context, self->letter);
  gtk_widget_grab_focus (self->answered_button);
}

static void
piga_feedback_status_dispose (GObject *object)
{
  PigaFeedbackStatus *self = PIGA_FEEDBACK_STATUS (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_FEEDBACK_STATUS);
  g_clear_object (&self->request);
  g_clear_object (&self->letter);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_feedback_status_parent_class)->dispose (object);
}

static void
piga_feedback_status_class_init (PigaFeedbackStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_feedback_status_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-feedback-status.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackStatus, sort_row);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackStatus, sent_row);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackStatus, sent_label);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackStatus, followed_row);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackStatus, followed_label);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackStatus, days_bin);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackStatus, wait_box);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackStatus, answered_button);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackStatus, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackStatus, close_button);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
piga_feedback_status_init (PigaFeedbackStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_feedback_status_show:
 * @self: the status
 * @context: the context
 * @letter: the request; set once
 */
void
piga_feedback_status_show (PigaFeedbackStatus *self, PigaContext *context,
                           PigaFeedbackLetter *letter)
{
  const char *interview = piga_record_get_text (piga_feedback_letter_get_request (letter),
                                                PIGA_FEEDBACK_REQUEST_INTERVIEW);

  self->context = g_object_ref (context);
  self->letter = g_object_ref (letter);
  gtk_actionable_set_action_target (self->sort_row, "(ss)", "feedback-sorter", interview);
  gtk_actionable_set_action_name (self->sort_row, "room.open-tool");
  g_signal_connect_object (letter, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
