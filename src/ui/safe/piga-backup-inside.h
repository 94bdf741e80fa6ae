/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_BACKUP_INSIDE (piga_backup_inside_get_type ())

/* A backup that is open: what is in it, and bringing single records back from it. */
G_DECLARE_FINAL_TYPE (PigaBackupInside, piga_backup_inside, PIGA, BACKUP_INSIDE, GObject)

PigaBackupInside *piga_backup_inside_new (PigaContext *context, PigaStore *store);

PigaStore *piga_backup_inside_get_store (PigaBackupInside *self);
PigaDay piga_backup_inside_get_today (PigaBackupInside *self);
GHashTable *piga_backup_inside_get_linked (PigaBackupInside *self);

void piga_backup_inside_show (PigaBackupInside *self, GtkWidget *from, GType kind, const char *id);

G_END_DECLS
