/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-file-id.h"

G_BEGIN_DECLS

/**
 * PigaDatabaseStanding:
 * @PIGA_DATABASE_STANDS: every file has its name
 * @PIGA_DATABASE_JOURNAL_LOST: the database has, but not its WAL or journal
 * @PIGA_DATABASE_LOST: its name is free, or that of another file
 *
 * Whether what is open still stands where it was opened.
 */
typedef enum
{
  PIGA_DATABASE_STANDS,
  PIGA_DATABASE_JOURNAL_LOST,
  PIGA_DATABASE_LOST,
} PigaDatabaseStanding;

/* A WAL and a journal, of which SQLite uses one or the other. */
#define PIGA_DATABASE_N_JOURNALS 2

/* Which files an open database has. */
typedef struct
{
  PigaFileId file;
  PigaFileId journals[PIGA_DATABASE_N_JOURNALS];
} PigaDatabasePlace;

gboolean piga_database_place_note (PigaDatabasePlace *self, const char *path);
void piga_database_place_forget_journals (PigaDatabasePlace *self);
PigaDatabaseStanding piga_database_place_check (PigaDatabasePlace *self, const char *path);
void piga_database_place_drop_journals (const PigaDatabasePlace *self, const char *path);

G_END_DECLS
