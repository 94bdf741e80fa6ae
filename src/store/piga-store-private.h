/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the store share among themselves, and nobody above. */

#pragma once

#include "piga-live-list.h"
#include "piga-store.h"
#include "piga-table.h"
#include "piga-trash.h"
#include "piga-worker.h"
#include "piga-writer.h"

G_BEGIN_DECLS

/* All that is kept of one kind: its table, the objects that are alive, and the lists once somebody
 * has asked for them. */
typedef struct
{
  PigaRecordKeeper keeper;
  PigaStore *store;
  PigaTable *table;
  /* Id to record, without a reference. */
  GHashTable *live;
  /* The list of all, and all lists, without references. */
  PigaLiveList *list;
  GPtrArray *lists;
} PigaShelf;

struct _PigaStore
{
  GObject parent_instance;

  char *path;
  char *migrations;
  const GType *kinds;

  PigaWorker *worker;
  PigaWriter *writer;
  PigaShelf *shelves;
  guint n_shelves;

  GError *error;
  /* The ids of the records that were found damaged. */
  GHashTable *damaged;
  char *notice;
  PigaStoreState state;
  /* A backup, to be looked at, and whether it is a copy that goes afterwards. */
  gboolean is_backup;
  gboolean is_copy;
  guint care_source;
  GFileMonitor *monitor;

  /* The worker's own: whether what is open is a file that has lost its place, and whether the
   * person wants a new one, though there are backups. */
  gboolean is_adrift;
  gboolean is_fresh;
};

PigaStore *piga_store_new_for_backup (PigaStore *self, const char *path, gboolean is_copy);
PigaStore *piga_store_new_with_migrations (const char *path, const GType *kinds,
                                           const char *migrations);

void piga_store_set_state (PigaStore *self, PigaStoreState state);
void piga_store_set_error (PigaStore *self, const GError *error);
void piga_store_note_damaged (PigaStore *self, const char *id);
void piga_store_set_notice (PigaStore *self, const char *notice);
void piga_store_emit_saved (PigaStore *self, gpointer record, gboolean fresh);
void piga_store_emit_deleted (PigaStore *self, gpointer record);
void piga_store_emit_reset (PigaStore *self);
gboolean piga_store_can_write (PigaStore *self, GError **error);

/* Opening, however it comes about: piga-store-open.c */
void piga_store_open_database (PigaWorker *worker, GTask *task);
void piga_store_start_opening (PigaStore *self, PigaWorkerFunc func, GAsyncReadyCallback callback,
                               GTask *task);
gboolean piga_store_finish_opening (PigaStore *self, GAsyncResult *result, GError **error);

PigaDatabase *piga_store_get_database (PigaWorker *worker, GTask *task);

/* Whether the database still is where it was opened: piga-store-place.c */
gboolean piga_store_hold_place (PigaStore *self, PigaWorker *worker, GError **error);
void piga_store_hold_place_async (PigaStore *self, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean piga_store_hold_place_finish (PigaStore *self, GAsyncResult *result, GError **error);
void piga_store_watch_place (PigaStore *self);

/* What is done when nobody is waiting: piga-store-care.c */
gboolean piga_store_update_index (PigaStore *self, PigaDatabase *database,
                                  GCancellable *cancellable, gint64 patience, GError **error);
gboolean piga_store_repair_index (PigaStore *self, PigaDatabase *database, GError **error);
void piga_store_mark_damaged (PigaDatabase *database, const GError *error);
gboolean piga_store_is_marked_damaged (PigaDatabase *database);
gboolean piga_store_get_note (PigaDatabase *database, const char *key, gint64 *value,
                              GError **error);
gboolean piga_store_set_note (PigaDatabase *database, const char *key, gint64 value,
                              GError **error);
gboolean piga_store_erase_removed (PigaStore *self, PigaDatabase *database, GError **error);
void piga_store_arm_care (PigaStore *self, guint seconds);

/* When the whole file was read through last. */
#define PIGA_STORE_NOTE_CHECKED "checked"

/* Noted for as long as something that was removed can be left in the index and the WAL. */
#define PIGA_STORE_NOTE_REMOVED "trash-removed"

/* While it is opened: piga-store-trash.c */
gboolean piga_store_empty_trash (PigaStore *self, PigaDatabase *database, gint64 now,
                                 GError **error);

/* How many seconds it has to be quiet before the store tidies up. */
#define PIGA_STORE_QUIET 20

/* The live objects: piga-store-live.c */
void piga_store_init_shelves (PigaStore *self);
void piga_store_clear_shelves (PigaStore *self);
PigaShelf *piga_store_get_shelf (PigaStore *self, GType type);
gpointer piga_store_get_live (PigaShelf *shelf, const char *id);
void piga_store_keep_live (PigaStore *self, gpointer record);
gpointer piga_store_take_read (PigaStore *self, gpointer record);
gboolean piga_store_get_row (PigaStore *self, GType type, const char *id, gint64 *row);

/* The lists of them: piga-store-list.c */
void piga_store_fill_lists (PigaStore *self);
void piga_store_clear_lists (PigaShelf *shelf);

/* Work on all that is kept: piga-store-work.c */
typedef enum
{
  PIGA_STORE_WORK_FAILED,
  PIGA_STORE_WORK_UNCHANGED,
  PIGA_STORE_WORK_CHANGED,
} PigaStoreWorkResult;
typedef PigaStoreWorkResult (*PigaStoreWorkFunc) (PigaStore *self, PigaDatabase *database,
                                                  gpointer data, GError **error);
void piga_store_work_async (PigaStore *self, PigaStoreWorkFunc func, GTask *task);

/* After that: piga-store-reload.c */
void piga_store_reload_async (PigaStore *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean piga_store_reload_finish (PigaStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
