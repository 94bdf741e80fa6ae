/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"

G_BEGIN_DECLS

/**
 * PigaDatabaseFile:
 * @path: the path with the symbolic links of its folder resolved
 * @exists: whether there is a file; if not, there is room for a new one
 * @flags: how it can be used
 * @unclean: whether the last program that used it did not close it
 * @size: its size in bytes
 *
 * What can be known of the file without SQLite.
 */
typedef struct
{
  char *path;
  gboolean exists;
  PigaDatabaseFlags flags;
  gboolean unclean;
  gint64 size;
} PigaDatabaseFile;

PigaDatabaseFile *piga_database_file_inspect (const char *path, guint latest, GError **error);
void piga_database_file_free (PigaDatabaseFile *self);
char *piga_database_file_resolve (const char *path, GError **error);

/* Who has it: piga-database-file-locks.c */
gboolean piga_database_file_guard (const char *path, int *guard);
void piga_database_file_unguard (int guard);
gboolean piga_database_file_is_in_use (const char *path);

gboolean piga_database_file_is_whole (const char *path, gint64 *size);

void piga_database_file_set_system_error (int code, GError **error);
void piga_database_file_set_too_new (GError **error);

/* What SQLite puts beside a database; ends with NULL. */
extern const char *const piga_database_file_suffixes[];

/* The names of files: piga-database-file-names.c */
gboolean piga_database_file_make (const char *path, GError **error);
char *piga_database_file_make_unfinished (const char *path, GError **error);
gboolean piga_database_file_sync (const char *path, GError **error);
gboolean piga_database_file_publish (const char *made, const char *path, gboolean *is_taken,
                                     GError **error);
gboolean piga_database_file_discard (const char *path, GError **error);
void piga_database_file_sweep (const char *path, gint64 before);
gboolean piga_database_file_set_aside (const char *path, const char *mark, char **name,
                                       GError **error);
gboolean piga_database_file_set_aside_journals (const char *path, const char *mark, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaDatabaseFile, piga_database_file_free)

G_END_DECLS
