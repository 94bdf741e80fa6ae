/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* There is no Cancel: closing the dialog in any way makes nothing and loses nothing, since what was
 * typed is there again when it is opened the next time. Unlike a goal it is not put on the disk
 * while it is typed: who opens this and closes it again was not ready to have it on record. */

#include "config.h"

#include "piga-rejection-dialog.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-checked-row.h"
#include "kit/piga-record-form.h"
#include "kit/piga-toast.h"
#include "sense/piga-duplicate-index.h"

struct _PigaRejectionDialog
{
  AdwDialog parent_instance;

  GtkWidget *known_group;
  AdwPreferencesRow *known_row;
  GtkWidget *other_button;
  GtkWidget *name_box;
  PigaRecordForm *name_form;
  GtkWidget *offer_group;
  AdwActionRow *offer_row;
  PigaRecordForm *facts_form;
  GtkWidget *more_button;
  PigaRecordForm *more_form;
  GtkLabel *problem;
  GtkWidget *begin_button;

  PigaContext *context;
  PigaRejection *rejection;
  PigaDuplicateIndex *index;
  gboolean is_asking; /* whether to leave without what was typed */
};

G_DEFINE_FINAL_TYPE (PigaRejectionDialog, piga_rejection_dialog, ADW_TYPE_DIALOG)

/* The application that is being typed, where it is one that is there. */
static PigaJobApplication *
find_offer (PigaRejectionDialog *self)
{
  PigaJobApplication *typed = piga_rejection_get_typed (self->rejection);

  if (piga_rejection_get_application (self->rejection) != NULL)
    return NULL;
  return piga_duplicate_index_find (self->index, typed,
                                    piga_record_get_text (typed, PIGA_JOB_APPLICATION_EMPLOYER),
                                    piga_record_get_text (typed, PIGA_JOB_APPLICATION_ROLE));
}

static void
update_offer (PigaRejectionDialog *self)
{
  PigaJobApplication *offer = find_offer (self);
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (self->offer_group, offer != NULL);
  if (offer == NULL)
    return;
  sentence = piga_duplicate_sentence (offer, piga_context_get_today (self->context));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->offer_row), sentence);
  adw_action_row_set_subtitle (self->offer_row,
                               piga_record_get_text (offer, PIGA_JOB_APPLICATION_ROLE));
}

/* What is known already is said once and not asked. */
static void
show_application (PigaRejectionDialog *self)
{
  PigaJobApplication *application = piga_rejection_get_application (self->rejection);
  const gboolean is_known = application != NULL;
  g_autofree char *title = is_known ? piga_job_application_title (application) : NULL;

  gtk_widget_set_visible (self->known_group, is_known);
  gtk_widget_set_visible (self->other_button, !piga_rejection_is_given (self->rejection));
  gtk_widget_set_visible (self->name_box, !is_known);
  if (is_known)
    adw_preferences_row_set_title (self->known_row, title);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        GTK_WIDGET (is_known ? self->facts_form : self->name_form));
  update_offer (self);
}

static void
offer_cb (PigaRejectionDialog *self)
{
  piga_rejection_set_application (self->rejection, find_offer (self));
  show_application (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->facts_form));
}

static void
other_cb (PigaRejectionDialog *self)
{
  piga_rejection_set_application (self->rejection, NULL);
  show_application (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_form));
}

static void
show_more (PigaRejectionDialog *self)
{
  gtk_widget_set_visible (self->more_button, FALSE);
}

static void
more_cb (PigaRejectionDialog *self)
{
  show_more (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->more_form));
}

static void
set_problem (PigaRejectionDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
point_at (PigaRejectionDialog *self, guint field, const char *problem)
{
  set_problem (self, problem);
  if (field == PIGA_INTERVIEW_HEARD_ON)
    show_more (self);
  gtk_widget_grab_focus (field == PIGA_INTERVIEW_HEARD_ON
                           ? piga_record_form_get_row (self->more_form, "heard_on")
                           : piga_record_form_get_row (self->facts_form, "day"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), problem,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Whether it can be begun; else it points at what cannot be. */
static gboolean
check (PigaRejectionDialog *self)
{
  GtkWidget *heard_row = piga_record_form_get_row (self->more_form, "heard_on");
  g_autofree char *problem = NULL;
  guint field;

  if (!piga_checked_row_check (PIGA_CHECKED_ROW (heard_row)))
    show_more (self);
  if (!piga_record_form_check (self->name_form) || !piga_record_form_check (self->facts_form)
      || !piga_record_form_check (self->more_form))
    return FALSE;
  problem = piga_rejection_find_problem (self->rejection, &field);
  if (problem != NULL)
    point_at (self, field, problem);
  return problem == NULL;
}

/* From here on the pages are about it. */
static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaRejectionDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaInterview) round =
    piga_rejection_begin_finish (PIGA_REJECTION (source), result, &error);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_widget_set_sensitive (self->begin_button, TRUE);
  if (round == NULL)
    {
      set_problem (self, error->message);
      return;
    }
  piga_rounds_set_current (piga_context_get_rounds (self->context), round);
  if (window == NULL)
    return;
  /* Closed first: it hands the keyboard back to where it came from, and the page takes it on. */
  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.show-page", "s", "step-1");
  piga_toast_show (window, _ ("You have begun. One small step at a time is enough."));
}

static void
begin_cb (PigaRejectionDialog *self)
{
  set_problem (self, NULL);
  if (!check (self))
    return;
  gtk_widget_set_sensitive (self->begin_button, FALSE);
  piga_rejection_begin_async (self->rejection, begun_cb, g_object_ref (self));
}

static void
piga_rejection_dialog_dispose (GObject *object)
{
  PigaRejectionDialog *self = PIGA_REJECTION_DIALOG (object);

  /* The frame that the toolkit draws around it outlives the dialog, and the child with it. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_REJECTION_DIALOG);
  g_clear_object (&self->index);
  g_clear_object (&self->rejection);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_rejection_dialog_parent_class)->dispose (object);
}

static void
piga_rejection_dialog_class_init (PigaRejectionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_rejection_dialog_dispose;

  g_type_ensure (PIGA_TYPE_RECORD_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-rejection-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaRejectionDialog, known_group);
  gtk_widget_class_bind_template_child (widget_class, PigaRejectionDialog, known_row);
  gtk_widget_class_bind_template_child (widget_class, PigaRejectionDialog, other_button);
  gtk_widget_class_bind_template_child (widget_class, PigaRejectionDialog, name_box);
  gtk_widget_class_bind_template_child (widget_class, PigaRejectionDialog, name_form);
  gtk_widget_class_bind_template_child (widget_class, PigaRejectionDialog, offer_group);
  gtk_widget_class_bind_template_child (widget_class, PigaRejectionDialog, offer_row);
  gtk_widget_class_bind_template_child (widget_class, PigaRejectionDialog, facts_form);
  gtk_widget_class_bind_template_child (widget_class, PigaRejectionDialog, more_button);
  gtk_widget_class_bind_template_child (widget_class, PigaRejectionDialog, more_form);
  gtk_widget_class_bind_template_child (widget_class, PigaRejectionDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, PigaRejectionDialog, begin_button);
  gtk_widget_class_bind_template_callback (widget_class, offer_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
}

static void
piga_rejection_dialog_init (PigaRejectionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What was told already is never hidden. */
static void
show_forms (PigaRejectionDialog *self)
{
  PigaInterview *interview = piga_rejection_get_interview (self->rejection);

  piga_record_form_show (self->name_form, self->context,
                         piga_rejection_get_typed (self->rejection));
  piga_record_form_show (self->facts_form, self->context, interview);
  piga_record_form_show (self->more_form, self->context, interview);
  if (piga_record_get_text (interview, PIGA_INTERVIEW_PEOPLE)[0] != '\0'
      || piga_record_get_day (interview, PIGA_INTERVIEW_HEARD_ON)
           != piga_context_get_today (self->context))
    show_more (self);
}

/**
 * piga_rejection_dialog_new:
 * @context: the context
 * @rejection: what has been told so far; it takes what is typed
 *
 * Returns: (transfer floating): the dialog
 */
PigaRejectionDialog *
piga_rejection_dialog_new (PigaContext *context, PigaRejection *rejection)
{
  PigaRejectionDialog *self = g_object_new (PIGA_TYPE_REJECTION_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->rejection = g_object_ref (rejection);
  show_forms (self);
  self->index = piga_duplicate_index_new (
    piga_store_list (piga_context_get_store (context), PIGA_TYPE_JOB_APPLICATION));
  g_signal_connect_object (piga_rejection_get_typed (rejection), "notify",
                           G_CALLBACK (update_offer), self, G_CONNECT_SWAPPED);
  show_application (self);
  return self;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaRejectionDialog) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  self->is_asking = FALSE;
  if (window == NULL || !g_str_equal (response, "leave"))
    return;
  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (GTK_WIDGET (window), "app.quit", NULL);
}

/**
 * piga_rejection_dialog_holds_back:
 * @self: the dialog
 *
 * To be asked before the program ends. Where something was typed that would be lost, the dialog
 * asks the person, and ends the program itself if they say so.
 *
 * Returns: whether the program has to go on for now
 */
gboolean
piga_rejection_dialog_holds_back (PigaRejectionDialog *self)
{
  AdwDialog *dialog;

  if (self->is_asking || !piga_rejection_is_told (self->rejection))
    return self->is_asking;

  self->is_asking = TRUE;
  dialog = adw_alert_dialog_new (
    _ ("Leave Without Saving?"),
    _ (
      "What you typed about the interview is kept only when you press “Begin”. It is still here as "
      "long as you stay."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "stay", _ ("_Stay"), "leave",
                                  _ ("_Leave Without Saving"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "leave",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "stay");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "stay");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog),
                           GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), NULL, answered_cb,
                           g_object_ref (self));
  return TRUE;
}
