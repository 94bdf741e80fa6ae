/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields are the record's from the first key on, so there is nothing to take from a widget
 * later: a draft only decides when the store is asked. The first change arms a timer and later ones
 * do not push it back, so nothing waits longer than the delay, however long the person types. Once
 * the store was asked it keeps the record until the disk has said yes, also when the draft has
 * gone.
 *
 * What breaks a rule of its kind is handed over as well: the store cannot keep it, but it counts it
 * as unsaved, so that nobody leaves without having been asked. */

#include "piga-record-draft.h"

/* In milliseconds; not g_timeout_add_seconds(), which may take a second more. */
#define SAVE_AFTER 1000

struct _PigaRecordDraft
{
  GObject parent_instance;

  PigaStore *store;
  gpointer record;
  gpointer untouched; /* a copy of a new record as it was handed over */
  guint timer;
  gboolean is_abandoned;
};

G_DEFINE_FINAL_TYPE (PigaRecordDraft, piga_record_draft, G_TYPE_OBJECT)

/* Whether the record is new, and holds what it held when it was handed over. */
static gboolean
is_untouched (PigaRecordDraft *self)
{
  const guint n_fields = PIGA_RECORD_GET_CLASS (self->record)->n_fields;

  if (self->untouched == NULL || piga_record_get_revision (self->record) > 0)
    return FALSE;

  for (guint i = 0; i < n_fields; i++)
    if (!piga_record_has_same (self->record, self->untouched, i))
      return FALSE;
  return TRUE;
}

static gboolean
has_to_save (PigaRecordDraft *self)
{
  return !self->is_abandoned && piga_record_is_dirty (self->record)
         && piga_record_get_deleted_at (self->record) == 0 && !is_untouched (self);
}

static void
save (PigaRecordDraft *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (has_to_save (self))
    piga_store_save_async (self->store, self->record, NULL, NULL, NULL);
}

static void
timer_cb (gpointer user_data)
{
  PigaRecordDraft *self = user_data;

  self->timer = 0;
  save (self);
}

/* Also when the record comes back from the trash with something that is not on the disk. */
static void
record_changed_cb (PigaRecordDraft *self)
{
  if (self->timer == 0 && has_to_save (self))
    self->timer = g_timeout_add_once (SAVE_AFTER, timer_cb, self);
}

static void
piga_record_draft_dispose (GObject *object)
{
  PigaRecordDraft *self = PIGA_RECORD_DRAFT (object);

  if (self->record != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->record, self);
      save (self);
    }
  g_clear_object (&self->record);
  g_clear_object (&self->untouched);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (piga_record_draft_parent_class)->dispose (object);
}

static void
piga_record_draft_class_init (PigaRecordDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_record_draft_dispose;
}

static void
piga_record_draft_init (PigaRecordDraft *self)
{
}

/**
 * piga_record_draft_new:
 * @store: the store
 * @record: a record, new or from the store
 *
 * From now on what changes in @record is on the disk a second later, and at once when the draft is
 * let go of. A new record that stays as it is now is not kept; one that breaks a rule of its kind
 * counts as unsaved; one in the trash stays there as it is.
 *
 * Returns: (transfer full): a draft
 */
PigaRecordDraft *
piga_record_draft_new (PigaStore *store, gpointer record)
{
  PigaRecordDraft *self = g_object_new (PIGA_TYPE_RECORD_DRAFT, NULL);

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  if (piga_record_get_revision (record) == 0)
    self->untouched = piga_record_dup (record);
  g_signal_connect_object (record, "notify", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  record_changed_cb (self);
  return self;
}

/**
 * piga_record_draft_get_record:
 * @self: the draft
 *
 * Returns: (transfer none): the record
 */
gpointer
piga_record_draft_get_record (PigaRecordDraft *self)
{
  return self->record;
}

/**
 * piga_record_draft_flush:
 * @self: the draft
 *
 * Hands what was changed to the store now, without waiting for the timer or for the answer.
 */
void
piga_record_draft_flush (PigaRecordDraft *self)
{
  save (self);
}

/**
 * piga_record_draft_keep:
 * @self: the draft
 *
 * Hands the record to the store now, also a new one that is as it was handed over: the person has
 * said that they want it so.
 */
void
piga_record_draft_keep (PigaRecordDraft *self)
{
  g_clear_object (&self->untouched);
  save (self);
}

/**
 * piga_record_draft_abandon:
 * @self: the draft
 *
 * Saves nothing any more: the person does not want the record, or it is on its way to the trash
 * together with what was changed.
 */
void
piga_record_draft_abandon (PigaRecordDraft *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->is_abandoned = TRUE;
  piga_store_forget (self->store, self->record);
}
