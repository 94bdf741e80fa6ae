/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "piga-error.h"

/* Generous for a person, small enough that no file can exhaust the memory. */
#define LONGEST_TEXT 10000
#define LONGEST_LONG (16 * 1024 * 1024)

/**
 * piga_field_is_text:
 * @field: a field
 *
 * Returns: whether the field's value is its text member
 */
gboolean
piga_field_is_text (const PigaField *field)
{
  return field->type == PIGA_FIELD_TEXT || field->type == PIGA_FIELD_LONG
         || field->type == PIGA_FIELD_LINK;
}

/**
 * piga_field_n_choices:
 * @field: a field with choices
 *
 * Returns: how many choices there are
 */
guint
piga_field_n_choices (const PigaField *field)
{
  guint n = 0;

  while (field->choices[n].key != NULL)
    n++;
  return n;
}

/**
 * piga_field_get_choice_label:
 * @field: a field with choices
 * @choice: the place of one of them in the table
 *
 * Returns: (transfer none): how it is shown, in the language of the interface
 */
const char *
piga_field_get_choice_label (const PigaField *field, guint choice)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, field->context, field->choices[choice].label);
}

/**
 * piga_field_find_choice:
 * @field: a field with choices
 * @key: how a choice is kept
 * @choice: (out): its place in the table
 *
 * Returns: whether there is such a choice
 */
gboolean
piga_field_find_choice (const PigaField *field, const char *key, gint64 *choice)
{
  for (guint i = 0; field->choices[i].key != NULL; i++)
    {
      if (g_str_equal (field->choices[i].key, key))
        {
          *choice = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * piga_field_to_pspec:
 * @field: a field
 *
 * Returns: (transfer floating): the GObject property for the field
 */
GParamSpec *
piga_field_to_pspec (const PigaField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY;

  switch (field->type)
    {
    case PIGA_FIELD_TEXT:
    case PIGA_FIELD_LONG:
    case PIGA_FIELD_LINK:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    case PIGA_FIELD_INTEGER:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case PIGA_FIELD_REAL:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case PIGA_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case PIGA_FIELD_CHOICE:
      return g_param_spec_uint (field->name, NULL, NULL, 0, piga_field_n_choices (field) - 1, 0,
                                flags);
    case PIGA_FIELD_DAY:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    }

  g_return_val_if_reached (NULL);
}

static void
set_missing (const PigaField *field, GError **error)
{
  g_set_error (error, PIGA_ERROR, PIGA_ERROR_INVALID,
               /* Translators: %s is the name of a field, such as “Goal” or “Why it matters”. */
               _ ("“%s” cannot be empty."), _ (field->label));
}

/**
 * piga_field_takes_number:
 * @field: a field that holds a number
 * @number: a number
 *
 * Returns: whether it is one that the field can hold
 */
gboolean
piga_field_takes_number (const PigaField *field, double number)
{
  if (field->least == 0 && field->most == 0)
    return isfinite (number);
  return number >= field->least && number <= field->most;
}

static gboolean
validate_number (const PigaField *field, double number, GError **error)
{
  if (!isfinite (number))
    {
      g_set_error (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                   /* Translators: %s is the name of a field, such as “How many”. */
                   _ ("“%s” has to be a number."), _ (field->label));
      return FALSE;
    }
  if (!piga_field_takes_number (field, number))
    {
      g_set_error (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                   /* Translators: %1$s is the name of a field, such as “How many”; the two numbers
                    * are the smallest and the greatest it may hold. */
                   _ ("“%1$s” has to be a number from %2$.0f to %3$.0f."), _ (field->label),
                   field->least, field->most);
      return FALSE;
    }
  return TRUE;
}

/**
 * piga_field_validate_text:
 * @field: a field that holds text
 * @text: (array length=length): what it would hold
 * @length: its length in bytes
 * @error: return location for a %PIGA_ERROR_INVALID naming the field's label
 *
 * Returns: whether the text can be kept: valid UTF-8 without NUL bytes, and not too long
 */
gboolean
piga_field_validate_text (const PigaField *field, const char *text, gsize length, GError **error)
{
  const gsize longest = field->type == PIGA_FIELD_LONG ? LONGEST_LONG : LONGEST_TEXT;

  if (length > longest)
    {
      g_set_error (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                   /* Translators: %s is the name of a field, such as “Title”. */
                   _ ("“%s” is too long to keep. Please shorten it."), _ (field->label));
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                   /* Translators: %s is the name of a field, such as “Title”. */
                   _ ("“%s” holds something that is not text."), _ (field->label));
      return FALSE;
    }
  return TRUE;
}

/**
 * piga_field_validate:
 * @field: a field
 * @value: what it holds
 * @error: return location for a %PIGA_ERROR_INVALID naming the field's label
 *
 * Returns: whether the value can be kept
 */
gboolean
piga_field_validate (const PigaField *field, const PigaFieldValue *value, GError **error)
{
  const gboolean required = (field->flags & PIGA_FIELD_REQUIRED) != 0;

  switch (field->type)
    {
    case PIGA_FIELD_TEXT:
    case PIGA_FIELD_LONG:
    case PIGA_FIELD_LINK:
      if (required && value->text[strspn (value->text, " \t\n")] == '\0')
        {
          set_missing (field, error);
          return FALSE;
        }
      return piga_field_validate_text (field, value->text, strlen (value->text), error);
    case PIGA_FIELD_INTEGER:
      return validate_number (field, (double) value->integer, error);
    case PIGA_FIELD_REAL:
      return validate_number (field, value->real, error);
    case PIGA_FIELD_DAY:
      if (required && value->integer == PIGA_DAY_NONE)
        {
          set_missing (field, error);
          return FALSE;
        }
      return TRUE;
    case PIGA_FIELD_BOOLEAN:
    case PIGA_FIELD_CHOICE:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}
