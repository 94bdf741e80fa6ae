/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "piga-entry-list.h"

G_BEGIN_DECLS

#define PIGA_TYPE_ENTRY_GROUP (piga_entry_group_get_type ())

/* The newest few entries of the journal that belong to something, each with the way to it. Where
 * there are none it does not show. */
G_DECLARE_FINAL_TYPE (PigaEntryGroup, piga_entry_group, PIGA, ENTRY_GROUP, AdwPreferencesGroup)

void piga_entry_group_show (PigaEntryGroup *self, PigaContext *context,
                            const PigaEntryFilter *filter);

G_END_DECLS
