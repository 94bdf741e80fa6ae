/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_FEEDBACK_REQUEST (piga_feedback_request_get_type ())

G_DECLARE_FINAL_TYPE (PigaFeedbackRequest, piga_feedback_request, PIGA, FEEDBACK_REQUEST,
                      PigaRecord)

/* The fields, in the order of their declaration. */
enum
{
  PIGA_FEEDBACK_REQUEST_INTERVIEW,
  PIGA_FEEDBACK_REQUEST_CHANNEL,
  PIGA_FEEDBACK_REQUEST_LANGUAGE,
  PIGA_FEEDBACK_REQUEST_TONE,
  PIGA_FEEDBACK_REQUEST_FIRST_QUESTION,
  PIGA_FEEDBACK_REQUEST_SECOND_QUESTION,
  PIGA_FEEDBACK_REQUEST_TEXT,
  PIGA_FEEDBACK_REQUEST_FOLLOW_UP_TEXT,
  PIGA_FEEDBACK_REQUEST_SENT_ON,
  PIGA_FEEDBACK_REQUEST_FOLLOWED_UP_ON,
  PIGA_FEEDBACK_REQUEST_ANSWERED_ON,
  PIGA_FEEDBACK_REQUEST_CLOSED_ON,
};

typedef enum
{
  PIGA_FEEDBACK_CHANNEL_MAIL,
  PIGA_FEEDBACK_CHANNEL_TELEPHONE,
  PIGA_FEEDBACK_CHANNEL_SMS,
  PIGA_FEEDBACK_CHANNEL_LETTER,
} PigaFeedbackChannel;

typedef enum
{
  PIGA_FEEDBACK_LANGUAGE_ENGLISH,
  PIGA_FEEDBACK_LANGUAGE_KISWAHILI,
} PigaFeedbackLanguage;

typedef enum
{
  PIGA_FEEDBACK_TONE_WARM,
  PIGA_FEEDBACK_TONE_FORMAL,
} PigaFeedbackTone;

typedef enum
{
  PIGA_FEEDBACK_QUESTION_NONE,
  PIGA_FEEDBACK_QUESTION_IMPROVE,
  PIGA_FEEDBACK_QUESTION_STRENGTH,
  PIGA_FEEDBACK_QUESTION_WEAKEST,
  PIGA_FEEDBACK_QUESTION_APPOINTED,
  PIGA_FEEDBACK_QUESTION_PAPERS,
  PIGA_FEEDBACK_QUESTION_AGAIN,
} PigaFeedbackQuestion;

extern const PigaChoice piga_feedback_channels[];
extern const PigaChoice piga_feedback_languages[];
extern const PigaChoice piga_feedback_tones[];
extern const PigaChoice piga_feedback_questions[];

G_END_DECLS
