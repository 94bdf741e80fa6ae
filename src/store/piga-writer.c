/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A word's way to the disk. Each record has at most one write on its way; what is asked meanwhile
 * waits. The first save that waited takes the newest values, so that those behind it find nothing
 * left to write. What is written is a copy taken at that moment; it carries the id and the revision
 * of its record and has to change exactly that row. The record is clean only when the disk has said
 * yes.
 *
 * A save that failed for a reason that may pass is tried again by itself, and until it succeeds the
 * store says why it does not. A record that breaks a rule of its kind waits until it is mended or
 * given up: it counts as unsaved, whoever still shows it. */

#include "piga-writer.h"

#include "piga-time.h"
#include "piga-error.h"
#include "piga-store-private.h"

/* What somebody asked for; nobody waits for the answer where there is no task. */
typedef struct
{
  PigaWish wish;
  GTask *task;
} Request;

/* All there is to do for one record. */
typedef struct
{
  PigaStore *store;
  GObject *record;
  GQueue requests;
  /* Who waits for what is under way. */
  GTask *task;
  gboolean is_under_way;
  /* Why the last save failed, where text is still not on the disk. */
  GError *error;
} Errand;

/* One write, as the worker sees it. */
typedef struct
{
  PigaTable *table;
  GObject *copy;
  PigaWish wish;
  gboolean is_valid; /* whether the values can be written, or only the time it was deleted */
  /* Whether it is in the database, be it one that has lost its place. */
  gboolean is_committed;
} Write;

/* How long a save that failed waits for the first try after that and for each later one, in ms. */
#define FIRST_RETRY 1000
#define LATER_RETRY 2000

struct _PigaWriter
{
  PigaStore *store;
  /* Errands in the order they came; a mark follows its goal. */
  GPtrArray *errands;
  GPtrArray *flushes;
  guint retry_source;
  gboolean has_retried;
};

static void start_next (Errand *errand);

static void
request_free (Request *self)
{
  g_clear_object (&self->task);
  g_free (self);
}

static void
errand_free (Errand *self)
{
  g_queue_clear_full (&self->requests, (GDestroyNotify) request_free);
  g_clear_object (&self->task);
  g_clear_error (&self->error);
  g_object_unref (self->record);
  g_free (self);
}

static void
write_free (Write *self)
{
  g_object_unref (self->copy);
  g_free (self);
}

/**
 * piga_writer_new:
 * @store: the store it writes for, which owns it
 *
 * Returns: (transfer full): a writer with nothing to do
 */
PigaWriter *
piga_writer_new (PigaStore *store)
{
  PigaWriter *self = g_new0 (PigaWriter, 1);

  self->store = store;
  self->errands = g_ptr_array_new_with_free_func ((GDestroyNotify) errand_free);
  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * piga_writer_free:
 * @self: (transfer full): a writer with nothing under way
 */
void
piga_writer_free (PigaWriter *self)
{
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_ptr_array_unref (self->errands);
  g_ptr_array_unref (self->flushes);
  g_free (self);
}

/**
 * piga_writer_is_pending:
 * @self: the writer
 *
 * Returns: whether something is on its way or waits for another try
 */
gboolean
piga_writer_is_pending (PigaWriter *self)
{
  return self->errands->len > 0;
}

static Errand *
ensure_errand (PigaWriter *self, gpointer record)
{
  Errand *errand;

  for (guint i = 0; i < self->errands->len; i++)
    {
      errand = self->errands->pdata[i];
      if (errand->record == record)
        return errand;
    }

  errand = g_new0 (Errand, 1);
  errand->store = self->store;
  errand->record = g_object_ref (record);
  g_ptr_array_add (self->errands, errand);
  return errand;
}

static void
add_request (Errand *errand, PigaWish wish, GTask *task)
{
  Request *request = g_new0 (Request, 1);

  request->wish = wish;
  request->task = task;
  g_queue_push_tail (&errand->requests, request);
}

static gboolean
may_pass (const GError *error)
{
  return !g_error_matches (error, PIGA_ERROR, PIGA_ERROR_INVALID)
         && !g_error_matches (error, PIGA_ERROR, PIGA_ERROR_CONFLICT);
}

static gboolean
try_again (gpointer data)
{
  PigaWriter *self = data;
  g_autoptr (GPtrArray) errands = g_ptr_array_new ();

  self->retry_source = 0;
  g_ptr_array_extend (errands, self->errands, NULL, NULL);
  for (guint i = 0; i < errands->len; i++)
    {
      Errand *errand = errands->pdata[i];
      if (!g_ptr_array_find (self->errands, errand, NULL) || errand->error == NULL
          || errand->is_under_way || !may_pass (errand->error))
        continue;
      add_request (errand, PIGA_WISH_SAVE, NULL);
      start_next (errand);
    }

  return G_SOURCE_REMOVE;
}

static void
arm_retry (PigaWriter *self)
{
  if (self->retry_source == 0)
    self->retry_source =
      g_timeout_add (self->has_retried ? LATER_RETRY : FIRST_RETRY, try_again, self);
  self->has_retried = TRUE;
}

/* What was wrong with the disk has passed, so nothing else has to wait for its time. */
static void
hurry_retry (PigaWriter *self)
{
  if (self->retry_source == 0)
    return;

  g_clear_handle_id (&self->retry_source, g_source_remove);
  self->retry_source = g_idle_add (try_again, self);
}

/* The first reason why something is not on the disk; what is wrong with the disk comes before what
 * is wrong with a record. */
static const GError *
find_error (PigaWriter *self)
{
  const GError *invalid = NULL;

  for (guint i = 0; i < self->errands->len; i++)
    {
      const Errand *errand = self->errands->pdata[i];

      if (g_error_matches (errand->error, PIGA_ERROR, PIGA_ERROR_INVALID))
        invalid = invalid != NULL ? invalid : errand->error;
      else if (errand->error != NULL)
        return errand->error;
    }

  return invalid;
}

static void
update_error (PigaWriter *self)
{
  const GError *error = find_error (self);

  if (error == NULL)
    {
      self->has_retried = FALSE;
      g_clear_handle_id (&self->retry_source, g_source_remove);
    }
  /* Why the store was refused is the graver thing to say. */
  if (self->store->state == PIGA_STORE_READY || self->store->state == PIGA_STORE_OPENING)
    piga_store_set_error (self->store, error);
}

static gboolean
is_busy (PigaWriter *self)
{
  for (guint i = 0; i < self->errands->len; i++)
    if (((Errand *) self->errands->pdata[i])->is_under_way)
      return TRUE;

  return FALSE;
}

static void
answer_flushes (PigaWriter *self)
{
  g_autoptr (GPtrArray) flushes = NULL;
  g_autoptr (GError) error = NULL;

  if (self->flushes->len == 0 || is_busy (self))
    return;

  error = find_error (self) != NULL ? g_error_copy (find_error (self)) : NULL;
  flushes = g_steal_pointer (&self->flushes);
  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < flushes->len; i++)
    {
      if (error != NULL)
        g_task_return_error (flushes->pdata[i], g_error_copy (error));
      else
        g_task_return_boolean (flushes->pdata[i], TRUE);
    }
}

/* Called when nothing is under way for the record. The errand goes first: what is called from here
 * may ask for anything. */
static void
settle (Errand *errand)
{
  PigaWriter *self = errand->store->writer;
  g_autoptr (PigaStore) store = g_object_ref (errand->store);

  if (errand->error == NULL)
    {
      g_ptr_array_remove (self->errands, errand);
      if (self->errands->len == 0)
        g_object_notify (G_OBJECT (store), "pending");
    }

  update_error (self);
  answer_flushes (self);
}

/* Tells who waits. Until then the errand counts as under way, so that what is asked for by whoever
 * is told has to wait its turn. */
static void
finish (Errand *errand, const GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&errand->task);

  if (task != NULL && error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else if (task != NULL)
    g_task_return_boolean (task, TRUE);
  errand->is_under_way = FALSE;
}

static gboolean
write_row (Write *self, PigaDatabase *database, GError **error)
{
  gboolean written;

  if (piga_record_get_revision (self->copy) == 0)
    written = piga_table_insert (self->table, database, self->copy, error);
  else if (self->is_valid)
    written = piga_table_update (self->table, database, self->copy, error);
  else
    written = piga_table_update_deleted (self->table, database, self->copy, error);

  if (!written)
    piga_store_mark_damaged (database, *error);
  return written;
}

/* The answer is yes only where the file has its name before and after. */
static void
do_write (PigaWorker *worker, GTask *task)
{
  PigaStore *store = g_task_get_source_object (task);
  Write *write = g_task_get_task_data (task);
  GError *error = NULL;

  if (piga_store_get_database (worker, task) == NULL)
    return;
  write->is_committed = piga_store_hold_place (store, worker, &error)
                        && write_row (write, piga_worker_get_database (worker), &error);
  if (write->is_committed && piga_store_hold_place (store, worker, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The disk has said yes to @write. */
static void
take_over (Errand *errand, Write *write)
{
  GObject *record = errand->record;
  const gint64 revision = piga_record_get_revision (write->copy);
  /* Where only the deletion was written, what was changed before stays unsaved. */
  const guint changes = write->is_valid || !piga_record_is_dirty (record)
                          ? piga_record_get_changes (write->copy)
                          : piga_record_get_changes (record) - 1;

  g_object_freeze_notify (record);
  piga_record_set_times (record, piga_record_get_created_at (record),
                         piga_record_get_modified_at (write->copy),
                         piga_record_get_deleted_at (write->copy));
  piga_record_mark_saved (record, revision + 1, changes);
  g_object_thaw_notify (record);
  piga_record_set_row (record, piga_record_get_row (write->copy));

  if (write->wish == PIGA_WISH_DELETE)
    piga_store_emit_deleted (errand->store, record);
  else
    piga_store_emit_saved (errand->store, record,
                           revision == 0 || write->wish == PIGA_WISH_UNDELETE);
}

/* Keeps in mind why the newest values are not on the disk. */
static void
note_error (Errand *errand, const GError *error)
{
  g_clear_error (&errand->error);
  errand->error = g_error_copy (error);
  if (may_pass (error))
    arm_retry (errand->store->writer);
}

/* The row is written, but in a file that may go any moment: the next try writes it once more. */
static void
note_row (Errand *errand, Write *write)
{
  piga_record_set_row (errand->record, piga_record_get_row (write->copy));
  piga_record_mark_saved (errand->record, piga_record_get_revision (write->copy) + 1,
                          piga_record_get_changes (errand->record) - 1);
}

static void
on_written (GObject *object, GAsyncResult *result, gpointer data)
{
  Errand *errand = data;
  Write *write = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_clear_error (&errand->error);
      take_over (errand, write);
      hurry_retry (errand->store->writer);
    }
  else if (write->is_committed)
    {
      note_row (errand, write);
    }
  if (error != NULL && write->wish == PIGA_WISH_SAVE)
    note_error (errand, error);

  update_error (errand->store->writer);
  finish (errand, error);
  start_next (errand);
}

/* What is saved is always later than what it replaces, whatever the clock says meanwhile: an older
 * copy that is imported would win over it otherwise. */
static void
push_write (Errand *errand, PigaWish wish)
{
  GObject *record = errand->record;
  const gint64 now = piga_time_get_later (g_get_real_time (), piga_record_get_modified_at (record));
  Write *write = g_new0 (Write, 1);
  GTask *task;

  write->table = piga_store_get_shelf (errand->store, G_OBJECT_TYPE (record))->table;
  write->copy = piga_record_dup (record);
  write->wish = wish;
  write->is_valid = piga_record_validate (record, NULL);

  piga_record_set_times (write->copy, piga_record_get_created_at (record), now,
                         wish == PIGA_WISH_DELETE     ? now
                         : wish == PIGA_WISH_UNDELETE ? 0
                                                      : piga_record_get_deleted_at (record));

  /* What is on its way to the disk cannot be called back, so nothing cancels this. */
  task = g_task_new (errand->store, NULL, on_written, errand);
  g_task_set_source_tag (task, push_write);
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);
  piga_worker_push (errand->store->worker, task, do_write);
}

/* Deletes or brings back a record of which nothing is on the disk and nothing can go there. */
static void
change_memory (Errand *errand, PigaWish wish)
{
  GObject *record = errand->record;

  piga_record_set_times (record, piga_record_get_created_at (record),
                         piga_record_get_modified_at (record),
                         wish == PIGA_WISH_DELETE ? g_get_real_time () : 0);
  g_clear_error (&errand->error);
  if (wish == PIGA_WISH_DELETE)
    piga_store_emit_deleted (errand->store, record);
  else
    piga_store_emit_saved (errand->store, record, TRUE);
}

static gboolean
needs_disk (GObject *record, PigaWish wish)
{
  if (wish == PIGA_WISH_SAVE)
    return piga_record_is_dirty (record) || piga_record_get_revision (record) == 0;
  return piga_record_get_revision (record) > 0 || piga_record_get_row (record) != 0
         || (piga_record_is_dirty (record) && piga_record_validate (record, NULL));
}

static PigaWish
take_request (Errand *errand)
{
  Request *request = g_queue_pop_head (&errand->requests);
  const PigaWish wish = request->wish;

  errand->task = g_steal_pointer (&request->task);
  request_free (request);
  return wish;
}

static void
start_next (Errand *errand)
{
  while (!errand->is_under_way && !g_queue_is_empty (&errand->requests))
    {
      const PigaWish wish = take_request (errand);
      g_autoptr (GError) error = NULL;

      errand->is_under_way = TRUE;
      if (wish == PIGA_WISH_SAVE && needs_disk (errand->record, wish)
          && !piga_record_validate (errand->record, &error))
        {
          note_error (errand, error);
        }
      else if (needs_disk (errand->record, wish))
        {
          push_write (errand, wish);
          return;
        }
      else if (wish != PIGA_WISH_SAVE)
        {
          change_memory (errand, wish);
        }
      finish (errand, error);
    }

  if (!errand->is_under_way)
    settle (errand);
}

/**
 * piga_writer_ask:
 * @self: the writer
 * @record: a record
 * @wish: what is to be done with it
 * @task: (transfer full): answered when the disk has said yes or no
 *
 * Does it now, or when what was asked for this record before is done.
 */
void
piga_writer_ask (PigaWriter *self, gpointer record, PigaWish wish, GTask *task)
{
  const gboolean was_pending = piga_writer_is_pending (self);
  Errand *errand = ensure_errand (self, record);

  add_request (errand, wish, task);
  start_next (errand);
  if (was_pending != piga_writer_is_pending (self))
    g_object_notify (G_OBJECT (self->store), "pending");
}

/**
 * piga_writer_flush:
 * @self: the writer
 * @task: (transfer full): answered when nothing is under way
 *
 * Tries at once what waits for another try.
 */
void
piga_writer_flush (PigaWriter *self, GTask *task)
{
  g_ptr_array_add (self->flushes, task);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  try_again (self);
  answer_flushes (self);
}

/**
 * piga_writer_forget:
 * @self: the writer
 * @record: a record that the person does not want
 *
 * Gives up what could not be saved of it. What is on its way to the disk goes on.
 */
void
piga_writer_forget (PigaWriter *self, gpointer record)
{
  for (guint i = 0; i < self->errands->len; i++)
    {
      Errand *errand = self->errands->pdata[i];

      if (errand->record != record || errand->is_under_way)
        continue;
      g_clear_error (&errand->error);
      settle (errand);
      return;
    }
}

/**
 * piga_writer_list_unsaved:
 * @self: the writer
 *
 * Returns: (transfer full) (element-type PigaRecord): the records of which something could not be
 *   saved, in the order they came
 */
GPtrArray *
piga_writer_list_unsaved (PigaWriter *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->errands->len; i++)
    {
      const Errand *errand = self->errands->pdata[i];

      if (errand->error != NULL)
        g_ptr_array_add (records, g_object_ref (errand->record));
    }

  return records;
}

/**
 * piga_writer_stop:
 * @self: the writer
 *
 * Tries nothing again by itself from now on.
 */
void
piga_writer_stop (PigaWriter *self)
{
  g_clear_handle_id (&self->retry_source, g_source_remove);
}
