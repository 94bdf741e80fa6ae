/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines of a stream, one by one. It never holds more than one line and one read beyond it, and
 * gives up on a line as soon as it is longer than the caller allows: a file without a single
 * newline costs no more memory than a file of ours. */

#include "piga-line-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "piga-error.h"
#include "piga-file-error.h"

#define CHUNK_SIZE (64 * 1024)

struct _PigaLineReader
{
  GObject parent_instance;

  GInputStream *stream;
  GByteArray *buffer;

  gsize start; /* where the next line begins in the buffer */
  gsize end;   /* how much of the buffer was read */
  gint64 position;
  guint number;
  gboolean at_end;
  gboolean cut_off;
};

G_DEFINE_FINAL_TYPE (PigaLineReader, piga_line_reader, G_TYPE_OBJECT)

static void
piga_line_reader_finalize (GObject *object)
{
  PigaLineReader *self = PIGA_LINE_READER (object);

  g_clear_object (&self->stream);
  g_clear_pointer (&self->buffer, g_byte_array_unref);

  G_OBJECT_CLASS (piga_line_reader_parent_class)->finalize (object);
}

static void
piga_line_reader_class_init (PigaLineReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = piga_line_reader_finalize;
}

static void
piga_line_reader_init (PigaLineReader *self)
{
  self->buffer = g_byte_array_new ();
}

/* Reads on, behind what is left of the lines read before. */
static gboolean
fill (PigaLineReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gssize n_read;

  if (self->start > 0)
    {
      memmove (self->buffer->data, self->buffer->data + self->start, self->end - self->start);
      self->end -= self->start;
      self->start = 0;
    }
  if (self->buffer->len < self->end + CHUNK_SIZE)
    g_byte_array_set_size (self->buffer, (guint) (self->end + CHUNK_SIZE));

  n_read = g_input_stream_read (self->stream, self->buffer->data + self->end, CHUNK_SIZE,
                                cancellable, &cause);
  if (n_read < 0)
    {
      piga_file_error_propagate_reading (error, g_steal_pointer (&cause));
      return FALSE;
    }

  self->end += (gsize) n_read;
  self->at_end = n_read == 0;
  return TRUE;
}

/* Finds how long the next line is, without its newline; reads as much as that takes. */
static gboolean
find_length (PigaLineReader *self, gsize longest, gsize *length, GCancellable *cancellable,
             GError **error)
{
  gsize searched = 0;

  for (;;)
    {
      const guint8 *line = self->buffer->data + self->start;
      const gsize there = self->end - self->start;
      const guint8 *newline =
        there > searched ? memchr (line + searched, '\n', there - searched) : NULL;

      *length = newline != NULL ? (gsize) (newline - line) : there;
      if (*length > longest)
        {
          g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID, _ ("The line is too long."));
          return FALSE;
        }
      if (newline != NULL || self->at_end)
        {
          self->cut_off = newline == NULL;
          return TRUE;
        }
      searched = there;
      if (!fill (self, cancellable, error))
        return FALSE;
    }
}

/**
 * piga_line_reader_new:
 * @stream: what to read
 *
 * Returns: (transfer full): a reader at the first line of @stream
 */
PigaLineReader *
piga_line_reader_new (GInputStream *stream)
{
  PigaLineReader *self = g_object_new (PIGA_TYPE_LINE_READER, NULL);

  self->stream = g_object_ref (stream);
  return self;
}

/**
 * piga_line_reader_read:
 * @self: a reader
 * @longest: how many bytes the line may have
 * @line: (out) (nullable) (transfer none): the next line without its newline, not closed by a NUL
 *   byte, good until the next read; %NULL where there is no more
 * @length: (out): its length in bytes
 * @cancellable: (nullable): stops before any line
 * @error: return location for a %PIGA_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE where the next line could not be read
 */
gboolean
piga_line_reader_read (PigaLineReader *self, gsize longest, const char **line, gsize *length,
                       GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  self->number++;
  if (!find_length (self, longest, length, cancellable, error))
    return FALSE;

  *line = NULL;
  if (*length == 0 && self->cut_off)
    return TRUE;

  *line = (const char *) self->buffer->data + self->start;
  self->start += *length + (self->cut_off ? 0 : 1);
  self->position += (gint64) *length + (self->cut_off ? 0 : 1);
  return TRUE;
}

/**
 * piga_line_reader_get_number:
 * @self: a reader
 *
 * Returns: the number of the line that was read last, or could not be read; the first is 1
 */
guint
piga_line_reader_get_number (PigaLineReader *self)
{
  return self->number;
}

/**
 * piga_line_reader_get_position:
 * @self: a reader
 *
 * Returns: how many bytes the lines had that were read, with their newlines
 */
gint64
piga_line_reader_get_position (PigaLineReader *self)
{
  return self->position;
}

/**
 * piga_line_reader_is_cut_off:
 * @self: a reader
 *
 * Returns: whether the line that was read last ends with the stream and not with a newline
 */
gboolean
piga_line_reader_is_cut_off (PigaLineReader *self)
{
  return self->cut_off;
}
