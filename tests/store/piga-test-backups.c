/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-test-backups.h"

#include "backup/piga-backup-check.h"
#include "backup/piga-backup-folder.h"
#include "piga-statement.h"

void
piga_test_backups_set_up (PigaTestBackups *self, gconstpointer data)
{
  piga_test_store_set_up (&self->kept, data);
  self->backups = piga_backups_new (self->kept.store);
}

void
piga_test_backups_tear_down (PigaTestBackups *self, gconstpointer data)
{
  g_clear_object (&self->backups);
  piga_test_store_tear_down (&self->kept, data);
}

void
piga_test_backups_reopen (PigaTestBackups *self)
{
  g_clear_object (&self->backups);
  piga_test_reopen (&self->kept);
  self->backups = piga_backups_new (self->kept.store);
}

char *
piga_test_get_newest_backup (const char *path)
{
  g_autofree char *folder = piga_backup_folder_get_path (path);
  g_autoptr (PigaBackupFile) newest = piga_backup_folder_get_newest (folder);

  g_assert_nonnull (newest);
  return g_steal_pointer (&newest->path);
}

guint
piga_test_count_backups (const char *path)
{
  g_autofree char *folder = piga_backup_folder_get_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = piga_backup_folder_list (folder, &error);

  g_assert_no_error (error);
  return files->len;
}

gboolean
piga_test_make_backup (PigaTestBackups *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_backups_make_async (self->backups, piga_test_keep_result, &result);
  return piga_backups_make_finish (self->backups, piga_test_wait_for (&result), error);
}

gboolean
piga_test_catch_up (PigaTestBackups *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_backups_catch_up_async (self->backups, piga_test_keep_result, &result);
  return piga_backups_catch_up_finish (self->backups, piga_test_wait_for (&result), error);
}

GPtrArray *
piga_test_list_backups (PigaTestBackups *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *backups;

  piga_backups_list_async (self->backups, piga_backups_get_folder (self->backups),
                           piga_test_keep_result, &result);
  backups = piga_backups_list_finish (self->backups, piga_test_wait_for (&result), &error);
  g_assert_no_error (error);
  return backups;
}

PigaBackup *
piga_test_read_backup (PigaTestBackups *self, const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PigaBackup *backup;

  piga_backups_read_async (self->backups, path, piga_test_keep_result, &result);
  backup = piga_backups_read_finish (self->backups, piga_test_wait_for (&result), &error);
  g_assert_no_error (error);
  return backup;
}

gboolean
piga_test_restore (PigaStore *store, const char *path, char **before, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_store_restore_async (store, path, piga_test_keep_result, &result);
  return piga_store_restore_finish (store, piga_test_wait_for (&result), before, error);
}

static void
describe_table (PigaDatabase *database, const char *table, GString *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY rowid", table);
  sqlite3_stmt *rows = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (piga_database_get_handle (database), sql, -1, &rows, NULL),
                   ==, SQLITE_OK);
  g_string_append_printf (text, "%s\n", table);
  while (sqlite3_step (rows) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (rows); i++)
      g_string_append_printf (text, "%s%c", (const char *) sqlite3_column_text (rows, i),
                              i + 1 < sqlite3_column_count (rows) ? '|' : '\n');
  g_assert_cmpint (sqlite3_finalize (rows), ==, SQLITE_OK);
}

static void
describe (PigaDatabase *database, gpointer data)
{
  GString *text = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaStatement) tables = piga_database_prepare (
    database,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name <> 'note'"
    " AND name NOT GLOB '*_search_*' AND name NOT GLOB '*_unindexed'"
    " AND name NOT GLOB 'sqlite_*' ORDER BY name",
    &error);

  g_assert_no_error (error);
  while (piga_statement_step (tables, &error) == PIGA_STATEMENT_ROW)
    describe_table (database, piga_statement_get_text (tables, 0, NULL), text);
  g_assert_no_error (error);
}

char *
piga_test_describe (PigaStore *store)
{
  GString *text = g_string_new (NULL);

  piga_test_with_database (store, describe, text);
  return g_string_free_and_steal (text);
}

static PigaDatabase *
open_backup (const char *path)
{
  g_autoptr (GError) error = NULL;
  PigaDatabase *backup = piga_backup_open (path, G_MAXUINT, &error);

  g_assert_no_error (error);
  return backup;
}

char *
piga_test_describe_backup (const char *path)
{
  g_autoptr (PigaDatabase) backup = open_backup (path);
  GString *text = g_string_new (NULL);

  describe (backup, text);
  return g_string_free_and_steal (text);
}

static void
check_backup (const PigaBackupFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaDatabase) backup = NULL;

  g_assert_true (file->is_whole);
  backup = open_backup (file->path);
  piga_backup_check (backup, &error);
  g_assert_no_error (error);
}

guint
piga_test_check_backups (const char *path)
{
  g_autofree char *folder = piga_backup_folder_get_path (path);
  g_autoptr (GPtrArray) files = piga_backup_folder_list (folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  g_assert_nonnull (files);
  for (guint i = 0; i < files->len; i++)
    check_backup (files->pdata[i]);
  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files - files->len;
}
