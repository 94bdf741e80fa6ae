/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-grid-frame.h"

G_BEGIN_DECLS

#define PIGA_TYPE_GRID_AREA (piga_grid_area_get_type ())

/* The cells of a grid, and the titles of its columns. Its signal "cell-activated" tells the row and
 * the column of a cell with a mark. */
G_DECLARE_FINAL_TYPE (PigaGridArea, piga_grid_area, PIGA, GRID_AREA, GtkWidget)

GtkWidget *piga_grid_area_new (void);

void piga_grid_area_show (PigaGridArea *self, const PigaGrid *grid);
void piga_grid_area_set_frame (PigaGridArea *self, const PigaGridFrame *frame);
GtkWidget *piga_grid_area_get_cell (PigaGridArea *self, guint row, guint column);

G_END_DECLS
