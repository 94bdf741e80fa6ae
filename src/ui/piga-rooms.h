/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-context.h"

G_BEGIN_DECLS

/* Long enough for every page id. */
#define PIGA_ROOM_ID_LENGTH 16

gboolean piga_rooms_has (const char *id);
AdwNavigationPage *piga_rooms_open (PigaContext *context, const char *id);
const char *const *piga_rooms_list (void);
guint piga_rooms_get_step (const char *id);
void piga_rooms_get_step_id (guint step, char id[PIGA_ROOM_ID_LENGTH]);

G_END_DECLS
