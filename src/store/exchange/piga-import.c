/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An import: the records of a file are merged with those that are here, by their ids, in one
 * transaction. What was modified later wins; at equal times, what was saved more often, and else
 * what is here. Being in the trash is one of the things that a record says of itself. No row is
 * ever removed.
 *
 * A clock that was wrong leaves times that lie beyond tomorrow. Such a time is set to now before it
 * is compared or kept; and as nobody knows when that record was really modified, it does not win by
 * its time, only by its revision. When a record was made is left as it is: it decides nothing here,
 * and the journal has its order by it.
 *
 * What a record of the file replaces is not lost. Where its content is another, a copy of it goes
 * to the trash, as a record of its own: with an id that is made of the record's id, revision and
 * time, so that whoever replaces the same form makes the same copy, and with its links, which lead
 * to what they led to before. The copy of a record that exists once (the profile, a step's state)
 * is not that one record any more, and nothing but the trash and an export has it.
 *
 * A preview is an import whose transaction is taken back at the end. So it cannot promise what the
 * import would not do, nor overlook what it would refuse. */

#include "piga-import.h"

#include <glib/gi18n-lib.h>

#include "piga-exchange-reader.h"
#include "piga-time.h"
#include "piga-error.h"
#include "piga-id.h"
#include "piga-table.h"

struct _PigaImport
{
  GFile *file;
  const GType *kinds;
  gint64 now;
  PigaProgress *progress; /* borrowed */
  GPtrArray *tables;      /* in the order of the kinds */

  GCancellable *cancellable; /* borrowed while it runs */
  PigaExchangeReader *reader;
  PigaImportSummary summary;
  gboolean keep;
  gboolean done;
};

/**
 * piga_import_new:
 * @file: (nullable): an exported file; %NULL for piga_import_take() alone
 * @kinds: (array zero-terminated=1): the kinds there are
 * @now: what the clock says, in microseconds since 1970
 * @progress: (nullable): told how many bytes were read; has to outlive the import
 *
 * Returns: (transfer full): an import, not begun
 */
PigaImport *
piga_import_new (GFile *file, const GType *kinds, gint64 now, PigaProgress *progress)
{
  PigaImport *self = g_new0 (PigaImport, 1);

  g_set_object (&self->file, file);
  self->kinds = kinds;
  self->now = now;
  self->progress = progress;
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_table_free);
  for (guint i = 0; kinds[i] != G_TYPE_INVALID; i++)
    g_ptr_array_add (self->tables, piga_table_new (kinds[i]));
  return self;
}

/**
 * piga_import_free:
 * @self: (transfer full): an import
 */
void
piga_import_free (PigaImport *self)
{
  g_clear_object (&self->reader);
  g_clear_object (&self->file);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_free (self);
}

static PigaTable *
find_table (PigaImport *self, GType kind)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (piga_table_get_record_type (self->tables->pdata[i]) == kind)
      return self->tables->pdata[i];

  g_return_val_if_reached (NULL);
}

/* Looks whether the database has a record; @found is NULL where it does not. */
static gboolean
look_up (PigaImport *self, PigaDatabase *database, GType kind, const char *id, gpointer *found,
         GError **error)
{
  g_autoptr (GError) cause = NULL;

  *found = piga_table_find (find_table (self, kind), database, id, &cause);
  if (*found != NULL || g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
check_link (PigaImport *self, PigaDatabase *database, gpointer record, guint field, GError **error)
{
  const PigaField *declared = &PIGA_RECORD_GET_CLASS (record)->fields[field];
  const char *id = piga_record_get_text (record, field);
  const GType linked = declared->linked ();
  g_autoptr (GObject) found = NULL;

  if (*id == '\0'
      || (self->reader != NULL && piga_exchange_reader_has_read (self->reader, linked, id)))
    return TRUE;
  if (!look_up (self, database, linked, id, (gpointer *) &found, error))
    return FALSE;
  if (found != NULL)
    return TRUE;

  g_set_error (error, PIGA_ERROR, PIGA_ERROR_INVALID,
               /* Translators: %s is the name of a field that leads to another record, such as
                * “Goal”. */
               _ ("“%s” leads to a record that is neither here nor further up in the file."),
               _ (declared->label));
  return FALSE;
}

static gboolean
check_links (PigaImport *self, PigaDatabase *database, gpointer record, GError **error)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == PIGA_FIELD_LINK && !check_link (self, database, record, i, error))
      return FALSE;

  return TRUE;
}

static gboolean
add (PigaImport *self, PigaDatabase *database, gpointer record, GError **error)
{
  PigaTable *table = find_table (self, G_OBJECT_TYPE (record));

  self->summary.added++;
  return piga_table_insert (table, database, record, error);
}

static gboolean
has_same_content (gpointer record, gpointer other)
{
  const guint n_fields = PIGA_RECORD_GET_CLASS (record)->n_fields;

  for (guint i = 0; i < n_fields; i++)
    if (!piga_record_has_same (record, other, i))
      return FALSE;

  return TRUE;
}

static gpointer
make_older_form (PigaImport *self, gpointer here)
{
  g_autofree char *name =
    g_strdup_printf ("older:%s:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, piga_record_get_id (here),
                     piga_record_get_revision (here), piga_record_get_modified_at (here));
  g_autofree char *id = piga_id_from_name (name);
  gpointer older = piga_record_new_with_id (G_OBJECT_TYPE (here), id);

  piga_record_copy_values (older, here);
  piga_record_set_times (older, piga_record_get_created_at (here),
                         piga_record_get_modified_at (here), self->now);
  return older;
}

/* The copy may be here already: another computer made the same one, and it stood in a file. */
static gboolean
keep_older_form (PigaImport *self, PigaDatabase *database, gpointer here, GError **error)
{
  const GType kind = G_OBJECT_TYPE (here);
  g_autoptr (GObject) older = make_older_form (self, here);
  g_autoptr (GObject) found = NULL;

  if (!look_up (self, database, kind, piga_record_get_id (older), (gpointer *) &found, error))
    return FALSE;

  return found != NULL || piga_table_insert (find_table (self, kind), database, older, error);
}

static gboolean
change (PigaImport *self, PigaDatabase *database, gpointer record, gpointer here, GError **error)
{
  PigaTable *table = find_table (self, G_OBJECT_TYPE (record));

  /* What goes to the trash now can be taken out again for as long as anything else. */
  if (piga_record_get_deleted_at (record) != 0 && piga_record_get_deleted_at (here) == 0)
    piga_record_set_times (record, piga_record_get_created_at (record),
                           piga_record_get_modified_at (record), self->now);

  self->summary.changed++;
  piga_record_set_damaged (record, piga_record_is_damaged (here));
  return (has_same_content (record, here) || keep_older_form (self, database, here, error))
         && piga_table_replace (table, database, record, piga_record_get_revision (here), error);
}

static gint64
correct (PigaImport *self, gint64 time)
{
  return piga_time_is_ahead (self->now, time) ? self->now : time;
}

static gboolean
is_newer (PigaImport *self, gpointer record, gpointer here)
{
  const gint64 there_at = piga_record_get_modified_at (record);
  const gint64 here_at = piga_record_get_modified_at (here);
  const gboolean there_is_ahead = piga_time_is_ahead (self->now, there_at);

  if (!there_is_ahead && there_at > correct (self, here_at))
    return TRUE;

  return (there_is_ahead || here_at == there_at || piga_time_is_ahead (self->now, here_at))
         && piga_record_get_revision (record) > piga_record_get_revision (here);
}

static gboolean
merge (PigaImport *self, PigaDatabase *database, gpointer record, GError **error)
{
  g_autoptr (GObject) here = NULL;
  gboolean is_wanted;

  if (!check_links (self, database, record, error)
      || !look_up (self, database, G_OBJECT_TYPE (record), piga_record_get_id (record),
                   (gpointer *) &here, error))
    return FALSE;

  is_wanted = here == NULL || is_newer (self, record, here);
  piga_record_set_times (record, piga_record_get_created_at (record),
                         correct (self, piga_record_get_modified_at (record)),
                         correct (self, piga_record_get_deleted_at (record)));
  if (here == NULL)
    return add (self, database, record, error);
  if (is_wanted)
    return change (self, database, record, here, error);

  self->summary.kept++;
  return TRUE;
}

static gboolean
merge_next (PigaImport *self, PigaDatabase *database, gboolean *at_end, GError **error)
{
  g_autoptr (GObject) record = NULL;

  if (!piga_exchange_reader_read (self->reader, (gpointer *) &record, self->cancellable, error))
    return FALSE;

  *at_end = record == NULL;
  if (!*at_end && !merge (self, database, record, error))
    {
      piga_exchange_reader_prefix_line (self->reader, error);
      return FALSE;
    }
  piga_progress_set (self->progress, piga_exchange_reader_get_position (self->reader),
                     piga_exchange_reader_get_size (self->reader));
  return TRUE;
}

static gboolean
merge_all (PigaDatabase *database, gpointer data, GError **error)
{
  PigaImport *self = data;

  for (gboolean at_end = FALSE; !at_end;)
    if (!merge_next (self, database, &at_end, error))
      return FALSE;

  self->done = TRUE;
  /* An error takes the transaction back; nobody gets to see this one. */
  if (!self->keep)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return self->keep;
}

/**
 * piga_import_run:
 * @self: an import that was not begun
 * @database: the database, on its thread
 * @keep: whether to keep what was done; %FALSE to see what would be done
 * @cancellable: (nullable): stops before any line
 * @error: return location for a #PigaError, or %G_IO_ERROR_CANCELLED
 *
 * Reads and checks the whole file and merges it. In case of an error nothing was changed.
 *
 * Returns: whether the whole file could be taken in
 */
gboolean
piga_import_run (PigaImport *self, PigaDatabase *database, gboolean keep, GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GError) cause = NULL;

  self->reader = piga_exchange_reader_open (self->file, self->kinds, cancellable, error);
  if (self->reader == NULL)
    return FALSE;

  self->keep = keep;
  self->cancellable = cancellable;
  if (piga_database_transact (database, merge_all, self, &cause) || (self->done && !keep))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/**
 * piga_import_take:
 * @self: an import that is not run
 * @database: the database, on its thread, in a transaction
 * @record: a record; what it is linked to has to be in @database
 * @error: return location for a #PigaError
 *
 * Takes in a single record, which wins over what is here, as if it had been modified now. It is not
 * in the trash then.
 *
 * Returns: whether it was done
 */
gboolean
piga_import_take (PigaImport *self, PigaDatabase *database, gpointer record, GError **error)
{
  g_autoptr (GObject) here = NULL;
  gint64 modified_at = self->now;

  if (!check_links (self, database, record, error)
      || !look_up (self, database, G_OBJECT_TYPE (record), piga_record_get_id (record),
                   (gpointer *) &here, error))
    return FALSE;

  if (here != NULL)
    modified_at = piga_time_get_later (self->now, piga_record_get_modified_at (here));
  piga_record_set_times (record, piga_record_get_created_at (record), modified_at, 0);
  if (here == NULL)
    return add (self, database, record, error);
  if (!has_same_content (record, here) || piga_record_get_deleted_at (here) != 0)
    return change (self, database, record, here, error);

  self->summary.kept++;
  return TRUE;
}

/**
 * piga_import_get_summary:
 * @self: an import that was run
 *
 * Returns: (transfer none): what it did, or would do
 */
const PigaImportSummary *
piga_import_get_summary (PigaImport *self)
{
  return &self->summary;
}
