/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of records of a kind: the one of all, and narrower ones of what somebody needs. The
 * worker reads them and makes the objects; the main thread only takes them over. Then each list
 * follows what is saved and deleted. */

#include "piga-store-private.h"

static gboolean
add_record (gpointer record, gpointer data, GError **error)
{
  g_ptr_array_add (data, g_object_ref (record));
  return TRUE;
}

static void
read_list (PigaWorker *worker, GTask *task)
{
  PigaStore *self = g_task_get_source_object (task);
  PigaDatabase *database = piga_store_get_database (worker, task);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  const PigaSelection *selection = piga_live_list_get_selection (g_task_get_task_data (task));
  GError *error = NULL;

  if (database == NULL)
    return;
  if (piga_table_foreach (piga_store_get_shelf (self, selection->type)->table, database, selection,
                          add_record, records, &error))
    {
      g_task_return_pointer (task, g_steal_pointer (&records), (GDestroyNotify) g_ptr_array_unref);
      return;
    }
  piga_store_mark_damaged (database, error);
  g_task_return_error (task, error);
}

static void
on_list_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = g_task_propagate_pointer (G_TASK (result), &error);

  if (records != NULL)
    piga_live_list_take (g_task_get_task_data (G_TASK (result)), records);
  else
    piga_store_set_error (PIGA_STORE (object), error);
}

static void
fill_list (PigaStore *self, PigaLiveList *list)
{
  GTask *task = g_task_new (self, NULL, on_list_read, NULL);

  g_task_set_source_tag (task, fill_list);
  g_task_set_task_data (task, g_object_ref (list), g_object_unref);
  piga_worker_push (self->worker, task, read_list);
}

/**
 * piga_store_fill_lists:
 * @self: the store, which was just opened
 *
 * Reads the lists that were asked for before there was a disk.
 */
void
piga_store_fill_lists (PigaStore *self)
{
  for (guint i = 0; i < self->n_shelves; i++)
    for (guint j = 0; j < self->shelves[i].lists->len; j++)
      fill_list (self, self->shelves[i].lists->pdata[j]);
}

static void
on_list_gone (gpointer data, GObject *list)
{
  g_ptr_array_remove (data, list);
}

/**
 * piga_store_clear_lists:
 * @shelf: what is kept of a kind, for the last time
 */
void
piga_store_clear_lists (PigaShelf *shelf)
{
  for (guint i = 0; i < shelf->lists->len; i++)
    {
      g_object_weak_unref (shelf->lists->pdata[i], on_list_gone, shelf->lists);
      piga_live_list_stop (shelf->lists->pdata[i]);
    }
  g_ptr_array_unref (shelf->lists);
  g_clear_object (&shelf->list);
}

static void
on_linked_found (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (PigaLiveList) list = data;
  g_autoptr (GObject) record = piga_store_find_finish (PIGA_STORE (object), result, NULL);

  /* What is not there any more needs no place. */
  if (record != NULL)
    piga_live_list_insert (list, record);
}

/* What a record links to belongs into the list from now on. */
static void
insert_linked (PigaStore *self, PigaLiveList *list, gpointer from)
{
  const PigaSelection *selection = piga_live_list_get_selection (list);
  const char *id = piga_record_get_text (from, selection->link);
  gpointer linked = piga_store_peek (self, selection->type, id);

  if (linked != NULL)
    piga_live_list_insert (list, linked);
  else if (id[0] != '\0')
    piga_store_find_async (self, selection->type, id, NULL, on_linked_found, g_object_ref (list));
}

static void
on_record_saved (PigaStore *self, PigaRecord *record, gboolean fresh, PigaLiveList *list)
{
  const PigaSelection *selection = piga_live_list_get_selection (list);

  if (piga_record_get_deleted_at (record) != 0)
    return;
  if (G_OBJECT_TYPE (record) == selection->from)
    insert_linked (self, list, record);
  if (G_OBJECT_TYPE (record) != selection->type)
    return;

  /* What comes back out of the trash may be linked to. */
  if (selection->from != G_TYPE_INVALID ? fresh : piga_selection_matches (selection, record))
    piga_live_list_insert (list, record);
  else if (selection->from == G_TYPE_INVALID)
    piga_live_list_remove (list, record);
}

static void
on_record_deleted (PigaStore *self, PigaRecord *record, PigaLiveList *list)
{
  if (G_OBJECT_TYPE (record) == piga_live_list_get_selection (list)->type)
    piga_live_list_remove (list, record);
}

/* Gives the list of a selection: the one that somebody has, or a new one. */
static PigaLiveList *
ensure_list (PigaStore *self, const PigaSelection *selection)
{
  PigaShelf *shelf = piga_store_get_shelf (self, selection->type);
  PigaLiveList *list;

  for (guint i = 0; i < shelf->lists->len; i++)
    if (piga_selection_equal (piga_live_list_get_selection (shelf->lists->pdata[i]), selection))
      return g_object_ref (shelf->lists->pdata[i]);

  list = piga_live_list_new (self, selection);
  g_ptr_array_add (shelf->lists, list);
  g_object_weak_ref (G_OBJECT (list), on_list_gone, shelf->lists);
  g_signal_connect_object (self, "record-saved", G_CALLBACK (on_record_saved), list, 0);
  g_signal_connect_object (self, "record-deleted", G_CALLBACK (on_record_deleted), list, 0);
  if (self->state == PIGA_STORE_READY || self->state == PIGA_STORE_READ_ONLY)
    fill_list (self, list);
  return list;
}

/**
 * piga_store_list:
 * @self: the store
 * @type: a kind of which there are few; not the journal
 *
 * Gives the one list of all records of a kind that are not in the trash, in the order they were
 * made. It is empty until the disk has answered and follows the store. Up to five hundred records
 * come at one stroke; of more than that the newest come first, and the older ones while nothing
 * else is to be done.
 *
 * Returns: (transfer none): the list, which lives as long as the store
 */
GListModel *
piga_store_list (PigaStore *self, GType type)
{
  PigaShelf *shelf = piga_store_get_shelf (self, type);

  if (shelf->list == NULL)
    shelf->list = ensure_list (self, &(PigaSelection) { .type = type });
  return G_LIST_MODEL (shelf->list);
}

/**
 * piga_store_list_since:
 * @self: the store
 * @type: a kind of record
 * @fields: (array length=n_fields): fields of it that hold a day
 * @n_fields: how many there are
 * @since: a day
 *
 * Gives a list like piga_store_list(), but only of the records in which one of @fields is @since
 * or later. A record that is saved with other days comes in or goes out.
 *
 * Returns: (transfer full): the list
 */
GListModel *
piga_store_list_since (PigaStore *self, GType type, const guint *fields, guint n_fields,
                       PigaDay since)
{
  PigaSelection selection = { .type = type, .since = since };

  for (guint i = 0; i < n_fields; i++)
    selection.days |= G_GUINT64_CONSTANT (1) << fields[i];
  return G_LIST_MODEL (ensure_list (self, &selection));
}

/**
 * piga_store_list_linked:
 * @self: the store
 * @type: a kind of record
 * @from: a kind that links to it
 * @field: the field by which it does
 *
 * Gives a list like piga_store_list(), but only of the records to which one of the kind @from
 * leads that is not in the trash. What is in it stays when the link goes, and what was made since
 * is in it before there is a link: it has all that is linked to, and a little more.
 *
 * Returns: (transfer full): the list
 */
GListModel *
piga_store_list_linked (PigaStore *self, GType type, GType from, guint field)
{
  return G_LIST_MODEL (
    ensure_list (self, &(PigaSelection) { .type = type, .from = from, .link = field }));
}

/**
 * piga_store_get:
 * @self: the store
 * @type: a kind of which there are few; not the journal
 * @id: the id of a record; empty for none
 *
 * Looks into the list of the kind, see piga_store_list(), at no cost that grows with it.
 *
 * Returns: (transfer none) (nullable): the record, unless it is not there, is in the trash or has
 *   not been read yet
 */
gpointer
piga_store_get (PigaStore *self, GType type, const char *id)
{
  piga_store_list (self, type);
  return piga_store_peek (self, type, id);
}

/**
 * piga_store_peek:
 * @self: the store
 * @type: a kind of record
 * @id: the id of a record; empty for none
 *
 * Looks whether somebody has a record, in whichever list, and reads nothing for it.
 *
 * Returns: (transfer none) (nullable): the record, unless nobody has it or it is in the trash
 */
gpointer
piga_store_peek (PigaStore *self, GType type, const char *id)
{
  gpointer record = piga_store_get_live (piga_store_get_shelf (self, type), id);

  if (record == NULL || piga_record_get_revision (record) == 0
      || piga_record_get_deleted_at (record) != 0)
    return NULL;
  return record;
}
