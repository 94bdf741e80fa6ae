/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-backups.h"

G_BEGIN_DECLS

void piga_restoring_start (GtkWidget *widget, PigaBackups *backups, PigaBackup *backup);
void piga_restoring_offer_undo (GtkWidget *widget, PigaBackups *backups, const char *before,
                                const char *text);

G_END_DECLS
