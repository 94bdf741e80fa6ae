/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is needed to bring back a backup: what that would change, and a copy of it that has the
 * newest schema, as the backup itself is only ever read. */

#include "piga-restore.h"

#include "piga-backup-check.h"
#include "piga-database-file.h"
#include "piga-migration.h"
#include "piga-schema.h"
#include "piga-statement.h"

/* A loss that a person would want to be asked about. */
#define GREAT_NUMBER 20
#define GREAT_PART 10

/* Which form of a record it is. */
typedef struct
{
  gint64 modified_at;
  gint64 revision;
} Form;

/**
 * piga_restore_is_great:
 * @n_going: how many records would go
 * @n_here: how many there are
 *
 * Returns: whether that is more than twenty, or more than a tenth
 */
gboolean
piga_restore_is_great (guint n_going, guint n_here)
{
  return n_going > GREAT_NUMBER || n_going * GREAT_PART > n_here;
}

/* Returns: (transfer full) (nullable): id to Form, of all that are not in the trash */
static GHashTable *
read_forms (PigaDatabase *database, const char *kind, GError **error)
{
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *sql =
    g_strconcat ("SELECT id, modified_at, revision FROM ", kind, " WHERE deleted_at IS NULL", NULL);
  g_autoptr (PigaStatement) statement = NULL;
  PigaStatementResult result;

  /* A backup from before a kind was thought of has no table of it. */
  if (!piga_schema_has_table (database, kind))
    return g_steal_pointer (&forms);
  statement = piga_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;

  while ((result = piga_statement_step (statement, error)) == PIGA_STATEMENT_ROW)
    {
      Form *form = g_new (Form, 1);

      form->modified_at = piga_statement_get_integer (statement, 1);
      form->revision = piga_statement_get_integer (statement, 2);
      g_hash_table_replace (forms, g_strdup (piga_statement_get_text (statement, 0, NULL)), form);
    }

  return result == PIGA_STATEMENT_DONE ? g_steal_pointer (&forms) : NULL;
}

static gboolean
compare_kind (PigaDatabase *here, PigaDatabase *there, const char *kind,
              PigaRestoreSummary *summary, GError **error)
{
  g_autoptr (GHashTable) now = read_forms (here, kind, error);
  g_autoptr (GHashTable) then = now != NULL ? read_forms (there, kind, error) : NULL;
  GHashTableIter iter;
  gpointer id, form;
  guint n_common = 0;

  if (then == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, then);
  while (g_hash_table_iter_next (&iter, &id, &form))
    {
      const Form *then_form = form, *now_form = g_hash_table_lookup (now, id);

      n_common += now_form != NULL;
      summary->n_changing += now_form != NULL
                             && (now_form->modified_at != then_form->modified_at
                                 || now_form->revision != then_form->revision);
    }
  summary->n_here += g_hash_table_size (now);
  summary->n_there += g_hash_table_size (then);
  summary->n_going += g_hash_table_size (now) - n_common;
  summary->n_coming += g_hash_table_size (then) - n_common;
  return TRUE;
}

/**
 * piga_restore_compare:
 * @here: the database, on its thread
 * @there: a backup of any schema, opened on the same thread
 * @kinds: (array zero-terminated=1): the kinds there are
 * @summary: (out): what would change
 * @error: return location for an error
 *
 * Returns: whether that could be found out
 */
gboolean
piga_restore_compare (PigaDatabase *here, PigaDatabase *there, const GType *kinds,
                      PigaRestoreSummary *summary, GError **error)
{
  *summary = (PigaRestoreSummary) { 0 };
  for (guint i = 0; kinds[i] != G_TYPE_INVALID; i++)
    {
      g_autoptr (PigaRecordClass) klass = g_type_class_ref (kinds[i]);

      if (!compare_kind (here, there, klass->kind, summary, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy (PigaDatabase *backup, const char *path, GError **error)
{
  gboolean is_done = FALSE;

  if (!piga_database_begin_copy (backup, path, error))
    return FALSE;
  while (!is_done)
    if (!piga_database_step_copy (backup, G_TIME_SPAN_SECOND, &is_done, error))
      return FALSE;

  return TRUE;
}

static gboolean
bring_up_to_date (const char *path, const char *migrations, GError **error)
{
  PigaDatabase *database =
    piga_migration_open_copy (path, PIGA_DATABASE_READ_WRITE, migrations, error);

  return database != NULL && piga_database_close (database, error);
}

/**
 * piga_restore_prepare:
 * @backup: a backup, from wherever the person has it
 * @database: the path of the database
 * @migrations: the resource folder of the scripts
 * @error: return location for a #PigaError
 *
 * Reads through the words in the backup and copies all of it into a file beside the database, where
 * it gets the newest schema. A damaged search index is no reason to refuse it.
 *
 * Returns: (transfer full) (nullable): the path of the copy, closed, which the caller has to remove
 */
char *
piga_restore_prepare (const char *backup, const char *database, const char *migrations,
                      GError **error)
{
  const guint latest = piga_migration_get_latest (migrations, error);
  g_autoptr (PigaDatabase) source = NULL;
  g_autofree char *resolved = NULL;
  g_autofree char *made = NULL;

  if (latest == 0)
    return NULL;
  source = piga_backup_open (backup, latest, error);
  if (source == NULL || !piga_backup_check_words (source, error))
    return NULL;
  resolved = piga_database_file_resolve (database, error);
  made = resolved != NULL ? piga_database_file_make_unfinished (resolved, error) : NULL;
  if (made == NULL)
    return NULL;
  if (copy (source, made, error) && bring_up_to_date (made, migrations, error))
    return g_steal_pointer (&made);

  piga_database_file_discard (made, NULL);
  return NULL;
}
