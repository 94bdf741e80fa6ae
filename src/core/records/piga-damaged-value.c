/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stood in a field of a record before it was damaged on the disk and then saved anew: its
 * bytes, as they were found, in base64. It is kept aside so that whoever can make more of them than
 * we do still has them; it goes where its record goes, be it into an export or out of the trash. */

#include "piga-damaged-value.h"

#include <glib/gi18n-lib.h>

#include "piga-id.h"

struct _PigaDamagedValue
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (PigaDamagedValue, piga_damaged_value, PIGA_TYPE_RECORD)

/* A long value takes several records, so that no text of a record is longer than any other. */
static const PigaField fields[] = {
  [PIGA_DAMAGED_VALUE_OF_KIND] = { "of_kind", PIGA_FIELD_TEXT, N_ ("Kind of record"),
                                   PIGA_FIELD_REQUIRED },
  [PIGA_DAMAGED_VALUE_OF_RECORD] = { "of_record", PIGA_FIELD_TEXT, N_ ("Damaged record"),
                                     PIGA_FIELD_REQUIRED },
  [PIGA_DAMAGED_VALUE_OF_FIELD] = { "of_field", PIGA_FIELD_TEXT, N_ ("Damaged part"),
                                    PIGA_FIELD_REQUIRED },
  [PIGA_DAMAGED_VALUE_PART] = { "part", PIGA_FIELD_INTEGER, N_ ("Number of the piece"), .least = 0,
                                .most = 1000 },
  [PIGA_DAMAGED_VALUE_BYTES] = { "bytes", PIGA_FIELD_LONG, N_ ("Original") },
};

static void
piga_damaged_value_class_init (PigaDamagedValueClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "damaged_value", fields,
                             G_N_ELEMENTS (fields));
}

static void
piga_damaged_value_init (PigaDamagedValue *self)
{
}

/**
 * piga_damaged_value_new:
 * @record: the record it was found in, as it was read
 * @field: the name of the field
 * @part: which part of a long value this is, from 0
 * @bytes: (array length=length): what was found
 * @length: how many bytes, at most %PIGA_DAMAGED_VALUE_MOST_BYTES
 *
 * The same bytes in the same place give the same record on every computer, however often they are
 * found; its times are those of @record.
 *
 * Returns: (transfer full): a record that keeps them
 */
PigaDamagedValue *
piga_damaged_value_new (gpointer record, const char *field, guint part, const guint8 *bytes,
                        gsize length)
{
  const char *kind = piga_record_get_kind (record);
  const gint64 time = piga_record_get_modified_at (record);
  g_autofree char *checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
  g_autofree char *name = g_strdup_printf ("damaged_value:%s:%s:%s:%u:%s", kind,
                                           piga_record_get_id (record), field, part, checksum);
  g_autofree char *id = piga_id_from_name (name);
  g_autofree char *text = g_base64_encode (bytes, length);
  PigaDamagedValue *self = piga_record_new_with_id (PIGA_TYPE_DAMAGED_VALUE, id);

  piga_record_set_text (self, PIGA_DAMAGED_VALUE_OF_KIND, kind);
  piga_record_set_text (self, PIGA_DAMAGED_VALUE_OF_RECORD, piga_record_get_id (record));
  piga_record_set_text (self, PIGA_DAMAGED_VALUE_OF_FIELD, field);
  piga_record_set_integer (self, PIGA_DAMAGED_VALUE_PART, part);
  piga_record_set_text (self, PIGA_DAMAGED_VALUE_BYTES, text);
  piga_record_set_times (self, time, time, 0);
  return self;
}

/**
 * piga_damaged_value_get_bytes:
 * @self: a record
 *
 * Returns: (transfer full): what was found
 */
GBytes *
piga_damaged_value_get_bytes (PigaDamagedValue *self)
{
  gsize length;
  guchar *bytes = g_base64_decode (piga_record_get_text (self, PIGA_DAMAGED_VALUE_BYTES), &length);

  return g_bytes_new_take (bytes, length);
}
