/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fields of a record hold: reading, changing and checking it.
 *
 * Only what is filled in takes room. A value is found by counting the filled fields before it. */

#include "piga-record-private.h"

#include <string.h>

static gboolean
is_filled (const PigaRecordPrivate *priv, guint field)
{
  return (priv->filled >> field & 1) != 0;
}

/* Where the value of a field stands, or would have to. */
static guint
get_place (const PigaRecordPrivate *priv, guint field)
{
  return (guint) __builtin_popcountll (priv->filled & ((G_GUINT64_CONSTANT (1) << field) - 1));
}

static guint
count_filled (const PigaRecordPrivate *priv)
{
  return (guint) __builtin_popcountll (priv->filled);
}

static char *
get_empty_text (void)
{
  static char *empty;

  if (g_once_init_enter_pointer (&empty))
    g_once_init_leave_pointer (&empty, g_ref_string_new_intern (""));
  return empty;
}

/* Whether it is what an untouched record holds. */
static gboolean
is_empty (const PigaField *declared, PigaFieldValue value)
{
  if (piga_field_is_text (declared))
    return value.text[0] == '\0';
  if (declared->type == PIGA_FIELD_REAL)
    return value.real == 0;
  return value.integer == 0;
}

/* The value belongs to the record. */
PigaFieldValue
piga_record_get_value (gpointer record, guint field)
{
  PigaRecordPrivate *priv = piga_record_get_private (record);

  if (is_filled (priv, field))
    return priv->values[get_place (priv, field)];
  if (piga_field_is_text (piga_record_get_field (record, field)))
    return (PigaFieldValue) { .text = get_empty_text () };
  return (PigaFieldValue) { .integer = 0 };
}

static void
empty_field (PigaRecordPrivate *priv, guint field)
{
  const guint place = get_place (priv, field);

  memmove (&priv->values[place], &priv->values[place + 1],
           (count_filled (priv) - place - 1) * sizeof (PigaFieldValue));
  priv->filled &= ~(G_GUINT64_CONSTANT (1) << field);
}

static void
fill_field (PigaRecordPrivate *priv, guint field, PigaFieldValue value)
{
  const guint place = get_place (priv, field);
  const guint n_filled = count_filled (priv);

  priv->values = g_renew (PigaFieldValue, priv->values, n_filled + 1);
  memmove (&priv->values[place + 1], &priv->values[place],
           (n_filled - place) * sizeof (PigaFieldValue));
  priv->values[place] = value;
  priv->filled |= G_GUINT64_CONSTANT (1) << field;
}

/* Takes over the reference to a text, and tells nobody. */
void
piga_record_take_value (gpointer record, guint field, PigaFieldValue value)
{
  PigaRecordPrivate *priv = piga_record_get_private (record);
  const PigaField *declared = piga_record_get_field (record, field);
  const gboolean was_filled = is_filled (priv, field);

  if (was_filled && piga_field_is_text (declared))
    g_ref_string_release (priv->values[get_place (priv, field)].text);

  if (is_empty (declared, value))
    {
      if (was_filled)
        empty_field (priv, field);
      if (piga_field_is_text (declared))
        g_ref_string_release (value.text);
    }
  else if (was_filled)
    priv->values[get_place (priv, field)] = value;
  else
    fill_field (priv, field, value);
}

void
piga_record_clear_values (gpointer record)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);
  PigaRecordPrivate *priv = piga_record_get_private (record);
  guint place = 0;

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_filled (priv, i))
      {
        if (piga_field_is_text (&klass->fields[i]))
          g_ref_string_release (priv->values[place].text);
        place++;
      }

  g_clear_pointer (&priv->values, g_free);
  priv->filled = 0;
}

/**
 * piga_record_take_values:
 * @record: a record that nobody has seen yet
 * @values: (array): a value for each field in the order of the table; of a text, a reference that
 *   is taken over, or %NULL for an empty one
 *
 * Gives it all its values at once, as they were read. It does not make the record dirty.
 */
void
piga_record_take_values (gpointer record, const PigaFieldValue *values)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);
  PigaRecordPrivate *priv = piga_record_get_private (record);
  guint64 filled = 0;
  guint place = 0;

  piga_record_clear_values (record);
  for (guint i = 0; i < klass->n_fields; i++)
    if (values[i].integer != 0)
      filled |= G_GUINT64_CONSTANT (1) << i;

  priv->values = g_new (PigaFieldValue, (gsize) __builtin_popcountll (filled));
  priv->filled = filled;
  for (guint i = 0; i < klass->n_fields; i++)
    if (is_filled (priv, i))
      priv->values[place++] = values[i];
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
  return piga_record_get_value (record, field).text;
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
  return piga_record_get_value (record, field).integer;
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
  return piga_record_get_value (record, field).real;
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
  if (g_str_equal (piga_record_get_text (record, field), text))
    return;

  piga_record_take_value (record, field, (PigaFieldValue) { .text = g_ref_string_new (text) });
  piga_record_note_change (record, field);
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

  g_return_if_fail (!piga_field_is_text (declared) && declared->type != PIGA_FIELD_REAL);
  g_return_if_fail (declared->type != PIGA_FIELD_CHOICE
                    || (integer >= 0 && integer < piga_field_n_choices (declared)));

  if (piga_record_get_integer (record, field) == integer)
    return;

  piga_record_take_value (record, field, (PigaFieldValue) { .integer = integer });
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
  g_return_if_fail (piga_record_get_field (record, field)->type == PIGA_FIELD_REAL);

  if (piga_record_get_real (record, field) == real)
    return;

  piga_record_take_value (record, field, (PigaFieldValue) { .real = real });
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
 * piga_record_has_same:
 * @record: a record
 * @other: a record of the same kind
 * @field: the index of a field
 *
 * Returns: whether the field holds the same in both
 */
gboolean
piga_record_has_same (gpointer record, gpointer other, guint field)
{
  const PigaField *declared = piga_record_get_field (record, field);

  if (piga_field_is_text (declared))
    return g_str_equal (piga_record_get_text (record, field), piga_record_get_text (other, field));
  if (declared->type == PIGA_FIELD_REAL)
    return piga_record_get_real (record, field) == piga_record_get_real (other, field);
  return piga_record_get_integer (record, field) == piga_record_get_integer (other, field);
}

/**
 * piga_record_copy_field:
 * @record: a record
 * @source: a record of the same kind
 * @field: the index of the field that @record takes from @source
 */
void
piga_record_copy_field (gpointer record, gpointer source, guint field)
{
  const PigaFieldValue value = piga_record_get_value (source, field);

  if (piga_record_has_same (record, source, field))
    return;

  if (piga_field_is_text (piga_record_get_field (record, field)))
    g_ref_string_acquire (value.text);
  piga_record_take_value (record, field, value);
  piga_record_note_change (record, field);
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

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const PigaFieldValue value = piga_record_get_value (record, i);

      if (!piga_field_validate (&klass->fields[i], &value, error))
        return FALSE;
    }

  return TRUE;
}
