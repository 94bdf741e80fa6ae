/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an application stands among others, and whether it holds some words. There may be ten
 * thousand of them while somebody types, so nothing is copied or allocated for an answer. */

#include "piga-applications-order.h"

#include <string.h>

/* Letters from A to the last of the common scripts, packed into a number. */
#define BITS_OF_LETTER 12
#define LAST_LETTER 0xfff
#define LETTERS_IN_RANK 5

static int
compare_numbers (gint64 one, gint64 other)
{
  return (one > other) - (one < other);
}

static const char *
get_employer (PigaJobApplication *application)
{
  return piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER);
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

/* Those that can still be sent in the order in which they close, then the ones that closed, the
 * last first, then those without a date. */
static guint64
get_closing_rank (PigaJobApplication *application, PigaDay today)
{
  const PigaDay closing = piga_record_get_day (application, PIGA_JOB_APPLICATION_CLOSING_ON);

  if (closing == PIGA_DAY_NONE)
    return G_MAXUINT64;
  return closing >= today ? closing : 2 * (guint64) G_MAXUINT32 - closing;
}

/* Those that an answer is due to, the longest wait first; then all others. */
static guint64
get_waiting_rank (PigaJobApplication *application)
{
  const PigaStage stage = piga_stage_get (application);

  if (stage != PIGA_STAGE_APPLIED && stage != PIGA_STAGE_INTERVIEWED)
    return G_MAXUINT64;
  return piga_stage_get_day (application, stage);
}

static gunichar
fold_char (const char *text)
{
  return (guchar) text[0] < 0x80 ? (gunichar) g_ascii_tolower (text[0])
                                 : g_unichar_tolower (g_utf8_get_char (text));
}

/* The beginning of a name in small letters, as a number that sorts like it; no name comes last. */
static guint64
get_name_rank (const char *name)
{
  guint64 rank = 0;

  if (name[0] == '\0')
    return G_MAXUINT64;
  for (guint i = 0; i < LETTERS_IN_RANK; i++)
    {
      rank = rank << BITS_OF_LETTER | MIN (fold_char (name), LAST_LETTER);
      if (name[0] != '\0')
        name = g_utf8_next_char (name);
    }
  return rank;
}

/* As in a telephone book. Kiswahili and English sort by plain letters. */
static int
compare_names (const char *one, const char *other)
{
  while (one[0] != '\0' && fold_char (one) == fold_char (other))
    {
      one = g_utf8_next_char (one);
      other = g_utf8_next_char (other);
    }
  return compare_numbers (fold_char (one), fold_char (other));
}

/**
 * piga_application_place_find:
 * @place: (out caller-allocates): where it stands; the application is borrowed
 * @application: an application
 * @order: the order
 * @today: the day it is
 */
void
piga_application_place_find (PigaApplicationPlace *place, PigaJobApplication *application,
                             PigaApplicationsOrder order, PigaDay today)
{
  *place = (PigaApplicationPlace) {
    .application = application,
    .beginning = get_beginning (application),
    .created_at = piga_record_get_created_at (application),
  };
  switch (order)
    {
    case PIGA_APPLICATIONS_CLOSING:
      place->rank = get_closing_rank (application, today);
      break;
    case PIGA_APPLICATIONS_EMPLOYER:
      place->rank = get_name_rank (get_employer (application));
      place->is_by_name = TRUE;
      break;
    case PIGA_APPLICATIONS_WAITING:
      place->rank = get_waiting_rank (application);
      break;
    case PIGA_APPLICATIONS_NEWEST:
      break;
    }
}

/**
 * piga_application_place_compare:
 * @one: (type PigaApplicationPlace): the place of an application
 * @other: (type PigaApplicationPlace): that of another, in the same order
 *
 * Returns: less than 0 when @one comes first, more than 0 when @other does; where nothing else
 *   tells them apart the newer comes first
 */
int
piga_application_place_compare (gconstpointer one, gconstpointer other)
{
  const PigaApplicationPlace *left = one;
  const PigaApplicationPlace *right = other;
  int result = 0;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  if (left->is_by_name)
    result = compare_names (get_employer (left->application), get_employer (right->application));
  if (result == 0)
    result = compare_numbers (right->beginning, left->beginning);
  return result != 0 ? result : compare_numbers (right->created_at, left->created_at);
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

      if (!holds (get_employer (application), words, length)
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
