/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Single records come back from a backup, by the rules of an import but that the backup wins: what
 * is here and is another is kept in the trash as an older form. With a record comes what it belongs
 * to, where that is not here any more, and what hangs on it and would have gone with it. What is
 * here already, and was not asked for, stays as it is. */

#include "piga-bring-back.h"

#include "exchange/piga-import.h"
#include "piga-error.h"
#include "piga-statement.h"
#include "piga-table.h"

typedef struct
{
  PigaDatabase *from;
  PigaDatabase *to;
  GPtrArray *tables; /* in the order of the kinds */
  GPtrArray *wanted;
  PigaImport *import;
  /* The ids of all that came, or is on its way. */
  GHashTable *taken;
} BringBack;

static gboolean take (BringBack *self, PigaTable *table, const char *id, GError **error);

static PigaTable *
find_table (BringBack *self, GType kind)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (piga_table_get_record_type (self->tables->pdata[i]) == kind)
      return self->tables->pdata[i];

  g_return_val_if_reached (NULL);
}

/* @record is NULL where there is no such row. */
static gboolean
look_up (PigaTable *table, PigaDatabase *database, const char *id, gpointer *record, GError **error)
{
  g_autoptr (GError) cause = NULL;

  *record = piga_table_find (table, database, id, &cause);
  if (*record != NULL || g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* A record cannot be seen under one that is in the trash. */
static gboolean
is_missing (BringBack *self, PigaTable *table, const char *id, gboolean is_required,
            gboolean *missing, GError **error)
{
  g_autoptr (GObject) here = NULL;

  if (!look_up (table, self->to, id, (gpointer *) &here, error))
    return FALSE;

  *missing = here == NULL || (is_required && piga_record_get_deleted_at (here) != 0);
  return TRUE;
}

static gboolean
take_linked (BringBack *self, gpointer record, GError **error)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const PigaField *field = &klass->fields[i];
      const char *id = field->type == PIGA_FIELD_LINK ? piga_record_get_text (record, i) : "";
      PigaTable *table = *id != '\0' ? find_table (self, field->linked ()) : NULL;
      gboolean missing = FALSE;

      if (table == NULL)
        continue;
      if (!is_missing (self, table, id, (field->flags & PIGA_FIELD_REQUIRED) != 0, &missing, error)
          || (missing && !take (self, table, id, error)))
        return FALSE;
    }

  return TRUE;
}

/* @column: (out) (transfer full): what has to name a row of @kind for as long as a row of @own_kind
 * is there; NULL where nothing does */
static gboolean
find_owning_column (PigaDatabase *database, const char *own_kind, const char *kind, char **column,
                    GError **error)
{
  g_autoptr (PigaStatement) statement =
    piga_database_prepare (database,
                           "SELECT \"from\" FROM pragma_foreign_key_list (:own_kind)"
                           " WHERE \"table\" = :kind AND on_delete = 'CASCADE'",
                           error);
  PigaStatementResult result;

  *column = NULL;
  if (statement == NULL)
    return FALSE;

  piga_statement_bind_text (statement, ":own_kind", own_kind);
  piga_statement_bind_text (statement, ":kind", kind);
  result = piga_statement_step (statement, error);
  if (result == PIGA_STATEMENT_ROW)
    *column = g_strdup (piga_statement_get_text (statement, 0, NULL));
  return result != PIGA_STATEMENT_FAILED;
}

/* Returns: (transfer full) (nullable): the ids of those that are not in the backup's own trash */
static GPtrArray *
list_ids (PigaDatabase *database, const char *own_kind, const char *column, const char *id,
          GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql =
    g_strdup_printf ("SELECT id FROM %s WHERE %s = :id AND deleted_at IS NULL", own_kind, column);
  g_autoptr (PigaStatement) statement = piga_database_prepare (database, sql, error);
  PigaStatementResult result;

  if (statement == NULL)
    return NULL;

  piga_statement_bind_text (statement, ":id", id);
  while ((result = piga_statement_step (statement, error)) == PIGA_STATEMENT_ROW)
    g_ptr_array_add (ids, g_strdup (piga_statement_get_text (statement, 0, NULL)));
  return result == PIGA_STATEMENT_DONE ? g_steal_pointer (&ids) : NULL;
}

/* The rows of @table that go for good with the row @id of @kind, where they have gone. */
static gboolean
take_hanging_of (BringBack *self, PigaTable *table, const char *kind, const char *id,
                 GError **error)
{
  const char *own_kind = piga_table_get_kind (table);
  g_autofree char *column = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  if (!find_owning_column (self->from, own_kind, kind, &column, error))
    return FALSE;
  if (column == NULL)
    return TRUE;

  ids = list_ids (self->from, own_kind, column, id, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gboolean missing = FALSE;

      if (!is_missing (self, table, ids->pdata[i], FALSE, &missing, error)
          || (missing && !take (self, table, ids->pdata[i], error)))
        return FALSE;
    }

  return ids != NULL;
}

static gboolean
take_hanging (BringBack *self, const char *kind, const char *id, GError **error)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (!take_hanging_of (self, self->tables->pdata[i], kind, id, error))
      return FALSE;

  return TRUE;
}

static gboolean
take (BringBack *self, PigaTable *table, const char *id, GError **error)
{
  g_autoptr (GObject) record = NULL;

  if (!g_hash_table_add (self->taken, g_strdup (id)))
    return TRUE;

  record = piga_table_find (table, self->from, id, error);
  return record != NULL && take_linked (self, record, error)
         && piga_import_take (self->import, self->to, record, error)
         && take_hanging (self, piga_table_get_kind (table), id, error);
}

static gboolean
take_wanted (PigaDatabase *database, gpointer data, GError **error)
{
  BringBack *self = data;

  for (guint i = 0; i < self->wanted->len; i++)
    {
      gpointer record = self->wanted->pdata[i];

      if (!take (self, find_table (self, G_OBJECT_TYPE (record)), piga_record_get_id (record),
                 error))
        return FALSE;
    }

  return TRUE;
}

/**
 * piga_bring_back_run:
 * @from: a backup with the newest schema
 * @to: the database, on the same thread
 * @kinds: (array zero-terminated=1): the kinds there are
 * @records: (element-type PigaRecord): records that are in the backup
 * @now: what the clock says, in microseconds since 1970
 * @n_brought: (out): how many records are here now that were not, or not in that form
 * @error: return location for an error
 *
 * Returns: whether all of them came back; else nothing was changed
 */
gboolean
piga_bring_back_run (PigaDatabase *from, PigaDatabase *to, const GType *kinds, GPtrArray *records,
                     gint64 now, guint *n_brought, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_table_free);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (PigaImport) import = piga_import_new (NULL, kinds, now, NULL);
  BringBack self = {
    .from = from,
    .to = to,
    .tables = tables,
    .wanted = records,
    .import = import,
    .taken = taken,
  };
  const PigaImportSummary *summary;

  for (guint i = 0; kinds[i] != G_TYPE_INVALID; i++)
    g_ptr_array_add (tables, piga_table_new (kinds[i]));
  if (!piga_database_transact (to, take_wanted, &self, error))
    return FALSE;

  summary = piga_import_get_summary (import);
  *n_brought = summary->added + summary->changed;
  return TRUE;
}
