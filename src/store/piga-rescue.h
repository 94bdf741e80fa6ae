/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-store.h"

G_BEGIN_DECLS

PigaRescueReport *piga_rescue_run (const char *path, const GType *kinds, const char *migrations,
                                   GError **error);
gboolean piga_rescue_replace (const char *path, const char *made, GError **error);
gboolean piga_rescue_complete (const char *path, GError **error);

G_END_DECLS
