/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-test-safe.h"
#include "records/piga-remark.h"
#include "safe/piga-kept-record-page.h"
#include "safe/piga-kept-words.h"
#include "safe/piga-trash-row.h"
#include "safe/piga-trash-view.h"

static void
throw_away (PigaTestSafe *self, gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_test_delete (self->room.disk.store, record, &error));
  g_assert_no_error (error);
}

static void
keep_in_trash (PigaTestSafe *self, gpointer record)
{
  piga_test_keep (&self->room, record);
  throw_away (self, record);
  g_object_unref (record);
}

/* A round whose application is in the trash: a remark and an interview hang on it. */
static void
keep_round_in_trash (PigaTestSafe *self)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Twiga Foods", "Clerk");
  g_autoptr (PigaInterview) interview =
    piga_test_add_interview (&self->room, application, PIGA_TEST_TODAY - 3);
  g_autoptr (GObject) remark = piga_record_new (PIGA_TYPE_REMARK);

  piga_record_set_text (remark, PIGA_REMARK_INTERVIEW, piga_record_get_id (interview));
  piga_record_set_text (remark, PIGA_REMARK_TEXT, "Too fast");
  piga_test_keep (&self->room, remark);
  throw_away (self, application);
}

static GPtrArray *
find_rows (PigaTestSafe *self)
{
  GPtrArray *found = piga_test_find_all (GTK_WIDGET (self->dialog), PIGA_TYPE_TRASH_ROW);

  /* The list keeps some rows that show nothing. */
  for (guint i = found->len; i-- > 0;)
    if (!gtk_widget_get_mapped (found->pdata[i])
        || piga_trash_row_get_item (found->pdata[i]) == NULL)
      g_ptr_array_remove_index (found, i);
  return found;
}

static guint
count_rows (PigaTestSafe *self)
{
  g_autoptr (GPtrArray) rows = find_rows (self);

  return rows->len;
}

static void
check (PigaTestSafe *self, guint i)
{
  g_autoptr (GPtrArray) rows = find_rows (self);

  gtk_check_button_set_active (piga_test_find_type (rows->pdata[i], GTK_TYPE_CHECK_BUTTON), TRUE);
}

static void
check_all (PigaTestSafe *self)
{
  GtkWidget *view = piga_test_find_type (GTK_WIDGET (self->dialog), PIGA_TYPE_TRASH_VIEW);
  GtkToggleButton *all = piga_test_find_type (view, GTK_TYPE_TOGGLE_BUTTON);

  gtk_toggle_button_set_active (all, TRUE);
}

static void
test_empty (PigaTestSafe *self, gconstpointer data)
{
  piga_test_safe_open (self, "trash");
  g_assert_true (piga_test_safe_shows (self, "The Trash Is Empty"));
  keep_in_trash (self, piga_test_new_entry ("Supper", ""));
  piga_test_rest (&self->room);
  g_assert_false (piga_test_safe_shows (self, "The Trash Is Empty"));
  g_assert_cmpuint (count_rows (self), ==, 1);
}

static void
test_bring_back (PigaTestSafe *self, gconstpointer data)
{
  keep_in_trash (self, piga_test_new_entry ("", "First words\nand more"));
  keep_in_trash (self, piga_test_new_entry ("Second", ""));
  piga_test_safe_open (self, "trash");
  g_assert_true (piga_test_safe_shows (self, "First words and more"));
  g_assert_true (piga_test_safe_shows (self, "Journal entry · deleted "));
  g_assert_false (piga_test_safe_can_press (self, "_Bring Back"));
  g_assert_false (piga_test_safe_can_press (self, "_Delete for Good…"));

  check (self, 0);
  g_assert_true (piga_test_safe_can_press (self, "_Bring Back"));
  piga_test_safe_press (self, "_Bring Back");
  g_assert_true (piga_test_safe_shows (self, "Brought back: 1 record"));
  g_assert_cmpuint (count_rows (self), ==, 1);
  g_assert_false (piga_test_safe_can_press (self, "_Bring Back"));
  g_assert_cmpint (piga_test_count (&self->room, "entry WHERE deleted_at IS NULL"), ==, 1);

  check_all (self);
  piga_test_safe_press (self, "_Bring Back");
  g_assert_true (piga_test_safe_shows (self, "The Trash Is Empty"));
  g_assert_cmpint (piga_test_count (&self->room, "entry WHERE deleted_at IS NULL"), ==, 2);
}

/* What was chosen stays chosen when something else comes in. */
static void
test_chosen (PigaTestSafe *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  keep_in_trash (self, piga_test_new_entry ("First", ""));
  piga_test_safe_open (self, "trash");
  check (self, 0);
  keep_in_trash (self, piga_test_new_entry ("Second", ""));
  piga_test_rest (&self->room);

  rows = find_rows (self);
  g_assert_cmpuint (rows->len, ==, 2);
  for (guint i = 0; i < rows->len; i++)
    {
      PigaTrashItem *item = piga_trash_row_get_item (rows->pdata[i]);
      const char *title =
        piga_record_get_text (piga_trash_item_get_record (item), PIGA_ENTRY_TITLE);

      g_assert_true (piga_trash_item_is_checked (item) == g_str_equal (title, "First"));
    }
}

static void
test_erase (PigaTestSafe *self, gconstpointer data)
{
  const char *body;

  keep_round_in_trash (self);
  keep_in_trash (self, piga_test_new_entry ("Supper", ""));
  piga_test_safe_back_up (self);
  piga_test_safe_open (self, "trash");
  g_assert_true (piga_test_safe_shows (self, "Clerk, Twiga Foods"));

  check_all (self);
  piga_test_safe_press (self, "_Delete for Good…");
  body = adw_alert_dialog_get_body (piga_test_safe_get_question (self));
  g_assert_true (g_str_has_prefix (
    body, "1 journal entry, 1 job application, and what belongs to them: 4 records in all. This"
          " cannot be undone.\n\n1 backup still holds it."));
  piga_test_safe_press (self, "_Cancel");
  g_assert_cmpint (piga_test_count (&self->room, "application"), ==, 1);

  piga_test_safe_press (self, "_Delete for Good…");
  piga_test_safe_press (self, "_Delete for Good");
  g_assert_true (piga_test_safe_shows (self, "Deleted for good: 4 records"));
  g_assert_true (piga_test_safe_shows (self, "The Trash Is Empty"));
  g_assert_cmpint (piga_test_count (&self->room, "application"), ==, 0);
  g_assert_cmpint (piga_test_count (&self->room, "remark"), ==, 0);
  g_assert_cmpint (piga_test_count (&self->room, "entry"), ==, 0);
}

/* Who closes the dialog in the meantime has it done all the same. */
static void
test_closed (PigaTestSafe *self, gconstpointer data)
{
  keep_in_trash (self, piga_test_new_entry ("Supper", ""));
  piga_test_safe_open (self, "trash");
  check_all (self);
  g_signal_emit_by_name (piga_test_find_button (GTK_WIDGET (self->dialog), "_Bring Back"),
                         "clicked");
  adw_dialog_force_close (self->dialog);
  piga_test_rest (&self->room);
  g_assert_cmpint (piga_test_count (&self->room, "entry WHERE deleted_at IS NULL"), ==, 1);
}

static void
open_row (PigaTestSafe *self, guint i)
{
  g_signal_emit_by_name (piga_test_find_type (GTK_WIDGET (self->dialog), GTK_TYPE_LIST_VIEW),
                         "activate", i);
  piga_test_rest (&self->room);
}

static GtkWidget *
find_page (PigaTestSafe *self)
{
  return piga_test_find_type (GTK_WIDGET (self->dialog), PIGA_TYPE_KEPT_RECORD_PAGE);
}

static void
test_page (PigaTestSafe *self, gconstpointer data)
{
  gpointer entry = piga_test_new_entry ("Supper", "Ugali & <greens>.");

  piga_record_set_integer (entry, PIGA_ENTRY_MOOD, PIGA_MOOD_LOW);
  keep_in_trash (self, entry);
  piga_test_safe_open (self, "trash");
  open_row (self, 0);
  g_assert_true (piga_test_has_row (find_page (self), "Title"));
  g_assert_true (piga_test_has_row (find_page (self), "Text"));
  g_assert_true (piga_test_has_row (find_page (self), "Mood"));
  g_assert_false (piga_test_has_row (find_page (self), "Step"));
  g_assert_false (piga_test_has_row (find_page (self), "Prompt"));
  g_assert_cmpstr (adw_action_row_get_subtitle (piga_test_find_row (find_page (self), "Title")), ==,
                   "Supper");

  piga_test_safe_press (self, "_Delete for Good…");
  g_assert_cmpstr (adw_alert_dialog_get_body (piga_test_safe_get_question (self)), ==,
                   "1 journal entry. This cannot be undone.");
  piga_test_safe_press (self, "_Cancel");
  piga_test_safe_press (self, "_Bring Back");
  g_assert_null (find_page (self));
  g_assert_true (piga_test_safe_shows (self, "The Trash Is Empty"));
  g_assert_cmpint (piga_test_count (&self->room, "entry WHERE deleted_at IS NULL"), ==, 1);
}

/* A record of which nothing can be done but to be brought back, as in a backup. */
static void
test_page_alone (PigaTestSafe *self, gconstpointer data)
{
  g_autoptr (GObject) entry = piga_test_new_entry ("Supper", "");
  PigaKeptRecordPage *page =
    piga_kept_record_page_new (entry, NULL, PIGA_TEST_TODAY, PIGA_KEPT_RECORD_BRING_BACK);

  piga_test_room_push (&self->room, ADW_NAVIGATION_PAGE (page));
  g_assert_true (piga_test_has_button (GTK_WIDGET (page), "_Bring Back"));
  g_assert_false (piga_test_has_button (GTK_WIDGET (page), "_Delete for Good…"));
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (page), "Journal entry"));
  g_assert_null (piga_test_find_label (GTK_WIDGET (page), "deleted"));
}

/* What belongs to something is called by it. */
static void
test_words (PigaTestSafe *self, gconstpointer data)
{
  g_autoptr (GObject) goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (GObject) mark = piga_record_new (PIGA_TYPE_GOAL_MARK);
  g_autoptr (GHashTable) linked = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *title = NULL;
  g_autofree char *value = NULL;
  g_autofree char *about = NULL;
  g_autofree char *with_note = NULL;

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Apply every week");
  piga_record_set_text (mark, PIGA_GOAL_MARK_GOAL, piga_record_get_id (goal));
  piga_record_set_day (mark, PIGA_GOAL_MARK_DAY, PIGA_TEST_TODAY);
  piga_record_set_real (mark, PIGA_GOAL_MARK_AMOUNT, 2.5);
  g_hash_table_insert (linked, (char *) piga_record_get_id (goal), goal);

  title = piga_kept_words_title (mark, linked, PIGA_TEST_TODAY);
  g_assert_cmpstr (title, ==, "Apply every week");
  value = piga_kept_words_value (mark, PIGA_GOAL_MARK_AMOUNT, linked, PIGA_TEST_TODAY);
  g_assert_cmpstr (value, ==, "2.5");
  about = piga_kept_words_about (mark, linked, PIGA_TEST_TODAY);
  g_assert_cmpstr (about, ==, "Progress on a goal · 22 November");
  piga_record_set_text (mark, PIGA_GOAL_MARK_NOTE, "To the county");
  with_note = piga_kept_words_about (mark, linked, PIGA_TEST_TODAY);
  g_assert_cmpstr (with_note, ==, "Progress on a goal · Apply every week · 22 November");
}

static void
test_days (PigaTestSafe *self, gconstpointer data)
{
  static const struct
  {
    guint days;
    const char *words;
  } cases[] = {
    { 0, "deleted today · goes for good on 22 December" },
    { 1, "deleted yesterday · goes for good on 21 December" },
    { 3, "deleted 3 days ago · goes for good on 19 December" },
    { 20, "deleted on 2 November · goes for good on 2 December" },
    { 30, "deleted on 23 October · goes for good soon" },
  };
  /* Noon in Nairobi. */
  const gint64 now = G_GINT64_CONSTANT (1795338000) * G_TIME_SPAN_SECOND;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GObject) entry = piga_test_new_entry ("Supper", "");
      g_autofree char *words = NULL;

      piga_record_set_times (entry, now, now, now - cases[i].days * G_TIME_SPAN_DAY);
      words = piga_kept_words_deleted (entry, piga_day_from_time (now));
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_read_only (PigaTestSafe *self, gconstpointer data)
{
  PigaStore *store = self->room.disk.store;

  keep_in_trash (self, piga_test_new_entry ("Supper", ""));
  piga_test_safe_open (self, "trash");
  check_all (self);
  g_assert_true (piga_test_safe_can_press (self, "_Bring Back"));
  piga_store_set_state (store, PIGA_STORE_READ_ONLY);
  g_assert_false (piga_test_safe_can_press (self, "_Bring Back"));
  g_assert_false (piga_test_safe_can_press (self, "_Delete for Good…"));
  open_row (self, 0);
  g_assert_false (
    gtk_widget_get_sensitive (piga_test_find_button (find_page (self), "_Bring Back")));
  piga_store_set_state (store, PIGA_STORE_READY);
}

static void
add (const char *name, void (*func) (PigaTestSafe *self, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/safe-dialog/", name, NULL);

  g_test_add (path, PigaTestSafe, NULL, piga_test_safe_set_up, func, piga_test_safe_tear_down);
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  add ("empty", test_empty);
  add ("bring-back", test_bring_back);
  add ("chosen", test_chosen);
  add ("erase", test_erase);
  add ("closed", test_closed);
  add ("page", test_page);
  add ("page-alone", test_page_alone);
  add ("words", test_words);
  add ("days", test_days);
  add ("read-only", test_read_only);

  return g_test_run ();
}
