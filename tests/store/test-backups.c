/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups that make themselves, and what is wrong with a folder or a file. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "piga-test-backups.h"

static void
keep_entry (PigaTestBackups *self, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) entry = piga_test_new_entry (title, "Leo nilijifunza jambo.");

  g_assert_true (piga_test_save (self->kept.store, entry, &error));
  g_assert_no_error (error);
}

static PigaBackup *
get_only (PigaTestBackups *self)
{
  g_autoptr (GPtrArray) backups = piga_test_list_backups (self);

  g_assert_cmpuint (backups->len, ==, 1);
  return g_object_ref (backups->pdata[0]);
}

static void
test_first_change (PigaTestBackups *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaBackup) backup = NULL;
  GStatBuf info;

  /* Nothing was changed. */
  g_assert_true (piga_test_catch_up (self, &error));
  g_assert_cmpuint (piga_test_count_backups (self->kept.path), ==, 0);

  keep_entry (self, "Baada ya mahojiano");
  g_assert_true (piga_test_catch_up (self, &error));
  g_assert_no_error (error);
  backup = get_only (self);
  g_assert_no_error (piga_backup_get_error (backup));
  g_assert_cmpuint (piga_backup_get_reason (backup), ==, PIGA_BACKUP_DAILY);
  g_assert_cmpuint (piga_backup_get_n_records (backup), ==, 1);
  g_assert_cmpuint (piga_backup_get_count (backup, PIGA_TYPE_ENTRY), ==, 1);
  g_assert_cmpuint (piga_backup_get_first_day (backup), ==, piga_day_today ());
  g_assert_cmpuint (piga_backup_get_last_day (backup), ==, piga_day_today ());
  g_assert_cmpint (g_lstat (piga_backup_get_path (backup), &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0600);
  g_assert_cmpint (info.st_size, ==, piga_backup_get_size (backup));
  g_assert_cmpint (g_lstat (piga_backups_get_folder (self->backups), &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0700);

  /* One a day, after another start, too. */
  keep_entry (self, "Jioni");
  g_assert_true (piga_test_catch_up (self, &error));
  piga_test_backups_reopen (self);
  keep_entry (self, "Usiku");
  g_assert_true (piga_test_catch_up (self, &error));
  g_assert_cmpuint (piga_test_count_backups (self->kept.path), ==, 1);
}

static gboolean
has_backup (gpointer data)
{
  PigaTestBackups *self = data;

  return piga_test_count_backups (self->kept.path) == 1 && !piga_backups_is_busy (self->backups);
}

/* Nobody asks for it. */
static void
test_quiet (PigaTestBackups *self, gconstpointer data)
{
  keep_entry (self, "Baada ya mahojiano");
  g_assert_true (piga_test_wait_until (has_backup, self));
}

static void
keep_much (PigaTestBackups *self, guint n_entries)
{
  g_autofree char *sql = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
    " INSERT INTO entry (id, created_at, modified_at, revision, title, body, step, mood, prompt,"
    " row) SELECT printf ('019a7c01-0000-7abc-8def-%%012d', i), 1795305600000000 + i,"
    " 1795305600000000 + i, 1, 'Siku ' || i, hex (randomblob (1000)), 0, 'unsaid', '', i FROM n",
    n_entries);

  piga_test_execute (self->kept.store, sql);
}

/* What is written while it is copied is in it, and nobody waits for the copy. */
static void
test_saving_meanwhile (PigaTestBackups *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaBackup) backup = NULL;
  guint n_saved = 0;

  keep_much (self, 3000);
  piga_backups_make_async (self->backups, piga_test_keep_result, &result);
  g_assert_true (piga_backups_is_busy (self->backups));
  while (result == NULL)
    {
      keep_entry (self, "Wakati huo huo");
      n_saved++;
    }
  g_assert_true (piga_backups_make_finish (self->backups, result, &error));
  g_assert_cmpuint (n_saved, >, 1);
  backup = get_only (self);
  g_assert_no_error (piga_backup_get_error (backup));
  g_assert_cmpuint (piga_backup_get_count (backup, PIGA_TYPE_ENTRY), >=, 3001);
  g_assert_cmpuint (piga_backup_get_count (backup, PIGA_TYPE_ENTRY), <=, 3000 + n_saved);
}

/* The file under it is moved while it is copied. */
static void
test_moved_meanwhile (PigaTestBackups *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaBackup) backup = NULL;
  g_autofree char *elsewhere = g_strconcat (self->kept.path, "-moved", NULL);

  keep_much (self, 3000);
  piga_backups_make_async (self->backups, piga_test_keep_result, &result);
  keep_entry (self, "Kabla");
  g_assert_cmpint (g_rename (self->kept.path, elsewhere), ==, 0);
  keep_entry (self, "Baadaye");
  piga_test_wait_for (&result);
  g_assert_true (piga_backups_make_finish (self->backups, result, &error));
  backup = get_only (self);
  g_assert_no_error (piga_backup_get_error (backup));
  g_assert_cmpuint (piga_backup_get_count (backup, PIGA_TYPE_ENTRY), ==, 3002);
}

/* The store is closed while it is copied. */
static void
test_closed_meanwhile (PigaTestBackups *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;

  keep_much (self, 3000);
  piga_backups_make_async (self->backups, piga_test_keep_result, &result);
  keep_entry (self, "Kabla");
  piga_store_close_async (self->kept.store, piga_test_keep_result, &closed);
  g_assert_true (piga_store_close_finish (self->kept.store, piga_test_wait_for (&closed), NULL));
  piga_test_wait_for (&result);
  if (!piga_backups_make_finish (self->backups, result, &error))
    g_assert_cmpstr (error->message, !=, "");
  g_clear_object (&self->backups);
  g_clear_object (&self->kept.store);
  self->kept.store = piga_store_new (self->kept.path, piga_kinds_get ());
  g_assert_true (piga_test_open (self->kept.store, NULL));
  self->backups = piga_backups_new (self->kept.store);
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT count (*) FROM entry"), ==,
                   3001);
}

static void
assert_not_made (PigaTestBackups *self, PigaError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (piga_test_make_backup (self, &error));
  g_assert_error (error, PIGA_ERROR, (int) code);
  g_assert_error (piga_backups_get_error (self->backups), PIGA_ERROR, (int) code);
  /* It is no failed save. */
  g_assert_no_error (piga_store_get_error (self->kept.store));
  keep_entry (self, "Bado ninaandika");
}

static void
assert_made_again (PigaTestBackups *self)
{
  g_autoptr (GError) error = NULL;

  piga_test_make_backup (self, &error);
  g_assert_no_error (error);
  g_assert_no_error (piga_backups_get_error (self->backups));
}

static void
test_folder_is_link (PigaTestBackups *self, gconstpointer data)
{
  const char *folder = piga_backups_get_folder (self->backups);
  g_autofree char *elsewhere = piga_test_make_folder ();
  g_autoptr (GDir) dir = NULL;

  g_assert_cmpint (symlink (elsewhere, folder), ==, 0);
  assert_not_made (self, PIGA_ERROR_NOT_OURS);
  dir = g_dir_open (elsewhere, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_assert_cmpint (g_unlink (folder), ==, 0);
  assert_made_again (self);
  piga_test_remove_folder (elsewhere);
}

static void
test_folder_is_file (PigaTestBackups *self, gconstpointer data)
{
  const char *folder = piga_backups_get_folder (self->backups);
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (folder, "yangu", -1, NULL));
  assert_not_made (self, PIGA_ERROR_NOT_OURS);
  g_assert_true (g_file_get_contents (folder, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "yangu");
  g_assert_cmpint (g_unlink (folder), ==, 0);
  assert_made_again (self);
}

/* Root may write anywhere. */
static void
test_folder_is_read_only (PigaTestBackups *self, gconstpointer data)
{
  const char *folder = piga_backups_get_folder (self->backups);

  if (geteuid () == 0)
    {
      g_test_skip ("root may write anywhere");
      return;
    }
  g_assert_cmpint (g_mkdir (folder, 0500), ==, 0);
  assert_not_made (self, PIGA_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  assert_made_again (self);
}

/* What is not whole is shown as what it is, counts for nothing and is not touched. */
static void
test_bad_files (PigaTestBackups *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  keep_entry (self, "Nzuri");
  assert_made_again (self);
  good = piga_test_get_newest_backup (self->kept.path);
  g_assert_true (g_file_get_contents (good, &bytes, &length, NULL));
  bad = g_build_filename (piga_backups_get_folder (self->backups),
                          "piga-hatua-00000000-99999-20991201T101500Z-daily.db", NULL);
  g_assert_true (g_file_set_contents (bad, bytes, (gssize) length - 4096, NULL));

  for (guint i = 0; i < 20; i++)
    assert_made_again (self);
  backups = piga_test_list_backups (self);
  g_assert_cmpuint (backups->len, ==, 4);
  for (guint i = 0; i < backups->len; i++)
    if (g_str_equal (piga_backup_get_path (backups->pdata[i]), bad))
      g_assert_error (piga_backup_get_error (backups->pdata[i]), PIGA_ERROR, PIGA_ERROR_CORRUPT);
    else
      g_assert_no_error (piga_backup_get_error (backups->pdata[i]));
}

static void
assert_refused (PigaTestBackups *self, const char *path, PigaError code)
{
  g_autoptr (PigaBackup) backup = piga_test_read_backup (self, path);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = piga_test_describe (self->kept.store);
  g_autofree char *after = NULL;

  g_assert_error (piga_backup_get_error (backup), PIGA_ERROR, (int) code);
  g_assert_false (piga_test_restore (self->kept.store, path, NULL, &error));
  g_assert_error (error, PIGA_ERROR, (int) code);
  after = piga_test_describe (self->kept.store);
  g_assert_cmpstr (after, ==, before);
}

static void
alter (char *bytes, gsize offset, guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (bytes + offset, &number, sizeof number);
}

/* Chosen by the person, from anywhere. */
static void
test_wrong_files (PigaTestBackups *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->kept.folder, "from-a-stick.db", NULL);
  g_autofree char *good = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *altered = NULL;
  gsize length;

  keep_entry (self, "Nzuri");
  assert_made_again (self);
  good = piga_test_get_newest_backup (self->kept.path);
  g_assert_true (g_file_get_contents (good, &bytes, &length, NULL));
  altered = g_memdup2 (bytes, length);

  assert_refused (self, path, PIGA_ERROR_NOT_FOUND);
  assert_refused (self, self->kept.folder, PIGA_ERROR_NOT_OURS);
  g_assert_true (g_file_set_contents (path, "Habari", -1, NULL));
  assert_refused (self, path, PIGA_ERROR_CORRUPT);
  /* Of a newer version. */
  alter (altered, 60, 99);
  g_assert_true (g_file_set_contents (path, altered, (gssize) length, NULL));
  assert_refused (self, path, PIGA_ERROR_TOO_NEW);
  /* Of another program. */
  memcpy (altered, bytes, length);
  alter (altered, 68, 0x12345678);
  g_assert_true (g_file_set_contents (path, altered, (gssize) length, NULL));
  assert_refused (self, path, PIGA_ERROR_NOT_OURS);
  /* Cut off. */
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length / 2, NULL));
  assert_refused (self, path, PIGA_ERROR_CORRUPT);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_assert_true (piga_test_restore (self->kept.store, path, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                            \
  g_test_add (path, PigaTestBackups, NULL, piga_test_backups_set_up, func,                         \
              piga_test_backups_tear_down)
  add ("/backups/first-change", test_first_change);
  add ("/backups/quiet", test_quiet);
  add ("/backups/saving-meanwhile", test_saving_meanwhile);
  add ("/backups/moved-meanwhile", test_moved_meanwhile);
  add ("/backups/closed-meanwhile", test_closed_meanwhile);
  add ("/backups/folder-is-link", test_folder_is_link);
  add ("/backups/folder-is-file", test_folder_is_file);
  add ("/backups/folder-is-read-only", test_folder_is_read_only);
  add ("/backups/bad-files", test_bad_files);
  add ("/backups/wrong-files", test_wrong_files);

  return g_test_run ();
}
