/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PIGA_TYPE_SECOND_PLACE (piga_second_place_get_type ())

/* Properties: "path" (string: the folder that the person chose, or ""), "seen" (int64: when the
 * newest backup was last there, in microseconds since 1970, 0 for never), "error" (boxed GError:
 * why it could not be reached the last time it was tried, or NULL), "busy" (boolean: something is
 * being copied there). */
G_DECLARE_FINAL_TYPE (PigaSecondPlace, piga_second_place, PIGA, SECOND_PLACE, GObject)

PigaSecondPlace *piga_second_place_new (const char *folder);

void piga_second_place_set_path (PigaSecondPlace *self, const char *path);
const char *piga_second_place_get_path (PigaSecondPlace *self);
gint64 piga_second_place_get_seen (PigaSecondPlace *self);
const GError *piga_second_place_get_error (PigaSecondPlace *self);
gboolean piga_second_place_is_busy (PigaSecondPlace *self);

void piga_second_place_bring (PigaSecondPlace *self);

G_END_DECLS
