/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A question that was asked in an interview, or one to practise. */

#include "piga-question.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "piga-interview.h"
#include "piga-remark.h"
#include "piga-theme.h"

struct _PigaQuestion
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (PigaQuestion, piga_question, PIGA_TYPE_RECORD)

static const PigaChoice ratings[] = {
  { "unrated", NC_ ("rating", "Not rated") },
  { "strong", NC_ ("rating", "Strong") },
  { "solid", NC_ ("rating", "Solid") },
  { "gap", NC_ ("rating", "Gap") },
  { NULL, NULL },
};

static const PigaField fields[] = {
  [PIGA_QUESTION_INTERVIEW] = { "interview", PIGA_FIELD_LINK, N_ ("Interview"),
                                .linked = piga_interview_get_type },
  [PIGA_QUESTION_TEXT] = { "text", PIGA_FIELD_LONG, N_ ("Question"), PIGA_FIELD_SEARCHED },
  [PIGA_QUESTION_ANSWER] = { "answer", PIGA_FIELD_LONG, N_ ("What I said"), PIGA_FIELD_SEARCHED },
  [PIGA_QUESTION_RATING] = { "rating", PIGA_FIELD_CHOICE, N_ ("How the answer went"),
                             .choices = ratings, .context = "rating" },
  [PIGA_QUESTION_THEME] = { "theme", PIGA_FIELD_CHOICE, N_ ("Theme"), .choices = piga_themes,
                            .context = "theme" },
  [PIGA_QUESTION_PRACTISE] = { "practise", PIGA_FIELD_BOOLEAN, N_ ("To practise") },
  [PIGA_QUESTION_REMARK] = { "remark", PIGA_FIELD_LINK, N_ ("Remark"),
                             .linked = piga_remark_get_type },
};

static void
piga_question_class_init (PigaQuestionClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "question", fields, G_N_ELEMENTS (fields));
}

static void
piga_question_init (PigaQuestion *self)
{
}

/**
 * piga_question_was_asked:
 * @self: a question of an interview
 *
 * Ids sort by time: a question that is older than its remark was there before it.
 *
 * Returns: whether it was asked there, and not only born of what was said of the interview
 */
gboolean
piga_question_was_asked (PigaQuestion *self)
{
  const char *remark = piga_record_get_text (self, PIGA_QUESTION_REMARK);

  return remark[0] == '\0' || strcmp (piga_record_get_id (self), remark) < 0;
}
