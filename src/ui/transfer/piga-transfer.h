/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-store.h"

G_BEGIN_DECLS

void piga_transfer_export (GtkWindow *window, PigaStore *store);
void piga_transfer_import (GtkWindow *window, PigaStore *store);

G_END_DECLS
