/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A letter is written anew from the facts each time that it is asked for, until the person
 * changes a word: from then on the request keeps the text as it was typed. A text that comes back
 * to what the facts say, or to nothing, is nobody's, and follows the facts again. */

#include "config.h"

#include "piga-feedback-letter.h"

#include "kit/piga-record-draft.h"

struct _PigaFeedbackLetter
{
  GObject parent_instance;

  PigaContext *context;
  PigaInterview *interview;
  PigaRecordDraft *request;
  PigaRecordDraft *application;
  PigaRecordDraft *profile;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaFeedbackLetter, piga_feedback_letter, G_TYPE_OBJECT)

static void
emit_changed (PigaFeedbackLetter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static PigaStore *
get_store (PigaFeedbackLetter *self)
{
  return piga_context_get_store (self->context);
}

static void
take_draft (PigaFeedbackLetter *self, PigaRecordDraft **draft, gpointer record)
{
  if (*draft != NULL)
    {
      if (piga_record_draft_get_record (*draft) == record)
        return;
      g_signal_handlers_disconnect_by_data (piga_record_draft_get_record (*draft), self);
      /* There is another one for the same thing on the disk: this one was never wanted. */
      piga_record_draft_abandon (*draft);
      g_object_unref (*draft);
    }
  *draft = piga_record_draft_new (get_store (self), record);
  g_signal_connect_object (record, "notify", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
}

/* The request that is kept, or a new one. */
static PigaFeedbackRequest *
find_request (PigaFeedbackLetter *self)
{
  GListModel *requests = piga_store_list (get_store (self), PIGA_TYPE_FEEDBACK_REQUEST);
  PigaFeedbackRequest *request = piga_cadence_find_request (requests, self->interview);

  if (request != NULL)
    return request;
  if (self->request != NULL
      && piga_record_get_deleted_at (piga_record_draft_get_record (self->request)) == 0)
    return g_object_ref (piga_record_draft_get_record (self->request));

  request = piga_record_new (PIGA_TYPE_FEEDBACK_REQUEST);
  piga_record_set_text (request, PIGA_FEEDBACK_REQUEST_INTERVIEW,
                        piga_record_get_id (self->interview));
  piga_record_set_integer (request, PIGA_FEEDBACK_REQUEST_FIRST_QUESTION,
                           PIGA_FEEDBACK_QUESTION_IMPROVE);
  return request;
}

static PigaProfile *
find_profile (PigaFeedbackLetter *self)
{
  GListModel *profiles = piga_store_list (get_store (self), PIGA_TYPE_PROFILE);
  PigaProfile *kept = g_list_model_get_item (profiles, 0);

  if (kept != NULL)
    return kept;
  if (self->profile != NULL)
    return g_object_ref (piga_record_draft_get_record (self->profile));
  return piga_profile_new ();
}

/* Lists are empty until the disk has answered, and an import may bring others. */
static void
find_records (PigaFeedbackLetter *self)
{
  PigaJobApplication *application =
    piga_rounds_get_application (piga_context_get_rounds (self->context), self->interview);
  g_autoptr (PigaFeedbackRequest) request = find_request (self);
  g_autoptr (PigaProfile) profile = find_profile (self);

  take_draft (self, &self->request, request);
  take_draft (self, &self->profile, profile);
  if (application != NULL)
    take_draft (self, &self->application, application);
}

static void
list_changed_cb (PigaFeedbackLetter *self)
{
  find_records (self);
  emit_changed (self);
}

static void
follow (PigaFeedbackLetter *self, GType type)
{
  g_signal_connect_object (piga_store_list (get_store (self), type), "items-changed",
                           G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
piga_feedback_letter_dispose (GObject *object)
{
  PigaFeedbackLetter *self = PIGA_FEEDBACK_LETTER (object);

  g_clear_object (&self->request);
  g_clear_object (&self->application);
  g_clear_object (&self->profile);
  g_clear_object (&self->interview);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_feedback_letter_parent_class)->dispose (object);
}

static void
piga_feedback_letter_class_init (PigaFeedbackLetterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_feedback_letter_dispose;

  signals[CHANGED] = g_signal_new ("changed", PIGA_TYPE_FEEDBACK_LETTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
piga_feedback_letter_init (PigaFeedbackLetter *self)
{
}

/**
 * piga_feedback_letter_new:
 * @context: the context
 * @interview: an interview
 *
 * Returns: (transfer full): the request for feedback on it, which is kept once something is
 *   changed
 */
PigaFeedbackLetter *
piga_feedback_letter_new (PigaContext *context, PigaInterview *interview)
{
  PigaFeedbackLetter *self = g_object_new (PIGA_TYPE_FEEDBACK_LETTER, NULL);

  self->context = g_object_ref (context);
  self->interview = g_object_ref (interview);
  find_records (self);
  follow (self, PIGA_TYPE_FEEDBACK_REQUEST);
  follow (self, PIGA_TYPE_PROFILE);
  follow (self, PIGA_TYPE_JOB_APPLICATION);
  g_signal_connect_object (interview, "notify", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today",
                           G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * piga_feedback_letter_get_interview:
 * @self: the letter
 *
 * Returns: (transfer none): the interview that it is about
 */
PigaInterview *
piga_feedback_letter_get_interview (PigaFeedbackLetter *self)
{
  return self->interview;
}

/**
 * piga_feedback_letter_get_request:
 * @self: the letter
 *
 * Returns: (transfer none): the request; another one when one comes from the disk
 */
PigaFeedbackRequest *
piga_feedback_letter_get_request (PigaFeedbackLetter *self)
{
  return piga_record_draft_get_record (self->request);
}

/**
 * piga_feedback_letter_get_application:
 * @self: the letter
 *
 * Returns: (transfer none) (nullable): the application that the interview was for
 */
PigaJobApplication *
piga_feedback_letter_get_application (PigaFeedbackLetter *self)
{
  return self->application != NULL ? piga_record_draft_get_record (self->application) : NULL;
}

/**
 * piga_feedback_letter_get_profile:
 * @self: the letter
 *
 * Returns: (transfer none): how the person signs; another one when it comes from the disk
 */
PigaProfile *
piga_feedback_letter_get_profile (PigaFeedbackLetter *self)
{
  return piga_record_draft_get_record (self->profile);
}

/**
 * piga_feedback_letter_get_cadence:
 * @self: the letter
 *
 * Returns: where the request stands
 */
PigaCadence
piga_feedback_letter_get_cadence (PigaFeedbackLetter *self)
{
  return piga_cadence_get (self->interview, piga_feedback_letter_get_request (self),
                           piga_context_get_today (self->context));
}

/**
 * piga_feedback_letter_is_follow_up:
 * @self: the letter
 *
 * Returns: whether the first request has gone out, so that the letter is the one after it
 */
gboolean
piga_feedback_letter_is_follow_up (PigaFeedbackLetter *self)
{
  return piga_record_get_day (piga_feedback_letter_get_request (self),
                              PIGA_FEEDBACK_REQUEST_SENT_ON)
         != PIGA_DAY_NONE;
}

static guint
get_text_field (PigaFeedbackLetter *self)
{
  return piga_feedback_letter_is_follow_up (self) ? PIGA_FEEDBACK_REQUEST_FOLLOW_UP_TEXT
                                                  : PIGA_FEEDBACK_REQUEST_TEXT;
}

static void
fill_facts (PigaFeedbackLetter *self, PigaLetterFacts *facts)
{
  PigaFeedbackRequest *request = piga_feedback_letter_get_request (self);
  PigaJobApplication *application = piga_feedback_letter_get_application (self);
  PigaProfile *profile = piga_feedback_letter_get_profile (self);

  facts->channel = piga_record_get_integer (request, PIGA_FEEDBACK_REQUEST_CHANNEL);
  facts->language = piga_record_get_integer (request, PIGA_FEEDBACK_REQUEST_LANGUAGE);
  facts->tone = piga_record_get_integer (request, PIGA_FEEDBACK_REQUEST_TONE);
  facts->first_question = piga_record_get_integer (request, PIGA_FEEDBACK_REQUEST_FIRST_QUESTION);
  facts->second_question = piga_record_get_integer (request, PIGA_FEEDBACK_REQUEST_SECOND_QUESTION);
  facts->interviewed_on = piga_record_get_day (self->interview, PIGA_INTERVIEW_DAY);
  facts->today = piga_context_get_today (self->context);
  facts->name = piga_record_get_text (profile, PIGA_PROFILE_NAME);
  facts->phone = piga_record_get_text (profile, PIGA_PROFILE_PHONE);
  facts->email = piga_record_get_text (profile, PIGA_PROFILE_EMAIL);
  facts->town = piga_record_get_text (profile, PIGA_PROFILE_TOWN);
  if (application == NULL)
    return;
  facts->employer = piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER);
  facts->role = piga_record_get_text (application, PIGA_JOB_APPLICATION_ROLE);
  facts->contact = piga_record_get_text (application, PIGA_JOB_APPLICATION_CONTACT);
}

static char *
write_text (PigaFeedbackLetter *self)
{
  PigaLetterFacts facts = { 0 };

  fill_facts (self, &facts);
  if (!piga_feedback_letter_is_follow_up (self))
    return piga_letter_text (&facts);
  return piga_letter_follow_up_text (
    &facts,
    piga_record_get_day (piga_feedback_letter_get_request (self), PIGA_FEEDBACK_REQUEST_SENT_ON));
}

/**
 * piga_feedback_letter_is_edited:
 * @self: the letter
 *
 * Returns: whether the text is the person's own, and no longer follows the facts
 */
gboolean
piga_feedback_letter_is_edited (PigaFeedbackLetter *self)
{
  return piga_record_get_text (piga_feedback_letter_get_request (self), get_text_field (self))[0]
         != '\0';
}

/**
 * piga_feedback_letter_get_subject:
 * @self: the letter
 *
 * Returns: (transfer full): the subject line, in the language of the letter; empty where the
 *   channel has none
 */
char *
piga_feedback_letter_get_subject (PigaFeedbackLetter *self)
{
  PigaLetterFacts facts = { 0 };

  fill_facts (self, &facts);
  if (!piga_feedback_letter_is_follow_up (self))
    return piga_letter_subject (&facts);
  return piga_letter_follow_up_subject (
    &facts,
    piga_record_get_day (piga_feedback_letter_get_request (self), PIGA_FEEDBACK_REQUEST_SENT_ON));
}

/**
 * piga_feedback_letter_get_text:
 * @self: the letter
 *
 * Returns: (transfer full): the text as the person left it, or as the facts say
 */
char *
piga_feedback_letter_get_text (PigaFeedbackLetter *self)
{
  if (piga_feedback_letter_is_edited (self))
    return g_strdup (
      piga_record_get_text (piga_feedback_letter_get_request (self), get_text_field (self)));
  return write_text (self);
}

/**
 * piga_feedback_letter_set_text:
 * @self: the letter
 * @text: what was typed
 */
void
piga_feedback_letter_set_text (PigaFeedbackLetter *self, const char *text)
{
  g_autofree char *written = write_text (self);

  piga_record_set_text (piga_feedback_letter_get_request (self), get_text_field (self),
                        g_str_equal (text, written) ? "" : text);
}

/**
 * piga_feedback_letter_write_again:
 * @self: the letter
 *
 * Lets the text follow the facts again.
 */
void
piga_feedback_letter_write_again (PigaFeedbackLetter *self)
{
  piga_record_set_text (piga_feedback_letter_get_request (self), get_text_field (self), "");
}

/**
 * piga_feedback_letter_settle_text:
 * @self: the letter
 *
 * Writes the text into the request as it stands, so that it stays as it was sent whatever becomes
 * of the facts.
 */
void
piga_feedback_letter_settle_text (PigaFeedbackLetter *self)
{
  g_autofree char *text = piga_feedback_letter_get_text (self);

  piga_record_set_text (piga_feedback_letter_get_request (self), get_text_field (self), text);
}

/**
 * piga_feedback_letter_get_address:
 * @self: the letter
 *
 * Returns: (transfer full): the address that opens it in the mail program
 */
char *
piga_feedback_letter_get_address (PigaFeedbackLetter *self)
{
  PigaJobApplication *application = piga_feedback_letter_get_application (self);
  g_autofree char *subject = piga_feedback_letter_get_subject (self);
  g_autofree char *text = piga_feedback_letter_get_text (self);
  const char *to = "";

  if (application != NULL)
    to = piga_record_get_text (application, PIGA_JOB_APPLICATION_CONTACT_EMAIL);
  return piga_letter_mailto (to, subject, text);
}

/**
 * piga_feedback_letter_keep:
 * @self: the letter
 *
 * Brings the request to the disk now, also one in which nothing was changed.
 */
void
piga_feedback_letter_keep (PigaFeedbackLetter *self)
{
  piga_record_draft_keep (self->request);
}

/**
 * piga_feedback_letter_flush:
 * @self: the letter
 *
 * Hands what was changed to the store, without waiting for the answer.
 */
void
piga_feedback_letter_flush (PigaFeedbackLetter *self)
{
  piga_record_draft_flush (self->request);
  piga_record_draft_flush (self->profile);
  if (self->application != NULL)
    piga_record_draft_flush (self->application);
}
