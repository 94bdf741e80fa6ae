/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records of one kind in the order of their rows, which is that in which they were made. What was
 * read comes in a slice at a time, so that thousands of records do not hold up a frame: the newest
 * first, as they are what a person looks at, and there is seldom more than one slice. */

#include "piga-live-list.h"

#include <string.h>

#include "piga-store-private.h"

/* Takes about a millisecond. */
#define SLICE 500

struct _PigaLiveList
{
  GObject parent_instance;

  PigaStore *store; /* not a reference, as the store has the list */
  PigaSelection selection;
  GPtrArray *records;
  gboolean is_filled;
  /* What was read and is not among the records yet, all older than these. */
  GPtrArray *waiting;
  guint waiting_source;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaLiveList, piga_live_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return PIGA_LIVE_LIST (model)->selection.type;
}

static guint
get_n_items (GListModel *model)
{
  return PIGA_LIVE_LIST (model)->records->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *records = PIGA_LIVE_LIST (model)->records;

  return position < records->len ? g_object_ref (records->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
stop_waiting (PigaLiveList *self)
{
  g_clear_handle_id (&self->waiting_source, g_source_remove);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
}

static void
piga_live_list_finalize (GObject *object)
{
  PigaLiveList *self = PIGA_LIVE_LIST (object);

  stop_waiting (self);
  g_ptr_array_unref (self->records);

  G_OBJECT_CLASS (piga_live_list_parent_class)->finalize (object);
}

static void
piga_live_list_class_init (PigaLiveListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = piga_live_list_finalize;
}

static void
piga_live_list_init (PigaLiveList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * piga_live_list_new:
 * @store: the store, which tells the list when it goes
 * @selection: which records belong into it
 *
 * Returns: (transfer full): a list of records, with none yet
 */
PigaLiveList *
piga_live_list_new (PigaStore *store, const PigaSelection *selection)
{
  PigaLiveList *self = g_object_new (PIGA_TYPE_LIVE_LIST, NULL);

  self->store = store;
  self->selection = *selection;
  return self;
}

/**
 * piga_live_list_get_selection:
 * @self: the list
 *
 * Returns: (transfer none): which records belong into it
 */
const PigaSelection *
piga_live_list_get_selection (PigaLiveList *self)
{
  return &self->selection;
}

/**
 * piga_live_list_stop:
 * @self: the list, whose store goes
 */
void
piga_live_list_stop (PigaLiveList *self)
{
  stop_waiting (self);
  self->store = NULL;
}

/* Moves the last @n records that wait to the front of the list. */
static void
take_last (PigaLiveList *self, guint n)
{
  const guint n_left = self->waiting->len - n;
  const guint n_before = self->records->len;
  gpointer *records;

  if (n == 0)
    return;

  g_ptr_array_set_size (self->records, (int) (n_before + n));
  records = self->records->pdata;
  memmove (records + n, records, n_before * sizeof (gpointer));
  for (guint i = 0; i < n; i++)
    records[i] =
      piga_store_take_read (self->store, g_steal_pointer (&self->waiting->pdata[n_left + i]));
  self->waiting->len = n_left;
}

static gboolean
take_slice (gpointer data)
{
  PigaLiveList *self = data;
  const guint n = MIN (SLICE, self->waiting->len);
  const gboolean is_last = n == self->waiting->len;

  take_last (self, n);
  if (is_last)
    {
      self->waiting_source = 0;
      stop_waiting (self);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n);
  return is_last ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* Replaces what the list holds with one announcement, so that nobody takes a record for gone that
 * is still there. */
static void
take_all (PigaLiveList *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->records);

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  take_last (self, self->waiting->len);
  stop_waiting (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->records->len);
}

/**
 * piga_live_list_take:
 * @self: the list
 * @records: (transfer full) (element-type PigaRecord): all there are, as they were just read, in
 *   the order of their rows
 *
 * Fills the list for the first time, a slice at a time, or anew, at one stroke.
 */
void
piga_live_list_take (PigaLiveList *self, GPtrArray *records)
{
  const gboolean was_filled = self->is_filled;

  stop_waiting (self);
  self->waiting = records;
  self->is_filled = TRUE;
  if (was_filled)
    take_all (self);
  else if (take_slice (self) == G_SOURCE_CONTINUE)
    self->waiting_source = g_idle_add (take_slice, self);
}

/* Finds where a row is, or would have to be. */
static gboolean
find_row (GPtrArray *records, gint64 row, guint *position)
{
  guint first = 0;
  guint end = records->len;

  while (first < end)
    {
      const guint middle = first + (end - first) / 2;

      if (piga_record_get_row (records->pdata[middle]) < row)
        first = middle + 1;
      else
        end = middle;
    }

  *position = first;
  return first < records->len && piga_record_get_row (records->pdata[first]) == row;
}

/* Where a record belongs: among those that wait, or among those that everybody sees. */
static GPtrArray *
get_part (PigaLiveList *self, gint64 row)
{
  if (self->waiting != NULL
      && (self->records->len == 0 || row < piga_record_get_row (self->records->pdata[0])))
    return self->waiting;
  return self->records;
}

/**
 * piga_live_list_insert:
 * @self: the list
 * @record: a record that was saved
 *
 * Makes sure that the record is in the list, unless that has yet to be filled.
 */
void
piga_live_list_insert (PigaLiveList *self, gpointer record)
{
  const gint64 row = piga_record_get_row (record);
  GPtrArray *part = get_part (self, row);
  guint position;

  if (!self->is_filled)
    return;

  if (!find_row (part, row, &position))
    {
      g_ptr_array_insert (part, (int) position, g_object_ref (record));
      if (part == self->records)
        g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
    }
  else if (part == self->waiting)
    {
      /* What was read of it is older than what was saved since, by another object. */
      g_set_object ((GObject **) &part->pdata[position], record);
    }
}

/**
 * piga_live_list_remove:
 * @self: the list
 * @record: a record
 *
 * Makes sure that the record is not in the list.
 */
void
piga_live_list_remove (PigaLiveList *self, gpointer record)
{
  const gint64 row = piga_record_get_row (record);
  GPtrArray *part = get_part (self, row);
  guint position;

  if (!find_row (part, row, &position))
    return;

  g_ptr_array_remove_index (part, position);
  if (part == self->records)
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}
