/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_TRASH_VIEW (piga_trash_view_get_type ())

/* What is in the trash: to be looked at, brought back or deleted for good. It has to stand in an
 * AdwNavigationView, on which it shows a record that is opened. */
G_DECLARE_FINAL_TYPE (PigaTrashView, piga_trash_view, PIGA, TRASH_VIEW, AdwBin)

void piga_trash_view_set_context (PigaTrashView *self, PigaContext *context);

G_END_DECLS
