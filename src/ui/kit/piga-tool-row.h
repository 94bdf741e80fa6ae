/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_TOOL_ROW (piga_tool_row_get_type ())

/* A row that opens a tool in its room, with a line that says where it stands. */
G_DECLARE_FINAL_TYPE (PigaToolRow, piga_tool_row, PIGA, TOOL_ROW, AdwActionRow)

GtkWidget *piga_tool_row_new (PigaContext *context, const char *tool, const char *id);

void piga_tool_row_set_id (PigaToolRow *self, const char *id);

G_END_DECLS
