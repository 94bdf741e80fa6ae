/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The n-th call to the disk fails while a backup is made or brought back, for n = 1, 2, … until
 * nothing fails any more: SQLite's calls, and those that sync and rename whole files. Each time
 * there is an error, the present stays as it was, no half file has the name of a backup, and the
 * next try works. One in so many calls is enough; all of them fail where PIGA_HATUA_ALL_FAULTS is
 * set. */

#include <glib/gstdio.h>
#include <string.h>

#include "backup/piga-backup-writer.h"
#include "piga-test-backups.h"
#include "piga-test-calls.h"
#include "piga-test-vfs.h"

#define NEVER 20000
#define STEP 73

/* Which comes back from the backup. */
#define ID "019a7c01-0000-7abc-8def-000000000001"

typedef struct
{
  const char *name;
  PigaTestFault fault;
  gboolean stays;
  /* Of the calls that are not SQLite's. */
  gboolean is_plain;
} Case;

static const Case cases[] = {
  { "io", PIGA_TEST_FAULT_IO, FALSE, FALSE },
  { "io-stays", PIGA_TEST_FAULT_IO, TRUE, FALSE },
  { "full", PIGA_TEST_FAULT_FULL, FALSE, FALSE },
  { "full-stays", PIGA_TEST_FAULT_FULL, TRUE, FALSE },
  { "short", PIGA_TEST_FAULT_SHORT, FALSE, FALSE },
  { "plain", PIGA_TEST_FAULT_IO, FALSE, TRUE },
  { "plain-stays", PIGA_TEST_FAULT_IO, TRUE, TRUE },
};

/* A store whose present is another than that of a backup, which lies elsewhere. */
typedef struct
{
  PigaTestBackups with;
  const Case *test;
  char *past;
  char *past_path;
  char *present;
  char *present_path;
  /* The copy in which the person looks around, beside the database, or NULL. */
  char *inside;
} Faults;

static void
wait_for_backups (PigaTestBackups *with)
{
  while (piga_backups_is_busy (with->backups))
    g_main_context_iteration (NULL, TRUE);
}

/* Puts the present into a backup that no plan removes. */
static char *
set_backup_aside (Faults *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;
  char *path = g_build_filename (self->with.kept.folder, name, NULL);

  piga_test_make_backup (&self->with, &error);
  g_assert_no_error (error);
  made = piga_test_get_newest_backup (self->with.kept.path);
  g_assert_cmpint (g_rename (made, path), ==, 0);
  return path;
}

static void
set_up (Faults *self, gconstpointer data)
{
  PigaStore *store;

  piga_test_backups_set_up (&self->with, NULL);
  self->test = data;
  store = self->with.kept.store;
  piga_test_execute (
    store,
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)"
    " INSERT INTO entry (id, created_at, modified_at, revision, title, body, step, mood, prompt,"
    " row) SELECT printf ('019a7c01-0000-7abc-8def-%012d', i), 1795305600000000 + i,"
    " 1795305600000000 + i, 1, 'Siku ' || i, hex (randomblob (1000)), 0, 'unsaid', '', i FROM n");
  self->past = piga_test_describe (store);
  self->past_path = set_backup_aside (self, "past.db");
  piga_test_execute (store, "UPDATE entry SET body = hex (randomblob (900)), revision = 2,"
                            " modified_at = modified_at + 1000");
  piga_test_execute (store, "DELETE FROM entry WHERE row > 30");
  self->present = piga_test_describe (store);
  self->present_path = set_backup_aside (self, "present.db");
}

static void
tear_down (Faults *self, gconstpointer data)
{
  wait_for_backups (&self->with);
  piga_test_backups_tear_down (&self->with, NULL);
  g_free (self->past);
  g_free (self->past_path);
  g_free (self->present);
  g_free (self->present_path);
  g_free (self->inside);
}

/* There are few plain calls. */
static guint
get_step (Faults *self)
{
  return self->test->is_plain || g_getenv ("PIGA_HATUA_ALL_FAULTS") != NULL ? 1 : STEP;
}

static void
arm (Faults *self, guint n)
{
  if (self->test->is_plain)
    piga_test_calls_arm (n, self->test->stays);
  else
    piga_test_vfs_arm (self->test->fault, n, self->test->stays);
}

/* Returns: whether a call has failed. */
static gboolean
disarm (Faults *self)
{
  return self->test->is_plain ? piga_test_calls_disarm () : piga_test_vfs_disarm ();
}

static void
assert_says_why (gboolean done, const GError *error)
{
  g_assert_true (done == (error == NULL));
  if (done)
    return;

  g_assert_true (error->domain == PIGA_ERROR);
  g_assert_cmpstr (error->message, !=, "");
}

static void
assert_holds (Faults *self, const char *expected)
{
  g_autofree char *text = piga_test_describe (self->with.kept.store);

  /* Too long to be printed. */
  g_assert_true (g_str_equal (text, expected));
}

/* SQLite may not come to remove an empty WAL; that goes with another start. */
static gboolean
is_empty_wal (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GStatBuf info;

  return g_str_has_suffix (name, "-wal") && g_lstat (path, &info) == 0 && info.st_size == 0;
}

/* Returns: (nullable): a file beside the database that did not become whole, and is not in use */
static char *
find_half_done (Faults *self)
{
  g_autofree char *folder = g_path_get_dirname (self->with.kept.path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, ".db-new") != NULL && !is_empty_wal (folder, name)
        && (self->inside == NULL || !g_str_has_prefix (name, self->inside)))
      return g_strdup (name);

  return NULL;
}

/* Nothing half done is left, neither beside the database nor in the folder. */
static void
assert_tidy (Faults *self)
{
  g_autofree char *half = NULL;

  wait_for_backups (&self->with);
  g_assert_cmpuint (piga_test_check_backups (self->with.kept.path), ==, 0);
  half = find_half_done (self);
  g_assert_cmpstr (half, ==, NULL);
}

/* It is no failed save: the person goes on. */
static void
assert_can_save (Faults *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) entry = piga_test_new_entry ("Bado", "Ninaandika");

  piga_test_save (self->with.kept.store, entry, &error);
  g_assert_no_error (error);
  piga_test_execute (self->with.kept.store, "DELETE FROM entry WHERE title = 'Bado'");
}

static void
assert_newest_is_present (Faults *self)
{
  g_autofree char *path = piga_test_get_newest_backup (self->with.kept.path);
  g_autofree char *text = piga_test_describe_backup (path);

  g_assert_true (g_str_equal (text, self->present));
}

static gboolean
make_in_slices (Faults *self, GError **error)
{
  return piga_test_make_backup (&self->with, error);
}

typedef struct
{
  gboolean done;
  GError *error;
} Written;

static void
write_backup (PigaDatabase *database, gpointer data)
{
  Written *written = data;
  g_autofree char *path = piga_backup_write (database, PIGA_BACKUP_IMPORT, &written->error);

  written->done = path != NULL;
}

/* As before an import, or anything else that may be regretted. */
static gboolean
make_at_once (Faults *self, GError **error)
{
  Written written = { FALSE, NULL };

  piga_test_with_database (self->with.kept.store, write_backup, &written);
  if (!written.done)
    g_propagate_error (error, written.error);
  return written.done;
}

static void
check_making (Faults *self, gboolean (*make) (Faults *, GError **))
{
  gboolean failed = TRUE;
  guint n;

  for (n = 1; failed; n += get_step (self))
    {
      g_autoptr (GError) error = NULL;
      gboolean done;

      arm (self, n);
      done = make (self, &error);
      failed = disarm (self);
      g_assert_true (failed || done);
      assert_says_why (done, error);
      assert_holds (self, self->present);
      assert_tidy (self);
      g_clear_error (&error);

      if (!done)
        {
          make (self, &error);
          g_assert_no_error (error);
          assert_tidy (self);
        }
      assert_newest_is_present (self);
      assert_can_save (self);
      g_assert_cmpuint (n, <, NEVER);
    }
  g_assert_cmpuint (n, >, 2 * get_step (self));
}

static void
test_slices (Faults *self, gconstpointer data)
{
  check_making (self, make_in_slices);
}

static void
test_once (Faults *self, gconstpointer data)
{
  check_making (self, make_at_once);
}

static void
restore (Faults *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  piga_test_restore (self->with.kept.store, path, NULL, &error);
  g_assert_no_error (error);
}

static void
test_restore (Faults *self, gconstpointer data)
{
  gboolean failed = TRUE;

  for (guint n = 1; failed; n += get_step (self))
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      gboolean done;

      arm (self, n);
      done = piga_test_restore (self->with.kept.store, self->past_path, &before, &error);
      failed = disarm (self);
      g_assert_true (failed || done);
      assert_says_why (done, error);
      assert_holds (self, done ? self->past : self->present);
      assert_tidy (self);
      /* The way back, also where what came after it did not work. */
      if (before != NULL || !done)
        assert_can_save (self);

      if (!done)
        restore (self, self->past_path);
      assert_holds (self, self->past);
      restore (self, self->present_path);
      assert_holds (self, self->present);
      g_assert_cmpuint (n, <, NEVER);
    }
}

/* The program starts, and finds no file or one that it cannot open. */
static void
start_without (Faults *self, const char *bytes)
{
  g_autoptr (GError) error = NULL;
  PigaTestStore *kept = &self->with.kept;

  g_clear_object (&self->with.backups);
  piga_test_close (kept);
  if (bytes != NULL)
    g_assert_true (g_file_set_contents (kept->path, bytes, -1, NULL));
  else
    g_assert_cmpint (g_unlink (kept->path), ==, 0);
  kept->store = piga_store_new (kept->path, piga_kinds_get ());
  self->with.backups = piga_backups_new (kept->store);
  g_assert_false (piga_test_open (kept->store, &error));
  g_assert_cmpuint (piga_store_get_state (kept->store), ==, PIGA_STORE_REFUSED);
}

/* After what did not work: either the same again, or all of the backup; no new beginning. */
static void
start_again (Faults *self)
{
  PigaTestStore *kept = &self->with.kept;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->with.backups);
  piga_test_close_anyway (kept);
  kept->store = piga_store_new (kept->path, piga_kinds_get ());
  self->with.backups = piga_backups_new (kept->store);
  if (piga_test_open (kept->store, &error))
    assert_holds (self, self->past);
  else
    restore (self, self->past_path);
}

static void
check_refused (Faults *self, const char *bytes)
{
  gboolean failed = TRUE;
  guint n_tries = 0;

  for (guint n = 1; failed; n += get_step (self))
    {
      PigaTestStore *kept = &self->with.kept;
      g_autoptr (GError) error = NULL;
      gboolean done;

      start_without (self, bytes);
      arm (self, n);
      done = piga_test_restore (kept->store, self->past_path, NULL, &error);
      failed = disarm (self);
      g_assert_true (failed || done);
      assert_says_why (done, error);
      g_assert_cmpuint (piga_store_get_state (kept->store), ==,
                        done ? PIGA_STORE_READY : PIGA_STORE_REFUSED);
      assert_tidy (self);
      if (!done && n_tries++ % 2 == 0)
        restore (self, self->past_path);
      else if (!done)
        start_again (self);
      assert_holds (self, self->past);
      assert_can_save (self);
      g_assert_cmpuint (n, <, NEVER);
    }
}

static void
test_damaged (Faults *self, gconstpointer data)
{
  check_refused (self, "Si hifadhidata tena, ni maneno tu.");
}

static void
test_missing (Faults *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  /* Without any backup beside it, it would be a first start. */
  g_assert_true (make_at_once (self, NULL));
  path = piga_test_get_newest_backup (self->with.kept.path);
  check_refused (self, NULL);
}

static PigaStore *
look_inside (Faults *self)
{
  g_autoptr (PigaBackup) backup = piga_test_read_backup (&self->with, self->past_path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PigaStore *inside;

  piga_backups_open_async (self->with.backups, backup, piga_test_keep_result, &result);
  inside = piga_backups_open_finish (self->with.backups, piga_test_wait_for (&result), &error);
  g_assert_no_error (error);
  return inside;
}

static gboolean
bring_back (Faults *self, PigaStore *inside, GPtrArray *records, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *before = NULL;
  guint n_brought = 0;
  gboolean done;

  piga_backups_bring_back_async (self->with.backups, inside, records, piga_test_keep_result,
                                 &result);
  done = piga_backups_bring_back_finish (self->with.backups, piga_test_wait_for (&result),
                                         &n_brought, &before, error);
  g_assert_cmpuint (n_brought, ==, done ? 1 : 0);
  return done;
}

static void
test_bring_back (Faults *self, gconstpointer data)
{
  g_autoptr (PigaStore) inside = look_inside (self);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean failed = TRUE;

  self->inside = find_half_done (self);
  g_ptr_array_add (records, piga_test_find (inside, PIGA_TYPE_ENTRY, ID, NULL));
  for (guint n = 1; failed; n += get_step (self))
    {
      g_autoptr (GError) error = NULL;
      gboolean done;

      arm (self, n);
      done = bring_back (self, inside, records, &error);
      failed = disarm (self);
      g_assert_true (failed || done);
      assert_says_why (done, error);
      assert_tidy (self);
      if (!done)
        {
          assert_holds (self, self->present);
          assert_can_save (self);
          g_assert_true (bring_back (self, inside, records, NULL));
        }
      /* It is here, and so is the form that was. */
      g_assert_cmpint (piga_test_get_integer (self->with.kept.store, "SELECT count (*) FROM entry"),
                       ==, 31);
      restore (self, self->present_path);
      g_assert_cmpuint (n, <, NEVER);
    }
}

static void
add (const char *name, void (*test) (Faults *, gconstpointer))
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/backup-faults/%s/%s", name, cases[i].name);

      g_test_add (path, Faults, &cases[i], set_up, test, tear_down);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  piga_test_vfs_install ();

  add ("slices", test_slices);
  add ("once", test_once);
  add ("restore", test_restore);
  add ("damaged", test_damaged);
  add ("missing", test_missing);
  add ("bring-back", test_bring_back);
  return g_test_run ();
}
