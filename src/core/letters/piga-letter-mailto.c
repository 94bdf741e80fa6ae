/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-letter.h"

/* Lines of a mail end with both: RFC 6068, section 5. */
static char *
end_lines (const char *text)
{
  g_autoptr (GString) lines = g_string_new (text);

  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\r", "\n", 0);
  g_string_replace (lines, "\n", "\r\n", 0);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* A header is one line; a break in it would begin another. */
static char *
on_one_line (const char *text)
{
  char *line = g_strdup (text);

  return g_strstrip (g_strdelimit (line, "\r\n\t", ' '));
}

/**
 * piga_letter_mailto:
 * @to: an address, or empty for one to be filled in later
 * @subject: what the mail is about
 * @body: its text
 *
 * Returns: (transfer full): a mailto URI (RFC 6068) that opens a mail program with all of it filled
 *   in; nothing is sent
 */
char *
piga_letter_mailto (const char *to, const char *subject, const char *body)
{
  g_autofree char *to_line = on_one_line (to);
  g_autofree char *subject_line = on_one_line (subject);
  g_autofree char *body_lines = end_lines (body);
  g_autofree char *to_part = g_uri_escape_string (to_line, "@", FALSE);
  g_autofree char *subject_part = g_uri_escape_string (subject_line, NULL, FALSE);
  g_autofree char *body_part = g_uri_escape_string (body_lines, NULL, FALSE);

  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", to_part, subject_part, body_part);
}
