/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_RECOVERY_PAGE (piga_recovery_page_get_type ())

/* Stands in place of everything while the store is refused: what happened, that nothing was
 * touched, where the file lies, and the one act that helps. */
G_DECLARE_FINAL_TYPE (PigaRecoveryPage, piga_recovery_page, PIGA, RECOVERY_PAGE, AdwBin)

GtkWidget *piga_recovery_page_new (PigaContext *context);

G_END_DECLS
