/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_SIDEBAR (piga_sidebar_get_type ())

/* The list of rooms with how far each step has come, and behind it the search. Properties:
 * "search", whether the search stands in place of the rooms, also as the action "sidebar.search";
 * "collapsed", whether the sidebar is all there is to see. */
G_DECLARE_FINAL_TYPE (PigaSidebar, piga_sidebar, PIGA, SIDEBAR, AdwNavigationPage)

void piga_sidebar_set_context (PigaSidebar *self, PigaContext *context);
void piga_sidebar_select (PigaSidebar *self, const char *id);
void piga_sidebar_focus (PigaSidebar *self);
void piga_sidebar_begin_search (PigaSidebar *self);

G_END_DECLS
