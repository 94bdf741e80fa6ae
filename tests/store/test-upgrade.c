/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was written with the first version, opened by the program as it is now: a database comes to
 * have the newest schema and keeps everything, whatever the disk does meanwhile, and an exported
 * file is taken in whole. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "piga-database-file.h"
#include "piga-migration.h"
#include "piga-statement.h"
#include "piga-test-backups.h"
#include "piga-test-damage.h"
#include "piga-test-exchange.h"
#include "piga-test-vfs.h"

#define NEVER 5000
/* One call in so many fails; all of them where PIGA_HATUA_ALL_FAULTS is set. */
#define STEP 5
/* Somebody without rights. */
#define NOBODY 65534

/* The tables of the first version and what they held. */
static const struct
{
  const char *name;
  const char *columns;
} tables[] = {
  { "entry", "title body step prompt mood" },
  { "goal", "title what amount unit able reason rhythm due plan_when plan_where step state" },
  { "goal_mark", "goal day amount rest note" },
  { "step_check", "step guide_key text done hidden" },
  { "step_state", "step done" },
};

static const char *
get_resource (const char *path)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (bytes);
  /* It stands in the program itself. */
  return g_bytes_get_data (bytes, NULL);
}

static char *
get_text (PigaDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaStatement) statement = piga_database_prepare (database, sql, &error);
  char *text;

  g_assert_no_error (error);
  g_assert_true (piga_statement_step (statement, &error) == PIGA_STATEMENT_ROW);
  text = g_strdup (piga_statement_get_text (statement, 0, NULL));
  g_assert_no_error (error);
  return text;
}

/* Every value of every row of the first version's tables; the revisions only where asked for, as a
 * file does not have them. */
static char *
describe (PigaDatabase *database, gboolean with_revisions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_auto (GStrv) columns = g_strsplit (tables[i].columns, " ", -1);
      g_autofree char *values = g_strjoinv (") || ' ' || quote (", columns);
      g_autofree char *sql = g_strdup_printf (
        "SELECT group_concat (line, char (10)) FROM (SELECT row || ' ' || id || ' ' || created_at"
        " || ' ' || modified_at || ' ' || quote (deleted_at) || ' ' || %s || ' ' || quote (%s)"
        " AS line FROM %s ORDER BY row)",
        with_revisions ? "revision" : "''", values, tables[i].name);
      g_autofree char *lines = get_text (database, sql);

      g_string_append_printf (text, "%s\n%s\n", tables[i].name, lines);
    }
  return g_string_free_and_steal (text);
}

static void
describe_all (PigaDatabase *database, gpointer data)
{
  *(char **) data = describe (database, TRUE);
}

static void
describe_without_revisions (PigaDatabase *database, gpointer data)
{
  *(char **) data = describe (database, FALSE);
}

static PigaDatabase *
make_version_1 (const char *path)
{
  g_autoptr (GError) error = NULL;
  PigaDatabase *database = piga_migration_open (path, "/test/released-1", &error);

  g_assert_no_error (error);
  piga_database_execute (database, get_resource ("/test/version-1.sql"), &error);
  g_assert_no_error (error);
  return database;
}

typedef struct
{
  PigaTestStore test;
  /* What the first version had, and its file. */
  char *before;
  char *bytes;
  gsize length;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PigaDatabase *database;

  self->test.folder = piga_test_make_folder ();
  self->test.path = g_build_filename (self->test.folder, "piga-hatua.db", NULL);
  database = make_version_1 (self->test.path);
  self->before = describe (database, TRUE);
  g_assert_true (piga_database_close (database, &error));
  g_assert_true (g_file_get_contents (self->test.path, &self->bytes, &self->length, NULL));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  piga_test_store_tear_down (&self->test, data);
  g_free (self->before);
  g_free (self->bytes);
}

static void
open_now (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->test.store = piga_store_new (self->test.path, piga_kinds_get ());
  piga_test_open (self->test.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (piga_store_get_state (self->test.store), ==, PIGA_STORE_READY);
}

static void
assert_kept (Fixture *self)
{
  g_autofree char *after = NULL;

  piga_test_with_database (self->test.store, describe_all, &after);
  g_assert_cmpstr (after, ==, self->before);
  g_assert_cmpint (piga_test_get_integer (self->test.store, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (
    piga_test_get_integer (self->test.store, "SELECT count (*) FROM pragma_foreign_key_check"), ==,
    0);
}

/* What the rows have got belongs to no round and no remark, and is counted as it was. */
static void
assert_untouched (PigaStore *store)
{
  static const char *const empty[] = {
    "SELECT count (*) FROM entry WHERE round IS NOT NULL",
    "SELECT count (*) FROM goal WHERE round IS NOT NULL OR remark IS NOT NULL",
    "SELECT count (*) FROM goal WHERE theme <> 'unsaid' OR counts <> 'by-hand'",
    "SELECT count (*) FROM step_check WHERE round IS NOT NULL",
    "SELECT count (*) FROM step_state WHERE round IS NOT NULL",
    "SELECT (SELECT count (*) FROM application) + (SELECT count (*) FROM interview)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    g_assert_cmpint (piga_test_get_integer (store, empty[i]), ==, 0);
}

static void
check_index (PigaStore *store, const char *kind)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO %s_search (%s_search, rank) VALUES ('integrity-check', 1)", kind, kind);

  piga_test_execute (store, sql);
}

/* What the index knew, what it did not know yet, and what it knew of a text that was changed. */
static void
assert_found (PigaStore *store)
{
  static const struct
  {
    const char *words;
    guint n_hits;
  } searches[] = {
    { "zizini ng'ombe", 1 }, { "niling'ara", 1 },  { "meneja", 0 },   { "takataka", 0 },
    { "mwisho", 2 },         { "jumamosi", 1 },    { "thrown", 0 },   { "maji", 1 },
    { "excel", 1 },          { "millisecond", 1 }, { "achieng’", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = piga_test_search (store, searches[i].words, 10, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, ==, searches[i].n_hits);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables) - 1; i++)
    check_index (store, tables[i].name);
}

/* The file as the first version left it, for the person alone. */
static void
assert_copied (Fixture *self)
{
  g_autofree char *path = piga_test_get_newest_backup (self->test.path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaDatabase) copy = NULL;
  g_autofree char *there = NULL;
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0600);
  copy = piga_migration_open (path, "/test/released-1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (piga_test_ask_integer (copy, "PRAGMA user_version"), ==, 1);
  there = describe (copy, TRUE);
  g_assert_cmpstr (there, ==, self->before);
}

static char *
get_schema (PigaDatabase *database)
{
  return get_text (database,
                   "SELECT group_concat (sql || ';' || char (10), '') FROM (SELECT sql"
                   " FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB '*_search_*'"
                   " AND name NOT GLOB 'sqlite_*' ORDER BY rowid)");
}

static void
compare_schema (PigaDatabase *database, gpointer data)
{
  g_autofree char *schema = get_schema (database);

  g_assert_cmpstr (schema, ==, get_resource ("/test/schema-3.sql"));
}

static void
test_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) goal = NULL;

  open_now (self);
  assert_kept (self);
  assert_untouched (self->test.store);
  assert_copied (self);
  piga_test_with_database (self->test.store, compare_schema, NULL);
  assert_found (self->test.store);

  goal = piga_test_find (self->test.store, PIGA_TYPE_GOAL, "019a7c01-1000-7abc-8def-000000000001",
                         &error);
  g_assert_no_error (error);
  g_assert_cmpstr (piga_record_get_text (goal, PIGA_GOAL_UNIT), ==, "maombi");
  g_assert_cmpint (piga_record_get_integer (goal, PIGA_GOAL_THEME), ==, 0);
  piga_record_set_text (goal, PIGA_GOAL_UNIT, "barua");
  g_assert_true (piga_test_save (self->test.store, goal, &error));
}

/* The versions before this one kept their copy beside the database. */
static void
test_copy_adopted (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_strconcat (self->test.path, "-schema-1", NULL);
  g_autofree char *backup = NULL;

  open_now (self);
  piga_test_close (&self->test);
  backup = piga_test_get_newest_backup (self->test.path);
  g_assert_cmpint (g_rename (backup, path), ==, 0);

  open_now (self);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_copied (self);
}

/* The second time there is nothing to do, and nothing is done. */
static void
test_second_open (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *first = NULL, *second = NULL;
  gsize first_length, second_length;

  open_now (self);
  piga_test_close (&self->test);
  g_assert_true (g_file_get_contents (self->test.path, &first, &first_length, NULL));
  path = piga_test_get_newest_backup (self->test.path);
  g_assert_cmpint (g_unlink (path), ==, 0);

  open_now (self);
  assert_kept (self);
  piga_test_close (&self->test);
  g_assert_true (g_file_get_contents (self->test.path, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
write_file (const char *path, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* The first version was killed: what was written last is only in its WAL. */
static void
test_unclean (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_strconcat (self->test.path, "-other", NULL);
  g_autofree char *other_wal = g_strconcat (other, "-wal", NULL);
  g_autofree char *wal = g_strconcat (self->test.path, "-wal", NULL);
  g_autofree char *bytes = NULL, *wal_bytes = NULL;
  gsize length, wal_length;
  PigaDatabase *database = make_version_1 (other);

  g_assert_true (g_file_get_contents (other, &bytes, &length, NULL));
  g_assert_true (g_file_get_contents (other_wal, &wal_bytes, &wal_length, NULL));
  g_assert_true (piga_database_close (database, NULL));
  g_assert_cmpuint (wal_length, >, 0);
  write_file (self->test.path, bytes, length);
  write_file (wal, wal_bytes, wal_length);

  open_now (self);
  assert_kept (self);
  assert_copied (self);
}

/* A file that may not be written is not brought up to date, and not read by halves. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  g_assert_cmpint (g_chmod (self->test.path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (self->test.folder, 0500), ==, 0);
  /* A root can always write, so the rest is done as nobody. */
  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (self->test.path, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (chown (self->test.folder, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (setuid (NOBODY), ==, 0);
    }
  self->test.store = piga_store_new (self->test.path, piga_kinds_get ());
  g_assert_false (piga_test_open (self->test.store, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_READ_ONLY);
  g_assert_cmpuint (piga_store_get_state (self->test.store), ==, PIGA_STORE_REFUSED);
  g_assert_true (g_file_get_contents (self->test.path, &bytes, &length, NULL));
  g_assert_cmpmem (bytes, length, self->bytes, self->length);
  g_assert_cmpint (g_chmod (self->test.folder, 0700), ==, 0);
}

/* Has one whole schema, and all that was in it. */
static void
assert_whole (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaDatabase) database = piga_database_connect (self->test.path, 0, &error);
  g_autofree char *after = NULL, *schema = NULL, *expected = NULL;
  gint64 version;

  g_assert_no_error (error);
  version = piga_test_ask_integer (database, "PRAGMA user_version");
  g_assert_true (version >= 1 && version <= 3);
  schema = get_schema (database);
  expected = g_strdup_printf ("/test/schema-%d.sql", (int) version);
  g_assert_cmpstr (schema, ==, get_resource (expected));
  after = describe (database, TRUE);
  g_assert_cmpstr (after, ==, self->before);
}

/* Opens the first version's file with the @n-th call to the disk failing. Returns whether one
 * did. */
static gboolean
try_to_open (Fixture *self, PigaTestFault fault, gboolean stays, guint n)
{
  g_autofree char *wal = g_strconcat (self->test.path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  gboolean opened, failed;

  g_unlink (wal);
  write_file (self->test.path, self->bytes, self->length);
  self->test.store = piga_store_new (self->test.path, piga_kinds_get ());
  piga_test_vfs_arm (fault, n, stays);
  opened = piga_test_open (self->test.store, &error);
  /* Where it stays, the program is as good as killed: nothing gets to the disk any more. */
  if (stays)
    piga_test_close_anyway (&self->test);
  failed = piga_test_vfs_disarm ();
  if (!stays)
    piga_test_close_anyway (&self->test);
  g_assert_true (failed || opened);
  g_assert_true (opened == (error == NULL));
  return failed;
}

static guint
get_step (void)
{
  return g_getenv ("PIGA_HATUA_ALL_FAULTS") != NULL ? 1 : STEP;
}

static void
test_fault (Fixture *self, gconstpointer data)
{
  const PigaTestFault fault = GPOINTER_TO_UINT (data) / 2;
  const gboolean stays = GPOINTER_TO_UINT (data) % 2;
  /* Killed at every third call, as each kill takes two more openings. */
  const guint step = (stays ? 3 : 1) * get_step ();
  gboolean failed = TRUE;

  for (guint n = 1; failed; n += step)
    {
      failed = try_to_open (self, fault, stays, n);
      assert_whole (self);
      g_assert_cmpuint (piga_test_check_backups (self->test.path), ==, 0);
      open_now (self);
      assert_kept (self);
      piga_test_close (&self->test);
      g_assert_cmpuint (n, <, NEVER);
    }
}

/* A file of the first version that is damaged before it could be brought up to date: everything is
 * taken out of it into one of the newest. */
static void
test_rescue (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PigaRescueReport) report = NULL;
  g_autofree char *before = NULL, *after = NULL;
  PigaDatabase *database = piga_database_connect (self->test.path, 0, &error);
  const gint64 page = piga_test_ask_integer (
    database, "SELECT rootpage FROM sqlite_schema WHERE name = 'goal_mark_goal'");

  before = describe (database, FALSE);
  piga_database_free (database);
  piga_test_blank_page (self->test.path, page);
  self->test.store = piga_store_new (self->test.path, piga_kinds_get ());
  g_assert_false (piga_test_open (self->test.store, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_CORRUPT);
  g_clear_error (&error);
  piga_store_rescue_async (self->test.store, piga_test_keep_result, &result);
  report = piga_store_rescue_finish (self->test.store, piga_test_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->lost->len, ==, 0);
  piga_test_with_database (self->test.store, describe_without_revisions, &after);
  g_assert_cmpstr (after, ==, before);
  assert_untouched (self->test.store);
  assert_found (self->test.store);
}

/* What the first version exported has all that its database had, but for how often it was saved. */
static void
test_import (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (GString) lines = NULL;
  g_autofree char *path = g_build_filename (self->kept.folder, "version-1.db", NULL);
  PigaDatabase *database = make_version_1 (path);
  g_autofree char *before = describe (database, FALSE);
  g_autofree char *after = NULL, *exported = NULL;
  const char *text = get_resource ("/test/version-1.jsonl");
  PigaImportSummary summary;

  g_assert_true (piga_database_close (database, NULL));
  summary = piga_test_import (self, text);
  piga_test_assert_summary (&summary, 19, 0, 0);
  piga_test_with_database (self->kept.store, describe_without_revisions, &after);
  g_assert_cmpstr (after, ==, before);
  assert_untouched (self->kept.store);

  exported = piga_test_export (self);
  lines = g_string_new (strchr (exported, '\n'));
  g_string_replace (lines, "\"revision\":1,", "", 0);
  g_string_replace (lines, ",\"revision\":1}", "}", 0);
  g_assert_cmpstr (lines->str, ==, strchr (text, '\n'));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  piga_test_vfs_install ();

#define add(path, data, func)                                                                      \
  g_test_add (path, Fixture, GUINT_TO_POINTER (data), set_up, func, tear_down)
  add ("/upgrade/kept", 0, test_kept);
  add ("/upgrade/second-open", 0, test_second_open);
  add ("/upgrade/copy-adopted", 0, test_copy_adopted);
  add ("/upgrade/unclean", 0, test_unclean);
  add ("/upgrade/read-only", 0, test_read_only);
  add ("/upgrade/rescue", 0, test_rescue);
  add ("/upgrade/fault/io", 2 * PIGA_TEST_FAULT_IO, test_fault);
  add ("/upgrade/fault/io-stays", 2 * PIGA_TEST_FAULT_IO + 1, test_fault);
  add ("/upgrade/fault/full", 2 * PIGA_TEST_FAULT_FULL, test_fault);
  add ("/upgrade/fault/full-stays", 2 * PIGA_TEST_FAULT_FULL + 1, test_fault);
  add ("/upgrade/fault/short", 2 * PIGA_TEST_FAULT_SHORT, test_fault);
  g_test_add ("/upgrade/import", PigaTestExchange, NULL, piga_test_exchange_set_up, test_import,
              piga_test_exchange_tear_down);

  return g_test_run ();
}
