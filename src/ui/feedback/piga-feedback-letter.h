/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"
#include "letters/piga-letter.h"
#include "records/piga-profile.h"
#include "sense/piga-cadence.h"

G_BEGIN_DECLS

#define PIGA_TYPE_FEEDBACK_LETTER (piga_feedback_letter_get_type ())

/* The request for feedback on one interview, with the records that it is written from: the
 * application that tells whom to ask, and the profile that signs. It keeps what is changed in
 * them.
 *
 * Signal "changed" (): another word, fact or day. */
G_DECLARE_FINAL_TYPE (PigaFeedbackLetter, piga_feedback_letter, PIGA, FEEDBACK_LETTER, GObject)

PigaFeedbackLetter *piga_feedback_letter_new (PigaContext *context, PigaInterview *interview);

PigaInterview *piga_feedback_letter_get_interview (PigaFeedbackLetter *self);
PigaFeedbackRequest *piga_feedback_letter_get_request (PigaFeedbackLetter *self);
PigaJobApplication *piga_feedback_letter_get_application (PigaFeedbackLetter *self);
PigaProfile *piga_feedback_letter_get_profile (PigaFeedbackLetter *self);

PigaCadence piga_feedback_letter_get_cadence (PigaFeedbackLetter *self);
gboolean piga_feedback_letter_is_follow_up (PigaFeedbackLetter *self);
gboolean piga_feedback_letter_is_edited (PigaFeedbackLetter *self);
char *piga_feedback_letter_get_subject (PigaFeedbackLetter *self);
char *piga_feedback_letter_get_text (PigaFeedbackLetter *self);
void piga_feedback_letter_set_text (PigaFeedbackLetter *self, const char *text);
void piga_feedback_letter_write_again (PigaFeedbackLetter *self);
void piga_feedback_letter_settle_text (PigaFeedbackLetter *self);
char *piga_feedback_letter_get_address (PigaFeedbackLetter *self);

void piga_feedback_letter_keep (PigaFeedbackLetter *self);
void piga_feedback_letter_flush (PigaFeedbackLetter *self);

G_END_DECLS
