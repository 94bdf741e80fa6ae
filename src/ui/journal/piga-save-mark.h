/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-draft.h"

G_BEGIN_DECLS

#define PIGA_TYPE_SAVE_MARK (piga_save_mark_get_type ())

/* Says in a word whether what is written is on the disk. */
G_DECLARE_FINAL_TYPE (PigaSaveMark, piga_save_mark, PIGA, SAVE_MARK, AdwBin)

void piga_save_mark_set_draft (PigaSaveMark *self, PigaDraft *draft);

G_END_DECLS
