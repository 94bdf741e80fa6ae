/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A journal made up for measuring, the same every time: entries of 200 words over ten years. Words
 * come as often as in real text: the second half as often as the first, the third a third as often
 * (Zipf's law), from a vocabulary the size of one person's. */

#include "bench-journal.h"

#include <math.h>

#include "bench-wait.h"
#include "piga-store-private.h"
#include "records/piga-entry.h"

#define VOCABULARY 8000
#define TEN_YEARS (3650 * G_TIME_SPAN_DAY)
#define FIRST_DAY G_GINT64_CONSTANT (1480000000000000)

static const char *const frequent[] = {
  "na",         "ya",        "kwa",    "wa",      "ni",     "katika",      "za",
  "la",         "kuwa",      "cha",    "hii",     "leo",    "kazi",        "siku",
  "mahojiano",  "nilikuwa",  "lakini", "sana",    "kama",   "baada",       "yangu",
  "watu",       "swali",     "jibu",   "kampuni", "nafasi", "nimejifunza", "kesho",
  "the",        "interview", "today",  "asked",   "about",  "because",     "team",
  "experience", "answer",    "panel",  "nervous", "better", "next",        "time",
};

static const char *const syllables[] = {
  "ba", "cha", "da", "fu", "go", "hi", "ja", "ka",  "le",  "ma",  "ni",  "o",   "pa",  "ra",
  "si", "ta",  "u",  "vi", "wa", "ye", "zo", "mbi", "ngo", "nda", "shi", "tha", "kwe", "mwa",
};

/**
 * bench_journal_get_word:
 * @rank: which word, 0 for the most frequent
 *
 * Returns: (transfer none): the word
 */
const char *
bench_journal_get_word (guint rank)
{
  static char *words[VOCABULARY];

  g_assert (rank < VOCABULARY);
  if (rank < G_N_ELEMENTS (frequent))
    return frequent[rank];
  if (words[rank] == NULL)
    {
      g_autoptr (GString) word = g_string_new (NULL);

      for (guint rest = rank * 5 + 13; rest > 0; rest /= G_N_ELEMENTS (syllables))
        g_string_append (word, syllables[rest % G_N_ELEMENTS (syllables)]);
      words[rank] = g_string_free_and_steal (g_steal_pointer (&word));
    }
  return words[rank];
}

/**
 * bench_journal_make_text:
 * @rand: where chance comes from
 * @n_words: how many words
 *
 * Returns: (transfer full): a text
 */
char *
bench_journal_make_text (GRand *rand, guint n_words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      /* The rank of Zipf's law: evenly spread on a logarithmic scale. */
      const guint rank = (guint) pow (VOCABULARY, g_rand_double (rand)) - 1;

      g_string_append (text, bench_journal_get_word (rank));
      g_string_append (text, i % 40 == 39 ? ".\n\n" : i % 12 == 11 ? ". " : " ");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gpointer
make_entry (GRand *rand, guint number, guint n_entries)
{
  const gint64 created_at =
    FIRST_DAY + (gint64) number * (TEN_YEARS / MAX (n_entries, 1)) / 1000 * 1000;
  g_autofree char *id =
    g_strdup_printf ("%08x-%04x-7000-8000-%012x", (guint) (created_at / 1000 >> 16),
                     (guint) (created_at / 1000 & 0xffff), number);
  gpointer entry = piga_record_new_with_id (PIGA_TYPE_ENTRY, id);
  g_autofree char *title = bench_journal_make_text (rand, 4);
  g_autofree char *body = bench_journal_make_text (rand, BENCH_WORDS);

  g_strchomp (title);
  piga_record_set_text (entry, PIGA_ENTRY_TITLE, title);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, body);
  piga_record_set_integer (entry, PIGA_ENTRY_STEP, number % 13);
  piga_record_set_integer (entry, PIGA_ENTRY_MOOD, number % 6);
  piga_record_set_times (entry, created_at, created_at, 0);
  return entry;
}

static gboolean
insert_entries (PigaDatabase *database, gpointer data, GError **error)
{
  const guint n_entries = *(guint *) data;
  PigaTable *table = piga_table_new (PIGA_TYPE_ENTRY);
  g_autoptr (GRand) rand = g_rand_new_with_seed (n_entries);
  gboolean inserted = TRUE;

  for (guint i = 0; i < n_entries && inserted; i++)
    {
      g_autoptr (GObject) entry = make_entry (rand, i, n_entries);

      inserted = piga_table_insert (table, database, entry, error);
    }

  piga_table_free (table);
  return inserted;
}

/**
 * bench_journal_fill:
 * @path: where a database is to be made
 * @n_entries: how many entries it is to have
 *
 * Makes a database with that many entries, ready to be searched.
 */
void
bench_journal_fill (const char *path, guint n_entries)
{
  bench_fill (path, insert_entries, &n_entries);
}
