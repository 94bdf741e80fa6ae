/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define PIGA_EXCHANGE_LONGEST_HEADER 4096

gboolean piga_exchange_header_parse (JsonParser *parser, const char *line, gsize length,
                                     gint64 *n_records, GError **error);
JsonNode *piga_exchange_header_new (gint64 n_records);

G_END_DECLS
