/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-record.h"

G_BEGIN_DECLS

void piga_choice_row_offer (AdwComboRow *row, GType type, guint field);

G_END_DECLS
