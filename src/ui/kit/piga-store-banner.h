/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-store.h"

G_BEGIN_DECLS

#define PIGA_TYPE_STORE_BANNER (piga_store_banner_get_type ())

/* Says why nothing can be saved, what is safe and what to do, for as long as it is so. */
G_DECLARE_FINAL_TYPE (PigaStoreBanner, piga_store_banner, PIGA, STORE_BANNER, AdwBin)

void piga_store_banner_set_store (PigaStoreBanner *self, PigaStore *store);

G_END_DECLS
