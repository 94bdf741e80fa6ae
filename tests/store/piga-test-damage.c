/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-test-damage.h"

#include <sqlite3.h>
#include <string.h>

#define PAGE 4096

/* The pages of a table or an index whose rows stand on them, from SQLite's own account. */
GArray *
piga_test_find_pages (const char *path, const char *name, const char *kind)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3 *handle;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle,
                                       "SELECT pageno FROM dbstat WHERE name = ?1"
                                       " AND pagetype = ?2 ORDER BY path",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, kind, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const gint64 page = sqlite3_column_int64 (statement, 0);

      g_array_append_val (pages, page);
    }
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return pages;
}

void
piga_test_change_file (const char *path, void (*change) (char *, gsize, gpointer), gpointer data)
{
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &file, &length, &error));
  change (file, length, data);
  g_file_set_contents_full (path, file, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
blank (char *file, gsize length, gpointer data)
{
  const gint64 page = *(const gint64 *) data;

  memset (file + (page - 1) * PAGE, 0, PAGE);
}

void
piga_test_blank_page (const char *path, gint64 page)
{
  piga_test_change_file (path, blank, &page);
}

GArray *
piga_test_take_pages (GArray *pages, guint first, guint n)
{
  GArray *some = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    g_array_append_val (some, g_array_index (pages, gint64, first + i));
  return some;
}

/* How many records stand on the leaf pages. */
guint
piga_test_count_cells (const char *path, GArray *pages)
{
  g_autofree char *file = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &file, NULL, NULL));
  for (guint i = 0; i < pages->len; i++)
    {
      const guint8 *page = (const guint8 *) file + (g_array_index (pages, gint64, i) - 1) * PAGE;

      n += (guint) page[3] << 8 | page[4];
    }
  return n;
}
