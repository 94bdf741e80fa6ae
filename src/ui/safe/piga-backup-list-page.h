/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-backup-inside.h"

G_BEGIN_DECLS

#define PIGA_TYPE_BACKUP_LIST_PAGE (piga_backup_list_page_get_type ())

/* All records of one kind in a backup. */
G_DECLARE_FINAL_TYPE (PigaBackupListPage, piga_backup_list_page, PIGA, BACKUP_LIST_PAGE,
                      AdwNavigationPage)

PigaBackupListPage *piga_backup_list_page_new (PigaBackupInside *inside, GType kind);

G_END_DECLS
