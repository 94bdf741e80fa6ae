/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the search fills its hits. */

#pragma once

#include "piga-search.h"

G_BEGIN_DECLS

PigaSearchHit *piga_search_hit_new (GType record_type, const char *id, const char *link,
                                    gint64 created_at, char *title, char *excerpt);

G_END_DECLS
