/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads one compiled message catalogue (a .mo file, little-endian, as msgfmt writes it).
 *
 * gettext itself answers in one language only: the one that the process runs in. To have it
 * answer in the other, LANGUAGE would have to be changed and changed back around each call,
 * while the worker's thread reads it. So the other language's catalogue is read here: mapped
 * once, searched in place, never written. The layout is described in the GNU gettext manual,
 * "The Format of GNU MO Files". */

#include "piga-catalogue.h"

#include <string.h>

#define MAGIC 0x950412deu

struct _PigaCatalogue
{
  GMappedFile *file;
  const char *data;
  gsize size;
  guint32 n_messages;
  guint32 originals;
  guint32 translations;
};

static gboolean
read_word (const PigaCatalogue *self, gsize offset, guint32 *word)
{
  guint32 raw;

  if (self->size < sizeof raw || offset > self->size - sizeof raw)
    return FALSE;

  memcpy (&raw, self->data + offset, sizeof raw);
  *word = GUINT32_FROM_LE (raw);
  return TRUE;
}

/* A table holds a length and an offset for each string; the string ends with a NUL. */
static const char *
read_string (const PigaCatalogue *self, guint32 table, guint32 index)
{
  gsize row = (gsize) table + (gsize) index * 8;
  guint32 length, offset;

  if (!read_word (self, row, &length) || !read_word (self, row + 4, &offset))
    return NULL;
  if (offset >= self->size || length >= self->size - offset)
    return NULL;
  if (self->data[offset + length] != '\0')
    return NULL;

  return self->data + offset;
}

static gboolean
read_header (PigaCatalogue *self)
{
  guint32 magic, revision;

  return read_word (self, 0, &magic) && magic == MAGIC && read_word (self, 4, &revision)
         && revision >> 16 == 0 && read_word (self, 8, &self->n_messages)
         && read_word (self, 12, &self->originals) && read_word (self, 16, &self->translations);
}

/**
 * piga_catalogue_open:
 * @path: a .mo file
 * @error: return location for an error of %G_FILE_ERROR
 *
 * Maps a compiled catalogue. The texts that it gives live as long as it does.
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
PigaCatalogue *
piga_catalogue_open (const char *path, GError **error)
{
  g_autoptr (PigaCatalogue) self = piga_catalogue_new_empty ();

  self->file = g_mapped_file_new (path, FALSE, error);
  if (self->file == NULL)
    return NULL;

  self->data = g_mapped_file_get_contents (self->file);
  self->size = g_mapped_file_get_length (self->file);
  if (!read_header (self))
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "Not a message catalogue");
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * piga_catalogue_new_empty:
 *
 * Makes a catalogue that knows no message, to stand in for one that is not installed.
 *
 * Returns: (transfer full): the catalogue
 */
PigaCatalogue *
piga_catalogue_new_empty (void)
{
  return g_new0 (PigaCatalogue, 1);
}

/**
 * piga_catalogue_free:
 * @self: (transfer full): the catalogue
 */
void
piga_catalogue_free (PigaCatalogue *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}

/**
 * piga_catalogue_lookup:
 * @self: a catalogue
 * @msgid: a message id, not empty (the empty one names the catalogue's header)
 *
 * Finds a message by halving: msgfmt sorts the ids. Of a message with plural forms, gives the
 * first. Never reads outside the file, whatever is in it.
 *
 * Returns: (transfer none) (nullable): the translation, or %NULL
 */
const char *
piga_catalogue_lookup (const PigaCatalogue *self, const char *msgid)
{
  guint32 low = 0;
  guint32 high = self->n_messages;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *found = read_string (self, self->originals, middle);
      int order;

      if (found == NULL)
        return NULL;

      order = strcmp (msgid, found);
      if (order == 0)
        return read_string (self, self->translations, middle);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}
