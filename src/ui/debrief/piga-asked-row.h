/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-debrief.h"

G_BEGIN_DECLS

#define PIGA_TYPE_ASKED_ROW (piga_asked_row_get_type ())

/* A question that was asked in an interview. Property "short" (boolean: what was said to it is left
 * out). */
G_DECLARE_FINAL_TYPE (PigaAskedRow, piga_asked_row, PIGA, ASKED_ROW, AdwExpanderRow)

GtkWidget *piga_asked_row_new (PigaDebrief *debrief, PigaQuestion *question);

G_END_DECLS
