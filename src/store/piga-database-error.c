/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What SQLite says, as a person needs to hear it. */

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "piga-database.h"
#include "piga-error.h"

static PigaError
get_meaning (sqlite3 *handle, int code)
{
  /* The file ends where it should not. */
  if (code == SQLITE_IOERR_SHORT_READ)
    return PIGA_ERROR_CORRUPT;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PIGA_ERROR_BUSY;
    case SQLITE_FULL:
      return PIGA_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return PIGA_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return PIGA_ERROR_CORRUPT;
    case SQLITE_TOOBIG:
    case SQLITE_CONSTRAINT:
      return PIGA_ERROR_INVALID;
    default:
      break;
    }

  switch (handle != NULL ? sqlite3_system_errno (handle) : 0)
    {
    case ENOSPC:
    case EDQUOT:
      return PIGA_ERROR_FULL;
    case EROFS:
    case EACCES:
    case EPERM:
      return PIGA_ERROR_READ_ONLY;
    default:
      return PIGA_ERROR_FAILED;
    }
}

static const char *
get_sentence (PigaError meaning)
{
  switch (meaning)
    {
    case PIGA_ERROR_BUSY:
      return _ ("Another program is using what you wrote. Close it there and try again.");
    case PIGA_ERROR_FULL:
      return _ ("The disk is full. Nothing was lost. Make some room on the disk.");
    case PIGA_ERROR_READ_ONLY:
      return _ ("The place where your words are kept cannot be written to. "
                "What is already there is safe and can be read.");
    case PIGA_ERROR_CORRUPT:
      return _ ("The file that holds your words is damaged. It was left as it is.");
    case PIGA_ERROR_INVALID:
      return _ ("This could not be kept: something in it is not allowed there.");
    case PIGA_ERROR_NOT_FOUND:
    case PIGA_ERROR_CONFLICT:
    case PIGA_ERROR_NOT_OURS:
    case PIGA_ERROR_TOO_NEW:
    case PIGA_ERROR_FAILED:
      break;
    }

  return _ ("The disk did not do its work. Nothing was lost. Try again.");
}

/**
 * piga_database_set_error:
 * @self: the database
 * @code: what SQLite returned
 * @error: return location for a #PigaError
 *
 * Says what happened to a person. Neither SQL nor values get into the message, nor into a log.
 */
void
piga_database_set_error (PigaDatabase *self, int code, GError **error)
{
  sqlite3 *handle = piga_database_get_handle (self);
  PigaError meaning;

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The work was stopped."));
      return;
    }

  meaning = get_meaning (handle, code);
  g_debug ("SQLite returned %d (%s)", code, sqlite3_errstr (code));
  g_set_error_literal (error, PIGA_ERROR, meaning, get_sentence (meaning));
}
