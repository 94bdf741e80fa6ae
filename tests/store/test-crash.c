/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The power cut: a process that writes is killed at a random moment, again and again over one
 * database. What the disk had said yes to must be there, whole and in its own entry; what was on
 * its way may be there or not; nothing that was deleted comes back. PIGA_HATUA_KILLS says how
 * often. */

#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "piga-test-crash.h"
#include "piga-test-store.h"

#define N_KILLS "200"

/* How much the driver lives to tell, however slow the machine: as many deeds as a person’s hour.
 * One in so many is killed in its youth, in which it may not even come to open the database. */
#define MOST_REPORTS 200
#define YOUNG_ONE_IN 8

/* In microseconds: at what moment after its last report it is killed, or after its birth. */
#define LAST_MOMENT 5000
#define YOUTH 100000

typedef struct
{
  const char *program;
  char *folder;
  char *path;
  GRand *rand;
  GHashTable *entries; /* id → array of PigaTestReport: as what it may be found */
  guint n_acknowledged;
  guint n_opened;
  guint slowest_open; /* microseconds */
} Crash;

/* An entry may be found as after the last deed that the disk said yes to, or any begun since. */
static void
learn (Crash *self, const PigaTestReport *report)
{
  GArray *reports = g_hash_table_lookup (self->entries, report->id);

  if (reports == NULL)
    {
      reports = g_array_new (FALSE, FALSE, sizeof (PigaTestReport));
      g_hash_table_insert (self->entries, g_strdup (report->id), reports);
    }
  if (report->acknowledged)
    {
      self->n_acknowledged++;
      while (reports->len > 0
             && g_array_index (reports, PigaTestReport, 0).number <= report->number)
        g_array_remove_index (reports, 0);
      g_array_prepend_vals (reports, report, 1);
    }
  else
    g_array_append_vals (reports, report, 1);
}

static void
hear (Crash *self, const PigaTestReport *report)
{
  if (report->id[0] != '\0')
    learn (self, report);
  else
    {
      self->n_opened++;
      self->slowest_open = MAX (self->slowest_open, report->serial);
    }
}

/* Listens to so many reports, or until nobody is there any more. */
static void
listen_to (Crash *self, int pipe, guint n_reports)
{
  PigaTestReport report;

  for (guint i = 0; i < n_reports && read (pipe, &report, sizeof report) == sizeof report; i++)
    hear (self, &report);
}

static void
let_live (Crash *self, int pipe)
{
  const gboolean is_young = g_rand_int_range (self->rand, 0, YOUNG_ONE_IN) == 0;

  if (!is_young)
    listen_to (self, pipe, (guint) g_rand_int_range (self->rand, 1, MOST_REPORTS));
  g_usleep ((gulong) g_rand_int_range (self->rand, 0, is_young ? YOUTH : LAST_MOMENT));
}

/* The driver goes on with some of what is there. */
static GStrv
make_arguments (Crash *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *seed = g_strdup_printf ("%u", g_rand_int (self->rand));
  GHashTableIter iter;
  gpointer id, reports;
  guint n = 0;

  g_strv_builder_add_many (builder, self->program, "--drive", self->path, seed, NULL);
  g_hash_table_iter_init (&iter, self->entries);
  while (n < PIGA_TEST_N_SLOTS / 2 && g_hash_table_iter_next (&iter, &id, &reports))
    {
      const PigaTestReport *report = &g_array_index ((GArray *) reports, PigaTestReport, 0);

      if (report->deed != PIGA_TEST_DELETE && g_rand_boolean (self->rand))
        {
          g_strv_builder_add (builder, id);
          g_strv_builder_take (builder, g_strdup_printf ("%u", report->serial));
          n++;
        }
    }
  return g_strv_builder_end (builder);
}

static void
let_live_and_kill (Crash *self)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) driver = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = make_arguments (self);
  int pipes[2];

  g_unix_open_pipe (pipes, O_CLOEXEC, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_take_fd (launcher, pipes[1], PIGA_TEST_PIPE);
  driver = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments, &error);
  g_assert_no_error (error);
  g_clear_object (&launcher);

  let_live (self, pipes[0]);
  g_subprocess_force_exit (driver);
  listen_to (self, pipes[0], G_MAXUINT); /* what it still said */
  g_subprocess_wait (driver, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (driver));
  g_assert_cmpint (g_subprocess_get_term_sig (driver), ==, SIGKILL);
  close (pipes[0]);
}

/* Looked at in a copy: the driver itself is to find what the cut left. */
static sqlite3 *
open_copy (Crash *self)
{
  static const char *const suffixes[] = { "", "-wal" };
  g_autofree char *copy = g_build_filename (self->folder, "copy.db", NULL);
  sqlite3 *database = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (self->path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (copy, suffixes[i], NULL);
      g_autofree char *contents = NULL;
      gsize size;

      g_unlink (to);
      if (g_file_get_contents (from, &contents, &size, NULL))
        g_assert_true (g_file_set_contents (to, contents, size, NULL));
    }
  g_assert_cmpint (sqlite3_open (copy, &database), ==, SQLITE_OK);
  return database;
}

static void
check_whole (sqlite3 *database)
{
  static const char *const sound = "INSERT INTO entry_search (entry_search, rank)"
                                   " VALUES ('integrity-check', 0)";
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (database, "PRAGMA quick_check", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_exec (database, sound, NULL, NULL, NULL), ==, SQLITE_OK);
}

static gboolean
holds_text (const PigaTestReport *report, const char *body)
{
  g_autofree char *text = piga_test_make_text (report->id, report->serial);

  return g_str_equal (body, text);
}

/* Every deed writes the newest text there is when its turn comes: that of its own time, or of a
 * save that was begun since. */
static gboolean
find_state (GArray *reports, const char *body, gboolean deleted, PigaTestReport *state)
{
  for (guint i = 0; i < reports->len; i++)
    for (guint j = i; j < reports->len; j++)
      {
        const PigaTestReport *deed = &g_array_index (reports, PigaTestReport, i);
        const PigaTestReport *text = &g_array_index (reports, PigaTestReport, j);

        if (deleted == (deed->deed == PIGA_TEST_DELETE) && holds_text (text, body))
          {
            *state = *deed;
            state->serial = text->serial;
            return TRUE;
          }
      }

  return FALSE;
}

/* What is on the disk now is certain from now on. */
static void
check_entry (Crash *self, const char *id, const char *title, const char *body, gboolean deleted)
{
  GArray *reports = g_hash_table_lookup (self->entries, id);
  PigaTestReport state;

  g_assert_nonnull (reports);
  g_assert_cmpstr (title, ==, id);
  if (!find_state (reports, body, deleted, &state))
    g_error ("%s is not what was written: %s, %s", id, deleted ? "deleted" : "there", body);

  state.acknowledged = TRUE;
  state.number = 0;
  g_array_set_size (reports, 0);
  g_array_append_val (reports, state);
}

/* An entry that the disk never said yes to may not be there, and then never will be. */
static gboolean
is_missing (gpointer id, gpointer reports, gpointer found)
{
  if (g_hash_table_contains (found, id))
    return FALSE;
  if (g_array_index ((GArray *) reports, PigaTestReport, 0).acknowledged)
    g_error ("%s is lost", (const char *) id);
  return TRUE;
}

static void
check_disk (Crash *self)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3 *database = open_copy (self);
  sqlite3_stmt *statement = NULL;
  static const char *const sql = "SELECT id, title, body, deleted_at IS NOT NULL FROM entry";

  /* Killed before the tables were made, there are none. */
  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) == SQLITE_OK)
    {
      check_whole (database);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          const char *id = (const char *) sqlite3_column_text (statement, 0);

          check_entry (self, id, (const char *) sqlite3_column_text (statement, 1),
                       (const char *) sqlite3_column_text (statement, 2),
                       sqlite3_column_int (statement, 3));
          g_hash_table_add (found, g_strdup (id));
        }
    }
  sqlite3_finalize (statement);
  sqlite3_close (database);
  g_hash_table_foreach_remove (self->entries, is_missing, found);
}

/* The same through the store, as the program would start after the last cut. */
static void
check_store (Crash *self)
{
  g_autoptr (GError) error = NULL;
  PigaTestStore test = { .store = piga_store_new (self->path, piga_kinds_get ()) };
  GHashTableIter iter;
  gpointer id, reports;

  piga_test_open (test.store, &error);
  g_assert_no_error (error);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &id, &reports))
    {
      const PigaTestReport *report = &g_array_index ((GArray *) reports, PigaTestReport, 0);
      g_autofree char *text = piga_test_make_text (id, report->serial);
      g_autoptr (GObject) entry = piga_test_find (test.store, PIGA_TYPE_ENTRY, id, NULL);

      g_assert_cmpint (entry == NULL, ==, report->deed == PIGA_TEST_DELETE);
      if (entry != NULL)
        g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, text);
    }
  piga_test_close (&test);
}

static void
test_power_cuts (gconstpointer program)
{
  const char *wanted = g_getenv ("PIGA_HATUA_KILLS");
  const guint n_kills = strtoul (wanted != NULL ? wanted : N_KILLS, NULL, 10);
  Crash self = {
    .program = program,
    .folder = piga_test_make_folder (),
    .rand = g_rand_new_with_seed (g_test_rand_int ()),
    .entries =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref),
  };

  self.path = g_build_filename (self.folder, "kept", "piga-hatua.db", NULL);
  for (guint i = 0; i < n_kills; i++)
    {
      let_live_and_kill (&self);
      check_disk (&self);
    }
  check_store (&self);
  g_test_message ("%u kills: %u starts, the slowest in %u ms; %u deeds acknowledged, none lost; "
                  "%u entries, each as it was written",
                  n_kills, self.n_opened, self.slowest_open / 1000, self.n_acknowledged,
                  g_hash_table_size (self.entries));
  g_assert_cmpuint (self.n_acknowledged, >, n_kills);

  piga_test_remove_folder (self.folder);
  g_hash_table_unref (self.entries);
  g_rand_free (self.rand);
  g_free (self.folder);
  g_free (self.path);
}

int
main (int argc, char *argv[])
{
  if (argc >= 4 && g_str_equal (argv[1], "--drive"))
    return piga_test_drive (argv + 2);

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/store/power-cuts", argv[0], test_power_cuts);
  return g_test_run ();
}
