/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first line of an export, which says what the file is. An export is JSON Lines in UTF-8:
 *
 *   {"format":"piga-hatua","version":3,"records":2}
 *
 * and then a record a line, as piga_record_to_json() writes it. A record stands behind the one it
 * leads to; an export keeps the order of the kinds, and within a kind that of "created_at" and
 * "id". Nothing in the file depends on when or where it was written, so that two exports of the
 * same records are the same, byte for byte. "records" is how many there are: a file that lost its
 * end is known by it. Who makes a file by hand may leave it out. */

#include "piga-exchange-header.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "piga-error.h"
#include "piga-json-line.h"

#define FORMAT "piga-hatua"
/* Each has kinds and fields that the one before does not know, and the third says how often a
 * record was saved; what is in an older one can be read as it is. */
#define VERSION_WRITTEN 3

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static const char *const members[] = { "format", "version", "records", NULL };

static void
set_not_ours (GError **error)
{
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_NOT_OURS,
                       _ ("This file was not exported by Piga Hatua."));
}

static gboolean
is_utf16 (const char *line, gsize length)
{
  return length >= 2 && (memcmp (line, "\xff\xfe", 2) == 0 || memcmp (line, "\xfe\xff", 2) == 0);
}

/* A whole number that is not negative, or -1. */
static gint64
get_count (JsonObject *header, const char *member)
{
  JsonNode *node = json_object_get_member (header, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    return -1;
  return MAX (json_node_get_int (node), -1);
}

static gboolean
is_our_format (JsonObject *header)
{
  JsonNode *node = json_object_get_member (header, "format");

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_STRING
         && g_str_equal (json_node_get_string (node), FORMAT);
}

static gboolean
has_only_known_members (JsonObject *header)
{
  JsonObjectIter iter;
  const char *member;

  json_object_iter_init (&iter, header);
  while (json_object_iter_next (&iter, &member, NULL))
    if (!g_strv_contains (members, member))
      return FALSE;

  return TRUE;
}

static gboolean
check (JsonObject *header, gint64 *n_records, GError **error)
{
  const gint64 version = get_count (header, "version");

  if (!is_our_format (header) || version < 1)
    {
      set_not_ours (error);
      return FALSE;
    }
  if (version > VERSION_WRITTEN)
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_TOO_NEW,
                           _ ("This file was exported by a newer version of Piga Hatua. "
                              "Update the application and try again."));
      return FALSE;
    }

  *n_records = get_count (header, "records");
  if (!has_only_known_members (header)
      || (*n_records < 0 && json_object_has_member (header, "records")))
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                           _ ("The first line of the file is not as Piga Hatua writes it."));
      return FALSE;
    }
  return TRUE;
}

/**
 * piga_exchange_header_parse:
 * @parser: a parser of one's own
 * @line: (array length=length): the first line of a file
 * @length: its length in bytes
 * @n_records: (out): how many records the file says it holds; -1 where it does not say
 * @error: return location for a %PIGA_ERROR_NOT_OURS, %PIGA_ERROR_TOO_NEW or %PIGA_ERROR_INVALID
 *
 * Returns: whether the file is an export that can be read
 */
gboolean
piga_exchange_header_parse (JsonParser *parser, const char *line, gsize length, gint64 *n_records,
                            GError **error)
{
  const gsize mark_length = strlen (BYTE_ORDER_MARK);
  g_autoptr (JsonObject) header = NULL;

  if (is_utf16 (line, length))
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_NOT_OURS,
                           _ ("This file is in UTF-16. Save it as UTF-8 and try again."));
      return FALSE;
    }
  /* Some editors put a byte order mark in front of whatever they save. */
  if (length >= mark_length && memcmp (line, BYTE_ORDER_MARK, mark_length) == 0)
    {
      line += mark_length;
      length -= mark_length;
    }

  header = piga_json_line_parse (parser, line, length, NULL);
  if (header == NULL)
    {
      set_not_ours (error);
      return FALSE;
    }
  return check (header, n_records, error);
}

/**
 * piga_exchange_header_new:
 * @n_records: how many records will follow
 *
 * Returns: (transfer full): the first line of an export
 */
JsonNode *
piga_exchange_header_new (gint64 n_records)
{
  g_autoptr (JsonObject) header = json_object_new ();

  json_object_set_string_member (header, "format", FORMAT);
  json_object_set_int_member (header, "version", VERSION_WRITTEN);
  json_object_set_int_member (header, "records", n_records);
  return json_node_init_object (json_node_alloc (), header);
}
