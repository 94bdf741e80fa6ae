/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One object for one record: whoever finds, lists or saves a record has the same object, so that
 * what one page changes all others show, and nothing that is being written is ever replaced. */

#include <glib/gi18n-lib.h>

#include "piga-error.h"
#include "piga-store-private.h"

static void
forget_live (PigaRecordKeeper *keeper, gpointer record)
{
  g_hash_table_remove (((PigaShelf *) keeper)->live, piga_record_get_id (record));
}

/**
 * piga_store_init_shelves:
 * @self: the store, which knows its kinds
 */
void
piga_store_init_shelves (PigaStore *self)
{
  while (self->kinds[self->n_shelves] != G_TYPE_INVALID)
    self->n_shelves++;

  self->shelves = g_new0 (PigaShelf, self->n_shelves);
  for (guint i = 0; i < self->n_shelves; i++)
    {
      self->shelves[i].keeper.let_go = forget_live;
      self->shelves[i].table = piga_table_new (self->kinds[i]);
      self->shelves[i].store = self;
      /* The key is the id of the record in the value. */
      self->shelves[i].live = g_hash_table_new (g_str_hash, g_str_equal);
      self->shelves[i].lists = g_ptr_array_new ();
    }
}

/* Whoever still has a record keeps it, but the store does not hear of it any more. */
static void
clear_live (PigaShelf *shelf)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, shelf->live);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    piga_record_set_keeper (record, NULL);
  g_hash_table_unref (shelf->live);
}

/**
 * piga_store_clear_shelves:
 * @self: the store, with nothing on its way
 */
void
piga_store_clear_shelves (PigaStore *self)
{
  for (guint i = 0; i < self->n_shelves; i++)
    {
      piga_store_clear_lists (&self->shelves[i]);
      clear_live (&self->shelves[i]);
      piga_table_free (self->shelves[i].table);
    }
  g_clear_pointer (&self->shelves, g_free);
}

/**
 * piga_store_get_shelf:
 * @self: the store
 * @type: one of its kinds
 *
 * Returns: (transfer none): what is kept of that kind
 */
PigaShelf *
piga_store_get_shelf (PigaStore *self, GType type)
{
  for (guint i = 0; i < self->n_shelves; i++)
    if (self->kinds[i] == type)
      return &self->shelves[i];

  g_return_val_if_reached (NULL);
}

/**
 * piga_store_get_live:
 * @shelf: what is kept of a kind
 * @id: the id of a record
 *
 * Returns: (transfer none) (nullable): the object that somebody has of it
 */
gpointer
piga_store_get_live (PigaShelf *shelf, const char *id)
{
  return g_hash_table_lookup (shelf->live, id);
}

/**
 * piga_store_keep_live:
 * @self: the store
 * @record: a record that has no other object
 *
 * Makes @record the one object of its record, for as long as somebody has it.
 */
void
piga_store_keep_live (PigaStore *self, gpointer record)
{
  PigaShelf *shelf = piga_store_get_shelf (self, G_OBJECT_TYPE (record));

  if (piga_record_get_keeper (record) == &shelf->keeper)
    return;

  g_return_if_fail (piga_record_get_keeper (record) == NULL
                    && piga_store_get_live (shelf, piga_record_get_id (record)) == NULL);
  piga_record_set_keeper (record, &shelf->keeper);
  g_hash_table_insert (shelf->live, (char *) piga_record_get_id (record), record);
}

/**
 * piga_store_take_read:
 * @self: the store
 * @record: (transfer full): what was read from the disk
 *
 * Returns: (transfer full): the object of that record: the one that somebody has, or the one just
 *   read
 */
gpointer
piga_store_take_read (PigaStore *self, gpointer record)
{
  PigaShelf *shelf = piga_store_get_shelf (self, G_OBJECT_TYPE (record));
  gpointer live = piga_store_get_live (shelf, piga_record_get_id (record));

  if (piga_record_is_damaged (record))
    piga_store_note_damaged (self, piga_record_get_id (record));
  if (live == NULL)
    {
      piga_store_keep_live (self, record);
      return record;
    }

  g_object_ref (live);
  piga_record_set_row (live, piga_record_get_row (record));
  g_object_unref (record);
  return live;
}

/**
 * piga_store_get_row:
 * @self: the store
 * @type: one of its kinds
 * @id: the id of a record
 * @row: (out): where it is kept
 *
 * Returns: whether that is known: the record has been saved or read, somebody has it, and its row
 *   is not gone
 */
gboolean
piga_store_get_row (PigaStore *self, GType type, const char *id, gint64 *row)
{
  gpointer live = piga_store_get_live (piga_store_get_shelf (self, type), id);

  *row = live != NULL && piga_record_get_revision (live) > 0 ? piga_record_get_row (live) : 0;
  return *row != 0;
}

typedef struct
{
  PigaShelf *shelf;
  char *id;
} Question;

static void
question_free (Question *self)
{
  g_free (self->id);
  g_free (self);
}

static void
do_find (PigaWorker *worker, GTask *task)
{
  PigaDatabase *database = piga_store_get_database (worker, task);
  Question *question = g_task_get_task_data (task);
  GObject *record;
  GError *error = NULL;

  if (database == NULL)
    return;

  record = piga_table_find (question->shelf->table, database, question->id, &error);
  if (record != NULL)
    {
      g_task_return_pointer (task, record, g_object_unref);
      return;
    }
  piga_store_mark_damaged (database, error);
  g_task_return_error (task, error);
}

/**
 * piga_store_find_async:
 * @self: the store
 * @type: a kind of record
 * @id: the id of a record
 * @cancellable: (nullable): stops the waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Gets the object of a record: the one that somebody has, or a new one from the disk.
 */
void
piga_store_find_async (PigaStore *self, GType type, const char *id, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new (Question, 1);

  question->shelf = piga_store_get_shelf (self, type);
  question->id = g_strdup (id);
  g_task_set_source_tag (task, piga_store_find_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  piga_worker_push (self->worker, task, do_find);
}

/**
 * piga_store_find_finish:
 * @self: the store
 * @result: the result
 * @error: return location for a #PigaError; %PIGA_ERROR_NOT_FOUND where it is not there, or in the
 *   trash
 *
 * Returns: (transfer full) (nullable): the record
 */
gpointer
piga_store_find_finish (PigaStore *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gpointer read = g_task_propagate_pointer (G_TASK (result), &cause);
  g_autoptr (GObject) record = NULL;

  if (read == NULL)
    {
      if (g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_CORRUPT))
        piga_store_set_error (self, cause);
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }

  record = piga_store_take_read (self, read);
  if (piga_record_get_deleted_at (record) == 0)
    return g_steal_pointer (&record);

  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_NOT_FOUND, _ ("This is not there any more."));
  return NULL;
}
