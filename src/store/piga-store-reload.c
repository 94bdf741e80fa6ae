/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* After an import, an erasure or a restoration: what is on the disk is not what the live objects
 * and lists show any more. A row may be another, or gone. */

#include "piga-error.h"
#include "piga-store-private.h"

/* A record that somebody has, and what the disk says of it. */
typedef struct
{
  PigaShelf *shelf;
  char *id;
  GObject *record; /* NULL where the disk does not know it */
  GObject *copy;   /* of what somebody has, where it has changes of its own */
  guint64 missing; /* a bit for each link of the copy that leads to what is not there */
} Reloaded;

static void
reloaded_free (Reloaded *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->copy);
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
      gpointer id, live;

      g_hash_table_iter_init (&iter, self->shelves[i].live);
      while (g_hash_table_iter_next (&iter, &id, &live))
        {
          Reloaded *reloaded = g_new0 (Reloaded, 1);

          reloaded->shelf = &self->shelves[i];
          reloaded->id = g_strdup (id);
          if (piga_record_is_dirty (live))
            reloaded->copy = piga_record_dup (live);
          g_ptr_array_add (all, reloaded);
        }
    }

  return all;
}

/* A record that is not there is no error; @found is NULL then. */
static gboolean
look_up (PigaShelf *shelf, PigaDatabase *database, const char *id, gpointer *found, GError **error)
{
  g_autoptr (GError) cause = NULL;

  *found = piga_table_find (shelf->table, database, id, &cause);
  if (*found != NULL || g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
check_links (Reloaded *self, PigaDatabase *database, GError **error)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (self->copy);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (GObject) found = NULL;

      if (klass->fields[i].type != PIGA_FIELD_LINK
          || piga_record_get_text (self->copy, i)[0] == '\0')
        continue;
      if (!look_up (piga_store_get_shelf (self->shelf->store, klass->fields[i].linked ()), database,
                    piga_record_get_text (self->copy, i), (gpointer *) &found, error))
        return FALSE;
      if (found == NULL)
        self->missing |= G_GUINT64_CONSTANT (1) << i;
    }

  return TRUE;
}

static gboolean
read_again (Reloaded *self, PigaDatabase *database, GError **error)
{
  return look_up (self->shelf, database, self->id, (gpointer *) &self->record, error)
         && (self->copy == NULL || check_links (self, database, error));
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

/* Where what a record links to goes, the link is cut, which is no change of the record. */
static gboolean
has_same_links (gpointer live, gpointer record)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (live);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == PIGA_FIELD_LINK && !piga_record_has_same (live, record, i))
      return FALSE;

  return TRUE;
}

/* Whatever else is written to a row makes another revision of it. */
static gboolean
is_as_read (gpointer live, gpointer record)
{
  return !piga_record_is_dirty (live)
         && piga_record_get_revision (live) == piga_record_get_revision (record)
         && piga_record_get_modified_at (live) == piga_record_get_modified_at (record)
         && piga_record_get_row (live) == piga_record_get_row (record)
         && has_same_links (live, record);
}

/* A link that can be empty and leads to nothing would keep all else from being saved. */
static void
cut_links (gpointer live, guint64 missing)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (live);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((missing >> i & 1) != 0 && (klass->fields[i].flags & PIGA_FIELD_REQUIRED) == 0)
      piga_record_set_text (live, i, "");
}

/* Somebody's own changes stay, and are newer than whatever came in: the next save carries them to
 * the row as it is now, at a time that is later than the row's. They are not in the trash where
 * either side is not. */
static void
keep_changes (Reloaded *self, gpointer live)
{
  const gint64 deleted_at =
    piga_record_get_deleted_at (self->record) != 0 ? piga_record_get_deleted_at (live) : 0;

  piga_record_set_times (live, piga_record_get_created_at (live),
                         piga_record_get_modified_at (self->record), deleted_at);
  piga_record_mark_saved (live, piga_record_get_revision (self->record),
                          piga_record_get_changes (live) - 1);
  cut_links (live, self->missing);
}

/* Its row is gone, but what somebody has changed in it stays, and is new to the disk. What was in
 * the trash was not wanted, nor are changes that could not be saved there. Everything else is
 * deleted, and whoever brings it back has it written anew. */
static void
take_loss (Reloaded *self, gpointer live, GPtrArray *unsaved, GPtrArray *gone)
{
  const gint64 deleted_at = piga_record_get_deleted_at (live);
  const gboolean is_unsaved = piga_record_is_dirty (live) && deleted_at == 0;

  /* What was never saved is missed by nobody. */
  if (piga_record_get_revision (live) == 0)
    return;

  if (is_unsaved)
    {
      cut_links (live, self->missing);
      g_ptr_array_add (unsaved, g_object_ref (live));
    }
  else if (deleted_at == 0)
    {
      g_ptr_array_add (gone, g_object_ref (live));
    }
  if (!is_unsaved && deleted_at == 0)
    piga_record_set_times (live, piga_record_get_created_at (live),
                           piga_record_get_modified_at (live), g_get_real_time ());
  piga_record_set_damaged (live, FALSE);
  piga_record_mark_saved (live, 0, piga_record_get_changes (live) - (is_unsaved ? 1 : 0));
}

/* Most records are as they were, and are not compared field by field. */
static void
take_over (Reloaded *self, GPtrArray *unsaved, GPtrArray *gone)
{
  gpointer live = piga_store_get_live (self->shelf, self->id);

  if (live == NULL)
    return;
  if (self->record == NULL)
    {
      take_loss (self, live, unsaved, gone);
      return;
    }
  if (is_as_read (live, self->record))
    return;

  piga_record_set_row (live, piga_record_get_row (self->record));
  if (piga_record_is_dirty (live))
    keep_changes (self, live);
  else
    piga_record_copy_values (live, self->record);
}

static gboolean
is_gone (gpointer record)
{
  return piga_record_get_revision (record) == 0 && piga_record_get_row (record) != 0
         && piga_record_get_deleted_at (record) != 0;
}

/* Writes a record anew, and before it what it cannot be without. */
static void
write_anew (PigaStore *self, gpointer record)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      gpointer linked;

      if (klass->fields[i].type != PIGA_FIELD_LINK)
        continue;
      linked = piga_store_get_live (piga_store_get_shelf (self, klass->fields[i].linked ()),
                                    piga_record_get_text (record, i));
      if (linked == NULL || !is_gone (linked))
        continue;
      if ((klass->fields[i].flags & PIGA_FIELD_REQUIRED) == 0)
        {
          piga_record_set_text (record, i, "");
          continue;
        }
      piga_record_set_times (linked, piga_record_get_created_at (linked),
                             piga_record_get_modified_at (linked), 0);
      write_anew (self, linked);
    }

  piga_store_save_async (self, record, NULL, NULL, NULL);
}

static void
take_all_over (PigaStore *self, GPtrArray *all)
{
  g_autoptr (GPtrArray) unsaved = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    take_over (all->pdata[i], unsaved, gone);
  for (guint i = 0; i < unsaved->len; i++)
    write_anew (self, unsaved->pdata[i]);
  for (guint i = 0; i < gone->len; i++)
    if (is_gone (gone->pdata[i]))
      piga_store_emit_deleted (self, gone->pdata[i]);
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

  take_all_over (self, all);

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
 * emits #PigaStore::reset. A live object with changes of its own keeps them; where its row is gone,
 * it is saved anew. Without changes it is deleted then, as #PigaStore::record-deleted says; whoever
 * saves or undeletes it has it written anew.
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
