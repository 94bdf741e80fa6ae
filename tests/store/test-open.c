/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What may stand where the store expects its own file, and what becomes of it. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "piga-database-file.h"
#include "piga-test-store.h"

#define NOBODY 65534

static char *
beside (PigaTestFolder *self, const char *suffix)
{
  return g_strconcat (self->path, suffix, NULL);
}

/* A file as the store leaves it, with @n entries. */
static void
make_store (PigaTestFolder *self, guint n)
{
  PigaTestStore test = { .path = self->path };
  g_autoptr (GError) error = NULL;

  test.store = piga_store_new (self->path, piga_kinds_get ());
  piga_test_open (test.store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *body = g_strdup_printf ("words of entry %u", i);

      piga_test_keep_entry (test.store, "", body, i * 1000);
    }
  piga_test_close (&test);
}

static void
change_with_sqlite (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Everything in the folder: names, kinds, modes and content. */
static char *
describe (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *hash = NULL;
      GStatBuf info;
      gsize length = 0;

      g_assert_cmpint (g_lstat (path, &info), ==, 0);
      if (S_ISREG (info.st_mode))
        g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %o %s\n", name, info.st_mode, hash));
    }
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("", (char **) lines->pdata);
}

/* Opens what must be refused, looks that nothing has changed, and gives the error. */
static GError *
open_refused (PigaTestFolder *self)
{
  PigaTestStore test = { .path = self->path };
  g_autofree char *before = describe (self->folder);
  g_autofree char *after = NULL;
  GError *error = NULL;

  test.store = piga_store_new (self->path, piga_kinds_get ());
  g_assert_false (piga_test_open (test.store, &error));
  g_assert_cmpuint (piga_store_get_state (test.store), ==, PIGA_STORE_REFUSED);
  g_assert_nonnull (piga_store_get_error (test.store));
  piga_test_close (&test);

  after = describe (self->folder);
  g_assert_cmpstr (before, ==, after);
  return error;
}

static void
put_newer (PigaTestFolder *self)
{
  make_store (self, 1);
  change_with_sqlite (self->path, "PRAGMA user_version = 99");
}

static void
put_foreign (PigaTestFolder *self)
{
  change_with_sqlite (self->path, "PRAGMA application_id = 7; CREATE TABLE t (x)");
}

static void
put_text (PigaTestFolder *self)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  g_file_set_contents (self->path, text, -1, NULL);
}

static void
put_empty (PigaTestFolder *self)
{
  g_file_set_contents (self->path, "", 0, NULL);
}

static void
put_blank (PigaTestFolder *self)
{
  g_autofree char *zeros = g_malloc0 (8192);

  g_file_set_contents (self->path, zeros, 8192, NULL);
}

static void
put_short (PigaTestFolder *self)
{
  g_file_set_contents (self->path, "SQLite format 3", 16, NULL);
}

static void
put_folder (PigaTestFolder *self)
{
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
}

static void
put_pipe (PigaTestFolder *self)
{
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
}

static void
put_symbolic_link (PigaTestFolder *self)
{
  g_autofree char *victim = beside (self, "-victim");

  make_store (self, 1);
  g_assert_cmpint (g_rename (self->path, victim), ==, 0);
  g_assert_cmpint (symlink (victim, self->path), ==, 0);
}

static void
put_dangling_link (PigaTestFolder *self)
{
  g_assert_cmpint (symlink ("/nowhere/at/all", self->path), ==, 0);
}

static void
put_hard_link (PigaTestFolder *self)
{
  g_autofree char *victim = beside (self, "-victim");

  make_store (self, 1);
  g_assert_cmpint (link (self->path, victim), ==, 0);
}

static void
put_wal_link (PigaTestFolder *self)
{
  g_autofree char *victim = beside (self, "-victim");
  g_autofree char *wal = beside (self, "-wal");

  make_store (self, 1);
  g_file_set_contents (victim, "not yours", -1, NULL);
  g_assert_cmpint (symlink (victim, wal), ==, 0);
}

static void
put_lonely_wal (PigaTestFolder *self)
{
  g_autofree char *wal = beside (self, "-wal");

  g_file_set_contents (wal, "the rest of something", -1, NULL);
}

static void
put_torn (PigaTestFolder *self)
{
  make_store (self, 200);
  g_assert_cmpint (truncate (self->path, 20 * 4096), ==, 0);
}

/* The schema can be read, and a good part of the entries; only a look at all of it tells. */
static void
put_holed (PigaTestFolder *self)
{
  g_autofree char *bytes = NULL;
  gsize length;

  make_store (self, 1);
  change_with_sqlite (self->path,
                      "WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n"
                      " WHERE i < 500)"
                      " INSERT INTO entry (id, created_at, modified_at, deleted_at, revision,"
                      " title, body, step, prompt, mood, row)"
                      " SELECT printf ('%08d-0000-7000-8000-000000000000', i), i, i, NULL, 1,"
                      " '', hex (randomblob (1500)), 0, '', 'unsaid', i FROM n");
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  memset (bytes + length / 4096 / 2 * 4096, 0, 4096);
  g_file_set_contents (self->path, bytes, (gssize) length, NULL);
  g_chmod (self->path, 0600);
}

static void
put_foreign_trigger (PigaTestFolder *self)
{
  make_store (self, 1);
  change_with_sqlite (self->path, "CREATE TRIGGER gone AFTER UPDATE ON entry BEGIN"
                                  " DELETE FROM entry WHERE row = new.row; END");
}

/* Ours by its name, but not by what it does. */
static void
put_changed_trigger (PigaTestFolder *self)
{
  make_store (self, 1);
  change_with_sqlite (self->path, "DROP TRIGGER entry_updated;"
                                  " CREATE TRIGGER entry_updated AFTER UPDATE OF title, body"
                                  " ON entry BEGIN SELECT RAISE (IGNORE); END");
}

static void
put_foreign_view (PigaTestFolder *self)
{
  make_store (self, 1);
  change_with_sqlite (self->path, "CREATE VIEW words AS SELECT body FROM entry");
}

static void
put_foreign_index (PigaTestFolder *self)
{
  make_store (self, 1);
  change_with_sqlite (self->path, "CREATE UNIQUE INDEX once ON entry (mood)");
}

static void
put_foreign_virtual_table (PigaTestFolder *self)
{
  make_store (self, 1);
  change_with_sqlite (self->path, "CREATE VIRTUAL TABLE words USING fts5 (word)");
}

typedef struct
{
  const char *name;
  void (*put) (PigaTestFolder *self);
  PigaError code;
} Refused;

static const Refused refused[] = {
  { "newer", put_newer, PIGA_ERROR_TOO_NEW },
  { "foreign", put_foreign, PIGA_ERROR_NOT_OURS },
  { "text", put_text, PIGA_ERROR_NOT_OURS },
  { "empty", put_empty, PIGA_ERROR_CORRUPT },
  { "blank", put_blank, PIGA_ERROR_CORRUPT },
  { "short", put_short, PIGA_ERROR_CORRUPT },
  { "folder", put_folder, PIGA_ERROR_NOT_OURS },
  { "pipe", put_pipe, PIGA_ERROR_NOT_OURS },
  { "symbolic-link", put_symbolic_link, PIGA_ERROR_NOT_OURS },
  { "dangling-link", put_dangling_link, PIGA_ERROR_NOT_OURS },
  { "hard-link", put_hard_link, PIGA_ERROR_NOT_OURS },
  { "wal-link", put_wal_link, PIGA_ERROR_NOT_OURS },
  { "lonely-wal", put_lonely_wal, PIGA_ERROR_CORRUPT },
  { "torn", put_torn, PIGA_ERROR_CORRUPT },
  { "holed", put_holed, PIGA_ERROR_CORRUPT },
  { "foreign-trigger", put_foreign_trigger, PIGA_ERROR_FAILED },
  { "changed-trigger", put_changed_trigger, PIGA_ERROR_FAILED },
  { "foreign-view", put_foreign_view, PIGA_ERROR_FAILED },
  { "foreign-index", put_foreign_index, PIGA_ERROR_FAILED },
  { "foreign-virtual-table", put_foreign_virtual_table, PIGA_ERROR_FAILED },
};

static void
test_refused (gconstpointer data)
{
  const Refused *one = data;
  g_autoptr (GError) error = NULL;
  PigaTestFolder place;

  piga_test_folder_set_up (&place, NULL);
  one->put (&place);
  error = open_refused (&place);
  g_assert_error (error, PIGA_ERROR, (int) one->code);
  piga_test_folder_tear_down (&place, NULL);
}

/* The file itself says nothing of the newer version; only its WAL does. */
static void
test_newer_in_wal (PigaTestFolder *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *wal = beside (self, "-wal");
  g_autofree char *copy = beside (self, "-copy");
  g_autofree char *bytes = NULL;
  sqlite3 *handle = NULL;
  gsize length;

  make_store (self, 1);
  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "PRAGMA user_version = 99", NULL, NULL, NULL);
  g_assert_true (g_file_get_contents (wal, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 0);
  g_file_set_contents (copy, bytes, (gssize) length, NULL);
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  sqlite3_close (handle);
  g_file_set_contents (self->path, bytes, (gssize) length, NULL);
  g_chmod (self->path, 0600);
  g_chmod (copy, 0600);
  g_rename (copy, wal);

  error = open_refused (self);
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_TOO_NEW);
}

/* A table that a curious person has made does no harm, and keeps nobody from their words. */
static void
test_foreign_table (PigaTestFolder *self, gconstpointer data)
{
  make_store (self, 1);
  change_with_sqlite (self->path, "CREATE TABLE mine (word TEXT); ANALYZE;"
                                  " INSERT INTO mine VALUES ('asali')");
  make_store (self, 1);
}

/* What stands where the folder should be is said, and stays. */
static void
test_no_folder (gconstpointer put)
{
  PigaTestFolder place;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  piga_test_folder_set_up (&place, NULL);
  ((void (*) (PigaTestFolder *)) put) (&place);
  path = g_steal_pointer (&place.path);
  place.path = g_build_filename (path, "piga-hatua.db", NULL);
  error = open_refused (&place);
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "folder of your words"));
  g_clear_error (&error);

  g_free (place.path);
  place.path = g_build_filename (path, "deeper", "piga-hatua.db", NULL);
  error = open_refused (&place);
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "folder of your words"));
  piga_test_folder_tear_down (&place, NULL);
}

static void
put_link_to_itself (PigaTestFolder *self)
{
  g_assert_cmpint (symlink (self->path, self->path), ==, 0);
}

static void
test_modes (PigaTestFolder *self, gconstpointer data)
{
  static const guint masks[] = { 0000, 0077, 0022 };

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autofree char *name = g_strdup_printf ("folder-%u", i);
      g_autofree char *folder = g_build_filename (self->folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *wal = NULL;
      PigaTestStore test = { 0 };
      GStatBuf info;
      const mode_t before = umask (masks[i]);

      test.path = g_build_filename (folder, "piga-hatua.db", NULL);
      wal = g_strconcat (test.path, "-wal", NULL);
      test.store = piga_store_new (test.path, piga_kinds_get ());
      g_assert_true (piga_test_open (test.store, &error));
      piga_test_keep_entry (test.store, "", "words", 1000);
      g_assert_cmpint (g_stat (folder, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
      g_assert_cmpint (g_stat (test.path, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
      g_assert_cmpint (g_stat (wal, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
      piga_test_close (&test);
      g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
      umask (before);
      g_free (test.path);
    }
}

/* Links in the path to the folder are the system's, and fine. */
static void
test_linked_folder (PigaTestFolder *self, gconstpointer data)
{
  g_autofree char *real = g_build_filename (self->folder, "real", NULL);
  g_autofree char *linked = g_build_filename (self->folder, "linked", NULL);
  g_autofree char *path = g_build_filename (linked, "piga-hatua.db", NULL);
  PigaTestFolder place = { self->folder, path };

  g_mkdir (real, 0700);
  g_assert_cmpint (symlink (real, linked), ==, 0);
  make_store (&place, 1);
  make_store (&place, 1);
}

static void
test_two (PigaTestFolder *self, gconstpointer data)
{
  PigaTestStore first = { .path = self->path };
  PigaTestStore second = { .path = self->path };
  g_autoptr (GError) error = NULL;

  first.store = piga_store_new (self->path, piga_kinds_get ());
  g_assert_true (piga_test_open (first.store, &error));
  second.store = piga_store_new (self->path, piga_kinds_get ());
  g_assert_false (piga_test_open (second.store, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_BUSY);
  g_clear_error (&error);
  piga_test_keep_entry (first.store, "", "words", 1000);
  piga_test_close (&first);

  /* Closed there, it can be opened here. */
  g_assert_true (piga_test_open (second.store, &error));
  g_assert_cmpuint (piga_store_get_state (second.store), ==, PIGA_STORE_READY);
  g_assert_null (piga_store_get_error (second.store));
  g_assert_cmpint (piga_test_get_integer (second.store, "SELECT count (*) FROM entry"), ==, 1);
  piga_test_close (&second);
}

static void
look_at_read_only (PigaTestFolder *self)
{
  PigaTestStore test = { .path = self->path };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GObject) entry = NULL;

  test.store = piga_store_new (self->path, piga_kinds_get ());
  g_assert_true (piga_test_open (test.store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (piga_store_get_state (test.store), ==, PIGA_STORE_READ_ONLY);
  g_assert_error (piga_store_get_error (test.store), PIGA_ERROR, PIGA_ERROR_READ_ONLY);

  hits = piga_test_search (test.store, "entry", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 3);
  entry =
    piga_test_find (test.store, PIGA_TYPE_ENTRY, piga_search_hit_get_id (hits->pdata[0]), &error);
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, "words of entry 2");
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "changed");
  g_assert_false (piga_test_save (test.store, entry, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_READ_ONLY);
  g_assert_true (piga_record_is_dirty (entry));
  g_clear_object (&entry);
  piga_test_close (&test);
}

/* A root who opens a file can always write it, so the rest is done as nobody. */
static void
become_nobody (PigaTestFolder *self)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (self->path, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (chown (self->folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (setuid (NOBODY), ==, 0);
}

static void
test_read_only_in_child (gboolean folder, gboolean file, gboolean with_wal)
{
  PigaTestFolder place;

  piga_test_folder_set_up (&place, NULL);
  make_store (&place, 3);
  if (with_wal)
    {
      g_autofree char *wal = beside (&place, "-wal");
      g_autofree char *bytes = NULL;
      g_autofree char *main_bytes = NULL;
      sqlite3 *handle = NULL;
      gsize length, main_length;

      /* The last word is in the WAL alone. */
      change_with_sqlite (place.path, "UPDATE entry SET body = 'words' WHERE row = 2");
      g_assert_cmpint (sqlite3_open (place.path, &handle), ==, SQLITE_OK);
      sqlite3_exec (handle, "UPDATE entry SET body = 'words of entry 2' WHERE row = 2", NULL, NULL,
                    NULL);
      g_file_get_contents (wal, &bytes, &length, NULL);
      g_file_get_contents (place.path, &main_bytes, &main_length, NULL);
      sqlite3_close (handle);
      g_file_set_contents (wal, bytes, (gssize) length, NULL);
      g_file_set_contents (place.path, main_bytes, (gssize) main_length, NULL);
      g_assert_cmpint (chown (wal, NOBODY, NOBODY), ==, geteuid () == 0 ? 0 : -1);
    }
  g_chmod (place.path, file ? 0400 : 0600);
  g_chmod (place.folder, folder ? 0500 : 0700);
  become_nobody (&place);
  look_at_read_only (&place);
  g_chmod (place.folder, 0700);
  piga_test_folder_tear_down (&place, NULL);
}

typedef struct
{
  const char *name;
  gboolean folder, file, with_wal;
} ReadOnly;

static const ReadOnly read_only[] = {
  { "folder", TRUE, FALSE, FALSE },      { "file", FALSE, TRUE, FALSE },
  { "both", TRUE, TRUE, FALSE },         { "folder-with-wal", TRUE, FALSE, TRUE },
  { "both-with-wal", TRUE, TRUE, TRUE },
};

static void
test_read_only (gconstpointer data)
{
  const ReadOnly *one = data;

  if (g_test_subprocess ())
    {
      test_read_only_in_child (one->folder, one->file, one->with_wal);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
add (const char *path, gconstpointer data, void (*test) (PigaTestFolder *, gconstpointer))
{
  g_test_add (path, PigaTestFolder, data, piga_test_folder_set_up, test,
              piga_test_folder_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/open/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (read_only); i++)
    {
      g_autofree char *path = g_strconcat ("/open/read-only/", read_only[i].name, NULL);

      g_test_add_data_func (path, &read_only[i], test_read_only);
    }
  g_test_add_data_func ("/open/no-folder/file", put_text, test_no_folder);
  g_test_add_data_func ("/open/no-folder/dangling-link", put_dangling_link, test_no_folder);
  g_test_add_data_func ("/open/no-folder/link-to-itself", put_link_to_itself, test_no_folder);
  add ("/open/foreign-table", NULL, test_foreign_table);
  add ("/open/newer-in-wal", NULL, test_newer_in_wal);
  add ("/open/modes", NULL, test_modes);
  add ("/open/linked-folder", NULL, test_linked_folder);
  add ("/open/two", NULL, test_two);

  return g_test_run ();
}
