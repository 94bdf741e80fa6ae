/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *piga_json_line_parse (JsonParser *parser, const char *line, gsize length,
                                  GError **error);

G_END_DECLS
