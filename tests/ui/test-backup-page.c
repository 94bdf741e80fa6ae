/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking into a backup, and bringing back from it. */

#include "config.h"

#include "journal/piga-body-view.h"
#include "journal/piga-journal-page.h"
#include "kit/piga-page.h"
#include "piga-test-safe.h"
#include "safe/piga-backup-list-page.h"
#include "safe/piga-backup-page.h"
#include "safe/piga-backup-row.h"
#include "safe/piga-kept-record-page.h"

#define LIVING "entry WHERE deleted_at IS NULL"
#define EVERYTHING "Bring Back _Everything…"

static gpointer
keep_entry (PigaTestSafe *self, const char *title, const char *body)
{
  gpointer entry = piga_test_new_entry (title, body);

  piga_test_keep (&self->room, entry);
  return entry;
}

static void
keep_entries (PigaTestSafe *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Day %u", i);

      g_object_unref (keep_entry (self, title, ""));
    }
}

static void
throw_away (PigaTestSafe *self, gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_test_delete (self->room.disk.store, record, &error));
  g_assert_no_error (error);
}

/* The one at @position of the list; it is the newest that is at its head. */
static void
open_backup (PigaTestSafe *self, guint position)
{
  g_autoptr (GPtrArray) rows = NULL;

  piga_test_safe_open (self, "backups");
  rows = piga_test_safe_see_backups (self, piga_test_safe_count_backups (self));
  g_signal_emit_by_name (rows->pdata[position], "activate");
  piga_test_safe_see (self, "In This Backup");
}

static gpointer
find_page (PigaTestSafe *self, GType type)
{
  return piga_test_find_type (GTK_WIDGET (self->dialog), type);
}

static gboolean
has_record_page (gpointer data)
{
  return find_page (data, PIGA_TYPE_KEPT_RECORD_PAGE) != NULL;
}

/* Opens a record of a list, and waits for its page. */
static GtkWidget *
open_record (PigaTestSafe *self, const char *kind, guint position)
{
  piga_test_safe_activate (self, kind);
  g_signal_emit_by_name (
    piga_test_find_type (find_page (self, PIGA_TYPE_BACKUP_LIST_PAGE), GTK_TYPE_LIST_VIEW),
    "activate", position);
  g_assert_true (piga_test_wait_until (has_record_page, self));
  piga_test_rest (&self->room);
  return find_page (self, PIGA_TYPE_KEPT_RECORD_PAGE);
}

static const char *
get_value (GtkWidget *page, const char *field)
{
  return adw_action_row_get_subtitle (piga_test_find_row (page, field));
}

/* How many of a kind are in the backup, at the end of its row. */
static void
assert_number (GtkWidget *page, const char *kind, const char *number)
{
  g_assert_nonnull (piga_test_find_label (piga_test_find_row (page, kind), number));
}

static void
test_inside (PigaTestSafe *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Twiga & Sons", "Clerk");
  g_autoptr (PigaInterview) interview =
    piga_test_add_interview (&self->room, application, PIGA_TEST_TODAY - 3);
  g_autoptr (GObject) first = keep_entry (self, "Supper", "Ugali.");
  g_autoptr (GObject) second = keep_entry (self, "", "Rain & <wind>");
  g_autoptr (GObject) gone = keep_entry (self, "Gone", "");
  GtkWidget *page;

  throw_away (self, gone);
  piga_test_safe_back_up (self);
  open_backup (self, 0);
  page = find_page (self, PIGA_TYPE_BACKUP_PAGE);
  assert_number (page, "Journal Entries", "2");
  assert_number (page, "Applications", "1");
  assert_number (page, "Interviews", "1");
  g_assert_false (piga_test_has_row (page, "Goals"));
  g_assert_true (g_str_has_prefix (get_value (page, "In This Backup"), "4 records · "));

  piga_test_safe_activate (self, "Journal Entries");
  page = find_page (self, PIGA_TYPE_BACKUP_LIST_PAGE);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==,
                   "Journal Entries");
  piga_test_safe_see (self, "Supper");
  g_assert_true (piga_test_safe_shows (self, "Rain & <wind>"));
  g_assert_false (piga_test_safe_shows (self, "Gone"));
}

static void
test_record (PigaTestSafe *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Twiga & Sons", "Clerk");
  GtkWidget *page;

  piga_test_safe_back_up (self);
  /* What is in the backup is shown, not what became of it. */
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Manager");
  piga_test_keep (&self->room, application);
  open_backup (self, 0);
  page = open_record (self, "Applications", 0);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==,
                   "Clerk, Twiga & Sons");
  g_assert_cmpstr (get_value (page, "Employer"), ==, "Twiga & Sons");
  g_assert_true (piga_test_has_button (page, "_Bring Back"));
  g_assert_false (piga_test_has_button (page, "_Delete for Good…"));

  piga_store_set_state (self->room.disk.store, PIGA_STORE_READ_ONLY);
  g_assert_false (gtk_widget_get_sensitive (piga_test_find_button (page, "_Bring Back")));
  piga_store_set_state (self->room.disk.store, PIGA_STORE_READY);
  g_assert_true (gtk_widget_get_sensitive (piga_test_find_button (page, "_Bring Back")));
}

static gpointer
search (PigaTestSafe *self, const char *words)
{
  GtkWidget *page = find_page (self, PIGA_TYPE_BACKUP_PAGE);

  gtk_editable_set_text (piga_test_find_type (page, GTK_TYPE_SEARCH_ENTRY), words);
  return page;
}

static gboolean
shows_no_hit (gpointer data)
{
  return !piga_test_safe_shows (data, "Supper") && !piga_test_safe_shows (data, "Nothing found");
}

static void
test_search (PigaTestSafe *self, gconstpointer data)
{
  g_autoptr (GObject) first = keep_entry (self, "Supper", "Ugali & <greens>.");
  g_autoptr (GObject) second = keep_entry (self, "Rain", "");
  GtkWidget *page;

  piga_test_safe_back_up (self);
  /* What was written later is not in it. */
  g_object_unref (keep_entry (self, "Breakfast", "Ugali again"));
  open_backup (self, 0);
  page = search (self, "ugali");
  piga_test_safe_see (self, "Supper");
  g_assert_false (piga_test_safe_shows (self, "Breakfast"));
  g_assert_false (piga_test_safe_shows (self, "Rain"));
  search (self, "nyama");
  piga_test_safe_see (self, "Nothing found");
  g_assert_false (piga_test_safe_shows (self, "Supper"));
  search (self, "");
  g_assert_true (piga_test_wait_until (shows_no_hit, self));

  search (self, "gree");
  piga_test_safe_see (self, "Supper");
  g_signal_emit_by_name (piga_test_find_row (page, "Supper"), "activate");
  g_assert_true (piga_test_wait_until (has_record_page, self));
  g_assert_cmpstr (get_value (find_page (self, PIGA_TYPE_KEPT_RECORD_PAGE), "Title"), ==, "Supper");
}

static void
test_bring_back (PigaTestSafe *self, gconstpointer data)
{
  g_autoptr (GObject) first = keep_entry (self, "Supper", "");
  g_autoptr (GObject) second = keep_entry (self, "Rain", "");
  g_autofree char *now = NULL;
  g_autofree char *after = NULL;

  piga_test_safe_back_up (self);
  throw_away (self, first);
  throw_away (self, second);
  now = piga_test_describe (self->room.disk.store);
  open_backup (self, 0);
  /* The newest first. */
  open_record (self, "Journal Entries", 1);
  piga_test_safe_press (self, "_Bring Back");
  piga_test_safe_see (self, "Brought back: 1 record");
  g_assert_cmpint (piga_test_count (&self->room, LIVING " AND title = 'Supper'"), ==, 1);
  g_assert_cmpint (piga_test_count (&self->room, LIVING), ==, 1);

  piga_test_safe_press (self, "Undo");
  piga_test_safe_see (self, "Everything is as it was before");
  after = piga_test_describe (self->room.disk.store);
  g_assert_cmpstr (after, ==, now);
  /* The objects that somebody has follow as well. */
  g_assert_cmpint (piga_record_get_deleted_at (first), !=, 0);
}

static void
test_here_already (PigaTestSafe *self, gconstpointer data)
{
  g_autoptr (GObject) entry = keep_entry (self, "Supper", "");
  g_autofree char *now = piga_test_describe (self->room.disk.store);
  g_autofree char *after = NULL;

  piga_test_safe_back_up (self);
  open_backup (self, 0);
  open_record (self, "Journal Entries", 0);
  piga_test_safe_press (self, "_Bring Back");
  piga_test_safe_see (self, "Already here, as it is in the backup");
  after = piga_test_describe (self->room.disk.store);
  g_assert_cmpstr (after, ==, now);
}

/* One of eleven is less than a tenth. */
static void
test_everything_at_once (PigaTestSafe *self, gconstpointer data)
{
  g_autoptr (GObject) later = NULL;
  g_autofree char *then = NULL, *now = NULL, *restored = NULL, *undone = NULL;

  keep_entries (self, 10);
  piga_test_safe_back_up (self);
  then = piga_test_describe (self->room.disk.store);
  later = keep_entry (self, "Supper", "");
  now = piga_test_describe (self->room.disk.store);
  open_backup (self, 0);
  piga_test_safe_activate (self, EVERYTHING);
  piga_test_safe_see (self, "Everything was brought back");
  restored = piga_test_describe (self->room.disk.store);
  g_assert_cmpstr (restored, ==, then);

  piga_test_safe_press (self, "Undo");
  piga_test_safe_see (self, "Everything is as it was before");
  undone = piga_test_describe (self->room.disk.store);
  g_assert_cmpstr (undone, ==, now);
  g_assert_cmpint (piga_record_get_deleted_at (later), ==, 0);
}

static gboolean
is_asked (gpointer data)
{
  PigaTestSafe *self = data;

  return ADW_IS_ALERT_DIALOG (
    adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->room.window)));
}

static void
ask_for_everything (PigaTestSafe *self)
{
  piga_test_safe_activate (self, EVERYTHING);
  g_assert_true (piga_test_wait_until (is_asked, self));
}

static void
test_everything_asks (PigaTestSafe *self, gconstpointer data)
{
  g_autoptr (GObject) changed = keep_entry (self, "Supper", "");
  g_autoptr (GObject) gone = keep_entry (self, "Rain", "");
  g_autofree char *then = piga_test_describe (self->room.disk.store);
  g_autofree char *now = NULL, *cancelled = NULL, *restored = NULL;
  AdwAlertDialog *question;

  piga_test_safe_back_up (self);
  throw_away (self, gone);
  piga_record_set_text (changed, PIGA_ENTRY_TITLE, "Breakfast");
  piga_test_keep (&self->room, changed);
  keep_entries (self, 3);
  now = piga_test_describe (self->room.disk.store);

  open_backup (self, 0);
  ask_for_everything (self);
  question = piga_test_safe_get_question (self);
  g_assert_cmpstr (adw_alert_dialog_get_heading (question), ==, "Bring Back Everything?");
  g_assert_cmpstr (adw_alert_dialog_get_body (question), ==,
                   "3 records that are not in this backup will be removed.\n1 record will come "
                   "back.\n1 record will be as it was then.\nWhat is here now is backed up first, "
                   "so you can undo this.");
  g_assert_cmpstr (adw_alert_dialog_get_default_response (question), ==, "cancel");
  piga_test_safe_press (self, "_Cancel");
  cancelled = piga_test_describe (self->room.disk.store);
  g_assert_cmpstr (cancelled, ==, now);
  g_assert_cmpuint (piga_test_safe_count_backups (self), ==, 1);

  ask_for_everything (self);
  piga_test_safe_press (self, "_Bring Back");
  piga_test_safe_see (self, "Everything was brought back");
  restored = piga_test_describe (self->room.disk.store);
  g_assert_cmpstr (restored, ==, then);
  g_assert_cmpstr (piga_record_get_text (changed, PIGA_ENTRY_TITLE), ==, "Supper");
}

/* Who closes the dialog in the meantime has it done all the same. */
static void
test_closed (PigaTestSafe *self, gconstpointer data)
{
  g_autofree char *then = NULL;
  g_autofree char *restored = NULL;

  keep_entries (self, 10);
  piga_test_safe_back_up (self);
  then = piga_test_describe (self->room.disk.store);
  g_object_unref (keep_entry (self, "Supper", ""));
  open_backup (self, 0);
  g_signal_emit_by_name (piga_test_find_row (GTK_WIDGET (self->dialog), EVERYTHING), "activate");
  adw_dialog_force_close (self->dialog);
  piga_test_wait_for_integer (self->room.disk.store,
                              "SELECT count(*) FROM " LIVING " AND title = 'Supper'", 0);
  piga_test_rest (&self->room);
  restored = piga_test_describe (self->room.disk.store);
  g_assert_cmpstr (restored, ==, then);
}

static void
type (PigaTestSafe *self, const char *words)
{
  GtkTextView *body = piga_test_find_type (self->room.window, PIGA_TYPE_BODY_VIEW);

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (body), words, -1);
}

static char *
read_body (PigaTestSafe *self)
{
  GtkTextView *body = piga_test_find_type (self->room.window, PIGA_TYPE_BODY_VIEW);
  char *text;

  g_object_get (gtk_text_view_get_buffer (body), "text", &text, NULL);
  return text;
}

/* How many of the entries that were there before it was brought back hold just these words. */
static gint64
count_before (PigaTestSafe *self, const char *words)
{
  PigaBackups *backups = piga_context_get_backups (self->room.context);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM " LIVING " AND body = '%s'", words);
  g_autoptr (GPtrArray) rows = piga_test_safe_see_backups (self, 2);
  PigaBackup *before = piga_backup_row_get_backup (rows->pdata[0]);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PigaTestStore inside = { 0 };
  gint64 n;

  g_assert_cmpuint (piga_backup_get_reason (before), ==, PIGA_BACKUP_RESTORE);
  piga_backups_open_async (backups, before, piga_test_keep_result, &result);
  inside.store = piga_backups_open_finish (backups, piga_test_wait_for (&result), &error);
  g_assert_no_error (error);
  n = piga_test_get_integer (inside.store, sql);
  piga_test_close_anyway (&inside);
  return n;
}

/* What is half typed goes with everything else, and is in the backup that was made before. */
static void
test_half_typed (PigaTestSafe *self, gconstpointer data)
{
  GtkWidget *page = piga_journal_page_new (self->room.context);
  g_autofree char *restored = NULL;

  keep_entries (self, 11);
  piga_test_safe_back_up (self);
  piga_test_room_show (&self->room, page);
  piga_journal_page_write (PIGA_JOURNAL_PAGE (page), 0, "");
  piga_test_rest (&self->room);
  type (self, "Half a word");
  piga_page_flush (PIGA_PAGE (page));

  open_backup (self, 0);
  piga_test_safe_activate (self, EVERYTHING);
  piga_test_safe_see (self, "Everything was brought back");
  g_assert_cmpint (count_before (self, "Half a word"), ==, 1);
  restored = read_body (self);
  g_assert_cmpstr (restored, ==, "");
  /* Nor does the editor bring it back behind the back of the person. */
  piga_page_flush (PIGA_PAGE (page));
  g_assert_cmpint (piga_test_count (&self->room, LIVING), ==, 11);

  piga_test_safe_press (self, "Undo");
  piga_test_safe_see (self, "Everything is as it was before");
  g_assert_cmpint (piga_test_count (&self->room, LIVING " AND body = 'Half a word'"), ==, 1);
}

/* An entry that goes on being there is shown as it was then. */
static void
test_half_changed (PigaTestSafe *self, gconstpointer data)
{
  GtkWidget *page = piga_journal_page_new (self->room.context);
  g_autoptr (GObject) entry = keep_entry (self, "", "First.");
  g_autofree char *restored = NULL;
  g_autofree char *undone = NULL;

  piga_test_safe_back_up (self);
  piga_test_room_show (&self->room, page);
  piga_journal_page_open (PIGA_JOURNAL_PAGE (page), piga_record_get_id (entry), "");
  piga_test_rest (&self->room);
  type (self, "Second. ");
  piga_page_flush (PIGA_PAGE (page));

  open_backup (self, 0);
  piga_test_safe_activate (self, EVERYTHING);
  piga_test_safe_see (self, "Everything was brought back");
  restored = read_body (self);
  g_assert_cmpstr (restored, ==, "First.");
  g_assert_cmpint (count_before (self, "Second. First."), ==, 1);

  piga_test_safe_press (self, "Undo");
  piga_test_safe_see (self, "Everything is as it was before");
  undone = read_body (self);
  g_assert_cmpstr (undone, ==, "Second. First.");
}

static void
add (const char *name, void (*func) (PigaTestSafe *self, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/backup-page/", name, NULL);

  g_test_add (path, PigaTestSafe, NULL, piga_test_safe_set_up, func, piga_test_safe_tear_down);
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  add ("inside", test_inside);
  add ("record", test_record);
  add ("search", test_search);
  add ("bring-back", test_bring_back);
  add ("here-already", test_here_already);
  add ("everything-at-once", test_everything_at_once);
  add ("everything-asks", test_everything_asks);
  add ("closed", test_closed);
  add ("half-typed", test_half_typed);
  add ("half-changed", test_half_changed);

  return g_test_run ();
}
