/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Another program moves, deletes or replaces the database, its WAL or the whole folder while the
 * store is open. Whatever is said to be saved is then in a file of the right name, what the other
 * program has put there is kept byte for byte, and the work goes on. */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "piga-test-store.h"

#define OTHERS "not a word of yours\n"

/* What another process says that tries to open the file. */
#define OPENED 'o'
#define IN_USE 'u'

static void
put (const char *path, const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
copy (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (from, &bytes, &length, NULL))
    return;
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
  g_chmod (to, 0600);
}

static void
assert_text (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

/* What the next start would find, were this process killed now. */
static void
assert_kept (const char *path, const char *body, guint n)
{
  PigaTestFolder place;
  PigaTestStore test = { 0 };
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *wal_copy = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM entry WHERE body = '%s'", body);
  g_autoptr (GError) error = NULL;

  piga_test_folder_set_up (&place, NULL);
  wal_copy = g_strconcat (place.path, "-wal", NULL);
  copy (path, place.path);
  copy (wal, wal_copy);
  test.path = place.path;
  test.store = piga_store_new (place.path, piga_kinds_get ());
  piga_test_open (test.store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (piga_test_get_integer (test.store, sql), ==, n);
  piga_test_close (&test);
  piga_test_folder_tear_down (&place, NULL);
}

static void
save (PigaTestStore *self, gpointer entry, const char *body)
{
  g_autoptr (GError) error = NULL;

  piga_record_set_text (entry, PIGA_ENTRY_BODY, body);
  piga_test_save (self->store, entry, &error);
  g_assert_no_error (error);
  g_assert_false (piga_record_is_dirty (entry));
}

static void
delete_database (PigaTestStore *self)
{
  g_assert_cmpint (g_unlink (self->path), ==, 0);
}

static void
move_database (PigaTestStore *self)
{
  g_autofree char *away = g_build_filename (self->folder, "moved.db", NULL);

  g_assert_cmpint (g_rename (self->path, away), ==, 0);
}

static void
replace_by_text (PigaTestStore *self)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);

  put (other, OTHERS);
  g_assert_cmpint (g_rename (other, self->path), ==, 0);
}

/* As its own export over it once did. */
static void
replace_by_database (PigaTestStore *self)
{
  g_autofree char *other = g_build_filename (self->folder, "other.db", NULL);
  PigaTestStore test = { .path = other, .store = piga_store_new (other, piga_kinds_get ()) };

  piga_test_open (test.store, NULL);
  piga_test_keep_entry (test.store, "", "of another", 1000);
  piga_test_close (&test);
  g_assert_cmpint (g_rename (other, self->path), ==, 0);
}

static void
replace_with_wal (PigaTestStore *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);

  replace_by_text (self);
  g_assert_cmpint (g_unlink (wal), ==, 0);
  put (wal, OTHERS);
}

static void
replace_by_link (PigaTestStore *self)
{
  g_autofree char *away = g_build_filename (self->folder, "moved.db", NULL);

  move_database (self);
  g_assert_cmpint (symlink (away, self->path), ==, 0);
}

static void
replace_by_folder (PigaTestStore *self)
{
  delete_database (self);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
}

static void
move_folder (PigaTestStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *away = g_build_filename (self->folder, "moved", NULL);

  g_assert_cmpint (g_rename (folder, away), ==, 0);
}

static void
delete_folder (PigaTestStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  piga_test_remove_folder (folder);
}

static void
replace_folder (PigaTestStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  move_folder (self);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  put (self->path, OTHERS);
}

static void
delete_wal (PigaTestStore *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);

  g_assert_cmpint (g_unlink (wal), ==, 0);
}

static void
replace_wal (PigaTestStore *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);

  delete_wal (self);
  put (wal, OTHERS);
}

typedef struct
{
  const char *name;
  void (*disturb) (PigaTestStore *self);
  /* Whether the person is told, and whether something is kept aside; with which suffix it lies
   * there as it was put. */
  gboolean is_told;
  gboolean is_kept;
  const char *suffix;
} Disturbance;

static const Disturbance disturbances[] = {
  { "deleted", delete_database, TRUE, FALSE, NULL },
  { "moved", move_database, TRUE, FALSE, NULL },
  { "text", replace_by_text, TRUE, TRUE, "" },
  { "database", replace_by_database, TRUE, TRUE, NULL },
  { "with-wal", replace_with_wal, TRUE, TRUE, "-wal" },
  { "link", replace_by_link, TRUE, TRUE, NULL },
  { "folder", replace_by_folder, TRUE, TRUE, NULL },
  { "folder-moved", move_folder, TRUE, FALSE, NULL },
  { "folder-deleted", delete_folder, TRUE, FALSE, NULL },
  { "folder-replaced", replace_folder, TRUE, TRUE, "" },
  { "wal-deleted", delete_wal, FALSE, FALSE, NULL },
  { "wal-replaced", replace_wal, FALSE, TRUE, "-wal" },
};

/* Returns: (transfer full) (nullable): what lies aside in the folder, without a suffix */
static char *
find_aside (PigaTestStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, "-other-") != NULL)
      {
        g_autofree char *found = g_build_filename (folder, name, NULL);

        return g_strndup (found, strlen (found) - (g_str_has_suffix (found, "-wal") ? 4 : 0));
      }
  return NULL;
}

static gboolean
is_told (gpointer data)
{
  return piga_store_get_notice (((PigaTestStore *) data)->store) != NULL;
}

/* Returns: (transfer full) (nullable): what the other program has put there */
static char *
check_aside (PigaTestStore *self, const Disturbance *one)
{
  char *aside = find_aside (self);

  g_assert_cmpint (aside != NULL, ==, one->is_kept);
  if (one->suffix != NULL)
    {
      g_autofree char *kept = g_strconcat (aside, one->suffix, NULL);

      assert_text (kept, OTHERS);
    }
  return aside;
}

static void
check_told (PigaTestStore *self, const Disturbance *one)
{
  g_autofree char *aside = check_aside (self, one);
  const char *notice;

  if (!one->is_told)
    {
      g_assert_null (piga_store_get_notice (self->store));
      return;
    }

  g_assert_true (piga_test_wait_until (is_told, self));
  notice = piga_store_get_notice (self->store);
  g_assert_cmpint (strstr (notice, "-other-") != NULL, ==, one->is_kept);
  if (one->is_kept)
    g_assert_nonnull (strstr (notice, aside));
  piga_store_dismiss_notice (self->store);
  g_assert_null (piga_store_get_notice (self->store));
}

/* The object in memory still is the row on the disk. */
static void
go_on_with (PigaTestStore *self, gpointer entry)
{
  g_autoptr (GError) error = NULL;

  save (self, entry, "third");
  g_assert_true (piga_test_delete (self->store, entry, &error));
  g_assert_true (piga_test_undelete (self->store, entry, &error));
  g_assert_no_error (error);
  piga_test_keep_entry (self->store, "", "third", 2000);
  g_assert_null (piga_store_get_error (self->store));
}

static void
test_saved (PigaTestStore *self, gconstpointer data)
{
  const Disturbance *one = data;
  g_autoptr (GObject) entry = piga_test_new_entry ("", "first");

  piga_test_keep_entry (self->store, "", "first", 1000);
  save (self, entry, "first");
  one->disturb (self);
  save (self, entry, "second");
  assert_kept (self->path, "second", 1);
  assert_kept (self->path, "first", 1);
  check_told (self, one);

  go_on_with (self, entry);
  assert_kept (self->path, "third", 2);
  g_clear_object (&entry);
  piga_test_reopen (self);
  g_assert_cmpint (piga_test_get_integer (self->store, "SELECT count (*) FROM entry"), ==, 3);
  g_assert_cmpint (piga_test_get_integer (self->store, "PRAGMA user_version"), >, 0);
}

/* Nothing is written any more, but what was said to be saved has to be there after the end. */
static void
test_closed (PigaTestStore *self, gconstpointer data)
{
  const Disturbance *one = data;

  piga_test_keep_entry (self->store, "", "first", 1000);
  one->disturb (self);
  piga_test_close (self);
  assert_kept (self->path, "first", 1);
  g_free (check_aside (self, one));
}

/* The person pauses; the folder tells. */
static void
test_quiet (PigaTestStore *self, gconstpointer data)
{
  piga_test_keep_entry (self->store, "", "first", 1000);
  move_database (self);
  g_assert_true (piga_test_wait_until (is_told, self));
  assert_kept (self->path, "first", 1);
}

static void
test_flushed (PigaTestStore *self, gconstpointer data)
{
  const Disturbance *one = data;
  g_autoptr (GError) error = NULL;

  piga_test_keep_entry (self->store, "", "first", 1000);
  one->disturb (self);
  g_assert_true (piga_test_flush (self->store, &error));
  g_assert_no_error (error);
  assert_kept (self->path, "first", 1);
  check_told (self, one);
}

/* The file that was moved is whole, too, and has all until then. */
static void
test_moved_is_whole (PigaTestStore *self, gconstpointer data)
{
  g_autofree char *away = g_build_filename (self->folder, "moved.db", NULL);

  piga_test_keep_entry (self->store, "", "first", 1000);
  move_database (self);
  piga_test_keep_entry (self->store, "", "first", 2000);
  assert_kept (away, "first", 1);
  assert_kept (self->path, "first", 2);
}

/* Many saves are on their way when it happens. */
static void
test_queue (PigaTestStore *self, gconstpointer data)
{
  GAsyncResult *results[20] = { NULL };
  GObject *entries[G_N_ELEMENTS (results)];
  const guint n = G_N_ELEMENTS (results);

  for (guint i = 0; i < n; i++)
    {
      entries[i] = piga_test_new_entry ("", "words");
      piga_store_save_async (self->store, entries[i], NULL, piga_test_keep_result, &results[i]);
      if (i == n / 2)
        replace_by_text (self);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      piga_store_save_finish (self->store, piga_test_wait_for (&results[i]), &error);
      g_assert_no_error (error);
      g_object_unref (results[i]);
      g_object_unref (entries[i]);
    }
  assert_kept (self->path, "words", n);
}

static void
block_folder (PigaTestStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  move_folder (self);
  put (folder, OTHERS);
}

static void
unblock_folder (PigaTestStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  assert_text (folder, OTHERS);
  g_assert_cmpint (g_unlink (folder), ==, 0);
}

/* Where there is no room for a new file either, nothing is said to be saved until there is. */
static void
test_no_way (PigaTestStore *self, gconstpointer data)
{
  g_autoptr (GObject) entry = piga_test_new_entry ("", "");
  g_autoptr (GError) error = NULL;

  save (self, entry, "first");
  block_folder (self);
  g_assert_false (piga_test_flush (self->store, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FAILED);
  g_clear_error (&error);
  piga_test_drain ();
  g_assert_nonnull (piga_store_get_error (self->store));

  piga_record_set_text (entry, PIGA_ENTRY_BODY, "second");
  g_assert_false (piga_test_save (self->store, entry, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (piga_record_is_dirty (entry));
  g_assert_nonnull (piga_store_get_error (self->store));

  unblock_folder (self);
  g_assert_true (piga_test_flush (self->store, &error));
  g_assert_no_error (error);
  g_assert_false (piga_record_is_dirty (entry));
  piga_test_drain ();
  g_assert_null (piga_store_get_error (self->store));
  assert_kept (self->path, "second", 1);
}

static int
on_commit (void *data)
{
  block_folder (data);
  return 0;
}

static void
hook_commit (PigaDatabase *database, gpointer data)
{
  sqlite3_commit_hook (piga_database_get_handle (database), on_commit, data);
}

static void
unhook_commit (PigaDatabase *database, gpointer data)
{
  sqlite3_commit_hook (piga_database_get_handle (database), NULL, NULL);
}

/* It happens in the very moment of the commit: that row is changed already when the save fails, and
 * has to be changed again. */
static void
test_at_commit (PigaTestStore *self, gconstpointer fresh)
{
  g_autoptr (GObject) entry = piga_test_new_entry ("", "first");
  g_autoptr (GError) error = NULL;

  if (fresh == NULL)
    save (self, entry, "first");
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "second");
  piga_test_with_database (self->store, hook_commit, self);
  g_assert_false (piga_test_save (self->store, entry, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FAILED);
  g_assert_true (piga_record_is_dirty (entry));
  g_clear_error (&error);

  piga_test_with_database (self->store, unhook_commit, NULL);
  unblock_folder (self);
  piga_test_flush (self->store, &error);
  g_assert_no_error (error);
  g_assert_false (piga_record_is_dirty (entry));
  assert_kept (self->path, "second", 1);
  go_on_with (self, entry);
}

/* Another process tries to open it, and answers by a letter. */
static GSubprocess *
start_other (PigaTestStore *self, const char *program, char *letter)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *other =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                      program, "--other", self->path, NULL);

  g_assert_no_error (error);
  g_assert_cmpint (
    g_input_stream_read (g_subprocess_get_stdout_pipe (other), letter, 1, NULL, NULL), ==, 1);
  return other;
}

static void
end_other (GSubprocess *other)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (other), NULL, NULL);
  g_assert_true (g_subprocess_wait_check (other, NULL, NULL));
  g_object_unref (other);
}

/* Another session has begun a new file, as there was none: it is not taken from it. */
static void
test_in_use (PigaTestStore *self, gconstpointer program)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *other;
  char letter;

  piga_test_keep_entry (self->store, "", "first", 1000);
  delete_wal (self);
  delete_database (self);
  other = start_other (self, program, &letter);
  g_assert_cmpint (letter, ==, OPENED);
  g_assert_false (piga_test_flush (self->store, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_BUSY);
  g_clear_error (&error);
  end_other (other);

  g_assert_true (piga_test_flush (self->store, &error));
  g_assert_no_error (error);
  assert_kept (self->path, "first", 1);
}

/* The file chooser looks what sort of file it is, and SQLite's own lock is gone. */
static void
test_looked_at (PigaTestStore *self, gconstpointer program)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInfo) info = NULL;
  GSubprocess *other;
  char letter;

  piga_test_keep_entry (self->store, "", "first", 1000);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE, 0, NULL, NULL);
  g_assert_nonnull (info);
  other = start_other (self, program, &letter);
  g_assert_cmpint (letter, ==, IN_USE);
  end_other (other);
  piga_test_keep_entry (self->store, "", "first", 2000);
  assert_kept (self->path, "first", 2);
}

static int
be_other (const char *path)
{
  PigaTestStore test = { .path = (char *) path, .store = piga_store_new (path, piga_kinds_get ()) };
  const gboolean opened = piga_test_open (test.store, NULL);
  char letter = opened ? OPENED : IN_USE;

  g_assert_cmpint (write (STDOUT_FILENO, &letter, 1), ==, 1);
  g_assert_cmpint (read (STDIN_FILENO, &letter, 1), ==, 0);
  piga_test_close_anyway (&test);
  return EXIT_SUCCESS;
}

static void
add (const char *path, gconstpointer data, void (*test) (PigaTestStore *, gconstpointer))
{
  g_test_add (path, PigaTestStore, data, piga_test_store_set_up, test, piga_test_store_tear_down);
}

static void
add_disturbances (const char *name, void (*test) (PigaTestStore *, gconstpointer))
{
  for (guint i = 0; i < G_N_ELEMENTS (disturbances); i++)
    {
      g_autofree char *path = g_strdup_printf ("/place/%s/%s", name, disturbances[i].name);

      add (path, &disturbances[i], test);
    }
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--other"))
    return be_other (argv[2]);

  g_test_init (&argc, &argv, NULL);

  add_disturbances ("saved", test_saved);
  add_disturbances ("closed", test_closed);
  add_disturbances ("flushed", test_flushed);
  add ("/place/quiet", NULL, test_quiet);
  add ("/place/moved-is-whole", NULL, test_moved_is_whole);
  add ("/place/queue", NULL, test_queue);
  add ("/place/no-way", NULL, test_no_way);
  add ("/place/at-commit/changed", NULL, test_at_commit);
  add ("/place/at-commit/fresh", "fresh", test_at_commit);
  add ("/place/in-use", argv[0], test_in_use);
  add ("/place/looked-at", argv[0], test_looked_at);

  return g_test_run ();
}
