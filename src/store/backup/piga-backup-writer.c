/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a backup: beside the others, under a name that is none of a backup. It is synced, opened
 * again, checked and counted, and only then gets its name; after that the folder is pruned. */

#include "piga-backup-writer.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "piga-backup-check.h"
#include "piga-backup-folder.h"
#include "piga-database-file.h"
#include "piga-error.h"

/* How often another process may take the name that was chosen. */
#define N_TRIES 3

struct _PigaBackupWriter
{
  char *folder;
  PigaBackupReason reason;
  gint64 now;

  /* The file while it has no name, and how many rows have to be in it. */
  char *making;
  char *counts;
};

/**
 * piga_backup_writer_new:
 * @database: the path of the database
 * @reason: why a backup is made
 * @now: what the clock says, in microseconds since 1970
 *
 * Returns: (transfer full): a backup to be, not begun
 */
PigaBackupWriter *
piga_backup_writer_new (const char *database, PigaBackupReason reason, gint64 now)
{
  PigaBackupWriter *self = g_new0 (PigaBackupWriter, 1);

  self->folder = piga_backup_folder_get_path (database);
  self->reason = reason;
  self->now = now;
  return self;
}

static void
discard (PigaBackupWriter *self)
{
  if (self->making != NULL)
    (void) !g_unlink (self->making);
  g_clear_pointer (&self->making, g_free);
  g_clear_pointer (&self->counts, g_free);
}

/**
 * piga_backup_writer_free:
 * @self: (transfer full): a backup that is complete or given up; the database does not copy into
 *   it any more
 */
void
piga_backup_writer_free (PigaBackupWriter *self)
{
  discard (self);
  g_free (self->folder);
  g_free (self);
}

/**
 * piga_backup_writer_begin:
 * @self: a backup to be
 * @database: the database, on its thread
 * @error: return location for an error
 *
 * Begins, or begins anew.
 *
 * Returns: whether it was begun
 */
gboolean
piga_backup_writer_begin (PigaBackupWriter *self, PigaDatabase *database, GError **error)
{
  discard (self);
  if (!piga_backup_folder_ensure (self->folder, error))
    return FALSE;

  piga_backup_folder_sweep (self->folder, self->now);
  self->making = piga_backup_folder_make_unfinished (self->folder, error);
  return self->making != NULL && piga_database_begin_copy (database, self->making, error);
}

/**
 * piga_backup_writer_step:
 * @self: a backup that was begun
 * @database: the database, on its thread, in no transaction
 * @duration: about how long it may take, in microseconds
 * @is_done: (out): whether everything was copied
 * @error: return location for an error; a %PIGA_ERROR_BUSY where it has to begin anew
 *
 * Returns: whether nothing went wrong
 */
gboolean
piga_backup_writer_step (PigaBackupWriter *self, PigaDatabase *database, gint64 duration,
                         gboolean *is_done, GError **error)
{
  if (!piga_database_step_copy (database, duration, is_done, error))
    return FALSE;
  if (!*is_done)
    return TRUE;

  /* Now, before anything else is written. */
  self->counts = piga_backup_count_rows (database, error);
  return self->counts != NULL;
}

/**
 * piga_backup_writer_settle:
 * @self: a backup that was begun
 * @error: return location for an error
 *
 * Brings to the disk what was copied so far, so that little is left for the end: whatever else is
 * saved waits for as long as the file system needs for that. Any thread will do, while there is no
 * other step.
 *
 * Returns: whether it is there
 */
gboolean
piga_backup_writer_settle (PigaBackupWriter *self, GError **error)
{
  /* SQLite loses its locks on the file by that. Nobody else knows the file. */
  return piga_database_file_sync (self->making, error);
}

/* Before something else is done, nobody has to wait until the search indexes were read, too, which
 * takes most of the time; and a damaged one is no reason not to go on: it can be made again. */
static gboolean
check_content (PigaBackupWriter *self, PigaDatabase *backup, GError **error)
{
  return self->reason == PIGA_BACKUP_DAILY || self->reason == PIGA_BACKUP_ASKED
           ? piga_backup_check (backup, error)
           : piga_backup_check_words (backup, error);
}

static gboolean
check (PigaBackupWriter *self, GError **error)
{
  g_autoptr (PigaDatabase) backup = NULL;
  g_autofree char *counts = NULL;

  /* It is of this version, whatever that is. */
  backup = piga_backup_open (self->making, G_MAXUINT, error);
  if (backup == NULL || !check_content (self, backup, error))
    return FALSE;
  counts = piga_backup_count_rows (backup, error);
  if (counts == NULL)
    return FALSE;

  if (!g_str_equal (counts, self->counts))
    g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_CORRUPT, "");
  return g_str_equal (counts, self->counts);
}

static gboolean
is_good (PigaBackupWriter *self, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (check (self, &cause))
    return TRUE;

  if (g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_CORRUPT))
    g_set_error_literal (
      error, PIGA_ERROR, PIGA_ERROR_CORRUPT,
      _ ("The backup had errors and was not kept. The disk may be failing, or your data may be "
         "damaged. Export your words to another disk."));
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* Returns: (transfer full) (nullable): its path, with the name it has now */
static char *
give_name (PigaBackupWriter *self, PigaBackupName *name, GError **error)
{
  gboolean is_taken = TRUE;

  for (guint i = 0; is_taken && i < N_TRIES; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *path = NULL;

      piga_backup_folder_choose_name (self->folder, self->reason, self->now, name);
      text = piga_backup_name_to_text (name);
      path = g_build_filename (self->folder, text, NULL);
      if (piga_database_file_publish (self->making, path, &is_taken, error))
        return g_steal_pointer (&path);
    }

  if (is_taken)
    piga_database_file_set_system_error (EEXIST, error);
  return NULL;
}

/**
 * piga_backup_writer_complete:
 * @self: a backup into which everything was copied
 * @error: return location for an error
 *
 * Checks the backup, gives it its name and removes those that are not needed any more. This takes
 * its time and needs no database: any thread will do.
 *
 * Returns: (transfer full) (nullable): where it is
 */
char *
piga_backup_writer_complete (PigaBackupWriter *self, GError **error)
{
  PigaBackupName name;
  char *path;

  if (!piga_database_file_sync (self->making, error) || !is_good (self, error))
    return NULL;
  path = give_name (self, &name, error);
  if (path == NULL)
    return NULL;

  g_clear_pointer (&self->making, g_free);
  piga_backup_folder_prune (self->folder, name.series, self->now);
  return path;
}

/**
 * piga_backup_write:
 * @database: the database, on its thread, in no transaction
 * @reason: why a backup is made
 * @error: return location for an error
 *
 * Makes a backup at one stroke, before something is done that may be regretted.
 *
 * Returns: (transfer full) (nullable): where it is
 */
char *
piga_backup_write (PigaDatabase *database, PigaBackupReason reason, GError **error)
{
  g_autoptr (PigaBackupWriter) writer =
    piga_backup_writer_new (piga_database_get_path (database), reason, g_get_real_time ());
  gboolean is_done = FALSE;

  if (!piga_backup_writer_begin (writer, database, error))
    return NULL;
  while (!is_done)
    if (!piga_backup_writer_step (writer, database, G_TIME_SPAN_SECOND, &is_done, error))
      return NULL;

  return piga_backup_writer_complete (writer, error);
}
