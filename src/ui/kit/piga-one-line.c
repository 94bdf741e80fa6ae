/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-one-line.h"

/* Line ends of every kind, tabs and what has no shape, with the space around them. */
#define BREAK "[\\s\\p{Cc}]*[\\p{Cc}\\x{2028}\\x{2029}][\\s\\p{Cc}]*"

/**
 * piga_one_line:
 * @text: (array length=length): what was pasted
 * @length: its length in bytes, or -1 where it ends with a NUL byte
 *
 * Makes one plain line of a text: each line break, tab or control character becomes a space, those
 * at its ends go.
 *
 * Returns: (transfer full) (nullable): the line, or %NULL where @text is one already
 */
char *
piga_one_line (const char *text, int length)
{
  g_autofree char *copy = length < 0 ? g_strdup (text) : g_strndup (text, length);
  g_auto (GStrv) words = NULL;

  if (!g_regex_match_simple (BREAK, copy, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    return NULL;

  words = g_regex_split_simple (BREAK, g_strstrip (copy), G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
  return g_strjoinv (" ", words);
}
