/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row says of a record. A disk can change a byte without anybody's knowing, so nothing that
 * stands in a row is believed. Whatever is not as it was written is shown as far as it can be: a
 * text with a U+FFFD for each byte that is wrong, anything else as in an untouched record. The
 * record then knows that it is damaged, and who saves it first keeps the original. */

#include "piga-row.h"

#include <math.h>
#include <string.h>

#include "records/piga-damaged-value.h"

/* No record was made outside the years of a PigaDay, less a day for the time zones. */
#define EARLIEST (G_GINT64_CONSTANT (-2208902400) * G_USEC_PER_SEC)
#define LATEST (G_GINT64_CONSTANT (32503593600) * G_USEC_PER_SEC)

/* The greatest whole number that every reader of JSON keeps exactly. */
#define GREATEST_INTEGER (G_GINT64_CONSTANT (1) << 53)

/* The functions below return whether the column holds what was once written there. A column with
 * nothing in it has nothing that could be kept. */

static gboolean
read_text (PigaStatement *statement, int column, PigaFieldValue *value)
{
  gsize length;
  const char *bytes = (const char *) piga_statement_get_bytes (statement, column, &length);
  g_autofree char *repaired = NULL;

  if (length == 0)
    return TRUE;
  if (g_utf8_validate_len (bytes, length, NULL))
    {
      value->text = g_ref_string_new_len (bytes, (gssize) length);
      return TRUE;
    }

  repaired = g_utf8_make_valid (bytes, (gssize) length);
  value->text = g_ref_string_new (repaired);
  return FALSE;
}

static gboolean
read_link (PigaStatement *statement, int column, PigaFieldValue *value)
{
  char id[PIGA_ID_LENGTH];

  if (piga_statement_is_null (statement, column))
    return TRUE;
  if (!piga_row_get_id (statement, column, id))
    return FALSE;
  value->text = g_ref_string_new (id);
  return TRUE;
}

static gboolean
read_integer (PigaStatement *statement, int column, const PigaField *field, PigaFieldValue *value)
{
  const gint64 integer = piga_statement_get_integer (statement, column);

  value->integer = field->least > 0 ? (gint64) field->least : 0;
  if (piga_statement_is_null (statement, column))
    return TRUE;
  if (piga_statement_get_type (statement, column) != SQLITE_INTEGER || integer < -GREATEST_INTEGER
      || integer > GREATEST_INTEGER || !piga_field_takes_number (field, (double) integer)
      || (field->type == PIGA_FIELD_BOOLEAN && integer != 0 && integer != 1))
    return FALSE;

  value->integer = integer;
  return TRUE;
}

static gboolean
read_real (PigaStatement *statement, int column, const PigaField *field, PigaFieldValue *value)
{
  const int type = piga_statement_get_type (statement, column);
  const double real = piga_statement_get_real (statement, column);

  value->real = field->least > 0 ? field->least : 0;
  if (type == SQLITE_NULL)
    return TRUE;
  if ((type != SQLITE_FLOAT && type != SQLITE_INTEGER) || !piga_field_takes_number (field, real))
    return FALSE;

  value->real = real;
  return TRUE;
}

static gboolean
read_choice (PigaStatement *statement, int column, const PigaField *field, PigaFieldValue *value)
{
  return piga_statement_is_null (statement, column)
         || piga_field_find_choice (field, piga_statement_get_text (statement, column, NULL),
                                    &value->integer);
}

/* A day that has to be there is that on which the record was made. */
static gboolean
read_day (PigaStatement *statement, int column, const PigaField *field, gint64 created_at,
          PigaFieldValue *value)
{
  const gboolean is_null = piga_statement_is_null (statement, column);

  value->integer =
    is_null ? PIGA_DAY_NONE : piga_day_from_iso (piga_statement_get_text (statement, column, NULL));
  if (value->integer != PIGA_DAY_NONE)
    return TRUE;

  if ((field->flags & PIGA_FIELD_REQUIRED) != 0)
    value->integer = piga_day_from_time (created_at);
  return is_null;
}

static gboolean
read_field (PigaStatement *statement, const PigaField *field, guint index, gint64 created_at,
            PigaFieldValue *value)
{
  const int column = PIGA_ROW_FIELDS + (int) index;

  switch (field->type)
    {
    case PIGA_FIELD_TEXT:
    case PIGA_FIELD_LONG:
      return read_text (statement, column, value);
    case PIGA_FIELD_LINK:
      return read_link (statement, column, value);
    case PIGA_FIELD_INTEGER:
    case PIGA_FIELD_BOOLEAN:
      return read_integer (statement, column, field, value);
    case PIGA_FIELD_REAL:
      return read_real (statement, column, field, value);
    case PIGA_FIELD_CHOICE:
      return read_choice (statement, column, field, value);
    case PIGA_FIELD_DAY:
      return read_day (statement, column, field, created_at, value);
    }

  g_return_val_if_reached (FALSE);
}

static gint64
read_time (PigaStatement *statement, int column, gint64 otherwise)
{
  const gint64 time = piga_statement_get_integer (statement, column);

  return piga_statement_get_type (statement, column) == SQLITE_INTEGER && time > EARLIEST
             && time < LATEST
           ? time
           : otherwise;
}

/* When a record was made is told by its id and by its row, too. */
static void
read_times (PigaStatement *statement, PigaRecordClass *klass, gpointer record)
{
  const char *id = piga_record_get_id (record);
  const gint64 row =
    piga_statement_get_integer (statement, PIGA_ROW_FIELDS + (int) klass->n_fields);
  const gint64 of_row = ABS (row) < LATEST / 1000 ? row * 1000 : 0;
  const gint64 of_id = piga_id_get_time (id);
  const gint64 created_at =
    read_time (statement, PIGA_ROW_CREATED_AT,
               of_id > 0 && of_id < LATEST ? of_id : MAX (of_row, EARLIEST + 1));
  const gint64 modified_at = read_time (statement, PIGA_ROW_MODIFIED_AT, created_at);

  piga_record_set_row (record, row);
  piga_record_set_times (record, created_at, modified_at,
                         piga_statement_is_null (statement, PIGA_ROW_DELETED_AT)
                           ? 0
                           : read_time (statement, PIGA_ROW_DELETED_AT, modified_at));
}

static gboolean
read_revision (PigaStatement *statement, gint64 *revision)
{
  *revision = MAX (piga_statement_get_integer (statement, PIGA_ROW_REVISION), 1);
  return piga_statement_get_type (statement, PIGA_ROW_REVISION) == SQLITE_INTEGER
         && *revision == piga_statement_get_integer (statement, PIGA_ROW_REVISION);
}

/**
 * piga_row_get_id:
 * @statement: a statement with a row
 * @column: the column of an id
 * @id: (out caller-allocates): the id; untouched where it is none
 *
 * Returns: whether there is a valid id
 */
gboolean
piga_row_get_id (PigaStatement *statement, int column, char id[PIGA_ID_LENGTH])
{
  gsize length;
  const char *text = piga_statement_get_text (statement, column, &length);

  if (length != PIGA_ID_LENGTH - 1 || !piga_id_is_valid (text))
    return FALSE;

  memcpy (id, text, PIGA_ID_LENGTH);
  return TRUE;
}

/**
 * piga_row_read:
 * @statement: a statement with a row that has the columns of a record
 * @klass: its kind
 * @id: (nullable): its id, where that is known from elsewhere
 *
 * Returns: (transfer full) (nullable): the record; %NULL where its id is damaged and not known
 */
gpointer
piga_row_read (PigaStatement *statement, PigaRecordClass *klass, const char *id)
{
  PigaFieldValue values[PIGA_RECORD_MOST_FIELDS] = { 0 };
  char own_id[PIGA_ID_LENGTH];
  gboolean is_sound;
  gint64 revision;
  gpointer record;

  if (id == NULL && !piga_row_get_id (statement, PIGA_ROW_ID, own_id))
    return NULL;

  record = piga_record_new_with_id (G_TYPE_FROM_CLASS (klass), id != NULL ? id : own_id);
  read_times (statement, klass, record);
  is_sound = read_revision (statement, &revision);
  for (guint i = 0; i < klass->n_fields; i++)
    is_sound &=
      read_field (statement, &klass->fields[i], i, piga_record_get_created_at (record), &values[i]);
  piga_record_take_values (record, values);
  piga_record_set_damaged (record, !is_sound);
  piga_record_mark_saved (record, revision, piga_record_get_changes (record));
  return record;
}

static void
copy_value (gpointer record, const PigaField *field, const guint8 *bytes, gsize length,
            GPtrArray *values)
{
  guint part = 0;

  for (gsize start = 0; start < length; start += PIGA_DAMAGED_VALUE_MOST_BYTES)
    g_ptr_array_add (values,
                     piga_damaged_value_new (record, field->name, part++, bytes + start,
                                             MIN (length - start, PIGA_DAMAGED_VALUE_MOST_BYTES)));
}

/**
 * piga_row_copy_damaged:
 * @statement: a statement with a row
 * @record: the record that was read from it
 * @values: (element-type PigaDamagedValue): where to add the damaged values of the row, as they are
 */
void
piga_row_copy_damaged (PigaStatement *statement, gpointer record, GPtrArray *values)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const PigaField *field = &klass->fields[i];
      PigaFieldValue value = { 0 };
      gsize length;

      if (!read_field (statement, field, i, piga_record_get_created_at (record), &value))
        {
          const guint8 *bytes =
            piga_statement_get_bytes (statement, PIGA_ROW_FIELDS + (int) i, &length);

          copy_value (record, field, bytes, length, values);
        }
      if (piga_field_is_text (field) && value.text != NULL)
        g_ref_string_release (value.text);
    }
}
