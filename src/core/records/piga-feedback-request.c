/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A request for feedback on an interview: how it is asked, the draft where the person changed it,
 * and what became of it. */

#include "piga-feedback-request.h"

#include <glib/gi18n-lib.h>

#include "piga-interview.h"

struct _PigaFeedbackRequest
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (PigaFeedbackRequest, piga_feedback_request, PIGA_TYPE_RECORD)

static const PigaChoice channels[] = {
  { "mail", NC_ ("channel", "Email") },
  { "telephone", NC_ ("channel", "Telephone call") },
  { "sms", NC_ ("channel", "Text message (SMS)") },
  { "letter", NC_ ("channel", "Letter on paper") },
  { NULL, NULL },
};

static const PigaChoice languages[] = {
  { "english", NC_ ("letter language", "English") },
  { "kiswahili", NC_ ("letter language", "Kiswahili") },
  { NULL, NULL },
};

static const PigaChoice tones[] = {
  { "warm", NC_ ("tone", "Warm") },
  { "formal", NC_ ("tone", "Formal") },
  { NULL, NULL },
};

const PigaChoice piga_feedback_questions[] = {
  { "none", NC_ ("feedback question", "None") },
  { "improve", NC_ ("feedback question", "One thing to improve") },
  { "strength", NC_ ("feedback question", "What went well") },
  { "weakest", NC_ ("feedback question", "Which answer convinced least") },
  { "appointed", NC_ ("feedback question", "What the person chosen brought") },
  { "papers", NC_ ("feedback question", "Whether my CV and papers served me") },
  { "again", NC_ ("feedback question", "Whether to apply again") },
  { NULL, NULL },
};

static const PigaField fields[] = {
  [PIGA_FEEDBACK_REQUEST_INTERVIEW] = { "interview", PIGA_FIELD_LINK, N_ ("Interview"),
                                        PIGA_FIELD_REQUIRED, .linked = piga_interview_get_type },
  [PIGA_FEEDBACK_REQUEST_CHANNEL] = { "channel", PIGA_FIELD_CHOICE, N_ ("How to ask"),
                                      .choices = channels, .context = "channel" },
  [PIGA_FEEDBACK_REQUEST_LANGUAGE] = { "language", PIGA_FIELD_CHOICE, N_ ("Language of the letter"),
                                       .choices = languages, .context = "letter language" },
  [PIGA_FEEDBACK_REQUEST_TONE] = { "tone", PIGA_FIELD_CHOICE, N_ ("Tone"), .choices = tones,
                                   .context = "tone" },
  [PIGA_FEEDBACK_REQUEST_FIRST_QUESTION] = { "first_question", PIGA_FIELD_CHOICE,
                                             N_ ("First question"),
                                             .choices = piga_feedback_questions,
                                             .context = "feedback question" },
  [PIGA_FEEDBACK_REQUEST_SECOND_QUESTION] = { "second_question", PIGA_FIELD_CHOICE,
                                              N_ ("Second question"),
                                              .choices = piga_feedback_questions,
                                              .context = "feedback question" },
  [PIGA_FEEDBACK_REQUEST_TEXT] = { "text", PIGA_FIELD_LONG, N_ ("Text of the request"),
                                   PIGA_FIELD_SEARCHED },
  [PIGA_FEEDBACK_REQUEST_FOLLOW_UP_TEXT] = { "follow_up_text", PIGA_FIELD_LONG,
                                             N_ ("Text of the follow-up"), PIGA_FIELD_SEARCHED },
  [PIGA_FEEDBACK_REQUEST_SENT_ON] = { "sent_on", PIGA_FIELD_DAY, N_ ("Sent on") },
  [PIGA_FEEDBACK_REQUEST_FOLLOWED_UP_ON] = { "followed_up_on", PIGA_FIELD_DAY,
                                             N_ ("Followed up on") },
  [PIGA_FEEDBACK_REQUEST_ANSWERED_ON] = { "answered_on", PIGA_FIELD_DAY, N_ ("Answered on") },
  [PIGA_FEEDBACK_REQUEST_CLOSED_ON] = { "closed_on", PIGA_FIELD_DAY, N_ ("Closed on") },
};

static void
piga_feedback_request_class_init (PigaFeedbackRequestClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "feedback_request", fields,
                             G_N_ELEMENTS (fields));
}

static void
piga_feedback_request_init (PigaFeedbackRequest *self)
{
}
