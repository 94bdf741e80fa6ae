/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to the rows that are in the trash, on the worker: all of it in one transaction, or
 * nothing.
 *
 * A record hangs on others: an interview on its application, a note on its goal. It cannot be seen
 * without them, so that they come back with it; and where it is they that go for good, it goes,
 * too, as the tables say. Nobody counts beforehand what that will be: a preview is an erasure whose
 * transaction is taken back at the end. */

#include "piga-trash-rows.h"

#include "piga-error.h"
#include "piga-id.h"
#include "piga-store-private.h"
#include "piga-time.h"
#include "records/piga-damaged-value.h"
#include "records/piga-profile.h"
#include "records/piga-question.h"
#include "records/piga-step-check.h"
#include "records/piga-step-state.h"

typedef struct
{
  PigaTable *table;
  char id[PIGA_ID_LENGTH];
} Chosen;

struct _PigaTrashRows
{
  PigaStore *store; /* borrowed: whoever does the work has it */
  GArray *chosen;
  gint64 now;
  GHashTable *seen; /* ids, while they are brought back */
  guint n_done;
  gboolean keep;
  gboolean is_complete;
};

/**
 * piga_trash_rows_new:
 * @store: the store
 * @records: (element-type PigaRecord): some records
 *
 * Returns: (transfer full): what can be done with them on the worker, once
 */
PigaTrashRows *
piga_trash_rows_new (PigaStore *store, GPtrArray *records)
{
  PigaTrashRows *self = g_new0 (PigaTrashRows, 1);

  self->store = store;
  self->now = g_get_real_time ();
  self->chosen = g_array_new (FALSE, FALSE, sizeof (Chosen));
  for (guint i = 0; i < records->len; i++)
    {
      Chosen chosen = { .table =
                          piga_store_get_shelf (store, G_OBJECT_TYPE (records->pdata[i]))->table };

      g_strlcpy (chosen.id, piga_record_get_id (records->pdata[i]), sizeof chosen.id);
      g_array_append_val (self->chosen, chosen);
    }
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * piga_trash_rows_free:
 * @self: (transfer full): what was done
 */
void
piga_trash_rows_free (PigaTrashRows *self)
{
  g_array_unref (self->chosen);
  g_hash_table_unref (self->seen);
  g_free (self);
}

/**
 * piga_trash_rows_get_n_done:
 * @self: what was done
 *
 * Returns: how many records came back, or went or would go
 */
guint
piga_trash_rows_get_n_done (PigaTrashRows *self)
{
  return self->n_done;
}

/* A record that is not there is none, and no error; @found is NULL then. */
static gboolean
look_up (PigaStore *store, PigaDatabase *database, GType type, const char *id, gpointer *found,
         GError **error)
{
  g_autoptr (GError) cause = NULL;

  *found = piga_table_find (piga_store_get_shelf (store, type)->table, database, id, &cause);
  if (*found != NULL || g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* What the steps note by themselves has no words, and is noted anew by a press. */
static gboolean
is_shown (gpointer record)
{
  return !PIGA_IS_STEP_STATE (record)
         && (!PIGA_IS_STEP_CHECK (record)
             || piga_record_get_text (record, PIGA_STEP_CHECK_GUIDE_KEY)[0] == '\0');
}

static gboolean
add_shown (gpointer record, gpointer data, GError **error)
{
  if (is_shown (record))
    g_ptr_array_add (data, g_object_ref (record));
  return TRUE;
}

typedef struct
{
  PigaStore *store;
  GPtrArray *linked;
  GHashTable *seen;
} Linking;

/* What a record links to, and what that links to. One that is too damaged to be read is left out:
 * the record can be shown without it. */
static gboolean
add_linked (Linking *self, PigaDatabase *database, gpointer record, GError **error)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (GError) cause = NULL;
      gpointer linked;
      const char *id;

      if (klass->fields[i].type != PIGA_FIELD_LINK)
        continue;
      id = piga_record_get_text (record, i);
      if (id[0] == '\0' || !g_hash_table_add (self->seen, g_strdup (id)))
        continue;
      if (!look_up (self->store, database, klass->fields[i].linked (), id, &linked, &cause)
          && !g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
      if (linked == NULL)
        continue;
      g_ptr_array_add (self->linked, linked);
      if (!add_linked (self, database, linked, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * piga_trash_rows_read:
 * @store: the store
 * @database: the database, on its thread
 * @records: (element-type PigaRecord): gets what is in the trash and has something to show
 * @linked: (element-type PigaRecord): gets what those link to, be it in the trash
 * @error: return location for an error
 *
 * Returns: whether that could be read
 */
gboolean
piga_trash_rows_read (PigaStore *store, PigaDatabase *database, GPtrArray *records,
                      GPtrArray *linked, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Linking linking = { store, linked, seen };

  for (guint i = 0; i < store->n_shelves; i++)
    {
      const PigaSelection selection = { .type = store->kinds[i], .in_trash = TRUE };

      if (store->kinds[i] != PIGA_TYPE_DAMAGED_VALUE
          && !piga_table_foreach (store->shelves[i].table, database, &selection, add_shown, records,
                                  error))
        return FALSE;
    }
  for (guint i = 0; i < records->len; i++)
    if (!add_linked (&linking, database, records->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* What is brought back is always later than what it was, as whatever is saved. */
static void
set_deleted_at (PigaTrashRows *self, gpointer record, gint64 deleted_at)
{
  piga_record_set_times (record, piga_record_get_created_at (record),
                         piga_time_get_later (self->now, piga_record_get_modified_at (record)),
                         deleted_at);
}

static gboolean
write_back (PigaTrashRows *self, PigaDatabase *database, gpointer record, GError **error)
{
  PigaTable *table = piga_store_get_shelf (self->store, G_OBJECT_TYPE (record))->table;

  set_deleted_at (self, record, 0);
  self->n_done++;
  /* Where the row is damaged, the original is kept aside before anything is written. */
  return piga_record_is_damaged (record)
           ? piga_table_update (table, database, record, error)
           : piga_table_update_deleted (table, database, record, error);
}

static void
copy_fields (gpointer record, gpointer source)
{
  for (guint i = 0; i < PIGA_RECORD_GET_CLASS (record)->n_fields; i++)
    piga_record_copy_field (record, source, i);
}

/* The one record of the person is the one that everything shows. An older form of it, which an
 * import put aside, changes places with it: the values that it has now are in the trash then. */
static gboolean
change_places (PigaTrashRows *self, PigaDatabase *database, gpointer older, GError **error)
{
  PigaTable *table = piga_store_get_shelf (self->store, PIGA_TYPE_PROFILE)->table;
  g_autoptr (GObject) one = G_OBJECT (piga_profile_new ());
  g_autoptr (GObject) here = NULL;
  g_autoptr (GObject) before = NULL;

  self->n_done++;
  if (!look_up (self->store, database, PIGA_TYPE_PROFILE, piga_record_get_id (one),
                (gpointer *) &here, error))
    return FALSE;
  if (here == NULL)
    {
      copy_fields (one, older);
      return piga_table_insert (table, database, one, error);
    }

  before = piga_record_dup (here);
  copy_fields (here, older);
  copy_fields (older, before);
  set_deleted_at (self, here, 0);
  set_deleted_at (self, older, self->now);
  return piga_table_update (table, database, here, error)
         && piga_table_update (table, database, older, error);
}

static gboolean
is_older_profile (gpointer record)
{
  g_autoptr (GObject) one = NULL;

  if (!PIGA_IS_PROFILE (record))
    return FALSE;

  one = G_OBJECT (piga_profile_new ());
  return !g_str_equal (piga_record_get_id (record), piga_record_get_id (one));
}

/* Whether a record is shown only with what it links to by the field. */
static gboolean
hangs_on (gpointer record, guint field)
{
  const PigaField *declared = &PIGA_RECORD_GET_CLASS (record)->fields[field];

  return declared->type == PIGA_FIELD_LINK
         && ((declared->flags & PIGA_FIELD_REQUIRED) != 0
             || (PIGA_IS_QUESTION (record) && field == PIGA_QUESTION_INTERVIEW)
             || (PIGA_IS_STEP_CHECK (record) && field == PIGA_STEP_CHECK_ROUND));
}

/* What a record hangs on comes back with it, though what lies between them is not in the trash. */
static gboolean
bring_back (PigaTrashRows *self, PigaDatabase *database, GType type, const char *id, GError **error)
{
  g_autoptr (GObject) record = NULL;

  if (id[0] == '\0' || !g_hash_table_add (self->seen, g_strdup (id)))
    return TRUE;
  if (!look_up (self->store, database, type, id, (gpointer *) &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  if (piga_record_get_deleted_at (record) != 0 && is_older_profile (record))
    return change_places (self, database, record, error);
  if (piga_record_get_deleted_at (record) != 0 && !write_back (self, database, record, error))
    return FALSE;

  for (guint i = 0; i < PIGA_RECORD_GET_CLASS (record)->n_fields; i++)
    if (hangs_on (record, i)
        && !bring_back (self, database, PIGA_RECORD_GET_CLASS (record)->fields[i].linked (),
                        piga_record_get_text (record, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
bring_all_back (PigaDatabase *database, gpointer data, GError **error)
{
  PigaTrashRows *self = data;

  for (guint i = 0; i < self->chosen->len; i++)
    {
      const Chosen *chosen = &g_array_index (self->chosen, Chosen, i);

      if (!bring_back (self, database, piga_table_get_record_type (chosen->table), chosen->id,
                       error))
        return FALSE;
    }

  return TRUE;
}

/**
 * piga_trash_rows_bring_back:
 * @self: the records
 * @database: the database, on its thread and in no transaction
 * @error: return location for an error
 *
 * Takes them out of the trash, with what they hang on where that is there, too. What is not there
 * any more is left out.
 *
 * Returns: whether all of it was done; otherwise nothing was
 */
gboolean
piga_trash_rows_bring_back (PigaTrashRows *self, PigaDatabase *database, GError **error)
{
  return piga_database_transact (database, bring_all_back, self, error);
}

/* The originals of what was damaged are no records that a person knows of. */
static gboolean
count_all (PigaTrashRows *self, PigaDatabase *database, gint64 *n_records, GError **error)
{
  *n_records = 0;
  for (guint i = 0; i < self->store->n_shelves; i++)
    {
      const char *kind = piga_table_get_kind (self->store->shelves[i].table);
      g_autofree char *sql = g_strconcat ("SELECT count (*) FROM ", kind, NULL);
      gint64 n = 0;

      if (self->store->kinds[i] == PIGA_TYPE_DAMAGED_VALUE)
        continue;
      if (!piga_database_get_integer (database, sql, &n, error))
        return FALSE;
      *n_records += n;
    }

  return TRUE;
}

static gboolean
erase (PigaDatabase *database, gpointer data, GError **error)
{
  PigaTrashRows *self = data;
  gint64 n_before, n_after;

  if (!count_all (self, database, &n_before, error))
    return FALSE;
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const Chosen *chosen = &g_array_index (self->chosen, Chosen, i);

      if (!piga_table_remove (chosen->table, database, chosen->id, error))
        return FALSE;
    }
  if (!count_all (self, database, &n_after, error)
      || !piga_store_set_note (database, PIGA_STORE_NOTE_REMOVED, 1, error))
    return FALSE;

  self->n_done = (guint) (n_before - n_after);
  self->is_complete = TRUE;
  /* An error takes the transaction back; nobody gets to see this one. */
  if (!self->keep)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return self->keep;
}

/**
 * piga_trash_rows_preview:
 * @self: the records
 * @database: the database, on its thread and in no transaction
 * @error: return location for an error
 *
 * Counts what piga_trash_rows_erase() would remove. Nothing is changed.
 *
 * Returns: whether it could be done
 */
gboolean
piga_trash_rows_preview (PigaTrashRows *self, PigaDatabase *database, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (piga_database_transact (database, erase, self, &cause) || self->is_complete)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/**
 * piga_trash_rows_erase:
 * @self: the records
 * @database: the database, on its thread and in no transaction
 * @error: return location for an error
 *
 * Removes those that are still in the trash for good, and what hangs on them. What then is left of
 * them in the index and the WAL is removed, too; should that fail, the store does it as soon as it
 * is quiet.
 *
 * Returns: whether all of them were removed; otherwise nothing was
 */
gboolean
piga_trash_rows_erase (PigaTrashRows *self, PigaDatabase *database, GError **error)
{
  self->keep = TRUE;
  if (!piga_database_transact (database, erase, self, error))
    return FALSE;

  piga_store_erase_removed (self->store, database, NULL);
  return TRUE;
}
