/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The texts of a #PigaBriefRow, from top to bottom; the chip stands beside those above the note. */
typedef enum
{
  PIGA_BRIEF_HEADING, /* strong */
  PIGA_BRIEF_TITLE,
  PIGA_BRIEF_SUBTITLE, /* dimmed */
  PIGA_BRIEF_NOTE,     /* dimmed and small */
  PIGA_BRIEF_CHIP,     /* small, in the row’s own colour */
  PIGA_BRIEF_N_TEXTS,
} PigaBriefText;

int piga_brief_text_get_height (PigaBriefText self, PangoContext *context);
int piga_brief_text_get_width (PigaBriefText self, PangoContext *context, guint n_chars);
gboolean piga_brief_text_is_dim (PigaBriefText self);
PangoLayout *piga_brief_text_create_layout (PigaBriefText self, PangoContext *context,
                                            const char *text, int width, int n_lines);

G_END_DECLS
