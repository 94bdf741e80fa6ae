/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An export in the making. It has two parts: all records are written in one go on the thread of the
 * database, so that they belong together; then, on any thread, the file is brought to the disk,
 * read again from its first line to its last as an import would read it, and given its name. An
 * export that could not be read again is none. */

#include "piga-export.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "piga-backup-header.h"
#include "piga-backup-reader.h"
#include "piga-error.h"
#include "piga-safe-file.h"
#include "piga-statement.h"
#include "piga-table.h"

/* What is gathered before it is written. */
#define BUFFER_SIZE (256 * 1024)

struct _PigaExport
{
  GFile *target;
  const GType *kinds;
  PigaProgress *progress; /* borrowed */

  PigaSafeFile *file;
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
write_record (PigaExport *self, gpointer record, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
      || !write_line (self, piga_record_to_json (record), error))
    return FALSE;

  piga_progress_set (self->progress, ++self->n_written, 2 * self->n_expected);
  return TRUE;
}

static gboolean
count_records (PigaExport *self, PigaDatabase *database, GError **error)
{
  self->n_expected = 0;
  for (guint i = 0; self->kinds[i] != G_TYPE_INVALID; i++)
    {
      g_autoptr (PigaTable) table = piga_table_new (self->kinds[i]);
      g_autofree char *sql
          = g_strconcat ("SELECT count (*) FROM ", piga_table_get_kind (table), NULL);
      gint64 n_records = 0;

      if (!piga_database_get_integer (database, sql, &n_records, error))
        return FALSE;
      self->n_expected += n_records;
    }

  return TRUE;
}

/* The ids are sorted first: sorting the records would take all of them into the memory. */
static gboolean
write_kind (PigaExport *self, PigaDatabase *database, GType kind, GError **error)
{
  g_autoptr (PigaTable) table = piga_table_new (kind);
  g_autofree char *sql = g_strconcat ("SELECT id FROM ", piga_table_get_kind (table),
                                      " ORDER BY created_at, id", NULL);
  g_autoptr (PigaStatement) ids = piga_database_prepare (database, sql, error);
  PigaStatementResult result;

  if (ids == NULL)
    return FALSE;

  while ((result = piga_statement_step (ids, error)) == PIGA_STATEMENT_ROW)
    {
      const char *id = piga_statement_get_text (ids, 0, NULL);
      g_autoptr (GObject) record = piga_table_find (table, database, id, error);

      if (record == NULL || !write_record (self, record, error))
        return FALSE;
    }

  return result == PIGA_STATEMENT_DONE;
}

static gboolean
write_records (PigaExport *self, PigaDatabase *database, GError **error)
{
  if (!write_line (self, piga_backup_header_new (self->n_expected), error))
    return FALSE;

  for (guint i = 0; self->kinds[i] != G_TYPE_INVALID; i++)
    if (!write_kind (self, database, self->kinds[i], error))
      return FALSE;

  return flush (self, error);
}

/**
 * piga_export_write:
 * @self: an export that was not begun
 * @database: the database, on its thread
 * @cancellable: (nullable): stops before any record
 * @error: return location for a #PigaError, or %G_IO_ERROR_CANCELLED
 *
 * Writes all records, those in the trash too. Nothing has the name of the target yet.
 *
 * Returns: whether all were written
 */
gboolean
piga_export_write (PigaExport *self, PigaDatabase *database, GCancellable *cancellable,
                   GError **error)
{
  gboolean written;

  self->file = piga_safe_file_new (self->target, cancellable, error);
  if (self->file == NULL)
    return FALSE;

  self->cancellable = cancellable;
  written = count_records (self, database, error) && write_records (self, database, error);
  self->cancellable = NULL;
  return written;
}

static gboolean
read_again (PigaExport *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (PigaBackupReader) reader
      = piga_backup_reader_open (file, self->kinds, cancellable, error);
  gboolean at_end = FALSE;

  while (reader != NULL && !at_end)
    {
      g_autoptr (GObject) record = NULL;

      if (!piga_backup_reader_read (reader, (gpointer *) &record, cancellable, error))
        return FALSE;
      at_end = record == NULL;
      piga_progress_set (self->progress,
                         self->n_written + piga_backup_reader_get_n_records (reader),
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
                 _("What was written could not be read again, and was not kept. %s"),
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
