/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PigaGridCell:
 * @n_strengths: how often it was a strength
 * @n_gaps: how often it was a gap
 * @sentence: (nullable): the same in words; %NULL where there is nothing
 *
 * What is known where a row and a column meet.
 */
typedef struct
{
  guint n_strengths;
  guint n_gaps;
  char *sentence;
} PigaGridCell;

/* What a #PigaGridChart shows: rows and columns with titles, and cells. */
typedef struct _PigaGrid PigaGrid;

PigaGrid *piga_grid_new (void);
void piga_grid_free (PigaGrid *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaGrid, piga_grid_free)

guint piga_grid_add_column (PigaGrid *self, const char *title);
guint piga_grid_add_row (PigaGrid *self, const char *title, const char *total);
void piga_grid_set_cell (PigaGrid *self, guint row, guint column, guint n_strengths, guint n_gaps,
                         const char *sentence);

guint piga_grid_get_n_columns (const PigaGrid *self);
guint piga_grid_get_n_rows (const PigaGrid *self);
const char *piga_grid_get_column_title (const PigaGrid *self, guint column);
const char *piga_grid_get_row_title (const PigaGrid *self, guint row);
const char *piga_grid_get_row_total (const PigaGrid *self, guint row);
const PigaGridCell *piga_grid_get_cell (const PigaGrid *self, guint row, guint column);
gboolean piga_grid_has_double (const PigaGrid *self);

char *piga_grid_dup_cell_sentence (const PigaGrid *self, guint row, guint column);
char *piga_grid_dup_sentences (const PigaGrid *self);

G_END_DECLS
