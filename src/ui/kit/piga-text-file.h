/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-store.h"

G_BEGIN_DECLS

void piga_save_text_file (GtkWidget *widget, PigaStore *store, const char *suggested_name,
                          const char *text);

G_END_DECLS
