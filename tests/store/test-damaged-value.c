/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Values that the disk has changed. They are shown as far as they can be, and nothing is written
 * over them before they are kept aside. */

#define _GNU_SOURCE

#include <string.h>

#include "piga-entry-list.h"
#include "piga-test-exchange.h"
#include "records/piga-damaged-value.h"

#define ID "019a7c01-1000-7abc-8def-000000000001"
#define BODY "Leo nilifika mapema, saa mbili. Mama Achieng’ aliniuliza kuhusu bajeti – “kwa nini?”"

/* Puts bytes into the file of a closed store, over the first place where @before stands. */
static void
overwrite (PigaTestStore *test, const char *before, gsize offset, const char *bytes, gsize n)
{
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  char *place;

  g_assert_true (g_file_get_contents (test->path, &file, &length, &error));
  place = memmem (file, length, before, strlen (before));
  g_assert_nonnull (place);
  memcpy (place + offset, bytes, n);
  g_file_set_contents_full (test->path, file, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
}

static void
open_again (PigaTestStore *test)
{
  g_autoptr (GError) error = NULL;

  test->store = piga_store_new (test->path, piga_kinds_get ());
  piga_test_open (test->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (piga_store_get_state (test->store), ==, PIGA_STORE_READY);
}

static void
keep_entry (PigaStore *store, const char *body)
{
  g_autoptr (GObject) entry = piga_record_new_with_id (PIGA_TYPE_ENTRY, ID);
  g_autoptr (GError) error = NULL;

  piga_record_set_text (entry, PIGA_ENTRY_TITLE, "Mahojiano");
  piga_record_set_text (entry, PIGA_ENTRY_BODY, body);
  piga_record_set_integer (entry, PIGA_ENTRY_MOOD, PIGA_MOOD_MIDDLING);
  g_assert_true (piga_test_save (store, entry, &error));
}

static gpointer
find (PigaStore *store, GType type, const char *id)
{
  g_autoptr (GError) error = NULL;
  gpointer record = piga_test_find (store, type, id, &error);

  g_assert_no_error (error);
  return record;
}

static guint
count_damaged (PigaStore *store)
{
  guint n_damaged;

  g_object_get (store, "n-damaged", &n_damaged, NULL);
  return n_damaged;
}

/* What is kept aside of the first damaged value, all of its parts. */
static GBytes *
get_original (PigaStore *store)
{
  GListModel *values = piga_store_list (store, PIGA_TYPE_DAMAGED_VALUE);
  GByteArray *bytes = g_byte_array_new ();

  piga_test_settle_store (store);
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (PigaDamagedValue) value = g_list_model_get_item (values, i);
      g_autoptr (GBytes) part = piga_damaged_value_get_bytes (value);

      g_assert_cmpint (piga_record_get_integer (value, PIGA_DAMAGED_VALUE_PART), ==, i);
      g_byte_array_append (bytes, g_bytes_get_data (part, NULL), g_bytes_get_size (part));
    }
  return g_byte_array_free_to_bytes (bytes);
}

static const struct
{
  const char *bytes;
  gsize n;
} wrong_bytes[] = { { "\0", 1 }, { "\xff", 1 }, { "\xe2", 1 }, { "\xc0\x80", 2 }, { "a\0b", 3 } };

/* One wrong place in a text: all the rest is shown, another field is saved, and the text as it was
 * is kept. */
static void
try_place (PigaTestStore *test, gsize offset, const char *wrong, gsize n)
{
  char body[] = BODY;
  g_autofree char *shown = NULL, *again = NULL;
  g_autoptr (GObject) entry = NULL;
  g_autoptr (GBytes) original = NULL;
  g_autoptr (GError) error = NULL;

  memcpy (body + offset, wrong, n);
  shown = g_utf8_make_valid (body, strlen (BODY));
  keep_entry (test->store, BODY);
  piga_test_close (test);
  overwrite (test, BODY, offset, wrong, n);

  open_again (test);
  entry = find (test->store, PIGA_TYPE_ENTRY, ID);
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, shown);
  g_assert_cmpuint (count_damaged (test->store), ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      piga_record_set_integer (entry, PIGA_ENTRY_STEP, i + 1);
      g_assert_true (piga_test_save (test->store, entry, &error));
    }
  original = get_original (test->store);
  g_assert_cmpmem (g_bytes_get_data (original, NULL), g_bytes_get_size (original), body,
                   strlen (BODY));
  g_clear_object (&entry);
  piga_test_close (test);

  open_again (test);
  entry = find (test->store, PIGA_TYPE_ENTRY, ID);
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, shown);
  g_assert_cmpuint (count_damaged (test->store), ==, 0);
  piga_test_execute (test->store, "DELETE FROM entry");
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count (*) FROM damaged_value"), ==,
                   0);
}

static void
test_text (PigaTestStore *test, gconstpointer data)
{
  for (gsize offset = 0; offset + 3 <= strlen (BODY); offset += 13)
    for (guint i = 0; i < G_N_ELEMENTS (wrong_bytes); i++)
      try_place (test, offset, wrong_bytes[i].bytes, wrong_bytes[i].n);
}

/* The longest text there can be is kept in parts, each no longer than any text may be. */
static void
test_long_text (PigaTestStore *test, gconstpointer data)
{
  const gsize length = 16 * 1024 * 1024 - 2;
  g_autofree char *body = g_malloc (length + 1);
  g_autoptr (GObject) entry = NULL;
  g_autoptr (GBytes) original = NULL;
  g_autoptr (GError) error = NULL;

  memset (body, 'a', length);
  body[length] = '\0';
  memcpy (body, BODY, strlen (BODY));
  keep_entry (test->store, body);
  piga_test_close (test);
  overwrite (test, BODY, 7, "\0", 1);
  body[7] = '\0';

  open_again (test);
  entry = find (test->store, PIGA_TYPE_ENTRY, ID);
  g_assert_cmpuint (strlen (piga_record_get_text (entry, PIGA_ENTRY_BODY)), ==, length + 2);
  piga_record_set_integer (entry, PIGA_ENTRY_STEP, 3);
  g_assert_true (piga_test_save (test->store, entry, &error));
  original = get_original (test->store);
  g_assert_cmpmem (g_bytes_get_data (original, NULL), g_bytes_get_size (original), body, length);
}

/* Where the original cannot be kept, nothing is written. */
static void
test_not_kept (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = NULL;
  g_autoptr (GError) error = NULL;

  keep_entry (test->store, BODY);
  piga_test_close (test);
  overwrite (test, BODY, 5, "\0", 1);
  open_again (test);
  piga_test_execute (test->store, "ALTER TABLE damaged_value RENAME TO gone");

  entry = find (test->store, PIGA_TYPE_ENTRY, ID);
  piga_record_set_integer (entry, PIGA_ENTRY_STEP, 3);
  g_assert_false (piga_test_save (test->store, entry, &error));
  g_assert_nonnull (error);
  g_assert_true (piga_record_is_dirty (entry));
  g_assert_cmpint (
    piga_test_get_integer (test->store, "SELECT count (*) FROM entry WHERE instr (body, x'00') > 0"
                                        " AND step = 0"),
    ==, 1);
  piga_test_execute (test->store, "ALTER TABLE gone RENAME TO damaged_value");
  g_assert_true (piga_test_flush (test->store, NULL));
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count (*) FROM damaged_value"), ==,
                   1);
}

/* Anything but a text is shown as in an untouched record; it opens, and saving mends it. */
static void
test_others (PigaTestStore *test, gconstpointer data)
{
  static const char *const goal_id = "019a7c01-1000-7abc-8def-000000000002";
  g_autoptr (GObject) goal = piga_record_new_with_id (PIGA_TYPE_GOAL, goal_id);
  g_autoptr (GObject) entry = NULL;
  g_autoptr (GObject) mark = piga_record_new (PIGA_TYPE_GOAL_MARK);
  g_autoptr (GError) error = NULL;

  keep_entry (test->store, BODY);
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Goal");
  piga_record_set_day (goal, PIGA_GOAL_DUE, piga_day_new (2031, 12, 24));
  g_assert_true (piga_test_save (test->store, goal, &error));
  piga_record_set_text (mark, PIGA_GOAL_MARK_GOAL, goal_id);
  piga_record_set_day (mark, PIGA_GOAL_MARK_DAY, piga_day_new (2031, 11, 23));
  g_assert_true (piga_test_save (test->store, mark, &error));
  piga_test_execute (test->store, "PRAGMA ignore_check_constraints = ON");
  piga_test_execute (test->store, "UPDATE entry SET step = 99");
  piga_test_execute (test->store, "UPDATE goal SET amount = -1, title = '', revision = -7");
  g_clear_object (&goal);
  g_clear_object (&mark);
  piga_test_close (test);
  overwrite (test, "middling", 0, "mid\x80", 4);
  overwrite (test, "2031-12-24", 5, "x2", 2);
  overwrite (test, "2031-11-23", 0, "\0", 1);

  open_again (test);
  entry = find (test->store, PIGA_TYPE_ENTRY, ID);
  g_assert_cmpint (piga_record_get_integer (entry, PIGA_ENTRY_STEP), ==, 0);
  g_assert_cmpint (piga_record_get_integer (entry, PIGA_ENTRY_MOOD), ==, PIGA_MOOD_UNSAID);
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, BODY);
  goal = find (test->store, PIGA_TYPE_GOAL, goal_id);
  g_assert_cmpuint (piga_record_get_day (goal, PIGA_GOAL_DUE), ==, PIGA_DAY_NONE);
  piga_store_list (test->store, PIGA_TYPE_GOAL_MARK);
  piga_test_settle_store (test->store);
  mark = g_list_model_get_item (piga_store_list (test->store, PIGA_TYPE_GOAL_MARK), 0);
  g_assert_cmpuint (piga_record_get_day (mark, PIGA_GOAL_MARK_DAY), ==, piga_day_today ());

  piga_record_set_text (entry, PIGA_ENTRY_TITLE, "New");
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "New");
  piga_record_set_text (mark, PIGA_GOAL_MARK_NOTE, "New");
  piga_test_save (test->store, entry, &error);
  g_assert_no_error (error);
  g_assert_true (piga_test_save (test->store, goal, &error));
  g_assert_true (piga_test_save (test->store, mark, &error));
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count (*) FROM pragma_quick_check"
                                                       " WHERE quick_check <> 'ok'"),
                   ==, 0);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count (*) FROM damaged_value"), ==,
                   5);
  /* The bytes of “99”. */
  g_assert_cmpint (piga_test_get_integer (test->store,
                                          "SELECT count (*) FROM damaged_value"
                                          " WHERE of_field = 'step' AND bytes = 'OTk='"),
                   ==, 1);
}

/* The journal's list and the search show what can be shown, and say that it is not all. */
static void
test_lines (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaEntryList) list = NULL;
  g_autoptr (PigaEntryLine) line = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  keep_entry (test->store, BODY);
  piga_test_close (test);
  overwrite (test, BODY, 4, "\0", 1);

  open_again (test);
  list = piga_entry_list_new (test->store, NULL);
  piga_test_settle_store (test->store);
  line = g_list_model_get_item (G_LIST_MODEL (list), 0);
  piga_test_settle_store (test->store);
  g_assert_true (g_str_has_prefix (piga_entry_line_get_excerpt (line), "Leo �ilifika mapema"));
  g_assert_cmpuint (count_damaged (test->store), ==, 1);
  g_clear_object (&list);
  g_clear_object (&line);
  piga_test_close (test);

  open_again (test);
  hits = piga_test_search (test->store, "achieng", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_nonnull (strstr (piga_search_hit_get_excerpt (hits->pdata[0]), "Achieng’ aliniuliza"));
  g_assert_cmpuint (count_damaged (test->store), ==, 1);
}

/* An import that has the record newer keeps the original of the one here, too. */
static void
test_import (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (GObject) entry = NULL;
  g_autoptr (GBytes) original = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  PigaImportSummary summary;

  keep_entry (self->kept.store, BODY);
  entry = find (self->kept.store, PIGA_TYPE_ENTRY, ID);
  text = g_strdup_printf (
    "{\"format\":\"piga-hatua\",\"version\":3}\n{\"kind\":\"entry\",\"id\":\"" ID "\","
    "\"created_at\":1,\"modified_at\":%" G_GINT64_FORMAT ",\"body\":\"New\"}\n",
    piga_record_get_modified_at (entry) + 1);
  g_clear_object (&entry);
  piga_test_close (&self->kept);
  overwrite (&self->kept, BODY, 30, "\xfe", 1);

  open_again (&self->kept);
  summary = piga_test_import (self, text);
  piga_test_assert_summary (&summary, 0, 1, 0);
  original = get_original (self->kept.store);
  g_assert_cmpuint (g_bytes_get_size (original), ==, strlen (BODY));
  entry = find (self->kept.store, PIGA_TYPE_ENTRY, ID);
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, "New");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                            \
  g_test_add (path, PigaTestStore, NULL, piga_test_store_set_up, func, piga_test_store_tear_down)
  add ("/damaged-value/text", test_text);
  add ("/damaged-value/long-text", test_long_text);
  add ("/damaged-value/not-kept", test_not_kept);
  add ("/damaged-value/others", test_others);
  add ("/damaged-value/lines", test_lines);
  g_test_add ("/damaged-value/import", PigaTestExchange, NULL, piga_test_exchange_set_up,
              test_import, piga_test_exchange_tear_down);

  return g_test_run ();
}
