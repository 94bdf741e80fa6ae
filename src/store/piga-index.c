/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The full-text index of one kind of record. Saving does not touch it, as that would cost more than
 * the rest of a save: each word has a place of its own in the index. Triggers note which rows it
 * does not know as they are; it is taught them when nobody waits, and always before it is asked. */

#include "piga-index.h"

#include <string.h>

#include "piga-statement.h"

/* How many rows the index is taught at one stroke: some ten milliseconds. */
#define MOST_TAUGHT 100

struct _PigaIndex
{
  guint n_searched;

  char *find_unindexed;
  char *unlearn;
  char *learn;
  char *forget;
  char *rebuild;
  char *search;
  char *search_rows;
  char *read_row;
};

/* The names of the searched fields, each after @before. */
static char *
join_searched (PigaRecordClass *klass, const char *before)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if ((klass->fields[i].flags & PIGA_FIELD_SEARCHED) == 0)
        continue;
      g_string_append (text, text->len > 0 ? ", " : "");
      g_string_append (text, before);
      g_string_append (text, klass->fields[i].name);
    }

  return g_string_free_and_steal (text);
}

/* The column of the record that one of this kind belongs to: its first link. */
static const char *
get_link (PigaRecordClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == PIGA_FIELD_LINK)
      return klass->fields[i].name;

  return "NULL";
}

static void
make_statements (PigaIndex *self, PigaRecordClass *klass)
{
  const char *kind = klass->kind;
  g_autofree char *names = join_searched (klass, "");
  g_autofree char *first = g_strndup (names, strcspn (names, ","));
  g_autofree char *prefix = g_strconcat (kind, ".", NULL);
  g_autofree char *qualified = join_searched (klass, prefix);

  self->find_unindexed = g_strconcat ("SELECT min (row), count (*) FROM (SELECT row FROM ", kind,
                                      "_unindexed ORDER BY row DESC LIMIT :most)", NULL);
  self->unlearn = g_strconcat ("INSERT INTO ", kind, "_search (", kind, "_search, rowid, ", names,
                               ") SELECT 'delete', row, ", names, " FROM ", kind,
                               "_unindexed WHERE row >= :row AND ", first, " IS NOT NULL", NULL);
  self->learn = g_strconcat ("INSERT INTO ", kind, "_search (rowid, ", names, ") SELECT row, ",
                             names, " FROM ", kind, " WHERE row IN (SELECT row FROM ", kind,
                             "_unindexed WHERE row >= :row)", NULL);
  self->forget = g_strconcat ("DELETE FROM ", kind, "_unindexed WHERE row >= :row", NULL);
  self->rebuild =
    g_strconcat ("INSERT INTO ", kind, "_search (", kind,
                 "_search) VALUES ('rebuild'); DELETE FROM ", kind, "_unindexed", NULL);
  self->search =
    g_strconcat ("SELECT id, created_at, ", get_link (klass), ", ", qualified, " FROM ", kind,
                 "_search JOIN ", kind, " ON ", kind, ".row = ", kind, "_search.rowid WHERE ", kind,
                 "_search MATCH :query AND deleted_at IS NULL ORDER BY ", kind,
                 "_search.rowid DESC LIMIT :limit", NULL);
  self->search_rows = g_strconcat ("SELECT rowid FROM ", kind, "_search WHERE ", kind,
                                   "_search MATCH :query ORDER BY rowid DESC", NULL);
  self->read_row = g_strconcat ("SELECT id, created_at, ", get_link (klass), ", ", names, " FROM ",
                                kind, " WHERE row = :row AND deleted_at IS NULL", NULL);
}

/**
 * piga_index_new:
 * @klass: a kind of record
 *
 * Returns: (transfer full) (nullable): its index, %NULL where no field is searched
 */
PigaIndex *
piga_index_new (PigaRecordClass *klass)
{
  PigaIndex *self;
  guint n_searched = 0;

  for (guint i = 0; i < klass->n_fields; i++)
    n_searched += (klass->fields[i].flags & PIGA_FIELD_SEARCHED) != 0;
  if (n_searched == 0)
    return NULL;

  self = g_new0 (PigaIndex, 1);
  self->n_searched = n_searched;
  make_statements (self, klass);
  return self;
}

/**
 * piga_index_free:
 * @self: (transfer full): an index
 */
void
piga_index_free (PigaIndex *self)
{
  g_free (self->find_unindexed);
  g_free (self->unlearn);
  g_free (self->learn);
  g_free (self->forget);
  g_free (self->rebuild);
  g_free (self->search);
  g_free (self->search_rows);
  g_free (self->read_row);
  g_free (self);
}

static gboolean
run_from_row (PigaDatabase *database, const char *sql, gint64 row, GError **error)
{
  g_autoptr (PigaStatement) statement = piga_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  piga_statement_bind_integer (statement, ":row", row);
  return piga_statement_run (statement, error);
}

/* Finds the row from which on the index is taught, and how many rows that is. */
static gboolean
find_unindexed (PigaIndex *self, PigaDatabase *database, gint64 *row, gint64 *n_rows,
                GError **error)
{
  g_autoptr (PigaStatement) statement =
    piga_database_prepare (database, self->find_unindexed, error);

  if (statement == NULL)
    return FALSE;

  piga_statement_bind_integer (statement, ":most", MOST_TAUGHT);
  if (piga_statement_step (statement, error) == PIGA_STATEMENT_FAILED)
    return FALSE;

  *row = piga_statement_get_integer (statement, 0);
  *n_rows = piga_statement_get_integer (statement, 1);
  return TRUE;
}

typedef struct
{
  PigaIndex *index;
  gint64 row;
} Lesson;

static gboolean
teach (PigaDatabase *database, gpointer data, GError **error)
{
  const Lesson *lesson = data;
  PigaIndex *self = lesson->index;

  return run_from_row (database, self->unlearn, lesson->row, error)
         && run_from_row (database, self->learn, lesson->row, error)
         && run_from_row (database, self->forget, lesson->row, error);
}

/**
 * piga_index_teach:
 * @self: an index
 * @database: the database, in no transaction
 * @more: (out): whether there is more to teach
 * @error: return location for an error
 *
 * Teaches the index some of what was written since it was last taught, the newest first. The old
 * words of changed texts are taken out of it for good.
 *
 * Returns: whether that was done
 */
gboolean
piga_index_teach (PigaIndex *self, PigaDatabase *database, gboolean *more, GError **error)
{
  Lesson lesson = { self, 0 };
  gint64 n_rows;

  *more = FALSE;
  if (!find_unindexed (self, database, &lesson.row, &n_rows, error))
    return FALSE;
  if (n_rows == 0)
    return TRUE;

  *more = n_rows == MOST_TAUGHT;
  return piga_database_transact (database, teach, &lesson, error);
}

static gboolean
rebuild (PigaDatabase *database, gpointer data, GError **error)
{
  PigaIndex *self = data;

  return piga_database_execute (database, self->rebuild, error);
}

/**
 * piga_index_rebuild:
 * @self: an index that is damaged
 * @database: the database, in no transaction
 * @error: return location for an error
 *
 * Makes the index anew from the texts, which takes about a millisecond for each.
 *
 * Returns: whether that was done
 */
gboolean
piga_index_rebuild (PigaIndex *self, PigaDatabase *database, GError **error)
{
  return piga_database_transact (database, rebuild, self, error);
}

/**
 * piga_index_get_n_texts:
 * @self: an index
 *
 * Returns: how many texts of a record it has
 */
guint
piga_index_get_n_texts (PigaIndex *self)
{
  return self->n_searched;
}

/**
 * piga_index_prepare:
 * @self: an index
 * @database: the database
 * @n_texts: (out): how many texts a row has
 * @error: return location for an error
 *
 * Prepares a search for `:query`, in the syntax of FTS5, with at most `:limit` rows, the newest
 * first: id, time it was made, the record it belongs to or NULL, and the searched fields in the
 * order of their declaration.
 *
 * Returns: (transfer full) (nullable): the statement, to be given back
 */
PigaStatement *
piga_index_prepare (PigaIndex *self, PigaDatabase *database, guint *n_texts, GError **error)
{
  *n_texts = self->n_searched;
  return piga_database_prepare (database, self->search, error);
}

/**
 * piga_index_prepare_rows:
 * @self: an index
 * @database: the database
 * @read_row: (out) (transfer full): the statement that gives for `:row` what a row of
 *   piga_index_prepare() has, unless it is in the trash
 * @error: return location for an error
 *
 * Prepares a search for `:query` that asks only the index, for where a row cannot be read: each row
 * then is read by itself.
 *
 * Returns: (transfer full) (nullable): the statement that gives the rows, the newest first
 */
PigaStatement *
piga_index_prepare_rows (PigaIndex *self, PigaDatabase *database, PigaStatement **read_row,
                         GError **error)
{
  *read_row = piga_database_prepare (database, self->read_row, error);
  return *read_row != NULL ? piga_database_prepare (database, self->search_rows, error) : NULL;
}
