/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first start, by four processes at the same moment, again and again: each either opens the
 * store and keeps a word in it, or is told that another program uses it; the file is whole and
 * holds every word, and nothing lies beside it. PIGA_HATUA_FIRST_STARTS says how often. */

#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <utime.h>

#include "piga-database-file.h"
#include "piga-test-store.h"

#define N_ROUNDS "12"
#define N_ROUNDS_WITHOUT_RENAME 4
#define N_STARTERS 4

/* What a starter finds open: two gates, which open when the other end is closed, and a pipe to
 * answer by. */
#define GATE 3
#define LAST_GATE 4
#define ANSWERS 5

/* The letters of a starter's answers. */
#define PRESENT 'p'
#define OPENED 'o'
#define IN_USE 'u'
#define FAILED 'f'

/* Set where the file system is to be one without the rename that takes no name away, or without
 * second names, too. */
static gboolean has_no_rename, has_no_link;

typedef int (*RenameFunc) (int, const char *, int, const char *, unsigned int);
typedef int (*LinkFunc) (const char *, const char *);

/* Stands before the C library's own. */
int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags)
{
  errno = EINVAL;
  return has_no_rename ? -1
                       : ((RenameFunc) dlsym (RTLD_NEXT, "renameat2")) (from_folder, from,
                                                                        to_folder, to, flags);
}

int
link (const char *from, const char *to)
{
  errno = EPERM;
  return has_no_link ? -1 : ((LinkFunc) dlsym (RTLD_NEXT, "link")) (from, to);
}

typedef struct
{
  int gate[2];
  int last_gate[2];
  int answers[2];
  GSubprocess *starters[N_STARTERS];
} Round;

typedef struct
{
  guint n_opened;
  guint n_in_use;
} Outcome;

static void
wait_at (int gate)
{
  char letter;

  g_assert_cmpint (read (gate, &letter, 1), ==, 0);
}

static void
answer (char letter)
{
  g_assert_cmpint (write (ANSWERS, &letter, 1), ==, 1);
}

/* The one of the four that this process is. */
static int
start (const char *path, gboolean without_rename)
{
  PigaTestStore test = { .path = (char *) path };
  g_autoptr (GError) error = NULL;

  has_no_rename = without_rename;
  test.store = piga_store_new (path, piga_kinds_get ());
  answer (PRESENT);
  wait_at (GATE);

  if (piga_test_open (test.store, &error))
    {
      piga_test_keep_entry (test.store, "", "words", 1000);
      answer (OPENED);
    }
  else if (g_error_matches (error, PIGA_ERROR, PIGA_ERROR_BUSY))
    {
      answer (IN_USE);
    }
  else
    {
      g_printerr ("%s\n", error->message);
      answer (FAILED);
    }
  wait_at (LAST_GATE);
  piga_test_close (&test);
  return EXIT_SUCCESS;
}

static void
spawn (Round *self, guint i, const char *program, const char *path)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_take_fd (launcher, dup (self->gate[0]), GATE);
  g_subprocess_launcher_take_fd (launcher, dup (self->last_gate[0]), LAST_GATE);
  g_subprocess_launcher_take_fd (launcher, dup (self->answers[1]), ANSWERS);
  self->starters[i] = g_subprocess_launcher_spawn (
    launcher, &error, program, has_no_rename ? "--start-without-rename" : "--start", path, NULL);
  g_assert_no_error (error);
}

static char
hear (Round *self)
{
  char letter;

  g_assert_cmpint (read (self->answers[0], &letter, 1), ==, 1);
  return letter;
}

static void
hear_outcomes (Round *self, Outcome *outcome)
{
  for (guint i = 0; i < N_STARTERS; i++)
    {
      const char letter = hear (self);

      outcome->n_opened += letter == OPENED;
      outcome->n_in_use += letter == IN_USE;
    }
}

static void
begin (Round *self, const char *program, const char *path)
{
  g_assert_true (g_unix_open_pipe (self->gate, O_CLOEXEC, NULL));
  g_assert_true (g_unix_open_pipe (self->last_gate, O_CLOEXEC, NULL));
  g_assert_true (g_unix_open_pipe (self->answers, O_CLOEXEC, NULL));
  for (guint i = 0; i < N_STARTERS; i++)
    spawn (self, i, program, path);
  close (self->answers[1]);
  for (guint i = 0; i < N_STARTERS; i++)
    g_assert_cmpint (hear (self), ==, PRESENT);
}

static void
end (Round *self)
{
  for (guint i = 0; i < N_STARTERS; i++)
    {
      g_assert_true (g_subprocess_wait_check (self->starters[i], NULL, NULL));
      g_object_unref (self->starters[i]);
    }
  close (self->gate[0]);
  close (self->last_gate[0]);
  close (self->answers[0]);
}

/* Whole, with a word of each who opened it, and nothing beside it. */
static void
check_file (const char *path, guint n_opened)
{
  PigaTestStore test = { .path = (char *) path };
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (g_dir_read_name (dir), ==, name);
  g_assert_null (g_dir_read_name (dir));
  test.store = piga_store_new (path, piga_kinds_get ());
  piga_test_open (test.store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (piga_test_get_integer (test.store, "SELECT count (*) FROM entry"), ==, n_opened);
  g_assert_cmpint (
    piga_test_get_integer (
      test.store,
      "SELECT count (*) FROM pragma_quick_check AS result WHERE result.quick_check = 'ok'"),
    ==, 1);
  piga_test_close (&test);
}

/* With @stay, who opened it has it open until all have answered; otherwise one may follow the
 * other. */
static void
run_round (const char *program, gboolean stay, Outcome *all)
{
  g_autofree char *folder = piga_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "kept", "piga-hatua.db", NULL);
  Outcome outcome = { 0 };
  Round round;

  begin (&round, program, path);
  if (!stay)
    close (round.last_gate[1]);
  close (round.gate[1]);
  hear_outcomes (&round, &outcome);
  if (stay)
    close (round.last_gate[1]);
  end (&round);

  g_assert_cmpuint (outcome.n_opened + outcome.n_in_use, ==, N_STARTERS);
  g_assert_cmpuint (outcome.n_opened, >=, 1);
  if (stay)
    g_assert_cmpuint (outcome.n_opened, ==, 1);
  check_file (path, outcome.n_opened);
  all->n_opened += outcome.n_opened;
  all->n_in_use += outcome.n_in_use;
  piga_test_remove_folder (folder);
}

static void
test_at_once (gconstpointer program)
{
  const char *wanted = g_getenv ("PIGA_HATUA_FIRST_STARTS");
  const guint n_rounds = (guint) strtoul (wanted != NULL ? wanted : N_ROUNDS, NULL, 10);
  Outcome all = { 0 };

  for (guint i = 0; i < n_rounds; i++)
    run_round (program, FALSE, &all);
  g_test_message ("%u rounds of %u: %u opened it, one after the other, %u were told that it is in "
                  "use, 0 failed; %u files, each whole with every word",
                  n_rounds, N_STARTERS, all.n_opened, all.n_in_use, n_rounds);
}

static void
test_in_use (gconstpointer program)
{
  Outcome all = { 0 };

  run_round (program, TRUE, &all);
}

static void
test_without_rename (gconstpointer program)
{
  Outcome all = { 0 };

  has_no_rename = TRUE;
  for (guint i = 0; i < N_ROUNDS_WITHOUT_RENAME; i++)
    run_round (program, FALSE, &all);
  has_no_rename = FALSE;
}

static void
put (const char *path, const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_text (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

/* Whatever the file system can do, a name is never taken from another file. */
static void
test_publish (PigaTestFolder *self, gconstpointer data)
{
  g_autofree char *made = g_strconcat (self->path, "-made", NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_taken;

  has_no_rename = GPOINTER_TO_UINT (data) >= 1;
  has_no_link = GPOINTER_TO_UINT (data) >= 2;
  put (made, "first");
  g_assert_true (piga_database_file_publish (made, self->path, &is_taken, &error));
  g_assert_no_error (error);
  assert_text (self->path, "first");
  g_assert_false (g_file_test (made, G_FILE_TEST_EXISTS));

  put (made, "second");
  g_assert_false (piga_database_file_publish (made, self->path, &is_taken, &error));
  g_assert_no_error (error);
  g_assert_true (is_taken);
  assert_text (self->path, "first");
  assert_text (made, "second");
  has_no_rename = has_no_link = FALSE;
}

static void
open_and_close (const char *path)
{
  PigaTestStore test = { .path = (char *) path };
  g_autoptr (GError) error = NULL;

  test.store = piga_store_new (path, piga_kinds_get ());
  piga_test_open (test.store, &error);
  g_assert_no_error (error);
  piga_test_close (&test);
}

/* What a first start that was killed has left goes after a day, and nothing else goes. */
static void
test_leftovers (PigaTestFolder *self, gconstpointer data)
{
  static const char *const names[] = { "-new-0123456789abcdef", "-new-0123456789abcdef-wal", "-new",
                                       "-new-wal" };
  static const char *const others[] = { "-news.txt", ".new", "-schema-2-new" };
  const gint64 now = g_get_real_time () / G_TIME_SPAN_SECOND;
  const struct utimbuf two_days_ago = { now - 2 * 86400, now - 2 * 86400 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *fresh = g_strconcat (self->path, names[i], NULL);

      put (fresh, "half a file");
      open_and_close (self->path);
      assert_text (fresh, "half a file");
      g_assert_cmpint (g_utime (fresh, (struct utimbuf *) &two_days_ago), ==, 0);
      open_and_close (self->path);
      g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *other = g_strconcat (self->path, others[i], NULL);

      put (other, "not half a file");
      g_assert_cmpint (g_utime (other, (struct utimbuf *) &two_days_ago), ==, 0);
      open_and_close (self->path);
      assert_text (other, "not half a file");
    }
}

/* Killed after the file had got its name by a second one, and before the first was taken away. */
static void
test_second_name (PigaTestFolder *self, gconstpointer data)
{
  g_autofree char *second = g_strconcat (self->path, "-new-0123456789abcdef", NULL);

  open_and_close (self->path);
  g_assert_cmpint (link (self->path, second), ==, 0);
  open_and_close (self->path);
  g_assert_false (g_file_test (second, G_FILE_TEST_EXISTS));
}

static void
add (const char *path, gconstpointer data, void (*test) (PigaTestFolder *, gconstpointer))
{
  g_test_add (path, PigaTestFolder, data, piga_test_folder_set_up, test,
              piga_test_folder_tear_down);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_has_prefix (argv[1], "--start"))
    return start (argv[2], g_str_equal (argv[1], "--start-without-rename"));

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/first-start/at-once", argv[0], test_at_once);
  g_test_add_data_func ("/first-start/in-use", argv[0], test_in_use);
  g_test_add_data_func ("/first-start/without-rename", argv[0], test_without_rename);
  add ("/first-start/publish/rename", GUINT_TO_POINTER (0), test_publish);
  add ("/first-start/publish/link", GUINT_TO_POINTER (1), test_publish);
  add ("/first-start/publish/claim", GUINT_TO_POINTER (2), test_publish);
  add ("/first-start/leftovers", NULL, test_leftovers);
  add ("/first-start/second-name", NULL, test_second_name);
  return g_test_run ();
}
