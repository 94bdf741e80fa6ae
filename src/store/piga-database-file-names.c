/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a file gets its name, and how it loses it. A file is made under a name that nobody else has
 * and gets its own only when it is whole, in one stroke that never takes the name from another
 * file: of several processes that do so at once, one wins. */

#define _GNU_SOURCE

#include "piga-database-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

const char *const piga_database_file_suffixes[] = { "-wal", "-journal", "-shm", NULL };

/* What a file is called while it is made: its name to be, this, and a number of its own. */
#define UNFINISHED "-new"

static gboolean
check_done (gboolean done, GError **error)
{
  if (!done)
    piga_database_file_set_system_error (errno, error);
  return done;
}

/**
 * piga_database_file_make:
 * @path: where nothing is
 * @error: return location for an error
 *
 * Makes an empty file that only the person can read, whatever the umask. SQLite gives the files
 * beside it the same mode.
 *
 * Returns: whether it was made
 */
gboolean
piga_database_file_make (const char *path, GError **error)
{
  g_autofd int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  return check_done (fd >= 0 && fchmod (fd, 0600) == 0, error);
}

/**
 * piga_database_file_make_unfinished:
 * @path: the name that the file is to have in the end
 * @error: return location for an error
 *
 * Makes an empty file beside @path, under a name that no other process can hit on. Hand it to
 * piga_database_file_publish() when it is whole.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
piga_database_file_make_unfinished (const char *path, GError **error)
{
  g_autofree char *made =
    g_strdup_printf ("%s" UNFINISHED "-%08x%08x", path, g_random_int (), g_random_int ());

  return piga_database_file_make (made, error) ? g_steal_pointer (&made) : NULL;
}

static gboolean
sync_path (const char *path, int flags)
{
  g_autofd int fd = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);

  return fd >= 0 && fsync (fd) == 0;
}

static gboolean
sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return check_done (sync_path (folder, O_DIRECTORY), error);
}

/**
 * piga_database_file_sync:
 * @path: a whole file that no connection of this process has open
 * @error: return location for an error
 *
 * Waits until the disk knows the file and its name.
 *
 * Returns: whether it does
 */
gboolean
piga_database_file_sync (const char *path, GError **error)
{
  return check_done (sync_path (path, O_NOFOLLOW), error) && sync_folder (path, error);
}

/* For a file system that has neither of the two better ways: takes the name with an empty file,
 * which fails where there is one, and puts the whole one in its place. */
static gboolean
rename_over_claim (const char *from, const char *to)
{
  g_autofd int claim = g_open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (claim < 0 || g_rename (from, to) == 0)
    return claim >= 0;

  (void) !g_unlink (to);
  errno = EIO;
  return FALSE;
}

/* Fails with EEXIST where there is a file of that name. */
static gboolean
rename_to_free_name (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;

  /* NFS has no such rename. There a second name does it. */
  if (link (from, to) == 0)
    return g_unlink (from) == 0 || errno == ENOENT;
  if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
    return FALSE;

  return rename_over_claim (from, to);
}

/**
 * piga_database_file_publish:
 * @made: a whole, closed file
 * @path: the name it is to have
 * @is_taken: (out): whether there was a file of that name, so that it was not done
 * @error: return location for an error
 *
 * Gives a new file its name in one stroke and waits until the disk knows it. When another process
 * was faster, its file stays.
 *
 * Returns: whether the file has the name; where not, without an error if @is_taken
 */
gboolean
piga_database_file_publish (const char *made, const char *path, gboolean *is_taken, GError **error)
{
  *is_taken = FALSE;
  if (!check_done (sync_path (made, O_NOFOLLOW), error))
    return FALSE;
  if (rename_to_free_name (made, path))
    return sync_folder (path, error);

  *is_taken = errno == EEXIST;
  return check_done (FALSE, *is_taken ? NULL : error);
}

/**
 * piga_database_file_discard:
 * @path: a file that nobody needs, or that is not there
 * @error: return location for an error
 *
 * Returns: whether the file and all beside it are gone
 */
gboolean
piga_database_file_discard (const char *path, GError **error)
{
  gboolean gone = g_unlink (path) == 0 || errno == ENOENT;

  for (guint i = 0; gone && piga_database_file_suffixes[i] != NULL; i++)
    {
      g_autofree char *beside = g_strconcat (path, piga_database_file_suffixes[i], NULL);

      gone = g_unlink (beside) == 0 || errno == ENOENT;
    }

  return check_done (gone, error);
}

static gboolean
is_unfinished (const char *name, const char *base)
{
  g_autofree char *start = g_strconcat (base, UNFINISHED, NULL);
  const gsize length = strlen (start);

  return g_str_has_prefix (name, start) && (name[length] == '\0' || name[length] == '-');
}

/**
 * piga_database_file_sweep:
 * @path: where the database is
 * @before: a time, in seconds since 1970
 *
 * Removes what a process that was killed has left of a file that it was making: what has not been
 * touched since @before, and second names of @path itself. What cannot be removed stays.
 */
void
piga_database_file_sweep (const char *path, gint64 before)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GStatBuf database = { 0 };
  const gboolean is_there = g_lstat (path, &database) == 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *found = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (is_unfinished (name, base) && g_lstat (found, &info) == 0 && S_ISREG (info.st_mode)
          && (info.st_mtime < before
              || (is_there && info.st_ino == database.st_ino && info.st_dev == database.st_dev)))
        (void) !g_unlink (found);
    }
}

/* A name for what @path is called from now on, with @mark and the time in it. */
static char *
choose_name_aside (const char *path, const char *mark)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *target = g_strconcat (path, "-", mark, "-", time, NULL);

  for (guint i = 2; g_file_test (target, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK); i++)
    {
      g_free (target);
      target = g_strdup_printf ("%s-%s-%s-%u", path, mark, time, i);
    }

  return g_steal_pointer (&target);
}

/* Where there is nothing of the name, nothing is renamed. */
static gboolean
rename_if_there (const char *from, const char *to, gboolean *renamed, GError **error)
{
  const gboolean done = g_rename (from, to) == 0;

  *renamed |= done;
  return check_done (done || errno == ENOENT, error);
}

static gboolean
rename_beside (const char *path, const char *target, gboolean *renamed, GError **error)
{
  for (guint i = 0; piga_database_file_suffixes[i] != NULL; i++)
    {
      g_autofree char *from = g_strconcat (path, piga_database_file_suffixes[i], NULL);
      g_autofree char *to = g_strconcat (target, piga_database_file_suffixes[i], NULL);

      if (!rename_if_there (from, to, renamed, error))
        return FALSE;
    }

  return !*renamed || sync_folder (path, error);
}

/**
 * piga_database_file_set_aside:
 * @path: a file that could not be opened, or is another than the one that was
 * @mark: what it is called for from now on: "broken", "other"
 * @name: (out) (transfer full) (nullable): the path under which it can be found now; %NULL where
 *   there was nothing
 * @error: return location for an error
 *
 * Gives the file, and what SQLite has beside it, a name with @mark and the time in it. Nothing is
 * deleted.
 *
 * Returns: whether it was done
 */
gboolean
piga_database_file_set_aside (const char *path, const char *mark, char **name, GError **error)
{
  g_autofree char *target = choose_name_aside (path, mark);
  gboolean renamed = FALSE;

  *name = NULL;
  if (!rename_if_there (path, target, &renamed, error)
      || !rename_beside (path, target, &renamed, error))
    return FALSE;

  if (renamed)
    *name = g_steal_pointer (&target);
  return TRUE;
}

/**
 * piga_database_file_set_aside_journals:
 * @path: a database beside which lies what does not belong to it
 * @mark: what that is called for from now on
 * @error: return location for an error
 *
 * Does the same with what has the name of a WAL or a journal, and not with the database.
 *
 * Returns: whether it was done
 */
gboolean
piga_database_file_set_aside_journals (const char *path, const char *mark, GError **error)
{
  g_autofree char *target = choose_name_aside (path, mark);
  gboolean renamed = FALSE;

  return rename_beside (path, target, &renamed, error);
}
