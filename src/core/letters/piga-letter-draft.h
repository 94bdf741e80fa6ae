/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-letter.h"

G_BEGIN_DECLS

/* What a template may leave blank, `{employer}` and so on. */
typedef enum
{
  PIGA_BLANK_EMPLOYER,
  PIGA_BLANK_ROLE,
  PIGA_BLANK_CONTACT,
  PIGA_BLANK_DAY,
  PIGA_BLANK_NAME,
  PIGA_BLANK_PHONE,
  PIGA_BLANK_EMAIL,
  PIGA_BLANK_TOWN,
  PIGA_BLANK_TODAY,
  PIGA_BLANK_SENT,
  PIGA_BLANK_SUBJECT,
  PIGA_BLANK_WORDS,
  PIGA_N_BLANKS,
} PigaBlank;

/* One sentence or paragraph in several ways, from the one that says most to the one that says
 * least: message ids with blanks; the rest is NULL. The first whose blanks can all be filled is
 * used. Eight ways speak of any of three facts. */
typedef const char *const PigaTemplates[9];

/**
 * PigaLetterDraft:
 * @language: the code of the letter's language
 * @tone: how it sounds
 * @questions: what is asked, those that are not none first
 * @n_questions: how many there are
 * @values: (nullable): what fills the blanks
 * @paragraphs: the text so far
 *
 * A letter while it is being made.
 */
typedef struct
{
  const char *language;
  PigaFeedbackTone tone;
  PigaFeedbackQuestion questions[2];
  guint n_questions;
  char *values[PIGA_N_BLANKS];
  GPtrArray *paragraphs;
} PigaLetterDraft;

PigaLetterDraft *piga_letter_draft_new (const PigaLetterFacts *facts, PigaDay sent_on);
void piga_letter_draft_free (PigaLetterDraft *self);

void piga_letter_draft_leave_out (PigaLetterDraft *self, PigaBlank blank);
char *piga_letter_draft_fill (PigaLetterDraft *self, PigaTemplates templates);
void piga_letter_draft_take (PigaLetterDraft *self, char *paragraph);
void piga_letter_draft_add (PigaLetterDraft *self, PigaTemplates templates);
void piga_letter_draft_append (PigaLetterDraft *self, const char *separator,
                               PigaTemplates templates);
char *piga_letter_draft_get_text (PigaLetterDraft *self, const char *separator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaLetterDraft, piga_letter_draft_free)

G_END_DECLS
