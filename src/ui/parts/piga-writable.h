/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-store.h"

G_BEGIN_DECLS

void piga_writable_follow (gpointer widget, PigaStore *store);

G_END_DECLS
