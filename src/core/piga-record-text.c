/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was written in records as plain text, to be taken elsewhere by the person. */

#include "piga-record-text.h"

#include <glib/gi18n-lib.h>

#include "piga-record.h"

static void
add_field (GString *text, gpointer record, guint index)
{
  const PigaField *field = &PIGA_RECORD_GET_CLASS (record)->fields[index];
  const gboolean is_written = field->type == PIGA_FIELD_TEXT || field->type == PIGA_FIELD_LONG;

  if (!is_written || piga_record_get_text (record, index)[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s\n", _ (field->label));
  g_string_append (text, piga_record_get_text (record, index));
  g_string_append_c (text, '\n');
}

/**
 * piga_records_to_text:
 * @records: (element-type PigaRecord): some records
 *
 * Returns: (transfer full): all that was written in them, each text under the name of its field in
 *   the language of the interface
 */
char *
piga_records_to_text (GPtrArray *records)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    for (guint field = 0; field < PIGA_RECORD_GET_CLASS (records->pdata[i])->n_fields; field++)
      add_field (text, records->pdata[i], field);

  return g_string_free_and_steal (text);
}
