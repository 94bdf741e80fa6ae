/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that the person lets out of the program: an export, a table, a sheet. It may go anywhere
 * but over what the store keeps: the database, what SQLite has beside it, and every copy of it. Who
 * chooses one of these, under whatever name, is asked to choose again. */

#include "piga-outside-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/piga-safe-file.h"
#include "piga-error.h"
#include "piga-file-id.h"

/* Where automatic copies are, beside the database. */
#define BACKUPS "backups"

typedef struct
{
  GFile *file;
  GBytes *bytes;
} Work;

static void
work_free (Work *self)
{
  g_object_unref (self->file);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* The database's own name, or one that is made of it: its WAL, a copy from before a new schema,
 * what was set aside. */
static gboolean
is_own_name (const char *name, const char *base)
{
  const gsize length = strlen (base);

  return g_str_has_prefix (name, base) && (name[length] == '\0' || name[length] == '-');
}

/* Where there is no such file yet, its name tells: SQLite would take it for its own. */
static gboolean
has_own_name (const char *path, const char *folder, const char *base)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *parent = g_path_get_dirname (path);
  PigaFileId own, found;

  return is_own_name (name, base) && piga_file_id_follow (folder, &own)
         && piga_file_id_follow (parent, &found) && piga_file_id_equal (&own, &found);
}

/* Whether @path is, or leads to, one of the files in @folder, of those that are named after @base
 * where one is given. */
static gboolean
is_one_of (const char *path, const char *folder, const char *base)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  PigaFileId target;
  const char *name;

  if (dir == NULL || !piga_file_id_follow (path, &target))
    return FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *own = g_build_filename (folder, name, NULL);
      PigaFileId found;

      if ((base == NULL || is_own_name (name, base)) && piga_file_id_read (own, &found)
          && piga_file_id_equal (&target, &found))
        return TRUE;
    }

  return FALSE;
}

/**
 * piga_outside_file_check:
 * @store: a store, in any state
 * @file: where something is to be written, by any path
 * @error: return location for a %PIGA_ERROR_INVALID
 *
 * This may be called on any thread. It looks at the names in the folder of the store and opens
 * nothing.
 *
 * Returns: whether @file is none of those that the store keeps
 */
gboolean
piga_outside_file_check (PigaStore *store, GFile *file, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *folder = g_path_get_dirname (piga_store_get_path (store));
  g_autofree char *base = g_path_get_basename (piga_store_get_path (store));
  g_autofree char *backups = g_build_filename (folder, BACKUPS, NULL);

  /* What has no path is not on this computer. */
  if (path == NULL
      || (!has_own_name (path, folder, base) && !is_one_of (path, folder, base)
          && !is_one_of (path, backups, NULL)))
    return TRUE;

  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                       _ ("Your words are kept in this file. Choose another name or another "
                          "folder."));
  return FALSE;
}

static gboolean
write_file (PigaStore *store, GFile *file, GBytes *bytes, GError **error)
{
  g_autoptr (PigaSafeFile) safe_file = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  if (!piga_outside_file_check (store, file, error))
    return FALSE;

  safe_file = piga_safe_file_new (file, NULL, error);
  return safe_file != NULL && piga_safe_file_write (safe_file, data, length, NULL, error)
         && piga_safe_file_finish (safe_file, NULL, error) != NULL
         && piga_safe_file_commit (safe_file, error);
}

static void
do_write (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (write_file (source, work->file, work->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * piga_outside_file_write_async:
 * @store: the store, in any state
 * @file: the file to make or to replace; a symbolic link is refused
 * @bytes: what goes into it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Writes a file for the person, readable by them only: it is there whole afterwards, or what was
 * there before.
 */
void
piga_outside_file_write_async (PigaStore *store, GFile *file, GBytes *bytes,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->file = g_object_ref (file);
  work->bytes = g_bytes_ref (bytes);
  g_task_set_source_tag (task, piga_outside_file_write_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, do_write);
}

/**
 * piga_outside_file_write_finish:
 * @store: the store
 * @result: the result
 * @error: return location for a #PigaError
 *
 * Returns: whether the file is in its place
 */
gboolean
piga_outside_file_write_finish (PigaStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
