/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file as the file system sees it. Whatever is not plainly our own file is refused here, before
 * SQLite touches it, so that it stays byte for byte as it is and nothing appears beside it. */

#define _GNU_SOURCE

#include "piga-database-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "piga-error.h"

#define HEADER_SIZE 100
#define MAGIC "SQLite format 3"
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

/* What SQLite puts beside a database. */
static const char *const suffixes[] = { "-wal", "-journal", "-shm" };

static void
set_system_error (int code, GError **error)
{
  switch (code)
    {
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_READ_ONLY,
                           _("The folder where your words are kept may not be used. "
                             "Check who owns it and what it allows."));
      break;
    case ENOSPC:
    case EDQUOT:
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_FULL,
                           _("The disk is full. Nothing was lost. Make some room on the disk."));
      break;
    default:
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_FAILED,
                           _("The disk did not do its work. Nothing was lost. Try again."));
    }
}

static void
set_not_ours (GError **error)
{
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_NOT_OURS,
                       _("What stands where your words are kept is not this app's own file. "
                         "It was left as it is."));
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_CORRUPT,
                       _("The file that holds your words is damaged. It was left as it is."));
}

/**
 * piga_database_file_set_too_new:
 * @error: (out) (optional): return location for a %PIGA_ERROR_TOO_NEW
 */
void
piga_database_file_set_too_new (GError **error)
{
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_TOO_NEW,
                       _("What you wrote was kept by a newer version of this app. It is safe and "
                         "was left as it is. Update the app to open it."));
}

/* Looks at one of the files without following links. A second name (hard link) is refused as a
 * symbolic link is: writing would change somebody else's file. */
static gboolean
look_at (const char *path, gboolean *exists, GStatBuf *info, GError **error)
{
  *exists = g_lstat (path, info) == 0;
  if (!*exists && errno != ENOENT)
    {
      set_system_error (errno, error);
      return FALSE;
    }
  if (*exists && (!S_ISREG (info->st_mode) || info->st_nlink != 1))
    {
      set_not_ours (error);
      return FALSE;
    }

  return TRUE;
}

static guint32
read_number (const guint8 *bytes)
{
  return ((guint32) bytes[0] << 24) | ((guint32) bytes[1] << 16) | ((guint32) bytes[2] << 8)
         | bytes[3];
}

static gboolean
read_header (const char *path, guint8 header[HEADER_SIZE], GError **error)
{
  const int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  gssize n;

  if (fd < 0)
    {
      set_system_error (errno, error);
      return FALSE;
    }

  n = read (fd, header, HEADER_SIZE);
  if (n < 0)
    set_system_error (errno, error);
  else if (n < HEADER_SIZE)
    set_damaged (error);
  close (fd);
  return n == HEADER_SIZE;
}

/* What some file systems leave of a file after the power was cut. */
static gboolean
is_blank (const guint8 header[HEADER_SIZE])
{
  for (guint i = 0; i < HEADER_SIZE; i++)
    if (header[i] != 0)
      return FALSE;

  return TRUE;
}

static gboolean
check_header (const char *path, guint latest, GError **error)
{
  guint8 header[HEADER_SIZE];

  if (!read_header (path, header, error))
    return FALSE;
  if (is_blank (header))
    {
      set_damaged (error);
      return FALSE;
    }
  if (memcmp (header, MAGIC, sizeof MAGIC) != 0
      || read_number (header + APPLICATION_ID_OFFSET) != PIGA_DATABASE_APPLICATION_ID)
    {
      set_not_ours (error);
      return FALSE;
    }
  if (read_number (header + USER_VERSION_OFFSET) > latest)
    {
      piga_database_file_set_too_new (error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_remote (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info
      = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info != NULL
         && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

/* Makes the folder, if it has to, for the person alone, and resolves links in its path: SQLite
 * would refuse them, and some systems have one for all homes. */
static char *
resolve (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *resolved = NULL;
  char *real;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_system_error (errno, error);
      return NULL;
    }

  real = realpath (folder, NULL);
  if (real == NULL)
    {
      set_system_error (errno, error);
      return NULL;
    }
  resolved = g_build_filename (real, name, NULL);
  free (real);
  return g_steal_pointer (&resolved);
}

/* Looks at what SQLite may have left beside the file. Without the file it belongs to nothing: a new
 * file must not inherit it. */
static gboolean
look_beside (PigaDatabaseFile *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *beside = g_strconcat (self->path, suffixes[i], NULL);
      GStatBuf info;
      gboolean exists;

      if (!look_at (beside, &exists, &info, error))
        return FALSE;
      if (!exists)
        continue;
      if (!self->exists && info.st_size > 0)
        {
          set_damaged (error);
          return FALSE;
        }
      self->unclean |= info.st_size > 0;
      /* Left so by a program with other habits; if it cannot be helped, it can still be read. */
      if ((info.st_mode & 0077) != 0)
        (void) !g_chmod (beside, 0600);
    }

  return TRUE;
}

static gboolean
look_at_file (PigaDatabaseFile *self, guint latest, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  GStatBuf info;

  if (!look_at (self->path, &self->exists, &info, error))
    return FALSE;
  if (!self->exists)
    return look_beside (self, error);

  self->size = info.st_size;
  if (!check_header (self->path, latest, error) || !look_beside (self, error))
    return FALSE;

  if ((info.st_mode & 0077) != 0)
    (void) !g_chmod (self->path, 0600);
  if (g_access (self->path, W_OK) != 0 || g_access (folder, W_OK | X_OK) != 0)
    self->flags |= PIGA_DATABASE_READ_ONLY;
  return TRUE;
}

/**
 * piga_database_file_inspect:
 * @path: where the file is or will be
 * @latest: the newest schema that this version knows
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what there is, where it can be used
 */
PigaDatabaseFile *
piga_database_file_inspect (const char *path, guint latest, GError **error)
{
  g_autoptr (PigaDatabaseFile) self = g_new0 (PigaDatabaseFile, 1);
  g_autofree char *folder = NULL;

  self->path = resolve (path, error);
  if (self->path == NULL || !look_at_file (self, latest, error))
    return NULL;

  folder = g_path_get_dirname (self->path);
  if (is_remote (folder))
    self->flags |= PIGA_DATABASE_REMOTE;
  return g_steal_pointer (&self);
}

/**
 * piga_database_file_free:
 * @self: (transfer full): what was found out
 */
void
piga_database_file_free (PigaDatabaseFile *self)
{
  g_free (self->path);
  g_free (self);
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
  const int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  gboolean made;

  made = fd >= 0 && fchmod (fd, 0600) == 0;
  if (!made)
    set_system_error (errno, error);
  if (fd >= 0)
    close (fd);
  return made;
}

static gboolean
sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean synced;

  synced = fd >= 0 && fsync (fd) == 0;
  if (!synced)
    set_system_error (errno, error);
  if (fd >= 0)
    close (fd);
  return synced;
}

/* Fails with EEXIST where there is a file of that name. */
static gboolean
rename_to_free_name (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;

  /* Some file systems cannot; there, two first starts at once are a small risk. */
  return g_rename (from, to) == 0;
}

/**
 * piga_database_file_publish:
 * @made: a whole, closed file
 * @path: the name it is to have, which nothing has
 * @error: return location for an error
 *
 * Gives a new file its name in one stroke and waits until the disk knows it. When another process
 * was faster, its file stays and ours is dropped.
 *
 * Returns: whether there is a whole file of that name
 */
gboolean
piga_database_file_publish (const char *made, const char *path, GError **error)
{
  if (rename_to_free_name (made, path))
    return sync_folder (path, error);
  if (errno == EEXIST)
    return piga_database_file_discard (made, error);

  set_system_error (errno, error);
  return FALSE;
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

  for (guint i = 0; gone && i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *beside = g_strconcat (path, suffixes[i], NULL);

      gone = g_unlink (beside) == 0 || errno == ENOENT;
    }

  if (!gone)
    set_system_error (errno, error);
  return gone;
}

static gboolean
rename_all (const char *path, const char *target, GError **error)
{
  if (g_rename (path, target) != 0 && errno != ENOENT)
    {
      set_system_error (errno, error);
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (target, suffixes[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          set_system_error (errno, error);
          return FALSE;
        }
    }

  return sync_folder (path, error);
}

/**
 * piga_database_file_set_aside:
 * @path: a file that could not be opened
 * @name: (out) (transfer full): the path under which it can be found now
 * @error: return location for an error
 *
 * Gives the file, and what SQLite has beside it, a name with the time in it. Nothing is deleted.
 *
 * Returns: whether it was done
 */
gboolean
piga_database_file_set_aside (const char *path, char **name, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *target = g_strconcat (path, "-broken-", time, NULL);

  for (guint i = 2; g_file_test (target, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK); i++)
    {
      g_free (target);
      target = g_strdup_printf ("%s-broken-%s-%u", path, time, i);
    }

  if (!rename_all (path, target, error))
    return FALSE;
  *name = g_steal_pointer (&target);
  return TRUE;
}
