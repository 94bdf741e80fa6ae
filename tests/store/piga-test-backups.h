/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-backups.h"
#include "piga-test-store.h"

G_BEGIN_DECLS

/* A store with its backups. */
typedef struct
{
  PigaTestStore kept;
  PigaBackups *backups;
} PigaTestBackups;

void piga_test_backups_set_up (PigaTestBackups *self, gconstpointer data);
void piga_test_backups_tear_down (PigaTestBackups *self, gconstpointer data);
void piga_test_backups_reopen (PigaTestBackups *self);

/* Of a database, by its path. */
char *piga_test_get_newest_backup (const char *path);
guint piga_test_count_backups (const char *path);

gboolean piga_test_make_backup (PigaTestBackups *self, GError **error);
gboolean piga_test_catch_up (PigaTestBackups *self, GError **error);
GPtrArray *piga_test_list_backups (PigaTestBackups *self);
PigaBackup *piga_test_read_backup (PigaTestBackups *self, const char *path);
gboolean piga_test_restore (PigaStore *store, const char *path, char **before, GError **error);

/* All that the store keeps but for its own notes and what the search is made of, as text; the same
 * of a backup, by its path. */
char *piga_test_describe (PigaStore *store);
char *piga_test_describe_backup (const char *path);

/* Every file with the name of a backup of this database is whole, can be opened and passes its
 * check. Returns: how many others there are, which no process that lives is writing. */
guint piga_test_check_backups (const char *path);

G_END_DECLS
