/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of an entry, into which a book can be pasted.
 *
 * A large paste comes in slices, so that the window answers meanwhile, and is one step for undo. It
 * is whole for everybody: whoever takes the text or is about to change it asks for the rest first,
 * which is then put in at once. What asks for nothing and changes the text all the same, such as an
 * input method or something dropped, is made to wait until the rest is in.
 *
 * The view lays a line out as a whole and anew at each change, so a slice ends where a line does,
 * and a text that is one line has one slice. */

#include "piga-body-buffer.h"

#include <string.h>

#include "piga-clean-text.h"

/* In bytes; on a slow machine some ten milliseconds. */
#define SLICE (128 * 1024)
/* Between the window's frames, and before the text is laid out that nobody sees yet. */
#define SLICE_PRIORITY GDK_PRIORITY_REDRAW

struct _PigaBodyBuffer
{
  GtkSourceBuffer parent_instance;

  gboolean is_long;

  GBytes *bytes;      /* what is being pasted, or NULL */
  gsize n_pasted;     /* how many of the bytes are in */
  GtkTextMark *place; /* where it goes on; typing there comes after it */
  gboolean cleaned;
  gboolean inserting;
  guint idle;
};

enum
{
  PROP_LONG = 1,
  N_PROPS,
};

enum
{
  PASTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaBodyBuffer, piga_body_buffer, GTK_SOURCE_TYPE_BUFFER)

static void
end_paste (PigaBodyBuffer *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
  g_signal_emit (self, signals[PASTED], 0, self->cleaned);
}

/* Puts in the next @length bytes. */
static void
insert_slice (PigaBodyBuffer *self, gsize length)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const char *bytes = g_bytes_get_data (self->bytes, NULL);
  gboolean cleaned;
  g_autofree char *text = piga_clean_text (bytes + self->n_pasted, length, &cleaned);
  GtkTextIter iter;

  self->cleaned |= cleaned;
  self->n_pasted += length;
  self->inserting = TRUE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, self->place);
  gtk_text_buffer_insert (buffer, &iter, text, -1);
  gtk_text_buffer_move_mark (buffer, self->place, &iter);
  self->inserting = FALSE;
}

static gsize
count_rest (PigaBodyBuffer *self)
{
  return g_bytes_get_size (self->bytes) - self->n_pasted;
}

/* Returns: how long the next slice is, to the end of a line */
static gsize
measure_slice (PigaBodyBuffer *self)
{
  const gsize rest = count_rest (self);
  const char *bytes, *line_end;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), &iter, self->place);
  if (rest <= SLICE || gtk_text_iter_get_chars_in_line (&iter) > SLICE)
    return rest;

  bytes = (const char *) g_bytes_get_data (self->bytes, NULL) + self->n_pasted;
  line_end = memchr (bytes + SLICE, '\n', rest - SLICE);
  return line_end != NULL ? (gsize) (line_end + 1 - bytes) : rest;
}

static gboolean
slice_cb (gpointer user_data)
{
  PigaBodyBuffer *self = user_data;

  insert_slice (self, measure_slice (self));
  if (count_rest (self) > 0)
    return G_SOURCE_CONTINUE;

  self->idle = 0;
  end_paste (self);
  return G_SOURCE_REMOVE;
}

/* Somebody else changes the text: what is being pasted is older. The places move on with it. */
static void
finish_before_change (PigaBodyBuffer *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextMark *left, *right;

  if (self->bytes == NULL || self->inserting)
    return;

  left = gtk_text_buffer_create_mark (buffer, NULL, start, start != end);
  right = gtk_text_buffer_create_mark (buffer, NULL, end, FALSE);
  piga_body_buffer_finish_paste (self);
  gtk_text_buffer_get_iter_at_mark (buffer, start, left);
  gtk_text_buffer_get_iter_at_mark (buffer, end, right);
  gtk_text_buffer_delete_mark (buffer, left);
  gtk_text_buffer_delete_mark (buffer, right);
}

static void
piga_body_buffer_insert_text (GtkTextBuffer *buffer, GtkTextIter *place, const char *text,
                              int length)
{
  finish_before_change (PIGA_BODY_BUFFER (buffer), place, place);

  GTK_TEXT_BUFFER_CLASS (piga_body_buffer_parent_class)->insert_text (buffer, place, text, length);
}

static void
piga_body_buffer_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  finish_before_change (PIGA_BODY_BUFFER (buffer), start, end);

  GTK_TEXT_BUFFER_CLASS (piga_body_buffer_parent_class)->delete_range (buffer, start, end);
}

static void
piga_body_buffer_changed (GtkTextBuffer *buffer)
{
  PigaBodyBuffer *self = PIGA_BODY_BUFFER (buffer);
  const gboolean is_long = gtk_text_buffer_get_char_count (buffer) > PIGA_BODY_BUFFER_LONGEST_SHORT;

  GTK_TEXT_BUFFER_CLASS (piga_body_buffer_parent_class)->changed (buffer);

  if (self->is_long == is_long)
    return;
  self->is_long = is_long;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LONG]);
}

static void
piga_body_buffer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LONG:
      g_value_set_boolean (value, PIGA_BODY_BUFFER (object)->is_long);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_body_buffer_constructed (GObject *object)
{
  PigaBodyBuffer *self = PIGA_BODY_BUFFER (object);
  GtkTextIter start;

  G_OBJECT_CLASS (piga_body_buffer_parent_class)->constructed (object);

  self->place = gtk_text_mark_new (NULL, TRUE);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_add_mark (GTK_TEXT_BUFFER (self), self->place, &start);
}

static void
piga_body_buffer_dispose (GObject *object)
{
  PigaBodyBuffer *self = PIGA_BODY_BUFFER (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->place);

  G_OBJECT_CLASS (piga_body_buffer_parent_class)->dispose (object);
}

static void
piga_body_buffer_class_init (PigaBodyBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->get_property = piga_body_buffer_get_property;
  object_class->constructed = piga_body_buffer_constructed;
  object_class->dispose = piga_body_buffer_dispose;
  buffer_class->insert_text = piga_body_buffer_insert_text;
  buffer_class->delete_range = piga_body_buffer_delete_range;
  buffer_class->changed = piga_body_buffer_changed;

  properties[PROP_LONG] =
    g_param_spec_boolean ("long", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PASTED] = g_signal_new ("pasted", PIGA_TYPE_BODY_BUFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
piga_body_buffer_init (PigaBodyBuffer *self)
{
}

/**
 * piga_body_buffer_new:
 *
 * Returns: (transfer full): an empty text
 */
PigaBodyBuffer *
piga_body_buffer_new (void)
{
  return g_object_new (PIGA_TYPE_BODY_BUFFER, NULL);
}

/**
 * piga_body_buffer_is_long:
 * @self: the text
 *
 * Returns: whether it is so long that it is shown plain, without colours and spell check
 */
gboolean
piga_body_buffer_is_long (PigaBodyBuffer *self)
{
  return self->is_long;
}

/**
 * piga_body_buffer_begin_paste:
 * @self: the text
 *
 * Remembers where the cursor is: what is pasted comes there, however long it takes to arrive, and
 * before what is typed until then.
 */
void
piga_body_buffer_begin_paste (PigaBodyBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter cursor;

  piga_body_buffer_finish_paste (self);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_move_mark (buffer, self->place, &cursor);
}

/**
 * piga_body_buffer_paste:
 * @self: the text
 * @bytes: what should be text, as it came from elsewhere; see piga_clean_text()
 *
 * Pastes @bytes where the cursor was when it began, in place of what is selected if the cursor is
 * still there; one step for undo. The first slice is in when this returns, the others follow while
 * the main loop runs; "pasted" says when all are.
 */
void
piga_body_buffer_paste (PigaBodyBuffer *self, GBytes *bytes)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter cursor, place;

  g_return_if_fail (self->bytes == NULL);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &place, self->place);
  if (gtk_text_iter_equal (&cursor, &place))
    gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);

  self->bytes = g_bytes_ref (bytes);
  self->n_pasted = 0;
  self->cleaned = FALSE;
  if (slice_cb (self))
    self->idle = g_idle_add_full (SLICE_PRIORITY, slice_cb, self, NULL);
}

/**
 * piga_body_buffer_is_pasting:
 * @self: the text
 *
 * Returns: whether a part of a paste is still missing
 */
gboolean
piga_body_buffer_is_pasting (PigaBodyBuffer *self)
{
  return self->bytes != NULL;
}

/**
 * piga_body_buffer_finish_paste:
 * @self: the text
 *
 * Puts in at once what is still missing of a paste, so that the text is whole.
 */
void
piga_body_buffer_finish_paste (PigaBodyBuffer *self)
{
  if (self->bytes == NULL || self->inserting)
    return;

  insert_slice (self, count_rest (self));
  end_paste (self);
}
