/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that a database holds, into another file and back. A copy can be made a few pages at a
 * time: what is written to the database meanwhile by the same connection goes to the copy as well,
 * so that no write makes it start anew. */

#include "piga-database-copy.h"

#include "piga-database-file.h"
#include "piga-statement.h"

/* 256 KiB at once: a fraction of a millisecond where the system has them in its memory. */
#define N_PAGES 64

struct _PigaDatabaseCopy
{
  sqlite3 *to;
  sqlite3_backup *backup;
};

/* If the power goes, the file goes: it needs no journal of its own, and is synced once, at the
 * end. */
static int
set_up (sqlite3 *to)
{
  return sqlite3_exec (to,
                       "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                       " PRAGMA locking_mode = EXCLUSIVE",
                       NULL, NULL, NULL);
}

/**
 * piga_database_copy_new:
 * @from: the connection to the database; it may be closed only after the copy was freed
 * @path: an empty file
 * @code: (out): what SQLite says
 *
 * Returns: (transfer full) (nullable): a copy, not begun
 */
PigaDatabaseCopy *
piga_database_copy_new (sqlite3 *from, const char *path, int *code)
{
  PigaDatabaseCopy *self = g_new0 (PigaDatabaseCopy, 1);
  const int flags =
    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;

  *code = sqlite3_open_v2 (path, &self->to, flags, NULL);
  if (*code == SQLITE_OK)
    *code = set_up (self->to);
  if (*code == SQLITE_OK)
    {
      self->backup = sqlite3_backup_init (self->to, "main", from, "main");
      *code = self->backup != NULL ? SQLITE_OK : sqlite3_extended_errcode (self->to);
    }
  if (*code == SQLITE_OK)
    return self;

  piga_database_copy_free (self);
  return NULL;
}

/**
 * piga_database_copy_free:
 * @self: (transfer full): a copy, finished or not
 */
void
piga_database_copy_free (PigaDatabaseCopy *self)
{
  if (self->backup != NULL)
    sqlite3_backup_finish (self->backup);
  sqlite3_close (self->to);
  g_free (self);
}

/**
 * piga_database_copy_step:
 * @self: a copy
 * @duration: about how long it may take, in microseconds
 *
 * Returns: %SQLITE_OK where there is more to copy, %SQLITE_DONE where all is there, else what went
 *   wrong; the copy is of no use then
 */
int
piga_database_copy_step (PigaDatabaseCopy *self, gint64 duration)
{
  const gint64 end = g_get_monotonic_time () + duration;
  int code;

  do
    code = sqlite3_backup_step (self->backup, N_PAGES);
  while (code == SQLITE_OK && g_get_monotonic_time () < end);

  if (code != SQLITE_DONE)
    return code;

  /* The last pages may be written only now. */
  code = sqlite3_backup_finish (g_steal_pointer (&self->backup));
  return code == SQLITE_OK ? SQLITE_DONE : code;
}

/**
 * piga_database_copy:
 * @self: a database
 * @path: an empty file
 * @error: return location for an error
 *
 * Writes everything that the database holds, as the connection knows it, into another file.
 *
 * Returns: whether it is there, and on the disk
 */
gboolean
piga_database_copy (PigaDatabase *self, const char *path, GError **error)
{
  g_autoptr (PigaStatement) statement = piga_database_prepare (self, "VACUUM INTO :path", error);

  if (statement == NULL)
    return FALSE;

  piga_statement_bind_text (statement, ":path", path);
  return piga_statement_run (statement, error) && piga_database_file_sync (path, error);
}

/**
 * piga_database_overwrite:
 * @self: a database, in no transaction
 * @path: another database, closed and whole
 * @error: return location for an error; nothing was changed then
 *
 * Puts everything that is in another file in the place of all that is in this one, in one
 * transaction.
 *
 * Returns: whether it was done and is on the disk
 */
gboolean
piga_database_overwrite (PigaDatabase *self, const char *path, GError **error)
{
  g_autoptr (PigaDatabase) from = piga_database_connect (path, PIGA_DATABASE_READ_ONLY, error);
  sqlite3 *to = piga_database_get_handle (self);
  sqlite3_backup *backup;
  int code;

  if (from == NULL)
    return FALSE;

  piga_database_end_copy (self);
  backup = sqlite3_backup_init (to, "main", piga_database_get_handle (from), "main");
  if (backup == NULL)
    {
      piga_database_set_error (self, sqlite3_extended_errcode (to), error);
      return FALSE;
    }
  sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);
  if (code != SQLITE_OK)
    {
      piga_database_set_error (self, code, error);
      return FALSE;
    }

  /* It is safe in the WAL. From there it is brought over now: the next save would wait for it. */
  piga_database_execute (self, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  return TRUE;
}
