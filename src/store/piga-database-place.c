/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite goes on reading and writing the files that it has open, whatever becomes of their names.
 * Here it is noticed when another program has moved, deleted or replaced one of them. */

#include "piga-database-place.h"

#include <glib/gstdio.h>

static const char *const suffixes[PIGA_DATABASE_N_JOURNALS] = { "-wal", "-journal" };

/**
 * piga_database_place_note:
 * @self: (out): the place
 * @path: a database that was just opened
 *
 * Returns: whether there is a file
 */
gboolean
piga_database_place_note (PigaDatabasePlace *self, const char *path)
{
  *self = (PigaDatabasePlace) { 0 };
  return piga_file_id_read (path, &self->file);
}

/**
 * piga_database_place_forget_journals:
 * @self: the place of a database whose WAL or journal is about to be made anew
 */
void
piga_database_place_forget_journals (PigaDatabasePlace *self)
{
  for (guint i = 0; i < PIGA_DATABASE_N_JOURNALS; i++)
    self->journals[i] = (PigaFileId) { 0 };
}

/* SQLite makes a journal when it needs one and then keeps it, so that the first that is seen is its
 * own. */
static gboolean
has_journal (PigaFileId *known, const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);
  PigaFileId found;

  piga_file_id_read (beside, &found);
  if (known->device == 0)
    *known = found;
  return piga_file_id_equal (known, &found);
}

/**
 * piga_database_place_check:
 * @self: the place
 * @path: the path by which the database was opened
 *
 * Returns: whether all is still there
 */
PigaDatabaseStanding
piga_database_place_check (PigaDatabasePlace *self, const char *path)
{
  PigaFileId found;

  piga_file_id_read (path, &found);
  if (!piga_file_id_equal (&self->file, &found))
    return PIGA_DATABASE_LOST;

  for (guint i = 0; i < PIGA_DATABASE_N_JOURNALS; i++)
    if (!has_journal (&self->journals[i], path, suffixes[i]))
      return PIGA_DATABASE_JOURNAL_LOST;

  return PIGA_DATABASE_STANDS;
}

/**
 * piga_database_place_drop_journals:
 * @self: the place of a database whose words are all somewhere else by now
 * @path: the path by which it was opened
 *
 * Takes the names away from its WAL or journal, so that no other file of the name @path inherits
 * them. Another program's files stay.
 */
void
piga_database_place_drop_journals (const PigaDatabasePlace *self, const char *path)
{
  for (guint i = 0; i < PIGA_DATABASE_N_JOURNALS; i++)
    {
      g_autofree char *beside = g_strconcat (path, suffixes[i], NULL);
      PigaFileId found;

      if (piga_file_id_read (beside, &found) && piga_file_id_equal (&self->journals[i], &found))
        (void) !g_unlink (beside);
    }
}
