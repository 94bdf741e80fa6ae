/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal/piga-draft.h"
#include "piga-test-store.h"

static void
type (PigaDraft *draft, const char *text)
{
  GtkTextBuffer *body = GTK_TEXT_BUFFER (piga_draft_get_body (draft));
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (body, &end);
  gtk_text_buffer_insert (body, &end, text, -1);
}

static char *
dup_body (PigaDraft *draft)
{
  char *text = NULL;

  g_object_get (piga_draft_get_body (draft), "text", &text, NULL);
  return text;
}

/* What the disk holds, read by a store that has seen nothing else. */
static void
assert_on_disk (PigaTestStore *test, const char *id, const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaEntry) entry = NULL;

  piga_test_reopen (test);
  entry = piga_test_find (test->store, PIGA_TYPE_ENTRY, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (piga_record_get_text (entry, PIGA_ENTRY_BODY), ==, body);
}

static void
flush (PigaTestStore *test)
{
  g_autoptr (GError) error = NULL;

  piga_test_flush (test->store, &error);
  g_assert_no_error (error);
}

typedef struct
{
  PigaDraft *draft;
  PigaDraftState state;
} Wish;

static gboolean
is_granted (gpointer data)
{
  Wish *wish = data;

  return piga_draft_get_state (wish->draft) == wish->state;
}

static void
wait_for_state (PigaDraft *draft, PigaDraftState state)
{
  Wish wish = { draft, state };

  g_assert_true (piga_test_wait_until (is_granted, &wish));
}

static PigaDraft *
draft_new_entry (PigaTestStore *test)
{
  g_autoptr (PigaEntry) entry = piga_record_new (PIGA_TYPE_ENTRY);

  return piga_draft_new (test->store, entry);
}

static void
test_first_key (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaDraft) draft = draft_new_entry (test);

  g_assert_cmpint (piga_draft_get_state (draft), ==, PIGA_DRAFT_BLANK);
  type (draft, "a");
  g_assert_cmpint (piga_draft_get_state (draft), ==, PIGA_DRAFT_SAVING);
  wait_for_state (draft, PIGA_DRAFT_SAVED);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count(*) FROM entry"), ==, 1);
}

static void
test_blank_is_not_kept (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaEntry) entry = piga_record_new (PIGA_TYPE_ENTRY);
  g_autoptr (PigaDraft) draft = NULL;

  piga_record_set_integer (entry, PIGA_ENTRY_STEP, 3);
  draft = piga_draft_new (test->store, entry);
  piga_draft_flush (draft);
  g_clear_object (&draft);
  flush (test);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count(*) FROM entry"), ==, 0);
}

/* Who types without a pause is saved all the same, though not more than once a second. How many
 * seconds that takes is the machine's affair. */
static void
test_ceiling (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaDraft) draft = draft_new_entry (test);
  PigaEntry *entry = piga_draft_get_entry (draft);
  const gint64 start = g_get_monotonic_time ();
  gint64 gone = 0;

  while (piga_record_get_revision (entry) < 3 && gone < PIGA_TEST_CEILING)
    {
      type (draft, "a");
      piga_test_iterate (10);
      gone = g_get_monotonic_time () - start;
    }
  g_assert_cmpint (piga_record_get_revision (entry), >=, 3);
  g_assert_cmpint (piga_record_get_revision (entry), <=, 1 + gone / G_TIME_SPAN_SECOND);
}

static void
test_letting_go_saves (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaDraft) draft = draft_new_entry (test);
  g_autofree char *id = g_strdup (piga_record_get_id (piga_draft_get_entry (draft)));

  type (draft, "not a word lost");
  g_clear_object (&draft);
  flush (test);
  assert_on_disk (test, id, "not a word lost");
}

/* A draft that goes in the middle of a large paste takes all of it along. */
static void
test_letting_go_of_paste (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaDraft) draft = draft_new_entry (test);
  g_autofree char *id = g_strdup (piga_record_get_id (piga_draft_get_entry (draft)));
  g_autofree char *line = g_strnfill (99, 'a');
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (text, "%s\n", line);
  bytes = g_bytes_new_static (text->str, text->len);
  piga_body_buffer_begin_paste (piga_draft_get_body (draft));
  piga_body_buffer_paste (piga_draft_get_body (draft), bytes);
  g_assert_true (piga_body_buffer_is_pasting (piga_draft_get_body (draft)));
  g_clear_object (&draft);
  flush (test);
  assert_on_disk (test, id, text->str);
}

static void
test_switching_never_mixes (PigaTestStore *test, gconstpointer data)
{
  const guint n_drafts = 4;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_drafts; i++)
    {
      PigaEntry *entry = piga_record_new (PIGA_TYPE_ENTRY);

      g_ptr_array_add (entries, entry);
      g_ptr_array_add (ids, g_strdup (piga_record_get_id (entry)));
      g_ptr_array_add (expected, g_strdup (""));
    }
  for (guint i = 0; i < 300; i++)
    {
      const guint which = (guint) g_test_rand_int_range (0, (int) n_drafts);
      g_autoptr (PigaDraft) draft = piga_draft_new (test->store, entries->pdata[which]);
      g_autofree char *piece = g_strdup_printf ("%u:%u ", which, i);
      g_autofree char *old = expected->pdata[which];

      type (draft, piece);
      expected->pdata[which] = g_strconcat (old, piece, NULL);
      if (i % 7 == 0)
        piga_draft_flush (draft);
      if (i % 5 == 0)
        piga_test_iterate (1);
    }
  g_ptr_array_set_size (entries, 0);
  flush (test);
  for (guint i = 0; i < n_drafts; i++)
    assert_on_disk (test, ids->pdata[i], expected->pdata[i]);
}

static void
test_failure (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaDraft) draft = draft_new_entry (test);
  g_autofree char *text = NULL;

  type (draft, "before");
  wait_for_state (draft, PIGA_DRAFT_SAVED);
  piga_test_execute (test->store, "PRAGMA query_only = ON");
  type (draft, " and after");
  piga_draft_flush (draft);
  wait_for_state (draft, PIGA_DRAFT_FAILED);
  g_assert_nonnull (piga_draft_get_error (draft));
  g_assert_true (piga_record_is_dirty (piga_draft_get_entry (draft)));
  text = dup_body (draft);
  g_assert_cmpstr (text, ==, "before and after");

  piga_test_execute (test->store, "PRAGMA query_only = OFF");
  wait_for_state (draft, PIGA_DRAFT_SAVED);
  g_assert_null (piga_draft_get_error (draft));
}

static void
test_changed_elsewhere (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaDraft) draft = draft_new_entry (test);
  g_autofree char *taken = NULL;
  g_autofree char *kept = NULL;

  piga_record_set_text (piga_draft_get_entry (draft), PIGA_ENTRY_BODY, "from a file");
  taken = dup_body (draft);
  g_assert_cmpstr (taken, ==, "from a file");

  type (draft, ", and more");
  piga_record_set_text (piga_draft_get_entry (draft), PIGA_ENTRY_BODY, "from another file");
  kept = dup_body (draft);
  g_assert_cmpstr (kept, ==, "from a file, and more");
}

static void
test_title_is_one_line (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaDraft) draft = draft_new_entry (test);

  gtk_entry_buffer_set_text (piga_draft_get_title (draft), "one\ntwo\tthree", -1);
  piga_draft_flush (draft);
  g_assert_cmpstr (piga_record_get_text (piga_draft_get_entry (draft), PIGA_ENTRY_TITLE), ==,
                   "one two three");
}

static void
test_step_and_mood (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaDraft) draft = draft_new_entry (test);

  piga_draft_set_step (draft, 4);
  piga_draft_set_mood (draft, PIGA_MOOD_GOOD);
  wait_for_state (draft, PIGA_DRAFT_SAVED);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT count(*) FROM entry"), ==, 1);
  g_assert_cmpint (piga_test_get_integer (test->store, "SELECT step FROM entry"), ==, 4);
}

static void
test_abandon (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (PigaDraft) draft = draft_new_entry (test);

  type (draft, "kept");
  piga_draft_abandon (draft);
  type (draft, " not kept");
  piga_draft_flush (draft);
  flush (test);
  g_assert_cmpstr (piga_record_get_text (piga_draft_get_entry (draft), PIGA_ENTRY_BODY), ==,
                   "kept");
}

static void
add (const char *path, void (*func) (PigaTestStore *, gconstpointer))
{
  g_test_add (path, PigaTestStore, NULL, piga_test_store_set_up, func, piga_test_store_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  add ("/draft/first-key", test_first_key);
  add ("/draft/blank-is-not-kept", test_blank_is_not_kept);
  add ("/draft/ceiling", test_ceiling);
  add ("/draft/letting-go-saves", test_letting_go_saves);
  add ("/draft/letting-go-of-paste", test_letting_go_of_paste);
  add ("/draft/switching-never-mixes", test_switching_never_mixes);
  add ("/draft/failure", test_failure);
  add ("/draft/changed-elsewhere", test_changed_elsewhere);
  add ("/draft/title-is-one-line", test_title_is_one_line);
  add ("/draft/step-and-mood", test_step_and_mood);
  add ("/draft/abandon", test_abandon);
  return g_test_run ();
}
