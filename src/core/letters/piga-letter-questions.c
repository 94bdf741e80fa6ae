/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What may be asked of a panel, in full for letters and telephone calls, and short for a text
 * message. Each can be answered in a line, and none asks about other candidates by name. */

#include "piga-letter-private.h"

#include <glib/gi18n-lib.h>

#include "piga-language.h"

static const char *const questions[] = {
  [PIGA_FEEDBACK_QUESTION_NONE] = "",
  [PIGA_FEEDBACK_QUESTION_IMPROVE] =
    N_ ("What one thing should I work on before my next interview?"),
  [PIGA_FEEDBACK_QUESTION_STRENGTH] =
    N_ ("What went well in my interview, so that I can build on it?"),
  [PIGA_FEEDBACK_QUESTION_WEAKEST] =
    N_ ("Which of my answers was the least convincing, and what did it lack?"),
  [PIGA_FEEDBACK_QUESTION_APPOINTED] =
    N_ ("In general terms, what did the person you chose bring that I did not?"),
  [PIGA_FEEDBACK_QUESTION_PAPERS] =
    N_ ("Did my CV and supporting papers present me well, or should I change something in them?"),
  [PIGA_FEEDBACK_QUESTION_AGAIN] =
    N_ ("Would it be worthwhile for me to apply when a similar post is advertised?"),
};

static const char *const short_questions[] = {
  [PIGA_FEEDBACK_QUESTION_NONE] = "",
  [PIGA_FEEDBACK_QUESTION_IMPROVE] = N_ ("What one thing should I improve?"),
  [PIGA_FEEDBACK_QUESTION_STRENGTH] = N_ ("What did I do well?"),
  [PIGA_FEEDBACK_QUESTION_WEAKEST] = N_ ("Which of my answers was weakest?"),
  [PIGA_FEEDBACK_QUESTION_APPOINTED] = N_ ("What did the person chosen have that I lacked?"),
  [PIGA_FEEDBACK_QUESTION_PAPERS] = N_ ("Did my CV and papers present me well?"),
  [PIGA_FEEDBACK_QUESTION_AGAIN] = N_ ("Should I apply for a similar post?"),
};

/**
 * piga_letter_question:
 * @language: a language
 * @question: a question
 *
 * Returns: (transfer none): the question as a letter asks it; empty for none
 */
const char *
piga_letter_question (PigaFeedbackLanguage language, PigaFeedbackQuestion question)
{
  const char *code =
    language == PIGA_FEEDBACK_LANGUAGE_KISWAHILI ? PIGA_LANGUAGE_KISWAHILI : PIGA_LANGUAGE_ENGLISH;

  return piga_language_text (code, questions[question]);
}

/* Returns: (transfer none): one of the questions that the draft asks, counted from 0 */
const char *
piga_letter_get_question (PigaLetterDraft *draft, guint nth)
{
  return piga_language_text (draft->language, questions[draft->questions[nth]]);
}

/* One question stands alone; two are numbered, so that they can be answered by number. */
void
piga_letter_add_questions (PigaLetterDraft *draft)
{
  if (draft->n_questions == 1)
    piga_letter_draft_take (draft, g_strdup (piga_letter_get_question (draft, 0)));
  else if (draft->n_questions == 2)
    piga_letter_draft_take (draft,
                            g_strdup_printf ("1. %s\n2. %s", piga_letter_get_question (draft, 0),
                                             piga_letter_get_question (draft, 1)));
}

/* Returns: (nullable): the questions in a row, %NULL where there are none */
char *
piga_letter_short_questions (PigaLetterDraft *draft)
{
  const char *asked[3] = { NULL, NULL, NULL };

  for (guint i = 0; i < draft->n_questions; i++)
    asked[i] = piga_language_text (draft->language, short_questions[draft->questions[i]]);

  return draft->n_questions > 0 ? g_strjoinv (" ", (char **) asked) : NULL;
}
