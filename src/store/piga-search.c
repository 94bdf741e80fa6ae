/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Search over every searched field of every kind. What was written since the index was last taught
 * is taught first, so that whatever was saved is found. A search that nobody waits for any more
 * ends in the middle; a save is never interrupted, as no search runs then. */

#include "piga-search.h"

#include "piga-error.h"
#include "piga-excerpt.h"
#include "piga-search-hit.h"
#include "piga-statement.h"
#include "piga-store-private.h"

/* How many steps of SQLite's machine between two looks at the cancellable. */
#define STEPS 1000
/* Thousands of texts that were just imported are not taught while somebody waits. */
#define PATIENCE (300 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  PigaWords *words;
  guint limit;
  /* The ids of records that were found damaged. */
  GPtrArray *damaged;
} Search;

static void
search_free (Search *self)
{
  piga_words_free (self->words);
  g_ptr_array_unref (self->damaged);
  g_free (self);
}

static int
is_cancelled (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* The columns of a search. */
enum
{
  COLUMN_ID,
  COLUMN_CREATED_AT,
  COLUMN_LINK,
  COLUMN_TEXTS,
};

/* Gives a text that can be shown; where one had to be made for that, it belongs to @made. */
static const char *
get_text (PigaStatement *statement, int column, GPtrArray *made)
{
  char *repaired;
  const char *text = piga_statement_get_valid_text (statement, column, &repaired);

  if (repaired != NULL)
    g_ptr_array_add (made, repaired);
  return text;
}

static void
add_hit (PigaTable *table, PigaStatement *statement, guint n_texts, Search *search, GPtrArray *hits)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  const char *id = get_text (statement, COLUMN_ID, made);
  const char *link = get_text (statement, COLUMN_LINK, made);
  const char *title = get_text (statement, COLUMN_TEXTS, made);
  const char *shown = "";
  const char *hit = NULL;
  char *first, *rest;

  for (guint i = 1; i < n_texts && hit == NULL; i++)
    {
      const char *text = get_text (statement, COLUMN_TEXTS + (int) i, made);

      hit = piga_words_find (search->words, text);
      if (hit != NULL || *shown == '\0')
        shown = text;
    }

  piga_excerpt_make (title, shown, &first, hit == NULL ? &rest : NULL);
  if (hit != NULL)
    rest = piga_words_make_excerpt (shown, hit);
  g_ptr_array_add (hits, piga_search_hit_new (
                           piga_table_get_record_type (table), id, link,
                           piga_statement_get_integer (statement, COLUMN_CREATED_AT), first, rest));
  if (made->len > 0)
    g_ptr_array_add (search->damaged, g_strdup (id));
}

static gboolean
search_at_once (PigaTable *table, PigaDatabase *database, Search *search, GPtrArray *hits,
                GError **error)
{
  g_autoptr (PigaStatement) statement = NULL;
  g_autofree char *query = piga_words_to_query (search->words);
  PigaStatementResult result;
  guint n_texts;

  statement = piga_index_prepare (piga_table_get_index (table), database, &n_texts, error);
  if (statement == NULL)
    return FALSE;

  piga_statement_bind_text (statement, ":query", query);
  piga_statement_bind_integer (statement, ":limit", search->limit);
  while ((result = piga_statement_step (statement, error)) == PIGA_STATEMENT_ROW)
    add_hit (table, statement, n_texts, search, hits);
  return result == PIGA_STATEMENT_DONE;
}

/* A row that cannot be read is passed over; the store hears of it. */
static gboolean
add_row (PigaTable *table, PigaStatement *statement, gint64 row, Search *search, GPtrArray *hits,
         GError **error)
{
  g_autoptr (GError) cause = NULL;
  const guint n_texts = piga_index_get_n_texts (piga_table_get_index (table));

  piga_statement_bind_integer (statement, ":row", row);
  switch (piga_statement_step (statement, &cause))
    {
    case PIGA_STATEMENT_ROW:
      add_hit (table, statement, n_texts, search, hits);
      break;
    case PIGA_STATEMENT_DONE:
      break;
    case PIGA_STATEMENT_FAILED:
      if (!g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
      g_ptr_array_add (search->damaged,
                       g_strdup_printf ("%s:%" G_GINT64_FORMAT, piga_table_get_kind (table), row));
    }
  piga_statement_rewind (statement);
  return TRUE;
}

static gboolean
search_row_by_row (PigaTable *table, PigaDatabase *database, Search *search, GPtrArray *hits,
                   GError **error)
{
  g_autoptr (PigaStatement) rows = NULL;
  g_autoptr (PigaStatement) read_row = NULL;
  g_autofree char *query = piga_words_to_query (search->words);
  const guint most = hits->len + search->limit;
  PigaStatementResult result = PIGA_STATEMENT_DONE;

  rows = piga_index_prepare_rows (piga_table_get_index (table), database, &read_row, error);
  if (rows == NULL)
    return FALSE;

  piga_statement_bind_text (rows, ":query", query);
  while (hits->len < most && (result = piga_statement_step (rows, error)) == PIGA_STATEMENT_ROW)
    if (!add_row (table, read_row, piga_statement_get_integer (rows, 0), search, hits, error))
      return FALSE;

  return result != PIGA_STATEMENT_FAILED;
}

/* One record that cannot be read does not hide the others. */
static gboolean
search_table (PigaTable *table, PigaDatabase *database, Search *search, GPtrArray *hits,
              GError **error)
{
  g_autoptr (GError) cause = NULL;
  const guint n_before = hits->len;

  if (search_at_once (table, database, search, hits, &cause))
    return TRUE;
  if (!g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  g_ptr_array_set_size (hits, (int) n_before);
  return search_row_by_row (table, database, search, hits, error);
}

static gboolean
search_all (PigaStore *self, PigaDatabase *database, Search *search, GPtrArray *hits,
            GError **error)
{
  for (guint i = 0; i < self->n_shelves; i++)
    {
      PigaTable *table = self->shelves[i].table;

      if (piga_table_get_index (table) != NULL
          && !search_table (table, database, search, hits, error))
        return FALSE;
    }

  return TRUE;
}

/* What goes wrong here hides what was not taught yet, and no more: the search itself says whether
 * the index is damaged, and a disk that is full says so to whoever saves. */
static void
teach (PigaStore *self, PigaDatabase *database, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (!piga_database_is_read_only (database)
      && !piga_store_update_index (self, database, cancellable, PATIENCE, &error))
    piga_store_repair_index (self, database, &error);
}

static gboolean
search_until_cancelled (PigaStore *self, PigaDatabase *database, GTask *task, GPtrArray *hits,
                        GError **error)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  sqlite3 *handle = piga_database_get_handle (database);
  gboolean searched;

  sqlite3_progress_handler (handle, cancellable != NULL ? STEPS : 0, is_cancelled, cancellable);
  searched = search_all (self, database, g_task_get_task_data (task), hits, error);
  sqlite3_progress_handler (handle, 0, NULL, NULL);
  return searched;
}

static void
do_search (PigaWorker *worker, GTask *task)
{
  PigaStore *self = g_task_get_source_object (task);
  PigaDatabase *database = piga_store_get_database (worker, task);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  gboolean searched;

  if (database == NULL || g_task_return_error_if_cancelled (task))
    return;

  teach (self, database, g_task_get_cancellable (task));
  searched = search_until_cancelled (self, database, task, hits, &error);
  if (!searched && piga_store_repair_index (self, database, &error))
    {
      g_ptr_array_set_size (hits, 0);
      searched = search_until_cancelled (self, database, task, hits, &error);
    }

  if (searched)
    g_task_return_pointer (task, g_steal_pointer (&hits), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * piga_search_async:
 * @store: the store
 * @text: what the person typed; nothing in it is syntax
 * @limit: the most hits wanted of each kind
 * @cancellable: (nullable): cancelled when the person has typed on
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Searches everything for records that have all the words, the last of which may be the start of a
 * word. Neither case nor accents nor the form of an apostrophe matter.
 */
void
piga_search_async (PigaStore *store, const char *text, guint limit, GCancellable *cancellable,
                   GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  PigaWords *words = piga_words_new (text);
  g_autofree char *query = piga_words_to_query (words);
  Search *search = g_new (Search, 1);

  search->damaged = g_ptr_array_new_with_free_func (g_free);
  search->words = words;
  search->limit = limit;
  g_task_set_source_tag (task, piga_search_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);

  if (query != NULL)
    {
      piga_worker_push (store->worker, task, do_search);
      return;
    }
  g_task_return_pointer (task, g_ptr_array_new_with_free_func (g_object_unref),
                         (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

/**
 * piga_search_finish:
 * @store: the store
 * @result: the result
 * @error: return location for an error, %G_IO_ERROR_CANCELLED where the search was overtaken
 *
 * Returns: (transfer full) (element-type PigaSearchHit) (nullable): the hits, kind by kind, and of
 *   each kind the newest first
 */
GPtrArray *
piga_search_finish (PigaStore *store, GAsyncResult *result, GError **error)
{
  const Search *search = g_task_get_task_data (G_TASK (result));
  GPtrArray *hits = g_task_propagate_pointer (G_TASK (result), error);

  /* A search that was overtaken may still be under way. */
  for (guint i = 0; hits != NULL && i < search->damaged->len; i++)
    piga_store_note_damaged (store, search->damaged->pdata[i]);
  return hits;
}
