/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder of backups: the one beside the database, or a second place that the person chose, where
 * those of other computers may lie as well. */

#include "piga-backup-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "piga-backup-plan.h"
#include "piga-database-file.h"
#include "piga-error.h"

#define FOLDER "backups"
#define UNFINISHED ".piga-hatua-"
/* Whatever was not touched for this long is not being written any more. */
#define UNFINISHED_FOR (60 * 60)

/**
 * piga_backup_file_free:
 * @self: (transfer full): what is known of a file
 */
void
piga_backup_file_free (PigaBackupFile *self)
{
  g_free (self->path);
  g_free (self);
}

/**
 * piga_backup_folder_get_path:
 * @database: the path of the database
 *
 * Returns: (transfer full): the folder of its backups
 */
char *
piga_backup_folder_get_path (const char *database)
{
  g_autofree char *folder = g_path_get_dirname (database);

  return g_build_filename (folder, FOLDER, NULL);
}

/**
 * piga_backup_folder_ensure:
 * @folder: the folder beside the database
 * @error: return location for an error
 *
 * Makes the folder, if it has to, for the person alone. Whatever else has its name is left as it
 * is: a link may lead anywhere.
 *
 * Returns: whether it is there
 */
gboolean
piga_backup_folder_ensure (const char *folder, GError **error)
{
  GStatBuf info;

  if (g_mkdir (folder, 0700) == 0)
    return TRUE;
  if (errno != EEXIST || g_lstat (folder, &info) != 0)
    {
      piga_database_file_set_system_error (errno, error);
      return FALSE;
    }
  if (!S_ISDIR (info.st_mode))
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_NOT_OURS,
                           /* Translators: “backups” is the name of a folder, and stays. */
                           _ ("A file or a link is where the folder “backups” should be. Move it "
                              "to another place, then try again."));
      return FALSE;
    }

  if ((info.st_mode & 0077) != 0)
    (void) !g_chmod (folder, 0700);
  return TRUE;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const PigaBackupName *one = &((const PigaBackupFile *) a)->name;
  const PigaBackupName *other = &((const PigaBackupFile *) b)->name;

  if (one->time != other->time)
    return (one->time < other->time) - (one->time > other->time);
  return (one->number < other->number) - (one->number > other->number);
}

/* Of one series, whose clock may have jumped. */
static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const PigaBackupName *one = &((const PigaBackupFile *) a)->name;
  const PigaBackupName *other = &((const PigaBackupFile *) b)->name;

  return (one->number < other->number) - (one->number > other->number);
}

static PigaBackupFile *
look_at (const char *folder, const char *text)
{
  g_autoptr (PigaBackupFile) file = g_new0 (PigaBackupFile, 1);

  if (!piga_backup_name_parse (text, &file->name))
    return NULL;

  file->path = g_build_filename (folder, text, NULL);
  file->is_whole = piga_database_file_is_whole (file->path, &file->size);
  return g_steal_pointer (&file);
}

/**
 * piga_backup_folder_list:
 * @folder: a folder; where it is not there, it has no backups
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PigaBackupFile) (nullable): all that have the name of a
 *   backup, the newest first, as their clocks said
 */
GPtrArray *
piga_backup_folder_list (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) files =
    g_ptr_array_new_with_free_func ((GDestroyNotify) piga_backup_file_free);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &cause);
  const char *text;

  if (dir == NULL && !g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      piga_database_file_set_system_error (errno, error);
      return NULL;
    }

  while (dir != NULL && (text = g_dir_read_name (dir)) != NULL)
    {
      PigaBackupFile *file = look_at (folder, text);

      if (file != NULL)
        g_ptr_array_add (files, file);
    }

  g_ptr_array_sort_values (files, compare_times);
  return g_steal_pointer (&files);
}

/* Leaves those of one series that are whole, the highest number first. */
static void
keep_series (GPtrArray *files, const char *series)
{
  for (guint i = files->len; i > 0; i--)
    {
      const PigaBackupFile *file = files->pdata[i - 1];

      if (!file->is_whole || !g_str_equal (file->name.series, series))
        g_ptr_array_remove_index (files, i - 1);
    }

  g_ptr_array_sort_values (files, compare_numbers);
}

static PigaBackupFile *
take_newest (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      const PigaBackupFile *file = files->pdata[i];
      char series[PIGA_BACKUP_SERIES_LENGTH + 1];

      if (!file->is_whole)
        continue;
      g_strlcpy (series, file->name.series, sizeof series);
      keep_series (files, series);
      return g_ptr_array_steal_index (files, 0);
    }

  return NULL;
}

/**
 * piga_backup_folder_get_newest:
 * @folder: a folder, which need not be there
 *
 * Returns: (transfer full) (nullable): the newest backup that is whole
 */
PigaBackupFile *
piga_backup_folder_get_newest (const char *folder)
{
  g_autoptr (GPtrArray) files = piga_backup_folder_list (folder, NULL);

  return files != NULL ? take_newest (files) : NULL;
}

/**
 * piga_backup_folder_choose_name:
 * @folder: the folder beside the database
 * @reason: why a backup is made
 * @now: what the clock says, in microseconds since 1970
 * @name: (out): the next name of the series
 */
void
piga_backup_folder_choose_name (const char *folder, PigaBackupReason reason, gint64 now,
                                PigaBackupName *name)
{
  g_autoptr (GPtrArray) files = piga_backup_folder_list (folder, NULL);
  g_autoptr (PigaBackupFile) newest = files != NULL ? take_newest (files) : NULL;

  name->time = now;
  name->reason = reason;
  name->number = 1;
  if (newest == NULL)
    {
      g_snprintf (name->series, sizeof name->series, "%08x", g_random_int ());
      return;
    }

  g_strlcpy (name->series, newest->name.series, sizeof name->series);
  name->number = newest->name.number + 1;
}

static void
drop (PigaBackupEntry *entries, guint n_entries, GPtrArray *files)
{
  for (guint i = 0; i < n_entries; i++)
    if (!entries[i].is_kept)
      (void) !g_unlink (((PigaBackupFile *) files->pdata[i])->path);
}

/**
 * piga_backup_folder_prune:
 * @folder: a folder
 * @series: whose backups
 * @now: what the clock says, in microseconds since 1970
 *
 * Removes those of @series that piga_backup_plan() does not keep, as far as that can be done. What
 * is not whole is not touched.
 */
void
piga_backup_folder_prune (const char *folder, const char *series, gint64 now)
{
  g_autoptr (GPtrArray) files = piga_backup_folder_list (folder, NULL);
  g_autofree PigaBackupEntry *entries = NULL;

  if (files == NULL)
    return;

  keep_series (files, series);
  entries = g_new0 (PigaBackupEntry, files->len);
  for (guint i = 0; i < files->len; i++)
    entries[i].name = ((PigaBackupFile *) files->pdata[i])->name;
  piga_backup_plan (entries, files->len, now);
  drop (entries, files->len, files);
}

static void
adopt (const char *folder, const char *path)
{
  PigaBackupName name;
  g_autofree char *text = NULL;
  g_autofree char *target = NULL;
  gboolean is_taken;
  gint64 size;
  GStatBuf info;

  if (!piga_database_file_is_whole (path, &size) || g_lstat (path, &info) != 0
      || !piga_backup_folder_ensure (folder, NULL))
    return;

  piga_backup_folder_choose_name (folder, PIGA_BACKUP_UPDATE, info.st_mtime * G_TIME_SPAN_SECOND,
                                  &name);
  text = piga_backup_name_to_text (&name);
  target = g_build_filename (folder, text, NULL);
  piga_database_file_publish (path, target, &is_taken, NULL);
}

/**
 * piga_backup_folder_adopt:
 * @database: the path of the database
 *
 * The versions before this one kept a copy from before a new schema beside the database, as
 * "piga-hatua.db-schema-1": makes each of them a backup like the others.
 */
void
piga_backup_folder_adopt (const char *database)
{
  g_autofree char *folder = piga_backup_folder_get_path (database);

  /* No later version makes any. */
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s-schema-%u", database, i);

      adopt (folder, path);
    }
}

/**
 * piga_backup_folder_make_unfinished:
 * @folder: a folder that is there
 * @error: return location for an error
 *
 * Makes an empty file that is no backup yet. A stick may know nothing of who may read what.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
piga_backup_folder_make_unfinished (const char *folder, GError **error)
{
  g_autofree char *path =
    g_strdup_printf ("%s/" UNFINISHED "%08x%08x", folder, g_random_int (), g_random_int ());
  g_autofd int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      piga_database_file_set_system_error (errno, error);
      return NULL;
    }
  return g_steal_pointer (&path);
}

/**
 * piga_backup_folder_sweep:
 * @folder: a folder
 * @now: what the clock says, in microseconds since 1970
 *
 * Removes what a process that was killed has left of a backup that it was writing.
 */
void
piga_backup_folder_sweep (const char *folder, gint64 now)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, UNFINISHED) && g_lstat (path, &info) == 0
          && S_ISREG (info.st_mode) && info.st_mtime < now / G_TIME_SPAN_SECOND - UNFINISHED_FOR)
        (void) !g_unlink (path);
    }
}
