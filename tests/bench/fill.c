/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* fill ENTRIES DATABASE [work]: makes a database with so many entries, to be measured with, and
 * with "work" also with years of looking for work. */

#include <stdlib.h>

#include "bench-journal.h"
#include "bench-search-for-work.h"

int
main (int argc, char *argv[])
{
  const gboolean with_work = argc == 4 && g_str_equal (argv[3], "work");
  guint64 n_entries;

  if ((argc != 3 && !with_work)
      || !g_ascii_string_to_unsigned (argv[1], 10, 0, G_MAXUINT, &n_entries, NULL))
    {
      g_printerr ("fill ENTRIES DATABASE [work]\n");
      return EXIT_FAILURE;
    }

  bench_journal_fill (argv[2], (guint) n_entries);
  if (with_work)
    bench_search_for_work_fill (argv[2]);
  return EXIT_SUCCESS;
}
