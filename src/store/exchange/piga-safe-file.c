/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that is there whole or not at all. It is written under another name beside its place,
 * readable by its owner only, brought to the disk, and only then given its name; until then,
 * whatever had the name stays as it was, and where the work is given up nothing is left behind.
 * Where the program was killed, the next file that is made in the same folder takes away what was
 * left.
 *
 * A place that has no path on this computer (GVfs without its FUSE mount) allows none of this from
 * here. There GIO writes, and replaces what was there when the stream is closed, as well as the
 * place can do that. */

#include "piga-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gfiledescriptorbased.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "piga-file-error.h"

/* Before so many hexadecimal digits: the name of a file that is being written. */
#define TEMPORARY_PREFIX ".piga-hatua-"
#define N_DIGITS 16

/* In seconds: nobody writes a file for longer. */
#define LONGEST_WORK (24 * 60 * 60)

struct _PigaSafeFile
{
  GObject parent_instance;

  GFile *target;
  GFile *temporary; /* NULL where GIO replaces the target itself */
  GOutputStream *stream;
};

G_DEFINE_FINAL_TYPE (PigaSafeFile, piga_safe_file, G_TYPE_OBJECT)

/* GIO leaves the old file in place where the stream of a replacement is closed when that was
 * cancelled already. */
static void
abandon_stream (PigaSafeFile *self)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (self->stream, cancelled, NULL);
}

static void
piga_safe_file_dispose (GObject *object)
{
  PigaSafeFile *self = PIGA_SAFE_FILE (object);

  if (self->stream != NULL)
    abandon_stream (self);
  if (self->temporary != NULL)
    g_unlink (g_file_peek_path (self->temporary));
  g_clear_object (&self->stream);
  g_clear_object (&self->temporary);
  g_clear_object (&self->target);

  G_OBJECT_CLASS (piga_safe_file_parent_class)->dispose (object);
}

static void
piga_safe_file_class_init (PigaSafeFileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_safe_file_dispose;
}

static void
piga_safe_file_init (PigaSafeFile *self)
{
}

static void
set_errno_error (GError **error, int number)
{
  piga_file_error_propagate_writing (
    error, g_error_new_literal (G_IO_ERROR, (int) g_io_error_from_errno (number), ""));
}

/* Whether there is nothing of that name, or an ordinary file. A symbolic link is refused, as what
 * it leads to would not be the file that the person sees. */
static gboolean
check_target (GFile *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (target, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                       cancellable, &cause);

  if (info == NULL && g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
  else if (info != NULL)
    g_set_error_literal (&cause, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "");
  piga_file_error_propagate_writing (error, g_steal_pointer (&cause));
  return FALSE;
}

static GFile *
choose_temporary (GFile *target)
{
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autofree char *name =
    g_strdup_printf (TEMPORARY_PREFIX "%08x%08x", g_random_int (), g_random_int ());

  return g_file_get_child (folder, name);
}

static gboolean
is_temporary_name (const char *name)
{
  const gsize length = strlen (TEMPORARY_PREFIX);

  return g_str_has_prefix (name, TEMPORARY_PREFIX) && strlen (name) == length + N_DIGITS
         && strspn (name + length, "0123456789abcdef") == N_DIGITS;
}

/* Whether a file of that name is one that was left long before @new was begun. Both times are those
 * of the file system, whatever this computer's clock says. */
static gboolean
is_left_over (const char *path, const GStatBuf *new)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0 && S_ISREG (info.st_mode)
         && info.st_uid == new->st_uid &&info.st_mtime < new->st_mtime - LONGEST_WORK;
}

/* What cannot be taken away stays; the file that is being made does not depend on it. */
static void
remove_left_over (PigaSafeFile *self)
{
  g_autofree char *path = g_path_get_dirname (g_file_peek_path (self->temporary));
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  GStatBuf new;
  const char *name;

  if (folder == NULL || g_lstat (g_file_peek_path (self->temporary), &new) != 0)
    return;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *other = g_build_filename (path, name, NULL);

      if (is_temporary_name (name) && is_left_over (other, &new))
        g_unlink (other);
    }
}

static gboolean
open_stream (PigaSafeFile *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (g_file_peek_path (self->target) != NULL)
    {
      g_autoptr (GFile) temporary = choose_temporary (self->target);

      self->stream =
        G_OUTPUT_STREAM (g_file_create (temporary, G_FILE_CREATE_PRIVATE, cancellable, &cause));
      if (self->stream != NULL)
        self->temporary = g_steal_pointer (&temporary);
    }
  else
    {
      self->stream = G_OUTPUT_STREAM (
        g_file_replace (self->target, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, &cause));
    }

  if (self->stream == NULL)
    piga_file_error_propagate_writing (error, g_steal_pointer (&cause));
  return self->stream != NULL;
}

/**
 * piga_safe_file_new:
 * @target: the file to make or to replace
 * @cancellable: (nullable): stops the work
 * @error: return location for a #PigaError
 *
 * Begins to write a file. It is given up when the object goes before it was committed. What was
 * left in the folder by a program that was killed, more than a day ago, is removed.
 *
 * Returns: (transfer full) (nullable): the file
 */
PigaSafeFile *
piga_safe_file_new (GFile *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (PigaSafeFile) self = g_object_new (PIGA_TYPE_SAFE_FILE, NULL);

  self->target = g_object_ref (target);
  if (!check_target (target, cancellable, error) || !open_stream (self, cancellable, error))
    return NULL;
  if (self->temporary != NULL)
    remove_left_over (self);
  return g_steal_pointer (&self);
}

/**
 * piga_safe_file_write:
 * @self: a file that is not finished
 * @data: (array length=length): what to write
 * @length: how many bytes
 * @cancellable: (nullable): stops the work
 * @error: return location for a #PigaError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all of @data was written
 */
gboolean
piga_safe_file_write (PigaSafeFile *self, gconstpointer data, gsize length,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (g_output_stream_write_all (self->stream, data, length, NULL, cancellable, &cause))
    return TRUE;

  piga_file_error_propagate_writing (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
sync_stream (PigaSafeFile *self, GError **error)
{
  if (self->temporary == NULL)
    return TRUE;
  if (fsync (g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (self->stream))) == 0)
    return TRUE;

  set_errno_error (error, errno);
  return FALSE;
}

/**
 * piga_safe_file_finish:
 * @self: a file to which everything was written
 * @cancellable: (nullable): stops the work
 * @error: return location for a #PigaError, or %G_IO_ERROR_CANCELLED
 *
 * Brings everything to the disk.
 *
 * Returns: (transfer none) (nullable): where it can be read now, to see whether it is right
 */
GFile *
piga_safe_file_finish (PigaSafeFile *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!sync_stream (self, error))
    return NULL;
  if (!g_output_stream_close (self->stream, cancellable, &cause))
    {
      piga_file_error_propagate_writing (error, g_steal_pointer (&cause));
      return NULL;
    }

  g_clear_object (&self->stream);
  return self->temporary != NULL ? self->temporary : self->target;
}

/* So that the name, too, outlives a power cut. Some file systems do not know how. */
static gboolean
sync_folder (PigaSafeFile *self, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->target);
  g_autofd int fd = open (g_file_peek_path (folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0 && (fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS))
    return TRUE;

  set_errno_error (error, errno);
  return FALSE;
}

/**
 * piga_safe_file_commit:
 * @self: a finished file
 * @error: return location for a #PigaError
 *
 * Gives the file its name.
 *
 * Returns: whether it is in its place now, for good
 */
gboolean
piga_safe_file_commit (PigaSafeFile *self, GError **error)
{
  if (self->temporary == NULL)
    return TRUE;
  if (g_rename (g_file_peek_path (self->temporary), g_file_peek_path (self->target)) != 0)
    {
      set_errno_error (error, errno);
      return FALSE;
    }

  g_clear_object (&self->temporary);
  return sync_folder (self, error);
}
