/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The wrapper by itself: no main loop, no thread but this one. */

#include <string.h>

#include "piga-database-file.h"
#include "piga-error.h"
#include "piga-statement.h"
#include "piga-test-store.h"

typedef struct
{
  char *folder;
  char *path;
  PigaDatabase *database;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = piga_test_make_folder ();
  self->path = g_build_filename (self->folder, "test.db", NULL);
  piga_database_file_make (self->path, &error);
  g_assert_no_error (error);
  self->database = piga_database_connect (self->path, PIGA_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  piga_database_accept (self->database, &error);
  g_assert_no_error (error);
  piga_database_execute (self->database,
                         "CREATE TABLE thing (key INTEGER PRIMARY KEY, text TEXT, number REAL,"
                         " whole INTEGER CHECK (whole < 100)); -- the end",
                         &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  piga_database_close (self->database, &error);
  g_assert_no_error (error);
  piga_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static gint64
get_integer (Fixture *self, const char *sql)
{
  return piga_test_ask_integer (self->database, sql);
}

static char *
get_word (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaStatement) statement = piga_database_prepare (self->database, sql, &error);

  g_assert_cmpint (piga_statement_step (statement, &error), ==, PIGA_STATEMENT_ROW);
  return g_strdup (piga_statement_get_text (statement, 0, NULL));
}

/* Every setting of quality.md R3, asked of SQLite itself. */
static void
test_settings (Fixture *self, gconstpointer data)
{
  sqlite3 *handle = piga_database_get_handle (self->database);
  static const int off[] = { SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML,
                             SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
                             SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, SQLITE_DBCONFIG_TRUSTED_SCHEMA };
  g_autofree char *journal = get_word (self, "PRAGMA journal_mode");
  g_autofree char *locking = get_word (self, "PRAGMA locking_mode");
  int value = 0;

  g_assert_cmpstr (journal, ==, "wal");
  g_assert_cmpstr (locking, ==, "exclusive");
  g_assert_cmpint (get_integer (self, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (get_integer (self, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (get_integer (self, "PRAGMA secure_delete"), ==, 1);
  g_assert_cmpint (get_integer (self, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (get_integer (self, "PRAGMA cell_size_check"), ==, 1);
  g_assert_cmpint (get_integer (self, "PRAGMA temp_store"), ==, 2);
  g_assert_cmpint (get_integer (self, "PRAGMA mmap_size"), ==, 0);
  g_assert_cmpint (get_integer (self, "PRAGMA busy_timeout"), ==, 5000);
  g_assert_cmpint (get_integer (self, "PRAGMA wal_autocheckpoint"), ==, 250);
  g_assert_cmpint (get_integer (self, "PRAGMA journal_size_limit"), ==, 4 * 1024 * 1024);
  g_assert_cmpint (get_integer (self, "PRAGMA hard_heap_limit"), ==, 512 * 1024 * 1024);

  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &value);
  g_assert_cmpint (value, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    {
      sqlite3_db_config (handle, off[i], -1, &value);
      g_assert_cmpint (value, ==, 0);
    }
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, -1), ==, 64 * 1024 * 1024);
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_SQL_LENGTH, -1), ==, 100000);
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_EXPR_DEPTH, -1), ==, 50);
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, -1), ==, 1);
}

static void
test_no_wal_far_away (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "far.db", NULL);
  g_autoptr (PigaDatabase) database = NULL;
  g_autoptr (PigaStatement) statement = NULL;

  piga_database_file_make (path, &error);
  database = piga_database_connect (path, PIGA_DATABASE_REMOTE, &error);
  g_assert_no_error (error);
  g_assert_true (piga_database_accept (database, &error));
  statement = piga_database_prepare (database, "PRAGMA journal_mode", &error);
  g_assert_cmpint (piga_statement_step (statement, &error), ==, PIGA_STATEMENT_ROW);
  g_assert_cmpstr (piga_statement_get_text (statement, 0, NULL), ==, "truncate");
  g_clear_pointer (&statement, piga_statement_give_back);
}

static void
test_binds (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaStatement) insert = piga_database_prepare (
    self->database, "INSERT INTO thing (text, number, whole) VALUES (:text, :number, :whole)",
    &error);
  g_autoptr (PigaStatement) select =
    piga_database_prepare (self->database, "SELECT text, number, whole FROM thing", &error);
  gsize length;

  piga_statement_bind_text (insert, ":text", "ng’ombe '\"; DROP TABLE thing");
  piga_statement_bind_real (insert, ":number", 350.25);
  piga_statement_bind_integer (insert, ":whole", G_MININT64);
  g_assert_true (piga_statement_run (insert, &error));
  piga_statement_bind_null (insert, ":text");
  piga_statement_bind_null (insert, ":number");
  piga_statement_bind_null (insert, ":whole");
  g_assert_true (piga_statement_run (insert, &error));
  piga_statement_bind_text (insert, ":text", "");
  /* What is not bound is nothing, and nothing is left of the row before. */
  g_assert_true (piga_statement_run (insert, &error));
  g_assert_no_error (error);

  g_assert_cmpint (piga_statement_step (select, &error), ==, PIGA_STATEMENT_ROW);
  g_assert_cmpstr (piga_statement_get_text (select, 0, &length), ==,
                   "ng’ombe '\"; DROP TABLE thing");
  g_assert_cmpuint (length, ==, strlen ("ng’ombe '\"; DROP TABLE thing"));
  g_assert_cmpfloat (piga_statement_get_real (select, 1), ==, 350.25);
  g_assert_cmpint (piga_statement_get_integer (select, 2), ==, G_MININT64);
  g_assert_cmpint (piga_statement_step (select, &error), ==, PIGA_STATEMENT_ROW);
  for (int i = 0; i < 3; i++)
    g_assert_true (piga_statement_is_null (select, i));
  g_assert_cmpint (piga_statement_step (select, &error), ==, PIGA_STATEMENT_ROW);
  g_assert_false (piga_statement_is_null (select, 0));
  g_assert_cmpstr (piga_statement_get_text (select, 0, NULL), ==, "");
  g_assert_true (piga_statement_is_null (select, 1));
  g_assert_cmpint (piga_statement_step (select, &error), ==, PIGA_STATEMENT_DONE);
}

static void
test_bad_bind (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *huge = g_strnfill (65 * 1024 * 1024, 'x');
  g_autoptr (PigaStatement) insert =
    piga_database_prepare (self->database, "INSERT INTO thing (text) VALUES (:text)", &error);

  piga_statement_bind_text (insert, ":nothing", "x");
  piga_statement_bind_text (insert, ":text", "x");
  g_assert_false (piga_statement_run (insert, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FAILED);
  g_clear_error (&error);

  piga_statement_bind_text (insert, ":text", huge);
  g_assert_false (piga_statement_run (insert, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
  g_clear_error (&error);

  piga_statement_bind_text (insert, ":text", "x");
  g_assert_true (piga_statement_run (insert, &error));
  g_assert_no_error (error);
  g_assert_cmpint (piga_database_get_changes (self->database), ==, 1);
  g_assert_cmpint (get_integer (self, "SELECT count (*) FROM thing"), ==, 1);
}

static void
test_errors (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *const secret = "INSERT INTO thing (text, whole) VALUES ('my secret', 100)";

  g_assert_false (piga_database_execute (self->database, secret, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
  g_assert_null (strstr (error->message, "secret"));
  g_assert_null (strstr (error->message, "whole"));
  g_clear_error (&error);
  g_assert_null (piga_database_prepare (self->database, "SELECT nothing FROM thing", &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FAILED);
}

static gboolean
insert_two (PigaDatabase *database, gpointer data, GError **error)
{
  return piga_database_execute (database, "INSERT INTO thing (whole) VALUES (1)", error)
         && piga_database_execute (database, data, error);
}

static void
test_transaction (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_database_transact (
    self->database, insert_two, (gpointer) "INSERT INTO thing (whole) VALUES (2)", &error));
  g_assert_cmpint (get_integer (self, "SELECT sum (whole) FROM thing"), ==, 3);
  g_assert_false (piga_database_transact (
    self->database, insert_two, (gpointer) "INSERT INTO thing (whole) VALUES (100)", &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (get_integer (self, "SELECT sum (whole) FROM thing"), ==, 3);
  g_assert_true (sqlite3_get_autocommit (piga_database_get_handle (self->database)));
}

/* A link that is checked at the end makes the commit itself fail. */
static void
test_failing_commit (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_database_execute (
    self->database,
    "CREATE TABLE part (thing INTEGER REFERENCES thing (key) DEFERRABLE INITIALLY DEFERRED)",
    &error));
  g_assert_false (piga_database_transact (
    self->database, insert_two, (gpointer) "INSERT INTO part (thing) VALUES (77)", &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
  g_assert_cmpint (get_integer (self, "SELECT count (*) FROM thing"), ==, 0);
  g_assert_cmpint (get_integer (self, "SELECT count (*) FROM part"), ==, 0);
}

static gpointer
use_elsewhere (gpointer data)
{
  piga_database_execute (data, "SELECT 1", NULL);
  return NULL;
}

static void
test_other_thread (void)
{
  if (g_test_subprocess ())
    {
      Fixture fixture;

      set_up (&fixture, NULL);
      g_thread_join (g_thread_new ("other", use_elsewhere, fixture.database));
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*thread*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  add ("/database/settings", test_settings);
  add ("/database/no-wal-far-away", test_no_wal_far_away);
  add ("/database/binds", test_binds);
  add ("/database/bad-bind", test_bad_bind);
  add ("/database/errors", test_errors);
  add ("/database/transaction", test_transaction);
  add ("/database/failing-commit", test_failing_commit);
  g_test_add_func ("/database/other-thread", test_other_thread);

  return g_test_run ();
}
