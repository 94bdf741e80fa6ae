/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the rows of a kind out of whatever is left of its table. A schema older than ours lacks
 * some of the columns; they are as in an untouched record. Where a page is damaged on which a long
 * text goes on, the columns are read one by one, and of the text what stands before that page. */

#include "piga-row-reader.h"

#include <string.h>

#include "piga-error.h"
#include "piga-row.h"

/* What stands where a text breaks off. */
#define BROKEN_OFF "\xef\xbf\xbd"
#define CHUNK 4096

struct _PigaRowReader
{
  PigaDatabase *database;
  PigaRecordClass *klass;
  /* The columns of a row, as piga_row_read() wants them. */
  GPtrArray *names;
  /* Whether the table has each. */
  gboolean *are_there;
  gboolean has_table;
  /* Asks for all that are there, for `:row`. */
  char *sql;
};

static gboolean
look_at_columns (PigaRowReader *self, GError **error)
{
  g_autofree char *sql =
    g_strconcat ("SELECT name FROM pragma_table_info ('", self->klass->kind, "')", NULL);
  g_autoptr (PigaStatement) statement = piga_database_prepare (self->database, sql, error);
  PigaStatementResult result;

  if (statement == NULL)
    return FALSE;

  while ((result = piga_statement_step (statement, error)) == PIGA_STATEMENT_ROW)
    {
      const char *name = piga_statement_get_text (statement, 0, NULL);
      guint column;

      self->has_table = TRUE;
      if (g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, &column))
        self->are_there[column] = TRUE;
    }
  return result == PIGA_STATEMENT_DONE;
}

/* Asks for the columns that @can_be_read, and for nothing in the place of the others. */
static char *
make_sql (PigaRowReader *self, const gboolean *can_be_read)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < self->names->len; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "",
                            can_be_read[i] ? (const char *) self->names->pdata[i] : "NULL");
  g_string_append_printf (sql, " FROM %s WHERE row = :row", self->klass->kind);
  return g_string_free_and_steal (sql);
}

/**
 * piga_row_reader_new:
 * @database: the database, which has to outlive the reader
 * @klass: a kind of record, which has to stay as long
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader for that kind
 */
PigaRowReader *
piga_row_reader_new (PigaDatabase *database, PigaRecordClass *klass, GError **error)
{
  static const char *const own[] = { "id", "created_at", "modified_at", "deleted_at", "revision" };
  g_autoptr (PigaRowReader) self = g_new0 (PigaRowReader, 1);

  self->database = database;
  self->klass = klass;
  self->names = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    g_ptr_array_add (self->names, (gpointer) own[i]);
  for (guint i = 0; i < klass->n_fields; i++)
    g_ptr_array_add (self->names, (gpointer) klass->fields[i].name);
  g_ptr_array_add (self->names, (gpointer) "row");
  self->are_there = g_new0 (gboolean, self->names->len);

  if (!look_at_columns (self, error))
    return NULL;
  self->sql = make_sql (self, self->are_there);
  return g_steal_pointer (&self);
}

/**
 * piga_row_reader_free:
 * @self: (transfer full): a reader
 */
void
piga_row_reader_free (PigaRowReader *self)
{
  g_ptr_array_unref (self->names);
  g_free (self->are_there);
  g_free (self->sql);
  g_free (self);
}

/**
 * piga_row_reader_has_table:
 * @self: a reader
 *
 * Returns: whether the database knows the kind at all
 */
gboolean
piga_row_reader_has_table (PigaRowReader *self)
{
  return self->has_table;
}

static PigaStatement *
prepare (PigaRowReader *self, const char *sql, gint64 row, GError **error)
{
  PigaStatement *statement = piga_database_prepare (self->database, sql, error);

  if (statement != NULL)
    piga_statement_bind_integer (statement, ":row", row);
  return statement;
}

static gboolean
can_read_column (PigaRowReader *self, guint column, gint64 row)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT %s FROM %s NOT INDEXED WHERE row = :row",
                     (const char *) self->names->pdata[column], self->klass->kind);
  g_autoptr (PigaStatement) statement = prepare (self, sql, row, NULL);

  return statement != NULL && piga_statement_step (statement, NULL) == PIGA_STATEMENT_ROW;
}

/* Reads from the start of a value until the first page that is damaged. */
static GByteArray *
read_start (PigaRowReader *self, const char *column, gint64 row)
{
  sqlite3 *handle = piga_database_get_handle (self->database);
  GByteArray *start = g_byte_array_new ();
  int length = 1;

  for (int chunk = CHUNK; chunk > 0; chunk /= 2)
    {
      g_autofree guint8 *bytes = g_malloc ((gsize) chunk);
      sqlite3_blob *blob = NULL;
      int code = sqlite3_blob_open (handle, "main", self->klass->kind, column, row, 0, &blob);

      if (code == SQLITE_OK)
        length = sqlite3_blob_bytes (blob);
      while (code == SQLITE_OK && (int) start->len + chunk <= length)
        {
          code = sqlite3_blob_read (blob, bytes, chunk, (int) start->len);
          if (code == SQLITE_OK)
            g_byte_array_append (start, bytes, (guint) chunk);
        }
      sqlite3_blob_close (blob);
    }

  return start;
}

static void
show_start (PigaRowReader *self, gpointer record, guint field, gint64 row)
{
  g_autoptr (GByteArray) start = read_start (self, self->klass->fields[field].name, row);
  g_autofree char *valid =
    start->len > 0 ? g_utf8_make_valid ((const char *) start->data, start->len) : g_strdup ("");
  g_autofree char *text = g_strconcat (valid, BROKEN_OFF, NULL);

  piga_record_set_text (record, field, text);
}

static gboolean
is_long (const PigaField *field)
{
  return field->type == PIGA_FIELD_TEXT || field->type == PIGA_FIELD_LONG;
}

/* Returns NULL where nothing of the row can be read. */
static gpointer
read_column_by_column (PigaRowReader *self, const PigaFoundRow *found)
{
  g_autofree gboolean *can_be_read =
    g_memdup2 (self->are_there, self->names->len * sizeof (gboolean));
  g_autofree char *sql = NULL;
  g_autoptr (PigaStatement) statement = NULL;
  gpointer record;

  for (guint i = 0; i < self->names->len; i++)
    can_be_read[i] = can_be_read[i] && can_read_column (self, i, found->row);
  if (!can_be_read[PIGA_ROW_CREATED_AT])
    return NULL;

  sql = make_sql (self, can_be_read);
  statement = prepare (self, sql, found->row, NULL);
  if (statement == NULL || piga_statement_step (statement, NULL) != PIGA_STATEMENT_ROW)
    return NULL;
  record = piga_row_read (statement, self->klass, found->id);
  for (guint i = 0; i < self->klass->n_fields; i++)
    if (is_long (&self->klass->fields[i]) && self->are_there[PIGA_ROW_FIELDS + i]
        && !can_be_read[PIGA_ROW_FIELDS + i])
      show_start (self, record, i, found->row);
  piga_record_set_damaged (record, TRUE);
  return record;
}

/**
 * piga_row_reader_read:
 * @self: a reader
 * @found: a row, with a valid id
 * @record: (out) (transfer full) (nullable): the record, or what can be read of it; %NULL where
 *   that is nothing
 * @is_partial: (out): whether a part of it could not be read
 * @values: (element-type PigaDamagedValue): where to add the originals of damaged values
 * @error: return location for an error, other than that something is damaged
 *
 * Returns: whether there was no error
 */
gboolean
piga_row_reader_read (PigaRowReader *self, const PigaFoundRow *found, gpointer *record,
                      gboolean *is_partial, GPtrArray *values, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (PigaStatement) statement = prepare (self, self->sql, found->row, error);
  PigaStatementResult result;

  *record = NULL;
  *is_partial = FALSE;
  if (statement == NULL)
    return FALSE;

  result = piga_statement_step (statement, &cause);
  if (result == PIGA_STATEMENT_ROW)
    {
      *record = piga_row_read (statement, self->klass, found->id);
      if (piga_record_is_damaged (*record))
        piga_row_copy_damaged (statement, *record, values);
    }
  else if (g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_CORRUPT))
    {
      g_clear_pointer (&statement, piga_statement_give_back);
      *record = read_column_by_column (self, found);
      *is_partial = *record != NULL;
    }
  else if (result == PIGA_STATEMENT_FAILED)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  return TRUE;
}
