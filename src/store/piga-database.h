/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "piga-database-place.h"

G_BEGIN_DECLS

/* "PIHA" in the header of our files, by which we and file(1) know them. */
#define PIGA_DATABASE_APPLICATION_ID 0x50494841

typedef struct _PigaDatabase PigaDatabase;
typedef struct _PigaStatement PigaStatement;

/**
 * PigaDatabaseFlags:
 * @PIGA_DATABASE_READ_WRITE: the file is there and can be written
 * @PIGA_DATABASE_READ_ONLY: the file or its folder cannot be written
 * @PIGA_DATABASE_REMOTE: the file lies on another computer, where WAL is not safe
 * @PIGA_DATABASE_DAMAGED: the file is damaged and is read as far as that can be done
 */
typedef enum
{
  PIGA_DATABASE_READ_WRITE = 0,
  PIGA_DATABASE_READ_ONLY = 1 << 0,
  PIGA_DATABASE_REMOTE = 1 << 1,
  PIGA_DATABASE_DAMAGED = 1 << 2,
} PigaDatabaseFlags;

/* What is done in one transaction; FALSE with an error takes all of it back. */
typedef gboolean (*PigaDatabaseFunc) (PigaDatabase *database, gpointer data, GError **error);

PigaDatabase *piga_database_connect (const char *path, PigaDatabaseFlags flags, GError **error);
gboolean piga_database_accept (PigaDatabase *self, GError **error);
gboolean piga_database_close (PigaDatabase *self, GError **error);
void piga_database_free (PigaDatabase *self);

PigaDatabaseStanding piga_database_check_place (PigaDatabase *self);
gboolean piga_database_renew_journal (PigaDatabase *self, GError **error);
gboolean piga_database_copy (PigaDatabase *self, const char *path, GError **error);
gboolean piga_database_begin_copy (PigaDatabase *self, const char *path, GError **error);
gboolean piga_database_step_copy (PigaDatabase *self, gint64 duration, gboolean *is_done,
                                  GError **error);
void piga_database_end_copy (PigaDatabase *self);
gboolean piga_database_overwrite (PigaDatabase *self, const char *path, GError **error);
void piga_database_drop_journals (PigaDatabase *self);
void piga_database_abandon (PigaDatabase *self);

const char *piga_database_get_path (PigaDatabase *self);
gboolean piga_database_is_read_only (PigaDatabase *self);
gboolean piga_database_is_damaged (PigaDatabase *self);

PigaStatement *piga_database_prepare (PigaDatabase *self, const char *sql, GError **error);
gboolean piga_database_execute (PigaDatabase *self, const char *sql, GError **error);
gboolean piga_database_get_integer (PigaDatabase *self, const char *sql, gint64 *integer,
                                    GError **error);
gboolean piga_database_ask_word (PigaDatabase *self, const char *sql, const char *expected,
                                 gboolean *is_expected, GError **error);
gboolean piga_database_transact (PigaDatabase *self, PigaDatabaseFunc func, gpointer data,
                                 GError **error);
gboolean piga_database_is_transacting (PigaDatabase *self);
gint64 piga_database_get_changes (PigaDatabase *self);
gboolean piga_database_check (PigaDatabase *self, GError **error);
gboolean piga_database_check_all (PigaDatabase *self, GError **error);

sqlite3 *piga_database_get_handle (PigaDatabase *self);
void piga_database_set_error (PigaDatabase *self, int code, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaDatabase, piga_database_free)

G_END_DECLS
