/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-floor.h"

#include <sqlite3.h>

struct _BenchFloor
{
  sqlite3 *handle;
  sqlite3_stmt *save;
  sqlite3_stmt *search;
  sqlite3_stmt *keys;
  sqlite3_stmt *line;
  sqlite3_stmt *lines;
};

/* As the store sets them; the table without the triggers that note changed texts for the index. */
static const char settings[] = "PRAGMA locking_mode = EXCLUSIVE;"
                               "PRAGMA temp_store = MEMORY;"
                               "PRAGMA cell_size_check = ON;"
                               "PRAGMA foreign_keys = ON;"
                               "PRAGMA journal_mode = WAL;"
                               "PRAGMA synchronous = FULL;"
                               "PRAGMA secure_delete = ON;"
                               "PRAGMA wal_autocheckpoint = 250;"
                               "PRAGMA journal_size_limit = 4194304;"
                               "DROP TRIGGER entry_inserted;"
                               "DROP TRIGGER entry_updated;"
                               "DROP TRIGGER entry_removed;";

static sqlite3_stmt *
prepare (BenchFloor *self, const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (self->handle));
  return statement;
}

/**
 * bench_floor_new:
 * @path: a database of the store's, which nobody else has open; it is of no use to a store
 *   afterwards
 *
 * Returns: (transfer full): the floor
 */
BenchFloor *
bench_floor_new (const char *path)
{
  BenchFloor *self = g_new0 (BenchFloor, 1);

  if (sqlite3_open_v2 (path, &self->handle, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
      || sqlite3_exec (self->handle, settings, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (self->handle));

  self->save = prepare (self, "UPDATE entry SET modified_at = ?3, revision = revision + 1,"
                              " body = ?2 WHERE id = ?1 AND revision > 0");
  self->search = prepare (self, "SELECT id, entry.title, entry.body FROM entry_search"
                                " JOIN entry ON entry.row = entry_search.rowid"
                                " WHERE entry_search MATCH ?1"
                                " ORDER BY entry_search.rowid DESC LIMIT ?2");
  self->keys = prepare (self, "SELECT row FROM entry INDEXED BY entry_list"
                              " WHERE deleted_at IS NULL ORDER BY row DESC");
  self->line = prepare (self, "SELECT id, title, substr (body, 1, 400) FROM entry WHERE row = ?1");
  self->lines = prepare (self, "SELECT id, title, substr (body, 1, 400) FROM entry"
                               " WHERE deleted_at IS NULL ORDER BY row DESC");
  return self;
}

void
bench_floor_free (BenchFloor *self)
{
  sqlite3_finalize (self->save);
  sqlite3_finalize (self->search);
  sqlite3_finalize (self->keys);
  sqlite3_finalize (self->line);
  sqlite3_finalize (self->lines);
  sqlite3_close (self->handle);
  g_free (self);
}

void
bench_floor_save (BenchFloor *self, const char *id, const char *body)
{
  sqlite3_bind_text (self->save, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->save, 2, body, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (self->save, 3, g_get_real_time ());
  if (sqlite3_step (self->save) != SQLITE_DONE || sqlite3_changes (self->handle) != 1)
    g_error ("%s", sqlite3_errmsg (self->handle));
  sqlite3_reset (self->save);
}

/* Reads all columns of all rows, as nobody would ask for what is not read. */
static guint
read_rows (sqlite3_stmt *statement)
{
  guint n_rows = 0;

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        sqlite3_column_text (statement, i);
      n_rows++;
    }
  if (sqlite3_reset (statement) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
  return n_rows;
}

guint
bench_floor_search (BenchFloor *self, const char *query, guint limit)
{
  sqlite3_bind_text (self->search, 1, query, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (self->search, 2, limit);
  return read_rows (self->search);
}

/* All keys, and the first lines. */
void
bench_floor_open_list (BenchFloor *self, guint n_lines)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (sqlite3_step (self->keys) == SQLITE_ROW)
    {
      const gint64 key = sqlite3_column_int64 (self->keys, 0);

      g_array_append_val (keys, key);
    }
  sqlite3_reset (self->keys);

  for (guint i = 0; i < MIN (n_lines, keys->len); i++)
    {
      sqlite3_bind_int64 (self->line, 1, g_array_index (keys, gint64, i));
      read_rows (self->line);
    }
}

guint
bench_floor_walk_list (BenchFloor *self)
{
  return read_rows (self->lines);
}

/**
 * bench_floor_serialise:
 * @lines: (array length=n_lines): JSON texts
 * @n_lines: how many there are
 *
 * Returns: how long json-glib takes to write one of them, in microseconds
 */
double
bench_floor_serialise (char **lines, guint n_lines)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  gint64 start;

  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (nodes, json_from_string (lines[i], NULL));

  start = g_get_monotonic_time ();
  for (guint i = 0; i < n_lines; i++)
    {
      json_generator_set_root (generator, nodes->pdata[i]);
      json_generator_to_gstring (generator, text);
      g_string_truncate (text, 0);
    }
  return (double) (g_get_monotonic_time () - start) / n_lines;
}

/**
 * bench_floor_parse:
 * @lines: (array length=n_lines): JSON texts
 * @n_lines: how many there are
 *
 * Returns: how long json-glib takes to read one of them, in microseconds
 */
double
bench_floor_parse (char **lines, guint n_lines)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gint64 start;

  start = g_get_monotonic_time ();
  for (guint i = 0; i < n_lines; i++)
    json_parser_load_from_data (parser, lines[i], -1, NULL);
  return (double) (g_get_monotonic_time () - start) / n_lines;
}
