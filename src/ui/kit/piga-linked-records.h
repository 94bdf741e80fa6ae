/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-store.h"

G_BEGIN_DECLS

GListModel *piga_linked_records (PigaStore *store, GType type, guint field, const char *id);

G_END_DECLS
