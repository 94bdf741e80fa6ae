/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-letter-draft.h"

G_BEGIN_DECLS

/* Sentences that more than one letter says, by tone where they come in tones. */
extern PigaTemplates piga_letter_thanks[];
extern PigaTemplates piga_letter_acceptance[];
extern PigaTemplates piga_letter_second_asking;

const char *piga_letter_get_question (PigaLetterDraft *draft, guint nth);
void piga_letter_add_questions (PigaLetterDraft *draft);
char *piga_letter_short_questions (PigaLetterDraft *draft);

void piga_letter_open (PigaLetterDraft *draft, PigaFeedbackChannel channel, char *subject);
char *piga_letter_close (PigaLetterDraft *draft, PigaFeedbackChannel channel);

char *piga_letter_request_script (const PigaLetterFacts *facts);
char *piga_letter_follow_up_script (const PigaLetterFacts *facts, PigaDay sent_on);

char *piga_letter_request_sms (const PigaLetterFacts *facts);
char *piga_letter_follow_up_sms (const PigaLetterFacts *facts, PigaDay sent_on);
char *piga_letter_silence_sms (const PigaLetterFacts *facts, PigaDay applied_on);

G_END_DECLS
