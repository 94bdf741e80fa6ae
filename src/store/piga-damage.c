/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Before a record that was read damaged is written, the bytes that stood in its row are kept aside,
 * in the same transaction: there is no moment in which they are nowhere. */

#include "piga-damage.h"

#include "piga-error.h"
#include "piga-row.h"
#include "records/piga-damaged-value.h"

/* Adds the damaged values of a row as it is on the disk now, and no other. */
static gboolean
find_damaged (PigaTable *self, PigaDatabase *database, const char *id, GPtrArray *values,
              GError **error)
{
  g_autoptr (PigaStatement) statement = piga_table_prepare_find (self, database, error);
  g_autoptr (PigaRecordClass) klass = NULL;
  g_autoptr (GObject) record = NULL;
  PigaStatementResult result;

  if (statement == NULL)
    return FALSE;

  piga_statement_bind_text (statement, ":id", id);
  result = piga_statement_step (statement, error);
  if (result != PIGA_STATEMENT_ROW)
    return result == PIGA_STATEMENT_DONE;

  klass = g_type_class_ref (piga_table_get_record_type (self));
  record = piga_row_read (statement, klass, id);
  piga_row_copy_damaged (statement, record, values);
  return TRUE;
}

/* The same damage is kept once, however often it is found. */
static gboolean
keep_value (PigaTable *self, PigaDatabase *database, gpointer value, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GObject) kept = piga_table_find (self, database, piga_record_get_id (value), &cause);

  if (kept != NULL)
    return TRUE;
  if (g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_NOT_FOUND))
    return piga_table_insert (self, database, value, error);

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
keep_damaged (PigaTable *self, PigaDatabase *database, const char *id, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PigaTable) aside = piga_table_new (PIGA_TYPE_DAMAGED_VALUE);

  if (!find_damaged (self, database, id, values, error))
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    if (!keep_value (aside, database, values->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* A revision that is none would be in the way of the next one. */
static gboolean
mend_revision (PigaTable *self, PigaDatabase *database, gpointer record, GError **error)
{
  g_autofree char *sql = g_strconcat ("UPDATE ", piga_table_get_kind (self),
                                      " SET revision = :revision WHERE id = :id"
                                      " AND (typeof (revision) <> 'integer' OR revision < 1)",
                                      NULL);
  g_autoptr (PigaStatement) statement = piga_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  piga_statement_bind_text (statement, ":id", piga_record_get_id (record));
  piga_statement_bind_integer (statement, ":revision", piga_record_get_revision (record));
  return piga_statement_run (statement, error);
}

/**
 * piga_damage_keep:
 * @table: a table
 * @database: the database, in the transaction that will write @record
 * @record: a record that was read damaged, in the revision in which it was read
 * @error: return location for an error
 *
 * Keeps what is damaged in the row of @record, as it is on the disk now.
 *
 * Returns: whether the row can be written without losing anything
 */
gboolean
piga_damage_keep (PigaTable *table, PigaDatabase *database, gpointer record, GError **error)
{
  return keep_damaged (table, database, piga_record_get_id (record), error)
         && mend_revision (table, database, record, error);
}
