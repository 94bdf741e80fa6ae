/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An export does not depend on the search indexes. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "piga-test-exchange.h"

static void
write_over (const char *path, gint64 offset, gint64 length)
{
  g_autofree char *garbage = g_strnfill ((gsize) length, 'U');
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_no_errno (fseek (file, (long) offset, SEEK_SET));
  g_assert_cmpuint (fwrite (garbage, (gsize) length, 1, file), ==, 1);
  g_assert_no_errno (fclose (file));
}

/* Writes over every table of every search index; the store is closed afterwards. */
static void
break_indexes (PigaTestExchange *self)
{
  const gint64 size = piga_test_get_integer (self->kept.store, "PRAGMA page_size");
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 page = 0;

  do
    {
      g_autofree char *sql =
        g_strdup_printf ("SELECT coalesce (min (rootpage), 0) FROM sqlite_schema"
                         " WHERE name GLOB '*_search_*' AND rootpage > %" G_GINT64_FORMAT,
                         page);

      page = piga_test_get_integer (self->kept.store, sql);
      if (page != 0)
        g_array_append_val (pages, page);
    }
  while (page != 0);

  piga_test_close (&self->kept);
  for (guint i = 0; i < pages->len; i++)
    write_over (self->kept.path, (g_array_index (pages, gint64, i) - 1) * size, size);
}

/* The search index can be made anew: where it is damaged, an export is as good as any, and nobody
 * is told that what was written is damaged. */
static void
test_broken_index (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  for (gint64 i = 1; i <= 20; i++)
    piga_test_keep_entry (self->kept.store, "Siku ya mahojiano", "Nilijibu kwa utulivu.", i * 1000);
  before = piga_test_export (self);
  break_indexes (self);

  self->kept.store = piga_store_new (self->kept.path, piga_kinds_get ());
  g_assert_true (piga_test_open (self->kept.store, NULL));
  after = piga_test_export (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (piga_store_get_error (self->kept.store));
  piga_test_close (&self->kept);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/export-index/broken", PigaTestExchange, NULL, piga_test_exchange_set_up,
              test_broken_index, piga_test_exchange_tear_down);
  return g_test_run ();
}
