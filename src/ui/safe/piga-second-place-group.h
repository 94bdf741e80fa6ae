/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_SECOND_PLACE_GROUP (piga_second_place_group_get_type ())

/* Where backups are copied to, and what can be found there. Signal: "backup-activated"
 * (PigaBackup *backup): the person wants to see one that is only there. */
G_DECLARE_FINAL_TYPE (PigaSecondPlaceGroup, piga_second_place_group, PIGA, SECOND_PLACE_GROUP,
                      AdwPreferencesGroup)

void piga_second_place_group_set_context (PigaSecondPlaceGroup *self, PigaContext *context);

G_END_DECLS
