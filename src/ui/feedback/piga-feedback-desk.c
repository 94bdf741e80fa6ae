/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-feedback-desk.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-field-binding.h"
#include "kit/piga-page.h"
#include "kit/piga-text-row.h"
#include "kit/piga-toast.h"
#include "kit/piga-writable.h"
#include "piga-collapsible-form.h"
#include "piga-feedback-actions.h"
#include "piga-feedback-paper.h"
#include "piga-feedback-status.h"
#include "piga-language.h"

struct _PigaFeedbackDesk
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkLabel *cadence_label;
  PigaFeedbackStatus *status;
  GtkWidget *compose_box;
  AdwToggleGroup *channel;
  AdwToggleGroup *language;
  AdwToggleGroup *tone;
  AdwComboRow *first_question;
  AdwComboRow *second_question;
  PigaCollapsibleForm *contact;
  PigaCollapsibleForm *signature;
  AdwActionRow *subject_row;
  PigaTextRow *text_row;
  GtkLabel *role_label;
  GtkLabel *length_label;
  GtkWidget *write_again_button;
  GtkWidget *mail_button;
  GtkWidget *copy_button;
  GtkWidget *print_button;
  GtkButton *sent_button;
  AdwActionRow *rate_row;

  PigaContext *context;
  PigaInterview *interview;
  PigaFeedbackLetter *letter;
  GBindingGroup *choices;
  gboolean is_showing; /* the text changes because of the facts, not because of the person */
};

static void page_init (PigaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaFeedbackDesk, piga_feedback_desk, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (PIGA_TYPE_PAGE, page_init))

static void
flush (PigaPage *page)
{
  piga_feedback_letter_flush (PIGA_FEEDBACK_DESK (page)->letter);
}

static void
page_init (PigaPageInterface *iface)
{
  iface->flush = flush;
}

static PigaFeedbackChannel
get_channel (PigaFeedbackDesk *self)
{
  return piga_record_get_integer (piga_feedback_letter_get_request (self->letter),
                                  PIGA_FEEDBACK_REQUEST_CHANNEL);
}

static gboolean
is_composing (PigaCadence cadence)
{
  return cadence <= PIGA_CADENCE_LATE || cadence == PIGA_CADENCE_FOLLOW_UP_DUE;
}

static void
show_cadence (PigaFeedbackDesk *self)
{
  g_autofree char *sentence =
    piga_cadence_sentence (self->interview, piga_feedback_letter_get_request (self->letter),
                           piga_context_get_today (self->context));

  gtk_label_set_label (self->cadence_label, sentence);
}

/* How often employers answer is a comfort only to somebody who has asked one. */
static void
show_rate (PigaFeedbackDesk *self)
{
  GListModel *requests =
    piga_store_list (piga_context_get_store (self->context), PIGA_TYPE_FEEDBACK_REQUEST);
  const guint n_requests = g_list_model_get_n_items (requests);
  g_autofree char *rate = piga_cadence_reply_rate (requests);
  gboolean has_sent = FALSE;

  for (guint i = 0; i < n_requests && !has_sent; i++)
    {
      g_autoptr (PigaFeedbackRequest) request = g_list_model_get_item (requests, i);

      has_sent = piga_record_get_day (request, PIGA_FEEDBACK_REQUEST_SENT_ON) != PIGA_DAY_NONE;
    }
  adw_action_row_set_subtitle (self->rate_row, rate);
  gtk_widget_set_visible (GTK_WIDGET (self->rate_row), has_sent);
}

static const char *
name_text (PigaFeedbackChannel channel)
{
  switch (channel)
    {
    case PIGA_FEEDBACK_CHANNEL_TELEPHONE:
      return _ ("What you say on the telephone");
    case PIGA_FEEDBACK_CHANNEL_SMS:
      return _ ("Your text message");
    case PIGA_FEEDBACK_CHANNEL_LETTER:
      return _ ("Your letter");
    case PIGA_FEEDBACK_CHANNEL_MAIL:
    default:
      return _ ("Your email");
    }
}

static char *
measure_message (const char *text)
{
  const guint n_characters = g_utf8_strlen (text, -1);
  const guint n_parts = piga_letter_sms_parts (text);

  return g_strdup_printf (
    /* Translators: the length of a text message (SMS), and how many it will be paid for as. The
     * plural follows the second number. */
    g_dngettext (GETTEXT_PACKAGE, "%1$u characters: %2$u message", "%1$u characters: %2$u messages",
                 n_parts),
    n_characters, n_parts);
}

static void
show_text (PigaFeedbackDesk *self, const char *text)
{
  self->is_showing = TRUE;
  piga_text_row_set_text (self->text_row, text);
  self->is_showing = FALSE;
}

/* Whoever writes in another language than they read typed the role in their own, most likely: only
 * they know. Once they have changed the text there is no need to say so. */
static void
show_role_hint (PigaFeedbackDesk *self)
{
  PigaFeedbackRequest *request = piga_feedback_letter_get_request (self->letter);
  PigaJobApplication *application = piga_feedback_letter_get_application (self->letter);
  const gboolean is_english = piga_record_get_integer (request, PIGA_FEEDBACK_REQUEST_LANGUAGE)
                              == PIGA_FEEDBACK_LANGUAGE_ENGLISH;
  const gboolean reads_english = g_str_equal (piga_language_current (), PIGA_LANGUAGE_ENGLISH);
  const gboolean has_role =
    application != NULL && piga_record_get_text (application, PIGA_JOB_APPLICATION_ROLE)[0] != '\0';

  gtk_label_set_label (self->role_label,
                       is_english ? _ ("The role stands as you typed it. If you know its name in "
                                       "English, change it in the text.")
                                  : _ ("The role stands as you typed it. If you know its name in "
                                       "Kiswahili, change it in the text."));
  gtk_widget_set_visible (GTK_WIDGET (self->role_label),
                          has_role && is_english != reads_english
                            && !piga_feedback_letter_is_edited (self->letter));
}

static void
show_letter (PigaFeedbackDesk *self)
{
  const PigaFeedbackChannel channel = get_channel (self);
  g_autofree char *subject = piga_feedback_letter_get_subject (self->letter);
  g_autofree char *text = piga_feedback_letter_get_text (self->letter);
  g_autofree char *length = channel == PIGA_FEEDBACK_CHANNEL_SMS ? measure_message (text) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text_row), name_text (channel));
  /* What is being typed is the person's: an emptied letter stays empty under their fingers. */
  if (piga_feedback_letter_is_edited (self->letter)
      || gtk_widget_get_focus_child (GTK_WIDGET (self->text_row)) == NULL)
    show_text (self, text);
  adw_action_row_set_subtitle (self->subject_row, subject);
  gtk_widget_set_visible (GTK_WIDGET (self->subject_row), channel == PIGA_FEEDBACK_CHANNEL_MAIL);
  gtk_label_set_label (self->length_label, length != NULL ? length : "");
  gtk_widget_set_visible (GTK_WIDGET (self->length_label), length != NULL);
  gtk_widget_set_visible (self->write_again_button, piga_feedback_letter_is_edited (self->letter));
  show_role_hint (self);
}

static void
set_suggested (GtkWidget *button, gboolean is_suggested)
{
  if (is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

/* While it is better to wait, nothing is suggested; nothing is forbidden either. */
static void
show_acts (PigaFeedbackDesk *self, PigaCadence cadence)
{
  const PigaFeedbackChannel channel = get_channel (self);
  const gboolean is_time = cadence != PIGA_CADENCE_TOO_EARLY;
  const gboolean is_paper =
    channel == PIGA_FEEDBACK_CHANNEL_TELEPHONE || channel == PIGA_FEEDBACK_CHANNEL_LETTER;

  gtk_widget_set_visible (self->mail_button, channel == PIGA_FEEDBACK_CHANNEL_MAIL);
  gtk_widget_set_visible (self->print_button, channel != PIGA_FEEDBACK_CHANNEL_SMS);
  set_suggested (self->mail_button, is_time);
  set_suggested (self->copy_button, is_time && channel == PIGA_FEEDBACK_CHANNEL_SMS);
  set_suggested (self->print_button, is_time && is_paper);
  gtk_button_set_label (self->sent_button, channel == PIGA_FEEDBACK_CHANNEL_TELEPHONE
                                             ? _ ("I Called")
                                             : _ ("I Sent It"));
}

static void
show_contact (PigaFeedbackDesk *self)
{
  const PigaFeedbackChannel channel = get_channel (self);
  PigaJobApplication *application = piga_feedback_letter_get_application (self->letter);

  gtk_widget_set_visible (GTK_WIDGET (self->contact), application != NULL);
  if (application == NULL)
    return;
  piga_collapsible_form_show (self->contact, self->context, application);
  gtk_widget_set_visible (piga_collapsible_form_get_row (self->contact, "contact_email"),
                          channel == PIGA_FEEDBACK_CHANNEL_MAIL);
  gtk_widget_set_visible (piga_collapsible_form_get_row (self->contact, "contact_phone"),
                          channel == PIGA_FEEDBACK_CHANNEL_TELEPHONE
                            || channel == PIGA_FEEDBACK_CHANNEL_SMS);
}

static void
show_title (PigaFeedbackDesk *self)
{
  g_autofree char *title =
    piga_rounds_get_title (piga_context_get_rounds (self->context), self->interview);

  adw_window_title_set_subtitle (self->window_title, title);
}

static void
update (PigaFeedbackDesk *self)
{
  PigaFeedbackRequest *request = piga_feedback_letter_get_request (self->letter);
  const PigaCadence cadence = piga_feedback_letter_get_cadence (self->letter);
  g_autoptr (GObject) shown = g_binding_group_dup_source (self->choices);

  if (shown != G_OBJECT (request))
    g_binding_group_set_source (self->choices, request);
  piga_collapsible_form_show (self->signature, self->context,
                              piga_feedback_letter_get_profile (self->letter));
  show_title (self);
  show_contact (self);
  show_cadence (self);
  show_rate (self);
  show_letter (self);
  show_acts (self, cadence);
  gtk_widget_set_visible (self->compose_box, is_composing (cadence));
}

static void
typed_cb (PigaFeedbackDesk *self)
{
  if (!self->is_showing)
    piga_feedback_letter_set_text (self->letter, piga_text_row_get_text (self->text_row));
}

/* A letter that was emptied is written from the facts again. */
static void
left_cb (PigaFeedbackDesk *self)
{
  g_autofree char *text = piga_feedback_letter_get_text (self->letter);

  show_text (self, text);
}

static void
write_again_cb (PigaFeedbackDesk *self)
{
  gtk_widget_grab_focus (self->copy_button);
  piga_feedback_write_again (GTK_WIDGET (self), self->context, self->letter);
}

static void
mail_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaFeedbackDesk) self = user_data;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, NULL))
    piga_toast_show (GTK_WIDGET (self), _ ("No mail program opened. You can copy the text."));
}

static void
open_mail_cb (PigaFeedbackDesk *self)
{
  g_autofree char *address = piga_feedback_letter_get_address (self->letter);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (address);

  piga_feedback_letter_flush (self->letter);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                           mail_opened_cb, g_object_ref (self));
}

static void
copy (PigaFeedbackDesk *self, const char *text, const char *title)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  piga_toast_show (GTK_WIDGET (self), title);
}

static void
copy_cb (PigaFeedbackDesk *self)
{
  g_autofree char *text = piga_feedback_letter_get_text (self->letter);

  copy (self, text, _ ("Text copied"));
}

static void
copy_subject_cb (PigaFeedbackDesk *self)
{
  g_autofree char *subject = piga_feedback_letter_get_subject (self->letter);

  copy (self, subject, _ ("Subject copied"));
}

static void
print_cb (PigaFeedbackDesk *self)
{
  piga_feedback_letter_flush (self->letter);
  piga_feedback_print (GTK_WIDGET (self), self->letter);
}

static void
sent_cb (PigaFeedbackDesk *self)
{
  piga_feedback_sent (GTK_WIDGET (self), self->context, self->letter);
  gtk_widget_child_focus (GTK_WIDGET (self->status), GTK_DIR_TAB_FORWARD);
}

static void
piga_feedback_desk_dispose (GObject *object)
{
  PigaFeedbackDesk *self = PIGA_FEEDBACK_DESK (object);

  g_clear_object (&self->choices);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_FEEDBACK_DESK);
  g_clear_object (&self->letter);
  g_clear_object (&self->interview);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_feedback_desk_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, window_title);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, cadence_label);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, status);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, compose_box);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, channel);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, language);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, tone);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, first_question);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, second_question);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, contact);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, signature);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, subject_row);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, text_row);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, role_label);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, length_label);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, write_again_button);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, mail_button);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, copy_button);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, print_button);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, sent_button);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackDesk, rate_row);
}

static void
piga_feedback_desk_class_init (PigaFeedbackDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_feedback_desk_dispose;

  g_type_ensure (PIGA_TYPE_FEEDBACK_STATUS);
  g_type_ensure (PIGA_TYPE_COLLAPSIBLE_FORM);
  g_type_ensure (PIGA_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-feedback-desk.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_mail_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_subject_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, sent_cb);
}

static void
piga_feedback_desk_init (PigaFeedbackDesk *self)
{
  const GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->choices = g_binding_group_new ();
  g_binding_group_bind (self->choices, "channel", self->channel, "active", flags);
  g_binding_group_bind (self->choices, "language", self->language, "active", flags);
  g_binding_group_bind (self->choices, "tone", self->tone, "active", flags);
  g_binding_group_bind (self->choices, "first_question", self->first_question, "selected", flags);
  g_binding_group_bind (self->choices, "second_question", self->second_question, "selected", flags);
}

static void
offer_questions (PigaFeedbackDesk *self)
{
  PigaFeedbackRequest *request = piga_feedback_letter_get_request (self->letter);

  piga_field_set_title (request, PIGA_FEEDBACK_REQUEST_FIRST_QUESTION, self->first_question);
  piga_field_offer_choices (request, PIGA_FEEDBACK_REQUEST_FIRST_QUESTION, self->first_question);
  piga_field_set_title (request, PIGA_FEEDBACK_REQUEST_SECOND_QUESTION, self->second_question);
  piga_field_offer_choices (request, PIGA_FEEDBACK_REQUEST_SECOND_QUESTION, self->second_question);
}

/* The letter can still be read, copied and printed. */
static void
follow_state (PigaFeedbackDesk *self, PigaStore *store)
{
  piga_writable_follow (self->status, store);
  piga_writable_follow (self->channel, store);
  piga_writable_follow (self->language, store);
  piga_writable_follow (self->tone, store);
  piga_writable_follow (self->first_question, store);
  piga_writable_follow (self->second_question, store);
  piga_writable_follow_text (self->text_row, store);
  piga_writable_follow (self->write_again_button, store);
  piga_writable_follow (self->sent_button, store);
}

/**
 * piga_feedback_desk_new:
 * @context: the context
 * @interview: the id of an interview
 *
 * Returns: (transfer floating) (nullable): the desk for it; %NULL when there is no such interview
 */
AdwNavigationPage *
piga_feedback_desk_new (PigaContext *context, const char *interview)
{
  PigaStore *store = piga_context_get_store (context);
  PigaInterview *record = piga_store_get (store, PIGA_TYPE_INTERVIEW, interview);
  PigaFeedbackDesk *self;

  if (record == NULL)
    return NULL;

  self = g_object_new (PIGA_TYPE_FEEDBACK_DESK, NULL);
  self->context = g_object_ref (context);
  self->interview = g_object_ref (record);
  self->letter = piga_feedback_letter_new (context, record);
  offer_questions (self);
  piga_feedback_status_show (self->status, context, self->letter);
  follow_state (self, store);
  g_signal_connect_object (self->letter, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * piga_feedback_desk_describe:
 * @context: the context
 * @interview: the id of an interview
 *
 * Returns: (transfer full) (nullable): where the request for feedback stands; %NULL before there
 *   is one
 */
char *
piga_feedback_desk_describe (PigaContext *context, const char *interview)
{
  PigaStore *store = piga_context_get_store (context);
  PigaInterview *record = piga_store_get (store, PIGA_TYPE_INTERVIEW, interview);
  g_autoptr (PigaFeedbackRequest) request = NULL;

  if (record == NULL)
    return NULL;
  request = piga_cadence_find_request (piga_store_list (store, PIGA_TYPE_FEEDBACK_REQUEST), record);
  if (request == NULL)
    return NULL;
  return piga_cadence_sentence (record, request, piga_context_get_today (context));
}
