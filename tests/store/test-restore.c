/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The drill: everything that was backed up comes back as it was, and so does what was there before
 * that. */

#include <glib/gstdio.h>

#include "piga-restore-summary.h"
#include "piga-test-backups.h"
#include "records/piga-remark.h"

static gpointer
keep (PigaStore *store, gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_test_save (store, record, &error));
  g_assert_no_error (error);
  return record;
}

static gpointer
keep_interview (PigaStore *store, const char *application, const char *notes)
{
  PigaRecord *interview = piga_record_new (PIGA_TYPE_INTERVIEW);

  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, application);
  piga_record_set_text (interview, PIGA_INTERVIEW_NOTES, notes);
  return keep (store, interview);
}

/* A bit of everything, with links and a trash. */
static void
fill (PigaStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaRecord) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaRecord) interview = NULL;
  g_autoptr (PigaRecord) goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (PigaRecord) mark = piga_record_new (PIGA_TYPE_GOAL_MARK);
  g_autoptr (PigaRecord) deleted = piga_test_new_entry ("Ya zamani", "Nitaifuta.");

  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, "Kampuni ya Maji");
  keep (store, application);
  interview = keep_interview (store, piga_record_get_id (application), "Watu watatu");
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Fanya mazoezi");
  piga_record_set_text (goal, PIGA_GOAL_ROUND, piga_record_get_id (interview));
  keep (store, goal);
  piga_record_set_text (mark, PIGA_GOAL_MARK_GOAL, piga_record_get_id (goal));
  piga_record_set_day (mark, PIGA_GOAL_MARK_DAY, piga_day_new (2026, 11, 30));
  keep (store, mark);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("Siku ya %u", i);
      g_autoptr (PigaRecord) entry = piga_test_new_entry (title, "Nilijifunza jambo jipya.");

      keep (store, entry);
    }
  keep (store, deleted);
  g_assert_true (piga_test_delete (store, deleted, &error));
}

static char *
back_up (PigaTestBackups *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_test_make_backup (self, &error));
  g_assert_no_error (error);
  return piga_test_get_newest_backup (self->kept.path);
}

static GPtrArray *
list_titles (PigaTestBackups *self)
{
  GListModel *goals = piga_store_list (self->kept.store, PIGA_TYPE_GOAL);
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  piga_test_settle_store (self->kept.store);
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (PigaRecord) goal = g_list_model_get_item (goals, i);

      g_ptr_array_add (titles, g_strdup (piga_record_get_text (goal, PIGA_GOAL_TITLE)));
    }
  return titles;
}

/* No save has to wait until all that came back is in its place; what was written after it, such as
 * what the index was taught, is little. */
static void
assert_wal_is_small (PigaTestBackups *self)
{
  g_autofree char *wal = g_strconcat (self->kept.path, "-wal", NULL);
  GStatBuf database, info;

  g_assert_cmpint (g_stat (self->kept.path, &database), ==, 0);
  g_assert_cmpint (g_stat (wal, &info), ==, 0);
  g_assert_cmpint (info.st_size, <, database.st_size);
}

static void
test_drill (PigaTestBackups *self, gconstpointer data)
{
  PigaStore *store = self->kept.store;
  g_autoptr (GError) error = NULL;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PigaRecord) goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (GPtrArray) titles = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  fill (store);
  then = piga_test_describe (store);
  backup = back_up (self);

  /* Then much is changed. */
  piga_test_execute (store, "UPDATE entry SET body = 'Vingine', revision = revision + 1");
  piga_test_execute (store, "DELETE FROM application");
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Lengo jipya");
  keep (store, goal);
  now = piga_test_describe (store);
  g_assert_cmpstr (now, !=, then);

  g_assert_true (piga_test_restore (store, backup, &before, &error));
  g_assert_no_error (error);
  assert_wal_is_small (self);
  after = piga_test_describe (store);
  g_assert_cmpstr (after, ==, then);
  titles = list_titles (self);
  g_assert_cmpuint (titles->len, ==, 1);
  g_assert_cmpstr (titles->pdata[0], ==, "Fanya mazoezi");
  hits = piga_test_search (store, "jambo jipya", 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 30);

  /* The way back. */
  g_assert_nonnull (before);
  g_assert_true (piga_test_restore (store, before, NULL, &error));
  g_clear_pointer (&after, g_free);
  after = piga_test_describe (store);
  g_assert_cmpstr (after, ==, now);

  /* And all of that is on the disk. */
  piga_test_backups_reopen (self);
  g_clear_pointer (&after, g_free);
  after = piga_test_describe (self->kept.store);
  g_assert_cmpstr (after, ==, now);
}

/* The file was deleted by hand. */
static void
test_missing (PigaTestBackups *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *then = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *after = NULL;

  fill (self->kept.store);
  then = piga_test_describe (self->kept.store);
  backup = back_up (self);
  g_clear_object (&self->backups);
  piga_test_close (&self->kept);
  g_assert_cmpint (g_unlink (self->kept.path), ==, 0);

  self->kept.store = piga_store_new (self->kept.path, piga_kinds_get ());
  self->backups = piga_backups_new (self->kept.store);
  g_assert_false (piga_test_open (self->kept.store, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_NOT_FOUND);
  g_assert_cmpuint (piga_store_get_state (self->kept.store), ==, PIGA_STORE_REFUSED);
  g_assert_false (g_file_test (self->kept.path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_true (piga_test_restore (self->kept.store, backup, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (piga_store_get_state (self->kept.store), ==, PIGA_STORE_READY);
  after = piga_test_describe (self->kept.store);
  g_assert_cmpstr (after, ==, then);
}

/* Who wants to start fresh may. */
static void
test_fresh (PigaTestBackups *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *backup = NULL;

  fill (self->kept.store);
  backup = back_up (self);
  g_clear_object (&self->backups);
  piga_test_close (&self->kept);
  g_assert_cmpint (g_unlink (self->kept.path), ==, 0);

  self->kept.store = piga_store_new (self->kept.path, piga_kinds_get ());
  self->backups = piga_backups_new (self->kept.store);
  g_assert_false (piga_test_open (self->kept.store, &error));
  g_clear_error (&error);
  piga_store_set_aside_async (self->kept.store, piga_test_keep_result, &result);
  g_assert_null (
    piga_store_set_aside_finish (self->kept.store, piga_test_wait_for (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (piga_store_get_state (self->kept.store), ==, PIGA_STORE_READY);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
}

/* The file is damaged: it is kept. */
static void
test_damaged (PigaTestBackups *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *then = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *after = NULL;
  g_autofree char *folder = g_path_get_dirname (self->kept.path);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_kept = 0;

  fill (self->kept.store);
  then = piga_test_describe (self->kept.store);
  backup = back_up (self);
  g_clear_object (&self->backups);
  piga_test_close (&self->kept);
  g_assert_true (
    g_file_set_contents (self->kept.path, "Si hifadhidata tena, ni maneno tu.", -1, NULL));

  self->kept.store = piga_store_new (self->kept.path, piga_kinds_get ());
  self->backups = piga_backups_new (self->kept.store);
  g_assert_false (piga_test_open (self->kept.store, &error));
  g_clear_error (&error);
  g_assert_true (piga_test_restore (self->kept.store, backup, NULL, &error));
  g_assert_no_error (error);
  after = piga_test_describe (self->kept.store);
  g_assert_cmpstr (after, ==, then);

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    n_kept += g_str_has_prefix (name, "piga-hatua.db-broken-");
  g_assert_cmpuint (n_kept, ==, 1);
}

/* Words that are not saved yet are saved before the present is backed up. */
static void
test_half_typed (PigaTestBackups *self, gconstpointer data)
{
  PigaStore *store = self->kept.store;
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *before = NULL;
  g_autoptr (PigaRecord) entry = piga_test_new_entry ("Leo", "Nusu ya");

  keep (store, entry);
  backup = back_up (self);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "Nusu ya maneno na nusu nyingine");
  piga_store_save_async (store, entry, NULL, NULL, NULL);
  g_assert_true (piga_test_restore (store, backup, &before, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, "Nusu ya");

  g_assert_true (piga_test_restore (store, before, NULL, &error));
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==,
                   "Nusu ya maneno na nusu nyingine");
  /* And it can be written on. */
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "Na mwisho");
  g_assert_true (piga_test_save (store, entry, &error));
  g_assert_no_error (error);
}

static void
test_compare (PigaTestBackups *self, gconstpointer data)
{
  PigaStore *store = self->kept.store;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (PigaBackup) backup = NULL;
  PigaRestoreSummary summary;

  fill (store);
  path = back_up (self);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (PigaRecord) entry = piga_test_new_entry ("Mpya", "Leo");

      keep (store, entry);
    }
  piga_test_execute (store, "UPDATE goal SET revision = revision + 1");
  piga_test_execute (store, "DELETE FROM goal_mark");
  backup = piga_test_read_backup (self, path);
  piga_backups_compare_async (self->backups, backup, piga_test_keep_result, &result);
  g_assert_true (
    piga_backups_compare_finish (self->backups, piga_test_wait_for (&result), &summary, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (summary.n_there, ==, 34);
  g_assert_cmpuint (summary.n_here, ==, 38);
  g_assert_cmpuint (summary.n_going, ==, 5);
  g_assert_cmpuint (summary.n_coming, ==, 1);
  g_assert_cmpuint (summary.n_changing, ==, 1);
  g_assert_true (piga_restore_is_great (summary.n_going, summary.n_here));
  g_assert_false (piga_restore_is_great (3, 38));
  g_assert_true (piga_restore_is_great (21, 1000));
  g_assert_false (piga_restore_is_great (20, 1000));
  g_assert_false (piga_restore_is_great (0, 0));
}

static PigaStore *
look_inside (PigaTestBackups *self, const char *path)
{
  g_autoptr (PigaBackup) backup = piga_test_read_backup (self, path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PigaStore *inside;

  piga_backups_open_async (self->backups, backup, piga_test_keep_result, &result);
  inside = piga_backups_open_finish (self->backups, piga_test_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (piga_store_get_state (inside), ==, PIGA_STORE_READ_ONLY);
  return inside;
}

static guint
bring_back (PigaTestBackups *self, PigaStore *inside, GType type, const char *id)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  guint n_brought = 0;

  g_ptr_array_add (records, piga_test_find (inside, type, id, &error));
  g_assert_no_error (error);
  piga_backups_bring_back_async (self->backups, inside, records, piga_test_keep_result, &result);
  g_assert_true (piga_backups_bring_back_finish (self->backups, piga_test_wait_for (&result),
                                                 &n_brought, &before, &error));
  g_assert_no_error (error);
  g_assert_nonnull (before);
  return n_brought;
}

/* An application that went for good, with its interviews and what hung on them. */
static void
test_bring_back_application (PigaTestBackups *self, gconstpointer data)
{
  PigaStore *store = self->kept.store;
  g_autoptr (PigaRecord) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaRecord) first = NULL;
  g_autoptr (PigaRecord) second = NULL;
  g_autoptr (PigaRecord) remark = piga_record_new (PIGA_TYPE_REMARK);
  g_autoptr (PigaStore) inside = NULL;
  g_autofree char *path = NULL;
  const char *id;

  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, "Kampuni ya Maji");
  keep (store, application);
  id = piga_record_get_id (application);
  first = keep_interview (store, id, "Watu watatu");
  second = keep_interview (store, id, "Kwa simu");
  piga_record_set_text (remark, PIGA_REMARK_INTERVIEW, piga_record_get_id (first));
  piga_record_set_text (remark, PIGA_REMARK_TEXT, "Ulijibu vizuri");
  keep (store, remark);
  path = back_up (self);

  piga_test_execute (store, "DELETE FROM application");
  g_assert_cmpint (piga_test_get_integer (store, "SELECT count (*) FROM remark"), ==, 0);
  inside = look_inside (self, path);
  g_assert_cmpuint (bring_back (self, inside, PIGA_TYPE_JOB_APPLICATION, id), ==, 4);
  g_assert_cmpint (piga_test_get_integer (store, "SELECT count (*) FROM application"), ==, 1);
  g_assert_cmpint (piga_test_get_integer (store, "SELECT count (*) FROM interview"), ==, 2);
  g_assert_cmpint (piga_test_get_integer (store, "SELECT count (*) FROM remark"), ==, 1);

  /* What hangs on it brings what it hangs on. */
  piga_test_execute (store, "DELETE FROM application");
  g_assert_cmpuint (bring_back (self, inside, PIGA_TYPE_REMARK, piga_record_get_id (remark)), >=,
                    3);
  g_assert_cmpint (piga_test_get_integer (store, "SELECT count (*) FROM application"), ==, 1);
}

/* What is here and is another goes to the trash. */
static void
test_bring_back_older_form (PigaTestBackups *self, gconstpointer data)
{
  PigaStore *store = self->kept.store;
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaRecord) entry = piga_test_new_entry ("Leo", "Maneno ya kwanza");
  g_autoptr (PigaStore) inside = NULL;
  g_autofree char *path = NULL;

  keep (store, entry);
  path = back_up (self);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "Maneno ya pili");
  keep (store, entry);

  inside = look_inside (self, path);
  g_assert_cmpuint (bring_back (self, inside, PIGA_TYPE_ENTRY, piga_record_get_id (entry)), ==, 1);
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, "Maneno ya kwanza");
  g_assert_cmpint (piga_test_get_integer (store, "SELECT count (*) FROM entry WHERE deleted_at > 0"
                                                 " AND body = 'Maneno ya pili'"),
                   ==, 1);
  /* The same again is nothing. */
  g_assert_cmpuint (bring_back (self, inside, PIGA_TYPE_ENTRY, piga_record_get_id (entry)), ==, 0);

  /* Out of the trash. */
  g_assert_true (piga_test_delete (store, entry, &error));
  g_assert_cmpuint (bring_back (self, inside, PIGA_TYPE_ENTRY, piga_record_get_id (entry)), ==, 1);
  g_assert_cmpint (piga_record_get_deleted_at (entry), ==, 0);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* What the search was not taught before the backup was made; the backup itself stays as it is. */
static void
test_search_inside (PigaTestBackups *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaRecord) entry = piga_test_new_entry ("Leo", "Maneno ya mwisho");
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *folder = g_path_get_dirname (self->kept.path);
  g_autofree char *path = NULL, *before = NULL, *after = NULL;
  PigaTestStore inside = { 0 };
  gsize length, new_length;
  guint n_files;

  keep (self->kept.store, entry);
  path = back_up (self);
  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  n_files = count_files (folder);

  inside.store = look_inside (self, path);
  hits = piga_test_search (inside.store, "mwisho", 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  piga_test_close (&inside);
  g_assert_cmpuint (count_files (folder), ==, n_files);
  g_assert_true (g_file_get_contents (path, &after, &new_length, NULL));
  g_assert_cmpmem (before, length, after, new_length);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                            \
  g_test_add (path, PigaTestBackups, NULL, piga_test_backups_set_up, func,                         \
              piga_test_backups_tear_down)
  add ("/restore/drill", test_drill);
  add ("/restore/missing", test_missing);
  add ("/restore/fresh", test_fresh);
  add ("/restore/damaged", test_damaged);
  add ("/restore/half-typed", test_half_typed);
  add ("/restore/compare", test_compare);
  add ("/restore/bring-back-application", test_bring_back_application);
  add ("/restore/bring-back-older-form", test_bring_back_older_form);
  add ("/restore/search-inside", test_search_inside);

  return g_test_run ();
}
