/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean piga_time_is_possible (gint64 now);
gboolean piga_time_is_ahead (gint64 now, gint64 time);
gint64 piga_time_get_later (gint64 now, gint64 before);

G_END_DECLS
