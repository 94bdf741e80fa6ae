/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What may stand in a database file besides its rows. Whatever acts by itself has to be made by our
 * own scripts: a trigger, a view, an index or a virtual table of somebody else could change what is
 * written, or have it refused.
 *
 * A plain table that somebody has added is left alone. Nothing of ours reads or writes it, and to
 * keep a person from their words for its sake would be the greater harm. */

#include "piga-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "piga-error.h"
#include "piga-statement.h"

/* Versions of SQLite differ in the blanks and quotes with which they write down what they read. */
static char *
normalise (const char *sql)
{
  GString *text = g_string_new (NULL);

  for (; *sql != '\0'; sql++)
    if (!g_ascii_isspace (*sql) && strchr ("\"'`[]", *sql) == NULL)
      g_string_append_c (text, *sql);
  return g_string_free_and_steal (text);
}

/* Whether it stands in @scripts as a whole statement. */
static gboolean
is_ours (const char *sql, const char *scripts)
{
  g_autofree char *statement = normalise (sql);
  const char *found = strstr (scripts, statement);

  return found != NULL && found[strlen (statement)] == ';';
}

static gboolean
check_acting (PigaDatabase *database, const char *scripts, gboolean *is_clean, GError **error)
{
  g_autoptr (PigaStatement) statement =
    piga_database_prepare (database,
                           "SELECT sql FROM sqlite_schema"
                           " WHERE sql IS NOT NULL AND (type <> 'table' OR rootpage = 0)",
                           error);
  PigaStatementResult result;

  if (statement == NULL)
    return FALSE;

  *is_clean = TRUE;
  while ((result = piga_statement_step (statement, error)) == PIGA_STATEMENT_ROW && *is_clean)
    *is_clean = is_ours (piga_statement_get_text (statement, 0, NULL), scripts);
  return result != PIGA_STATEMENT_FAILED;
}

/**
 * piga_schema_check:
 * @database: a database that was not accepted yet
 * @scripts: the SQL of all that has made its schema; a migration that renames what acts makes it
 *   anew, so that it can be found here
 * @error: return location for an error
 *
 * Returns: whether nothing acts in @database but what @scripts made
 */
gboolean
piga_schema_check (PigaDatabase *database, const char *scripts, GError **error)
{
  g_autofree char *ours = normalise (scripts);
  gboolean is_clean;

  if (!check_acting (database, ours, &is_clean, error))
    return FALSE;
  if (!is_clean)
    g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_FAILED,
                         _ ("Another program has put rules of its own into the file that holds "
                            "your words, and they could change what you write. Take them out with "
                            "that program, then try again."));
  return is_clean;
}

/**
 * piga_schema_has_table:
 * @database: a database of any schema
 * @name: a table
 *
 * Returns: whether there is such a table
 */
gboolean
piga_schema_has_table (PigaDatabase *database, const char *name)
{
  return sqlite3_table_column_metadata (piga_database_get_handle (database), NULL, name, NULL, NULL,
                                        NULL, NULL, NULL, NULL)
         == SQLITE_OK;
}
