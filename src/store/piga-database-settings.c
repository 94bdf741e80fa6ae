/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How SQLite is set up. Everything is read back: a setting that did not take is an error, not a
 * hope. */

#include "piga-database-settings.h"

#include <glib/gi18n-lib.h>

#include "piga-error.h"

#define HEAP_LIMIT (512 * 1024 * 1024)

typedef struct
{
  const char *set;
  const char *get;
  gint64 value;
} Setting;

/* Before the first read: an exclusive connection keeps the WAL's index in its own memory, without a
 * third file, and holds off every other process. */
static const Setting settings_of_reading[] = {
  { "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2 },
  { "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", 0 },
  { "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", 1 },
  { "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1 },
  /* In KiB. What was read for a list is not read again, and the rest is near in the system's own
   * cache; two thousand, as SQLite has it, would be room taken for nothing. */
  { "PRAGMA cache_size = -512", "PRAGMA cache_size", -512 },
};

static const Setting settings_of_writing[] = {
  { "PRAGMA synchronous = FULL", "PRAGMA synchronous", 2 },
  { "PRAGMA secure_delete = ON", "PRAGMA secure_delete", 1 },
  { "PRAGMA wal_autocheckpoint = 250", "PRAGMA wal_autocheckpoint", 250 },
  { "PRAGMA journal_size_limit = 4194304", "PRAGMA journal_size_limit", 4194304 },
  /* So that "optimize" looks at a part of a great table only. */
  { "PRAGMA analysis_limit = 400", "PRAGMA analysis_limit", 400 },
};

static const struct
{
  int limit;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 100 * 1000 },
  { SQLITE_LIMIT_EXPR_DEPTH, 50 },
  { SQLITE_LIMIT_ATTACHED, 1 },
};

static const struct
{
  int option;
  int value;
} options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  /* Until the file is known to be ours, closing must not write into it. */
  { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
};

static void
set_setting_error (GError **error)
{
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_FAILED,
                       _ ("The library that keeps your words does not work as it should on this "
                          "computer. Nothing was changed."));
}

static gboolean
apply_limits (PigaDatabase *self, GError **error)
{
  sqlite3 *handle = piga_database_get_handle (self);

  sqlite3_hard_heap_limit64 (HEAP_LIMIT);
  if (sqlite3_hard_heap_limit64 (-1) != HEAP_LIMIT)
    {
      set_setting_error (error);
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      sqlite3_limit (handle, limits[i].limit, limits[i].value);
      if (sqlite3_limit (handle, limits[i].limit, -1) != limits[i].value)
        {
          set_setting_error (error);
          return FALSE;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int value = -1;

      if (sqlite3_db_config (handle, options[i].option, options[i].value, &value) != SQLITE_OK
          || value != options[i].value)
        {
          set_setting_error (error);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
apply_settings (PigaDatabase *self, const Setting *settings, guint n_settings, GError **error)
{
  for (guint i = 0; i < n_settings; i++)
    {
      gint64 value = -1;

      if (!piga_database_execute (self, settings[i].set, error)
          || !piga_database_get_integer (self, settings[i].get, &value, error))
        return FALSE;
      if (value != settings[i].value)
        {
          set_setting_error (error);
          return FALSE;
        }
    }

  return TRUE;
}

/* A part of the schema that makes no sense, or a file that is too short, then hides no more than it
 * has to. */
static gboolean
allow_damage (PigaDatabase *self, GError **error)
{
  int defensive = -1;

  sqlite3_db_config (piga_database_get_handle (self), SQLITE_DBCONFIG_DEFENSIVE, 0, &defensive);
  if (defensive != 0)
    set_setting_error (error);
  return defensive == 0 && piga_database_execute (self, "PRAGMA writable_schema = ON", error);
}

static gboolean
set_word (PigaDatabase *self, const char *set, const char *get, const char *word, GError **error)
{
  gboolean is_set;

  if (!piga_database_ask_word (self, set, word, &is_set, error)
      || !piga_database_ask_word (self, get, word, &is_set, error))
    return FALSE;
  if (!is_set)
    set_setting_error (error);
  return is_set;
}

/**
 * piga_database_configure:
 * @self: a database that was just connected
 * @error: return location for an error
 *
 * Makes the settings for reading, which write nothing.
 *
 * Returns: whether all were taken
 */
gboolean
piga_database_configure (PigaDatabase *self, GError **error)
{
  if (!apply_limits (self, error)
      || (piga_database_is_damaged (self) && !allow_damage (self, error))
      || !set_word (self, "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA locking_mode", "exclusive",
                    error)
      || !apply_settings (self, settings_of_reading, G_N_ELEMENTS (settings_of_reading), error))
    return FALSE;
  if (piga_database_is_read_only (self))
    return TRUE;

  return apply_settings (self, settings_of_writing, G_N_ELEMENTS (settings_of_writing), error);
}

static gboolean
set_journal (PigaDatabase *self, gboolean is_remote, GError **error)
{
  gboolean is_wal = FALSE;

  if (!is_remote
      && !piga_database_ask_word (self, "PRAGMA journal_mode = WAL", "wal", &is_wal, error))
    return FALSE;

  return is_wal
         || set_word (self, "PRAGMA journal_mode = TRUNCATE", "PRAGMA journal_mode", "truncate",
                      error);
}

/**
 * piga_database_configure_writing:
 * @self: a database that may be written
 * @is_remote: whether the file lies on another computer, where WAL is not safe
 * @error: return location for an error
 *
 * Makes the settings that write into the file, or let closing do so.
 *
 * Returns: whether all were taken
 */
gboolean
piga_database_configure_writing (PigaDatabase *self, gboolean is_remote, GError **error)
{
  int no_checkpoint = -1;

  if (!set_journal (self, is_remote, error))
    return FALSE;

  sqlite3_db_config (piga_database_get_handle (self), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0,
                     &no_checkpoint);
  if (no_checkpoint != 0)
    set_setting_error (error);
  return no_checkpoint == 0;
}
