/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-clean-text.h"

/* U+FFFD, which stands for what could not be read. */
#define REPLACEMENT "\357\277\275"

/* Tabs and line ends are text. Other control characters have no shape, and a text view, a file or a
 * database may take them for something else. */
static gboolean
is_text (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7f && !(c >= 0x80 && c < 0xa0));
}

/* Returns: how many bytes at the start are plain text, which most is and which is quick to see */
static gsize
count_plain (const char *bytes, const char *end)
{
  const char *p = bytes;

  while (p < end && ((*p >= 0x20 && *p < 0x7f) || *p == '\n' || *p == '\t'))
    p++;
  return (gsize) (p - bytes);
}

/* Line ends of other systems become ours, which takes nothing from the text. */
static gsize
skip_line_end (const char *bytes, const char *end)
{
  if (bytes[0] != '\r')
    return 0;
  return bytes + 1 < end && bytes[1] == '\n' ? 2 : 1;
}

/* Adds what stands at @bytes, which is no plain text. Returns: how many bytes that was */
static gsize
take_char (GString *text, const char *bytes, const char *end, gboolean *cleaned)
{
  const gsize line_end = skip_line_end (bytes, end);
  /* The validation takes a NUL byte for the end of the text. */
  const gunichar c = *bytes == '\0' ? 0 : g_utf8_get_char_validated (bytes, end - bytes);
  const gsize size = g_utf8_skip[*(const guchar *) bytes];

  if (line_end > 0)
    {
      g_string_append_c (text, '\n');
      return line_end;
    }
  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      g_string_append (text, REPLACEMENT);
      *cleaned = TRUE;
      return 1;
    }

  if (is_text (c))
    g_string_append_len (text, bytes, size);
  else
    *cleaned = TRUE;
  return size;
}

/**
 * piga_clean_text:
 * @bytes: (array length=length): what came from elsewhere, as from the clipboard
 * @length: its length
 * @cleaned: (out): whether anything had to be taken out or replaced
 *
 * Makes a text of what should be one. Line ends become "\n"; bytes that are no UTF-8 are replaced
 * by U+FFFD, so that their place can be seen; NUL and other control characters are taken out.
 *
 * Returns: (transfer full): the text
 */
char *
piga_clean_text (const char *bytes, gsize length, gboolean *cleaned)
{
  GString *text = g_string_sized_new (length);
  const char *end = bytes + length;

  *cleaned = FALSE;
  while (bytes < end)
    {
      const gsize n_plain = count_plain (bytes, end);

      g_string_append_len (text, bytes, n_plain);
      bytes += n_plain;
      if (bytes < end)
        bytes += take_char (text, bytes, end, cleaned);
    }
  return g_string_free_and_steal (text);
}
