/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The backups, as the floor above sees them. They make themselves: after the first change of a day,
 * once it is quiet, and at the latest when the person leaves. How one is made is in
 * piga-backups-make.c. */

#include "piga-backups.h"

#include "piga-backups-private.h"
#include "piga-store-private.h"

/* In seconds: after a while even a person who never stops is not waited for, and a disk that had no
 * room is given time. */
#define LONGEST_WAIT (5 * 60)
#define RETRY (10 * 60)
/* For how long who leaves waits for the second place, in seconds: a stick may not answer. */
#define LONGEST_COPY 10
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

/**
 * piga_backups_set_error:
 * @self: the backups
 * @error: (nullable): why the last one could not be made
 */
void
piga_backups_set_error (PigaBackups *self, const GError *error)
{
  if (self->error == NULL && error == NULL)
    return;
  /* It is told once, not at every try. */
  if (self->error != NULL && error != NULL
      && g_error_matches (self->error, error->domain, error->code))
    return;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static gboolean
make_daily (gpointer data)
{
  PigaBackups *self = data;
  GTask *task = g_task_new (self, NULL, NULL, NULL);

  self->source = 0;
  self->first_change = 0;
  g_task_set_source_tag (task, make_daily);
  piga_backups_start_making (self, PIGA_BACKUP_DAILY, task);
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
  g_signal_connect_object (store, "record-saved", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
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
 * piga_backups_notify_busy:
 * @self: the backups
 *
 * Another one is being made, or none any more.
 */
void
piga_backups_notify_busy (PigaBackups *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
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
  piga_backups_start_making (self, PIGA_BACKUP_ASKED, task);
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
  wait->handler =
    g_signal_connect_swapped (self->place, "notify::busy", G_CALLBACK (end_wait), wait);
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
    piga_backups_start_making (self, PIGA_BACKUP_DAILY,
                               g_task_new (self, NULL, on_caught_up, task));
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
