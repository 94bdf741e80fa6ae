/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *piga_csv_from_records (GType type, GListModel *records);
void piga_csv_append_cell (GString *csv, const char *text);
void piga_csv_end_line (GString *csv);

G_END_DECLS
