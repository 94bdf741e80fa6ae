/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-number-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "piga-error.h"
#include "piga-language.h"

struct _PigaNumberRow
{
  PigaCheckedRow parent_instance;

  double number;
  double kept;
  double most;
  gboolean is_whole;
};

enum
{
  PROP_NUMBER = 1,
  PROP_MOST,
  PROP_WHOLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaNumberRow, piga_number_row, PIGA_TYPE_CHECKED_ROW)

static void
take_number (PigaNumberRow *self, double number)
{
  if (self->number == number)
    return;

  self->number = number;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUMBER]);
}

static gboolean
read_number (PigaNumberRow *self, double *number, GError **error)
{
  if (!piga_number_parse (gtk_editable_get_text (GTK_EDITABLE (self)), self->most, number, error))
    return FALSE;
  if (!self->is_whole || *number == floor (*number))
    return TRUE;

  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                       _ ("Enter a whole number, such as 4."));
  return FALSE;
}

/* What is typed is taken as it comes; when it is no number in the end, its beginning ("12,50") was
 * not meant either, and what stood there before is right again. */
static gboolean
piga_number_row_check (PigaCheckedRow *row, gboolean is_done, GError **error)
{
  PigaNumberRow *self = PIGA_NUMBER_ROW (row);
  double number;
  const gboolean is_sound = read_number (self, &number, error);

  if (is_sound)
    take_number (self, number);
  else if (is_done)
    take_number (self, self->kept);
  if (is_done)
    self->kept = self->number;
  return is_sound;
}

static void
piga_number_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaNumberRow *self = PIGA_NUMBER_ROW (object);

  switch (id)
    {
    case PROP_NUMBER:
      g_value_set_double (value, self->number);
      break;
    case PROP_MOST:
      g_value_set_double (value, self->most);
      break;
    case PROP_WHOLE:
      g_value_set_boolean (value, self->is_whole);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_number_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PigaNumberRow *self = PIGA_NUMBER_ROW (object);

  switch (id)
    {
    case PROP_NUMBER:
      piga_number_row_set_number (self, g_value_get_double (value));
      break;
    case PROP_MOST:
      self->most = g_value_get_double (value);
      break;
    case PROP_WHOLE:
      self->is_whole = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_number_row_class_init (PigaNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = piga_number_row_get_property;
  object_class->set_property = piga_number_row_set_property;
  PIGA_CHECKED_ROW_CLASS (klass)->check = piga_number_row_check;

  properties[PROP_NUMBER] = g_param_spec_double ("number", NULL, NULL, 0, G_MAXDOUBLE, 0, writable);
  properties[PROP_MOST] =
    g_param_spec_double ("most", NULL, NULL, 0, G_MAXDOUBLE, 1000000, writable);
  properties[PROP_WHOLE] = g_param_spec_boolean ("whole", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_number_row_init (PigaNumberRow *self)
{
  self->most = 1000000;
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_NUMBER);
}

/**
 * piga_number_row_get_number:
 * @self: the row
 *
 * Returns: the number, 0 for none; while one is typed, the last that could be read
 */
double
piga_number_row_get_number (PigaNumberRow *self)
{
  return self->number;
}

/**
 * piga_number_row_set_number:
 * @self: the row
 * @number: a number, 0 for none
 */
void
piga_number_row_set_number (PigaNumberRow *self, double number)
{
  g_autofree char *text = number > 0 ? piga_language_number (number) : g_strdup ("");

  self->kept = number;
  take_number (self, number);
  piga_checked_row_write (PIGA_CHECKED_ROW (self), text);
}

/* Whether the commas of a number stand where thousands do: "1,250", not "4,5". */
static gboolean
has_sound_grouping (const char *text)
{
  return g_regex_match_simple ("^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?$", text,
                               G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

/**
 * piga_number_parse:
 * @text: what a person typed
 * @most: the greatest number that is taken
 * @number: (out): the number, 0 where @text is empty
 * @error: return location for a %PIGA_ERROR_INVALID
 *
 * Reads a number as Kenya writes it, see piga_language_number().
 *
 * Returns: whether it is a number from 0 to @most, or nothing
 */
gboolean
piga_number_parse (const char *text, double most, double *number, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;

  *number = 0;
  if (trimmed[0] == '\0')
    return TRUE;

  if (!has_sound_grouping (trimmed))
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                           _ ("Enter a number in figures, such as 4 or 2.5."));
      return FALSE;
    }

  parts = g_strsplit (trimmed, ",", -1);
  plain = g_strjoinv ("", parts);
  *number = g_ascii_strtod (plain, NULL);
  if (*number > most)
    {
      g_autofree char *limit = piga_language_number (most);

      *number = 0;
      g_set_error (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                   /* Translators: %s is a number, such as 1,000,000. */
                   _ ("Enter a number up to %s."), limit);
      return FALSE;
    }
  return TRUE;
}
