/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-debrief.h"

G_BEGIN_DECLS

char *piga_debrief_one_line (const char *text);
char *piga_debrief_sentence (PigaDebrief *debrief);
char *piga_debrief_describe (PigaContext *context, const char *interview);

G_END_DECLS
