/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be read of a damaged file: by an export, and by taking it out into a new file. */

#define _GNU_SOURCE

#include <glib/gstdio.h>
#include <string.h>

#include "piga-entry-list.h"
#include "piga-id.h"
#include "piga-test-exchange.h"
#include "piga-test-damage.h"
#include "records/piga-damaged-value.h"

#define N_ENTRIES 200

/* Every third entry is as long as is said. */
static void
add_entries (PigaStore *store, guint length)
{
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *filling = g_strnfill (i % 3 == 0 ? length : 700, (char) ('a' + i % 26));
      g_autofree char *body = g_strdup_printf ("Entry %u %s end", i, filling);
      const gint64 time = (1700000000 + (gint64) i * 5000) * G_TIME_SPAN_SECOND;
      g_autofree char *id = piga_id_new (time);
      g_autoptr (GObject) entry = piga_record_new_with_id (PIGA_TYPE_ENTRY, id);
      g_autoptr (GError) error = NULL;

      piga_record_set_text (entry, PIGA_ENTRY_TITLE, "Siku");
      piga_record_set_text (entry, PIGA_ENTRY_BODY, body);
      piga_record_set_times (entry, time, time, 0);
      g_assert_true (piga_test_save (store, entry, &error));
    }
}

static gpointer
add_goal (PigaStore *store, const char *title, guint n_marks)
{
  gpointer goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (GError) error = NULL;

  piga_record_set_text (goal, PIGA_GOAL_TITLE, title);
  g_assert_true (piga_test_save (store, goal, &error));
  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (GObject) mark = piga_record_new (PIGA_TYPE_GOAL_MARK);

      piga_record_set_text (mark, PIGA_GOAL_MARK_GOAL, piga_record_get_id (goal));
      piga_record_set_day (mark, PIGA_GOAL_MARK_DAY, piga_day_new (2026, 3, i + 1));
      piga_record_set_text (mark, PIGA_GOAL_MARK_NOTE, "Note");
      g_assert_true (piga_test_save (store, mark, &error));
    }
  return goal;
}

/* The lines of a kind in an exported text. */
static guint
count_lines (const char *text, const char *kind)
{
  g_autofree char *start = g_strdup_printf ("\n{\"kind\":\"%s\",", kind);
  guint n = 0;

  for (const char *line = strstr (text, start); line != NULL; line = strstr (line + 1, start))
    n++;
  return n;
}

/* Whether each line of @text but the first stands in @whole. */
static void
assert_lines_are_in (const char *text, const char *whole)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) all = g_strsplit (whole, "\n", -1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 1; all[i] != NULL; i++)
    g_hash_table_add (known, all[i]);
  for (guint i = 1; lines[i] != NULL; i++)
    g_assert_true (g_hash_table_contains (known, lines[i]));
}

/* A file greater than is looked through at a start is opened whatever is in it. */
#define GREAT 70000
#define SMALL 9000

static void
open_again (PigaTestStore *test)
{
  g_autoptr (GError) error = NULL;

  test->store = piga_store_new (test->path, piga_kinds_get ());
  piga_test_open (test->store, &error);
  g_assert_no_error (error);
}

/* Exports and returns the text, and what is said to be lost. */
static char *export (PigaTestExchange *self, GPtrArray **lost)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_records;
  char *text;

  piga_exchange_export_async (self->kept.store, self->file, NULL, NULL, NULL, piga_test_keep_result,
                              &result);
  piga_exchange_export_finish (self->kept.store, piga_test_wait_for (&result), &n_records, &error);
  g_assert_no_error (error);
  *lost = g_ptr_array_ref (piga_exchange_export_get_lost (result));
  g_assert_true (g_file_get_contents (self->path, &text, NULL, &error));
  return text;
}

/* Blanks a page and exports; whatever is not lost is as it was, and the rest is named. The search
 * finds all the others, too. */
static void
try_export (PigaTestExchange *self, const char *whole, GArray *pages, guint n_lost,
            gboolean are_partial)
{
  g_autofree char *sound = NULL, *text = NULL;
  g_autoptr (GPtrArray) lost = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  gboolean are_known = TRUE;
  gsize length;

  piga_test_close (&self->kept);
  g_assert_true (g_file_get_contents (self->kept.path, &sound, &length, &error));
  for (guint i = 0; i < pages->len; i++)
    piga_test_blank_page (self->kept.path, g_array_index (pages, gint64, i));
  open_again (&self->kept);
  hits = piga_test_search (self->kept.store, "siku", N_ENTRIES, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, N_ENTRIES - n_lost);
  text = export (self, &lost);
  for (guint i = 0; i < lost->len; i++)
    {
      const PigaLostRecord *record = lost->pdata[i];

      g_assert_true (record->kind == PIGA_TYPE_ENTRY);
      /* Where the index is damaged, too, there are some of which nothing is known. */
      are_known &= record->id != NULL;
      if (record->id == NULL)
        continue;
      g_assert_nonnull (strstr (whole, record->id));
      g_assert_true ((strstr (text, record->id) != NULL) == are_partial);
      g_assert_true (record->is_partial == are_partial);
      g_assert_cmpint (record->created_at, ==, piga_id_get_time (record->id));
    }
  g_assert_true (are_known ? lost->len == n_lost : lost->len > 0 && lost->len <= n_lost + 1);
  g_assert_cmpuint (count_lines (text, "entry"), ==, N_ENTRIES - (are_partial ? 0 : n_lost));
  if (!are_partial)
    assert_lines_are_in (text, whole);

  piga_test_close (&self->kept);
  g_assert_true (g_file_set_contents (self->kept.path, sound, (gssize) length, &error));
  open_again (&self->kept);
}

static void
test_export (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (GArray) leaves = NULL;
  g_autoptr (GArray) overflows = NULL;
  g_autoptr (GArray) index = NULL;
  g_autoptr (GPtrArray) lost = NULL;
  g_autofree char *whole = NULL;

  add_entries (self->kept.store, GREAT);
  whole = export (self, &lost);
  g_ptr_array_unref (piga_test_search (self->kept.store, "siku", 1, NULL));
  g_assert_cmpuint (lost->len, ==, 0);
  piga_test_reopen (&self->kept);
  piga_test_close (&self->kept);
  leaves = piga_test_find_pages (self->kept.path, "entry", "leaf");
  overflows = piga_test_find_pages (self->kept.path, "entry", "overflow");
  index = piga_test_find_pages (self->kept.path, "sqlite_autoindex_entry_1", "leaf");
  open_again (&self->kept);
  g_assert_cmpuint (leaves->len, >, 10);

  for (guint i = 0; i < 4; i++)
    {
      /* The first, the last, some in the middle. */
      const guint first[] = { 0, leaves->len - 1, 5, 8 };
      g_autoptr (GArray) some = piga_test_take_pages (leaves, first[i], i < 2 ? 1 : 2);

      try_export (self, whole, some, piga_test_count_cells (self->kept.path, some), FALSE);
    }
  {
    g_autoptr (GArray) some = piga_test_take_pages (overflows, 3, 1);
    g_autoptr (GArray) one = piga_test_take_pages (index, 1, 1);
    g_autoptr (GArray) both = piga_test_take_pages (leaves, 7, 1);
    guint n_lost;

    try_export (self, whole, some, 1, TRUE);
    try_export (self, whole, one, 0, FALSE);
    n_lost = piga_test_count_cells (self->kept.path, both);
    g_array_append_vals (both, index->data, 1);
    try_export (self, whole, both, n_lost, FALSE);
  }
  {
    /* What lies between two such pages is known neither from the ends nor by the index. */
    g_autoptr (GArray) apart = piga_test_take_pages (leaves, leaves->len * 2 / 5, 1);
    guint n_lost;

    g_array_append_val (apart, g_array_index (leaves, gint64, leaves->len * 3 / 5));
    n_lost = piga_test_count_cells (self->kept.path, apart);
    g_array_append_val (apart, g_array_index (index, gint64, 1));
    try_export (self, whole, apart, n_lost, FALSE);
  }
}

/* The journal shows every line but those that cannot be read, and says why. The next start does not
 * open such a file. */
static void
test_journal (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GArray) leaves = NULL;
  g_autoptr (GArray) one = NULL;
  g_autoptr (PigaEntryList) list = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_loaded = 0;

  add_entries (test->store, GREAT);
  piga_test_close (test);
  leaves = piga_test_find_pages (test->path, "entry", "leaf");
  one = piga_test_take_pages (leaves, 7, 1);
  piga_test_blank_page (test->path, g_array_index (one, gint64, 0));
  open_again (test);
  list = piga_entry_list_new (test->store, NULL);
  piga_test_settle_store (test->store);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    g_ptr_array_add (lines, g_list_model_get_item (G_LIST_MODEL (list), i));
  piga_test_settle_store (test->store);
  g_assert_cmpuint (lines->len, ==, N_ENTRIES);
  for (guint i = 0; i < lines->len; i++)
    n_loaded += piga_entry_line_is_loaded (lines->pdata[i]);
  g_assert_cmpuint (n_loaded, <, N_ENTRIES);
  g_assert_cmpuint (n_loaded, >, N_ENTRIES - 20);
  g_assert_error (piga_store_get_error (test->store), PIGA_ERROR, PIGA_ERROR_CORRUPT);
  g_clear_object (&list);
  piga_test_close (test);

  test->store = piga_store_new (test->path, piga_kinds_get ());
  g_assert_false (piga_test_open (test->store, NULL));
  piga_test_close_anyway (test);
}

static PigaRescueReport *
rescue (PigaStore *store, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_store_rescue_async (store, piga_test_keep_result, &result);
  return piga_store_rescue_finish (store, piga_test_wait_for (&result), error);
}

/* Opens a damaged file, which is refused, and takes out what can be read. */
static PigaRescueReport *
refuse_and_rescue (PigaTestStore *test)
{
  g_autoptr (GError) error = NULL;
  PigaRescueReport *report;

  test->store = piga_store_new (test->path, piga_kinds_get ());
  g_assert_false (piga_test_open (test->store, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_CORRUPT);
  g_clear_error (&error);
  report = rescue (test->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (piga_store_get_state (test->store), ==, PIGA_STORE_READY);
  return report;
}

static void
assert_same_file (const char *path, const char *bytes, gsize length)
{
  g_autofree char *there = NULL;
  gsize there_length;

  g_assert_true (g_file_get_contents (path, &there, &there_length, NULL));
  g_assert_cmpmem (there, there_length, bytes, length);
}

static void
try_rescue (PigaTestExchange *self, const char *whole, gint64 page, guint n_lost)
{
  g_autofree char *sound = NULL, *damaged = NULL, *text = NULL, *list = NULL;
  g_autoptr (PigaRescueReport) report = NULL;
  g_autoptr (GPtrArray) lost = NULL;
  gsize length, damaged_length;

  piga_test_close (&self->kept);
  g_assert_true (g_file_get_contents (self->kept.path, &sound, &length, NULL));
  piga_test_blank_page (self->kept.path, page);
  g_assert_true (g_file_get_contents (self->kept.path, &damaged, &damaged_length, NULL));

  report = refuse_and_rescue (&self->kept);
  g_assert_cmpuint (report->lost->len, ==, n_lost);
  assert_same_file (report->kept_path, damaged, damaged_length);
  text = export (self, &lost);
  g_assert_cmpuint (lost->len, ==, 0);
  g_assert_cmpuint (count_lines (text, "entry"), ==, N_ENTRIES - n_lost);
  assert_lines_are_in (text, whole);
  g_assert_true ((report->list_path != NULL) == (n_lost > 0));
  if (n_lost > 0)
    {
      const PigaLostRecord *first = report->lost->pdata[0];

      g_assert_true (g_file_get_contents (report->list_path, &list, NULL, NULL));
      g_assert_nonnull (strstr (list, first->id));
    }

  piga_test_close (&self->kept);
  g_assert_true (g_file_set_contents (self->kept.path, sound, (gssize) length, NULL));
  open_again (&self->kept);
}

static void
test_rescue (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (GArray) leaves = NULL;
  g_autoptr (GArray) index = NULL;
  g_autoptr (GPtrArray) lost = NULL;
  g_autofree char *whole = NULL;

  add_entries (self->kept.store, SMALL);
  whole = export (self, &lost);
  piga_test_reopen (&self->kept);
  piga_test_close (&self->kept);
  leaves = piga_test_find_pages (self->kept.path, "entry", "leaf");
  index = piga_test_find_pages (self->kept.path, "entry_list", "leaf");
  open_again (&self->kept);

  for (guint i = 0; i < leaves->len; i += 9)
    {
      g_autoptr (GArray) one = piga_test_take_pages (leaves, i, 1);

      try_rescue (self, whole, g_array_index (leaves, gint64, i),
                  piga_test_count_cells (self->kept.path, one));
    }
  try_rescue (self, whole, g_array_index (index, gint64, 0), 0);
}

/* What belonged to a record that is lost stays, and something stands in for that. */
static void
test_lost_parent (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *goal_id = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GArray) pages = NULL;
  g_autoptr (GObject) goal = NULL;
  g_autoptr (PigaRescueReport) report = NULL;
  g_autoptr (GError) error = NULL;
  PigaImportSummary summary;

  goal = add_goal (self->kept.store, "Maombi matatu", 5);
  goal_id = g_strdup (piga_record_get_id (goal));
  text = piga_test_export (self);
  g_clear_object (&goal);
  piga_test_close (&self->kept);
  pages = piga_test_find_pages (self->kept.path, "goal", "leaf");
  piga_test_blank_page (self->kept.path, g_array_index (pages, gint64, 0));

  report = refuse_and_rescue (&self->kept);
  g_assert_cmpuint (report->lost->len, ==, 1);
  g_assert_cmpuint (report->n_records, ==, 6);
  goal = piga_test_find (self->kept.store, PIGA_TYPE_GOAL, goal_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (piga_record_get_text (goal, PIGA_GOAL_TITLE), ==, "�");
  g_assert_cmpint (
    piga_test_get_integer (self->kept.store, "SELECT count (*) FROM goal_mark WHERE note = 'Note'"),
    ==, 5);

  /* The true one, where it still is, takes its place. */
  g_clear_object (&goal);
  summary = piga_test_import (self, text);
  g_assert_cmpuint (summary.changed, ==, 1);
  goal = piga_test_find (self->kept.store, PIGA_TYPE_GOAL, goal_id, &error);
  g_assert_cmpstr (piga_record_get_text (goal, PIGA_GOAL_TITLE), ==, "Maombi matatu");
}

/* Where the page is lost that says where everything is, nothing is pretended. */
static void
test_hopeless (PigaTestStore *test, gconstpointer data)
{
  g_autofree char *damaged = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  add_entries (test->store, 10);
  piga_test_close (test);
  piga_test_blank_page (test->path, 1);
  g_assert_true (g_file_get_contents (test->path, &damaged, &length, NULL));

  test->store = piga_store_new (test->path, piga_kinds_get ());
  g_assert_false (piga_test_open (test->store, NULL));
  g_assert_null (rescue (test->store, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "nothing in it can be found"));
  g_assert_cmpuint (piga_store_get_state (test->store), ==, PIGA_STORE_REFUSED);
  assert_same_file (test->path, damaged, length);
  piga_test_close_anyway (test);
}

/* A part of the file is missing at its end. */
static void
test_cut_off (PigaTestStore *test, gconstpointer data)
{
  g_autofree char *file = NULL;
  g_autoptr (PigaRescueReport) report = NULL;
  gsize length;

  add_entries (test->store, SMALL);
  piga_test_close (test);
  g_assert_true (g_file_get_contents (test->path, &file, &length, NULL));
  g_assert_true (g_file_set_contents (test->path, file, (gssize) (length / 8192 * 4096), NULL));
  report = refuse_and_rescue (test);
  g_test_message ("%u records, %u lost", report->n_records, report->lost->len);
  g_assert_cmpuint (report->n_records, >, N_ENTRIES / 4);
  g_assert_cmpuint (report->lost->len, >, 0);
}

/* The power goes when the damaged file is aside and the new one has no name yet. */
static void
test_interrupted (PigaTestStore *test, gconstpointer data)
{
  g_autofree char *whole = g_strconcat (test->path, "-rescued", NULL);
  g_autofree char *wal = g_strconcat (test->path, "-wal", NULL);
  g_autofree char *folder = g_path_get_dirname (test->path);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  gboolean has_wal = FALSE;

  add_entries (test->store, 10);
  piga_test_close (test);
  g_assert_no_errno (g_rename (test->path, whole));
  g_assert_true (g_file_set_contents (wal, "what is left of another file", -1, NULL));
  open_again (test);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count (*) FROM entry"), ==,
                   N_ENTRIES);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    has_wal |= strstr (name, "-broken-") != NULL && g_str_has_suffix (name, "-wal");
  g_assert_true (has_wal);
}

static void
wrong_letter (char *file, gsize length, gpointer data)
{
  char *place = memmem (file, length, data, strlen (data));

  g_assert_nonnull (place);
  place[strlen (data) - 1] = '\0';
}

/* The original of a damaged text goes out with its record, saved or not, and comes in again. */
static void
test_round_trip (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  g_autoptr (GPtrArray) lost = NULL, lost_again = NULL;
  g_autoptr (GObject) goal = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  PigaImportSummary summary;

  goal = add_goal (self->kept.store, "Andika barua tatu", 1);
  id = g_strdup (piga_record_get_id (goal));
  g_clear_object (&goal);
  piga_test_close (&self->kept);
  piga_test_change_file (self->kept.path, wrong_letter, (gpointer) "Andika b");
  open_again (&self->kept);

  first = export (self, &lost);
  g_assert_cmpuint (lost->len, ==, 0);
  g_assert_nonnull (strstr (first, "\"title\":\"Andika �arua tatu\""));
  /* “Andika \0arua tatu” in base64. */
  g_assert_nonnull (
    strstr (first, "\"of_field\":\"title\",\"bytes\":\"QW5kaWthIABhcnVhIHRhdHU=\""));

  piga_test_exchange_start_anew (self);
  summary = piga_test_import (self, first);
  piga_test_assert_summary (&summary, 3, 0, 0);
  second = export (self, &lost_again);
  g_assert_cmpstr (second, ==, first);

  /* Saving does not keep it twice. */
  goal = piga_test_find (self->kept.store, PIGA_TYPE_GOAL, id, &error);
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Andika barua tatu");
  g_assert_true (piga_test_save (self->kept.store, goal, &error));
  third = piga_test_export (self);
  g_assert_cmpuint (count_lines (third, "damaged_value"), ==, 1);
}

/* A record whose id is damaged is exported with what the index knows, or another. */
static void
test_damaged_id (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *before = NULL, *text = NULL;
  g_autoptr (GObject) goal = add_goal (self->kept.store, "Goal", 2);
  g_autofree char *id = g_strdup (piga_record_get_id (goal));
  g_autoptr (GPtrArray) lost = NULL;

  g_clear_object (&goal);
  before = piga_test_export (self);
  piga_test_execute (self->kept.store, "PRAGMA foreign_keys = OFF");
  piga_test_close (&self->kept);
  /* The first place in the file where it stands is the table’s. */
  piga_test_change_file (self->kept.path, wrong_letter, id);
  open_again (&self->kept);
  text = export (self, &lost);
  g_assert_cmpuint (lost->len, ==, 0);
  g_assert_cmpuint (count_lines (text, "goal"), ==, 1);
  g_assert_cmpuint (count_lines (text, "goal_mark"), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                            \
  g_test_add (path, PigaTestStore, NULL, piga_test_store_set_up, func, piga_test_store_tear_down)
#define add_exchange(path, func)                                                                   \
  g_test_add (path, PigaTestExchange, NULL, piga_test_exchange_set_up, func,                       \
              piga_test_exchange_tear_down)
  add_exchange ("/salvage/export", test_export);
  add_exchange ("/salvage/rescue", test_rescue);
  add_exchange ("/salvage/lost-parent", test_lost_parent);
  add_exchange ("/salvage/round-trip", test_round_trip);
  add_exchange ("/salvage/damaged-id", test_damaged_id);
  add ("/salvage/journal", test_journal);
  add ("/salvage/hopeless", test_hopeless);
  add ("/salvage/cut-off", test_cut_off);
  add ("/salvage/interrupted", test_interrupted);

  return g_test_run ();
}
