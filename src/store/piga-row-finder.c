/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the rows of a table, past pages of it that are damaged. A walk through the table ends at
 * the first page that cannot be read, so there is one from either end. What lies between is known
 * to the indexes; and where these are damaged, too, what is between two places is looked for from
 * the middle of the gap, and again in each half of what then is left. */

#include "piga-row-finder.h"

#include <string.h>

#include "piga-error.h"
#include "piga-row.h"

/* How many gaps are looked into; each takes some microseconds. */
#define MOST_GAPS 4000
/* No row has a higher number: rows are milliseconds since 1970, and this is the year 2248. */
#define LAST_ROW (G_GINT64_CONSTANT (1) << 43)

typedef struct
{
  PigaDatabase *database;
  const char *kind;
  GArray *found;
  /* The rows of these, once something is damaged. */
  GHashTable *known;
  /* Row to its id as the index has it. */
  GHashTable *indexed;
} Search;

typedef struct
{
  gint64 low;
  gint64 high;
} Gap;

static gint64 *
copy_row (gint64 row)
{
  return g_memdup2 (&row, sizeof row);
}

static void
add (Search *self, const PigaFoundRow *found)
{
  if (g_hash_table_contains (self->known, &found->row))
    return;

  g_hash_table_add (self->known, copy_row (found->row));
  g_array_append_val (self->found, *found);
}

/* Steps on; a page that cannot be read ends a walk and is no failure of the search. */
static gboolean
step (PigaStatement *statement, PigaStatementResult *result, GError **error)
{
  g_autoptr (GError) cause = NULL;

  *result = piga_statement_step (statement, &cause);
  if (*result != PIGA_STATEMENT_FAILED || g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_CORRUPT))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* From the columns row, id and created_at. */
static PigaFoundRow
read_found (PigaStatement *statement)
{
  PigaFoundRow found = { piga_statement_get_integer (statement, 0),
                         piga_statement_get_integer (statement, 2), "" };

  piga_row_get_id (statement, 1, found.id);
  return found;
}

/* Adds all in their order, where that can be done. */
static gboolean
find_in_order (Search *self, gboolean *is_whole, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT row, id, created_at FROM ", self->kind,
                                      " NOT INDEXED ORDER BY created_at, id", NULL);
  g_autoptr (PigaStatement) statement = piga_database_prepare (self->database, sql, error);
  PigaStatementResult result = PIGA_STATEMENT_ROW;

  if (statement == NULL)
    return FALSE;

  while (result == PIGA_STATEMENT_ROW)
    {
      if (!step (statement, &result, error))
        return FALSE;
      if (result == PIGA_STATEMENT_ROW)
        {
          const PigaFoundRow found = read_found (statement);

          g_array_append_val (self->found, found);
        }
    }

  *is_whole = result == PIGA_STATEMENT_DONE;
  return TRUE;
}

/* Walks from one end of @gap as far as it can, and makes the gap as narrow as what is left. */
static gboolean
walk (Search *self, gboolean upward, Gap *gap, gboolean *is_whole, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT row, id, created_at FROM ", self->kind,
                                      " NOT INDEXED WHERE row BETWEEN :low AND :high ORDER BY row",
                                      upward ? " ASC" : " DESC", NULL);
  g_autoptr (PigaStatement) statement = piga_database_prepare (self->database, sql, error);
  PigaStatementResult result = PIGA_STATEMENT_ROW;

  if (statement == NULL)
    return FALSE;

  piga_statement_bind_integer (statement, ":low", gap->low);
  piga_statement_bind_integer (statement, ":high", gap->high);
  while (result == PIGA_STATEMENT_ROW)
    {
      PigaFoundRow found;

      if (!step (statement, &result, error))
        return FALSE;
      if (result != PIGA_STATEMENT_ROW)
        break;
      found = read_found (statement);
      add (self, &found);
      if (upward)
        gap->low = MAX (gap->low, found.row + 1);
      else
        gap->high = MIN (gap->high, found.row - 1);
    }

  *is_whole = result == PIGA_STATEMENT_DONE;
  return TRUE;
}

static void
push (GQueue *gaps, gint64 low, gint64 high)
{
  Gap gap = { low, high };

  if (low <= high)
    g_queue_push_tail (gaps, g_memdup2 (&gap, sizeof gap));
}

/* The wide gaps come before the narrow ones. */
static gboolean
look_into_gaps (Search *self, Gap first, GError **error)
{
  g_autoptr (GQueue) gaps = g_queue_new ();
  gboolean done = TRUE;

  push (gaps, first.low, first.high);
  for (guint i = 0; i < MOST_GAPS && done && !g_queue_is_empty (gaps); i++)
    {
      g_autofree Gap *gap = g_queue_pop_head (gaps);
      gboolean is_whole = FALSE;

      done = walk (self, TRUE, gap, &is_whole, error)
             && (is_whole || walk (self, FALSE, gap, &is_whole, error));
      if (!is_whole && gap->low < gap->high)
        {
          const gint64 middle = gap->low + (gap->high - gap->low) / 2;

          push (gaps, gap->low, middle);
          push (gaps, middle + 1, gap->high);
        }
    }

  g_queue_clear_full (gaps, g_free);
  return done;
}

/* Reads which ids the index has for which rows, from one end. */
static gboolean
read_index (Search *self, const char *order, gboolean *is_whole, GError **error)
{
  g_autofree char *sql =
    g_strconcat ("SELECT row, id FROM ", self->kind, " INDEXED BY sqlite_autoindex_", self->kind,
                 "_1 ORDER BY id ", order, NULL);
  g_autoptr (PigaStatement) statement = piga_database_prepare (self->database, sql, NULL);
  PigaStatementResult result = PIGA_STATEMENT_ROW;

  *is_whole = FALSE;
  /* Where the schema is damaged there may be no such index. */
  while (statement != NULL && result == PIGA_STATEMENT_ROW)
    {
      char id[PIGA_ID_LENGTH];

      if (!step (statement, &result, error))
        return FALSE;
      if (result == PIGA_STATEMENT_ROW && piga_row_get_id (statement, 1, id))
        g_hash_table_insert (self->indexed, copy_row (piga_statement_get_integer (statement, 0)),
                             g_strdup (id));
    }

  *is_whole = result == PIGA_STATEMENT_DONE;
  return TRUE;
}

static void
add_indexed (Search *self)
{
  GHashTableIter iter;
  gpointer row, id;

  g_hash_table_iter_init (&iter, self->indexed);
  while (g_hash_table_iter_next (&iter, &row, &id))
    {
      PigaFoundRow found = { *(gint64 *) row, *(gint64 *) row * 1000, "" };

      memcpy (found.id, id, PIGA_ID_LENGTH);
      add (self, &found);
    }
}

/* A row that has no id any more may have one in the index. */
static void
mend_ids (Search *self)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      PigaFoundRow *found = &g_array_index (self->found, PigaFoundRow, i);
      const char *id = g_hash_table_lookup (self->indexed, &found->row);

      if (found->id[0] == '\0' && id != NULL)
        memcpy (found->id, id, PIGA_ID_LENGTH);
    }
}

static gboolean
has_all_ids (Search *self)
{
  for (guint i = 0; i < self->found->len; i++)
    if (g_array_index (self->found, PigaFoundRow, i).id[0] == '\0')
      return FALSE;

  return TRUE;
}

static gboolean
find_past_damage (Search *self, gboolean *are_all, GError **error)
{
  Gap gap = { G_MININT64, G_MAXINT64 };
  gboolean is_indexed, is_whole;

  g_array_set_size (self->found, 0);
  if (!read_index (self, "ASC", &is_indexed, error)
      || (!is_indexed && !read_index (self, "DESC", &is_whole, error))
      || !walk (self, TRUE, &gap, &is_whole, error)
      || (!is_whole && !walk (self, FALSE, &gap, &is_whole, error)))
    return FALSE;

  gap.low = MAX (gap.low, 0);
  gap.high = MIN (gap.high, LAST_ROW);
  if (!is_indexed && !is_whole && !look_into_gaps (self, gap, error))
    return FALSE;

  add_indexed (self);
  mend_ids (self);
  *are_all = is_whole || is_indexed;
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PigaFoundRow *row = a, *other = b;

  if (row->created_at != other->created_at)
    return row->created_at < other->created_at ? -1 : 1;
  return strcmp (row->id, other->id);
}

static gboolean
find (Search *self, gboolean *are_all, GError **error)
{
  gboolean is_whole;

  if (!find_in_order (self, &is_whole, error))
    return FALSE;

  *are_all = TRUE;
  if (is_whole && has_all_ids (self))
    return TRUE;
  if (!find_past_damage (self, are_all, error))
    return FALSE;

  g_array_sort (self->found, compare_rows);
  return TRUE;
}

/**
 * piga_row_finder_find:
 * @database: the database
 * @kind: a kind of record
 * @are_all: (out): whether there can be no row that was not found
 * @error: return location for an error, other than that something is damaged
 *
 * Finds the rows of a kind, by the time at which their records were made and then by their ids.
 * Some may be found by an index only; whether such a row can be read is not known.
 *
 * Returns: (transfer full) (element-type PigaFoundRow) (nullable): the rows
 */
GArray *
piga_row_finder_find (PigaDatabase *database, const char *kind, gboolean *are_all, GError **error)
{
  Search self = { database, kind };
  gboolean done;

  self.found = g_array_new (FALSE, FALSE, sizeof (PigaFoundRow));
  self.known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.indexed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  done = find (&self, are_all, error);
  g_hash_table_unref (self.known);
  g_hash_table_unref (self.indexed);
  if (!done)
    g_clear_pointer (&self.found, g_array_unref);
  return self.found;
}
