/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder elsewhere, such as on a stick, to which the newest backup is copied whenever it can be
 * reached. What goes wrong there is said there and is no failed save. It is a plain copy of a file
 * that was checked; it is read again and compared before it gets its name. */

#include "piga-second-place.h"

#include <gio/gunixmounts.h>

#include "backup/piga-backup-copy.h"

/* How often a place that cannot be reached is looked for, in seconds: where the system does not
 * tell what is put in. */
#define RETRY (10 * 60)
/* In seconds: the program starts first. */
#define START 5

struct _PigaSecondPlace
{
  GObject parent_instance;

  char *folder;
  char *path;
  GError *error;
  gint64 seen;
  GCancellable *cancellable; /* of what is being copied, or NULL */
  GUnixMountMonitor *monitor;
  guint source;
  gboolean is_behind;
  /* There is a newer backup than the one that is being copied. */
  gboolean is_overtaken;
};

enum
{
  PROP_PATH = 1,
  PROP_SEEN,
  PROP_ERROR,
  PROP_BUSY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaSecondPlace, piga_second_place, G_TYPE_OBJECT)

static void
set_error (PigaSecondPlace *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
set_seen (PigaSecondPlace *self, gint64 seen)
{
  if (self->seen == seen)
    return;

  self->seen = seen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEEN]);
}

static gboolean
try_again (gpointer data)
{
  PigaSecondPlace *self = data;

  self->source = 0;
  piga_second_place_bring (self);
  return G_SOURCE_REMOVE;
}

static void start (PigaSecondPlace *self);

static void
on_copied (GObject *object, GAsyncResult *result, gpointer data)
{
  PigaSecondPlace *self = PIGA_SECOND_PLACE (object);
  GError *error = NULL;
  const gboolean is_there = g_task_propagate_boolean (G_TASK (result), &error);
  const gboolean is_current = g_task_get_cancellable (G_TASK (result)) == self->cancellable;

  /* The person has chosen another place meanwhile. */
  if (!is_current)
    {
      g_clear_error (&error);
      return;
    }

  g_clear_object (&self->cancellable);
  if (self->is_overtaken)
    {
      g_clear_error (&error);
      start (self);
      return;
    }

  self->is_behind = !is_there;
  if (is_there)
    set_seen (self, g_get_real_time ());
  else
    self->source = g_timeout_add_seconds (RETRY, try_again, self);
  set_error (self, error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
copy (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *const *folders = data;
  GError *error = NULL;

  if (piga_backup_copy_newest (folders[0], folders[1], cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (PigaSecondPlace *self)
{
  g_autoptr (GTask) task = NULL;

  self->is_overtaken = FALSE;
  g_clear_handle_id (&self->source, g_source_remove);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_copied, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, g_strdupv ((char *[]) { self->folder, self->path, NULL }),
                        (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, copy);
}

/**
 * piga_second_place_bring:
 * @self: the second place
 *
 * Copies the newest backup there, if there is a place and it has not got it. Whether that was done
 * can be seen in the properties.
 */
void
piga_second_place_bring (PigaSecondPlace *self)
{
  self->is_behind = self->path != NULL;
  self->is_overtaken = self->cancellable != NULL;
  if (self->path == NULL || self->is_overtaken)
    return;

  start (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
on_mounts_changed (PigaSecondPlace *self)
{
  if (self->is_behind)
    piga_second_place_bring (self);
}

static void
piga_second_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaSecondPlace *self = PIGA_SECOND_PLACE (object);

  switch (id)
    {
    case PROP_PATH:
      /* The settings know no other nothing. */
      g_value_set_string (value, self->path != NULL ? self->path : "");
      break;
    case PROP_SEEN:
      g_value_set_int64 (value, self->seen);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, piga_second_place_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_second_place_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PigaSecondPlace *self = PIGA_SECOND_PLACE (object);

  switch (id)
    {
    case PROP_PATH:
      piga_second_place_set_path (self, g_value_get_string (value));
      break;
    case PROP_SEEN:
      set_seen (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_second_place_dispose (GObject *object)
{
  PigaSecondPlace *self = PIGA_SECOND_PLACE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (piga_second_place_parent_class)->dispose (object);
}

static void
piga_second_place_finalize (GObject *object)
{
  PigaSecondPlace *self = PIGA_SECOND_PLACE (object);

  g_clear_error (&self->error);
  g_free (self->folder);
  g_free (self->path);

  G_OBJECT_CLASS (piga_second_place_parent_class)->finalize (object);
}

static void
piga_second_place_class_init (PigaSecondPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = piga_second_place_get_property;
  object_class->set_property = piga_second_place_set_property;
  object_class->dispose = piga_second_place_dispose;
  object_class->finalize = piga_second_place_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, writable);
  properties[PROP_SEEN] = g_param_spec_int64 ("seen", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_second_place_init (PigaSecondPlace *self)
{
}

/**
 * piga_second_place_new:
 * @folder: the folder of the backups beside the database
 *
 * Returns: (transfer full): a second place for them, which is nowhere until it gets a path
 */
PigaSecondPlace *
piga_second_place_new (const char *folder)
{
  PigaSecondPlace *self = g_object_new (PIGA_TYPE_SECOND_PLACE, NULL);

  self->folder = g_strdup (folder);
  return self;
}

/**
 * piga_second_place_set_path:
 * @self: the second place
 * @path: (nullable): the folder, which can be away for a while; %NULL or "" for none
 *
 * The newest backup is copied there soon. What is in the place that it was before stays there.
 */
void
piga_second_place_set_path (PigaSecondPlace *self, const char *path)
{
  const gboolean was_busy = piga_second_place_is_busy (self);

  if (!g_set_str (&self->path, path != NULL && *path != '\0' ? path : NULL))
    return;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  self->is_behind = self->path != NULL;
  if (self->path != NULL)
    self->source = g_timeout_add_seconds (START, try_again, self);
  if (self->path != NULL && self->monitor == NULL)
    {
      self->monitor = g_unix_mount_monitor_get ();
      g_signal_connect_object (self->monitor, "mounts-changed", G_CALLBACK (on_mounts_changed),
                               self, G_CONNECT_SWAPPED);
    }
  set_error (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
  if (was_busy)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * piga_second_place_get_path:
 * @self: the second place
 *
 * Returns: (transfer none) (nullable): the folder
 */
const char *
piga_second_place_get_path (PigaSecondPlace *self)
{
  return self->path;
}

/**
 * piga_second_place_get_seen:
 * @self: the second place
 *
 * Returns: when the newest backup was last there, in microseconds since 1970, 0 for never
 */
gint64
piga_second_place_get_seen (PigaSecondPlace *self)
{
  return self->seen;
}

/**
 * piga_second_place_get_error:
 * @self: the second place
 *
 * Returns: (transfer none) (nullable): a sentence that says what was wrong with it the last time
 */
const GError *
piga_second_place_get_error (PigaSecondPlace *self)
{
  return self->error;
}

/**
 * piga_second_place_is_busy:
 * @self: the second place
 *
 * Returns: whether something is being copied there
 */
gboolean
piga_second_place_is_busy (PigaSecondPlace *self)
{
  return self->cancellable != NULL;
}
