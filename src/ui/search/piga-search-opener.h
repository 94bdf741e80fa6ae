/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-search.h"

G_BEGIN_DECLS

void piga_search_open (GtkWidget *widget, PigaStore *store, PigaSearchHit *hit, const char *query);

G_END_DECLS
