/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as a table that a spreadsheet opens: RFC 4180, in UTF-8 with the mark that spreadsheets
 * know it by.
 *
 * A spreadsheet takes a cell that begins with = + - @ for a formula, and a formula that somebody
 * put into an advert could send away what stands beside it. Such a cell is given an apostrophe in
 * front, the usual mark for "this is text". Only a sign with nothing behind it but figures, spaces,
 * commas and one point is left alone, "-12.5" and "+254 712 345 678": there is nothing in it to
 * compute. A telephone number with hyphens or brackets is a sum to a spreadsheet ("+254-712" is
 * -458), so it does get the apostrophe. */

#include "piga-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "piga-record.h"
#include "sense/piga-stage.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define LINE_END "\r\n"

static gboolean
is_plain_number (const char *text)
{
  gsize length;

  if (*text == '+' || *text == '-')
    text++;
  length = strspn (text, "0123456789 ,.");
  return g_ascii_isdigit (*text) && text[length] == '\0'
         && strchr (text, '.') == strrchr (text, '.');
}

/* A space in front keeps no spreadsheet from computing, nor does the wide form of a sign. */
static gboolean
is_formula (const char *text)
{
  static const char *const wide_signs[] = { "\uff1d", "\uff0b", "\uff0d", "\uff20" };
  const char *start = text + strspn (text, " \n\v\f");

  if (*start == '\t' || *start == '\r')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide_signs); i++)
    if (g_str_has_prefix (start, wide_signs[i]))
      return TRUE;
  return *start != '\0' && strchr ("=+-@", *start) != NULL && !is_plain_number (start);
}

/**
 * piga_csv_append_cell:
 * @csv: what to append to
 * @text: what the cell holds
 *
 * Appends a cell to a line, quoted where it has to be, and with an apostrophe in front where a
 * spreadsheet would take it for a formula.
 */
void
piga_csv_append_cell (GString *csv, const char *text)
{
  const gboolean is_quoted = strpbrk (text, "\",\r\n") != NULL;

  if (is_quoted)
    g_string_append_c (csv, '"');
  if (is_formula (text))
    g_string_append_c (csv, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *at);
    }
  g_string_append (csv, is_quoted ? "\"," : ",");
}

/**
 * piga_csv_end_line:
 * @csv: what to append to, after one cell or more
 *
 * Ends a line.
 */
void
piga_csv_end_line (GString *csv)
{
  g_string_truncate (csv, csv->len - 1);
  g_string_append (csv, LINE_END);
}

static void
append_number (GString *csv, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  /* An untouched record holds 0: nobody said that it cost nothing. */
  piga_csv_append_cell (csv, number != 0 ? g_ascii_dtostr (text, sizeof text, number) : "");
}

static void
append_day (GString *csv, PigaDay day)
{
  char iso[PIGA_DAY_ISO_LENGTH] = "";

  if (day != PIGA_DAY_NONE)
    piga_day_to_iso (day, iso);
  piga_csv_append_cell (csv, iso);
}

/* What the person did not say is an empty cell, not one more answer to count. */
static void
append_choice (GString *csv, gpointer record, guint field)
{
  gint64 unsaid;

  if (piga_field_find_choice (&PIGA_RECORD_GET_CLASS (record)->fields[field], "unsaid", &unsaid)
      && piga_record_get_integer (record, field) == unsaid)
    piga_csv_append_cell (csv, "");
  else
    piga_csv_append_cell (csv, piga_record_get_choice_label (record, field));
}

static void
append_value (GString *csv, gpointer record, guint field)
{
  switch (PIGA_RECORD_GET_CLASS (record)->fields[field].type)
    {
    case PIGA_FIELD_TEXT:
    case PIGA_FIELD_LONG:
    case PIGA_FIELD_LINK:
      piga_csv_append_cell (csv, piga_record_get_text (record, field));
      break;
    case PIGA_FIELD_INTEGER:
      append_number (csv, (double) piga_record_get_integer (record, field));
      break;
    case PIGA_FIELD_REAL:
      append_number (csv, piga_record_get_real (record, field));
      break;
    case PIGA_FIELD_BOOLEAN:
      piga_csv_append_cell (csv, piga_record_get_boolean (record, field)
                                   ? C_ ("cell of a table", "Yes")
                                   : C_ ("cell of a table", "No"));
      break;
    case PIGA_FIELD_CHOICE:
      append_choice (csv, record, field);
      break;
    case PIGA_FIELD_DAY:
      append_day (csv, piga_record_get_day (record, field));
      break;
    }
}

static void
append_headings (GString *csv, GType type, PigaRecordClass *klass)
{
  if (type == PIGA_TYPE_JOB_APPLICATION)
    piga_csv_append_cell (csv, C_ ("heading of a table", "Stage"));
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type != PIGA_FIELD_LINK)
      piga_csv_append_cell (csv, g_dgettext (GETTEXT_PACKAGE, klass->fields[i].label));
  piga_csv_end_line (csv);
}

static void
append_record (GString *csv, GType type, gpointer record)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  if (type == PIGA_TYPE_JOB_APPLICATION)
    piga_csv_append_cell (csv, piga_stage_get_label (piga_stage_get (record)));
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type != PIGA_FIELD_LINK)
      append_value (csv, record, i);
  piga_csv_end_line (csv);
}

/**
 * piga_csv_from_records:
 * @type: the type of the records
 * @records: (element-type PigaRecord): records, in the order of the table
 *
 * Writes a line of headings and one for each record, in the language of the interface; of an
 * application the stage it is in comes first. Days are written as 2026-03-14, links are left out.
 *
 * Returns: (transfer full): the file's text
 */
char *
piga_csv_from_records (GType type, GListModel *records)
{
  g_autoptr (PigaRecordClass) klass = g_type_class_ref (type);
  g_autoptr (GString) csv = g_string_new (BYTE_ORDER_MARK);
  const guint n_records = g_list_model_get_n_items (records);

  append_headings (csv, type, klass);
  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (records, i);

      append_record (csv, type, record);
    }
  return g_string_free_and_steal (g_steal_pointer (&csv));
}
