/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-debrief.h"
#include "print/piga-sheet.h"

G_BEGIN_DECLS

PigaSheet *piga_debrief_create_sheet (PigaDebrief *debrief);
PigaSheet *piga_debrief_create_blank_sheet (PigaDebrief *debrief, gboolean is_short);

G_END_DECLS
