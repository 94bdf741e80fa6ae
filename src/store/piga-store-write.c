/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving and deleting as the floor above asks for them; the writer does it. */

#include <glib/gi18n-lib.h>

#include "piga-error.h"
#include "piga-store-private.h"

static gboolean
can_be_written (PigaStore *self, gpointer record, GError **error)
{
  gpointer live = piga_store_get_live (piga_store_get_shelf (self, G_OBJECT_TYPE (record)),
                                       piga_record_get_id (record));

  if (!piga_store_can_write (self, error))
    return FALSE;
  if (live == NULL || live == record)
    return TRUE;

  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_CONFLICT,
                       _ ("This was changed elsewhere in the meantime and could not be saved. "
                          "What you wrote is still here; copy it, then open it again."));
  return FALSE;
}

static void
ask (PigaStore *self, gpointer record, PigaWish wish, GTask *task)
{
  GError *error = NULL;

  if (!can_be_written (self, record, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  piga_store_keep_live (self, record);
  piga_writer_ask (self->writer, record, wish, task);
}

/**
 * piga_store_save_async:
 * @self: the store
 * @record: the record to save
 * @cancellable: (nullable): stops the waiting, never the saving
 * @callback: called on the main thread when the disk has said yes or no
 * @user_data: for @callback
 *
 * Saves a record as it is now. While an earlier save of it is on its way, this one waits and then
 * takes the newest values. A record that fails stays dirty and is tried again by itself; meanwhile
 * #PigaStore:error says why. So it does of a record that breaks a rule of its kind, which is not
 * tried again by itself: it counts as unsaved until it is saved with other values, deleted or
 * forgotten.
 */
void
piga_store_save_async (PigaStore *self, gpointer record, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, piga_store_save_async);
  ask (self, record, PIGA_WISH_SAVE, task);
}

/**
 * piga_store_save_finish:
 * @self: the store
 * @result: the result
 * @error: return location for a #PigaError
 *
 * Returns: whether the record as it was when the save began is on the disk
 */
gboolean
piga_store_save_finish (PigaStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * piga_store_forget:
 * @self: the store
 * @record: a record that the person does not want
 *
 * Gives up what could not be saved of the record, so that nobody is asked about it any more.
 */
void
piga_store_forget (PigaStore *self, gpointer record)
{
  piga_writer_forget (self->writer, record);
}

/**
 * piga_store_list_unsaved:
 * @self: the store
 *
 * Returns: (transfer full) (element-type PigaRecord): the records of which something could not be
 *   saved so far, for whatever reason
 */
GPtrArray *
piga_store_list_unsaved (PigaStore *self)
{
  return piga_writer_list_unsaved (self->writer);
}

/**
 * piga_store_delete_async:
 * @self: the store
 * @record: the record to put into the trash
 * @cancellable: (nullable): stops the waiting, never the work
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Saves what was changed and puts the record into the trash, where it stays for thirty days.
 */
void
piga_store_delete_async (PigaStore *self, gpointer record, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, piga_store_delete_async);
  ask (self, record, PIGA_WISH_DELETE, task);
}

/**
 * piga_store_delete_finish:
 * @self: the store
 * @result: the result
 * @error: return location for a #PigaError
 *
 * Returns: whether the record is in the trash
 */
gboolean
piga_store_delete_finish (PigaStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * piga_store_undelete_async:
 * @self: the store
 * @record: a record in the trash
 * @cancellable: (nullable): stops the waiting, never the work
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Takes a record out of the trash again, as it was.
 */
void
piga_store_undelete_async (PigaStore *self, gpointer record, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, piga_store_undelete_async);
  ask (self, record, PIGA_WISH_UNDELETE, task);
}

/**
 * piga_store_undelete_finish:
 * @self: the store
 * @result: the result
 * @error: return location for a #PigaError
 *
 * Returns: whether the record is out of the trash
 */
gboolean
piga_store_undelete_finish (PigaStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_place_held (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (piga_store_hold_place_finish (PIGA_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    piga_store_hold_place_async (PIGA_STORE (object), on_place_held, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * piga_store_flush_async:
 * @self: the store
 * @cancellable: (nullable): stops the waiting, never the saving
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Waits for everything that was asked for; what failed before is tried once more at once. It fails,
 * too, where all is written, but to a file that has lost its place.
 */
void
piga_store_flush_async (PigaStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GTask *writing = g_task_new (self, NULL, on_written, task);

  g_task_set_source_tag (task, piga_store_flush_async);
  g_task_set_source_tag (writing, on_written);
  piga_writer_flush (self->writer, writing);
}

/**
 * piga_store_flush_finish:
 * @self: the store
 * @result: the result
 * @error: return location for the first reason why something is not on the disk
 *
 * Returns: whether everything that was asked for is on the disk
 */
gboolean
piga_store_flush_finish (PigaStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
