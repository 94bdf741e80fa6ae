/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An export in the making. It has two parts: all records are written in one go on the thread of the
 * database, so that they belong together; then, on any thread, the file is brought to the disk,
 * read again from its first line to its last as an import would read it, and given its name. An
 * export that could not be read again is none.
 *
 * The first line says how many records follow. Where some could not be read, that is known only at
 * the end, and the file is written once more. */

#include "piga-export.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "piga-exchange-header.h"
#include "piga-exchange-reader.h"
#include "piga-error.h"
#include "piga-safe-file.h"
#include "piga-salvage.h"

/* What is gathered before it is written. */
#define BUFFER_SIZE (256 * 1024)

struct _PigaExport
{
  GFile *target;
  const GType *kinds;
  PigaProgress *progress; /* borrowed */

  PigaSafeFile *file;
  PigaSalvage *salvage;
  JsonGenerator *generator;
  GString *buffer;
  GCancellable *cancellable; /* borrowed while the records are written */
  gint64 n_expected;
  gint64 n_written;
};

/**
 * piga_export_new:
 * @target: the file to make or to replace
 * @kinds: (array zero-terminated=1): the kinds there are
 * @progress: told how many records were written and read again; has to outlive the export
 *
 * Returns: (transfer full): an export, not begun
 */
PigaExport *
piga_export_new (GFile *target, const GType *kinds, PigaProgress *progress)
{
  PigaExport *self = g_new0 (PigaExport, 1);

  self->target = g_object_ref (target);
  self->kinds = kinds;
  self->progress = progress;
  self->generator = json_generator_new ();
  self->buffer = g_string_sized_new (BUFFER_SIZE);
  return self;
}

/**
 * piga_export_free:
 * @self: (transfer full): an export; where it is not complete, nothing is left of it
 */
void
piga_export_free (PigaExport *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->salvage, piga_salvage_free);
  g_clear_object (&self->generator);
  g_clear_object (&self->target);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static gboolean
flush (PigaExport *self, GError **error)
{
  const gboolean written = piga_safe_file_write (self->file, self->buffer->str, self->buffer->len,
                                                 self->cancellable, error);

  g_string_truncate (self->buffer, 0);
  return written;
}

/* Takes over @line. */
static gboolean
write_line (PigaExport *self, JsonNode *line, GError **error)
{
  json_generator_set_root (self->generator, line);
  json_generator_to_gstring (self->generator, self->buffer);
  json_node_unref (line);
  g_string_append_c (self->buffer, '\n');

  return self->buffer->len < BUFFER_SIZE || flush (self, error);
}

static gboolean
write_record (gpointer record, gpointer data, GError **error)
{
  PigaExport *self = data;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
      || !write_line (self, piga_record_to_json (record), error))
    return FALSE;

  piga_progress_set (self->progress, ++self->n_written, 2 * self->n_expected);
  return TRUE;
}

/* Where a table is damaged, its records may not even be counted. */
static gboolean
count_kind (PigaExport *self, PigaDatabase *database, GType kind, GError **error)
{
  g_autoptr (PigaRecordClass) klass = g_type_class_ref (kind);
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM ", klass->kind, NULL);
  g_autoptr (GError) cause = NULL;
  gint64 n_records = 0;

  if (piga_database_get_integer (database, sql, &n_records, &cause)
      || g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_CORRUPT))
    {
      self->n_expected += n_records;
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
count_records (PigaExport *self, PigaDatabase *database, GError **error)
{
  self->n_expected = 0;
  for (guint i = 0; self->kinds[i] != G_TYPE_INVALID; i++)
    if (!count_kind (self, database, self->kinds[i], error))
      return FALSE;

  return TRUE;
}

/* Writes all records into a file that says that it has as many as are expected. */
static gboolean
write_file (PigaExport *self, PigaDatabase *database, GError **error)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->salvage, piga_salvage_free);
  g_string_truncate (self->buffer, 0);
  self->n_written = 0;
  self->file = piga_safe_file_new (self->target, self->cancellable, error);
  if (self->file == NULL)
    return FALSE;

  self->salvage = piga_salvage_new (self->kinds);
  return write_line (self, piga_exchange_header_new (self->n_expected), error)
         && piga_salvage_run (self->salvage, database, write_record, self, error)
         && flush (self, error);
}

static gboolean
write_records (PigaExport *self, PigaDatabase *database, GError **error)
{
  if (!count_records (self, database, error) || !write_file (self, database, error))
    return FALSE;
  if (self->n_written == self->n_expected)
    return TRUE;

  self->n_expected = self->n_written;
  return write_file (self, database, error);
}

/**
 * piga_export_write:
 * @self: an export that was not begun
 * @database: the database, on its thread
 * @cancellable: (nullable): stops before any record
 * @error: return location for a #PigaError, or %G_IO_ERROR_CANCELLED
 *
 * Writes all records that can be read, those in the trash too. Nothing has the name of the target
 * yet.
 *
 * Returns: whether they were written; see piga_export_get_lost() for those that cannot be read
 */
gboolean
piga_export_write (PigaExport *self, PigaDatabase *database, GCancellable *cancellable,
                   GError **error)
{
  gboolean written;

  self->cancellable = cancellable;
  written = write_records (self, database, error);
  self->cancellable = NULL;
  return written;
}

static gboolean
read_again (PigaExport *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (PigaExchangeReader) reader =
    piga_exchange_reader_open (file, self->kinds, cancellable, error);
  gboolean at_end = FALSE;

  while (reader != NULL && !at_end)
    {
      g_autoptr (GObject) record = NULL;

      if (!piga_exchange_reader_read (reader, (gpointer *) &record, cancellable, error))
        return FALSE;
      at_end = record == NULL;
      piga_progress_set (self->progress,
                         self->n_written + piga_exchange_reader_get_n_records (reader),
                         2 * self->n_expected);
    }

  return reader != NULL;
}

static gboolean
verify (PigaExport *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (read_again (self, file, cancellable, &cause))
    return TRUE;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, PIGA_ERROR, PIGA_ERROR_FAILED,
                 /* Translators: %s is a sentence that says what is wrong. */
                 _ ("What was written could not be read again, and was not kept. %s"),
                 cause->message);
  return FALSE;
}

/**
 * piga_export_complete:
 * @self: an export whose records were written
 * @cancellable: (nullable): stops before any record
 * @error: return location for a #PigaError, or %G_IO_ERROR_CANCELLED
 *
 * Reads the file again, and puts it in the place of what was there. This may be done on any thread.
 *
 * Returns: whether the export is in its place
 */
gboolean
piga_export_complete (PigaExport *self, GCancellable *cancellable, GError **error)
{
  GFile *file = piga_safe_file_finish (self->file, cancellable, error);

  return file != NULL && verify (self, file, cancellable, error)
         && piga_safe_file_commit (self->file, error);
}

/**
 * piga_export_get_n_records:
 * @self: an export
 *
 * Returns: how many records were written
 */
guint
piga_export_get_n_records (PigaExport *self)
{
  return (guint) self->n_written;
}

/**
 * piga_export_get_lost:
 * @self: an export whose records were written
 *
 * Returns: (transfer none) (element-type PigaLostRecord): the records that could not be read, or
 *   not all of them
 */
GPtrArray *
piga_export_get_lost (PigaExport *self)
{
  return piga_salvage_get_lost (self->salvage);
}
