/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of JSON Lines: strictly one object. json-glib does the parsing; before it, the line is
 * looked through for what json-glib would take in silently changed: it ends a text at an escaped
 * NUL, keeps only the last of two members of one name, skips a byte order mark, and lets bare
 * control characters stand in a text. */

#include "piga-json-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "piga-error.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
set_invalid (GError **error, const char *sentence)
{
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID, sentence);
}

/* Moves over a text in quotation marks; @at is behind the first of them. Returns where the text
 * ends, or NULL where it holds what no text may hold. A text without an end is for json-glib. */
static const char *
skip_text (const char *at, const char *end)
{
  for (; at < end && *at != '"'; at++)
    {
      if ((guchar) *at < ' ')
        return NULL;
      if (*at != '\\')
        continue;
      at++;
      if (at == end || strchr ("\"\\/bfnrtu", *at) == NULL)
        return NULL;
      if (*at == 'u' && end - at > 4 && memcmp (at, "u0000", 5) == 0)
        return NULL;
    }

  return at;
}

/* Counts the members of all objects: outside of texts, each has one colon. */
static gboolean
check_texts (const char *line, gsize length, guint *n_members, GError **error)
{
  const char *end = line + length;

  *n_members = 0;
  for (const char *at = line; at < end; at++)
    {
      if (*at == ':')
        (*n_members)++;
      if (*at != '"')
        continue;
      at = skip_text (at + 1, end);
      if (at == NULL)
        {
          set_invalid (error, _ ("A text holds a character that cannot be kept."));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_bytes (const char *line, gsize length, GError **error)
{
  if (!g_utf8_validate_len (line, length, NULL))
    {
      set_invalid (error, _ ("It holds something that is not text in UTF-8."));
      return FALSE;
    }
  if (length >= strlen (BYTE_ORDER_MARK)
      && memcmp (line, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      set_invalid (error, _ ("It is not in the form of a record (JSON)."));
      return FALSE;
    }
  return TRUE;
}

/**
 * piga_json_line_parse:
 * @parser: a parser of one's own, for use again and again
 * @line: (array length=length): a line without its newline
 * @length: its length in bytes
 * @error: return location for a %PIGA_ERROR_INVALID
 *
 * Reads one line that holds one JSON object (RFC 8259), whose members are no objects. The sentence
 * of an error tells what is wrong with “it”, the line, and quotes nothing of it.
 *
 * Returns: (transfer full) (nullable): the object
 */
JsonObject *
piga_json_line_parse (JsonParser *parser, const char *line, gsize length, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (JsonNode) root = NULL;
  guint n_members;

  if (!check_bytes (line, length, error) || !check_texts (line, length, &n_members, error))
    return NULL;

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, line, (gssize) length, &cause))
    {
      if (g_error_matches (cause, JSON_PARSER_ERROR, JSON_PARSER_ERROR_NESTING))
        set_invalid (error, _ ("It is nested too deeply."));
      else
        set_invalid (error, _ ("It is not in the form of a record (JSON)."));
      return NULL;
    }

  root = json_parser_steal_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      set_invalid (error, _ ("It is not in the form of a record (JSON)."));
      return NULL;
    }
  if (json_object_get_size (json_node_get_object (root)) != n_members)
    {
      set_invalid (error, _ ("A part of the record stands there twice, or inside another."));
      return NULL;
    }
  return json_node_dup_object (root);
}
