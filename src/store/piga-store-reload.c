/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* After an import: what is on the disk is not what the live objects and lists show any more. */

#include "piga-error.h"
#include "piga-store-private.h"

/* A record that somebody has, and what the disk says of it. */
typedef struct
{
  PigaShelf *shelf;
  char *id;
  GObject *record; /* NULL where the disk does not know it yet */
} Reloaded;

static void
reloaded_free (Reloaded *self)
{
  g_clear_object (&self->record);
  g_free (self->id);
  g_free (self);
}

static GPtrArray *
note_live (PigaStore *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) reloaded_free);

  for (guint i = 0; i < self->n_shelves; i++)
    {
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, self->shelves[i].live);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        {
          Reloaded *reloaded = g_new0 (Reloaded, 1);

          reloaded->shelf = &self->shelves[i];
          reloaded->id = g_strdup (id);
          g_ptr_array_add (all, reloaded);
        }
    }

  return all;
}

static gboolean
read_again (Reloaded *self, PigaDatabase *database, GError **error)
{
  g_autoptr (GError) cause = NULL;

  self->record = piga_table_find (self->shelf->table, database, self->id, &cause);
  if (self->record != NULL || g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static void
do_reload (PigaWorker *worker, GTask *task)
{
  PigaDatabase *database = piga_store_get_database (worker, task);
  GPtrArray *all = g_task_get_task_data (task);
  GError *error = NULL;

  if (database == NULL)
    return;

  for (guint i = 0; i < all->len; i++)
    {
      if (!read_again (all->pdata[i], database, &error))
        {
          g_task_return_error (task, error);
          return;
        }
    }
  g_task_return_boolean (task, TRUE);
}

/* Whatever is written to a row makes another revision of it. */
static gboolean
is_as_read (gpointer live, gpointer record)
{
  return !piga_record_is_dirty (live)
         && piga_record_get_revision (live) == piga_record_get_revision (record)
         && piga_record_get_modified_at (live) == piga_record_get_modified_at (record)
         && piga_record_get_row (live) == piga_record_get_row (record);
}

/* Somebody's own changes stay, and are newer than whatever came in: the next save carries them to
 * the row as it is now, at a time that is later than the row's. Most records are as they were, and
 * are not compared field by field. */
static void
take_over (Reloaded *self)
{
  gpointer live = piga_store_get_live (self->shelf, self->id);

  if (live == NULL || self->record == NULL || is_as_read (live, self->record))
    return;

  piga_record_set_row (live, piga_record_get_row (self->record));
  if (!piga_record_is_dirty (live))
    {
      piga_record_copy_values (live, self->record);
      return;
    }
  piga_record_set_times (live, piga_record_get_created_at (live),
                         piga_record_get_modified_at (self->record),
                         piga_record_get_deleted_at (live));
  piga_record_mark_saved (live, piga_record_get_revision (self->record),
                          piga_record_get_changes (live) - 1);
}

/* To free thousands of records takes longer than a frame: not on the main thread. */
static void
do_forget (PigaWorker *worker, GTask *task)
{
  g_ptr_array_set_size (g_task_get_task_data (task), 0);
  g_task_return_boolean (task, TRUE);
}

static void
on_lists_filled (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;

  piga_store_emit_reset (PIGA_STORE (object));
  piga_store_arm_care (PIGA_STORE (object), 1);
  g_task_return_boolean (task, TRUE);
}

static void
on_read_again (GObject *object, GAsyncResult *result, gpointer data)
{
  PigaStore *self = PIGA_STORE (object);
  GTask *task = data;
  GPtrArray *all = g_task_get_task_data (G_TASK (result));
  GTask *last;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      piga_store_set_error (self, error);
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  for (guint i = 0; i < all->len; i++)
    take_over (all->pdata[i]);

  /* What is handed to the worker after the lists is answered after them. */
  piga_store_fill_lists (self);
  last = g_task_new (self, NULL, on_lists_filled, task);
  g_task_set_source_tag (last, do_forget);
  g_task_set_task_data (last, g_ptr_array_ref (all), (GDestroyNotify) g_ptr_array_unref);
  piga_worker_push (self->worker, last, do_forget);
}

/**
 * piga_store_reload_async:
 * @self: the store
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * After many rows were changed behind the store's back: reads the live objects and lists again and
 * emits #PigaStore::reset. A live object with changes of its own keeps them.
 */
void
piga_store_reload_async (PigaStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  GTask *reading = g_task_new (self, NULL, on_read_again, task);

  g_task_set_source_tag (task, piga_store_reload_async);
  g_task_set_source_tag (reading, do_reload);
  g_task_set_task_data (reading, note_live (self), (GDestroyNotify) g_ptr_array_unref);
  piga_worker_push (self->worker, reading, do_reload);
}

/**
 * piga_store_reload_finish:
 * @self: the store
 * @result: the result
 * @error: return location for a #PigaError
 *
 * Returns: whether everything shows what is on the disk
 */
gboolean
piga_store_reload_finish (PigaStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
