/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "journal/piga-body-view.h"
#include "journal/piga-journal-editor.h"
#include "journal/piga-journal-list.h"
#include "journal/piga-journal-page.h"
#include "kit/piga-toast-area.h"
#include "piga-exchange.h"
#include "piga-test-room.h"

typedef struct
{
  PigaTestStore test;
  GtkWidget *window;
  PigaJournalPage *page;
  PigaJournalEditor *editor;
  PigaJournalModel *model;
} Fixture;

/* Until the disk has answered and the window is at rest. */
static void
rest (Fixture *self)
{
  piga_test_settle_store (self->test.store);
  piga_test_rest_window (self->window);
  piga_test_settle_store (self->test.store);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (PigaClock) clock = piga_clock_new_fixed (piga_day_today ());
  g_autoptr (PigaContext) context = NULL;
  GtkWidget *area = g_object_new (PIGA_TYPE_TOAST_AREA, NULL);

  piga_test_store_set_up (&self->test, NULL);
  context = piga_context_new (self->test.store, settings, clock);
  self->page = PIGA_JOURNAL_PAGE (piga_journal_page_new (context));
  g_object_set (area, "content", self->page, NULL);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 600);
  adw_window_set_content (ADW_WINDOW (self->window), area);
  gtk_window_present (GTK_WINDOW (self->window));
  self->editor = piga_test_find_type (GTK_WIDGET (self->page), PIGA_TYPE_JOURNAL_EDITOR);
  self->model = piga_journal_list_get_model (
    piga_test_find_type (GTK_WIDGET (self->page), PIGA_TYPE_JOURNAL_LIST));
  rest (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  piga_test_drain ();
  piga_test_store_tear_down (&self->test, NULL);
}

static PigaEntry *
save_entry (Fixture *self, const char *body)
{
  g_autoptr (GError) error = NULL;
  PigaEntry *entry = piga_test_new_entry ("", body);

  piga_test_save (self->test.store, entry, &error);
  g_assert_no_error (error);
  return entry;
}

static void
test_open (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) entry = save_entry (self, "The panel asked.");
  GtkTextView *body = piga_test_find_type (GTK_WIDGET (self->page), PIGA_TYPE_BODY_VIEW);
  GtkTextIter start, end;

  piga_journal_page_open (self->page, piga_record_get_id (entry), "pan");
  rest (self);
  g_assert_true (piga_journal_editor_get_entry (self->editor) == entry);
  g_assert_cmpstr (piga_journal_model_get_selected_id (self->model), ==,
                   piga_record_get_id (entry));
  g_assert_true (
    gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (body), &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 4);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 7);
}

static gboolean
has_line (gpointer model)
{
  return g_list_model_get_n_items (model) > 0;
}

static void
assert_n_lines (Fixture *self, guint n_lines)
{
  rest (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, n_lines);
}

static void
test_write (Fixture *self, gconstpointer data)
{
  GtkTextView *body = piga_test_find_type (GTK_WIDGET (self->page), PIGA_TYPE_BODY_VIEW);
  PigaEntry *entry;

  piga_journal_page_write (self->page, 2, "");
  entry = piga_journal_editor_get_entry (self->editor);
  g_assert_nonnull (entry);
  g_assert_cmpint (piga_record_get_integer (entry, PIGA_ENTRY_STEP), ==, 2);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (body)));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (body), "a", 1);
  g_assert_true (piga_test_wait_until (has_line, self->model));
  assert_n_lines (self, 1);
  g_assert_cmpuint (piga_journal_model_get_selected (self->model), ==, 0);
}

/* The key that goes back does not exchange words on its way. */
static void
test_alt_left (Fixture *self, gconstpointer data)
{
  GtkTextView *body = piga_test_find_type (GTK_WIDGET (self->page), PIGA_TYPE_BODY_VIEW);
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;

  piga_journal_page_write (self->page, 0, "");
  buffer = gtk_text_view_get_buffer (body);
  gtk_text_buffer_insert_at_cursor (buffer, "one two", -1);
  g_signal_emit_by_name (body, "move-words", -1);
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "one two");
}

static void
test_delete_and_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) older = save_entry (self, "older");
  g_autoptr (PigaEntry) newer = save_entry (self, "newer");

  piga_journal_page_open (self->page, piga_record_get_id (newer), "");
  rest (self);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "journal.delete", NULL));
  assert_n_lines (self, 1);
  g_assert_cmpint (piga_record_get_deleted_at (newer), !=, 0);
  g_assert_true (piga_journal_editor_get_entry (self->editor) == older);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "undo.last", NULL));
  assert_n_lines (self, 2);
  g_assert_cmpint (piga_record_get_deleted_at (newer), ==, 0);
  g_assert_true (piga_journal_editor_get_entry (self->editor) == newer);
  g_assert_cmpuint (piga_journal_model_get_selected (self->model), ==, 0);
}

static void
imported_cb (GObject *store, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;
  PigaImportSummary summary;

  g_assert_true (piga_exchange_import_finish (PIGA_STORE (store), result, &summary, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (summary.changed, ==, 1);
  *(gboolean *) done = TRUE;
}

/* On another computer the entry went into the trash; here it is open. */
static void
test_import_into_trash (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) entry = save_entry (self, "open here");
  const gint64 later = piga_record_get_modified_at (entry) + G_TIME_SPAN_HOUR;
  g_autofree char *path = g_build_filename (self->test.folder, "elsewhere.jsonl", NULL);
  g_autofree char *lines =
    g_strdup_printf ("{\"format\":\"piga-hatua\",\"version\":1}\n{\"kind\":\"entry\",\"id\":\"%s\","
                     "\"created_at\":%" G_GINT64_FORMAT ",\"modified_at\":%" G_GINT64_FORMAT
                     ",\"deleted_at\":%" G_GINT64_FORMAT ",\"body\":\"gone there\"}\n",
                     piga_record_get_id (entry), piga_record_get_created_at (entry), later, later);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean done = FALSE;

  piga_journal_page_open (self->page, piga_record_get_id (entry), "");
  rest (self);
  g_assert_true (piga_journal_editor_get_entry (self->editor) == entry);

  g_assert_true (g_file_set_contents (path, lines, -1, NULL));
  piga_exchange_import_async (self->test.store, file, NULL, NULL, NULL, imported_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  rest (self);

  g_assert_null (piga_journal_editor_get_entry (self->editor));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, 0);
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  add ("/journal-page/open", test_open);
  add ("/journal-page/write", test_write);
  add ("/journal-page/delete-and-undo", test_delete_and_undo);
  add ("/journal-page/alt-left", test_alt_left);
  add ("/journal-page/import-into-trash", test_import_into_trash);
  return g_test_run ();
}
