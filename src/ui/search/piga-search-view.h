/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_SEARCH_VIEW (piga_search_view_get_type ())

/* The search over everything that was written; it stands in the sidebar, in the place of the rooms.
 * It ends itself with the action "sidebar.search". */
G_DECLARE_FINAL_TYPE (PigaSearchView, piga_search_view, PIGA, SEARCH_VIEW, AdwBin)

GtkWidget *piga_search_view_new (PigaContext *context);

void piga_search_view_begin (PigaSearchView *self);

G_END_DECLS
