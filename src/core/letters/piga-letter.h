/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-day.h"
#include "records/piga-feedback-request.h"

G_BEGIN_DECLS

/* The most characters of a text message: what two plain ones hold, see piga_letter_sms_parts(). */
#define PIGA_LETTER_SMS_LENGTH 306

/**
 * PigaLetterFacts:
 * @language: what the letter is written in, whatever the program speaks
 * @channel: how it is sent
 * @tone: how it sounds
 * @first_question: what is asked; none asks for any comment
 * @second_question: what is asked besides, or none
 * @employer: (nullable): who it is written to
 * @role: (nullable): the post that was applied for
 * @contact: (nullable): the person to write to, with a title if one was typed
 * @interviewed_on: the day of the interview
 * @name: (nullable): who writes
 * @phone: (nullable): a telephone number to answer to
 * @email: (nullable): an address to answer to
 * @town: (nullable): where a letter on paper is written
 * @today: the day that a letter on paper is dated
 *
 * What a letter is made from. Any text may be missing, %NULL or blank, and any day may be
 * %PIGA_DAY_NONE: the letter then has sentences that do without it.
 */
typedef struct
{
  PigaFeedbackLanguage language;
  PigaFeedbackChannel channel;
  PigaFeedbackTone tone;
  PigaFeedbackQuestion first_question;
  PigaFeedbackQuestion second_question;
  const char *employer;
  const char *role;
  const char *contact;
  PigaDay interviewed_on;
  const char *name;
  const char *phone;
  const char *email;
  const char *town;
  PigaDay today;
} PigaLetterFacts;

char *piga_letter_subject (const PigaLetterFacts *facts);
char *piga_letter_text (const PigaLetterFacts *facts);

char *piga_letter_follow_up_subject (const PigaLetterFacts *facts, PigaDay sent_on);
char *piga_letter_follow_up_text (const PigaLetterFacts *facts, PigaDay sent_on);

char *piga_letter_silence_subject (const PigaLetterFacts *facts, PigaDay applied_on);
char *piga_letter_silence_text (const PigaLetterFacts *facts, PigaDay applied_on);

const char *piga_letter_question (PigaFeedbackLanguage language, PigaFeedbackQuestion question);
guint piga_letter_sms_parts (const char *text);
char *piga_letter_mailto (const char *to, const char *subject, const char *body);

G_END_DECLS
