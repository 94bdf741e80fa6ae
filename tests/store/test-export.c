/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of an export: who may read it, what it may replace, and that whatever fails leaves what
 * was there, and nothing beside it. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "piga-outside-file.h"
#include "piga-test-exchange.h"
#include "piga-test-place.h"

#define OLD "Faili ya zamani\n"
#define NEW "Faili mpya\n"

static void
add_entries (PigaTestExchange *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *body = g_strnfill (3000, (char) ('a' + i % 26));
      g_autoptr (GObject) entry = piga_test_new_entry ("Siku ya mahojiano", body);

      g_assert_true (piga_test_save (self->kept.store, entry, NULL));
    }
}

static void
write_old (PigaTestExchange *self)
{
  piga_test_write_file (self, OLD);
}

static void
assert_old (const char *path)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, OLD);
}

/* How many names there are in the folder of the export, the database's own among them. */
static guint
count_names (PigaTestExchange *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->kept.folder, 0, NULL);
  guint n_names = 0;

  while (g_dir_read_name (folder) != NULL)
    n_names++;
  return n_names;
}

static void
assert_fails (PigaTestExchange *self, PigaError code)
{
  const guint n_names = count_names (self);
  g_autoptr (GError) error = NULL;

  g_assert_false (piga_test_try_export (self, NULL, NULL, &error));
  g_assert_error (error, PIGA_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, self->kept.folder));
  g_assert_cmpuint (count_names (self), ==, n_names);
}

static mode_t
get_mode (const char *path)
{
  GStatBuf status;

  g_assert_no_errno (g_stat (path, &status));
  return status.st_mode & 07777;
}

static void
test_mode (PigaTestExchange *self, gconstpointer data)
{
  static const mode_t masks[] = { 0000, 0022, 0077 };

  add_entries (self, 3);
  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      const mode_t before = umask (masks[i]);

      g_unlink (self->path);
      g_free (piga_test_export (self));
      g_assert_cmpuint (get_mode (self->path), ==, 0600);
      g_assert_no_errno (g_chmod (self->path, 0644));
      g_free (piga_test_export (self));
      g_assert_cmpuint (get_mode (self->path), ==, 0600);
      umask (before);
    }
}

static void
test_replaces (PigaTestExchange *self, gconstpointer data)
{
  const guint n_names = count_names (self);
  g_autofree char *text = NULL;

  write_old (self);
  text = piga_test_export (self);
  g_assert_cmpstr (text, ==, "{\"format\":\"piga-hatua\",\"version\":3,\"records\":0}\n");
  g_assert_cmpuint (count_names (self), ==, n_names + 1);
}

typedef struct
{
  const char *name;
  /* How long ago it was written, in hours. */
  gint64 hours;
  gboolean goes;
} LeftOver;

static const LeftOver left_over[] = {
  { ".piga-hatua-0123456789abcdef", 30, TRUE },
  { ".piga-hatua-ffffffffffffffff", 24 * 400, TRUE },
  { ".piga-hatua-0000000000000000", 20, FALSE },
  { ".piga-hatua-0000000000000001", -30, FALSE },
  { ".piga-hatua-0123456789abcde", 30, FALSE },
  { ".piga-hatua-0123456789abcdef0", 30, FALSE },
  { ".piga-hatua-0123456789abcdeg", 30, FALSE },
  { ".piga-hatua-0123456789ABCDEF", 30, FALSE },
  { ".piga-hatua-0123456789abcdef.jsonl", 30, FALSE },
  { "piga-hatua-0123456789abcdef", 30, FALSE },
  { "notes.txt", 30, FALSE },
};

static void
age (const char *path, gint64 hours)
{
  const time_t when = (time_t) (g_get_real_time () / G_TIME_SPAN_SECOND - hours * 3600);
  const struct timespec times[] = { { .tv_sec = when }, { .tv_sec = when } };

  g_assert_no_errno (utimensat (AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW));
}

/* What exports left that were killed goes with the next one into the same folder, and nothing else
 * does. */
static void
test_left_over (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *folder =
    g_build_filename (self->kept.folder, ".piga-hatua-00000000000000aa", NULL);
  g_autofree char *symlink_path =
    g_build_filename (self->kept.folder, ".piga-hatua-00000000000000bb", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (left_over); i++)
    {
      g_autofree char *path = g_build_filename (self->kept.folder, left_over[i].name, NULL);

      g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
      age (path, left_over[i].hours);
    }
  g_assert_no_errno (g_mkdir (folder, 0700));
  age (folder, 30);
  g_assert_no_errno (symlink ("notes.txt", symlink_path));
  age (symlink_path, 30);

  g_free (piga_test_export (self));
  for (guint i = 0; i < G_N_ELEMENTS (left_over); i++)
    {
      g_autofree char *path = g_build_filename (self->kept.folder, left_over[i].name, NULL);

      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, !left_over[i].goes);
    }
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  g_assert_true (g_file_test (symlink_path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_symbolic_link (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *victim = g_build_filename (self->kept.folder, "victim", NULL);

  g_assert_true (g_file_set_contents (victim, OLD, -1, NULL));
  g_assert_no_errno (symlink (victim, self->path));
  assert_fails (self, PIGA_ERROR_FAILED);
  assert_old (victim);

  g_assert_no_errno (g_unlink (victim));
  assert_fails (self, PIGA_ERROR_FAILED);
  g_assert_false (g_file_test (victim, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_hard_link (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *victim = g_build_filename (self->kept.folder, "victim", NULL);

  g_assert_true (g_file_set_contents (victim, OLD, -1, NULL));
  g_assert_no_errno (link (victim, self->path));
  g_free (piga_test_export (self));
  assert_old (victim);
}

static void
set_path (PigaTestExchange *self, const char *path)
{
  g_set_str (&self->path, path);
  g_object_unref (self->file);
  self->file = g_file_new_for_path (path);
}

/* The store has all its words, in its own file, and goes on. */
static void
assert_kept (PigaTestExchange *self)
{
  g_autoptr (GObject) entry = piga_test_new_entry ("", "");

  g_assert_true (piga_test_save (self->kept.store, entry, NULL));
  g_assert_true (piga_test_delete (self->kept.store, entry, NULL));
  g_assert_null (piga_store_get_notice (self->kept.store));
  g_clear_object (&entry);
  piga_test_reopen (&self->kept);
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT count (*) FROM entry"
                                                            " WHERE deleted_at IS NULL"),
                   ==, 3);
}

/* Nothing that the store keeps may be written over, by whatever path; a file beside it may. */
static void
test_own_files (PigaTestExchange *self, gconstpointer data)
{
  static const char *const names[] = { "piga-hatua.db",
                                       "piga-hatua.db-wal",
                                       "piga-hatua.db-journal",
                                       "piga-hatua.db-schema-1",
                                       "piga-hatua.db-broken-2026-01-01-120000",
                                       "backups/one" };
  g_autofree char *folder = g_path_get_dirname (self->kept.path);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *backup = g_build_filename (backups, "one", NULL);
  g_autofree char *linked = g_build_filename (self->kept.folder, "linked", NULL);
  g_autofree char *detour = g_build_filename (folder, "..", "kept", NULL);
  const char *const ways[] = { folder, linked, detour };

  add_entries (self, 3);
  g_assert_no_errno (g_mkdir (backups, 0700));
  g_assert_true (g_file_set_contents (backup, OLD, -1, NULL));
  g_assert_no_errno (symlink (folder, linked));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ways); j++)
      {
        g_autofree char *path = g_build_filename (ways[j], names[i], NULL);

        set_path (self, path);
        assert_fails (self, PIGA_ERROR_INVALID);
      }
  assert_old (backup);
  assert_kept (self);

  g_free (backup);
  backup = g_build_filename (folder, "piga-hatua.dbx", NULL);
  set_path (self, backup);
  g_free (piga_test_export (self));
}

/* Another name of the same file is the same file. */
static void
test_own_file_linked (PigaTestExchange *self, gconstpointer data)
{
  add_entries (self, 3);
  g_assert_no_errno (link (self->kept.path, self->path));
  assert_fails (self, PIGA_ERROR_INVALID);
  g_assert_no_errno (g_unlink (self->path));
  assert_kept (self);

  g_assert_no_errno (symlink (self->kept.path, self->path));
  assert_fails (self, PIGA_ERROR_INVALID);
  assert_kept (self);
}

static gboolean
try_to_write (PigaTestExchange *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (NEW, strlen (NEW));

  piga_outside_file_write_async (self->kept.store, self->file, bytes, piga_test_keep_result,
                                 &result);
  return piga_outside_file_write_finish (self->kept.store, piga_test_wait_for (&result), error);
}

/* Tables and sheets go the same way. */
static void
test_outside_file (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *own = g_strdup (self->kept.path);
  g_autoptr (GError) error = NULL;

  add_entries (self, 3);
  write_old (self);
  g_assert_true (try_to_write (self, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, NEW);
  g_assert_cmpuint (get_mode (self->path), ==, 0600);

  set_path (self, own);
  g_assert_false (try_to_write (self, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
  assert_kept (self);
}

static void
test_not_a_file (PigaTestExchange *self, gconstpointer data)
{
  g_assert_no_errno (g_mkdir (self->path, 0700));
  assert_fails (self, PIGA_ERROR_FAILED);
  g_assert_no_errno (g_rmdir (self->path));

  g_assert_no_errno (mkfifo (self->path, 0600));
  assert_fails (self, PIGA_ERROR_FAILED);
}

static void
test_no_folder (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->kept.folder, "missing", "export", NULL);
  g_autofree char *file = g_build_filename (self->kept.folder, "file", NULL);
  g_autofree char *in_file = g_build_filename (file, "export", NULL);

  set_path (self, missing);
  assert_fails (self, PIGA_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (file, OLD, -1, NULL));
  set_path (self, in_file);
  assert_fails (self, PIGA_ERROR_NOT_FOUND);
  assert_old (file);
}

static void
test_read_only_folder (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->kept.folder, "folder", NULL);
  g_autofree char *path = g_build_filename (folder, "export", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }

  g_assert_no_errno (g_mkdir (folder, 0700));
  set_path (self, path);
  write_old (self);
  g_assert_no_errno (g_chmod (folder, 0500));
  assert_fails (self, PIGA_ERROR_READ_ONLY);
  assert_old (path);
  g_assert_no_errno (g_chmod (folder, 0700));
}

/* No file of this process may grow beyond @length bytes until this is called with
 * RLIM_INFINITY. */
static void
limit_files (rlim_t length)
{
  struct rlimit limit;

  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  limit.rlim_cur = length;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
}

/* Writing fails after so many bytes, from none to all but one. */
static void
test_no_room (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  gsize length;

  add_entries (self, 200);
  text = piga_test_export (self);
  length = strlen (text);
  g_assert_cmpuint (length, >, 2 * 256 * 1024);

  write_old (self);
  for (gsize room = 0; room < length; room += (length - 1) / 12)
    {
      limit_files (room);
      assert_fails (self, PIGA_ERROR_FAILED);
      limit_files (RLIM_INFINITY);
      assert_old (self->path);
    }

  again = piga_test_export (self);
  g_assert_cmpstr (again, ==, text);
}

static gboolean
import_with_room (PigaTestExchange *self, gsize room, GError **error)
{
  gboolean done;

  limit_files (room);
  done = piga_test_try_import (self, FALSE, NULL, NULL, NULL, error);
  limit_files (RLIM_INFINITY);
  return done;
}

/* The database cannot grow beyond so many bytes while a file is taken in. */
static void
test_no_room_for_import (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *after = NULL;
  guint n_failures = 0;
  gboolean done = FALSE;

  add_entries (self, 200);
  text = piga_test_export (self);
  piga_test_exchange_start_anew (self);

  for (gsize room = 0; !done; room += 100000)
    {
      g_autoptr (GError) error = NULL;

      piga_test_write_file (self, text);
      done = import_with_room (self, room, &error);
      if (done)
        break;
      n_failures++;
      g_assert_cmpint (error->domain, ==, PIGA_ERROR);
      g_assert_null (strstr (error->message, "Line "));
      g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT count(*) FROM entry"), ==,
                       0);
    }

  g_assert_cmpuint (n_failures, >, 3);
  after = piga_test_export (self);
  g_assert_cmpstr (after, ==, text);
}

static void
cancel_now (gint64 done, gint64 total, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancelled (PigaTestExchange *self, gconstpointer data)
{
  const gboolean midway = g_str_equal (data, "midway");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_names;

  /* Enough for the first word of progress to come long before the end. */
  add_entries (self, 1);
  piga_test_execute (self->kept.store,
                     "INSERT INTO entry (id, created_at, modified_at, deleted_at, revision,"
                     " title, body, step, prompt, mood, row) SELECT"
                     " printf ('0190a5b0-0000-7000-8000-%012d', value), 1, 1, NULL, 1,"
                     " title, body, step, prompt, mood, value FROM entry,"
                     " (WITH RECURSIVE n (value) AS (VALUES (1) UNION ALL"
                     " SELECT value + 1 FROM n WHERE value < 8000) SELECT value FROM n)");
  write_old (self);
  n_names = count_names (self);

  if (!midway)
    g_cancellable_cancel (cancellable);
  g_assert_false (piga_test_try_export (self, cancel_now, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old (self->path);
  g_assert_cmpuint (count_names (self), ==, n_names);
}

/* Where a file has no path, GIO replaces it: whole, or not at all. */
static void
test_without_path (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_names;

  add_entries (self, 100);
  write_old (self);
  n_names = count_names (self);
  g_object_unref (self->file);
  self->file = piga_test_place_new (self->path);

  g_cancellable_cancel (cancellable);
  g_assert_false (piga_test_try_export (self, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old (self->path);
  limit_files (1000);
  assert_fails (self, PIGA_ERROR_FAILED);
  limit_files (RLIM_INFINITY);
  assert_old (self->path);

  text = piga_test_export (self);
  g_assert_nonnull (strstr (text, "\"records\":100"));
  g_assert_cmpuint (count_names (self), ==, n_names);
}

/* A text that fills its line beyond what an import would read is found when the file is read
 * again. */
static void
test_not_readable_again (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *body = g_strnfill (16 * 1024 * 1024, '\x01');
  g_autoptr (GObject) entry = piga_test_new_entry ("", body);

  g_assert_true (piga_test_save (self->kept.store, entry, NULL));
  write_old (self);
  assert_fails (self, PIGA_ERROR_FAILED);
  assert_old (self->path);
}

/* The longest text that can be kept comes back, quotation marks and all. */
static void
test_longest_text (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *body = g_strnfill (16 * 1024 * 1024, '"');
  g_autoptr (GObject) entry = piga_test_new_entry ("", body);
  g_autofree char *text = NULL;
  PigaImportSummary summary;

  g_assert_true (piga_test_save (self->kept.store, entry, NULL));
  text = piga_test_export (self);
  g_clear_object (&entry);
  piga_test_exchange_start_anew (self);
  summary = piga_test_import (self, text);
  piga_test_assert_summary (&summary, 1, 0, 0);
  g_assert_cmpint (
    piga_test_get_integer (self->kept.store,
                           "SELECT length (body) - length (replace (body, '\"', '')) FROM entry"),
    ==, 16 * 1024 * 1024);
}

static void
add (const char *path, gconstpointer data, void (*test) (PigaTestExchange *, gconstpointer))
{
  g_test_add (path, PigaTestExchange, data, piga_test_exchange_set_up, test,
              piga_test_exchange_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);

  add ("/export/mode", NULL, test_mode);
  add ("/export/replaces", NULL, test_replaces);
  add ("/export/left-over", NULL, test_left_over);
  add ("/export/symbolic-link", NULL, test_symbolic_link);
  add ("/export/hard-link", NULL, test_hard_link);
  add ("/export/own-files", NULL, test_own_files);
  add ("/export/own-file-linked", NULL, test_own_file_linked);
  add ("/export/outside-file", NULL, test_outside_file);
  add ("/export/not-a-file", NULL, test_not_a_file);
  add ("/export/no-folder", NULL, test_no_folder);
  add ("/export/read-only-folder", NULL, test_read_only_folder);
  add ("/export/no-room", NULL, test_no_room);
  add ("/export/no-room-for-import", NULL, test_no_room_for_import);
  add ("/export/cancelled/before", "before", test_cancelled);
  add ("/export/cancelled/midway", "midway", test_cancelled);
  add ("/export/without-path", NULL, test_without_path);
  add ("/export/not-readable-again", NULL, test_not_readable_again);
  add ("/export/longest-text", NULL, test_longest_text);
  return g_test_run ();
}
