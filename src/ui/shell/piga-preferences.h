/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_PREFERENCES (piga_preferences_get_type ())

G_DECLARE_FINAL_TYPE (PigaPreferences, piga_preferences, PIGA, PREFERENCES, AdwPreferencesDialog)

AdwDialog *piga_preferences_new (GSettings *settings);

G_END_DECLS
