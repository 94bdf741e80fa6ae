/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

guint piga_choice_setting_find (const char *const *choices, const char *choice);
void piga_choice_setting_bind (GSettings *settings, const char *key, const char *const *choices,
                               gpointer object, const char *property);

G_END_DECLS
