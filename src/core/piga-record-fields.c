/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fields of a record hold: reading, changing and checking it. */

#include "piga-record-private.h"

/* Takes over the reference to @text. */
void
piga_record_take_text (gpointer record, guint field, char *text)
{
  PigaFieldValue *value = &piga_record_get_private (record)->values[field];

  g_ref_string_release (value->text);
  value->text = text;
  piga_record_note_change (record, field);
}

/**
 * piga_record_get_text:
 * @record: a record
 * @field: the index of a field that holds text or a link
 *
 * Returns: (transfer none): the text, never %NULL; a #GRefString, which a caller may keep with
 *   g_ref_string_acquire()
 */
const char *
piga_record_get_text (gpointer record, guint field)
{
  g_return_val_if_fail (piga_field_is_text (piga_record_get_field (record, field)), "");
  return piga_record_get_private (record)->values[field].text;
}

/**
 * piga_record_get_integer:
 * @record: a record
 * @field: the index of a field that holds a whole number, a boolean, a choice or a day
 *
 * Returns: the number
 */
gint64
piga_record_get_integer (gpointer record, guint field)
{
  const PigaField *declared = piga_record_get_field (record, field);

  g_return_val_if_fail (!piga_field_is_text (declared) && declared->type != PIGA_FIELD_REAL, 0);
  return piga_record_get_private (record)->values[field].integer;
}

/**
 * piga_record_get_real:
 * @record: a record
 * @field: the index of a %PIGA_FIELD_REAL
 *
 * Returns: the number
 */
double
piga_record_get_real (gpointer record, guint field)
{
  g_return_val_if_fail (piga_record_get_field (record, field)->type == PIGA_FIELD_REAL, 0);
  return piga_record_get_private (record)->values[field].real;
}

/**
 * piga_record_get_boolean:
 * @record: a record
 * @field: the index of a %PIGA_FIELD_BOOLEAN
 *
 * Returns: yes or no
 */
gboolean
piga_record_get_boolean (gpointer record, guint field)
{
  return piga_record_get_integer (record, field) != 0;
}

/**
 * piga_record_get_day:
 * @record: a record
 * @field: the index of a %PIGA_FIELD_DAY
 *
 * Returns: the day, or %PIGA_DAY_NONE
 */
PigaDay
piga_record_get_day (gpointer record, guint field)
{
  return (PigaDay) piga_record_get_integer (record, field);
}

/**
 * piga_record_get_choice_label:
 * @record: a record
 * @field: the index of a %PIGA_FIELD_CHOICE
 *
 * Returns: (transfer none): how its choice is shown, in the language of the interface
 */
const char *
piga_record_get_choice_label (gpointer record, guint field)
{
  return piga_field_get_choice_label (piga_record_get_field (record, field),
                                      (guint) piga_record_get_integer (record, field));
}

/**
 * piga_record_set_text:
 * @record: a record
 * @field: the index of a field that holds text or a link
 * @text: (nullable): the text, %NULL for none
 */
void
piga_record_set_text (gpointer record, guint field, const char *text)
{
  g_return_if_fail (piga_field_is_text (piga_record_get_field (record, field)));

  if (text == NULL)
    text = "";
  if (!g_str_equal (piga_record_get_private (record)->values[field].text, text))
    piga_record_take_text (record, field, g_ref_string_new (text));
}

/**
 * piga_record_set_integer:
 * @record: a record
 * @field: the index of a field that holds a whole number, a boolean, a choice or a day
 * @integer: the number
 */
void
piga_record_set_integer (gpointer record, guint field, gint64 integer)
{
  const PigaField *declared = piga_record_get_field (record, field);
  PigaFieldValue *value = &piga_record_get_private (record)->values[field];

  g_return_if_fail (!piga_field_is_text (declared) && declared->type != PIGA_FIELD_REAL);
  g_return_if_fail (declared->type != PIGA_FIELD_CHOICE
                    || (integer >= 0 && integer < piga_field_n_choices (declared)));

  if (value->integer == integer)
    return;

  value->integer = integer;
  piga_record_note_change (record, field);
}

/**
 * piga_record_set_real:
 * @record: a record
 * @field: the index of a %PIGA_FIELD_REAL
 * @real: the number
 */
void
piga_record_set_real (gpointer record, guint field, double real)
{
  PigaFieldValue *value = &piga_record_get_private (record)->values[field];

  g_return_if_fail (piga_record_get_field (record, field)->type == PIGA_FIELD_REAL);

  if (value->real == real)
    return;

  value->real = real;
  piga_record_note_change (record, field);
}

/**
 * piga_record_set_boolean:
 * @record: a record
 * @field: the index of a %PIGA_FIELD_BOOLEAN
 * @boolean: yes or no
 */
void
piga_record_set_boolean (gpointer record, guint field, gboolean boolean)
{
  piga_record_set_integer (record, field, boolean ? 1 : 0);
}

/**
 * piga_record_set_day:
 * @record: a record
 * @field: the index of a %PIGA_FIELD_DAY
 * @day: the day, or %PIGA_DAY_NONE
 */
void
piga_record_set_day (gpointer record, guint field, PigaDay day)
{
  piga_record_set_integer (record, field, day);
}

/**
 * piga_record_validate:
 * @record: a record
 * @error: return location for a %PIGA_ERROR_INVALID that names the label of the field
 *
 * Returns: whether the record can be kept as it is
 */
gboolean
piga_record_validate (gpointer record, GError **error)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);
  PigaRecordPrivate *priv = piga_record_get_private (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!piga_field_validate (&klass->fields[i], &priv->values[i], error))
      return FALSE;

  return TRUE;
}
