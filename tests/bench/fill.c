/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* fill ENTRIES DATABASE: makes a database with so many entries, to be measured with. */

#include <stdlib.h>

#include "bench-journal.h"

int
main (int argc, char *argv[])
{
  guint64 n_entries;

  if (argc != 3 || !g_ascii_string_to_unsigned (argv[1], 10, 0, G_MAXUINT, &n_entries, NULL))
    {
      g_printerr ("fill ENTRIES DATABASE\n");
      return EXIT_FAILURE;
    }

  bench_journal_fill (argv[2], (guint) n_entries);
  return EXIT_SUCCESS;
}
