/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells employers apart, and one employer's names together: "Safari Systems Ltd" and "systems,
 * safari" are one. So that a slip of the finger does not make two employers out of one either,
 * every word stands for the first word that was alike. That word is found without walking all of
 * them: two words of one slip have a spelling in common when each may leave a letter out. */

#include "piga-employer-book.h"

#include <string.h>

#include "sense/piga-name-words.h"

struct _PigaEmployerBook
{
  GObject parent_instance;

  /* A word, or a name run together, as it is or with a letter left out: what it stands for. */
  GHashTable *words;
  /* The words of a name, sorted or run together in the order that they were written in: its
   * number. */
  GHashTable *numbers;
  /* The same by the name as it was typed, which is seldom typed once. */
  GHashTable *known;
  guint n_numbers;
};

G_DEFINE_FINAL_TYPE (PigaEmployerBook, piga_employer_book, G_TYPE_OBJECT)

static char *
leave_out (const char *word, const char *letter)
{
  const char *rest = g_utf8_next_char (letter);
  char *without = g_malloc (strlen (word));

  memcpy (without, word, (gsize) (letter - word));
  strcpy (without + (letter - word), rest);
  return without;
}

static const char *
find_alike (PigaEmployerBook *self, const char *spelling, const char *word)
{
  const char *known = g_hash_table_lookup (self->words, spelling);

  return known != NULL && piga_name_words_are_alike (known, word) ? known : NULL;
}

static const char *
find_word (PigaEmployerBook *self, const char *word)
{
  const char *known = find_alike (self, word, word);

  if (!piga_name_words_may_slip (word))
    return known;

  for (const char *at = word; known == NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *without = leave_out (word, at);

      known = find_alike (self, without, word);
    }
  return known;
}

/* Keeps @word as the one that it and its misspellings stand for. */
static const char *
keep_word (PigaEmployerBook *self, const char *word)
{
  char *kept = g_ref_string_new_intern (word);

  g_hash_table_replace (self->words, g_strdup (word), kept);
  if (!piga_name_words_may_slip (word))
    return kept;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      char *without = leave_out (word, at);

      if (g_hash_table_contains (self->words, without))
        g_free (without);
      else
        g_hash_table_insert (self->words, without, g_ref_string_acquire (kept));
    }
  return kept;
}

static const char *
get_word (PigaEmployerBook *self, const char *word)
{
  const char *known = find_word (self, word);

  return known != NULL ? known : keep_word (self, word);
}

static gint
compare_words (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

static guint
find_number (PigaEmployerBook *self, const char *name)
{
  g_auto (GStrv) words = piga_name_words (name);
  g_autoptr (GPtrArray) known = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  g_autofree char *joined = NULL;
  g_autofree char *sorted = NULL;
  const char *together;
  guint number;

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (known, (gpointer) get_word (self, words[i]));
  if (known->len == 0)
    return 0;

  joined = g_strjoinv ("", (char **) known->pdata);
  together = get_word (self, joined);
  g_ptr_array_sort (known, compare_words);
  sorted = g_strjoinv (" ", (char **) known->pdata);

  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, sorted));
  if (number == 0)
    number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, together));
  if (number == 0)
    number = ++self->n_numbers;
  g_hash_table_insert (self->numbers, g_steal_pointer (&sorted), GUINT_TO_POINTER (number));
  g_hash_table_insert (self->numbers, g_strdup (together), GUINT_TO_POINTER (number));
  return number;
}

/**
 * piga_employer_book_get_number:
 * @self: a book of employers
 * @name: the name of one, as it was typed
 *
 * Returns: the number of the employer, from 1 on in the order in which they were asked for; 0 where
 *   the name is blank
 */
guint
piga_employer_book_get_number (PigaEmployerBook *self, const char *name)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (self->known, name, NULL, &number))
    {
      number = GUINT_TO_POINTER (find_number (self, name));
      g_hash_table_insert (self->known, g_strdup (name), number);
    }
  return GPOINTER_TO_UINT (number);
}

static void
piga_employer_book_finalize (GObject *object)
{
  PigaEmployerBook *self = PIGA_EMPLOYER_BOOK (object);

  g_hash_table_unref (self->words);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->known);

  G_OBJECT_CLASS (piga_employer_book_parent_class)->finalize (object);
}

static void
piga_employer_book_class_init (PigaEmployerBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = piga_employer_book_finalize;
}

static void
piga_employer_book_init (PigaEmployerBook *self)
{
  self->words =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ref_string_release);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * piga_employer_book_new:
 *
 * Returns: (transfer full): a book without an employer
 */
PigaEmployerBook *
piga_employer_book_new (void)
{
  return g_object_new (PIGA_TYPE_EMPLOYER_BOOK, NULL);
}
