/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the text of an entry is written: Markdown in the colours of the desktop, light or dark, and
 * plain where it is very long.
 *
 * Pasting is done here and not by GtkTextView, which ends a text at its first NUL byte and says
 * nothing. What is no text is taken out, and the person is told. */

#include "piga-body-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kit/piga-toast.h"

struct _PigaBodyView
{
  GtkSourceView parent_instance;

  GSignalGroup *buffer_signals;
  GCancellable *paste;
  guint colouring;
  gboolean told_long;
};

G_DEFINE_FINAL_TYPE (PigaBodyView, piga_body_view, GTK_SOURCE_TYPE_VIEW)

static PigaBodyBuffer *
get_body_buffer (PigaBodyView *self)
{
  return PIGA_BODY_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
}

static GtkSourceBuffer *
get_source_buffer (PigaBodyView *self)
{
  return GTK_SOURCE_BUFFER (get_body_buffer (self));
}

static void
update_scheme (PigaBodyView *self)
{
  const gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (
    get_source_buffer (self),
    gtk_source_style_scheme_manager_get_scheme (schemes, dark ? "Adwaita-dark" : "Adwaita"));
}

/* Reading the language's description takes longer than a frame, so the text is shown first. */
static void
colour_cb (gpointer user_data)
{
  PigaBodyView *self = user_data;
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();

  self->colouring = 0;
  gtk_source_buffer_set_language (get_source_buffer (self),
                                  gtk_source_language_manager_get_language (languages, "markdown"));
}

/* Once while the program runs: who writes a book here need not hear it each day. */
static void
tell_long (PigaBodyView *self)
{
  if (!self->told_long)
    piga_toast_show (GTK_WIDGET (self),
                     /* Translators: of an entry; a passing line with room for some 35 letters. */
                     _ ("Too long for colours and spell check."));
  self->told_long = TRUE;
}

/* Colours are read from the disk when the first text is in sight, not when the room is made. */
static void
update_colours (PigaBodyView *self)
{
  GtkSourceBuffer *buffer = get_source_buffer (self);

  g_clear_handle_id (&self->colouring, g_source_remove);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  update_scheme (self);
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  if (!piga_body_buffer_is_long (PIGA_BODY_BUFFER (buffer)))
    {
      self->colouring = g_idle_add_once (colour_cb, self);
      return;
    }

  gtk_source_buffer_set_language (buffer, NULL);
  tell_long (self);
}

static void
pasted_cb (PigaBodyView *self, gboolean cleaned)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
  if (cleaned)
    piga_toast_show (GTK_WIDGET (self), _ ("Pasted without some characters that are no text."));
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaBodyView) self = user_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        piga_toast_show (GTK_WIDGET (self), _ ("Could not paste."));
      return;
    }

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  piga_body_buffer_paste (get_body_buffer (self), bytes);
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaBodyView) self = user_data;
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GOutputStream) output = NULL;
  GCancellable *cancellable = self->paste;

  input = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  if (input == NULL) /* no text there, an image perhaps: as everywhere, nothing happens */
    return;

  output = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
    output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
    G_PRIORITY_DEFAULT, cancellable, spliced_cb, g_steal_pointer (&self));
}

/* The place is the buffer's, so a paste that is slow to arrive must not follow into the next
 * entry. */
static void
cancel_paste (PigaBodyView *self)
{
  g_cancellable_cancel (self->paste);
  g_clear_object (&self->paste);
}

static void
piga_body_view_paste (GtkTextView *view)
{
  static const char *mime_types[] = { "text/plain;charset=utf-8", "text/plain", NULL };
  PigaBodyView *self = PIGA_BODY_VIEW (view);

  if (!gtk_text_view_get_editable (view))
    return;

  cancel_paste (self);
  self->paste = g_cancellable_new ();
  piga_body_buffer_begin_paste (get_body_buffer (self));
  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), mime_types,
                            G_PRIORITY_DEFAULT, self->paste, clipboard_cb, g_object_ref (self));
}

/* A key finds the text whole, whatever it does to it. Undo, too, finds all that it takes back. */
static gboolean
key_cb (PigaBodyView *self)
{
  piga_body_buffer_finish_paste (get_body_buffer (self));
  return GDK_EVENT_PROPAGATE;
}

static void
buffer_cb (PigaBodyView *self)
{
  cancel_paste (self);
  g_signal_group_set_target (self->buffer_signals, get_body_buffer (self));
  update_colours (self);
}

static GtkTextBuffer *
piga_body_view_create_buffer (GtkTextView *view)
{
  return GTK_TEXT_BUFFER (piga_body_buffer_new ());
}

/* Alt+Left, which exchanges words where programs are written, goes back here as on every page: who
 * presses it does not mean to change their diary, and often would not even see it. */
static void
piga_body_view_move_words (GtkSourceView *view, int step)
{
  if (step < 0)
    gtk_widget_activate_action (GTK_WIDGET (view), "navigation.pop", NULL);
}

/* To be set to what it is ends the way of an adjustment to another value. */
static void
stop_scrolling (GtkAdjustment *adjustment)
{
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment));
}

/* A text that goes off the screen while it scrolls by itself stays where it got to: GTK 4.18 would
 * take it to the end of its way in the middle of ending that way, and do so twice. */
static void
piga_body_view_unmap (GtkWidget *widget)
{
  stop_scrolling (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget)));
  stop_scrolling (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)));

  GTK_WIDGET_CLASS (piga_body_view_parent_class)->unmap (widget);
}

static void
piga_body_view_dispose (GObject *object)
{
  PigaBodyView *self = PIGA_BODY_VIEW (object);

  g_clear_handle_id (&self->colouring, g_source_remove);
  cancel_paste (self);

  G_OBJECT_CLASS (piga_body_view_parent_class)->dispose (object);
}

static void
piga_body_view_finalize (GObject *object)
{
  g_object_unref (PIGA_BODY_VIEW (object)->buffer_signals);

  G_OBJECT_CLASS (piga_body_view_parent_class)->finalize (object);
}

static void
piga_body_view_class_init (PigaBodyViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_body_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = piga_body_view_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = piga_body_view_unmap;
  GTK_TEXT_VIEW_CLASS (klass)->create_buffer = piga_body_view_create_buffer;
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = piga_body_view_paste;
  GTK_SOURCE_VIEW_CLASS (klass)->move_words = piga_body_view_move_words;
}

static GtkEventController *
create_key_controller (PigaBodyView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_static_name (keys, "finish-paste");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  return keys;
}

static void
piga_body_view_init (PigaBodyView *self)
{
  self->buffer_signals = g_signal_group_new (PIGA_TYPE_BODY_BUFFER);
  g_signal_group_connect_swapped (self->buffer_signals, "notify::long", G_CALLBACK (update_colours),
                                  self);
  g_signal_group_connect_swapped (self->buffer_signals, "pasted", G_CALLBACK (pasted_cb), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_scheme), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (update_colours), NULL);
  g_signal_connect (self, "notify::buffer", G_CALLBACK (buffer_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), create_key_controller (self));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
}

/**
 * piga_body_view_insert:
 * @self: the view
 * @text: a text
 *
 * Puts @text where the cursor is, in place of what is selected; one step for undo.
 */
void
piga_body_view_insert (PigaBodyView *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  piga_body_buffer_finish_paste (get_body_buffer (self));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

/**
 * piga_body_view_scroll_to_cursor:
 * @self: the view
 *
 * Scrolls so that the cursor stands in the middle, unless it can be seen already.
 */
void
piga_body_view_scroll_to_cursor (PigaBodyView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.1,
                                FALSE, 0, 0.4);
}
