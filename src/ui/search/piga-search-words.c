/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which words of a text a search has found: those that are one of the searched words, or begin as
 * the last of them does, whatever the case and the accents, as the index of the store has it. */

#include "piga-search-words.h"

/* A letter without case and accent. */
static gunichar
fold (gunichar c)
{
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_unichar_fully_decompose (c, FALSE, base, G_N_ELEMENTS (base));
  return g_unichar_tolower (base[0]);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Returns: the end of what stands at @text and is the same as the searched word at @word, or %NULL
 */
static const char *
match_word (const char *text, const char *word)
{
  while (is_letter (g_utf8_get_char (word)))
    {
      if (g_unichar_ismark (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      else if (g_unichar_ismark (g_utf8_get_char (word)))
        word = g_utf8_next_char (word);
      else if (fold (g_utf8_get_char (text)) != fold (g_utf8_get_char (word)))
        return NULL;
      else
        {
          text = g_utf8_next_char (text);
          word = g_utf8_next_char (word);
        }
    }
  while (g_unichar_ismark (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static const char *
skip_letters (const char *text)
{
  while (is_letter (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static const char *
skip_to_letter (const char *text)
{
  while (*text != '\0' && !is_letter (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* Returns: the farthest end of a match with any of the searched words, or %NULL */
static const char *
match_query (const char *text, const char *query)
{
  const char *farthest = NULL;
  const char *next;

  for (query = skip_to_letter (query); *query != '\0'; query = next)
    {
      const char *end = match_word (text, query);

      next = skip_to_letter (skip_letters (query));
      if (end != NULL && *next != '\0' && is_letter (g_utf8_get_char (end)))
        continue;
      if (end != NULL && (farthest == NULL || end > farthest))
        farthest = end;
    }
  return farthest;
}

/**
 * piga_search_words_mark:
 * @text: what is shown
 * @query: what was searched for
 *
 * Returns: (transfer full): attributes that make what was found in @text bold
 */
PangoAttrList *
piga_search_words_mark (const char *text, const char *query)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (const char *word = skip_to_letter (text); *word != '\0';
       word = skip_to_letter (skip_letters (word)))
    {
      const char *end = match_query (word, query);
      PangoAttribute *bold;

      if (end == NULL)
        continue;
      bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      bold->start_index = (guint) (word - text);
      bold->end_index = (guint) (end - text);
      pango_attr_list_insert (attributes, bold);
    }
  return attributes;
}
