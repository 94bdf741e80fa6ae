/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PigaSheetStrip:
 * @gap: the room above it, which is left out at the top of a page
 * @height: how high it is
 * @keeps_next: whether the strip after it has to stand on the same page
 * @head: (nullable): what is repeated above it when it begins a page
 *
 * A piece of a page that is never torn: a line of a paragraph, a row of a table. All lengths are
 * points.
 */
typedef struct _PigaSheetStrip PigaSheetStrip;

struct _PigaSheetStrip
{
  double gap;
  double height;
  gboolean keeps_next;
  PigaSheetStrip *head;

  /*< private >*/
  GPtrArray *items;
};

PigaSheetStrip *piga_sheet_strip_new (double gap, double height);
PigaSheetStrip *piga_sheet_strip_ref (PigaSheetStrip *self);
void piga_sheet_strip_unref (PigaSheetStrip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaSheetStrip, piga_sheet_strip_unref)

void piga_sheet_strip_add_line (PigaSheetStrip *self, PangoLayoutLine *line, double x,
                                double baseline);
void piga_sheet_strip_add_rule (PigaSheetStrip *self, double y, double width, double thickness);
void piga_sheet_strip_add_box (PigaSheetStrip *self, double y, double size, gboolean ticked);
void piga_sheet_strip_add_node (PigaSheetStrip *self, GskRenderNode *node, double scale);

void piga_sheet_strip_draw (const PigaSheetStrip *self, cairo_t *cr, double x, double y);
void piga_sheet_strip_append_text (const PigaSheetStrip *self, GString *text);

G_END_DECLS
