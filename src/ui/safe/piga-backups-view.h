/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_BACKUPS_VIEW (piga_backups_view_get_type ())

/* All backups, in the dialog “Kept Safe”. */
G_DECLARE_FINAL_TYPE (PigaBackupsView, piga_backups_view, PIGA, BACKUPS_VIEW, AdwBin)

void piga_backups_view_set_context (PigaBackupsView *self, PigaContext *context);

G_END_DECLS
