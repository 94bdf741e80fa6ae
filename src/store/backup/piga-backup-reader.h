/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_BACKUP_READER (piga_backup_reader_get_type ())

G_DECLARE_FINAL_TYPE (PigaBackupReader, piga_backup_reader, PIGA, BACKUP_READER, GObject)

PigaBackupReader *piga_backup_reader_new (GInputStream *stream, const GType *kinds);
PigaBackupReader *piga_backup_reader_open (GFile *file, const GType *kinds,
                                           GCancellable *cancellable, GError **error);

gboolean piga_backup_reader_read (PigaBackupReader *self, gpointer *record,
                                  GCancellable *cancellable, GError **error);
gboolean piga_backup_reader_has_read (PigaBackupReader *self, GType kind, const char *id);
void piga_backup_reader_prefix_line (PigaBackupReader *self, GError **error);

guint piga_backup_reader_get_n_records (PigaBackupReader *self);
gint64 piga_backup_reader_get_position (PigaBackupReader *self);
gint64 piga_backup_reader_get_size (PigaBackupReader *self);

G_END_DECLS
