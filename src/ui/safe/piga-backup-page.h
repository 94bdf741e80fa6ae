/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "piga-backup.h"

G_BEGIN_DECLS

#define PIGA_TYPE_BACKUP_PAGE (piga_backup_page_get_type ())

/* One backup: what is in it, to be read, and to be brought back piece by piece or as a whole. */
G_DECLARE_FINAL_TYPE (PigaBackupPage, piga_backup_page, PIGA, BACKUP_PAGE, AdwNavigationPage)

PigaBackupPage *piga_backup_page_new (PigaContext *context, PigaBackup *backup);

G_END_DECLS
