/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-grid.h"

G_BEGIN_DECLS

#define PIGA_TYPE_GRID_CHART (piga_grid_chart_get_type ())

/* Rows and columns of marks. Its signal "cell-activated" tells the row and the column, both
 * unsigned, of a cell with a mark. */
G_DECLARE_FINAL_TYPE (PigaGridChart, piga_grid_chart, PIGA, GRID_CHART, GtkWidget)

GtkWidget *piga_grid_chart_new (void);

void piga_grid_chart_take (PigaGridChart *self, PigaGrid *grid);
char *piga_grid_chart_get_sentences (PigaGridChart *self);
GPtrArray *piga_grid_chart_dup_print_nodes (PigaGridChart *self, double width);
GtkWidget *piga_grid_chart_get_cell (PigaGridChart *self, guint row, guint column);

G_END_DECLS
