/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a backup to look around in it, and bringing back single records. For everything at once
 * see piga_store_restore_async(). */

#include "backup/piga-backup-check.h"
#include "backup/piga-backup-writer.h"
#include "backup/piga-bring-back.h"
#include "backup/piga-restore.h"
#include "piga-backups-private.h"
#include "piga-migration.h"
#include "piga-schema.h"
#include "piga-store-private.h"

/* Where a backup can be read as it is, by this version. */
typedef struct
{
  PigaStore *store;
  char *path;
  /* A copy with the newest schema, in which everything can be found, or NULL where the backup has
   * both. */
  char *made;
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->store);
  g_free (self->path);
  g_free (self->made);
  g_free (self);
}

/* What was written shortly before a backup was made cannot be found by its words in it. */
static gboolean
is_index_behind (Opening *self, PigaDatabase *backup)
{
  gint64 is_behind = 0;

  for (const GType *kind = self->store->kinds; *kind != G_TYPE_INVALID && is_behind == 0; kind++)
    {
      g_autoptr (PigaRecordClass) klass = g_type_class_ref (*kind);
      g_autofree char *table = g_strconcat (klass->kind, "_unindexed", NULL);
      g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM %s)", table);

      if (piga_schema_has_table (backup, table))
        piga_database_get_integer (backup, sql, &is_behind, NULL);
    }

  return is_behind != 0;
}

static gboolean
look_at (Opening *self, gboolean *is_old, gboolean *is_behind, GError **error)
{
  g_autoptr (PigaDatabase) backup = NULL;
  const guint latest = piga_migration_get_latest (self->store->migrations, error);
  gint64 version = 0;

  if (latest == 0)
    return FALSE;
  backup = piga_backup_open (self->path, latest, error);
  if (backup == NULL || !piga_backup_check_words (backup, error)
      || !piga_database_get_integer (backup, "PRAGMA user_version", &version, error))
    return FALSE;

  *is_old = version < latest;
  *is_behind = is_index_behind (self, backup);
  return TRUE;
}

/* Where that fails, what is in the backup can be read all the same. */
static void
teach (Opening *self)
{
  g_autoptr (GError) error = NULL;
  PigaDatabase *made =
    piga_migration_open_copy (self->made, PIGA_DATABASE_READ_WRITE, self->store->migrations, NULL);

  if (made == NULL)
    return;
  if (!piga_store_update_index (self->store, made, NULL, G_MAXINT64, &error))
    piga_store_repair_index (self->store, made, &error);
  piga_database_close (made, NULL);
}

static void
do_prepare (GTask *part, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_old = FALSE, is_behind = FALSE;
  gboolean done = look_at (self, &is_old, &is_behind, &error);

  if (done && (is_old || is_behind))
    {
      self->made =
        piga_restore_prepare (self->path, self->store->path, self->store->migrations, &error);
      done = self->made != NULL || !is_old;
    }
  if (self->made != NULL)
    teach (self);
  if (done)
    g_task_return_boolean (part, TRUE);
  else
    g_task_return_error (part, g_steal_pointer (&error));
}

static void
on_open (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (piga_store_open_finish (PIGA_STORE (object), result, &error))
    g_task_return_pointer (task, g_object_ref (object), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_prepared (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Opening *self = g_task_get_task_data (task);
  g_autoptr (PigaStore) inside = NULL;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  inside = piga_store_new_for_backup (self->store, self->made != NULL ? self->made : self->path,
                                      self->made != NULL);
  piga_store_open_async (inside, NULL, on_open, g_steal_pointer (&task));
}

/**
 * piga_backups_open_async:
 * @self: the backups
 * @backup: a backup
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Opens a backup as a store that can only be read, for looking around in it.
 */
void
piga_backups_open_async (PigaBackups *self, PigaBackup *backup, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);
  g_autoptr (GTask) part = g_task_new (self, NULL, on_prepared, task);

  opening->store = g_object_ref (self->store);
  opening->path = g_strdup (piga_backup_get_path (backup));
  g_task_set_source_tag (task, piga_backups_open_async);
  g_task_set_source_tag (part, do_prepare);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_set_task_data (part, opening, NULL);
  g_task_run_in_thread (part, do_prepare);
}

/**
 * piga_backups_open_finish:
 * @self: the backups
 * @result: the result
 * @error: return location for a #PigaError
 *
 * Returns: (transfer full) (nullable): a store that is open and can only be read
 */
PigaStore *
piga_backups_open_finish (PigaBackups *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What single records are brought back from. */
typedef struct
{
  PigaStore *inside;
  GPtrArray *records;
  guint n_brought;
  char *before;
} Bringing;

static void
bringing_free (Bringing *self)
{
  g_object_unref (self->inside);
  g_ptr_array_unref (self->records);
  g_free (self->before);
  g_free (self);
}

static PigaStoreWorkResult
bring_back (PigaStore *store, PigaDatabase *to, gpointer data, GError **error)
{
  Bringing *self = data;
  g_autoptr (PigaDatabase) from =
    piga_database_connect (self->inside->path, PIGA_DATABASE_READ_ONLY, error);

  if (from == NULL)
    return PIGA_STORE_WORK_FAILED;

  self->before = piga_backup_write (to, PIGA_BACKUP_RESTORE, error);
  if (self->before == NULL
      || !piga_bring_back_run (from, to, store->kinds, self->records, g_get_real_time (),
                               &self->n_brought, error))
    return PIGA_STORE_WORK_FAILED;
  return self->n_brought > 0 ? PIGA_STORE_WORK_CHANGED : PIGA_STORE_WORK_UNCHANGED;
}

/**
 * piga_backups_bring_back_async:
 * @self: the backups of a store that is open
 * @inside: a backup that was opened with piga_backups_open_async()
 * @records: (element-type PigaRecord): records of @inside
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Brings back records as they are in a backup, with what they belong to and what hangs on them. The
 * present is backed up first; the form of a record that is here goes to the trash.
 */
void
piga_backups_bring_back_async (PigaBackups *self, PigaStore *inside, GPtrArray *records,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Bringing *bringing = g_new0 (Bringing, 1);

  bringing->inside = g_object_ref (inside);
  bringing->records = g_ptr_array_ref (records);
  g_task_set_source_tag (task, piga_backups_bring_back_async);
  g_task_set_task_data (task, bringing, (GDestroyNotify) bringing_free);
  piga_store_work_async (self->store, bring_back, task);
}

/**
 * piga_backups_bring_back_finish:
 * @self: the backups
 * @result: the result
 * @n_brought: (out): how many records are here now that were not, or not in that form
 * @before: (out) (transfer full): the path of a backup of what was there before
 * @error: return location for a #PigaError; nothing was changed then
 *
 * Returns: whether all of them came back
 */
gboolean
piga_backups_bring_back_finish (PigaBackups *self, GAsyncResult *result, guint *n_brought,
                                char **before, GError **error)
{
  Bringing *bringing = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  *n_brought = bringing->n_brought;
  *before = g_steal_pointer (&bringing->before);
  return TRUE;
}
