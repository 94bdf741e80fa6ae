/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words by which an employer or a role is known, whoever wrote it down and however: without
 * case, accents and punctuation, and without the words that firms put on and leave out. */

#include "piga-name-words.h"

#include <stdlib.h>
#include <string.h>

/* Nobody's name has more of either; what a person pastes may. */
#define MOST_WORDS 16
#define MOST_LETTERS 48

/* A shorter word with another letter is another word. */
#define LEAST_LETTERS_FOR_A_SLIP 5

/* Kiswahili's "and" and "of" stand beside the English ones. In order, to be searched. */
static const char *const idle_words[] = {
  "and", "co", "company", "inc", "kampuni", "kenya", "limited", "llp",
  "ltd", "na", "of",      "plc", "the",     "wa",    "ya",
};

/* Most names are plain ASCII, and thousands of them are read at once. */
static char *
fold (const char *name)
{
  g_autofree char *apart = NULL;

  if (g_str_is_ascii (name))
    return g_ascii_strdown (name, -1);

  apart = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  return g_utf8_casefold (apart != NULL ? apart : "", -1);
}

/* An apostrophe or an accent stands inside a word, everything else between words. */
static gboolean
is_inside (gunichar character)
{
  return character == '\'' || character == 0x2019 || g_unichar_ismark (character);
}

/* A word while it is read. */
typedef struct
{
  char text[MOST_LETTERS * 6];
  gsize length;
  guint n_letters;
} Word;

static void
take_word (GPtrArray *words, Word *word)
{
  if (word->length > 0)
    g_ptr_array_add (words, g_strndup (word->text, word->length));
  word->length = 0;
  word->n_letters = 0;
}

static void
add_letter (Word *word, gunichar letter)
{
  if (word->n_letters++ < MOST_LETTERS)
    word->length += (gsize) g_unichar_to_utf8 (letter, word->text + word->length);
}

static GPtrArray *
split (const char *folded)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  Word word = { .length = 0 };

  for (const char *at = folded; *at != '\0' && words->len < MOST_WORDS; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (g_unichar_isalnum (character))
        add_letter (&word, character);
      else if (!is_inside (character))
        take_word (words, &word);
    }
  if (words->len < MOST_WORDS)
    take_word (words, &word);
  return words;
}

static gint
compare_idle (gconstpointer word, gconstpointer idle)
{
  return strcmp (word, *(const char *const *) idle);
}

static gboolean
is_idle (const char *word)
{
  return bsearch (word, idle_words, G_N_ELEMENTS (idle_words), sizeof idle_words[0], compare_idle)
         != NULL;
}

/* A name of idle words alone is known by them. */
static void
drop_idle_words (GPtrArray *words)
{
  gboolean idle[MOST_WORDS];
  guint n_idle = 0;

  for (guint i = 0; i < words->len; i++)
    {
      idle[i] = is_idle (words->pdata[i]);
      n_idle += idle[i] ? 1 : 0;
    }
  if (n_idle == 0 || n_idle == words->len)
    return;

  for (guint i = words->len; i > 0; i--)
    if (idle[i - 1])
      g_ptr_array_remove_index (words, i - 1);
}

static gboolean
is_letter (const char *word)
{
  return *g_utf8_next_char (word) == '\0';
}

/* "K.C.B." and "K C B" are written "KCB", too. */
static void
join_letters (GPtrArray *words)
{
  for (guint i = 0; i + 1 < words->len; i++)
    {
      g_autoptr (GString) joined = NULL;

      if (!is_letter (words->pdata[i]) || !is_letter (words->pdata[i + 1]))
        continue;

      joined = g_string_new (words->pdata[i]);
      while (i + 1 < words->len && is_letter (words->pdata[i + 1]))
        {
          g_string_append (joined, words->pdata[i + 1]);
          g_ptr_array_remove_index (words, i + 1);
        }
      g_free (words->pdata[i]);
      words->pdata[i] = g_string_free_and_steal (g_steal_pointer (&joined));
    }
}

/**
 * piga_name_words:
 * @name: the name of an employer or a role, as it was typed
 *
 * Takes a name to the words that it is known by, in their order: folded, without accents and
 * punctuation, without "Ltd", "Company", "Kenya", "the", "and" and their like, unless there is
 * nothing else. Letters that stand alone are joined.
 *
 * Returns: (transfer full): the words, none where the name is blank
 */
char **
piga_name_words (const char *name)
{
  g_autofree char *folded = fold (name);
  GPtrArray *words = split (folded);

  drop_idle_words (words);
  join_letters (words);
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

static gsize
count_same_start (const char *one, const char *other)
{
  gsize n = 0;

  while (one[n] != '\0' && one[n] == other[n])
    n++;
  /* Not into the middle of a character. */
  while (n > 0 && ((guchar) one[n] & 0xc0) == 0x80)
    n--;
  return n;
}

static gsize
count_same_end (const char *one, gsize one_length, const char *other, gsize other_length)
{
  const gsize most = MIN (one_length, other_length);
  gsize n = 0;

  while (n < most && one[one_length - n - 1] == other[other_length - n - 1])
    n++;
  while (n > 0 && ((guchar) one[one_length - n] & 0xc0) == 0x80)
    n--;
  return n;
}

static gboolean
are_swapped (const char *one, const char *other)
{
  return g_utf8_get_char (one) == g_utf8_get_char (g_utf8_next_char (other))
         && g_utf8_get_char (other) == g_utf8_get_char (g_utf8_next_char (one));
}

/**
 * piga_name_words_may_slip:
 * @word: a word of piga_name_words()
 *
 * Returns: whether a slip of the finger is looked past in it: it has five letters or more
 */
gboolean
piga_name_words_may_slip (const char *word)
{
  return g_utf8_strlen (word, -1) >= LEAST_LETTERS_FOR_A_SLIP;
}

/**
 * piga_name_words_are_alike:
 * @one: a word of piga_name_words()
 * @other: another
 *
 * Returns: whether the words are the same but for one slip of the finger: a letter too many, too
 *   few or wrong, or two neighbours swapped (a distance of 1 after Damerau, 1964). Words of less
 *   than five letters have to be the same.
 */
gboolean
piga_name_words_are_alike (const char *one, const char *other)
{
  const gsize start = count_same_start (one, other);
  const gsize one_length = strlen (one) - start;
  const gsize other_length = strlen (other) - start;
  const gsize end = count_same_end (one + start, one_length, other + start, other_length);
  const glong one_rest = g_utf8_strlen (one + start, (gssize) (one_length - end));
  const glong other_rest = g_utf8_strlen (other + start, (gssize) (other_length - end));

  if (one_rest == 0 && other_rest == 0)
    return TRUE;
  if (!piga_name_words_may_slip (one) || !piga_name_words_may_slip (other))
    return FALSE;
  if (one_rest <= 1 && other_rest <= 1)
    return TRUE;
  return one_rest == 2 && other_rest == 2 && are_swapped (one + start, other + start);
}
