/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-store.h"

G_BEGIN_DECLS

#define PIGA_TYPE_SEARCH_HIT (piga_search_hit_get_type ())

G_DECLARE_FINAL_TYPE (PigaSearchHit, piga_search_hit, PIGA, SEARCH_HIT, GObject)

GType piga_search_hit_get_record_type (PigaSearchHit *self);
const char *piga_search_hit_get_id (PigaSearchHit *self);
const char *piga_search_hit_get_link (PigaSearchHit *self);
const char *piga_search_hit_get_title (PigaSearchHit *self);
const char *piga_search_hit_get_excerpt (PigaSearchHit *self);
gint64 piga_search_hit_get_created_at (PigaSearchHit *self);

void piga_search_async (PigaStore *store, const char *text, guint limit, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *piga_search_finish (PigaStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
