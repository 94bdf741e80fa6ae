/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stays at the front and at the end is not told of, so that a view keeps its rows, its place
 * and its selection.
 *
 * A GtkListView makes two hundred rows, however few are in sight, and to fill all of them takes
 * longer than a frame. Where much becomes another, whoever holds the list therefore swaps a few
 * items at a time, as many as there is time for, until nothing is left that has a row. In between
 * the list holds the first of the new items and, out of sight, the last of the old. */

#include "piga-swift-list.h"

#include <string.h>

/* How many items are swapped at a time, and after how many the rest costs nothing. */
#define PORTION 6
#define ROWS_OF_VIEW 240

struct _PigaSwiftList
{
  GObject parent_instance;

  GType type;
  GPtrArray *items;
  guint n_told;   /* how many of them it has told of */
  guint n_calm;   /* how many of these were there before */
  GPtrArray *old; /* what comes after those, NULL once all are told of */
  guint old_at;   /* from where on */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaSwiftList, piga_swift_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *list)
{
  return PIGA_SWIFT_LIST (list)->type;
}

static guint
get_n_old (PigaSwiftList *self)
{
  return self->old != NULL ? self->old->len - self->old_at : 0;
}

static guint
get_n_items (GListModel *list)
{
  PigaSwiftList *self = PIGA_SWIFT_LIST (list);

  return self->n_told + get_n_old (self);
}

static gpointer
get_item (GListModel *list, guint position)
{
  PigaSwiftList *self = PIGA_SWIFT_LIST (list);

  if (position < self->n_told)
    return g_object_ref (self->items->pdata[position]);
  position -= self->n_told;
  return position < get_n_old (self) ? g_object_ref (self->old->pdata[self->old_at + position])
                                     : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* The next of the new items in the place of the next of the old. */
static void
swap (PigaSwiftList *self, guint removed, guint added)
{
  const guint position = self->n_told;

  self->n_told += added;
  self->old_at += removed;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
swap_rest (PigaSwiftList *self)
{
  swap (self, get_n_old (self), self->items->len - self->n_told);
  g_clear_pointer (&self->old, g_ptr_array_unref);
}

/* What the list holds now, in one array; its own are empty afterwards. */
static GPtrArray *
steal_items (PigaSwiftList *self)
{
  GPtrArray *items = g_steal_pointer (&self->items);

  g_ptr_array_set_size (items, (int) self->n_told);
  for (guint i = 0; i < get_n_old (self); i++)
    g_ptr_array_add (items, g_object_ref (self->old->pdata[self->old_at + i]));
  g_clear_pointer (&self->old, g_ptr_array_unref);
  return items;
}

static void
hold (PigaSwiftList *self, GPtrArray *items)
{
  self->items = items;
  self->n_told = items->len;
}

static gboolean
is_same (GPtrArray *one, guint at, GPtrArray *other, guint other_at, guint n_items)
{
  return memcmp (&one->pdata[at], &other->pdata[other_at], n_items * sizeof (gpointer)) == 0;
}

/* One item that moved, as when an application changes: whoever looks elsewhere sees nothing. */
static gboolean
tell_move (PigaSwiftList *self, GPtrArray *before, GPtrArray *items, guint front, guint n_items)
{
  const guint last = front + n_items - 1;
  guint from = front;

  if (n_items < 2)
    return FALSE;
  if (is_same (before, front, items, front + 1, n_items - 1))
    from = last;
  else if (!is_same (before, front + 1, items, front, n_items - 1))
    return FALSE;

  g_ptr_array_remove_index (before, from);
  hold (self, before);
  g_list_model_items_changed (G_LIST_MODEL (self), from, 1, 0);
  hold (self, items);
  g_list_model_items_changed (G_LIST_MODEL (self), from == front ? last : front, 0, 1);
  return TRUE;
}

static void
piga_swift_list_finalize (GObject *object)
{
  PigaSwiftList *self = PIGA_SWIFT_LIST (object);

  g_clear_pointer (&self->old, g_ptr_array_unref);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (piga_swift_list_parent_class)->finalize (object);
}

static void
piga_swift_list_class_init (PigaSwiftListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = piga_swift_list_finalize;
}

static void
piga_swift_list_init (PigaSwiftList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * piga_swift_list_new:
 * @type: the type of its items
 *
 * Returns: (transfer full): an empty list
 */
PigaSwiftList *
piga_swift_list_new (GType type)
{
  PigaSwiftList *self = g_object_new (PIGA_TYPE_SWIFT_LIST, NULL);

  self->type = type;
  return self;
}

/**
 * piga_swift_list_take:
 * @self: the list
 * @items: (transfer full): what it holds from now on; the array lets go of them itself
 *
 * Where that is much, nothing is told of yet: see piga_swift_list_swap().
 */
void
piga_swift_list_take (PigaSwiftList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) before = steal_items (self);
  const guint n_common = MIN (before->len, items->len);
  guint n_front = 0;
  guint n_end = 0;
  guint n_removed;
  guint n_added;

  while (n_front < n_common && before->pdata[n_front] == items->pdata[n_front])
    n_front++;
  while (n_end < n_common - n_front
         && before->pdata[before->len - 1 - n_end] == items->pdata[items->len - 1 - n_end])
    n_end++;
  n_removed = before->len - n_front - n_end;
  n_added = items->len - n_front - n_end;
  if (n_removed == n_added && tell_move (self, before, items, n_front, n_added))
    return;

  hold (self, items);
  if (n_added <= PORTION)
    {
      if (n_added > 0 || n_removed > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), n_front, n_removed, n_added);
      return;
    }
  self->n_told = self->n_calm = self->old_at = n_front;
  self->old = g_steal_pointer (&before);
}

/**
 * piga_swift_list_swap:
 * @self: the list
 *
 * Puts a few more of the items that it was given last in the place of those that it held.
 *
 * Returns: whether there were any
 */
gboolean
piga_swift_list_swap (PigaSwiftList *self)
{
  if (self->old == NULL)
    return FALSE;
  if (self->items->len - self->n_told > PORTION && self->n_told - self->n_calm < ROWS_OF_VIEW)
    swap (self, MIN (PORTION, get_n_old (self)), PORTION);
  else
    swap_rest (self);
  return TRUE;
}

/**
 * piga_swift_list_finish:
 * @self: the list
 *
 * Holds at once all that it was given last: for who counts and writes, and shows nothing.
 */
void
piga_swift_list_finish (PigaSwiftList *self)
{
  if (self->old != NULL)
    swap_rest (self);
}

/**
 * piga_swift_list_get_n_final:
 * @self: the list
 *
 * Returns: how many items it holds once all are swapped
 */
guint
piga_swift_list_get_n_final (PigaSwiftList *self)
{
  return self->items->len;
}
