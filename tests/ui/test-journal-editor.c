/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "journal/piga-body-view.h"
#include "journal/piga-find-bar.h"
#include "journal/piga-journal-editor.h"
#include "piga-test-room.h"

typedef struct
{
  PigaTestStore test;
  GtkWidget *window;
  PigaJournalEditor *editor;
  GtkTextView *body;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (PigaClock) clock = piga_clock_new_fixed (piga_day_new (2025, 3, 5));
  g_autoptr (PigaContext) context = NULL;

  piga_test_store_set_up (&self->test, NULL);
  context = piga_context_new (self->test.store, settings, clock);
  self->editor = g_object_new (PIGA_TYPE_JOURNAL_EDITOR, NULL);
  piga_journal_editor_set_context (self->editor, context);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 500);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->editor));
  gtk_window_present (GTK_WINDOW (self->window));
  self->body = piga_test_find_type (GTK_WIDGET (self->editor), PIGA_TYPE_BODY_VIEW);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  piga_test_drain ();
  piga_test_store_tear_down (&self->test, NULL);
}

static void
type (Fixture *self, const char *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (self->body), text, -1);
}

static void
assert_text (Fixture *self, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->body), "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
flush (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  piga_test_flush (self->test.store, &error);
  g_assert_no_error (error);
}

static void
test_switching (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) one = piga_test_new_entry ("", "one");
  g_autoptr (PigaEntry) two = piga_test_new_entry ("", "two");

  piga_journal_editor_show (self->editor, one);
  assert_text (self, "one");
  type (self, "first, ");
  piga_journal_editor_show (self->editor, two);
  assert_text (self, "two");
  type (self, "second, ");
  piga_journal_editor_show (self->editor, NULL);
  flush (self);

  g_assert_cmpstr (piga_record_get_text (one, PIGA_ENTRY_BODY), ==, "first, one");
  g_assert_cmpstr (piga_record_get_text (two, PIGA_ENTRY_BODY), ==, "second, two");
  g_assert_false (piga_record_is_dirty (one));
  g_assert_false (piga_record_is_dirty (two));
}

static void
test_cursor_comes_back (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) one = piga_test_new_entry ("", "one two three");
  g_autoptr (PigaEntry) two = piga_test_new_entry ("", "two");
  GtkTextIter cursor;

  piga_journal_editor_show (self->editor, one);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->body), &cursor, 7);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (self->body), &cursor);
  piga_journal_editor_show (self->editor, two);
  piga_journal_editor_show (self->editor, one);
  type (self, "!");
  assert_text (self, "one two! three");
}

static void
test_prompt_and_date (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) entry = piga_test_new_entry ("", "");
  GtkWidget *prompt = GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (self->editor), PIGA_TYPE_JOURNAL_EDITOR, "prompt"));

  piga_journal_editor_show (self->editor, entry);
  g_assert_false (gtk_widget_get_visible (prompt));
  piga_journal_editor_show (self->editor, NULL);

  piga_record_set_integer (entry, PIGA_ENTRY_STEP, 1);
  piga_record_set_text (entry, PIGA_ENTRY_PROMPT, "what-happened");
  piga_journal_editor_show (self->editor, entry);
  g_assert_true (gtk_widget_get_visible (prompt));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (prompt)), ==,
                   "What happened, as you would tell a friend?");

  piga_journal_editor_insert_date (self->editor);
  assert_text (self, "Wednesday, 5 March 2025");
}

static void
assert_selected (Fixture *self, int offset, const char *expected)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->body);
  g_autofree char *selected = NULL;
  GtkTextIter start, end;

  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (selected, ==, expected);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, offset);
}

static void
test_jump (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) entry = piga_test_new_entry ("Panel", "They asked. The panel asked twice.");

  piga_journal_editor_show (self->editor, entry);
  piga_journal_editor_jump (self->editor, "panel asked");
  assert_selected (self, 16, "panel asked");
  piga_journal_editor_jump (self->editor, "nowhere  ASKED");
  assert_selected (self, 5, "asked");
  g_assert_false (piga_find_bar_is_open (
    PIGA_FIND_BAR (piga_test_find_type (GTK_WIDGET (self->editor), PIGA_TYPE_FIND_BAR))));
}

static void
test_find_bar_closes (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) one = piga_test_new_entry ("", "one");
  g_autoptr (PigaEntry) two = piga_test_new_entry ("", "two");
  PigaFindBar *bar =
    PIGA_FIND_BAR (piga_test_find_type (GTK_WIDGET (self->editor), PIGA_TYPE_FIND_BAR));

  gtk_widget_activate_action (GTK_WIDGET (self->body), "entry.find", NULL);
  g_assert_false (piga_find_bar_is_open (bar));
  piga_journal_editor_show (self->editor, one);
  gtk_widget_activate_action (GTK_WIDGET (self->body), "entry.find", NULL);
  g_assert_true (piga_find_bar_is_open (bar));
  piga_journal_editor_show (self->editor, two);
  g_assert_false (piga_find_bar_is_open (bar));
}

static PigaEntry *
new_long_entry (void)
{
  g_autofree char *lines = g_strnfill (3000, '\n');

  return piga_test_new_entry ("", lines);
}

static double
show_and_get_place (Fixture *self, PigaEntry *entry)
{
  piga_journal_editor_show (self->editor, entry);
  piga_test_rest_window (self->window);
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->body)));
}

static void
go_to_end (Fixture *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->body);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  piga_body_view_scroll_to_cursor (PIGA_BODY_VIEW (self->body));
}

/* An entry opens at its beginning, and then where it was left. */
static void
test_place (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) one = new_long_entry ();
  g_autoptr (PigaEntry) two = new_long_entry ();

  g_assert_cmpfloat (show_and_get_place (self, one), ==, 0);
  go_to_end (self);
  piga_test_rest_window (self->window);
  g_assert_cmpfloat (show_and_get_place (self, two), ==, 0);
  g_assert_cmpfloat (show_and_get_place (self, one), >, 0);
}

static gboolean
has_set_out (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) > 0;
}

/* A text that leaves the screen on its way to the cursor does not go on behind it. */
static void
test_left_while_scrolling (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) entry = new_long_entry ();
  GtkAdjustment *adjustment;
  double value;

  g_assert_cmpfloat (show_and_get_place (self, entry), ==, 0);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->body));
  go_to_end (self);
  g_assert_true (piga_test_wait_until (has_set_out, adjustment));
  value = gtk_adjustment_get_value (adjustment);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
}

static gboolean
has_text (gpointer buffer)
{
  return gtk_text_buffer_get_char_count (buffer) > 0;
}

static void
test_paste (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) entry = piga_test_new_entry ("", "");
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->body));
  g_autoptr (GBytes) bytes = g_bytes_new_static ("be\0fore\r\nafter", 14);
  g_autoptr (GdkContentProvider) provider =
    gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", bytes);

  piga_journal_editor_show (self->editor, entry);
  gdk_clipboard_set_content (clipboard, provider);
  g_signal_emit_by_name (self->body, "paste-clipboard");
  g_assert_true (piga_test_wait_until (has_text, gtk_text_view_get_buffer (self->body)));
  assert_text (self, "before\nafter");
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

  add ("/journal-editor/switching", test_switching);
  add ("/journal-editor/cursor-comes-back", test_cursor_comes_back);
  add ("/journal-editor/prompt-and-date", test_prompt_and_date);
  add ("/journal-editor/jump", test_jump);
  add ("/journal-editor/find-bar-closes", test_find_bar_closes);
  add ("/journal-editor/paste", test_paste);
  add ("/journal-editor/place", test_place);
  add ("/journal-editor/left-while-scrolling", test_left_while_scrolling);
  return g_test_run ();
}
