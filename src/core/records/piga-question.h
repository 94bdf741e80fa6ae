/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_QUESTION (piga_question_get_type ())

G_DECLARE_FINAL_TYPE (PigaQuestion, piga_question, PIGA, QUESTION, PigaRecord)

/* The fields, in the order of their declaration. */
enum
{
  PIGA_QUESTION_INTERVIEW,
  PIGA_QUESTION_TEXT,
  PIGA_QUESTION_ANSWER,
  PIGA_QUESTION_RATING,
  PIGA_QUESTION_THEME,
  PIGA_QUESTION_PRACTISE,
  PIGA_QUESTION_REMARK,
};

typedef enum
{
  PIGA_RATING_UNRATED,
  PIGA_RATING_STRONG,
  PIGA_RATING_SOLID,
  PIGA_RATING_GAP,
} PigaRating;

gboolean piga_question_was_asked (PigaQuestion *self);

G_END_DECLS
