/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_ROOM (piga_room_get_type ())

/* A page of the sidebar that tools open in: its own page, and what was pushed on top of it.
 * Widgets in it open a tool by the action "room.open-tool" (ss): the tool, see piga_tools_find(),
 * and the id of its record, empty for none. */
G_DECLARE_FINAL_TYPE (PigaRoom, piga_room, PIGA, ROOM, AdwNavigationPage)

AdwNavigationPage *piga_room_new (PigaContext *context, AdwNavigationPage *root);

AdwNavigationPage *piga_room_get_root (PigaRoom *self);
void piga_room_show_root (PigaRoom *self);
void piga_room_open_tool (PigaRoom *self, const char *tool, const char *id);

G_END_DECLS
