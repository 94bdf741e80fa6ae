/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a backup, whose file may be anything, and looking whether it is what it should be. It is
 * only ever read. */

#include "piga-backup-check.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "piga-database-file.h"
#include "piga-error.h"
#include "piga-statement.h"

/* What is said of a database is not what is to be said of a backup of it. */
static const struct
{
  PigaError code;
  const char *sentence;
} sentences[] = {
  { PIGA_ERROR_CORRUPT, N_ ("This backup is damaged and cannot be used. Choose another one.") },
  { PIGA_ERROR_NOT_OURS, N_ ("This is not a Piga Hatua backup. Choose another file.") },
  { PIGA_ERROR_TOO_NEW,
    N_ ("This backup was made by a newer version of Piga Hatua. Update the app to use it.") },
  { PIGA_ERROR_READ_ONLY,
    N_ ("You are not allowed to read this backup. Check the file’s owner and permissions.") },
  { PIGA_ERROR_NOT_FOUND, N_ ("This backup is no longer there. Choose another one.") },
};

static void
say (GError *cause, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_error_matches (cause, PIGA_ERROR, (int) sentences[i].code))
      {
        g_set_error_literal (error, PIGA_ERROR, (int) sentences[i].code, _ (sentences[i].sentence));
        g_error_free (cause);
        return;
      }

  g_propagate_error (error, cause);
}

static PigaDatabase *
connect (const char *path, guint latest, GError **error)
{
  g_autoptr (PigaDatabaseFile) file = piga_database_file_inspect (path, latest, error);
  gint64 size;

  if (file == NULL)
    return NULL;
  if (!file->exists)
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_NOT_FOUND, "");
      return NULL;
    }
  if (file->unclean || !piga_database_file_is_whole (file->path, &size))
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_CORRUPT, "");
      return NULL;
    }

  return piga_database_connect (file->path, PIGA_DATABASE_READ_ONLY, error);
}

/**
 * piga_backup_open:
 * @path: a file, from wherever the person has it
 * @latest: the newest schema that this version knows
 * @error: return location for a #PigaError that says what is wrong with it
 *
 * Returns: (transfer full) (nullable): the backup, which can only be read and belongs to this
 *   thread
 */
PigaDatabase *
piga_backup_open (const char *path, guint latest, GError **error)
{
  GError *cause = NULL;
  PigaDatabase *backup = connect (path, latest, &cause);

  if (backup == NULL)
    say (cause, error);
  return backup;
}

/**
 * piga_backup_check:
 * @backup: a backup
 * @error: return location for a #PigaError
 *
 * Reads through the whole file.
 *
 * Returns: whether it holds together, and the search indexes in it
 */
gboolean
piga_backup_check (PigaDatabase *backup, GError **error)
{
  GError *cause = NULL;

  if (piga_database_check_all (backup, &cause))
    return TRUE;

  say (cause, error);
  return FALSE;
}

/**
 * piga_backup_check_words:
 * @backup: a backup
 * @error: return location for a #PigaError
 *
 * Does the same but for the search indexes, which can be made again.
 *
 * Returns: whether what the person has written holds together
 */
gboolean
piga_backup_check_words (PigaDatabase *backup, GError **error)
{
  GError *cause = NULL;

  if (piga_database_check (backup, &cause))
    return TRUE;

  say (cause, error);
  return FALSE;
}

static gboolean
append_count (PigaDatabase *database, GString *counts, const char *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", table);
  gint64 count = 0;

  if (!piga_database_get_integer (database, sql, &count, error))
    return FALSE;

  g_string_append_printf (counts, "%s %" G_GINT64_FORMAT "\n", table, count);
  return TRUE;
}

/**
 * piga_backup_count_rows:
 * @database: a database or a backup of any schema
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): how many rows each table has but for those of the search,
 *   to be compared
 */
char *
piga_backup_count_rows (PigaDatabase *database, GError **error)
{
  g_autoptr (GString) counts = g_string_new (NULL);
  g_autoptr (PigaStatement) statement = piga_database_prepare (
    database,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    " AND name NOT GLOB '*_search_*' AND name NOT GLOB 'sqlite_*' ORDER BY name",
    error);
  PigaStatementResult result;

  if (statement == NULL)
    return NULL;

  while ((result = piga_statement_step (statement, error)) == PIGA_STATEMENT_ROW)
    if (!append_count (database, counts, piga_statement_get_text (statement, 0, NULL), error))
      return NULL;

  return result == PIGA_STATEMENT_DONE ? g_string_free_and_steal (g_steal_pointer (&counts)) : NULL;
}
