/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A prepared statement. The database keeps each one for the next use, so whoever gets one gives it
 * back (g_autoptr does). A bind that fails is remembered and makes the step fail: no bind needs to
 * be checked by itself, and none can be overlooked. */

#include "piga-statement.h"

#include <string.h>

struct _PigaStatement
{
  PigaDatabase *database;

  sqlite3_stmt *statement;
  int bind_code;
  gboolean borrowed;
};

/**
 * piga_statement_new:
 * @database: the database
 * @sql: one statement, a constant or made from declarations; values are bound
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the prepared statement
 */
PigaStatement *
piga_statement_new (PigaDatabase *database, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  const int code = sqlite3_prepare_v3 (piga_database_get_handle (database), sql, -1,
                                       SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  PigaStatement *self;

  if (code != SQLITE_OK)
    {
      piga_database_set_error (database, code, error);
      return NULL;
    }

  self = g_new0 (PigaStatement, 1);
  self->database = database;
  self->statement = statement;
  return self;
}

/**
 * piga_statement_free:
 * @self: (transfer full): a statement
 */
void
piga_statement_free (PigaStatement *self)
{
  sqlite3_finalize (self->statement);
  g_free (self);
}

/**
 * piga_statement_borrow:
 * @self: a statement that nobody uses
 *
 * Returns: (transfer full): the same, to be given back
 */
PigaStatement *
piga_statement_borrow (PigaStatement *self)
{
  g_assert (!self->borrowed);
  self->borrowed = TRUE;
  return self;
}

/**
 * piga_statement_give_back:
 * @self: (transfer full): a borrowed statement
 *
 * Rewinds it, forgets what was bound, and lets the next one use it.
 */
void
piga_statement_give_back (PigaStatement *self)
{
  piga_statement_rewind (self);
  self->borrowed = FALSE;
}

static int
find_parameter (PigaStatement *self, const char *name)
{
  const int parameter = sqlite3_bind_parameter_index (self->statement, name);

  if (parameter == 0)
    self->bind_code = SQLITE_RANGE;
  return parameter;
}

static void
note_bind (PigaStatement *self, int code)
{
  if (self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

/**
 * piga_statement_bind_text:
 * @self: a statement
 * @name: a parameter, such as `:title`
 * @text: valid UTF-8, which has to stay as it is until the statement is rewound or given back
 */
void
piga_statement_bind_text (PigaStatement *self, const char *name, const char *text)
{
  const int parameter = find_parameter (self, name);

  if (parameter > 0)
    note_bind (self, sqlite3_bind_text64 (self->statement, parameter, text, strlen (text),
                                          SQLITE_STATIC, SQLITE_UTF8));
}

/**
 * piga_statement_bind_integer:
 * @self: a statement
 * @name: a parameter
 * @integer: its value
 */
void
piga_statement_bind_integer (PigaStatement *self, const char *name, gint64 integer)
{
  const int parameter = find_parameter (self, name);

  if (parameter > 0)
    note_bind (self, sqlite3_bind_int64 (self->statement, parameter, integer));
}

/**
 * piga_statement_bind_real:
 * @self: a statement
 * @name: a parameter
 * @real: its value
 */
void
piga_statement_bind_real (PigaStatement *self, const char *name, double real)
{
  const int parameter = find_parameter (self, name);

  if (parameter > 0)
    note_bind (self, sqlite3_bind_double (self->statement, parameter, real));
}

/**
 * piga_statement_bind_null:
 * @self: a statement
 * @name: a parameter, which is to be NULL
 */
void
piga_statement_bind_null (PigaStatement *self, const char *name)
{
  const int parameter = find_parameter (self, name);

  if (parameter > 0)
    note_bind (self, sqlite3_bind_null (self->statement, parameter));
}

/**
 * piga_statement_step:
 * @self: a statement
 * @error: return location for an error
 *
 * Returns: whether there is a row, the work is done, or it failed
 */
PigaStatementResult
piga_statement_step (PigaStatement *self, GError **error)
{
  int code = self->bind_code;

  g_assert (self->borrowed);
  piga_database_get_handle (self->database);

  if (code == SQLITE_OK)
    code = sqlite3_step (self->statement);
  if (code == SQLITE_ROW)
    return PIGA_STATEMENT_ROW;
  if (code == SQLITE_DONE)
    return PIGA_STATEMENT_DONE;

  piga_database_set_error (self->database, code, error);
  return PIGA_STATEMENT_FAILED;
}

/**
 * piga_statement_run:
 * @self: a statement whose rows nobody wants
 * @error: return location for an error
 *
 * Steps to the end and rewinds, so that the next values can be bound.
 *
 * Returns: whether all of it was done
 */
gboolean
piga_statement_run (PigaStatement *self, GError **error)
{
  PigaStatementResult result;

  do
    result = piga_statement_step (self, error);
  while (result == PIGA_STATEMENT_ROW);

  piga_statement_rewind (self);
  return result == PIGA_STATEMENT_DONE;
}

/**
 * piga_statement_rewind:
 * @self: a statement
 *
 * Makes it ready to run again, with nothing bound.
 */
void
piga_statement_rewind (PigaStatement *self)
{
  /* What these two return is the error of the last step, which its caller has. */
  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  self->bind_code = SQLITE_OK;
}

/**
 * piga_statement_is_null:
 * @self: a statement with a row
 * @column: the column, from 0
 *
 * Returns: whether there is nothing
 */
gboolean
piga_statement_is_null (PigaStatement *self, int column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

/**
 * piga_statement_get_text:
 * @self: a statement with a row
 * @column: the column, from 0
 * @length: (out) (optional): the length in bytes
 *
 * Returns: (transfer none): the text until the next step, never %NULL
 */
const char *
piga_statement_get_text (PigaStatement *self, int column, gsize *length)
{
  const char *text = (const char *) sqlite3_column_text (self->statement, column);

  if (length != NULL)
    *length = (gsize) sqlite3_column_bytes (self->statement, column);
  return text != NULL ? text : "";
}

/**
 * piga_statement_get_bytes:
 * @self: a statement with a row
 * @column: the column, from 0
 * @length: (out): how many there are
 *
 * Gives a text as it stands on the disk, where a damaged one can hold anything.
 *
 * Returns: (transfer none) (nullable): the bytes until the next step; nothing ends them
 */
const guint8 *
piga_statement_get_bytes (PigaStatement *self, int column, gsize *length)
{
  const guint8 *bytes = sqlite3_column_blob (self->statement, column);

  *length = bytes != NULL ? (gsize) sqlite3_column_bytes (self->statement, column) : 0;
  return bytes;
}

/**
 * piga_statement_get_valid_text:
 * @self: a statement with a row
 * @column: the column, from 0
 * @repaired: (out) (transfer full) (nullable): where the text is damaged: what can be shown of it
 *
 * Gives a text that can be shown whatever the disk has: each byte of it that is none of a text is
 * marked with a U+FFFD.
 *
 * Returns: (transfer none): the text until the next step or until @repaired is freed, never %NULL
 */
const char *
piga_statement_get_valid_text (PigaStatement *self, int column, char **repaired)
{
  gsize length;
  const char *text = piga_statement_get_text (self, column, &length);

  *repaired =
    g_utf8_validate_len (text, length, NULL) ? NULL : g_utf8_make_valid (text, (gssize) length);
  return *repaired != NULL ? *repaired : text;
}

/**
 * piga_statement_get_type:
 * @self: a statement with a row
 * @column: the column, from 0
 *
 * Returns: what stands there, one of SQLite's own types
 */
int
piga_statement_get_type (PigaStatement *self, int column)
{
  return sqlite3_column_type (self->statement, column);
}

/**
 * piga_statement_get_integer:
 * @self: a statement with a row
 * @column: the column, from 0
 *
 * Returns: the number
 */
gint64
piga_statement_get_integer (PigaStatement *self, int column)
{
  return sqlite3_column_int64 (self->statement, column);
}

/**
 * piga_statement_get_real:
 * @self: a statement with a row
 * @column: the column, from 0
 *
 * Returns: the number
 */
double
piga_statement_get_real (PigaStatement *self, int column)
{
  return sqlite3_column_double (self->statement, column);
}
