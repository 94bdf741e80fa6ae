/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The only face of this floor that the one above sees. It lives on the main thread and hands all
 * work to its worker; it never waits for the disk. Besides this file: opening and closing
 * (piga-store-open.c), who has which object (piga-store-live.c) and the lists of them
 * (piga-store-list.c), saving and deleting (piga-store-write.c), and what is done when nobody is
 * waiting (piga-store-care.c). */

#include "piga-store.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "piga-database-file.h"
#include "piga-error.h"
#include "piga-store-private.h"
#include "piga-store-resources.h"

enum
{
  PROP_STATE = 1,
  PROP_ERROR,
  PROP_NOTICE,
  PROP_PENDING,
  PROP_N_DAMAGED,
  N_PROPS,
};

enum
{
  SIGNAL_RECORD_SAVED,
  SIGNAL_RECORD_DELETED,
  SIGNAL_RESET,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaStore, piga_store, G_TYPE_OBJECT)

static void
piga_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaStore *self = PIGA_STORE (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;
    case PROP_PENDING:
      g_value_set_boolean (value, piga_writer_is_pending (self->writer));
      break;
    case PROP_N_DAMAGED:
      g_value_set_uint (value, g_hash_table_size (self->damaged));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_store_finalize (GObject *object)
{
  PigaStore *self = PIGA_STORE (object);

  g_clear_handle_id (&self->care_source, g_source_remove);
  piga_writer_free (self->writer);
  piga_worker_free (self->worker);
  piga_store_clear_shelves (self);
  g_hash_table_unref (self->damaged);
  g_clear_object (&self->monitor);
  g_clear_error (&self->error);
  if (self->is_copy)
    piga_database_file_discard (self->path, NULL);
  g_free (self->notice);
  g_free (self->migrations);
  g_free (self->path);

  G_OBJECT_CLASS (piga_store_parent_class)->finalize (object);
}

static void
piga_store_class_init (PigaStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = piga_store_get_property;
  object_class->finalize = piga_store_finalize;

  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, PIGA_STORE_OPENING,
                                              PIGA_STORE_CLOSED, PIGA_STORE_OPENING, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, flags);
  properties[PROP_PENDING] = g_param_spec_boolean ("pending", NULL, NULL, FALSE, flags);
  properties[PROP_N_DAMAGED] = g_param_spec_uint ("n-damaged", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_RECORD_SAVED] =
    g_signal_new ("record-saved", PIGA_TYPE_STORE, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 2, PIGA_TYPE_RECORD, G_TYPE_BOOLEAN);
  signals[SIGNAL_RECORD_DELETED] =
    g_signal_new ("record-deleted", PIGA_TYPE_STORE, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, PIGA_TYPE_RECORD);
  signals[SIGNAL_RESET] =
    g_signal_new ("reset", PIGA_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
piga_store_init (PigaStore *self)
{
  self->damaged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * piga_store_new_with_migrations:
 * @path: where the database is, or where it is to be on the first start
 * @kinds: (array zero-terminated=1): the kinds of record, which stay
 * @migrations: the resource folder of the scripts that make their tables
 *
 * Returns: (transfer full): a store, not open yet
 */
PigaStore *
piga_store_new_with_migrations (const char *path, const GType *kinds, const char *migrations)
{
  PigaStore *self = g_object_new (PIGA_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->kinds = kinds;
  self->migrations = g_strdup (migrations);
  self->worker = piga_worker_new ();
  self->writer = piga_writer_new (self);
  piga_store_init_shelves (self);
  return self;
}

/**
 * piga_store_new:
 * @path: where the database is, or where it is to be on the first start
 * @kinds: (array zero-terminated=1): the kinds of record, which stay; see piga_kinds_get()
 *
 * Returns: (transfer full): a store, not open yet
 */
PigaStore *
piga_store_new (const char *path, const GType *kinds)
{
  /* Without this nothing would ask for the scripts, and the linker would leave them out. */
  g_resources_register (piga_store_get_resource ());
  return piga_store_new_with_migrations (path, kinds, RESOURCE_BASE "/migrations");
}

/**
 * piga_store_new_for_backup:
 * @self: a store
 * @path: a backup of its, or a copy of one, with the newest schema
 * @is_copy: whether the file shall go with the store
 *
 * Returns: (transfer full): a store that can only be read, not open yet
 */
PigaStore *
piga_store_new_for_backup (PigaStore *self, const char *path, gboolean is_copy)
{
  PigaStore *backup = piga_store_new_with_migrations (path, self->kinds, self->migrations);

  backup->is_backup = TRUE;
  backup->is_copy = is_copy;
  return backup;
}

/**
 * piga_store_get_path:
 * @self: the store
 *
 * Returns: (transfer none): the absolute path of the database
 */
const char *
piga_store_get_path (PigaStore *self)
{
  return self->path;
}

/**
 * piga_store_get_kinds:
 * @self: the store
 *
 * Returns: (array zero-terminated=1) (transfer none): the kinds of record it keeps
 */
const GType *
piga_store_get_kinds (PigaStore *self)
{
  return self->kinds;
}

/**
 * piga_store_get_state:
 * @self: the store
 *
 * Returns: whether it can be read and written
 */
PigaStoreState
piga_store_get_state (PigaStore *self)
{
  return self->state;
}

/**
 * piga_store_get_error:
 * @self: the store
 *
 * Returns: (transfer none) (nullable): why something is not on the disk, or why the store was
 *   refused or can only be read
 */
const GError *
piga_store_get_error (PigaStore *self)
{
  return self->error;
}

/**
 * piga_store_get_damaged:
 * @self: the store
 *
 * Returns: (transfer full): the ids of the records that were found damaged since the store was
 *   opened; each shows what can be shown of it, and its original is kept
 */
GStrv
piga_store_get_damaged (PigaStore *self)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->damaged);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_strv_builder_add (builder, id);
  return g_strv_builder_unref_to_strv (builder);
}

/**
 * piga_store_note_damaged:
 * @self: the store
 * @id: the id of a record that was read and found damaged, be it again
 */
void
piga_store_note_damaged (PigaStore *self, const char *id)
{
  if (g_hash_table_add (self->damaged, g_strdup (id)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DAMAGED]);
}

/**
 * piga_store_set_state:
 * @self: the store
 * @state: what can be done with it from now on
 */
void
piga_store_set_state (PigaStore *self, PigaStoreState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * piga_store_set_error:
 * @self: the store
 * @error: (nullable): what is wrong for as long as it is, or %NULL
 */
void
piga_store_set_error (PigaStore *self, const GError *error)
{
  if (self->error == NULL && error == NULL)
    return;
  if (self->error != NULL && error != NULL
      && g_error_matches (self->error, error->domain, error->code))
    return;

  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/**
 * piga_store_get_notice:
 * @self: the store
 *
 * Returns: (transfer none) (nullable): something that the person has to know of their data, as a
 *   whole sentence, until piga_store_dismiss_notice()
 */
const char *
piga_store_get_notice (PigaStore *self)
{
  return self->notice;
}

/**
 * piga_store_set_notice:
 * @self: the store
 * @notice: (nullable): what the person has to know
 */
void
piga_store_set_notice (PigaStore *self, const char *notice)
{
  if (g_set_str (&self->notice, notice))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);
}

/**
 * piga_store_dismiss_notice:
 * @self: the store
 *
 * The person has read it.
 */
void
piga_store_dismiss_notice (PigaStore *self)
{
  piga_store_set_notice (self, NULL);
}

void
piga_store_emit_saved (PigaStore *self, gpointer record, gboolean fresh)
{
  const GQuark kind = g_quark_from_static_string (piga_record_get_kind (record));

  g_signal_emit (self, signals[SIGNAL_RECORD_SAVED], kind, record, fresh);
  piga_store_arm_care (self, PIGA_STORE_QUIET);
}

void
piga_store_emit_deleted (PigaStore *self, gpointer record)
{
  const GQuark kind = g_quark_from_static_string (piga_record_get_kind (record));

  g_signal_emit (self, signals[SIGNAL_RECORD_DELETED], kind, record);
}

void
piga_store_emit_reset (PigaStore *self)
{
  g_signal_emit (self, signals[SIGNAL_RESET], 0);
}

static void
set_closed_error (GError **error)
{
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_FAILED,
                       _ ("The place where your words are kept is not open."));
}

/**
 * piga_store_can_write:
 * @self: the store
 * @error: return location for why not
 *
 * Returns: whether it makes sense to ask the disk; also while it is being opened
 */
gboolean
piga_store_can_write (PigaStore *self, GError **error)
{
  switch (self->state)
    {
    case PIGA_STORE_OPENING:
    case PIGA_STORE_READY:
      return TRUE;
    case PIGA_STORE_READ_ONLY:
    case PIGA_STORE_REFUSED:
      g_propagate_error (error, g_error_copy (self->error));
      return FALSE;
    case PIGA_STORE_CLOSED:
      set_closed_error (error);
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

/**
 * piga_store_get_database:
 * @worker: the worker, on its own thread
 * @task: a task that needs the database
 *
 * Returns: (transfer none) (nullable): the database; where it is not open, @task is answered
 */
PigaDatabase *
piga_store_get_database (PigaWorker *worker, GTask *task)
{
  PigaDatabase *database = piga_worker_get_database (worker);
  GError *error = NULL;

  if (database == NULL)
    {
      set_closed_error (&error);
      g_task_return_error (task, error);
    }
  return database;
}
