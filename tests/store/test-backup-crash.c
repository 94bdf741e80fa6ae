/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A process that writes, makes backups and brings them back is killed at a random moment, again and
 * again over one database, which sometimes is deleted between. Each time everything is there that
 * the disk had said yes to, or wholly what is in the backup that was being brought back; and what
 * has the name of a backup is whole. PIGA_HATUA_BACKUP_KILLS says how often. */

#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#include <utime.h>

#include "backup/piga-backup-folder.h"
#include "piga-statement.h"
#include "piga-test-backups.h"

#define N_KILLS "10"
#define N_FIRST 200
#define PIPE 3

/* What the driver lives to tell, and in microseconds at what moment after that it is killed. */
#define MOST_REPORTS 60
#define LAST_MOMENT 20000
/* One in so many finds no database, and at so many it is seen what is swept. */
#define MISSING_ONE_IN 5
#define SWEEP_ONE_IN 5

typedef enum
{
  /* An entry of the backup that is brought back next. */
  MEMBER,
  RESTORE,
  RESTORED,
  NOT_RESTORED,
  SAVE,
  SAVED,
} Deed;

/* Shorter than PIPE_BUF, so that the pipe never holds a part of one. */
typedef struct
{
  guint32 deed;
  gint32 serial;
} Report;

/* The driver: works until it is killed. */
typedef struct
{
  PigaStore *store;
  PigaBackups *backups;
  GRand *rand;
  gint32 serial;
} Driver;

static char *
make_body (gint32 serial)
{
  GString *text = g_string_new (NULL);

  for (gint32 i = 0; i < 1 + serial * 7 % 50; i++)
    g_string_append_printf (text, "word%d line%d, as it was written\n", serial, i);
  return g_string_free_and_steal (text);
}

static void
tell (Deed deed, gint32 serial)
{
  const Report report = { deed, serial };

  g_assert_cmpint (write (PIPE, &report, sizeof report), ==, sizeof report);
}

/* The serials of all entries, whose texts have to be theirs. */
static GArray *
read_serials (PigaDatabase *database)
{
  GArray *serials = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaStatement) statement = piga_database_prepare (
    database, "SELECT title, body FROM entry WHERE deleted_at IS NULL", &error);

  g_assert_no_error (error);
  while (piga_statement_step (statement, &error) == PIGA_STATEMENT_ROW)
    {
      const gint32 serial = atoi (piga_statement_get_text (statement, 0, NULL));
      g_autofree char *body = make_body (serial);

      g_assert_cmpstr (piga_statement_get_text (statement, 1, NULL), ==, body);
      g_array_append_val (serials, serial);
    }
  g_assert_no_error (error);
  return serials;
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  piga_store_save_finish (PIGA_STORE (object), result, &error);
  g_assert_no_error (error);
  tell (SAVED, GPOINTER_TO_INT (data));
}

/* Nobody waits for it. */
static void
save (Driver *self)
{
  g_autofree char *title = g_strdup_printf ("%d", ++self->serial);
  g_autofree char *body = make_body (self->serial);
  g_autoptr (GObject) entry = piga_test_new_entry (title, body);

  tell (SAVE, self->serial);
  piga_store_save_async (self->store, entry, NULL, on_saved, GINT_TO_POINTER (self->serial));
}

/* May be gone by now, as those that are not needed are removed. */
static gboolean
tell_members (const char *path)
{
  g_autoptr (PigaDatabase) backup = piga_database_connect (path, PIGA_DATABASE_READ_ONLY, NULL);
  g_autoptr (GArray) serials = NULL;

  if (backup == NULL)
    return FALSE;
  serials = read_serials (backup);
  for (guint i = 0; i < serials->len; i++)
    tell (MEMBER, g_array_index (serials, gint32, i));
  return TRUE;
}

static void
restore (Driver *self)
{
  g_autoptr (GPtrArray) files =
    piga_backup_folder_list (piga_backups_get_folder (self->backups), NULL);
  g_autoptr (GError) error = NULL;
  const PigaBackupFile *file;

  if (files->len == 0)
    return;
  file = files->pdata[g_rand_int_range (self->rand, 0, (gint32) files->len)];
  if (!tell_members (file->path))
    return;

  tell (RESTORE, 0);
  if (piga_test_restore (self->store, file->path, NULL, &error))
    tell (RESTORED, 0);
  else
    {
      g_assert_error (error, PIGA_ERROR, PIGA_ERROR_NOT_FOUND);
      tell (NOT_RESTORED, 0);
    }
}

static void
do_something (Driver *self)
{
  const int what = g_rand_int_range (self->rand, 0, 10);

  if (what < 6)
    save (self);
  else if (what < 8 && !piga_backups_is_busy (self->backups))
    piga_backups_make_async (self->backups, NULL, NULL);
  else
    restore (self);
  for (int i = g_rand_int_range (self->rand, 0, 20); i > 0; i--)
    g_main_context_iteration (NULL, FALSE);
}

G_NORETURN static void
drive (char **arguments)
{
  g_autoptr (GError) error = NULL;
  Driver self = {
    .store = piga_store_new (arguments[0], piga_kinds_get ()),
    .rand = g_rand_new_with_seed ((guint32) strtoul (arguments[1], NULL, 10)),
    .serial = atoi (arguments[2]),
  };

  self.backups = piga_backups_new (self.store);
  if (!piga_test_open (self.store, &error))
    {
      g_assert_error (error, PIGA_ERROR, PIGA_ERROR_NOT_FOUND);
      restore (&self);
    }
  g_assert_cmpuint (piga_store_get_state (self.store), ==, PIGA_STORE_READY);
  while (TRUE)
    do_something (&self);
}

/* The one who kills. */
typedef struct
{
  const char *program;
  PigaTestStore test;
  GRand *rand;
  /* The serials of entries: those that are there for certain, those that may be, and those in the
   * backup that may be there in the place of all. */
  GHashTable *certain;
  GHashTable *possible;
  GHashTable *coming;
  gboolean is_coming;
  /* Neither is there until a backup is brought back. */
  gboolean is_missing;
  gint32 serial;
  guint n_restored;
  guint n_saved;
} Crash;

static void
take_coming (Crash *self)
{
  GHashTable *before = self->certain;

  self->certain = self->coming;
  self->coming = before;
  g_hash_table_remove_all (self->coming);
  g_hash_table_remove_all (self->possible);
  self->is_coming = FALSE;
  self->is_missing = FALSE;
}

static void
hear (Crash *self, const Report *report)
{
  gpointer serial = GINT_TO_POINTER (report->serial);

  switch ((Deed) report->deed)
    {
    case MEMBER:
      if (self->is_coming)
        g_hash_table_remove_all (self->coming);
      self->is_coming = FALSE;
      g_hash_table_add (self->coming, serial);
      break;
    case RESTORE:
      self->is_coming = TRUE;
      break;
    case RESTORED:
      take_coming (self);
      self->n_restored++;
      break;
    case NOT_RESTORED:
      self->is_coming = FALSE;
      g_hash_table_remove_all (self->coming);
      break;
    case SAVE:
      self->serial = MAX (self->serial, report->serial);
      g_hash_table_add (self->possible, serial);
      break;
    case SAVED:
      g_hash_table_remove (self->possible, serial);
      g_hash_table_add (self->certain, serial);
      self->n_saved++;
      break;
    }
}

/* Listens to so many reports, or until nobody is there any more. */
static void
listen_to (Crash *self, int pipe, guint n_reports)
{
  Report report;

  while (n_reports > 0 && read (pipe, &report, sizeof report) == sizeof report)
    {
      hear (self, &report);
      n_reports -= report.deed != MEMBER;
    }
}

static void
let_live_and_kill (Crash *self)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) driver = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *seed = g_strdup_printf ("%u", g_rand_int (self->rand));
  g_autofree char *serial = g_strdup_printf ("%d", self->serial);
  int pipes[2];

  g_unix_open_pipe (pipes, O_CLOEXEC, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_take_fd (launcher, pipes[1], PIPE);
  driver = g_subprocess_launcher_spawn (launcher, &error, self->program, "--drive", self->test.path,
                                        seed, serial, NULL);
  g_assert_no_error (error);
  g_clear_object (&launcher);

  listen_to (self, pipes[0], (guint) g_rand_int_range (self->rand, 1, MOST_REPORTS));
  g_usleep ((gulong) g_rand_int_range (self->rand, 0, LAST_MOMENT));
  g_subprocess_force_exit (driver);
  listen_to (self, pipes[0], G_MAXUINT); /* what it still said */
  g_subprocess_wait (driver, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (driver));
  g_assert_cmpint (g_subprocess_get_term_sig (driver), ==, SIGKILL);
  close (pipes[0]);
}

/* The next driver itself is to find what was left, so it is looked at in a copy. */
static char *
copy_files (Crash *self)
{
  static const char *const suffixes[] = { "", "-wal", "-rescued" };
  char *folder = piga_test_make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (self->test.path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (folder, "/piga-hatua.db", suffixes[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_get_contents (from, &bytes, &length, NULL))
        g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
    }
  return folder;
}

static void
keep_serials (PigaDatabase *database, gpointer data)
{
  *(GArray **) data = read_serials (database);
}

/* Returns: (transfer full) (nullable): what is there; %NULL where nothing is */
static GArray *
read_state (Crash *self)
{
  g_autofree char *whole = g_strconcat (self->test.path, "-rescued", NULL);
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  PigaTestStore test = { 0 };
  GArray *serials = NULL;

  if (!g_file_test (self->test.path, G_FILE_TEST_EXISTS)
      && !g_file_test (whole, G_FILE_TEST_EXISTS))
    return NULL;

  folder = copy_files (self);
  test.path = g_build_filename (folder, "piga-hatua.db", NULL);
  test.store = piga_store_new (test.path, piga_kinds_get ());
  piga_test_open (test.store, &error);
  g_assert_no_error (error);
  piga_test_with_database (test.store, keep_serials, &serials);
  piga_test_close (&test);
  piga_test_remove_folder (folder);
  g_free (test.path);
  return serials;
}

/* Whether it is all of @certain, and of what else only what is in @possible. */
static gboolean
is_allowed (GArray *serials, GHashTable *certain, GHashTable *possible)
{
  guint n_certain = 0;

  for (guint i = 0; i < serials->len; i++)
    {
      gpointer serial = GINT_TO_POINTER (g_array_index (serials, gint32, i));
      const gboolean is_certain = g_hash_table_contains (certain, serial);

      if (!is_certain && (possible == NULL || !g_hash_table_contains (possible, serial)))
        return FALSE;
      n_certain += is_certain;
    }
  return n_certain == g_hash_table_size (certain);
}

/* What is there now is certain from now on. */
static void
check_state (Crash *self)
{
  g_autoptr (GArray) serials = read_state (self);

  if (serials == NULL)
    g_assert_true (self->is_missing);
  else if (self->is_coming && is_allowed (serials, self->coming, NULL))
    take_coming (self);
  else
    g_assert_true (!self->is_missing && is_allowed (serials, self->certain, self->possible));

  self->is_coming = FALSE;
  g_hash_table_remove_all (self->coming);
  g_hash_table_remove_all (self->possible);
  if (serials == NULL)
    return;
  g_hash_table_remove_all (self->certain);
  for (guint i = 0; i < serials->len; i++)
    g_hash_table_add (self->certain, GINT_TO_POINTER (g_array_index (serials, gint32, i)));
}

static void
make_old (const char *folder)
{
  const struct utimbuf old = { 1000, 1000 };
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_utime (path, (struct utimbuf *) &old), ==, 0);
    }
}

/* Some days later, what was left is removed by the next start and the next backup. */
static void
check_swept (Crash *self)
{
  PigaTestBackups with = { .kept = self->test };
  g_autofree char *folder = g_path_get_dirname (self->test.path);
  g_autofree char *backups = piga_backup_folder_get_path (self->test.path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  make_old (folder);
  make_old (backups);
  with.kept.store = piga_store_new (self->test.path, piga_kinds_get ());
  with.backups = piga_backups_new (with.kept.store);
  piga_test_open (with.kept.store, &error);
  g_assert_no_error (error);
  piga_test_make_backup (&with, &error);
  g_assert_no_error (error);
  g_clear_object (&with.backups);
  piga_test_close (&with.kept);

  g_assert_cmpuint (piga_test_check_backups (self->test.path), ==, 0);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_equal (name, "piga-hatua.db") || g_str_equal (name, "backups"));
}

static void
lose_database (Crash *self)
{
  g_autofree char *wal = g_strconcat (self->test.path, "-wal", NULL);

  g_unlink (self->test.path);
  g_unlink (wal);
  self->is_missing = TRUE;
  g_hash_table_remove_all (self->certain);
}

static void
start (Crash *self, const char *program)
{
  piga_test_store_set_up (&self->test, NULL);
  self->program = program;
  self->rand = g_rand_new_with_seed (g_test_rand_int ());
  self->certain = g_hash_table_new (NULL, NULL);
  self->possible = g_hash_table_new (NULL, NULL);
  self->coming = g_hash_table_new (NULL, NULL);
  while (self->serial < N_FIRST)
    {
      g_autofree char *title = g_strdup_printf ("%d", ++self->serial);
      g_autofree char *body = make_body (self->serial);

      piga_test_keep_entry (self->test.store, title, body, 1000);
      g_hash_table_add (self->certain, GINT_TO_POINTER (self->serial));
    }
  piga_test_close (&self->test);
}

static void
test_kills (gconstpointer program)
{
  const char *wanted = g_getenv ("PIGA_HATUA_BACKUP_KILLS");
  const guint n_kills = (guint) strtoul (wanted != NULL ? wanted : N_KILLS, NULL, 10);
  Crash self = { 0 };

  start (&self, program);
  for (guint i = 1; i <= n_kills; i++)
    {
      if (i > 1 && i % MISSING_ONE_IN == 0 && piga_test_count_backups (self.test.path) > 0)
        lose_database (&self);
      let_live_and_kill (&self);
      check_state (&self);
      piga_test_check_backups (self.test.path);
      if (i % SWEEP_ONE_IN == 2 && !self.is_missing)
        check_swept (&self);
    }
  g_test_message ("%u kills: %u times brought back, %u entries saved, %u backups, each whole",
                  n_kills, self.n_restored, self.n_saved, piga_test_count_backups (self.test.path));
  g_assert_cmpuint (self.n_restored, >, 0);

  g_hash_table_unref (self.certain);
  g_hash_table_unref (self.possible);
  g_hash_table_unref (self.coming);
  g_rand_free (self.rand);
  piga_test_store_tear_down (&self.test, NULL);
}

int
main (int argc, char *argv[])
{
  if (argc >= 5 && g_str_equal (argv[1], "--drive"))
    drive (argv + 2);

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/backup-crash/kills", argv[0], test_kills);
  return g_test_run ();
}
