/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-sheet.h"

G_BEGIN_DECLS

/* A sheet, cut into pages of one size. */
typedef struct _PigaSheetLayout PigaSheetLayout;

PigaSheetLayout *piga_sheet_layout_new (PigaSheet *sheet, double page_width, double page_height);
void piga_sheet_layout_free (PigaSheetLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaSheetLayout, piga_sheet_layout_free)

guint piga_sheet_layout_get_n_pages (PigaSheetLayout *self);
char *piga_sheet_layout_dup_page_text (PigaSheetLayout *self, guint page);
double piga_sheet_layout_get_page_end (PigaSheetLayout *self, guint page);
void piga_sheet_layout_draw_page (PigaSheetLayout *self, guint page, cairo_t *cr);

G_END_DECLS
