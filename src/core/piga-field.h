/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "piga-day.h"

G_BEGIN_DECLS

/**
 * PigaFieldType:
 * @PIGA_FIELD_TEXT: one line of text
 * @PIGA_FIELD_LONG: text of any length
 * @PIGA_FIELD_INTEGER: a whole number
 * @PIGA_FIELD_REAL: a number
 * @PIGA_FIELD_BOOLEAN: yes or no
 * @PIGA_FIELD_CHOICE: one of a few
 * @PIGA_FIELD_DAY: a day, or none
 * @PIGA_FIELD_LINK: another record, or none
 */
typedef enum
{
  PIGA_FIELD_TEXT,
  PIGA_FIELD_LONG,
  PIGA_FIELD_INTEGER,
  PIGA_FIELD_REAL,
  PIGA_FIELD_BOOLEAN,
  PIGA_FIELD_CHOICE,
  PIGA_FIELD_DAY,
  PIGA_FIELD_LINK,
} PigaFieldType;

/**
 * PigaFieldFlags:
 * @PIGA_FIELD_REQUIRED: the record cannot be kept without it
 * @PIGA_FIELD_SEARCHED: the search finds the record by it
 */
typedef enum
{
  PIGA_FIELD_OPTIONAL = 0,
  PIGA_FIELD_REQUIRED = 1 << 0,
  PIGA_FIELD_SEARCHED = 1 << 1,
} PigaFieldFlags;

/**
 * PigaChoice:
 * @key: how the choice is kept; never changed once released
 * @label: how it is shown, a message id
 *
 * One of the choices of a field; the first is what an untouched record holds. A table of them ends
 * with a %NULL @key; its order is that of the C enumeration which names the choices.
 */
typedef struct
{
  const char *key;
  const char *label;
} PigaChoice;

/**
 * PigaField:
 * @name: the property, column and member; lower case, words joined by an underscore
 * @type: what it holds
 * @label: how it is called, a message id
 * @flags: #PigaFieldFlags
 * @least: the smallest number
 * @most: the greatest number; where both are 0, any number
 * @choices: the choices of a %PIGA_FIELD_CHOICE
 * @context: the context in which their labels are translated
 * @linked: the type of record that a %PIGA_FIELD_LINK leads to
 *
 * One field of a kind of record. A kind is declared once, as a table of these; properties, columns,
 * JSON, validation, search and forms all come from it.
 */
typedef struct
{
  const char *name;
  PigaFieldType type;
  const char *label;
  PigaFieldFlags flags;
  double least;
  double most;
  const PigaChoice *choices;
  const char *context;
  GType (*linked) (void);
} PigaField;

/**
 * PigaFieldValue:
 *
 * What one field of one record holds; which member counts is the field's type.
 * @text: a #GRefString for texts and links, never %NULL, empty where there is none
 * @integer: whole numbers, booleans, choices and days
 * @real: numbers
 */
typedef union
{
  char *text;
  gint64 integer;
  double real;
} PigaFieldValue;

gboolean piga_field_is_text (const PigaField *field);
guint piga_field_n_choices (const PigaField *field);
const char *piga_field_get_choice_label (const PigaField *field, guint choice);
gboolean piga_field_takes_number (const PigaField *field, double number);
gboolean piga_field_find_choice (const PigaField *field, const char *key, gint64 *choice);
GParamSpec *piga_field_to_pspec (const PigaField *field);
gboolean piga_field_validate (const PigaField *field, const PigaFieldValue *value, GError **error);
gboolean piga_field_validate_text (const PigaField *field, const char *text, gsize length,
                                   GError **error);

G_END_DECLS
