/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-brief-row.h"
#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_APPLICATION_ROW (piga_application_row_get_type ())

/* One application in a list or on the board: role, employer, what is next, and its stage. */
G_DECLARE_FINAL_TYPE (PigaApplicationRow, piga_application_row, PIGA, APPLICATION_ROW, PigaBriefRow)

GtkWidget *piga_application_row_new (PigaContext *context, gboolean has_chip);

G_END_DECLS
