/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store costs, as ratios to the same work done by SQLite or json-glib alone, measured turn
 * by turn in the same run, with a journal of 0, 3,650 and 100,000 entries. Both take medians. It
 * never asserts a time: who reads the table decides. */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "bench-floor.h"
#include "bench-journal.h"
#include "bench-wait.h"
#include "piga-exchange.h"
#include "piga-entry-list.h"
#include "piga-search.h"
#include "records/piga-entry.h"

#define SAVES 200
#define SEARCHES 60
#define HITS 50
#define LISTS 20
/* json-glib is measured with as many records as that. */
#define SAMPLE 2000

static const guint sizes[] = { 0, 3650, 100000 };

typedef struct
{
  guint n_entries;
  char *folder;
  PigaStore *store;
  BenchFloor *floor;
} Bench;

static double
now (void)
{
  return (double) g_get_monotonic_time ();
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
get_median (GArray *times)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, times->len / 2);
}

static void
print_row (Bench *self, const char *work, double floor, double ours)
{
  g_print ("%-38s %8u %11.1f µs %11.1f µs %7.2f×\n", work, self->n_entries, floor, ours,
           ours / floor);
}

static char *
get_path (Bench *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  if (!g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
save (Bench *self, gpointer entry)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  piga_store_save_async (self->store, entry, NULL, bench_keep_result, &result);
  if (!piga_store_save_finish (self->store, bench_wait_for (&result), &error))
    g_error ("%s", error->message);
}

/* One autosave: a text that was changed, until the disk has said yes. */
static void
bench_save (Bench *self, gpointer entry)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < SAVES; i++)
    {
      g_autofree char *body = bench_journal_make_text (rand, BENCH_WORDS);
      double start, between, end;

      piga_record_set_text (entry, PIGA_ENTRY_BODY, body);
      start = now ();
      save (self, entry);
      between = now ();
      bench_floor_save (self->floor, piga_record_get_id (entry), body);
      end = now ();
      between -= start;
      end -= start + between;
      g_array_append_val (ours, between);
      g_array_append_val (floors, end);
    }

  print_row (self, "save a changed entry", get_median (floors), get_median (ours));
}

static guint
search (Bench *self, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  piga_search_async (self->store, text, HITS, NULL, bench_keep_result, &result);
  hits = piga_search_finish (self->store, bench_wait_for (&result), &error);
  if (hits == NULL)
    g_error ("%s", error->message);
  return hits->len;
}

/* @text is what a person types, @query the same in the syntax of FTS5. */
static void
bench_search (Bench *self, const char *work, const char *text, const char *query)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));

  if (search (self, text) != bench_floor_search (self->floor, query, HITS) && self->n_entries > 0)
    g_warning ("“%s” finds another number of entries", text);

  for (guint i = 0; i < SEARCHES; i++)
    {
      const double start = now ();
      double between, end;

      search (self, text);
      between = now () - start;
      bench_floor_search (self->floor, query, HITS);
      end = now () - start - between;
      g_array_append_val (ours, between);
      g_array_append_val (floors, end);
    }

  print_row (self, work, get_median (floors), get_median (ours));
}

static void
wait_for_line (GListModel *list, guint position)
{
  g_autoptr (PigaEntryLine) line = g_list_model_get_item (list, position);

  while (!piga_entry_line_is_loaded (line))
    g_main_context_iteration (NULL, TRUE);
}

static PigaEntryList *
open_list (Bench *self)
{
  const PigaEntryFilter all = { 0 };
  PigaEntryList *list = piga_entry_list_new (self->store, &all);

  while (piga_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    wait_for_line (G_LIST_MODEL (list), 0);
  return list;
}

static void
bench_open_list (Bench *self)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < LISTS; i++)
    {
      const double start = now ();
      g_autoptr (PigaEntryList) list = open_list (self);
      const double between = now () - start;
      double end;

      bench_floor_open_list (self->floor, HITS);
      end = now () - start - between;
      g_array_append_val (ours, between);
      g_array_append_val (floors, end);
    }

  print_row (self, "open the journal's list", get_median (floors), get_median (ours));
}

/* From the newest line to the oldest, none left out; nobody scrolls as fast. */
static void
bench_walk_list (Bench *self)
{
  g_autoptr (PigaEntryList) list = open_list (self);
  const guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (list));
  const double start = now ();
  double between;

  for (guint i = 0; i < n_lines; i++)
    wait_for_line (G_LIST_MODEL (list), i);
  between = now ();
  bench_floor_walk_list (self->floor);
  print_row (self, "read a line while walking down it", (now () - between) / n_lines,
             (between - start) / n_lines);
}

static double
export_once (Bench *self, GFile *file)
{
  const double start = now ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  piga_exchange_export_async (self->store, file, NULL, NULL, NULL, bench_keep_result, &result);
  if (!piga_exchange_export_finish (self->store, bench_wait_for (&result), NULL, &error))
    g_error ("%s", error->message);
  return now () - start;
}

/* Into a store of its own, with nothing in it. */
static double
import_once (Bench *self, GFile *file)
{
  g_autofree char *path = get_path (self, "imported.db");
  PigaStore *store = bench_open (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const double start = now ();
  double end;

  piga_exchange_import_async (store, file, NULL, NULL, NULL, bench_keep_result, &result);
  if (!piga_exchange_import_finish (store, bench_wait_for (&result), NULL, &error))
    g_error ("%s", error->message);
  end = now ();
  g_clear_object (&result);
  bench_close (store);
  g_unlink (path);
  return end - start;
}

static GStrv
read_sample (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("The export is not there");
  lines = g_strsplit (text, "\n", SAMPLE + 2);
  /* The rest after the last split is no line. */
  g_clear_pointer (&lines[g_strv_length (lines) - 1], g_free);
  return g_steal_pointer (&lines);
}

static void
bench_backup (Bench *self, guint n_times)
{
  g_autofree char *path = get_path (self, "export.jsonl");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GArray) exports = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) imports = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < n_times; i++)
    {
      const double exported = export_once (self, file) / self->n_entries;
      const double imported = import_once (self, file) / self->n_entries;

      g_array_append_val (exports, exported);
      g_array_append_val (imports, imported);
    }

  lines = read_sample (path);
  print_row (self, "export an entry, and read it again",
             bench_floor_serialise (lines, g_strv_length (lines)), get_median (exports));
  print_row (self, "import an entry", bench_floor_parse (lines, g_strv_length (lines)),
             get_median (imports));
}

/* The entry in the middle; a new one where there is none. */
static gpointer
find_entry (Bench *self)
{
  g_autoptr (PigaEntryList) list = open_list (self);
  const guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (PigaEntryLine) line = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  wait_for_line (G_LIST_MODEL (list), n_lines / 2);
  line = g_list_model_get_item (G_LIST_MODEL (list), n_lines / 2);
  piga_store_find_async (self->store, PIGA_TYPE_ENTRY, piga_entry_line_get_id (line), NULL,
                         bench_keep_result, &result);
  return piga_store_find_finish (self->store, bench_wait_for (&result), NULL);
}

static void
bench_size (guint n_entries, const char *folder)
{
  Bench bench = { .n_entries = n_entries, .folder = g_strdup (folder) };
  g_autofree char *path = get_path (&bench, "journal.db");
  g_autofree char *floor_path = get_path (&bench, "floor.db");
  g_autofree char *rare_query = g_strdup_printf ("\"%s\"", bench_journal_get_word (5000));
  g_autofree char *word = g_strndup (bench_journal_get_word (300), 3);
  g_autofree char *start_query = g_strdup_printf ("\"%s\" *", word);
  g_autoptr (GObject) entry = NULL;

  /* What is saved has to be there. */
  bench_journal_fill (path, MAX (n_entries, 1));
  copy_file (path, floor_path);
  bench.store = bench_open (path);
  bench.floor = bench_floor_new (floor_path);
  entry = find_entry (&bench);

  /* Searching comes first, while both have the same index. */
  bench_search (&bench, "50 hits for a frequent word", "mahojiano", "\"mahojiano\" *");
  bench_search (&bench, "50 hits for a rare word", bench_journal_get_word (5000), rare_query);
  bench_search (&bench, "50 hits for the start of a word", word, start_query);
  bench_open_list (&bench);
  bench_walk_list (&bench);
  bench_save (&bench, entry);
  if (n_entries > 0)
    bench_backup (&bench, n_entries > 10000 ? 3 : 7);

  g_clear_object (&entry);
  bench_floor_free (bench.floor);
  bench_close (bench.store);
  g_unlink (path);
  g_unlink (floor_path);
  g_free (bench.folder);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("piga-bench-XXXXXX", NULL);
  g_autofree char *export = g_build_filename (folder, "export.jsonl", NULL);

  /* For the signs of the table. */
  setlocale (LC_ALL, "");
  g_print ("%-38s %8s %14s %14s %8s\n", "work", "entries", "alone", "ours", "ratio");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench_size (sizes[i], folder);

  g_unlink (export);
  g_rmdir (folder);
  return 0;
}
