/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-sheet.h"
#include "piga-store.h"

G_BEGIN_DECLS

void piga_sheet_print (PigaSheet *self, GtkWidget *parent);
void piga_sheet_save_pdf (PigaSheet *self, GtkWidget *parent, PigaStore *store,
                          const char *suggested_name);
gboolean piga_sheet_export_pdf (PigaSheet *self, const char *path, GError **error);

G_END_DECLS
