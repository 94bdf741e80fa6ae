/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-chart-pen.h"
#include "piga-grid.h"

G_BEGIN_DECLS

/* How large a mark is, in lines of text. */
#define PIGA_GRID_MARK_LINES 1.3f

void piga_grid_mark_draw (const PigaChartPen *pen, GtkSnapshot *snapshot, const PigaGridCell *cell,
                          const graphene_rect_t *room);

G_END_DECLS
