/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The backups, as the floor above sees them. They make themselves: after the first change of a day,
 * once it is quiet, and at the latest when the person leaves. What is copied is copied a few
 * milliseconds at a time on the store's worker, between what else it has to do, so that no save
 * waits for it; the rest is done on a thread of its own. */

#include "piga-backups.h"

#include "backup/piga-backup-writer.h"
#include "piga-backups-private.h"
#include "piga-error.h"
#include "piga-store-private.h"

/* One part of a copy, in microseconds: less than a frame. */
#define SLICE (8 * 1000)
/* In seconds: after a while even a person who never stops is not waited for, and a disk that had no
 * room is given time. */
#define LONGEST_WAIT (5 * 60)
#define RETRY (10 * 60)
/* For how long who leaves waits for the second place, in seconds: a stick may not answer. */
#define LONGEST_COPY 10
/* How often a copy begins anew because the file under it was moved. */
#define N_TRIES 3

/* The data of the task that makes one. */
typedef struct
{
  PigaBackups *backups;
  PigaBackupWriter *writer;
  PigaBackupReason reason;
  gint64 now;
  guint n_tries;
  gboolean is_done;
  /* Nothing has to be done: there is one of this day, or nothing can be written. */
  gboolean is_needless;
} Making;

enum
{
  PROP_ERROR = 1,
  PROP_BUSY,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaBackups, piga_backups, G_TYPE_OBJECT)

static void start (PigaBackups *self, GTask *task);
static void step (GTask *task);

static void
making_free (Making *self)
{
  piga_backup_writer_free (self->writer);
  g_free (self);
}

static void
set_error (PigaBackups *self, const GError *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/* Reading through the store once more may find what can be mended. */
static void
note_damage (PigaWorker *worker, GTask *task)
{
  PigaDatabase *database = piga_worker_get_database (worker);

  if (database != NULL && !piga_database_is_read_only (database))
    piga_store_set_note (database, PIGA_STORE_NOTE_CHECKED, 0, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
look_for_damage (PigaBackups *self)
{
  GTask *task = g_task_new (self->store, NULL, NULL, NULL);

  g_task_set_source_tag (task, look_for_damage);
  piga_worker_push (self->store->worker, task, note_damage);
  piga_store_arm_care (self->store, 1);
}

static void
take_outcome (PigaBackups *self, const Making *making, const GError *error)
{
  set_error (self, error);
  if (error != NULL)
    {
      if (g_error_matches (error, PIGA_ERROR, PIGA_ERROR_CORRUPT))
        look_for_damage (self);
      return;
    }

  if (making->reason == PIGA_BACKUP_DAILY)
    {
      self->day = piga_day_from_time (making->now);
      self->is_changed = FALSE;
      g_clear_handle_id (&self->source, g_source_remove);
    }
  if (!making->is_needless)
    piga_backups_emit_changed (self);
}

/* @error: (transfer full) (nullable) */
static void
end (GTask *task, GError *error)
{
  PigaBackups *self = g_object_ref (g_task_get_source_object (task));
  GTask *next;

  g_assert (self->running == task);
  take_outcome (self, g_task_get_task_data (task), error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);

  g_clear_object (&self->running);
  next = g_queue_pop_head (&self->waiting);
  if (next != NULL)
    start (self, next);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_object_unref (self);
}

static void
on_complete (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  end (task, error);
}

static void
complete (GTask *part, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;
  g_autofree char *path = piga_backup_writer_complete (making->writer, &error);

  if (path != NULL)
    g_task_return_boolean (part, TRUE);
  else
    g_task_return_error (part, error);
}

/* A part of the work of @task, less urgent than anything that is seen. */
static GTask *
new_part (GTask *task, GAsyncReadyCallback callback)
{
  PigaBackups *self = g_task_get_source_object (task);
  GTask *part = g_task_new (self->store, NULL, callback, g_object_ref (task));

  g_task_set_task_data (part, g_task_get_task_data (task), NULL);
  g_task_set_priority (part, G_PRIORITY_LOW);
  g_task_set_source_tag (part, new_part);
  return part;
}

static void
on_stepped (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    end (task, error);
  else if (making->is_needless)
    end (task, NULL);
  else if (!making->is_done)
    step (task);
  else
    {
      g_autoptr (GTask) part = new_part (task, on_complete);

      g_task_run_in_thread (part, complete);
    }
}

static gboolean
has_day (PigaBackups *self, gint64 now)
{
  g_autoptr (GPtrArray) files = piga_backup_folder_list (self->folder, NULL);

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const PigaBackupFile *file = files->pdata[i];

      if (file->is_whole && file->name.reason == PIGA_BACKUP_DAILY
          && piga_day_from_time (file->name.time) == piga_day_from_time (now))
        return TRUE;
    }

  return FALSE;
}

static gboolean
step_or_begin (Making *making, PigaDatabase *database, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (making->n_tries > 0
      && piga_backup_writer_step (making->writer, database, SLICE, &making->is_done, &cause))
    return TRUE;
  /* The file under it was moved, or another backup was made meanwhile. */
  if (making->n_tries++ < N_TRIES
      && (cause == NULL || g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_BUSY)))
    return piga_backup_writer_begin (making->writer, database, error);

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static void
do_step (PigaWorker *worker, GTask *part)
{
  Making *making = g_task_get_task_data (part);
  PigaDatabase *database = piga_store_get_database (worker, part);
  GError *error = NULL;

  if (database == NULL)
    return;

  if (making->n_tries == 0)
    making->is_needless
        = piga_database_is_read_only (database)
          || (making->reason == PIGA_BACKUP_DAILY && has_day (making->backups, making->now));
  if (making->is_needless || step_or_begin (making, database, &error))
    g_task_return_boolean (part, TRUE);
  else
    g_task_return_error (part, error);
}

static void
step (GTask *task)
{
  PigaBackups *self = g_task_get_source_object (task);

  piga_worker_push (self->store->worker, new_part (task, on_stepped), do_step);
}

/* @task: (transfer full) */
static void
start (PigaBackups *self, GTask *task)
{
  self->running = task;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  step (task);
}

/* @task: (transfer full) */
static void
make (PigaBackups *self, PigaBackupReason reason, GTask *task)
{
  Making *making = g_new0 (Making, 1);

  making->backups = self;
  making->reason = reason;
  making->now = g_get_real_time ();
  making->writer
      = piga_backup_writer_new (piga_store_get_path (self->store), reason, making->now);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  if (self->running != NULL)
    g_queue_push_tail (&self->waiting, task);
  else
    start (self, task);
}

static gboolean
make_daily (gpointer data)
{
  PigaBackups *self = data;
  GTask *task = g_task_new (self, NULL, NULL, NULL);

  self->source = 0;
  self->first_change = 0;
  g_task_set_source_tag (task, make_daily);
  make (self, PIGA_BACKUP_DAILY, task);
  return G_SOURCE_REMOVE;
}

static void
on_changed (PigaBackups *self)
{
  const gint64 now = g_get_monotonic_time ();
  const guint quiet = self->error != NULL ? RETRY : PIGA_STORE_QUIET;

  if (self->day == piga_day_today ())
    return;

  self->is_changed = TRUE;
  if (self->first_change == 0)
    self->first_change = now;
  if (self->source != 0 && now - self->first_change > LONGEST_WAIT * G_TIME_SPAN_SECOND)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_seconds (quiet, make_daily, self);
}

/* Everything was replaced, and a backup of it made before. */
static void
on_reset (PigaBackups *self)
{
  on_changed (self);
  piga_backups_emit_changed (self);
}

static void
piga_backups_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaBackups *self = PIGA_BACKUPS (object);

  switch (id)
    {
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, piga_backups_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_backups_finalize (GObject *object)
{
  PigaBackups *self = PIGA_BACKUPS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->place);
  g_clear_object (&self->store);
  g_clear_error (&self->error);
  g_free (self->folder);

  G_OBJECT_CLASS (piga_backups_parent_class)->finalize (object);
}

static void
piga_backups_class_init (PigaBackupsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = piga_backups_get_property;
  object_class->finalize = piga_backups_finalize;

  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", PIGA_TYPE_BACKUPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
piga_backups_init (PigaBackups *self)
{
  g_queue_init (&self->waiting);
}

/**
 * piga_backups_new:
 * @store: a store, in any state
 *
 * Returns: (transfer full): its backups, which are made from now on
 */
PigaBackups *
piga_backups_new (PigaStore *store)
{
  PigaBackups *self = g_object_new (PIGA_TYPE_BACKUPS, NULL);

  self->store = g_object_ref (store);
  self->folder = piga_backup_folder_get_path (piga_store_get_path (store));
  self->place = piga_second_place_new (self->folder);
  g_signal_connect_object (store, "record-saved", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-deleted", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * piga_backups_get_store:
 * @self: the backups
 *
 * Returns: (transfer none): the store that they are of
 */
PigaStore *
piga_backups_get_store (PigaBackups *self)
{
  return self->store;
}

/**
 * piga_backups_get_second_place:
 * @self: the backups
 *
 * Returns: (transfer none): where they are copied to, if the person wishes
 */
PigaSecondPlace *
piga_backups_get_second_place (PigaBackups *self)
{
  return self->place;
}

/**
 * piga_backups_get_folder:
 * @self: the backups
 *
 * Returns: (transfer none): the folder beside the database; it may not be there yet
 */
const char *
piga_backups_get_folder (PigaBackups *self)
{
  return self->folder;
}

/**
 * piga_backups_get_error:
 * @self: the backups
 *
 * Returns: (transfer none) (nullable): why the last backup could not be made
 */
const GError *
piga_backups_get_error (PigaBackups *self)
{
  return self->error;
}

/**
 * piga_backups_is_busy:
 * @self: the backups
 *
 * Returns: whether one is being made
 */
gboolean
piga_backups_is_busy (PigaBackups *self)
{
  return self->running != NULL;
}

/**
 * piga_backups_emit_changed:
 * @self: the backups
 *
 * There may be a new one.
 */
void
piga_backups_emit_changed (PigaBackups *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  piga_second_place_bring (self->place);
}

/**
 * piga_backups_make_async:
 * @self: the backups of a store that is open
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Makes a backup because the person asked for one.
 */
void
piga_backups_make_async (PigaBackups *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, piga_backups_make_async);
  make (self, PIGA_BACKUP_ASKED, task);
}

/**
 * piga_backups_make_finish:
 * @self: the backups
 * @result: the result
 * @error: return location for a #PigaError
 *
 * Returns: whether there is a new one
 */
gboolean
piga_backups_make_finish (PigaBackups *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The end of catching up: the second place, for a while. */
typedef struct
{
  GTask *task;
  gulong handler;
  guint source;
} Wait;

static void
end_wait (Wait *wait)
{
  PigaBackups *self = g_task_get_source_object (wait->task);

  g_signal_handler_disconnect (self->place, wait->handler);
  g_clear_handle_id (&wait->source, g_source_remove);
  g_task_return_boolean (wait->task, TRUE);
  g_object_unref (wait->task);
  g_free (wait);
}

static gboolean
on_too_long (gpointer data)
{
  Wait *wait = data;

  wait->source = 0;
  end_wait (wait);
  return G_SOURCE_REMOVE;
}

/* @task: (transfer full) */
static void
wait_for_place (PigaBackups *self, GTask *task)
{
  Wait *wait;

  if (!piga_second_place_is_busy (self->place))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  wait = g_new0 (Wait, 1);
  wait->task = task;
  wait->handler = g_signal_connect_swapped (self->place, "notify::busy", G_CALLBACK (end_wait),
                                            wait);
  wait->source = g_timeout_add_seconds (LONGEST_COPY, on_too_long, wait);
}

static void
on_caught_up (GObject *object, GAsyncResult *result, gpointer data)
{
  PigaBackups *self = PIGA_BACKUPS (object);
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    wait_for_place (self, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * piga_backups_catch_up_async:
 * @self: the backups
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Makes the backup of the day now, if there was a change and it is still missing, and waits for
 * what is being made or copied: to be called before the store is closed.
 */
void
piga_backups_catch_up_async (PigaBackups *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, piga_backups_catch_up_async);
  g_clear_handle_id (&self->source, g_source_remove);
  if ((self->is_changed || self->running != NULL)
      && piga_store_get_state (self->store) == PIGA_STORE_READY)
    make (self, PIGA_BACKUP_DAILY, g_task_new (self, NULL, on_caught_up, task));
  else
    wait_for_place (self, task);
}

/**
 * piga_backups_catch_up_finish:
 * @self: the backups
 * @result: the result
 * @error: return location for why the backup could not be made
 *
 * Returns: whether there was nothing to do, or it was done
 */
gboolean
piga_backups_catch_up_finish (PigaBackups *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
