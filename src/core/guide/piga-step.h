/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PigaAdvice:
 * @title: the heading of the card
 * @why: why it matters
 * @how: how to do it
 * @example: an example from Kenya
 *
 * One piece of advice. All texts are message ids: show them through gettext, or through
 * piga_language_text() in the other language. An array of them ends with a %NULL @title.
 */
typedef struct
{
  const char *title;
  const char *why;
  const char *how;
  const char *example;
} PigaAdvice;

/**
 * PigaCheck:
 * @key: names the check in the person's records; unique in its step, never changed once released
 * @text: the small act, a message id
 *
 * One small act that can be finished. An array of them ends with a %NULL @key.
 */
typedef struct
{
  const char *key;
  const char *text;
} PigaCheck;

/**
 * PigaPrompt:
 * @key: names the prompt in the person's entries; unique in its step, never changed once released
 * @text: the question, a message id
 *
 * One question to write about. An array of them ends with a %NULL @key.
 */
typedef struct
{
  const char *key;
  const char *text;
} PigaPrompt;

/**
 * PigaPassage:
 * @title: the heading
 * @paragraphs: message ids, ending with %NULL
 *
 * A passage of the guide that belongs to no step: its introduction and its closing.
 */
typedef struct
{
  const char *title;
  const char *const *paragraphs;
} PigaPassage;

/**
 * PigaStep:
 * @number: 1 to 12
 * @title: the whole title, a message id
 * @short_title: two or three words for the sidebar, a message id
 * @line: what the step is about in a handful of words, below the short title
 * @sentence: one warm sentence below the title on the step's page
 * @of_round: whether the step is walked anew for each rejection
 * @advice: two or three cards to read
 * @checks: four to seven small acts
 * @prompts: three to five questions
 *
 * One of the twelve steps. Content only: what the person does with it is kept in records.
 */
typedef struct
{
  guint number;
  const char *title;
  const char *short_title;
  const char *line;
  const char *sentence;
  gboolean of_round;
  const PigaAdvice *advice;
  const PigaCheck *checks;
  const PigaPrompt *prompts;
} PigaStep;

G_END_DECLS
