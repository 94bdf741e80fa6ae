/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A large text is pasted: it comes slice by slice, and nobody ever finds a half of it. */

#include "journal/piga-body-view.h"
#include "journal/piga-clean-text.h"
#include "journal/piga-journal-editor.h"
#include "piga-test-room.h"

#define LENGTH (600 * 1024)

typedef struct
{
  PigaTestRoom room;
  PigaJournalEditor *editor;
  GtkTextView *body;
  GtkTextBuffer *buffer;
  char *text; /* what is pasted */
} Fixture;

/* A text of several slices, and long enough to be shown plain. */
static char *
make_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; text->len < LENGTH; i++)
    g_string_append_printf (text, "%u. Mstari – a line as long as lines are in a diary.\n", i);
  return g_string_free_and_steal (text);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) entry = piga_test_new_entry ("", "before after");
  GtkTextIter iter;

  piga_test_room_set_up (&self->room, NULL);
  self->editor = g_object_new (PIGA_TYPE_JOURNAL_EDITOR, NULL);
  piga_journal_editor_set_context (self->editor, self->room.context);
  piga_test_room_show (&self->room, GTK_WIDGET (self->editor));
  piga_journal_editor_show (self->editor, entry);
  piga_test_rest (&self->room);

  self->body = piga_test_find_type (GTK_WIDGET (self->editor), PIGA_TYPE_BODY_VIEW);
  self->buffer = gtk_text_view_get_buffer (self->body);
  self->text = make_text ();
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, strlen ("before "));
  gtk_text_buffer_place_cursor (self->buffer, &iter);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->text, g_free);
  piga_test_room_tear_down (&self->room, NULL);
}

static char *
dup_text (Fixture *self)
{
  char *text = NULL;

  g_object_get (self->buffer, "text", &text, NULL);
  return text;
}

/* Not g_assert_cmpstr(), which would print a book. */
static void
assert_text (const char *text, const char *before, const char *pasted, const char *after)
{
  g_autofree char *expected = g_strconcat (before, pasted, after, NULL);

  g_assert_true (g_str_equal (text, expected));
}

static void
assert_shown (Fixture *self, const char *before, const char *after)
{
  g_autofree char *text = dup_text (self);

  assert_text (text, before, self->text, after);
}

static void
paste (Fixture *self, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->body)), text);
  g_signal_emit_by_name (self->body, "paste-clipboard");
}

static int
get_length (Fixture *self)
{
  return gtk_text_buffer_get_char_count (self->buffer);
}

/* Lets the main loop turn until the first slice is in, and not all of it. */
static void
paste_first_slice (Fixture *self)
{
  const int before = get_length (self);

  paste (self, self->text);
  while (get_length (self) <= before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (get_length (self), <, g_utf8_strlen (self->text, -1));
}

typedef struct
{
  Fixture *fixture;
  int length;
} Wish;

static gboolean
is_granted (gpointer data)
{
  const Wish *wish = data;

  return get_length (wish->fixture) == wish->length;
}

static void
wait_until_shown (Fixture *self, const char *before, const char *after)
{
  Wish wish = { self, (int) (strlen (before) + strlen (after) + g_utf8_strlen (self->text, -1)) };

  g_assert_true (piga_test_wait_until (is_granted, &wish));
  assert_shown (self, before, after);
}

/* What a key does before it is anything else. */
static void
press_key (Fixture *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->body));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "finish-paste") == 0)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_z, 0, GDK_CONTROL_MASK, &handled);
    }
}

/* The main loop turns between the slices, of which there are many. */
static void
test_slices (Fixture *self, gconstpointer data)
{
  const int whole = get_length (self) + (int) g_utf8_strlen (self->text, -1);
  guint n_slices = 1;

  paste_first_slice (self);
  for (int length, last = 0; last < whole; last = length)
    {
      g_main_context_iteration (NULL, TRUE);
      length = get_length (self);
      n_slices += length > last && last > 0;
    }
  g_assert_cmpuint (n_slices, >, 3);
  assert_shown (self, "before ", "after");
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* The view lays out a line as a whole, and would do so again at each slice. That takes long, so the
 * text is saved before. */
static void
test_one_line (Fixture *self, gconstpointer data)
{
  PigaEntry *entry = piga_journal_editor_get_entry (self->editor);
  guint n_slices = 0;

  g_strdelimit (self->text, "\n", ' ');
  g_signal_connect_swapped (self->buffer, "insert-text", G_CALLBACK (count_cb), &n_slices);
  paste (self, self->text);
  wait_until_shown (self, "before ", "after");
  g_assert_cmpuint (n_slices, ==, 1);
  assert_text (piga_record_get_text (entry, PIGA_ENTRY_BODY), "before ", self->text, "after");
}

static void
type (Fixture *self, const char *text)
{
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_insert_interactive_at_cursor (self->buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
test_typed_meanwhile (Fixture *self, gconstpointer data)
{
  paste_first_slice (self);
  type (self, "typed ");
  assert_shown (self, "before ", "typed after");
  g_assert_false (piga_body_buffer_is_pasting (PIGA_BODY_BUFFER (self->buffer)));
}

/* What is pasted may take long to arrive. */
static void
test_typed_before (Fixture *self, gconstpointer data)
{
  paste (self, self->text);
  type (self, "typed ");
  wait_until_shown (self, "before ", "typed after");
}

static void
test_erased_meanwhile (Fixture *self, gconstpointer data)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  paste_first_slice (self);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  g_assert_false (piga_body_buffer_is_pasting (PIGA_BODY_BUFFER (self->buffer)));
  text = dup_text (self);
  g_assert_cmpstr (text, ==, "");
}

static void
select_after (Fixture *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, strlen ("before "));
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_select_range (self->buffer, &start, &end);
}

static void
test_selection (Fixture *self, gconstpointer data)
{
  select_after (self);
  paste (self, self->text);
  wait_until_shown (self, "before ", "");
}

/* What is selected elsewhere meanwhile is not replaced. */
static void
test_other_selection (Fixture *self, gconstpointer data)
{
  GtkTextIter start, end;

  paste (self, self->text);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, strlen ("before"));
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  wait_until_shown (self, "before ", "after");
}

static void
assert_undone_and_redone (Fixture *self, const char *before)
{
  g_autofree char *text = NULL;

  gtk_text_buffer_undo (self->buffer);
  text = dup_text (self);
  g_assert_cmpstr (text, ==, "before after");
  gtk_text_buffer_redo (self->buffer);
  assert_shown (self, before, "");
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  select_after (self);
  paste (self, self->text);
  wait_until_shown (self, "before ", "");
  assert_undone_and_redone (self, "before ");
}

/* Ctrl+Z in the middle of it takes all of it back, and no more than that. */
static void
test_undo_meanwhile (Fixture *self, gconstpointer data)
{
  select_after (self);
  paste_first_slice (self);
  press_key (self);
  assert_shown (self, "before ", "");
  assert_undone_and_redone (self, "before ");
}

static void
test_key_then_undo (Fixture *self, gconstpointer data)
{
  paste_first_slice (self);
  press_key (self);
  type (self, "typed ");
  gtk_text_buffer_undo (self->buffer);
  assert_shown (self, "before ", "after");
}

/* Whoever leaves in the middle of it leaves with all of it. */
static void
test_flush (Fixture *self, gconstpointer data)
{
  PigaEntry *entry = piga_journal_editor_get_entry (self->editor);

  paste_first_slice (self);
  piga_journal_editor_flush (self->editor);
  assert_text (piga_record_get_text (entry, PIGA_ENTRY_BODY), "before ", self->text, "after");
}

static void
test_leave (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) entry = g_object_ref (piga_journal_editor_get_entry (self->editor));

  paste_first_slice (self);
  piga_journal_editor_show (self->editor, NULL);
  assert_text (piga_record_get_text (entry, PIGA_ENTRY_BODY), "before ", self->text, "after");
  piga_test_settle (&self->room);
  g_assert_false (piga_record_is_dirty (entry));
  g_assert_cmpint (piga_test_get_integer (self->room.disk.store, "SELECT length (body) FROM entry"),
                   ==, strlen ("before after") + (gsize) g_utf8_strlen (self->text, -1));
}

static void
pasted_cb (gboolean *kept, gboolean cleaned)
{
  *kept = cleaned;
}

/* Bytes that are no text are found in whichever slice they are. */
static void
test_cleaned (Fixture *self, gconstpointer data)
{
  static const char odd[] = "caf\351\r\n\rbell\a \342\200\n";
  GString *bytes = g_string_new (NULL);
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  gboolean cleaned;

  for (guint i = 0; bytes->len < LENGTH; i++)
    g_string_append_len (bytes, odd, i % 7 == 0 ? sizeof odd : sizeof odd - 1);
  g_free (self->text);
  self->text = piga_clean_text (bytes->str, bytes->len, &cleaned);
  whole = g_string_free_to_bytes (bytes);
  provider = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", whole);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self->body)), provider);
  cleaned = FALSE;
  g_signal_connect_swapped (self->buffer, "pasted", G_CALLBACK (pasted_cb), &cleaned);
  g_signal_emit_by_name (self->body, "paste-clipboard");
  wait_until_shown (self, "before ", "after");
  g_assert_true (cleaned);
}

static gboolean
is_coloured (gpointer buffer)
{
  return gtk_source_buffer_get_language (buffer) != NULL;
}

static void
test_plain_while_long (Fixture *self, gconstpointer data)
{
  static const char telling[] = "Too long for colours";

  g_assert_true (piga_test_wait_until (is_coloured, self->buffer));
  g_assert_null (piga_test_find_label (self->room.window, telling));
  paste (self, self->text);
  wait_until_shown (self, "before ", "after");
  g_assert_false (is_coloured (self->buffer));
  g_assert_nonnull (piga_test_find_label (self->room.window, telling));

  gtk_text_buffer_undo (self->buffer);
  g_assert_true (piga_test_wait_until (is_coloured, self->buffer));
}

/* A long entry is plain from the start. */
static void
test_long_opened (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) entry = piga_test_new_entry ("", self->text);

  piga_journal_editor_show (self->editor, entry);
  self->buffer = gtk_text_view_get_buffer (self->body);
  g_assert_false (is_coloured (self->buffer));
  g_assert_nonnull (piga_test_find_label (self->room.window, "Too long for colours"));
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

  add ("/journal-paste/slices", test_slices);
  add ("/journal-paste/one-line", test_one_line);
  add ("/journal-paste/typed-meanwhile", test_typed_meanwhile);
  add ("/journal-paste/typed-before", test_typed_before);
  add ("/journal-paste/erased-meanwhile", test_erased_meanwhile);
  add ("/journal-paste/selection", test_selection);
  add ("/journal-paste/other-selection", test_other_selection);
  add ("/journal-paste/undo", test_undo);
  add ("/journal-paste/undo-meanwhile", test_undo_meanwhile);
  add ("/journal-paste/key-then-undo", test_key_then_undo);
  add ("/journal-paste/flush", test_flush);
  add ("/journal-paste/leave", test_leave);
  add ("/journal-paste/cleaned", test_cleaned);
  add ("/journal-paste/plain-while-long", test_plain_while_long);
  add ("/journal-paste/long-opened", test_long_opened);
  return g_test_run ();
}
