/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-search.h"

G_BEGIN_DECLS

void piga_search_place_prepare (PigaStore *store);
gboolean piga_search_place_find (PigaStore *store, PigaSearchHit *hit, PigaDay today, char **title);

G_END_DECLS
