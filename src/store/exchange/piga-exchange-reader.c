/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The records of an exported file, one by one, checked as far as that can be done without a
 * database: the header, every line, every value, and that no record comes twice. */

#include "piga-exchange-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "piga-exchange-header.h"
#include "piga-error.h"
#include "piga-file-error.h"
#include "piga-json-line.h"
#include "piga-line-reader.h"

/* An id without its hyphens, as bytes: a third of the text's room in memory. */
#define KEY_SIZE 16

/* No more than that is read of a line, so that no file can exhaust the memory. A text of 16 MiB,
 * the longest that is kept, has room even where every letter has to be escaped with another. */
#define LONGEST_LINE (64 * 1024 * 1024)

/* The ids of all records are kept in mind while a file is read. */
#define MOST_RECORDS 2000000

struct _PigaExchangeReader
{
  GObject parent_instance;

  const GType *kinds;
  PigaLineReader *lines;
  JsonParser *parser;
  GHashTable *ids; /* keys to types */

  gint64 size;
  gint64 n_expected; /* -1 where the header does not say */
  gboolean has_header;
};

G_DEFINE_FINAL_TYPE (PigaExchangeReader, piga_exchange_reader, G_TYPE_OBJECT)

static guint
hash_key (gconstpointer key)
{
  guint words[KEY_SIZE / sizeof (guint)];

  memcpy (words, key, KEY_SIZE);
  return words[0] ^ words[1] ^ words[2] ^ words[3];
}

static gboolean
keys_are_equal (gconstpointer key, gconstpointer other)
{
  return memcmp (key, other, KEY_SIZE) == 0;
}

/* @id is valid, see piga_id_is_valid(). */
static void
id_to_key (const char *id, guint8 key[KEY_SIZE])
{
  for (guint i = 0; i < KEY_SIZE; i++)
    {
      if (*id == '-')
        id++;
      key[i] = (guint8) (g_ascii_xdigit_value (id[0]) << 4 | g_ascii_xdigit_value (id[1]));
      id += 2;
    }
}

static void
piga_exchange_reader_finalize (GObject *object)
{
  PigaExchangeReader *self = PIGA_EXCHANGE_READER (object);

  g_clear_object (&self->lines);
  g_clear_object (&self->parser);
  g_clear_pointer (&self->ids, g_hash_table_unref);

  G_OBJECT_CLASS (piga_exchange_reader_parent_class)->finalize (object);
}

static void
piga_exchange_reader_class_init (PigaExchangeReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = piga_exchange_reader_finalize;
}

static void
piga_exchange_reader_init (PigaExchangeReader *self)
{
  self->parser = json_parser_new ();
  self->ids = g_hash_table_new_full (hash_key, keys_are_equal, g_free, NULL);
  self->n_expected = -1;
}

/**
 * piga_exchange_reader_new:
 * @stream: an exported file
 * @kinds: (array zero-terminated=1): the kinds there are
 *
 * Returns: (transfer full): a reader at the beginning of @stream
 */
PigaExchangeReader *
piga_exchange_reader_new (GInputStream *stream, const GType *kinds)
{
  PigaExchangeReader *self = g_object_new (PIGA_TYPE_EXCHANGE_READER, NULL);

  self->lines = piga_line_reader_new (stream);
  self->kinds = kinds;
  return self;
}

/**
 * piga_exchange_reader_open:
 * @file: an exported file
 * @kinds: (array zero-terminated=1): the kinds there are
 * @cancellable: (nullable): stops the work
 * @error: return location for a #PigaError
 *
 * Opens an ordinary file; what cannot be read to an end, such as a pipe, is refused without being
 * opened.
 *
 * Returns: (transfer full) (nullable): a reader at its beginning
 */
PigaExchangeReader *
piga_exchange_reader_open (GFile *file, const GType *kinds, GCancellable *cancellable,
                           GError **error)
{
  const char *attributes = G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, attributes, G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  PigaExchangeReader *self;

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
  else if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error_literal (&cause, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "");
  else if (info != NULL)
    stream = g_file_read (file, cancellable, &cause);

  if (stream == NULL)
    {
      piga_file_error_propagate_reading (error, g_steal_pointer (&cause));
      return NULL;
    }

  self = piga_exchange_reader_new (G_INPUT_STREAM (stream), kinds);
  self->size = g_file_info_get_size (info);
  return self;
}

static gboolean
read_header (PigaExchangeReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const char *line = NULL;
  gsize length = 0;

  if (!piga_line_reader_read (self->lines, PIGA_EXCHANGE_LONGEST_HEADER, &line, &length,
                              cancellable, &cause)
      && !g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  /* A file whose first line is too long is not ours, nor is an empty one. */
  self->has_header = piga_exchange_header_parse (
    self->parser, line != NULL ? line : "", line != NULL ? length : 0, &self->n_expected, error);
  return self->has_header;
}

static gboolean
check_end (PigaExchangeReader *self, GError **error)
{
  const gint64 n_records = g_hash_table_size (self->ids);

  if (self->n_expected < 0 || self->n_expected == n_records)
    return TRUE;

  if (n_records < self->n_expected)
    g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                         _ ("The file does not hold as many records as its first line says. "
                            "A part of it may be missing."));
  else
    g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                         _ ("The file holds more records than its first line says. "
                            "It was changed after it was exported."));
  return FALSE;
}

static gboolean
remember (PigaExchangeReader *self, gpointer record, GError **error)
{
  g_autofree guint8 *key = g_malloc (KEY_SIZE);

  id_to_key (piga_record_get_id (record), key);
  if (g_hash_table_contains (self->ids, key))
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                           _ ("The same record stands further up in the file."));
      return FALSE;
    }
  if (g_hash_table_size (self->ids) == MOST_RECORDS)
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                           _ ("The file holds more records than can be taken in."));
      return FALSE;
    }

  g_hash_table_insert (self->ids, g_steal_pointer (&key),
                       GSIZE_TO_POINTER (G_OBJECT_TYPE (record)));
  return TRUE;
}

static gpointer
parse_record (PigaExchangeReader *self, const char *line, gsize length, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GObject) record = NULL;
  JsonObject *object = piga_json_line_parse (self->parser, line, length, error);

  if (object == NULL && error != NULL && piga_line_reader_is_cut_off (self->lines))
    {
      g_clear_error (error);
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                           _ ("It breaks off: the end of the file is missing."));
    }
  if (object == NULL)
    return NULL;

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  record = piga_record_from_json (self->kinds, node, error);
  if (record == NULL || !remember (self, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

/**
 * piga_exchange_reader_read:
 * @self: a reader
 * @record: (out) (nullable) (transfer full): the next record; %NULL where there is no more
 * @cancellable: (nullable): stops before any line
 * @error: return location for a #PigaError that names the line, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE where the file cannot be taken in
 */
gboolean
piga_exchange_reader_read (PigaExchangeReader *self, gpointer *record, GCancellable *cancellable,
                           GError **error)
{
  const char *line;
  gsize length;

  *record = NULL;
  if (!self->has_header && !read_header (self, cancellable, error))
    return FALSE;

  if (!piga_line_reader_read (self->lines, LONGEST_LINE, &line, &length, cancellable, error))
    {
      piga_exchange_reader_prefix_line (self, error);
      return FALSE;
    }
  if (line == NULL)
    return check_end (self, error);

  *record = parse_record (self, line, length, error);
  if (*record == NULL)
    piga_exchange_reader_prefix_line (self, error);
  return *record != NULL;
}

/**
 * piga_exchange_reader_has_read:
 * @self: a reader
 * @kind: a kind of record
 * @id: a valid id
 *
 * Returns: whether a record of that kind and id was read before
 */
gboolean
piga_exchange_reader_has_read (PigaExchangeReader *self, GType kind, const char *id)
{
  guint8 key[KEY_SIZE];

  id_to_key (id, key);
  return GPOINTER_TO_SIZE (g_hash_table_lookup (self->ids, key)) == kind;
}

/**
 * piga_exchange_reader_prefix_line:
 * @self: a reader
 * @error: (nullable): an error about the record that was read last
 *
 * Says in front of a %PIGA_ERROR_INVALID which line it is about. Other errors are not the line's
 * fault and stay as they are.
 */
void
piga_exchange_reader_prefix_line (PigaExchangeReader *self, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (error == NULL || !g_error_matches (*error, PIGA_ERROR, PIGA_ERROR_INVALID))
    return;

  reason = g_steal_pointer (error);
  g_set_error (error, PIGA_ERROR, PIGA_ERROR_INVALID,
               /* Translators: %1$u is the number of a line; %2$s is one of the sentences that say
                * what is wrong with it, such as “It is nested too deeply.” */
               _ ("Line %1$u of the file cannot be taken in. %2$s"),
               piga_line_reader_get_number (self->lines), reason->message);
}

/**
 * piga_exchange_reader_get_n_records:
 * @self: a reader
 *
 * Returns: how many records were read
 */
guint
piga_exchange_reader_get_n_records (PigaExchangeReader *self)
{
  return g_hash_table_size (self->ids);
}

/**
 * piga_exchange_reader_get_position:
 * @self: a reader
 *
 * Returns: how many bytes were read
 */
gint64
piga_exchange_reader_get_position (PigaExchangeReader *self)
{
  return piga_line_reader_get_position (self->lines);
}

/**
 * piga_exchange_reader_get_size:
 * @self: a reader
 *
 * Returns: how many bytes there are to read, 0 where that is not known
 */
gint64
piga_exchange_reader_get_size (PigaExchangeReader *self)
{
  return self->size;
}
