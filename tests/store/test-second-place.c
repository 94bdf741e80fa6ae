/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The newest backup in a second place, which may be away, full, read-only, failing or the wrong
 * one. None of that is a failed save. */

#define _GNU_SOURCE

#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "backup/piga-backup-copy.h"
#include "backup/piga-backup-folder.h"
#include "piga-test-backups.h"

/* So long that it can be seen while it is copied. */
#define LARGE (64 * 1024 * 1024)
#define PAGE_SIZE 4096
#define N_PAGES_OFFSET 28
/* Of a file system that a backup does not fit on, and of one with room. */
#define SMALL_ROOM "size=64k"
#define MUCH_ROOM "size=16m"

/* Whether what this process mounts is seen by no other. */
static gboolean can_mount;

typedef struct
{
  PigaTestBackups with;
  PigaSecondPlace *place;
  char *folder;
} Second;

static void
set_up (Second *self, gconstpointer data)
{
  piga_test_backups_set_up (&self->with, NULL);
  self->place = piga_backups_get_second_place (self->with.backups);
  self->folder = g_build_filename (self->with.kept.folder, "stick", NULL);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
}

static gboolean
is_idle (gpointer data)
{
  Second *self = data;

  return !piga_second_place_is_busy (self->place);
}

static void
tear_down (Second *self, gconstpointer data)
{
  g_assert_true (piga_test_wait_until (is_idle, self));
  piga_test_backups_tear_down (&self->with, NULL);
  g_free (self->folder);
}

/* Makes a backup and returns its path. */
static char *
back_up (Second *self)
{
  g_autoptr (GError) error = NULL;

  piga_test_make_backup (&self->with, &error);
  g_assert_no_error (error);
  return piga_test_get_newest_backup (self->with.kept.path);
}

static void
bring (Second *self)
{
  piga_second_place_bring (self->place);
  g_assert_true (piga_test_wait_until (is_idle, self));
}

static void
assert_fails (Second *self, PigaError code)
{
  bring (self);
  g_assert_error (piga_second_place_get_error (self->place), PIGA_ERROR, (int) code);
  g_assert_cmpstr (piga_second_place_get_error (self->place)->message, !=, "");
  g_assert_cmpint (piga_second_place_get_seen (self->place), ==, 0);
  /* It is neither a failed backup nor a failed save. */
  g_assert_no_error (piga_backups_get_error (self->with.backups));
  g_assert_no_error (piga_store_get_error (self->with.kept.store));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static gboolean
is_same (const char *one, const char *other)
{
  g_autofree char *bytes = NULL;
  g_autofree char *other_bytes = NULL;
  gsize length, other_length;

  g_assert_true (g_file_get_contents (one, &bytes, &length, NULL));
  return g_file_get_contents (other, &other_bytes, &other_length, NULL) && length == other_length
         && memcmp (bytes, other_bytes, length) == 0;
}

static void
assert_there (Second *self, const char *folder, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *copy = g_build_filename (folder, name, NULL);

  g_assert_no_error (piga_second_place_get_error (self->place));
  g_assert_cmpint (piga_second_place_get_seen (self->place), >, 0);
  g_assert_true (is_same (path, copy));
}

static void
test_newest (Second *self, gconstpointer data)
{
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr (GError) error = NULL;

  g_free (back_up (self));
  piga_test_keep_entry (self->with.kept.store, "Leo", "Maneno", 1000);
  second = back_up (self);
  piga_second_place_set_path (self->place, self->folder);
  bring (self);
  assert_there (self, self->folder, second);
  g_assert_cmpuint (count_files (self->folder), ==, 1);

  /* Those that are made later come by themselves; who leaves waits for them. */
  piga_test_keep_entry (self->with.kept.store, "Kesho", "Maneno", 2000);
  third = back_up (self);
  g_assert_true (piga_test_catch_up (&self->with, &error));
  g_assert_true (piga_test_wait_until (is_idle, self));
  g_clear_pointer (&third, g_free);
  third = piga_test_get_newest_backup (self->with.kept.path);
  assert_there (self, self->folder, third);
}

/* There is a place, and nothing to bring. */
static void
test_none (Second *self, gconstpointer data)
{
  piga_second_place_set_path (self->place, self->folder);
  bring (self);
  g_assert_no_error (piga_second_place_get_error (self->place));
  g_assert_cmpuint (count_files (self->folder), ==, 0);
}

static char *
copy_as (const char *path, const char *folder, const PigaBackupName *name, gssize less)
{
  g_autofree char *text = piga_backup_name_to_text (name);
  g_autofree char *bytes = NULL;
  char *copy = g_build_filename (folder, text, NULL);
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) length - less, NULL));
  return copy;
}

static guint
count_series (const char *folder, const char *series)
{
  g_autoptr (GPtrArray) files = piga_backup_folder_list (folder, NULL);
  guint n_files = 0;

  for (guint i = 0; i < files->len; i++)
    n_files += g_str_equal (((PigaBackupFile *) files->pdata[i])->name.series, series);
  return n_files;
}

/* The plan is the same there, for the backups of this computer. */
static void
test_pruned (Second *self, gconstpointer data)
{
  g_autofree char *first = back_up (self);
  g_autofree char *newest = NULL;
  g_autofree char *text = g_path_get_basename (first);
  g_autofree char *half = NULL;
  g_autofree char *picture = g_build_filename (self->folder, "picha.jpg", NULL);
  PigaBackupName name, other;

  g_assert_true (piga_backup_name_parse (text, &name));
  other = name;
  g_strlcpy (other.series, "0badcafe", sizeof other.series);
  for (guint i = 0; i < 12; i++)
    {
      PigaBackupName own = name;

      own.time -= (i + 1) * G_TIME_SPAN_MINUTE;
      other.number++;
      g_free (copy_as (first, self->folder, &own, 0));
      g_free (copy_as (first, self->folder, &other, 0));
    }
  other = name;
  other.number = 1000;
  half = copy_as (first, self->folder, &other, PAGE_SIZE);
  g_assert_true (g_file_set_contents (picture, "Si yetu", -1, NULL));

  newest = back_up (self);
  piga_second_place_set_path (self->place, self->folder);
  bring (self);
  assert_there (self, self->folder, newest);
  /* The last three of them, and the half one, which counts for nothing. */
  g_assert_cmpuint (count_series (self->folder, name.series), ==, 4);
  g_assert_true (g_file_test (half, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_series (self->folder, "0badcafe"), ==, 12);
  g_assert_true (g_file_test (picture, G_FILE_TEST_EXISTS));
}

static void
test_away (Second *self, gconstpointer data)
{
  g_autofree char *newest = back_up (self);

  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  piga_second_place_set_path (self->place, self->folder);
  assert_fails (self, PIGA_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  bring (self);
  assert_there (self, self->folder, newest);
}

/* The stick is full of other things. */
static void
test_full (Second *self, gconstpointer data)
{
  g_autofree char *newest = back_up (self);

  if (!can_mount || mount ("none", self->folder, "tmpfs", 0, SMALL_ROOM) != 0)
    {
      g_test_skip ("nothing can be mounted here");
      return;
    }
  piga_second_place_set_path (self->place, self->folder);
  assert_fails (self, PIGA_ERROR_FULL);
  g_assert_cmpuint (count_files (self->folder), ==, 0);

  g_assert_cmpint (mount ("none", self->folder, "tmpfs", MS_REMOUNT, MUCH_ROOM), ==, 0);
  bring (self);
  assert_there (self, self->folder, newest);
  g_assert_cmpint (umount (self->folder), ==, 0);
}

/* A stick with its lock on. */
static void
test_read_only_mount (Second *self, gconstpointer data)
{
  g_autofree char *newest = back_up (self);

  if (!can_mount || mount ("none", self->folder, "tmpfs", MS_RDONLY, MUCH_ROOM) != 0)
    {
      g_test_skip ("nothing can be mounted here");
      return;
    }
  piga_second_place_set_path (self->place, self->folder);
  assert_fails (self, PIGA_ERROR_READ_ONLY);

  g_assert_cmpint (mount ("none", self->folder, "tmpfs", MS_REMOUNT, MUCH_ROOM), ==, 0);
  bring (self);
  assert_there (self, self->folder, newest);
  g_assert_cmpint (umount (self->folder), ==, 0);
}

static void
test_read_only_folder (Second *self, gconstpointer data)
{
  g_autofree char *newest = back_up (self);

  if (geteuid () == 0)
    {
      g_test_skip ("root may write anywhere");
      return;
    }
  g_assert_cmpint (g_chmod (self->folder, 0500), ==, 0);
  piga_second_place_set_path (self->place, self->folder);
  assert_fails (self, PIGA_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (self->folder, 0700), ==, 0);
  bring (self);
  assert_there (self, self->folder, newest);
}

/* By its own path and by another. */
static void
test_same_folder (Second *self, gconstpointer data)
{
  const char *own = piga_backups_get_folder (self->with.backups);
  g_autofree char *newest = back_up (self);
  g_autofree char *link = g_build_filename (self->folder, "link", NULL);

  g_assert_cmpint (symlink (own, link), ==, 0);
  piga_second_place_set_path (self->place, own);
  assert_fails (self, PIGA_ERROR_INVALID);
  piga_second_place_set_path (self->place, link);
  g_assert_no_error (piga_second_place_get_error (self->place));
  assert_fails (self, PIGA_ERROR_INVALID);
  g_assert_cmpuint (count_files (own), ==, 1);
}

/* What there is of it is not the whole of it, as where a stick was pulled out. */
static void
test_half (Second *self, gconstpointer data)
{
  g_autofree char *newest = back_up (self);
  g_autofree char *text = g_path_get_basename (newest);
  PigaBackupName name;

  g_assert_true (piga_backup_name_parse (text, &name));
  g_free (copy_as (newest, self->folder, &name, PAGE_SIZE));
  piga_second_place_set_path (self->place, self->folder);
  bring (self);
  assert_there (self, self->folder, newest);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* What the link leads to is somebody's file. */
static void
test_link (Second *self, gconstpointer data)
{
  g_autofree char *newest = back_up (self);
  g_autofree char *name = g_path_get_basename (newest);
  g_autofree char *link = g_build_filename (self->folder, name, NULL);
  g_autofree char *other = g_build_filename (self->with.kept.folder, "other", NULL);
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_set_contents (other, "yangu", -1, NULL));
  g_assert_cmpint (symlink (other, link), ==, 0);
  piga_second_place_set_path (self->place, self->folder);
  assert_fails (self, PIGA_ERROR_FAILED);
  g_assert_true (g_file_get_contents (other, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "yangu");
}

static void
test_cancelled (Second *self, gconstpointer data)
{
  g_autofree char *newest = back_up (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (piga_backup_copy_newest (piga_backups_get_folder (self->with.backups),
                                           self->folder, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (self->folder), ==, 0);
}

/* The newest backup is as long as that of somebody who wrote a lot. */
static char *
back_up_much (Second *self)
{
  char *path = back_up (self);
  g_autofree char *bytes = NULL;
  const guint32 n_pages = GUINT32_TO_BE (LARGE / PAGE_SIZE);
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memcpy (bytes + N_PAGES_OFFSET, &n_pages, sizeof n_pages);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_assert_cmpint (truncate (path, LARGE), ==, 0);
  return path;
}

static gboolean
is_copying (gpointer data)
{
  Second *self = data;

  return count_files (self->folder) > 0;
}

static void
start_copying (Second *self)
{
  piga_second_place_set_path (self->place, self->folder);
  piga_second_place_bring (self->place);
  g_assert_true (piga_test_wait_until (is_copying, self));
  g_assert_true (piga_second_place_is_busy (self->place));
}

static gboolean
is_empty (gpointer data)
{
  return !is_copying (data);
}

/* The person chooses another place while the first is copied to. */
static void
test_changed_meanwhile (Second *self, gconstpointer data)
{
  g_autofree char *newest = back_up_much (self);
  g_autofree char *other = g_build_filename (self->with.kept.folder, "other", NULL);

  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  start_copying (self);
  piga_second_place_set_path (self->place, other);
  g_assert_false (piga_second_place_is_busy (self->place));
  bring (self);
  assert_there (self, other, newest);
  /* What was begun there is gone. */
  g_assert_true (piga_test_wait_until (is_empty, self));
}

static void
test_none_any_more (Second *self, gconstpointer data)
{
  g_autofree char *newest = back_up_much (self);

  start_copying (self);
  piga_second_place_set_path (self->place, NULL);
  g_assert_false (piga_second_place_is_busy (self->place));
  g_assert_true (piga_test_wait_until (is_empty, self));
  bring (self);
  g_assert_no_error (piga_second_place_get_error (self->place));
  g_assert_cmpint (piga_second_place_get_seen (self->place), ==, 0);
}

/* Another backup is made while one is copied. */
static void
test_newer_meanwhile (Second *self, gconstpointer data)
{
  g_autofree char *small = back_up (self);
  g_autofree char *large = back_up_much (self);
  g_autofree char *text = g_path_get_basename (large);
  g_autofree char *newest = NULL;
  PigaBackupName name;

  g_assert_true (piga_backup_name_parse (text, &name));
  name.number++;
  start_copying (self);
  newest = copy_as (small, piga_backups_get_folder (self->with.backups), &name, 0);
  bring (self);
  assert_there (self, self->folder, newest);
}

int
main (int argc, char *argv[])
{
  /* Before there is another thread. */
  can_mount = unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
  g_test_init (&argc, &argv, NULL);

#define add(path, func) g_test_add (path, Second, NULL, set_up, func, tear_down)
  add ("/second-place/newest", test_newest);
  add ("/second-place/none", test_none);
  add ("/second-place/pruned", test_pruned);
  add ("/second-place/away", test_away);
  add ("/second-place/full", test_full);
  add ("/second-place/read-only-mount", test_read_only_mount);
  add ("/second-place/read-only-folder", test_read_only_folder);
  add ("/second-place/same-folder", test_same_folder);
  add ("/second-place/half", test_half);
  add ("/second-place/link", test_link);
  add ("/second-place/cancelled", test_cancelled);
  add ("/second-place/changed-meanwhile", test_changed_meanwhile);
  add ("/second-place/none-any-more", test_none_any_more);
  add ("/second-place/newer-meanwhile", test_newer_meanwhile);

  return g_test_run ();
}
