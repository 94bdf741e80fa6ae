/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The letter is made from what is known and can be changed freely. Each language and channel has a
 * text of its own, so that looking at another one loses nothing that was typed. */

#include "config.h"

#include "piga-follow-up.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-field-binding.h"
#include "kit/piga-record-draft.h"
#include "kit/piga-text-row.h"
#include "kit/piga-toast.h"
#include "letters/piga-letter.h"
#include "piga-application-actions.h"
#include "piga-silence-rule.h"
#include "records/piga-profile.h"

enum
{
  BY_MAIL,
  BY_SMS,
  N_CHANNELS,
};

#define N_LANGUAGES (PIGA_FEEDBACK_LANGUAGE_KISWAHILI + 1)

struct _PigaFollowUp
{
  AdwBin parent_instance;

  AdwActionRow *sentence_row;
  GtkWidget *close_button;
  AdwExpanderRow *letter_row;
  AdwToggleGroup *language_group;
  AdwToggleGroup *channel_group;
  GtkWidget *name_row;
  PigaTextRow *text_row;
  GtkWidget *mail_button;

  PigaContext *context;
  PigaJobApplication *application;
  PigaProfile *profile; /* who signs; NULL until somebody looks at the letter */
  PigaRecordDraft *profile_draft;
  char *texts[N_LANGUAGES][N_CHANNELS]; /* what the person made of them; NULL while untouched */
  gboolean is_writing;                  /* the letter is put into the row */
};

G_DEFINE_FINAL_TYPE (PigaFollowUp, piga_follow_up, ADW_TYPE_BIN)

static void show_letter (PigaFollowUp *self);

static guint
get_language (PigaFollowUp *self)
{
  return MIN (adw_toggle_group_get_active (self->language_group), N_LANGUAGES - 1);
}

static guint
get_channel (PigaFollowUp *self)
{
  return MIN (adw_toggle_group_get_active (self->channel_group), N_CHANNELS - 1);
}

/* The texts are borrowed from the records. */
static void
fill_facts (PigaFollowUp *self, PigaLetterFacts *facts)
{
  *facts = (PigaLetterFacts) {
    .language = get_language (self),
    .channel =
      get_channel (self) == BY_MAIL ? PIGA_FEEDBACK_CHANNEL_MAIL : PIGA_FEEDBACK_CHANNEL_SMS,
    .employer = piga_record_get_text (self->application, PIGA_JOB_APPLICATION_EMPLOYER),
    .role = piga_record_get_text (self->application, PIGA_JOB_APPLICATION_ROLE),
    .contact = piga_record_get_text (self->application, PIGA_JOB_APPLICATION_CONTACT),
    .name = piga_record_get_text (self->profile, PIGA_PROFILE_NAME),
    .phone = piga_record_get_text (self->profile, PIGA_PROFILE_PHONE),
    .email = piga_record_get_text (self->profile, PIGA_PROFILE_EMAIL),
    .town = piga_record_get_text (self->profile, PIGA_PROFILE_TOWN),
    .today = piga_context_get_today (self->context),
  };
}

static PigaDay
get_applied_on (PigaFollowUp *self)
{
  return piga_record_get_day (self->application, PIGA_JOB_APPLICATION_APPLIED_ON);
}

/* There is one profile, which the first letter makes. */
static void
find_profile (PigaFollowUp *self)
{
  PigaStore *store = piga_context_get_store (self->context);
  g_autoptr (PigaProfile) blank = piga_profile_new ();
  PigaProfile *kept = piga_store_get (store, PIGA_TYPE_PROFILE, piga_record_get_id (blank));

  if (self->profile != NULL)
    return;
  self->profile = g_object_ref (kept != NULL ? kept : blank);
  self->profile_draft = piga_record_draft_new (store, self->profile);
  gtk_widget_set_visible (self->name_row,
                          piga_record_get_text (self->profile, PIGA_PROFILE_NAME)[0] == '\0');
  piga_field_bind (self->profile, PIGA_PROFILE_NAME, self->name_row, "text");
  g_signal_connect_object (self->profile, "notify", G_CALLBACK (show_letter), self,
                           G_CONNECT_SWAPPED);
}

/* The words of a letter are made when somebody looks at it, and not before. */
static void
show_letter (PigaFollowUp *self)
{
  const char *own = self->texts[get_language (self)][get_channel (self)];
  g_autofree char *text = NULL;
  PigaLetterFacts facts;

  if (self->application == NULL || !adw_expander_row_get_expanded (self->letter_row))
    return;
  find_profile (self);
  fill_facts (self, &facts);
  text = own != NULL ? g_strdup (own) : piga_letter_silence_text (&facts, get_applied_on (self));
  self->is_writing = TRUE;
  piga_text_row_set_text (self->text_row, text);
  self->is_writing = FALSE;
  gtk_widget_set_visible (self->mail_button, get_channel (self) == BY_MAIL);
}

static void
text_changed_cb (PigaFollowUp *self)
{
  if (!self->is_writing)
    g_set_str (&self->texts[get_language (self)][get_channel (self)],
               piga_text_row_get_text (self->text_row));
}

static void
choice_changed_cb (PigaFollowUp *self)
{
  show_letter (self);
}

static void
expanded_cb (PigaFollowUp *self)
{
  show_letter (self);
}

static void
update (PigaFollowUp *self)
{
  const PigaDay today = piga_context_get_today (self->context);
  const PigaSilenceRule rule = piga_silence_rule_get (self->context);
  const PigaSilence silence = piga_silence_get (self->application, &rule, today);
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), silence != PIGA_SILENCE_NONE);
  if (silence == PIGA_SILENCE_NONE)
    return;
  sentence = piga_silence_sentence (self->application, &rule, today);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sentence_row), sentence);
  gtk_widget_set_visible (self->close_button, silence == PIGA_SILENCE_PROBABLY_CLOSED);
  show_letter (self);
}

static void
close_cb (PigaFollowUp *self)
{
  piga_application_move (GTK_WIDGET (self), self->context, self->application, PIGA_STAGE_SILENT);
}

static void
sent_cb (PigaFollowUp *self)
{
  adw_expander_row_set_expanded (self->letter_row, FALSE);
  piga_application_follow_up (GTK_WIDGET (self), self->context, self->application);
}

static void
copy_cb (PigaFollowUp *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          piga_text_row_get_text (self->text_row));
  piga_toast_show (GTK_WIDGET (self), _ ("Text copied"));
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaFollowUp) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    piga_toast_show (GTK_WIDGET (self), _ ("No mail program opened. You can copy the text."));
}

static void
mail_cb (PigaFollowUp *self)
{
  g_autofree char *subject = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GtkUriLauncher) launcher = NULL;
  PigaLetterFacts facts;

  fill_facts (self, &facts);
  subject = piga_letter_silence_subject (&facts, get_applied_on (self));
  uri = piga_letter_mailto (
    piga_record_get_text (self->application, PIGA_JOB_APPLICATION_CONTACT_EMAIL), subject,
    piga_text_row_get_text (self->text_row));
  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                           launched_cb, g_object_ref (self));
}

static void
piga_follow_up_dispose (GObject *object)
{
  PigaFollowUp *self = PIGA_FOLLOW_UP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_FOLLOW_UP);
  g_clear_object (&self->profile_draft);
  g_clear_object (&self->profile);
  g_clear_object (&self->application);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_follow_up_parent_class)->dispose (object);
}

static void
piga_follow_up_finalize (GObject *object)
{
  PigaFollowUp *self = PIGA_FOLLOW_UP (object);

  for (guint language = 0; language < N_LANGUAGES; language++)
    for (guint channel = 0; channel < N_CHANNELS; channel++)
      g_free (self->texts[language][channel]);

  G_OBJECT_CLASS (piga_follow_up_parent_class)->finalize (object);
}

static void
piga_follow_up_class_init (PigaFollowUpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_follow_up_dispose;
  G_OBJECT_CLASS (klass)->finalize = piga_follow_up_finalize;

  g_type_ensure (PIGA_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-follow-up.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaFollowUp, sentence_row);
  gtk_widget_class_bind_template_child (widget_class, PigaFollowUp, close_button);
  gtk_widget_class_bind_template_child (widget_class, PigaFollowUp, letter_row);
  gtk_widget_class_bind_template_child (widget_class, PigaFollowUp, language_group);
  gtk_widget_class_bind_template_child (widget_class, PigaFollowUp, channel_group);
  gtk_widget_class_bind_template_child (widget_class, PigaFollowUp, name_row);
  gtk_widget_class_bind_template_child (widget_class, PigaFollowUp, text_row);
  gtk_widget_class_bind_template_child (widget_class, PigaFollowUp, mail_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_cb);
  gtk_widget_class_bind_template_callback (widget_class, sent_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
piga_follow_up_init (PigaFollowUp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_follow_up_show:
 * @self: the follow-up
 * @context: the context
 * @application: the application; once
 */
void
piga_follow_up_show (PigaFollowUp *self, PigaContext *context, PigaJobApplication *application)
{
  GSettings *settings = piga_context_get_settings (context);

  self->context = g_object_ref (context);
  self->application = g_object_ref (application);
  /* Read by the time that somebody opens the letter. */
  piga_store_list (piga_context_get_store (context), PIGA_TYPE_PROFILE);
  g_signal_connect_object (application, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::follow-up-days", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::closed-days", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
}
