/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of one kind of record. Its SQL is made once, from the names in the kind's declaration;
 * values are only ever bound. A table says nothing about a thread: the database does. */

#include "piga-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "piga-damage.h"
#include "piga-error.h"
#include "piga-row.h"

struct _PigaTable
{
  PigaRecordClass *klass;
  /* ":title" for each field. */
  char **parameters;

  char *insert;
  char *update;
  char *update_deleted;
  char *find;
  char *select;
  char *find_free_row;
  char *remove;
  char *reindex;

  PigaIndex *index;
};

/* The names of all fields, each after @before. */
static char *
join_names (PigaTable *self, const char *before)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      g_string_append (text, before);
      g_string_append (text, self->klass->fields[i].name);
    }

  return g_string_free_and_steal (text);
}

static char *
join_assignments (PigaTable *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->klass->n_fields; i++)
    g_string_append_printf (text, ", %s = :%s", self->klass->fields[i].name,
                            self->klass->fields[i].name);
  return g_string_free_and_steal (text);
}

static void
make_writing (PigaTable *self)
{
  const char *kind = self->klass->kind;
  g_autofree char *names = join_names (self, "");
  g_autofree char *values = join_names (self, ":");
  g_autofree char *assignments = join_assignments (self);

  self->insert = g_strconcat ("INSERT INTO ", kind,
                              " (id, created_at, modified_at, deleted_at, revision, ", names,
                              ", row) VALUES (:id, :created_at, :modified_at, :deleted_at,"
                              " :revision, ",
                              values, ", :row)", NULL);
  self->update = g_strconcat (
    "UPDATE ", kind,
    " SET modified_at = :modified_at, deleted_at = :deleted_at, revision = :next_revision",
    assignments, " WHERE id = :id AND revision = :revision", NULL);
  self->update_deleted = g_strconcat (
    "UPDATE ", kind,
    " SET modified_at = :modified_at, deleted_at = :deleted_at, revision = :next_revision"
    " WHERE id = :id AND revision = :revision",
    NULL);
  self->remove =
    g_strconcat ("DELETE FROM ", kind, " WHERE id = :id AND deleted_at IS NOT NULL", NULL);
  self->reindex = g_strconcat ("REINDEX ", kind, NULL);
  /* The row after the last one in the second that begins with :row, so that many records of one
   * moment need few questions. */
  self->find_free_row = g_strconcat ("SELECT max (row) + 1 FROM ", kind,
                                     " WHERE row >= :row AND row < :row + 1000"
                                     " AND EXISTS (SELECT 1 FROM ",
                                     kind, " WHERE row = :row)", NULL);
}

static void
make_reading (PigaTable *self)
{
  const char *kind = self->klass->kind;
  g_autofree char *names = join_names (self, "");

  self->select = g_strconcat ("SELECT id, created_at, modified_at, deleted_at, revision, ", names,
                              ", row FROM ", kind, NULL);
  self->find = g_strconcat (self->select, " WHERE id = :id", NULL);
}

/**
 * piga_table_new:
 * @type: a kind of record
 *
 * Returns: (transfer full): its table
 */
PigaTable *
piga_table_new (GType type)
{
  PigaTable *self = g_new0 (PigaTable, 1);

  self->klass = g_type_class_ref (type);
  self->parameters = g_new0 (char *, self->klass->n_fields + 1);
  for (guint i = 0; i < self->klass->n_fields; i++)
    self->parameters[i] = g_strconcat (":", self->klass->fields[i].name, NULL);

  make_writing (self);
  make_reading (self);
  self->index = piga_index_new (self->klass);
  return self;
}

/**
 * piga_table_free:
 * @self: (transfer full): a table
 */
void
piga_table_free (PigaTable *self)
{
  g_type_class_unref (self->klass);
  g_strfreev (self->parameters);
  g_free (self->insert);
  g_free (self->update);
  g_free (self->update_deleted);
  g_free (self->find);
  g_free (self->select);
  g_free (self->find_free_row);
  g_free (self->remove);
  g_free (self->reindex);
  g_clear_pointer (&self->index, piga_index_free);
  g_free (self);
}

/**
 * piga_table_get_record_type:
 * @self: a table
 *
 * Returns: the kind of record it holds
 */
GType
piga_table_get_record_type (PigaTable *self)
{
  return G_TYPE_FROM_CLASS (self->klass);
}

/**
 * piga_table_get_kind:
 * @self: a table
 *
 * Returns: (transfer none): the name of the kind, which is that of the table
 */
const char *
piga_table_get_kind (PigaTable *self)
{
  return self->klass->kind;
}

/**
 * piga_table_get_index:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): its search index, where a field of the kind is searched
 */
PigaIndex *
piga_table_get_index (PigaTable *self)
{
  return self->index;
}

static void
bind_field (PigaTable *self, PigaStatement *statement, gpointer record, guint index, char *iso)
{
  const PigaField *field = &self->klass->fields[index];
  const char *name = self->parameters[index];

  switch (field->type)
    {
    case PIGA_FIELD_TEXT:
    case PIGA_FIELD_LONG:
      piga_statement_bind_text (statement, name, piga_record_get_text (record, index));
      break;
    case PIGA_FIELD_LINK:
      if (*piga_record_get_text (record, index) != '\0')
        piga_statement_bind_text (statement, name, piga_record_get_text (record, index));
      else
        piga_statement_bind_null (statement, name);
      break;
    case PIGA_FIELD_INTEGER:
    case PIGA_FIELD_BOOLEAN:
      piga_statement_bind_integer (statement, name, piga_record_get_integer (record, index));
      break;
    case PIGA_FIELD_REAL:
      piga_statement_bind_real (statement, name, piga_record_get_real (record, index));
      break;
    case PIGA_FIELD_CHOICE:
      piga_statement_bind_text (statement, name,
                                field->choices[piga_record_get_integer (record, index)].key);
      break;
    case PIGA_FIELD_DAY:
      if (piga_record_get_day (record, index) == PIGA_DAY_NONE)
        {
          piga_statement_bind_null (statement, name);
          break;
        }
      piga_day_to_iso (piga_record_get_day (record, index), iso);
      piga_statement_bind_text (statement, name, iso);
      break;
    }
}

/* @days is where the days stand as text until the statement is done. */
static void
bind_fields (PigaTable *self, PigaStatement *statement, gpointer record, char *days)
{
  for (guint i = 0; i < self->klass->n_fields; i++)
    bind_field (self, statement, record, i, days + i * PIGA_DAY_ISO_LENGTH);
}

static void
bind_times (PigaStatement *statement, gpointer record)
{
  piga_statement_bind_text (statement, ":id", piga_record_get_id (record));
  piga_statement_bind_integer (statement, ":modified_at", piga_record_get_modified_at (record));
  if (piga_record_get_deleted_at (record) != 0)
    piga_statement_bind_integer (statement, ":deleted_at", piga_record_get_deleted_at (record));
  else
    piga_statement_bind_null (statement, ":deleted_at");
}

static gboolean
find_free_row (PigaTable *self, PigaDatabase *database, gint64 time, gint64 *row, GError **error)
{
  g_autoptr (PigaStatement) statement =
    piga_database_prepare (database, self->find_free_row, error);
  gboolean is_free = FALSE;

  if (statement == NULL)
    return FALSE;

  for (*row = time / 1000; !is_free;)
    {
      piga_statement_bind_integer (statement, ":row", *row);
      if (piga_statement_step (statement, error) == PIGA_STATEMENT_FAILED)
        return FALSE;
      is_free = piga_statement_is_null (statement, 0);
      if (!is_free)
        *row = piga_statement_get_integer (statement, 0);
      piga_statement_rewind (statement);
    }

  return TRUE;
}

/**
 * piga_table_insert:
 * @self: a table
 * @database: the database
 * @record: a record of its kind that the database does not have
 * @error: return location for an error
 *
 * Writes a new record, with its own times, in the revision that it came with from a file or else in
 * its first. It learns its row.
 *
 * Returns: whether it was written
 */
gboolean
piga_table_insert (PigaTable *self, PigaDatabase *database, gpointer record, GError **error)
{
  g_autofree char *days = g_malloc (self->klass->n_fields * PIGA_DAY_ISO_LENGTH);
  g_autoptr (PigaStatement) statement = NULL;
  gint64 row;

  if (!find_free_row (self, database, piga_record_get_created_at (record), &row, error))
    return FALSE;
  statement = piga_database_prepare (database, self->insert, error);
  if (statement == NULL)
    return FALSE;

  bind_times (statement, record);
  piga_statement_bind_integer (statement, ":created_at", piga_record_get_created_at (record));
  piga_statement_bind_integer (statement, ":revision", MAX (piga_record_get_revision (record), 1));
  piga_statement_bind_integer (statement, ":row", row);
  piga_record_set_row (record, row);
  bind_fields (self, statement, record, days);
  return piga_statement_run (statement, error);
}

typedef gboolean (*Deed) (PigaTable *self, PigaDatabase *database, gconstpointer data,
                          GError **error);

/* Where a value was damaged, an index may still know it as it was; SQLite then cannot find it there
 * to take it out, and does nothing. The index is made anew, and all is well. */
static gboolean
do_and_mend (PigaTable *self, PigaDatabase *database, Deed deed, gconstpointer data, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (deed (self, database, data, &cause))
    return TRUE;
  if (g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_CORRUPT)
      && piga_database_execute (database, self->reindex, NULL))
    return deed (self, database, data, error);

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* What is written over a row. */
typedef struct
{
  PigaTable *table;
  gpointer record;
  gint64 revision; /* that the database has */
  gint64 next_revision;
} Update;

/* Runs an UPDATE that names id and revision: it has to find exactly the row that was read. */
static gboolean
run_update (PigaStatement *statement, PigaDatabase *database, const Update *update, GError **error)
{
  bind_times (statement, update->record);
  piga_statement_bind_integer (statement, ":revision", update->revision);
  piga_statement_bind_integer (statement, ":next_revision", update->next_revision);
  if (!piga_statement_run (statement, error))
    return FALSE;
  if (piga_database_get_changes (database) == 1)
    return TRUE;

  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_CONFLICT,
                       _ ("This was changed elsewhere in the meantime and could not be saved. "
                          "What you wrote is still here; copy it, then open it again."));
  return FALSE;
}

static gboolean
write_all (PigaTable *self, PigaDatabase *database, gconstpointer data, GError **error)
{
  const Update *update = data;
  g_autofree char *days = g_malloc (self->klass->n_fields * PIGA_DAY_ISO_LENGTH);
  g_autoptr (PigaStatement) statement = piga_database_prepare (database, self->update, error);

  if (statement == NULL)
    return FALSE;

  bind_fields (self, statement, update->record, days);
  return run_update (statement, database, update, error);
}

static gboolean
keep_and_write (PigaDatabase *database, gpointer data, GError **error)
{
  const Update *update = data;

  return piga_damage_keep (update->table, database, update->record, error)
         && do_and_mend (update->table, database, write_all, update, error);
}

/* Where the record was read damaged, the original values are kept aside, or nothing is written. */
static gboolean
update_row (PigaDatabase *database, Update *update, GError **error)
{
  if (!piga_record_is_damaged (update->record))
    return do_and_mend (update->table, database, write_all, update, error);
  if (piga_database_is_transacting (database))
    return keep_and_write (database, update, error);
  return piga_database_transact (database, keep_and_write, update, error);
}

/**
 * piga_table_update:
 * @self: a table
 * @database: the database
 * @record: a record in the revision that the database has
 * @error: return location for an error; %PIGA_ERROR_CONFLICT where it has another
 *
 * Writes all values of a record, and when it was modified and deleted, as the next revision. The
 * time it was made never changes. Where it was read damaged, the original values are kept aside, or
 * nothing is written.
 *
 * Returns: whether it was written
 */
gboolean
piga_table_update (PigaTable *self, PigaDatabase *database, gpointer record, GError **error)
{
  const gint64 revision = piga_record_get_revision (record);
  Update update = { self, record, revision, revision + 1 };

  return update_row (database, &update, error);
}

/**
 * piga_table_replace:
 * @self: a table
 * @database: the database
 * @record: a record as a file has it
 * @revision: the revision that the database has
 * @error: return location for an error; %PIGA_ERROR_CONFLICT where it has another
 *
 * Writes all values of a record over those that are there. Its revision grows, to that of the file
 * at least, so that both count on from the same number. What was damaged is kept aside, as by
 * piga_table_update().
 *
 * Returns: whether it was written
 */
gboolean
piga_table_replace (PigaTable *self, PigaDatabase *database, gpointer record, gint64 revision,
                    GError **error)
{
  Update update = { self, record, revision, MAX (revision + 1, piga_record_get_revision (record)) };

  return update_row (database, &update, error);
}

static gboolean
write_deleted (PigaTable *self, PigaDatabase *database, gconstpointer data, GError **error)
{
  g_autoptr (PigaStatement) statement =
    piga_database_prepare (database, self->update_deleted, error);

  return statement != NULL && run_update (statement, database, data, error);
}

/**
 * piga_table_update_deleted:
 * @self: a table
 * @database: the database
 * @record: a record in the revision that the database has
 * @error: return location for an error; %PIGA_ERROR_CONFLICT where it has another
 *
 * Writes only when a record was modified and deleted, as the next revision.
 *
 * Returns: whether it was written
 */
gboolean
piga_table_update_deleted (PigaTable *self, PigaDatabase *database, gpointer record, GError **error)
{
  const gint64 revision = piga_record_get_revision (record);
  Update update = { self, record, revision, revision + 1 };

  return do_and_mend (self, database, write_deleted, &update, error);
}

static gboolean
remove_row (PigaTable *self, PigaDatabase *database, gconstpointer id, GError **error)
{
  g_autoptr (PigaStatement) statement = piga_database_prepare (database, self->remove, error);

  if (statement == NULL)
    return FALSE;

  piga_statement_bind_text (statement, ":id", id);
  return piga_statement_run (statement, error);
}

/**
 * piga_table_remove:
 * @self: a table
 * @database: the database
 * @id: the id of a record
 * @error: return location for an error
 *
 * Removes a record for good, and what belongs to it; only where it is in the trash.
 *
 * Returns: whether there was no error
 */
gboolean
piga_table_remove (PigaTable *self, PigaDatabase *database, const char *id, GError **error)
{
  return do_and_mend (self, database, remove_row, id, error);
}

static gpointer
read_record (PigaTable *self, PigaDatabase *database, PigaStatement *statement, GError **error)
{
  gpointer record = piga_row_read (statement, self->klass, NULL);

  if (record == NULL)
    piga_database_set_error (database, SQLITE_CORRUPT, error);
  return record;
}

/**
 * piga_table_prepare_find:
 * @self: a table
 * @database: the database
 * @error: return location for an error
 *
 * Prepares to ask for the row of `:id`, with the columns that piga_row_read() reads.
 *
 * Returns: (transfer full) (nullable): the statement, to be given back
 */
PigaStatement *
piga_table_prepare_find (PigaTable *self, PigaDatabase *database, GError **error)
{
  return piga_database_prepare (database, self->find, error);
}

/**
 * piga_table_find:
 * @self: a table
 * @database: the database
 * @id: the id of a record
 * @error: return location for an error; %PIGA_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full) (nullable): a new object with what the database has, be it in the trash
 */
gpointer
piga_table_find (PigaTable *self, PigaDatabase *database, const char *id, GError **error)
{
  g_autoptr (PigaStatement) statement = piga_table_prepare_find (self, database, error);

  if (statement == NULL)
    return NULL;

  piga_statement_bind_text (statement, ":id", id);
  switch (piga_statement_step (statement, error))
    {
    case PIGA_STATEMENT_ROW:
      return read_record (self, database, statement, error);
    case PIGA_STATEMENT_DONE:
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_NOT_FOUND,
                           _ ("This is not there any more."));
      return NULL;
    case PIGA_STATEMENT_FAILED:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}

/**
 * piga_table_foreach:
 * @self: a table
 * @database: the database
 * @selection: which of its records
 * @func: (scope call): called for each of them, in the order they were made
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: whether there was no error
 */
gboolean
piga_table_foreach (PigaTable *self, PigaDatabase *database, const PigaSelection *selection,
                    PigaTableFunc func, gpointer data, GError **error)
{
  g_autofree char *condition = piga_selection_to_sql (selection);
  g_autofree char *sql = g_strconcat (self->select, condition, NULL);
  g_autoptr (PigaStatement) statement = piga_database_prepare (database, sql, error);
  char since[PIGA_DAY_ISO_LENGTH];
  PigaStatementResult result;

  if (statement == NULL)
    return FALSE;

  if (selection->days != 0)
    {
      piga_day_to_iso (selection->since, since);
      piga_statement_bind_text (statement, ":since", since);
    }
  while ((result = piga_statement_step (statement, error)) == PIGA_STATEMENT_ROW)
    {
      g_autoptr (GObject) record = piga_row_read (statement, self->klass, NULL);

      /* Without its id nobody can say which record is meant; an export has it all the same. */
      if (record != NULL && !func (record, data, error))
        return FALSE;
    }

  return result == PIGA_STATEMENT_DONE;
}
