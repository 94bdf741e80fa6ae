/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person wants to know of a backup before they open it. */

#include "piga-backup.h"

#include "backup/piga-backup-check.h"
#include "backup/piga-backup-plan.h"
#include "piga-record.h"
#include "piga-schema.h"
#include "piga-statement.h"

struct _PigaBackup
{
  GObject parent_instance;

  char *path;
  PigaBackupName name;
  gint64 size;
  /* Why it cannot be used, or NULL. */
  GError *error;

  /* In the order of the kinds. */
  const GType *kinds;
  guint *counts;
  PigaDay first_day;
  PigaDay last_day;
};

G_DEFINE_FINAL_TYPE (PigaBackup, piga_backup, G_TYPE_OBJECT)

static void
piga_backup_finalize (GObject *object)
{
  PigaBackup *self = PIGA_BACKUP (object);

  g_free (self->path);
  g_free (self->counts);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (piga_backup_parent_class)->finalize (object);
}

static void
piga_backup_class_init (PigaBackupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = piga_backup_finalize;
}

static void
piga_backup_init (PigaBackup *self)
{
}

static gboolean
read_kind (PigaBackup *self, PigaDatabase *backup, guint i, GError **error)
{
  g_autoptr (PigaRecordClass) klass = g_type_class_ref (self->kinds[i]);
  g_autofree char *sql = g_strconcat ("SELECT count (*), min (created_at), max (created_at) FROM ",
                                      klass->kind, " WHERE deleted_at IS NULL", NULL);
  g_autoptr (PigaStatement) statement = NULL;

  if (!piga_schema_has_table (backup, klass->kind))
    return TRUE;
  statement = piga_database_prepare (backup, sql, error);
  if (statement == NULL || piga_statement_step (statement, error) != PIGA_STATEMENT_ROW)
    return FALSE;

  self->counts[i] = (guint) piga_statement_get_integer (statement, 0);
  if (self->counts[i] > 0)
    {
      const PigaDay first = piga_day_from_time (piga_statement_get_integer (statement, 1));
      const PigaDay last = piga_day_from_time (piga_statement_get_integer (statement, 2));

      self->first_day = self->first_day != PIGA_DAY_NONE ? MIN (self->first_day, first) : first;
      self->last_day = MAX (self->last_day, last);
    }
  return TRUE;
}

static void
read_content (PigaBackup *self, guint latest)
{
  g_autoptr (PigaDatabase) backup = piga_backup_open (self->path, latest, &self->error);

  for (guint i = 0; backup != NULL && self->kinds[i] != G_TYPE_INVALID; i++)
    if (!read_kind (self, backup, i, &self->error))
      return;
}

/**
 * piga_backup_read:
 * @file: a file that may be a backup
 * @kinds: (array zero-terminated=1): the kinds there are, which stay
 * @latest: the newest schema that this version knows
 *
 * Returns: (transfer full): what is known of it
 */
PigaBackup *
piga_backup_read (const PigaBackupFile *file, const GType *kinds, guint latest)
{
  PigaBackup *self = g_object_new (PIGA_TYPE_BACKUP, NULL);
  guint n_kinds = 0;

  while (kinds[n_kinds] != G_TYPE_INVALID)
    n_kinds++;
  self->path = g_strdup (file->path);
  self->name = file->name;
  self->size = file->size;
  self->kinds = kinds;
  self->counts = g_new0 (guint, n_kinds);
  read_content (self, latest);
  return self;
}

/**
 * piga_backup_get_path:
 * @self: a backup
 *
 * Returns: (transfer none): where it is
 */
const char *
piga_backup_get_path (PigaBackup *self)
{
  return self->path;
}

/**
 * piga_backup_get_time:
 * @self: a backup
 *
 * Returns: when it was made, in microseconds since 1970
 */
gint64
piga_backup_get_time (PigaBackup *self)
{
  return self->name.time;
}

/**
 * piga_backup_get_size:
 * @self: a backup
 *
 * Returns: its size in bytes
 */
gint64
piga_backup_get_size (PigaBackup *self)
{
  return self->size;
}

/**
 * piga_backup_get_reason:
 * @self: a backup
 *
 * Returns: why it was made
 */
PigaBackupReason
piga_backup_get_reason (PigaBackup *self)
{
  return self->name.reason;
}

/**
 * piga_backup_get_error:
 * @self: a backup
 *
 * Returns: (transfer none) (nullable): a sentence that says why it cannot be used
 */
const GError *
piga_backup_get_error (PigaBackup *self)
{
  return self->error;
}

/**
 * piga_backup_get_count:
 * @self: a backup
 * @kind: a kind of record
 *
 * Returns: how many it has, without those in the trash
 */
guint
piga_backup_get_count (PigaBackup *self, GType kind)
{
  for (guint i = 0; self->kinds[i] != G_TYPE_INVALID; i++)
    if (self->kinds[i] == kind)
      return self->counts[i];

  return 0;
}

/**
 * piga_backup_get_n_records:
 * @self: a backup
 *
 * Returns: how many records of all kinds it has, without those in the trash
 */
guint
piga_backup_get_n_records (PigaBackup *self)
{
  guint n_records = 0;

  for (guint i = 0; self->kinds[i] != G_TYPE_INVALID; i++)
    n_records += self->counts[i];
  return n_records;
}

/**
 * piga_backup_get_first_day:
 * @self: a backup
 *
 * Returns: the day on which the oldest record in it was made, %PIGA_DAY_NONE where it has none
 */
PigaDay
piga_backup_get_first_day (PigaBackup *self)
{
  return self->first_day;
}

/**
 * piga_backup_get_last_day:
 * @self: a backup
 *
 * Returns: the day on which the newest record in it was made, %PIGA_DAY_NONE where it has none
 */
PigaDay
piga_backup_get_last_day (PigaBackup *self)
{
  return self->last_day;
}

/**
 * piga_backup_get_end:
 * @self: a backup
 *
 * Returns: from when on it may be removed for its age, in microseconds since 1970, where there are
 *   newer ones
 */
gint64
piga_backup_get_end (PigaBackup *self)
{
  return self->name.time + PIGA_BACKUP_DAYS * G_TIME_SPAN_DAY;
}
