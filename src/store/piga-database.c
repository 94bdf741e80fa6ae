/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one connection to the one file. Every function blocks and has to be called from the thread
 * that connected; the store's worker does. */

#include "piga-database.h"

#include <glib/gstdio.h>

#include "piga-database-copy.h"
#include "piga-database-file.h"
#include "piga-database-settings.h"
#include "piga-statement.h"

#define BUSY_TIMEOUT 5000
/* SQLite has no public name for the lock that keeps everybody else out. */
#define EXCLUSIVE_LOCK 4

struct _PigaDatabase
{
  char *path;
  sqlite3 *handle;
  GThread *thread;
  /* SQL to PigaStatement. */
  GHashTable *statements;
  PigaDatabasePlace place;
  /* One that is being made, or NULL. */
  PigaDatabaseCopy *copy;
  /* A lock of our own, or -1. */
  int guard;
  PigaDatabaseFlags flags;
  /* Until the file is accepted, nothing may be left beside it that was not there. */
  gboolean had_wal;
  gboolean is_accepted;
};

static int
open_handle (PigaDatabase *self)
{
  const int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  g_autofree char *uri = NULL;
  g_autofree char *immutable = NULL;

  self->had_wal = g_file_test (wal, G_FILE_TEST_EXISTS);
  if (!piga_database_is_read_only (self))
    return sqlite3_open_v2 (self->path, &self->handle, flags | SQLITE_OPEN_READWRITE, NULL);

  /* What may not be written cannot be locked either. With a WAL beside it, what stands in the WAL
   * has to be read too; without one, SQLite would want to make it, but for "immutable". */
  if (self->had_wal || g_file_test (journal, G_FILE_TEST_EXISTS))
    return sqlite3_open_v2 (self->path, &self->handle, flags | SQLITE_OPEN_READONLY, "unix-none");

  uri = g_filename_to_uri (self->path, NULL, NULL);
  immutable = g_strconcat (uri, "?immutable=1", NULL);
  return sqlite3_open_v2 (immutable, &self->handle, flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                          NULL);
}

/**
 * piga_database_connect:
 * @path: the absolute path of a file that is there, without symbolic links
 * @flags: how it can be used
 * @error: return location for an error
 *
 * Connects to a file without writing into it. The caller looks whether it likes what it sees and
 * then calls piga_database_accept().
 *
 * Returns: (transfer full) (nullable): the database, which belongs to this thread
 */
PigaDatabase *
piga_database_connect (const char *path, PigaDatabaseFlags flags, GError **error)
{
  g_autoptr (PigaDatabase) self = g_new0 (PigaDatabase, 1);
  int code;

  self->path = g_strdup (path);
  self->flags = flags;
  self->thread = g_thread_self ();
  self->guard = -1;
  self->statements =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) piga_statement_free);

  code = open_handle (self);
  if (code != SQLITE_OK)
    {
      piga_database_set_error (self, code, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT);
  if (!piga_database_place_note (&self->place, path))
    {
      piga_database_set_error (self, SQLITE_CANTOPEN, error);
      return NULL;
    }

  return piga_database_configure (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * piga_database_accept:
 * @self: a database that was looked at and found good
 * @error: return location for an error
 *
 * Allows that it be written.
 *
 * Returns: whether the settings that this needs were taken
 */
gboolean
piga_database_accept (PigaDatabase *self, GError **error)
{
  if (piga_database_is_read_only (self))
    return TRUE;
  if (self->guard < 0 && !piga_database_file_guard (self->path, &self->guard))
    {
      piga_database_set_error (self, SQLITE_BUSY, error);
      return FALSE;
    }

  self->is_accepted =
    piga_database_configure_writing (self, (self->flags & PIGA_DATABASE_REMOTE) != 0, error);
  /* From now on its own files are known. */
  piga_database_check_place (self);
  return self->is_accepted;
}

/**
 * piga_database_check_place:
 * @self: a database that was accepted
 *
 * Returns: whether its files still have their names
 */
PigaDatabaseStanding
piga_database_check_place (PigaDatabase *self)
{
  return piga_database_place_check (&self->place, self->path);
}

/**
 * piga_database_renew_journal:
 * @self: a database whose WAL or journal has lost its name, which nothing has by now
 * @error: return location for an error
 *
 * Brings everything into the database itself and begins a new one.
 *
 * Returns: whether it was done; if not, nothing of what was committed is lost
 */
gboolean
piga_database_renew_journal (PigaDatabase *self, GError **error)
{
  if (!piga_database_execute (self, "PRAGMA journal_mode = DELETE", error))
    return FALSE;

  piga_database_place_forget_journals (&self->place);
  return piga_database_accept (self, error);
}

/**
 * piga_database_begin_copy:
 * @self: a database
 * @path: an empty file
 * @error: return location for an error
 *
 * Begins to copy everything into another file, a part at a time. A copy that was begun before is
 * given up.
 *
 * Returns: whether it was begun
 */
gboolean
piga_database_begin_copy (PigaDatabase *self, const char *path, GError **error)
{
  int code;

  piga_database_end_copy (self);
  self->copy = piga_database_copy_new (piga_database_get_handle (self), path, &code);
  if (self->copy == NULL)
    piga_database_set_error (self, code, error);
  return self->copy != NULL;
}

/**
 * piga_database_step_copy:
 * @self: a database
 * @duration: about how long it may take, in microseconds
 * @is_done: (out): whether all is in the file, and the file is closed
 * @error: return location for an error; a %PIGA_ERROR_BUSY where the copy was given up
 *
 * Returns: whether nothing went wrong; else the copy is given up
 */
gboolean
piga_database_step_copy (PigaDatabase *self, gint64 duration, gboolean *is_done, GError **error)
{
  const int code =
    self->copy != NULL ? piga_database_copy_step (self->copy, duration) : SQLITE_BUSY;

  *is_done = code == SQLITE_DONE;
  if (code == SQLITE_OK)
    return TRUE;

  if (code != SQLITE_DONE)
    piga_database_set_error (self, code, error);
  piga_database_end_copy (self);
  return *is_done;
}

/**
 * piga_database_end_copy:
 * @self: a database
 *
 * Gives up a copy that is being made. Its file stays, and is of no use.
 */
void
piga_database_end_copy (PigaDatabase *self)
{
  g_clear_pointer (&self->copy, piga_database_copy_free);
}

/**
 * piga_database_abandon:
 * @self: (transfer full): a database that lost its name and was copied
 *
 * Lets go of it. It is brought up to date, wherever it is now; what may stand in its place is not
 * touched.
 */
void
piga_database_abandon (PigaDatabase *self)
{
  piga_database_execute (self, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  piga_database_free (self);
}

/**
 * piga_database_drop_journals:
 * @self: a database that lost its name and was copied
 *
 * Takes their names away from the files that SQLite has beside it, as they belong to no other
 * database.
 */
void
piga_database_drop_journals (PigaDatabase *self)
{
  piga_database_place_drop_journals (&self->place, self->path);
}

/**
 * piga_database_close:
 * @self: (transfer full): a database
 * @error: return location for an error
 *
 * Returns: whether everything could be put away
 */
gboolean
piga_database_close (PigaDatabase *self, GError **error)
{
  gboolean closed = TRUE;

  if (!piga_database_is_read_only (self))
    {
      /* A favour to the next who opens it. It reads the search indexes too, and where one of those
       * is damaged, what the person has written is put away all the same. */
      piga_database_execute (self, "PRAGMA optimize", NULL);
      closed = piga_database_execute (self, "PRAGMA wal_checkpoint (TRUNCATE)", error);
    }

  piga_database_free (self);
  return closed;
}

/* SQLite makes an empty WAL only to read a file. Where there was none and the file is not accepted,
 * it goes again, while our lock keeps everybody else from having begun to use it. */
static void
leave_nothing (PigaDatabase *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  GStatBuf info;
  int lock = -1;

  if (self->is_accepted || self->had_wal || self->handle == NULL
      || piga_database_is_read_only (self))
    return;
  if (sqlite3_file_control (self->handle, NULL, SQLITE_FCNTL_LOCKSTATE, &lock) == SQLITE_OK
      && lock == EXCLUSIVE_LOCK && g_lstat (wal, &info) == 0 && info.st_size == 0)
    (void) !g_unlink (wal);
}

/* SQLite takes its WAL away by the name; that may be another program's file by now. */
static void
leave_others (PigaDatabase *self)
{
  if (self->is_accepted && piga_database_check_place (self) != PIGA_DATABASE_STANDS)
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

/**
 * piga_database_free:
 * @self: (transfer full): a database
 *
 * Lets go of the file. What was committed is safe in any case.
 */
void
piga_database_free (PigaDatabase *self)
{
  g_assert (self->thread == g_thread_self ());

  g_hash_table_unref (self->statements);
  piga_database_end_copy (self);
  leave_nothing (self);
  leave_others (self);
  piga_database_file_unguard (self->guard);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement outlived its database");
  /* Not before, as that takes SQLite's own locks off the file. */
  g_clear_fd (&self->guard, NULL);
  g_free (self->path);
  g_free (self);
}

/**
 * piga_database_get_path:
 * @self: a database
 *
 * Returns: (transfer none): the path it was opened by
 */
const char *
piga_database_get_path (PigaDatabase *self)
{
  return self->path;
}

/**
 * piga_database_is_read_only:
 * @self: a database
 *
 * Returns: whether it can only be read
 */
gboolean
piga_database_is_read_only (PigaDatabase *self)
{
  return (self->flags & PIGA_DATABASE_READ_ONLY) != 0;
}

/**
 * piga_database_is_damaged:
 * @self: a database
 *
 * Returns: whether it was opened in order to read what can be read of it
 */
gboolean
piga_database_is_damaged (PigaDatabase *self)
{
  return (self->flags & PIGA_DATABASE_DAMAGED) != 0;
}

/**
 * piga_database_get_handle:
 * @self: a database
 *
 * Returns: (transfer none): SQLite's own handle, for the few who need it
 */
sqlite3 *
piga_database_get_handle (PigaDatabase *self)
{
  g_assert (self->thread == g_thread_self ());
  return self->handle;
}

/**
 * piga_database_prepare:
 * @self: a database
 * @sql: one statement; it is kept prepared
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the statement, to be given back; nobody else may have it
 */
PigaStatement *
piga_database_prepare (PigaDatabase *self, const char *sql, GError **error)
{
  PigaStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = piga_statement_new (self, sql, error);
      if (statement == NULL)
        return NULL;
      g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }

  return piga_statement_borrow (statement);
}

/**
 * piga_database_execute:
 * @self: a database
 * @sql: statements without parameters
 * @error: return location for an error
 *
 * Returns: whether all were done
 */
gboolean
piga_database_execute (PigaDatabase *self, const char *sql, GError **error)
{
  int code = SQLITE_OK;

  while (code == SQLITE_OK && *sql != '\0')
    {
      sqlite3_stmt *statement = NULL;

      code = sqlite3_prepare_v2 (piga_database_get_handle (self), sql, -1, &statement, &sql);
      /* At the end there may be nothing but a comment. */
      while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
        ;
      if (statement != NULL)
        code = sqlite3_finalize (statement);
    }

  if (code != SQLITE_OK)
    piga_database_set_error (self, code, error);
  return code == SQLITE_OK;
}

/**
 * piga_database_get_integer:
 * @self: a database
 * @sql: a statement without parameters that gives one number
 * @integer: (out): the number; untouched where there is no row
 * @error: return location for an error
 *
 * Returns: whether it was done
 */
gboolean
piga_database_get_integer (PigaDatabase *self, const char *sql, gint64 *integer, GError **error)
{
  g_autoptr (PigaStatement) statement = piga_database_prepare (self, sql, error);
  PigaStatementResult result;

  if (statement == NULL)
    return FALSE;

  result = piga_statement_step (statement, error);
  if (result == PIGA_STATEMENT_ROW)
    *integer = piga_statement_get_integer (statement, 0);
  return result != PIGA_STATEMENT_FAILED;
}

/**
 * piga_database_ask_word:
 * @self: a database
 * @sql: a statement without parameters that answers one word
 * @expected: the word that is hoped for
 * @is_expected: (out): whether that was the answer
 * @error: return location for an error
 *
 * Returns: whether it was done
 */
gboolean
piga_database_ask_word (PigaDatabase *self, const char *sql, const char *expected,
                        gboolean *is_expected, GError **error)
{
  g_autoptr (PigaStatement) statement = piga_database_prepare (self, sql, error);

  *is_expected = FALSE;
  if (statement == NULL)
    return FALSE;

  switch (piga_statement_step (statement, error))
    {
    case PIGA_STATEMENT_ROW:
      *is_expected = g_str_equal (piga_statement_get_text (statement, 0, NULL), expected);
      return TRUE;
    case PIGA_STATEMENT_DONE:
      return TRUE;
    case PIGA_STATEMENT_FAILED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

/**
 * piga_database_get_changes:
 * @self: a database
 *
 * Returns: how many rows the last statement changed
 */
gint64
piga_database_get_changes (PigaDatabase *self)
{
  return sqlite3_changes64 (piga_database_get_handle (self));
}

/**
 * piga_database_transact:
 * @self: a database
 * @func: what to do
 * @data: for @func
 * @error: return location for the first error
 *
 * Does something wholly or not at all. A commit that fails is a failure like any other.
 *
 * Returns: whether it was done and is on the disk
 */
gboolean
piga_database_transact (PigaDatabase *self, PigaDatabaseFunc func, gpointer data, GError **error)
{
  if (!piga_database_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (func (self, data, error) && piga_database_execute (self, "COMMIT", error))
    return TRUE;

  /* SQLite has rolled back by itself after some errors; then there is nothing to take back. */
  if (!sqlite3_get_autocommit (self->handle))
    piga_database_execute (self, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * piga_database_is_transacting:
 * @self: a database
 *
 * Returns: whether a transaction is under way
 */
gboolean
piga_database_is_transacting (PigaDatabase *self)
{
  return !sqlite3_get_autocommit (piga_database_get_handle (self));
}

/* What a check says of a value that breaks a rule of its table, while the file holds together: the
 * record can be read, and saving mends it. */
#define IS_DAMAGE                                                                                  \
  "quick_check <> 'ok'"                                                                            \
  " AND quick_check NOT GLOB 'CHECK constraint failed in *'"                                       \
  " AND quick_check NOT GLOB 'NULL value in *'"                                                    \
  " AND quick_check NOT GLOB 'non-* value in *'"

static gboolean
check_with (PigaDatabase *self, const char *sql, GError **error)
{
  gint64 is_damaged = 0;

  if (!piga_database_get_integer (self, sql, &is_damaged, error))
    return FALSE;
  if (is_damaged)
    piga_database_set_error (self, SQLITE_CORRUPT, error);
  return !is_damaged;
}

/**
 * piga_database_check:
 * @self: a database
 * @error: return location for a %PIGA_ERROR_CORRUPT
 *
 * Reads through everything that a person has written, at about 400 MB a second. The search indexes,
 * which are the greater part of the file and can be made again, are left out, and so are the notes
 * that we make for ourselves.
 *
 * Returns: whether it is whole
 */
gboolean
piga_database_check (PigaDatabase *self, GError **error)
{
  return check_with (self,
                     "SELECT EXISTS (SELECT 1"
                     " FROM sqlite_schema AS part, pragma_quick_check (part.name) AS result"
                     " WHERE part.type = 'table' AND part.rootpage > 0 AND part.name <> 'note'"
                     " AND part.name NOT GLOB '*_search_*' AND " IS_DAMAGE ")",
                     error);
}

/**
 * piga_database_check_all:
 * @self: a database
 * @error: return location for a %PIGA_ERROR_CORRUPT
 *
 * Reads through the whole file, and looks whether the search indexes hold together.
 *
 * Returns: whether it is whole
 */
gboolean
piga_database_check_all (PigaDatabase *self, GError **error)
{
  return check_with (self, "SELECT EXISTS (SELECT 1 FROM pragma_quick_check WHERE " IS_DAMAGE ")",
                     error);
}
