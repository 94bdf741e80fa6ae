/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed is on the disk a second later and from then on in the list, so closing the dialog
 * in whatever way keeps it. “Cancel” is the only way to say no; it puts the application into the
 * trash, with Undo. */

#include "config.h"

#include "piga-add-application-dialog.h"

#include <glib/gi18n-lib.h>

#include "piga-application-actions.h"
#include "kit/piga-record-draft.h"
#include "kit/piga-first-focus.h"
#include "kit/piga-record-form.h"
#include "sense/piga-duplicate-index.h"

struct _PigaAddApplicationDialog
{
  AdwDialog parent_instance;

  GtkWidget *add_button;
  PigaRecordForm *form;
  GtkRevealer *hint_revealer;
  AdwActionRow *hint_row;
  GtkWidget *hint_button;
  AdwSwitchRow *applied_row;
  PigaRecordForm *closing_form;

  PigaJobApplication *application; /* borrowed from the draft */
  PigaJobApplication *earlier;

  PigaContext *context;
  PigaRecordDraft *draft;
  PigaDuplicateIndex *index;
};

G_DEFINE_FINAL_TYPE (PigaAddApplicationDialog, piga_add_application_dialog, ADW_TYPE_DIALOG)

static const char *
get_text (PigaAddApplicationDialog *self, guint field)
{
  return piga_record_get_text (self->application, field);
}

static gboolean
has_name (PigaAddApplicationDialog *self)
{
  return get_text (self, PIGA_JOB_APPLICATION_EMPLOYER)[0] != '\0'
         || get_text (self, PIGA_JOB_APPLICATION_ROLE)[0] != '\0';
}

static void
update_hint (PigaAddApplicationDialog *self)
{
  PigaJobApplication *earlier = piga_duplicate_index_find (
    self->index, self->application, get_text (self, PIGA_JOB_APPLICATION_EMPLOYER),
    get_text (self, PIGA_JOB_APPLICATION_ROLE));
  g_autofree char *sentence = NULL;

  gtk_revealer_set_reveal_child (self->hint_revealer, earlier != NULL);
  gtk_widget_set_sensitive (self->hint_button, earlier != NULL);
  if (!g_set_object (&self->earlier, earlier) || earlier == NULL)
    return;

  sentence = piga_duplicate_sentence (earlier, piga_context_get_today (self->context));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->hint_row), sentence);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
application_changed_cb (PigaAddApplicationDialog *self, GParamSpec *pspec)
{
  if (pspec->owner_type != PIGA_TYPE_JOB_APPLICATION)
    return;
  gtk_widget_set_sensitive (self->add_button, has_name (self));
  update_hint (self);
}

static void
show_stage (PigaAddApplicationDialog *self)
{
  piga_stage_move (self->application,
                   adw_switch_row_get_active (self->applied_row) ? PIGA_STAGE_APPLIED
                                                                 : PIGA_STAGE_THINKING,
                   piga_context_get_today (self->context));
}

/* Who has applied no longer thinks about it: both would say the same day. */
static void
applied_changed_cb (PigaAddApplicationDialog *self)
{
  if (self->application == NULL)
    return;
  piga_record_set_day (self->application, PIGA_JOB_APPLICATION_THINKING_ON, PIGA_DAY_NONE);
  show_stage (self);
}

static void
cancel_cb (PigaAddApplicationDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (PigaJobApplication) application = g_object_ref (self->application);
  g_autoptr (PigaContext) context = g_object_ref (self->context);
  const gboolean is_worth_keeping = has_name (self) || piga_record_get_revision (application) > 0;

  piga_record_draft_abandon (self->draft);
  adw_dialog_force_close (ADW_DIALOG (self));
  if (is_worth_keeping)
    piga_application_discard (window, context, application);
}

/* Without a name there is no application, whatever was switched. */
static void
close_attempt_cb (PigaAddApplicationDialog *self)
{
  if (!has_name (self))
    {
      cancel_cb (self);
      return;
    }
  if (!piga_record_form_check (self->form) || !piga_record_form_check (self->closing_form))
    return;

  piga_record_draft_flush (self->draft);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* What was typed so far goes into the trash: who opens the earlier one had forgotten it. */
static void
open_earlier_cb (PigaAddApplicationDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *id = g_strdup (piga_record_get_id (self->earlier));

  cancel_cb (self);
  gtk_widget_activate_action (window, "win.open-tool", "(sss)", "applications", "application", id);
}

static void
employer_entered_cb (PigaAddApplicationDialog *self)
{
  gtk_widget_grab_focus (piga_record_form_get_row (self->form, "role"));
}

static void
role_entered_cb (PigaAddApplicationDialog *self)
{
  if (has_name (self))
    close_attempt_cb (self);
}

static void
piga_add_application_dialog_dispose (GObject *object)
{
  PigaAddApplicationDialog *self = PIGA_ADD_APPLICATION_DIALOG (object);

  if (self->application != NULL)
    g_signal_handlers_disconnect_by_data (self->application, self);
  self->application = NULL;
  /* The frame that the toolkit draws around it outlives the dialog, and the child with it. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_ADD_APPLICATION_DIALOG);
  g_clear_object (&self->earlier);
  g_clear_object (&self->index);
  g_clear_object (&self->draft);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_add_application_dialog_parent_class)->dispose (object);
}

static void
piga_add_application_dialog_class_init (PigaAddApplicationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_add_application_dialog_dispose;

  g_type_ensure (PIGA_TYPE_RECORD_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-add-application-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaAddApplicationDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, PigaAddApplicationDialog, form);
  gtk_widget_class_bind_template_child (widget_class, PigaAddApplicationDialog, hint_revealer);
  gtk_widget_class_bind_template_child (widget_class, PigaAddApplicationDialog, hint_row);
  gtk_widget_class_bind_template_child (widget_class, PigaAddApplicationDialog, hint_button);
  gtk_widget_class_bind_template_child (widget_class, PigaAddApplicationDialog, applied_row);
  gtk_widget_class_bind_template_child (widget_class, PigaAddApplicationDialog, closing_form);
  gtk_widget_class_bind_template_callback (widget_class, applied_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_earlier_cb);
}

static void
piga_add_application_dialog_init (PigaAddApplicationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  piga_first_focus (self->form);
}

static void
show_forms (PigaAddApplicationDialog *self)
{
  piga_record_form_show (self->form, self->context, self->application);
  piga_record_form_show (self->closing_form, self->context, self->application);
  g_signal_connect_object (piga_record_form_get_row (self->form, "employer"), "entry-activated",
                           G_CALLBACK (employer_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_record_form_get_row (self->form, "role"), "entry-activated",
                           G_CALLBACK (role_entered_cb), self, G_CONNECT_SWAPPED);
}

/**
 * piga_add_application_dialog_new:
 * @context: the context
 *
 * Returns: (transfer floating): the dialog, about a new application
 */
PigaAddApplicationDialog *
piga_add_application_dialog_new (PigaContext *context)
{
  PigaAddApplicationDialog *self = g_object_new (PIGA_TYPE_ADD_APPLICATION_DIALOG, NULL);
  PigaStore *store = piga_context_get_store (context);
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);

  self->context = g_object_ref (context);
  self->index = piga_duplicate_index_new (piga_store_list (store, PIGA_TYPE_JOB_APPLICATION));
  self->application = application;
  show_stage (self);
  self->draft = piga_record_draft_new (store, application);
  show_forms (self);
  g_signal_connect_object (application, "notify", G_CALLBACK (application_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (self->add_button, FALSE);
  return self;
}

/**
 * piga_add_application_dialog_flush:
 * @self: the dialog
 *
 * Hands what was typed to the store, at once.
 */
void
piga_add_application_dialog_flush (PigaAddApplicationDialog *self)
{
  piga_record_draft_flush (self->draft);
}
