/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The newest backup, copied to a second place: a stick, or a folder that a portal shows. Such a
 * place may be full, read-only or gone at any byte. What was written is read again and compared
 * before it gets its name. */

#include "piga-backup-copy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/piga-file-error.h"
#include "exchange/piga-safe-file.h"
#include "piga-backup-folder.h"
#include "piga-database-file.h"
#include "piga-error.h"
#include "piga-file-id.h"

#define BLOCK (256 * 1024)

static GInputStream *
open_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  GFileInputStream *stream = g_file_read (file, cancellable, &cause);

  if (stream == NULL)
    piga_file_error_propagate_reading (error, g_steal_pointer (&cause));
  return G_INPUT_STREAM (stream);
}

static gboolean
read_block (GInputStream *stream, guint8 *block, gsize *length, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (g_input_stream_read_all (stream, block, BLOCK, length, cancellable, &cause))
    return TRUE;

  piga_file_error_propagate_reading (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
write_all (GFile *from, PigaSafeFile *to, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = open_file (from, cancellable, error);
  g_autofree guint8 *block = g_malloc (BLOCK);
  gsize length = BLOCK;

  while (stream != NULL && length == BLOCK)
    if (!read_block (stream, block, &length, cancellable, error)
        || !piga_safe_file_write (to, block, length, cancellable, error))
      return FALSE;

  return stream != NULL;
}

static gboolean
check_same (GFile *one, GFile *other, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = open_file (one, cancellable, error);
  g_autoptr (GInputStream) other_stream =
    stream != NULL ? open_file (other, cancellable, error) : NULL;
  g_autofree guint8 *block = g_malloc (BLOCK);
  g_autofree guint8 *other_block = g_malloc (BLOCK);
  gsize length = BLOCK, other_length = BLOCK;
  gboolean is_same = TRUE;

  if (other_stream == NULL)
    return FALSE;

  while (is_same && length == BLOCK)
    {
      if (!read_block (stream, block, &length, cancellable, error)
          || !read_block (other_stream, other_block, &other_length, cancellable, error))
        return FALSE;
      is_same = length == other_length && memcmp (block, other_block, length) == 0;
    }

  if (!is_same)
    g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_CORRUPT,
                         _ ("The copy there differs from the backup. The stick or disk may be "
                            "failing. Choose another one."));
  return is_same;
}

static gboolean
copy (GFile *from, GFile *to, GCancellable *cancellable, GError **error)
{
  g_autoptr (PigaSafeFile) file = piga_safe_file_new (to, cancellable, error);
  GFile *made;

  if (file == NULL || !write_all (from, file, cancellable, error))
    return FALSE;

  made = piga_safe_file_finish (file, cancellable, error);
  return made != NULL && check_same (from, made, cancellable, error)
         && piga_safe_file_commit (file, error);
}

static gboolean
check_place (const char *from, const char *to, GError **error)
{
  PigaFileId own, other;

  if (!g_file_test (to, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_NOT_FOUND,
                           _ ("The second place cannot be reached. If it is a stick, put it in. "
                              "Otherwise choose the folder again."));
      return FALSE;
    }
  if (piga_file_id_follow (from, &own) && piga_file_id_follow (to, &other)
      && piga_file_id_equal (&own, &other))
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                           _ ("The backups are already in this folder. Choose a folder on a "
                              "stick or another disk."));
      return FALSE;
    }

  return TRUE;
}

/**
 * piga_backup_copy_newest:
 * @from: the folder of the backups beside the database
 * @to: the second place
 * @cancellable: (nullable): stops it; what was written is removed
 * @error: return location for a #PigaError about the second place, or %G_IO_ERROR_CANCELLED
 *
 * Copies the newest backup, if it is not there, and removes there those of the same computer that
 * are not needed any more. Blocks for as long as the place does.
 *
 * Returns: whether the newest backup is there; also where there is none yet, but a place
 */
gboolean
piga_backup_copy_newest (const char *from, const char *to, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (PigaBackupFile) newest = piga_backup_folder_get_newest (from);
  g_autofree char *name = newest != NULL ? g_path_get_basename (newest->path) : NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) target = NULL;
  gint64 size;

  if (!check_place (from, to, error))
    return FALSE;
  if (newest == NULL)
    return TRUE;

  source = g_file_new_for_path (newest->path);
  target = g_file_new_build_filename (to, name, NULL);
  if (!piga_database_file_is_whole (g_file_peek_path (target), &size)
      && !copy (source, target, cancellable, error))
    return FALSE;

  piga_backup_folder_prune (to, newest->name.series, g_get_real_time ());
  return TRUE;
}
