/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-backup-name.h"
#include "piga-database.h"

G_BEGIN_DECLS

typedef struct _PigaBackupWriter PigaBackupWriter;

PigaBackupWriter *piga_backup_writer_new (const char *database, PigaBackupReason reason,
                                          gint64 now);
void piga_backup_writer_free (PigaBackupWriter *self);

gboolean piga_backup_writer_begin (PigaBackupWriter *self, PigaDatabase *database, GError **error);
gboolean piga_backup_writer_step (PigaBackupWriter *self, PigaDatabase *database, gint64 duration,
                                  gboolean *is_done, GError **error);
gboolean piga_backup_writer_settle (PigaBackupWriter *self, GError **error);
char *piga_backup_writer_complete (PigaBackupWriter *self, GError **error);

char *piga_backup_write (PigaDatabase *database, PigaBackupReason reason, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaBackupWriter, piga_backup_writer_free)

G_END_DECLS
