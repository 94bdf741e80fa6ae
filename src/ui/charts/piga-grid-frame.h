/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-chart-pen.h"
#include "piga-grid.h"

G_BEGIN_DECLS

/**
 * PigaGridFrame:
 * @width: how much room there was
 * @cells_x: where the cells begin
 * @cells_width: the room for them, which may be less than all of them take
 * @cell_width: how wide one of them is
 * @cell_height: how high
 * @head_height: the room for the titles of the columns
 * @body_height: where the last row ends
 * @height: where the legend below ends
 *
 * Where the parts of a grid stand, for a given width: the titles of the rows before the cells and
 * what they come to behind them, or both above the cells where there is little room.
 */
typedef struct
{
  float width;
  float cells_x;
  float cells_width;
  float cell_width;
  float cell_height;
  float head_height;
  float body_height;
  float height;

  /*< private >*/
  float title_width;
  float total_x;
  float total_width;
  GArray *rows;
} PigaGridFrame;

PigaGridFrame *piga_grid_frame_new (const PigaChartPen *pen, const PigaGrid *grid, float width);
void piga_grid_frame_free (PigaGridFrame *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaGridFrame, piga_grid_frame_free)

void piga_grid_frame_get_cell_size (const PigaChartPen *pen, const PigaGrid *grid, float *width,
                                    float *height);
float piga_grid_frame_get_cell_y (const PigaGridFrame *self, guint row);

void piga_grid_frame_draw_titles (const PigaGridFrame *self, const PigaChartPen *pen,
                                  GtkSnapshot *snapshot);
void piga_grid_frame_draw_column_title (const PigaGridFrame *self, const PigaChartPen *pen,
                                        GtkSnapshot *snapshot, const char *title, float x);
void piga_grid_frame_draw_legend (const PigaGridFrame *self, const PigaChartPen *pen,
                                  GtkSnapshot *snapshot);

G_END_DECLS
