/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-id.h"

#include <string.h>

#define N_BYTES 16

/* Names of our own records that exist once (a step's state, a check of the guide) are hashed below
 * this space, so that two computers give them the same id and an import merges them. */
static const guint8 name_space[N_BYTES] = {
  0x4f, 0x0b, 0x8d, 0x1c, 0x7a, 0x52, 0x4c, 0x9e, 0x9d, 0x31, 0x2e, 0x60, 0xb8, 0x47, 0x15, 0xfa,
};

static char *
format_bytes (guint8 bytes[N_BYTES], guint version)
{
  GString *text = g_string_sized_new (PIGA_ID_LENGTH);

  bytes[6] = (guint8) ((bytes[6] & 0x0f) | (version << 4));
  bytes[8] = (guint8) ((bytes[8] & 0x3f) | 0x80);
  for (guint i = 0; i < N_BYTES; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        g_string_append_c (text, '-');
      g_string_append_printf (text, "%02x", bytes[i]);
    }
  return g_string_free_and_steal (text);
}

/**
 * piga_id_new:
 * @time: now, in microseconds since 1970
 *
 * Makes an id for a new record that sorts by the time it was made: a version 7 UUID, RFC 9562
 * section 5.7.
 *
 * Returns: (transfer full): the id
 */
char *
piga_id_new (gint64 time)
{
  const guint64 milliseconds = (guint64) (time / 1000);
  guint8 bytes[N_BYTES];

  for (guint i = 0; i < 6; i++)
    bytes[i] = (guint8) (milliseconds >> (40 - 8 * i));
  for (guint i = 6; i < N_BYTES; i++)
    bytes[i] = (guint8) g_random_int_range (0, 256);
  return format_bytes (bytes, 7);
}

/**
 * piga_id_from_name:
 * @name: what the record is, such as `step_state:3`
 *
 * Gives the one id of a record that exists once: a version 5 UUID, RFC 9562 section 5.5.
 *
 * Returns: (transfer full): the id
 */
char *
piga_id_from_name (const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;

  g_checksum_update (checksum, name_space, sizeof name_space);
  g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (checksum, digest, &length);
  return format_bytes (digest, 5);
}

/**
 * piga_id_is_valid:
 * @text: what may be an id
 *
 * Returns: whether @text is a UUID in lower case, as this application writes them
 */
gboolean
piga_id_is_valid (const char *text)
{
  return strlen (text) == PIGA_ID_LENGTH - 1 && strspn (text, "0123456789abcdef-") == strlen (text)
         && g_uuid_string_is_valid (text);
}

/**
 * piga_id_get_time:
 * @id: a valid id
 *
 * Returns: when its record was made, in microseconds since 1970; 0 where the id does not tell
 */
gint64
piga_id_get_time (const char *id)
{
  gint64 milliseconds = 0;

  if (id[14] != '7')
    return 0;
  for (guint i = 0; i < 13; i++)
    if (id[i] != '-')
      milliseconds = milliseconds << 4 | g_ascii_xdigit_value (id[i]);
  return milliseconds * 1000;
}
