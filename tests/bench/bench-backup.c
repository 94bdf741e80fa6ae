/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What backups cost: how long one takes, and bringing it back, beside SQLite’s own copy of the same
 * file, brought to the disk as well; and what somebody who writes meanwhile feels of it, beside
 * writing alone. It never asserts a time: who reads the table decides. A save should wait for 50 ms
 * at most, and the main loop be busy for 16 ms. */

#include <glib/gstdio.h>
#include <locale.h>

#include "bench-journal.h"
#include "bench-wait.h"
#include "piga-backups.h"
#include "piga-database.h"
#include "records/piga-entry.h"

#define N_ENTRIES 100000
#define N_TIMES 3
/* In milliseconds, from the end of a save to the next: nobody is as diligent. */
#define PAUSE 10

/* In microseconds. */
typedef struct
{
  GArray *saves;
  gint64 longest_stretch;
} Felt;

typedef struct
{
  char *folder;
  char *path;
  PigaStore *store;
  PigaBackups *backups;
  gpointer entry;
  GRand *rand;
} Bench;

/* GLib hands its poll function no user data. */
static GPollFunc poll_truly;
static gint64 since;
static gint64 longest;

static gint
measure_poll (GPollFD *fds, guint n_fds, gint timeout)
{
  gint result;

  longest = MAX (longest, g_get_monotonic_time () - since);
  result = poll_truly (fds, n_fds, timeout);
  since = g_get_monotonic_time ();
  return result;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 difference = *(const gint64 *) a - *(const gint64 *) b;

  return (difference > 0) - (difference < 0);
}

/* Of so many in a hundred of @times; the longest for 100. */
static gint64
get_rank (GArray *times, guint percent)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, gint64, (times->len - 1) * percent / 100);
}

static void
print_row (const char *work, gint64 alone, gint64 ours)
{
  g_print ("%-44s %10.1f ms %10.1f ms %7.2f×\n", work, (double) alone / 1000, (double) ours / 1000,
           (double) ours / (double) alone);
}

static void
save (Bench *self, Felt *felt)
{
  g_autofree char *body = bench_journal_make_text (self->rand, BENCH_WORDS);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start, duration;

  piga_record_set_text (self->entry, PIGA_ENTRY_BODY, body);
  start = g_get_monotonic_time ();
  piga_store_save_async (self->store, self->entry, NULL, bench_keep_result, &result);
  if (!piga_store_save_finish (self->store, bench_wait_for (&result), &error))
    g_error ("%s", error->message);
  duration = g_get_monotonic_time () - start;
  g_array_append_val (felt->saves, duration);
}

static gboolean
note_end (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
pause_for (guint milliseconds)
{
  gboolean ended = FALSE;

  g_timeout_add (milliseconds, note_end, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
}

static void
begin_feeling (Felt *felt)
{
  longest = 0;
  since = g_get_monotonic_time ();
  felt->saves = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* Makes a backup while somebody saves without a rest. Returns: how long it took */
static gint64
back_up (Bench *self, Felt *felt)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 start = g_get_monotonic_time ();
  gint64 duration;

  begin_feeling (felt);
  piga_backups_make_async (self->backups, bench_keep_result, &result);
  while (result == NULL)
    {
      save (self, felt);
      pause_for (PAUSE);
    }
  duration = g_get_monotonic_time () - start;
  felt->longest_stretch = longest;
  if (!piga_backups_make_finish (self->backups, result, &error))
    g_error ("%s", error->message);
  return duration;
}

/* As often as during the backup. */
static void
write_alone (Bench *self, Felt *felt, guint n_saves)
{
  begin_feeling (felt);
  for (guint i = 0; i < n_saves; i++)
    {
      save (self, felt);
      pause_for (PAUSE);
    }
  felt->longest_stretch = longest;
}

static gint64
copy_alone (const char *from)
{
  g_autofree char *to = g_strconcat (from, "-copy", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaDatabase) database = piga_database_connect (from, PIGA_DATABASE_READ_ONLY, &error);
  const gint64 start = g_get_monotonic_time ();
  gint64 duration;

  if (database == NULL || !piga_database_copy (database, to, &error))
    g_error ("%s", error->message);
  duration = g_get_monotonic_time () - start;
  g_unlink (to);
  return duration;
}

static char *
get_newest (Bench *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  piga_backups_list_async (self->backups, piga_backups_get_folder (self->backups),
                           bench_keep_result, &result);
  backups = piga_backups_list_finish (self->backups, bench_wait_for (&result), &error);
  if (backups == NULL)
    g_error ("%s", error->message);
  return g_strdup (piga_backup_get_path (backups->pdata[0]));
}

static gint64
restore (Bench *self, const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 start = g_get_monotonic_time ();

  piga_store_restore_async (self->store, path, bench_keep_result, &result);
  if (!piga_store_restore_finish (self->store, bench_wait_for (&result), NULL, &error))
    g_error ("%s", error->message);
  return g_get_monotonic_time () - start;
}

static void
measure (Bench *self)
{
  Felt alone, felt;
  const gint64 made = back_up (self, &felt);
  g_autofree char *path = get_newest (self);
  const gint64 copied = copy_alone (path);

  write_alone (self, &alone, felt.saves->len);
  print_row ("make a backup while somebody writes", copied, made);
  print_row ("a save meanwhile, half of them", get_rank (alone.saves, 50),
             get_rank (felt.saves, 50));
  print_row ("a save meanwhile, 99 of 100", get_rank (alone.saves, 99), get_rank (felt.saves, 99));
  print_row ("a save meanwhile, the longest", get_rank (alone.saves, 100),
             get_rank (felt.saves, 100));
  print_row ("the main loop meanwhile, at a stretch", alone.longest_stretch, felt.longest_stretch);
  print_row ("bring everything back", copied, restore (self, path));
  g_array_unref (alone.saves);
  g_array_unref (felt.saves);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  Bench bench = { .folder = g_dir_make_tmp ("piga-bench-XXXXXX", NULL) };

  /* For the signs of the table. */
  setlocale (LC_ALL, "");
  bench.path = g_build_filename (bench.folder, "journal.db", NULL);
  bench_journal_fill (bench.path, N_ENTRIES);
  bench.store = bench_open (bench.path);
  bench.backups = piga_backups_new (bench.store);
  bench.rand = g_rand_new_with_seed (1);
  bench.entry = piga_record_new (PIGA_TYPE_ENTRY);
  poll_truly = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, measure_poll);

  g_print ("%-44s %13s %13s %8s\n", "work, with 100,000 entries", "alone", "ours", "ratio");
  for (guint i = 0; i < N_TIMES; i++)
    measure (&bench);

  g_clear_object (&bench.entry);
  g_clear_object (&bench.backups);
  bench_close (bench.store);
  remove_folder (bench.folder);
  g_rand_free (bench.rand);
  g_free (bench.folder);
  g_free (bench.path);
  return 0;
}
