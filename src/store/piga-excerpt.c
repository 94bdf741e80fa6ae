/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Short pieces of long texts: what a list shows of a text, and what a search shows around a hit. No
 * function here copies, or looks at, more of a text than it needs. */

#include "piga-excerpt.h"

#include <string.h>

#define TITLE_LENGTH 100
#define REST_LENGTH 200
#define BEFORE_HIT 40
#define MOST_WORDS 32
#define MOST_QUERY 1000
/* A hit behind this many bytes is found, but not shown. */
#define MOST_SCANNED (1024 * 1024)

/* One word of a search, folded as the index folds. */
typedef struct
{
  char *folded;
  /* Whether it may go on: the last word is still being typed. */
  gboolean is_open;
} Word;

struct _PigaWords
{
  /* Whether a word begins with this letter, folded. */
  gboolean begins[0x80];
  /* What is asked of the index. */
  GString *query;
  /* The same words, to find them again in a text. */
  GArray *words;
};

static gboolean
is_space (const char *text)
{
  const guchar byte = (guchar) *text;
  gunichar c;

  if (byte < 0x80)
    return byte <= ' ' || byte == 0x7f;
  c = g_utf8_get_char (text);
  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

static const char *
skip_space (const char *text)
{
  while (*text != '\0' && is_space (text))
    text = g_utf8_next_char (text);
  return text;
}

/* At most @length characters from @text, up to @end where there is one, with every run of space as
 * one blank. A search does this a hundred times before it can answer, so it writes bytes itself. */
static char *
squeeze (const char *text, const char *end, guint length)
{
  /* A blank and a character take five bytes at most, and the ellipsis three. */
  char *line = g_malloc (length * 5 + sizeof "…");
  char *next = line;
  gboolean gap = FALSE;
  guint n = 0;

  for (text = skip_space (text); text != end && *text != '\0' && n < length;)
    {
      gsize size = (guchar) *text < 0x80 ? 1 : (gsize) (g_utf8_next_char (text) - text);

      if (is_space (text))
        {
          gap = TRUE;
          text += size;
          continue;
        }
      if (gap)
        *next++ = ' ';
      n += gap ? 2 : 1;
      gap = FALSE;
      for (; size > 0; size--)
        *next++ = *text++;
    }

  if (text != end && *skip_space (text) != '\0')
    next = g_stpcpy (next, "…");
  *next++ = '\0';
  return g_realloc (line, (gsize) (next - line));
}

/**
 * piga_excerpt_make:
 * @title: the title of something, which may be empty
 * @text: its text
 * @first: (out) (transfer full): its title, or the first line of its text
 * @rest: (out) (transfer full) (optional): the start of the text after that, on one line
 */
void
piga_excerpt_make (const char *title, const char *text, char **first, char **rest)
{
  const char *end;

  *first = squeeze (title, NULL, TITLE_LENGTH);
  if (**first == '\0')
    {
      text = skip_space (text);
      end = text + strcspn (text, "\n");
      g_free (*first);
      *first = squeeze (text, end, TITLE_LENGTH);
      text = end;
    }

  if (rest != NULL)
    *rest = squeeze (text, NULL, REST_LENGTH);
}

/* The index takes letters and digits for words, and every apostrophe for a gap: ng'ombe, ng’ombe
 * and ngʼombe are the same two words. */
static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) && c != 0x02bc;
}

/* Reads the word at @text into @folded, without case and marks, and returns where it ends. */
static const char *
fold_word (const char *text, GString *folded)
{
  g_string_truncate (folded, 0);
  while (*text != '\0')
    {
      const gunichar c = g_utf8_get_char (text);
      gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

      if (c < 0x80)
        {
          if (!g_ascii_isalnum (c))
            break;
          g_string_append_c (folded, g_ascii_tolower ((char) c));
        }
      else if (is_of_word (c))
        {
          g_unichar_fully_decompose (g_unichar_tolower (c), FALSE, base, G_N_ELEMENTS (base));
          g_string_append_unichar (folded, base[0]);
        }
      else if (!g_unichar_ismark (c) || folded->len == 0)
        {
          break;
        }
      text = g_utf8_next_char (text);
    }
  return text;
}

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->folded);
}

/* Adds what stands between two spaces, quoted, so that nothing in it is syntax. */
static void
add_part (PigaWords *self, const char *part, const char *end, gboolean is_open)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  const guint n_words = self->words->len;
  const char *next = part;

  while (next < end)
    {
      next = fold_word (next, folded);
      if (folded->len == 0)
        {
          next = g_utf8_next_char (next);
          continue;
        }
      g_array_append_val (self->words, ((Word) { g_strdup (folded->str), FALSE }));
      if ((guchar) *folded->str < 0x80)
        self->begins[(guchar) *folded->str] = TRUE;
    }
  if (self->words->len == n_words)
    return;

  g_string_append (self->query, self->query->len > 0 ? " \"" : "\"");
  for (; part < end; part++)
    {
      if (*part == '"')
        g_string_append_c (self->query, '"');
      g_string_append_c (self->query, *part);
    }
  g_string_append (self->query, is_open ? "\" *" : "\"");
  g_array_index (self->words, Word, self->words->len - 1).is_open = is_open;
}

/**
 * piga_words_new:
 * @text: what somebody types into a search field, valid UTF-8
 *
 * Takes the words out of what was typed. All of them have to be found; the last one may go on,
 * unless a space follows it. Whatever is more than a person would type is left out.
 *
 * Returns: (transfer full): the words
 */
PigaWords *
piga_words_new (const char *text)
{
  PigaWords *self = g_new0 (PigaWords, 1);

  self->query = g_string_new (NULL);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);

  for (text = skip_space (text); *text != '\0' && self->words->len < MOST_WORDS;
       text = skip_space (text))
    {
      const char *end = text;

      while (*end != '\0' && !is_space (end) && end - text < MOST_QUERY)
        end = g_utf8_next_char (end);
      add_part (self, text, end, *end == '\0');
      text = end;
    }

  return self;
}

/**
 * piga_words_free:
 * @self: (transfer full): the words
 */
void
piga_words_free (PigaWords *self)
{
  g_string_free (self->query, TRUE);
  g_array_unref (self->words);
  g_free (self);
}

/**
 * piga_words_to_query:
 * @self: the words
 *
 * Returns: (transfer full) (nullable): the question for the index, %NULL where there is nothing to
 *   ask
 */
char *
piga_words_to_query (PigaWords *self)
{
  return self->query->len > 0 ? g_strdup (self->query->str) : NULL;
}

/* Whether one of the words can begin at @text. Most cannot, and folding would take long. */
static gboolean
can_begin (PigaWords *self, const char *text)
{
  const guchar c = (guchar) *text;

  return c >= 0x80 || self->begins[(guchar) g_ascii_tolower ((char) c)];
}

/* Where the next word begins, or a place before it that is no word. */
static const char *
skip_word (const char *text)
{
  while (g_ascii_isalnum (*text))
    text++;
  while ((guchar) *text >= 0x80)
    {
      const gunichar c = g_utf8_get_char (text);

      if (!is_of_word (c) && !g_unichar_ismark (c))
        return g_utf8_next_char (text);
      text = g_utf8_next_char (text);
      while (g_ascii_isalnum (*text))
        text++;
    }
  while (*text != '\0' && (guchar) *text < 0x80 && !g_ascii_isalnum (*text))
    text++;
  return text;
}

static gboolean
is_hit (PigaWords *self, const char *folded)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      if (word->is_open ? g_str_has_prefix (folded, word->folded)
                        : g_str_equal (folded, word->folded))
        return TRUE;
    }

  return FALSE;
}

/**
 * piga_words_find:
 * @self: the words
 * @text: a text
 *
 * Returns: (transfer none) (nullable): where in @text the first of the words is
 */
const char *
piga_words_find (PigaWords *self, const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *next = text;

  while (*next != '\0' && next - text < MOST_SCANNED)
    {
      const char *word = next;

      if (can_begin (self, word))
        {
          fold_word (word, folded);
          if (folded->len > 0 && is_hit (self, folded->str))
            return word;
        }
      next = skip_word (word);
    }

  return NULL;
}

/**
 * piga_words_make_excerpt:
 * @text: a text
 * @hit: (nullable): a place in it
 *
 * Returns: (transfer full): one line of what stands around the place, or at the start
 */
char *
piga_words_make_excerpt (const char *text, const char *hit)
{
  const char *start = hit != NULL ? hit : text;
  g_autofree char *line = NULL;

  for (guint i = 0; i < BEFORE_HIT && start > text; i++)
    start = g_utf8_prev_char (start);
  /* A word that was cut in two does not start the line. */
  if (start > text)
    while (start < hit && !is_space (start))
      start = g_utf8_next_char (start);

  line = squeeze (start, NULL, REST_LENGTH);
  return skip_space (text) < start ? g_strconcat ("…", line, NULL) : g_steal_pointer (&line);
}
