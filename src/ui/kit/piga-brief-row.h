/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-brief-text.h"

G_BEGIN_DECLS

#define PIGA_TYPE_BRIEF_ROW (piga_brief_row_get_type ())

/* A row of a long list: a few short texts below each other, a chip and an icon at the end, drawn by
 * the row itself. Property "description" (string): all that it tells, to be read aloud. */
G_DECLARE_DERIVABLE_TYPE (PigaBriefRow, piga_brief_row, PIGA, BRIEF_ROW, GtkWidget)

/**
 * PigaBriefRowClass:
 * @show: sets what the row draws for @item
 * @describe: (transfer full) (nullable): says what the row tells of @item, in words
 */
struct _PigaBriefRowClass
{
  GtkWidgetClass parent_class;

  void (*show) (PigaBriefRow *self, gpointer item);
  char *(*describe) (PigaBriefRow *self, gpointer item);
};

gpointer piga_brief_row_get_item (PigaBriefRow *self);
void piga_brief_row_set_item (PigaBriefRow *self, gpointer item);
void piga_brief_row_queue_show (PigaBriefRow *self);

const char *piga_brief_row_get_text (PigaBriefRow *self, PigaBriefText place);
void piga_brief_row_set_text (PigaBriefRow *self, PigaBriefText place, const char *text);
void piga_brief_row_set_icon (PigaBriefRow *self, const char *icon_name);
void piga_brief_row_set_note_lines (PigaBriefRow *self, int n_lines);

G_END_DECLS
