/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The power goes, and takes with it what the disk had not been asked to make last: any part of it,
 * in any order. What the store had said yes to must be there all the same, each in its own entry;
 * an import is there wholly or not at all; an older database opens with all it held.
 * PIGA_HATUA_POWER_CUTS says how often. */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "piga-exchange.h"
#include "piga-migration.h"
#include "piga-statement.h"
#include "piga-test-exchange.h"
#include "piga-test-power.h"
#include "piga-test-store.h"
#include "piga-test-vfs.h"

#define N_CUTS "60"
#define N_SLOTS 6
#define N_DEEDS 60
/* How many calls to the disk there are between two cuts. */
#define INTERVAL 25

/* What there is of an entry; -1 stands for none. */
typedef struct
{
  char id[37];
  int serial;
  gboolean is_deleted;
} State;

/* What is certain of all entries, and the one that is being changed. */
typedef struct
{
  State states[N_SLOTS];
  State next;
  int n_next; /* the slot of the next state, -1 for none */
} Model;

typedef struct
{
  PigaTestDisk *disk;
  Model model;
} Cut;

typedef struct
{
  GRand *rand;
  Model model;
  GPtrArray *cuts;
  GObject *entries[N_SLOTS];
} Power;

static guint
get_n_cuts (void)
{
  const char *wanted = g_getenv ("PIGA_HATUA_POWER_CUTS");

  return (guint) strtoul (wanted != NULL ? wanted : N_CUTS, NULL, 10);
}

static void
cut_free (Cut *self)
{
  g_hash_table_unref (self->disk);
  g_free (self);
}

/* The test waits for the store meanwhile: what it knows does not change. */
static void
note_cut (PigaTestDisk *disk, gpointer data)
{
  Power *self = data;
  Cut *cut = g_new0 (Cut, 1);

  cut->disk = disk;
  cut->model = self->model;
  g_ptr_array_add (self->cuts, cut);
}

static char *
make_text (const State *state)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 1 + state->serial * 7 % 200; i++)
    g_string_append_printf (text, "%s word%d line%d\n", state->id, state->serial, i);
  return g_string_free_and_steal (text);
}

static void
power_init (Power *self)
{
  self->rand = g_rand_new_with_seed (g_test_rand_int ());
  self->cuts = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_free);
  self->model.n_next = -1;
  for (guint i = 0; i < N_SLOTS; i++)
    {
      self->entries[i] = piga_record_new (PIGA_TYPE_ENTRY);
      self->model.states[i].serial = -1;
      g_strlcpy (self->model.states[i].id, piga_record_get_id (self->entries[i]),
                 sizeof self->model.states[i].id);
    }
}

static void
power_clear (Power *self)
{
  for (guint i = 0; i < N_SLOTS; i++)
    g_clear_object (&self->entries[i]);
  g_ptr_array_unref (self->cuts);
  g_rand_free (self->rand);
}

/* Saves, deletes or brings back an entry, and waits for the answer. */
static void
do_something (Power *self, PigaStore *store)
{
  const int slot = g_rand_int_range (self->rand, 0, N_SLOTS);
  GObject *entry = self->entries[slot];
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  self->model.next = self->model.states[slot];
  if (self->model.next.is_deleted
      || (self->model.next.serial >= 0 && g_rand_int_range (self->rand, 0, 5) == 0))
    self->model.next.is_deleted = !self->model.next.is_deleted;
  else
    self->model.next.serial++;
  self->model.n_next = slot;

  if (self->model.next.is_deleted)
    {
      done = piga_test_delete (store, entry, &error);
    }
  else if (self->model.states[slot].is_deleted)
    {
      done = piga_test_undelete (store, entry, &error);
    }
  else
    {
      text = make_text (&self->model.next);
      piga_record_set_text (entry, PIGA_ENTRY_BODY, text);
      done = piga_test_save (store, entry, &error);
    }
  g_assert_no_error (error);
  g_assert_true (done);
  self->model.states[slot] = self->model.next;
  self->model.n_next = -1;
}

static gboolean
is_as (GObject *entry, const State *state)
{
  g_autofree char *text = state->serial >= 0 ? make_text (state) : NULL;

  if (entry == NULL)
    return state->serial < 0;
  return text != NULL && g_str_equal (piga_record_get_text (entry, PIGA_ENTRY_BODY), text)
         && (piga_record_get_deleted_at (entry) != 0) == state->is_deleted;
}

typedef struct
{
  const char *id;
  GObject *record;
} Finding;

/* Also what is in the trash. */
static void
find (PigaDatabase *database, gpointer data)
{
  Finding *finding = data;
  PigaTable *table = piga_table_new (PIGA_TYPE_ENTRY);

  finding->record = piga_table_find (table, database, finding->id, NULL);
  piga_table_free (table);
}

static void
check_entries (PigaStore *store, const Model *model)
{
  for (int i = 0; i < N_SLOTS; i++)
    {
      Finding finding = { model->states[i].id, NULL };

      piga_test_with_database (store, find, &finding);
      if (!is_as (finding.record, &model->states[i])
          && !(i == model->n_next && is_as (finding.record, &model->next)))
        g_error ("%s is not what the disk said yes to", model->states[i].id);
      g_clear_object (&finding.record);
    }
}

/* Starts the program, as it were, on what a cut left. */
static void
open_disk (PigaTestStore *test, PigaTestDisk *disk)
{
  g_autoptr (GError) error = NULL;

  test->folder = piga_test_make_folder ();
  test->path = g_build_filename (test->folder, "piga-hatua.db", NULL);
  piga_test_disk_write (disk, test->folder);
  test->store = piga_store_new (test->path, piga_kinds_get ());
  piga_test_open (test->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (piga_store_get_state (test->store), ==, PIGA_STORE_READY);
}

static void
check_whole (PigaDatabase *database, gpointer data)
{
  g_autoptr (GError) error = NULL;

  piga_database_check_all (database, &error);
  g_assert_no_error (error);
}

static void
close_disk (PigaTestStore *test)
{
  piga_test_with_database (test->store, check_whole, NULL);
  piga_test_store_tear_down (test, NULL);
}

static void
check_cuts (Power *self)
{
  for (guint i = 0; i < self->cuts->len; i++)
    {
      const Cut *cut = self->cuts->pdata[i];
      PigaTestStore test = { 0 };

      open_disk (&test, cut->disk);
      check_entries (test.store, &cut->model);
      close_disk (&test);
    }
}

/* Opens the store again with somebody watching its files. */
static void
watch (Power *self, PigaTestStore *test)
{
  g_autofree char *folder = g_path_get_dirname (test->path);
  g_autoptr (GError) error = NULL;

  piga_test_close (test);
  piga_test_power_start (folder, self->rand, INTERVAL, note_cut, self);
  test->store = piga_store_new (test->path, piga_kinds_get ());
  piga_test_open (test->store, &error);
  g_assert_no_error (error);
}

static void
test_deeds (void)
{
  const guint n_cuts = get_n_cuts ();
  guint n_checked = 0;

  while (n_checked < n_cuts)
    {
      PigaTestStore test = { 0 };
      Power self = { 0 };

      power_init (&self);
      piga_test_store_set_up (&test, NULL);
      watch (&self, &test);
      for (guint i = 0; i < N_DEEDS; i++)
        do_something (&self, test.store);
      piga_test_close (&test);
      piga_test_power_stop ();
      check_cuts (&self);
      n_checked += self.cuts->len;
      power_clear (&self);
      piga_test_remove_folder (test.folder);
      g_free (test.folder);
      g_free (test.path);
    }

  g_test_message ("%u power cuts while entries were saved, deleted and brought back: none lost, "
                  "none mixed up, every database whole",
                  n_checked);
}

#define N_IMPORTED 150

static char *
make_export (void)
{
  PigaTestExchange source;
  char *text;

  piga_test_exchange_set_up (&source, NULL);
  for (gint64 i = 1; i <= N_IMPORTED; i++)
    piga_test_keep_entry (source.kept.store, "imported", "some words to take in", i * 1000000);
  text = piga_test_export (&source);
  piga_test_exchange_tear_down (&source, NULL);
  return text;
}

static void
check_import (PigaTestStore *test, const Model *model)
{
  const gint64 n_entries =
    piga_test_get_integer (test->store, "SELECT count (*) FROM entry WHERE title = 'imported'");

  if (n_entries != 0 || model->states[0].serial > 0)
    g_assert_cmpint (n_entries, ==, N_IMPORTED);
}

static void
test_import (void)
{
  const guint n_cuts = get_n_cuts () / 4;
  g_autofree char *text = make_export ();
  guint n_checked = 0;

  while (n_checked < n_cuts)
    {
      PigaTestExchange target;
      Power self = { 0 };

      power_init (&self);
      piga_test_exchange_set_up (&target, NULL);
      watch (&self, &target.kept);
      piga_test_import (&target, text);
      self.model.states[0].serial = 1;
      piga_test_keep_entry (target.kept.store, "after", "one more", 1);
      piga_test_close (&target.kept);
      piga_test_power_stop ();
      for (guint i = 0; i < self.cuts->len; i++)
        {
          const Cut *cut = self.cuts->pdata[i];
          PigaTestStore test = { 0 };

          open_disk (&test, cut->disk);
          check_import (&test, &cut->model);
          close_disk (&test);
        }
      n_checked += self.cuts->len;
      power_clear (&self);
      target.kept.store = piga_store_new (target.kept.path, piga_kinds_get ());
      piga_test_open (target.kept.store, NULL);
      piga_test_exchange_tear_down (&target, NULL);
    }

  g_test_message ("%u power cuts during an import: each time all of it is there, or nothing",
                  n_checked);
}

/* All that the first version kept, in one line. */
static void
describe (PigaDatabase *database, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaStatement) statement = piga_database_prepare (
    database,
    "SELECT (SELECT group_concat (id || title || body || modified_at, '/')"
    " FROM (SELECT * FROM entry ORDER BY row))"
    " || (SELECT group_concat (id || title || amount, '/')"
    " FROM (SELECT * FROM goal ORDER BY row)) || (SELECT count (*) FROM goal_mark)",
    &error);

  g_assert_no_error (error);
  g_assert_true (piga_statement_step (statement, &error) == PIGA_STATEMENT_ROW);
  *(char **) data = g_strdup (piga_statement_get_text (statement, 0, NULL));
}

static char *
make_version_1 (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaDatabase) database = piga_migration_open (path, "/test/released-1", &error);
  g_autoptr (GBytes) script =
    g_resources_lookup_data ("/test/version-1.sql", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  char *text = NULL;

  g_assert_no_error (error);
  piga_database_execute (database, g_bytes_get_data (script, NULL), &error);
  g_assert_no_error (error);
  describe (database, &text);
  piga_database_close (g_steal_pointer (&database), &error);
  g_assert_no_error (error);
  return text;
}

static void
test_migration (void)
{
  const guint n_cuts = get_n_cuts () / 4;
  guint n_checked = 0;

  while (n_checked < n_cuts)
    {
      PigaTestFolder place;
      PigaTestStore test = { 0 };
      Power self = { 0 };
      g_autofree char *before = NULL;
      g_autofree char *folder = NULL;
      g_autoptr (GError) error = NULL;

      power_init (&self);
      piga_test_folder_set_up (&place, NULL);
      before = make_version_1 (place.path);
      folder = g_path_get_dirname (place.path);
      piga_test_power_start (folder, self.rand, INTERVAL, note_cut, &self);
      test.store = piga_store_new (place.path, piga_kinds_get ());
      piga_test_open (test.store, &error);
      g_assert_no_error (error);
      piga_test_close (&test);
      piga_test_power_stop ();
      for (guint i = 0; i < self.cuts->len; i++)
        {
          PigaTestStore after = { 0 };
          g_autofree char *text = NULL;

          open_disk (&after, ((Cut *) self.cuts->pdata[i])->disk);
          piga_test_with_database (after.store, describe, &text);
          g_assert_cmpstr (text, ==, before);
          close_disk (&after);
        }
      n_checked += self.cuts->len;
      power_clear (&self);
      piga_test_folder_tear_down (&place, NULL);
    }

  g_test_message ("%u power cuts while a database of the first version was brought up to date: "
                  "nothing lost",
                  n_checked);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  piga_test_vfs_install ();

  g_test_add_func ("/power/deeds", test_deeds);
  g_test_add_func ("/power/import", test_import);
  g_test_add_func ("/power/migration", test_migration);
  return g_test_run ();
}
