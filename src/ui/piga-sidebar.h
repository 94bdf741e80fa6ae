/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_SIDEBAR (piga_sidebar_get_type ())

/* The list of rooms. */
G_DECLARE_FINAL_TYPE (PigaSidebar, piga_sidebar, PIGA, SIDEBAR, AdwNavigationPage)

void piga_sidebar_set_context (PigaSidebar *self, PigaContext *context);
void piga_sidebar_select (PigaSidebar *self, const char *id);

G_END_DECLS
