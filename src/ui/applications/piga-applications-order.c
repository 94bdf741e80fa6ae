/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How two applications stand to each other, and whether one holds some words. With ten thousand
 * of them each of these is asked hundreds of thousands of times between two frames, so nothing is
 * copied or allocated for an answer. */

#include "piga-applications-order.h"

#include <string.h>

static int
compare_numbers (gint64 one, gint64 other)
{
  return (one > other) - (one < other);
}

/* The day it was sent, or else the first that is known; what has no day at all was made on one. */
static PigaDay
get_beginning (PigaJobApplication *application)
{
  PigaDay first = piga_stage_get_day (application, PIGA_STAGE_APPLIED);

  for (PigaStage stage = PIGA_STAGE_THINKING; stage < PIGA_N_STAGES && first == PIGA_DAY_NONE;
       stage++)
    first = piga_stage_get_day (application, stage);
  return first != PIGA_DAY_NONE ? first
                                : piga_day_from_time (piga_record_get_created_at (application));
}

static int
compare_newest (PigaJobApplication *one, PigaJobApplication *other)
{
  const int by_day = compare_numbers (get_beginning (other), get_beginning (one));

  if (by_day != 0)
    return by_day;
  return compare_numbers (piga_record_get_created_at (other), piga_record_get_created_at (one));
}

/* Those that can still be sent in the order in which they close, then the ones that closed, the
 * last first, then those without a date. */
static gint64
get_closing_rank (PigaJobApplication *application, PigaDay today)
{
  const gint64 closing = piga_record_get_day (application, PIGA_JOB_APPLICATION_CLOSING_ON);

  if (closing == PIGA_DAY_NONE)
    return G_MAXINT64;
  return closing >= today ? closing : 2 * (gint64) G_MAXUINT32 - closing;
}

/* Those that an answer is due to, the longest wait first; then all others. */
static gint64
get_waiting_rank (PigaJobApplication *application)
{
  const PigaStage stage = piga_stage_get (application);

  if (stage != PIGA_STAGE_APPLIED && stage != PIGA_STAGE_INTERVIEWED)
    return G_MAXINT64;
  return piga_stage_get_day (application, stage);
}

static gunichar
fold_char (const char *text)
{
  return (guchar) text[0] < 0x80 ? (gunichar) g_ascii_tolower (text[0])
                                 : g_unichar_tolower (g_utf8_get_char (text));
}

/* As in a telephone book, with no employer last. Kiswahili and English sort by plain letters. */
static int
compare_names (const char *one, const char *other)
{
  if (one[0] == '\0' || other[0] == '\0')
    return (one[0] == '\0') - (other[0] == '\0');

  while (one[0] != '\0' && fold_char (one) == fold_char (other))
    {
      one = g_utf8_next_char (one);
      other = g_utf8_next_char (other);
    }
  return compare_numbers (fold_char (one), fold_char (other));
}

/**
 * piga_applications_compare:
 * @one: an application
 * @other: another
 * @order: the order
 * @today: the day it is
 *
 * Returns: less than 0 when @one comes first, more than 0 when @other does; where nothing else
 *   tells them apart the newer comes first
 */
int
piga_applications_compare (PigaJobApplication *one, PigaJobApplication *other,
                           PigaApplicationsOrder order, PigaDay today)
{
  int result = 0;

  switch (order)
    {
    case PIGA_APPLICATIONS_CLOSING:
      result = compare_numbers (get_closing_rank (one, today), get_closing_rank (other, today));
      break;
    case PIGA_APPLICATIONS_EMPLOYER:
      result = compare_names (piga_record_get_text (one, PIGA_JOB_APPLICATION_EMPLOYER),
                              piga_record_get_text (other, PIGA_JOB_APPLICATION_EMPLOYER));
      break;
    case PIGA_APPLICATIONS_WAITING:
      result = compare_numbers (get_waiting_rank (one), get_waiting_rank (other));
      break;
    case PIGA_APPLICATIONS_NEWEST:
      break;
    }
  return result != 0 ? result : compare_newest (one, other);
}

/* Whether the folded @word, @length bytes long, begins at @text in whatever case. */
static gboolean
begins_with (const char *text, const char *word, gsize length)
{
  const char *end = word + length;

  while (word < end)
    {
      if (text[0] == '\0' || fold_char (text) != g_utf8_get_char (word))
        return FALSE;
      text = g_utf8_next_char (text);
      word = g_utf8_next_char (word);
    }
  return TRUE;
}

static gboolean
holds (const char *text, const char *word, gsize length)
{
  for (; text[0] != '\0'; text = g_utf8_next_char (text))
    if (begins_with (text, word, length))
      return TRUE;
  return FALSE;
}

/**
 * piga_applications_match:
 * @application: an application
 * @words: words as piga_applications_fold() gives them
 *
 * Returns: whether its employer, its role or its county holds each of the words
 */
gboolean
piga_applications_match (PigaJobApplication *application, const char *words)
{
  while (words[0] != '\0')
    {
      const gsize length = strcspn (words, " ");

      if (!holds (piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER), words, length)
          && !holds (piga_record_get_text (application, PIGA_JOB_APPLICATION_ROLE), words, length)
          && !holds (piga_record_get_text (application, PIGA_JOB_APPLICATION_COUNTY), words,
                     length))
        return FALSE;
      words += length + (words[length] == ' ' ? 1 : 0);
    }
  return TRUE;
}

/**
 * piga_applications_fold:
 * @text: what a person typed
 *
 * Returns: (transfer full): its words in small letters, with one space between them
 */
char *
piga_applications_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (; text[0] != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (folded, fold_char (text));
    else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
      g_string_append_c (folded, ' ');
  return g_strchomp (g_string_free_and_steal (folded));
}
