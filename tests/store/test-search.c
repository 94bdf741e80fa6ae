/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is found, and what is not. */

#include <string.h>
#include <time.h>

#include "piga-excerpt.h"
#include "piga-test-store.h"

#define SECOND G_TIME_SPAN_SECOND

/* The titles of the hits, joined. */
static char *
search (PigaTestStore *test, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = piga_test_search (test->store, text, 50, &error);
  GString *titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "," : "",
                            piga_search_hit_get_title (hits->pdata[i]));
  return g_string_free_and_steal (titles);
}

#define assert_found(test, text, titles)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found = search (test, text);                                                  \
    g_assert_cmpstr (found, ==, titles);                                                           \
  }                                                                                                \
  G_STMT_END

static void
test_words (PigaTestStore *test, gconstpointer data)
{
  piga_test_keep_entry (test->store, "one", "Nilikwenda Nakuru kwa mahojiano.", 1000 * SECOND);
  piga_test_keep_entry (test->store, "two", "MAHOJIANO ya café, ng'ombe", 3000 * SECOND);
  piga_test_keep_entry (test->store, "three", "ng’ombe na gaʼana", 2000 * SECOND);

  assert_found (test, "mahojiano", "two,one");
  assert_found (test, "maho", "two,one");
  assert_found (test, "maho ", "");
  assert_found (test, "mahojiano nakuru", "one");
  assert_found (test, "cafe", "two");
  assert_found (test, "CAFÉ", "two");
  assert_found (test, "ng'ombe", "two,three");
  assert_found (test, "ng’ombe", "two,three");
  assert_found (test, "NGʼOMBE", "two,three");
  assert_found (test, "ga'ana", "three");
  assert_found (test, "hakuna", "");
  assert_found (test, "", "");
  assert_found (test, "   ", "");
}

static void
test_found_at_once (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) entry = piga_test_new_entry ("diary", "first thought");

  piga_test_save (test->store, entry, &error);
  assert_found (test, "thought", "diary");
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "second idea");
  piga_test_save (test->store, entry, &error);
  assert_found (test, "thought", "");
  assert_found (test, "idea", "diary");
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "third idea");
  piga_test_save (test->store, entry, &error);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "fourth plan");
  piga_test_save (test->store, entry, &error);
  assert_found (test, "idea", "");
  assert_found (test, "plan", "diary");
  piga_test_delete (test->store, entry, &error);
  assert_found (test, "plan", "");
  piga_test_undelete (test->store, entry, &error);
  assert_found (test, "plan", "diary");
  g_clear_object (&entry);
  piga_test_reopen (test);
  assert_found (test, "plan", "diary");
  piga_test_execute (test->store,
                     "INSERT INTO entry_search (entry_search, rank) VALUES ('integrity-check', 1)");
}

static void
test_kinds (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (GPtrArray) hits = NULL;

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Apply to four jobs");
  piga_record_set_text (goal, PIGA_GOAL_REASON, "Because Nairobi is expensive");
  piga_test_save (test->store, goal, &error);
  piga_test_keep_entry (test->store, "a", "Nairobi 1", 1000 * SECOND);
  piga_test_keep_entry (test->store, "b", "Nairobi 2", 2000 * SECOND);
  piga_test_keep_entry (test->store, "c", "Nairobi 3", 3000 * SECOND);

  hits = piga_test_search (test->store, "nairobi", 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_true (piga_search_hit_get_record_type (hits->pdata[0]) == PIGA_TYPE_ENTRY);
  g_assert_cmpstr (piga_search_hit_get_title (hits->pdata[0]), ==, "c");
  g_assert_cmpint (piga_search_hit_get_created_at (hits->pdata[0]), ==, 3000 * SECOND);
  g_assert_cmpstr (piga_search_hit_get_title (hits->pdata[1]), ==, "b");
  g_assert_true (piga_search_hit_get_record_type (hits->pdata[2]) == PIGA_TYPE_GOAL);
  g_assert_cmpstr (piga_search_hit_get_id (hits->pdata[2]), ==, piga_record_get_id (goal));
  g_assert_cmpstr (piga_search_hit_get_excerpt (hits->pdata[2]), ==,
                   "Because Nairobi is expensive");
}

static const char *const syntax[] = {
  "\"",
  "*",
  "NEAR(a b)",
  "a OR",
  "a OR b",
  "-nothing",
  "title:one",
  "^one",
  "(",
  "a AND",
  "NOT",
  "\"\"",
  "'",
  "+",
  "{title} : one",
  "); DROP TABLE entry; --",
  "'); DROP TABLE entry; --",
  "%_",
  "a\"b",
  "\xe2\x80\xa8",
  "one\ntwo",
};

static void
test_syntax (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *brackets = g_strnfill (10000, '(');
  g_autofree char *huge = g_strnfill (1024 * 1024, 'x');
  g_autofree char *many = NULL;
  clock_t start;

  piga_test_keep_entry (test->store, "one", "title near or and not", SECOND);
  for (guint i = 0; i < G_N_ELEMENTS (syntax); i++)
    {
      g_autoptr (GPtrArray) hits = piga_test_search (test->store, syntax[i], 50, &error);

      g_assert_no_error (error);
    }
  assert_found (test, "one OR two", "");
  assert_found (test, "title:one", "");
  assert_found (test, "-one", "one");

  /* Processor time, so that it is the search that is measured and not the machine's other work; ten
   * times what a slow machine takes, and far less than one look at each word for each other. */
  start = clock ();
  assert_found (test, brackets, "");
  assert_found (test, huge, "");
  for (guint i = 0; i < 1024 * 1024; i += 2)
    huge[i] = ' ';
  many = g_strdup (huge);
  assert_found (test, many, "");
  g_assert_cmpint (clock () - start, <, 30 * CLOCKS_PER_SEC);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count (*) FROM entry"), ==, 1);
}

static void
on_searched (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = piga_search_finish (PIGA_STORE (object), result, &error);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (hits);
  (*(guint *) data)++;
}

/* Everything that is there, again and again: a search that would take for ever. */
static void
fill (PigaDatabase *database, gpointer data)
{
  g_autoptr (GError) error = NULL;

  piga_database_execute (
    database,
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
    " INSERT INTO entry (id, created_at, modified_at, deleted_at, revision, title, body, step,"
    " prompt, mood, row) SELECT printf ('%08d-0000-7000-8000-000000000000', i), i, i, i,"
    " 1, 'trashed', 'common', 0, '', 'unsaid', i FROM n",
    &error);
  g_assert_no_error (error);
}

static void
test_cancel (PigaTestStore *test, gconstpointer data)
{
  guint n_cancelled = 0;

  piga_test_with_database (test->store, fill, NULL);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();

      piga_search_async (test->store, "common", 50, cancellable, on_searched, &n_cancelled);
      /* Not in the main loop, where a quick answer could come before it is cancelled. */
      g_usleep (i * 250);
      g_cancellable_cancel (cancellable);
    }
  /* A save right behind an interrupted search is not interrupted. */
  piga_test_keep_entry (test->store, "kept", "common", SECOND);
  g_assert_cmpuint (n_cancelled, ==, 20);
  assert_found (test, "common", "kept");
}

static void
test_excerpts (void)
{
  g_autofree char *filler = g_strnfill (300, 'x');
  g_autofree char *text =
    g_strconcat ("It was a long\n\nday  ", filler, " and then the café called me back again", NULL);
  g_autoptr (PigaWords) words = piga_words_new ("CAFE call");
  const char *hit = piga_words_find (words, text);
  g_autofree char *excerpt = piga_words_make_excerpt (text, hit);
  g_autofree char *start = piga_words_make_excerpt ("  short\ttext ", NULL);
  g_autofree char *first = NULL, *rest = NULL, *title = NULL, *body = NULL;

  g_assert_true (g_str_has_prefix (hit, "café"));
  g_assert_cmpstr (excerpt, ==, "…and then the café called me back again");
  g_assert_cmpstr (start, ==, "short text");

  piga_excerpt_make ("", "\n  The first line \nand   the\trest\n", &first, &rest);
  g_assert_cmpstr (first, ==, "The first line");
  g_assert_cmpstr (rest, ==, "and the rest");
  piga_excerpt_make ("Title", "\nbody", &title, &body);
  g_assert_cmpstr (title, ==, "Title");
  g_assert_cmpstr (body, ==, "body");
}

static void
break_index (PigaDatabase *database, gpointer data)
{
  sqlite3 *handle = piga_database_get_handle (database);
  g_autoptr (GError) error = NULL;

  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  piga_database_execute (database, "UPDATE entry_search_data SET block = x'0000' WHERE id > 10",
                         &error);
  g_assert_no_error (error);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
}

static gboolean
is_cared_for (gpointer data)
{
  PigaTestStore *test = data;

  return piga_store_get_error (test->store) != NULL
         || piga_test_get_integer (test->store, "SELECT count (*) FROM entry_unindexed") == 0;
}

/* An index that is damaged is made anew when nobody waits; nobody is told that what was written is
 * damaged. */
static void
test_broken (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GObject) entry = piga_test_new_entry ("Habari", "maneno");

  g_assert_true (piga_test_save (test->store, entry, NULL));
  assert_found (test, "maneno", "Habari");
  piga_test_with_database (test->store, break_index, NULL);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "mengine");
  g_assert_true (piga_test_save (test->store, entry, NULL));

  piga_store_arm_care (test->store, 0);
  g_assert_true (piga_test_wait_until (is_cared_for, test));
  g_assert_null (piga_store_get_error (test->store));
  assert_found (test, "mengine", "Habari");
  assert_found (test, "maneno", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                            \
  g_test_add (path, PigaTestStore, NULL, piga_test_store_set_up, func, piga_test_store_tear_down)
  add ("/search/words", test_words);
  add ("/search/found-at-once", test_found_at_once);
  add ("/search/kinds", test_kinds);
  add ("/search/syntax", test_syntax);
  add ("/search/cancel", test_cancel);
  add ("/search/broken", test_broken);
  g_test_add_func ("/search/excerpts", test_excerpts);

  return g_test_run ();
}
