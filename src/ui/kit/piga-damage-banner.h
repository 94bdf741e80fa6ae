/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-store.h"

G_BEGIN_DECLS

#define PIGA_TYPE_DAMAGE_BANNER (piga_damage_banner_get_type ())

/* Says once of each record that something in it is damaged, and stays until it is closed. */
G_DECLARE_FINAL_TYPE (PigaDamageBanner, piga_damage_banner, PIGA, DAMAGE_BANNER, AdwBin)

void piga_damage_banner_set_up (PigaDamageBanner *self, PigaStore *store, GSettings *settings);

G_END_DECLS
