/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Only what was done is taken back: what the person wrote meanwhile into other fields of the same
 * records stays. To take a record away, see piga_record_remove(). */

#include "piga-undo.h"

#include "piga-toast.h"

typedef struct
{
  gpointer record;
  gpointer before; /* a copy */
  GArray *fields;  /* the indices of those that were changed */
} Change;

struct _PigaUndo
{
  PigaStore *store;
  GPtrArray *changes;
  GPtrArray *new_records;
};

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->record);
  g_object_unref (change->before);
  g_array_unref (change->fields);
  g_free (change);
}

static void
note_fields (Change *change)
{
  const guint n_fields = PIGA_RECORD_GET_CLASS (change->record)->n_fields;

  for (guint i = 0; i < n_fields; i++)
    if (!piga_record_has_same (change->record, change->before, i))
      g_array_append_val (change->fields, i);
}

/* The window's banner tells of saves that fail; nothing is left to do here. */
static void
take_back (PigaStore *store, Change *change)
{
  g_object_freeze_notify (change->record);
  for (guint i = 0; i < change->fields->len; i++)
    piga_record_copy_field (change->record, change->before,
                            g_array_index (change->fields, guint, i));
  g_object_thaw_notify (change->record);
  piga_store_save_async (store, change->record, NULL, NULL, NULL);
}

static void
undo (gpointer data)
{
  PigaUndo *self = data;

  for (guint i = 0; i < self->changes->len; i++)
    take_back (self->store, self->changes->pdata[i]);
  for (guint i = 0; i < self->new_records->len; i++)
    piga_store_delete_async (self->store, self->new_records->pdata[i], NULL, NULL, NULL);
}

static void
undo_free (gpointer data)
{
  PigaUndo *self = data;

  g_object_unref (self->store);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->new_records);
  g_free (self);
}

/**
 * piga_undo_new:
 * @store: the store
 *
 * Returns: (transfer full): the way back from something that is done next; it is to be offered with
 *   piga_undo_offer()
 */
PigaUndo *
piga_undo_new (PigaStore *store)
{
  PigaUndo *self = g_new0 (PigaUndo, 1);

  self->store = g_object_ref (store);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->new_records = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * piga_undo_add_changed:
 * @self: the way back
 * @record: a record that is about to be changed
 *
 * Notes how it stands.
 */
void
piga_undo_add_changed (PigaUndo *self, gpointer record)
{
  Change *change = g_new0 (Change, 1);

  change->record = g_object_ref (record);
  change->before = piga_record_dup (record);
  change->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->changes, change);
}

/**
 * piga_undo_add_new:
 * @self: the way back
 * @record: a record that is new; going back puts it into the trash
 */
void
piga_undo_add_new (PigaUndo *self, gpointer record)
{
  g_ptr_array_add (self->new_records, g_object_ref (record));
}

/**
 * piga_undo_offer:
 * @self: (transfer full): the way back from what is done now
 * @widget: a widget in the window, or in one of its dialogs
 * @title: what was done, plain text
 *
 * Says in a toast what was done, and offers to undo it.
 */
void
piga_undo_offer (PigaUndo *self, GtkWidget *widget, const char *title)
{
  for (guint i = 0; i < self->changes->len; i++)
    note_fields (self->changes->pdata[i]);
  piga_toast_show_undo (widget, title, undo, self, undo_free);
}
