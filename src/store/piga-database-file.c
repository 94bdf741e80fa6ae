/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file as the file system sees it. Whatever is not plainly our own file is refused here, before
 * SQLite touches it, so that it stays byte for byte as it is and nothing appears beside it. */

#include "piga-database-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "piga-error.h"

#define HEADER_SIZE 100
#define MAGIC "SQLite format 3"
#define PAGE_SIZE_OFFSET 16
#define N_PAGES_OFFSET 28
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

/**
 * piga_database_file_set_system_error:
 * @code: what the system said, as in errno
 * @error: (out) (optional): return location for a #PigaError
 */
void
piga_database_file_set_system_error (int code, GError **error)
{
  switch (code)
    {
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_READ_ONLY,
                           _ ("The folder where your words are kept may not be used. "
                              "Check who owns it and what it allows."));
      break;
    case ENOSPC:
    case EDQUOT:
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_FULL,
                           _ ("The disk is full. Nothing was lost. Make some room on the disk."));
      break;
    case ENOTDIR:
    case ELOOP:
      g_set_error_literal (
        error, PIGA_ERROR, PIGA_ERROR_FAILED,
        _ ("Where the folder of your words should be, there is a file, or a link "
           "that leads nowhere. Move it to another place, then try again."));
      break;
    default:
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_FAILED,
                           _ ("The disk did not do its work. Nothing was lost. Try again."));
    }
}

static void
set_not_ours (GError **error)
{
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_NOT_OURS,
                       _ ("What stands where your words are kept is not this app's own file. "
                          "It was left as it is."));
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_CORRUPT,
                       _ ("The file that holds your words is damaged. It was left as it is."));
}

/**
 * piga_database_file_set_too_new:
 * @error: (out) (optional): return location for a %PIGA_ERROR_TOO_NEW
 */
void
piga_database_file_set_too_new (GError **error)
{
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_TOO_NEW,
                       _ ("What you wrote was kept by a newer version of this app. It is safe and "
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
      piga_database_file_set_system_error (errno, error);
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
      piga_database_file_set_system_error (errno, error);
      return FALSE;
    }

  n = read (fd, header, HEADER_SIZE);
  if (n < 0)
    piga_database_file_set_system_error (errno, error);
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
is_ours (const guint8 header[HEADER_SIZE])
{
  return memcmp (header, MAGIC, sizeof MAGIC) == 0
         && read_number (header + APPLICATION_ID_OFFSET) == PIGA_DATABASE_APPLICATION_ID;
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
  if (!is_ours (header))
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

/* In a header, 1 stands for the one size that does not fit into two bytes. */
static gint64
get_page_size (const guint8 header[HEADER_SIZE])
{
  const guint size = ((guint) header[PAGE_SIZE_OFFSET] << 8) | header[PAGE_SIZE_OFFSET + 1];

  return size == 1 ? 65536 : size;
}

/**
 * piga_database_file_is_whole:
 * @path: a file
 * @size: (out): its size in bytes; 0 where it cannot be looked at
 *
 * Looks at a database that was closed, such as a backup, without SQLite.
 *
 * Returns: whether it is one of ours, of any version, and as long as it says
 */
gboolean
piga_database_file_is_whole (const char *path, gint64 *size)
{
  guint8 header[HEADER_SIZE];
  GStatBuf info;
  gboolean exists;

  *size = 0;
  if (!look_at (path, &exists, &info, NULL) || !exists)
    return FALSE;

  *size = info.st_size;
  return read_header (path, header, NULL) && is_ours (header)
         && get_page_size (header) * read_number (header + N_PAGES_OFFSET) == info.st_size;
}

static gboolean
is_remote (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info =
    g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info != NULL
         && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

/**
 * piga_database_file_resolve:
 * @path: where the file is or will be
 * @error: return location for an error
 *
 * Makes the folder, if it has to, for the person alone, and resolves links in its path: SQLite
 * would refuse them, and some systems have one for all homes.
 *
 * Returns: (transfer full) (nullable): the path without links
 */
char *
piga_database_file_resolve (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *resolved = NULL;
  char *real;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      /* Nothing can be made in a link that leads nowhere. */
      piga_database_file_set_system_error (errno == ENOENT ? ENOTDIR : errno, error);
      return NULL;
    }

  real = realpath (folder, NULL);
  if (real == NULL)
    {
      piga_database_file_set_system_error (errno, error);
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
  for (guint i = 0; piga_database_file_suffixes[i] != NULL; i++)
    {
      g_autofree char *beside = g_strconcat (self->path, piga_database_file_suffixes[i], NULL);
      GStatBuf info;
      gboolean exists;

      if (!look_at (beside, &exists, &info, error))
        return FALSE;
      if (!exists)
        continue;
      /* Unless another process has made the file just now. */
      if (!self->exists && info.st_size > 0 && g_access (self->path, F_OK) != 0)
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

/* Whoever is killed while it gives a new file its name may leave it the old one, too. */
static void
drop_second_name (const char *path)
{
  GStatBuf info;

  if (g_lstat (path, &info) == 0 && info.st_nlink == 2)
    piga_database_file_sweep (path, G_MININT64);
}

static gboolean
look_at_file (PigaDatabaseFile *self, guint latest, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  GStatBuf info;

  drop_second_name (self->path);
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

  self->path = piga_database_file_resolve (path, error);
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
