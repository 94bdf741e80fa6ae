/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PigaChartText:
 * @PIGA_CHART_TEXT_SMALL: figures and what stands back
 * @PIGA_CHART_TEXT_SMALL_BOLD: the same, brought forward
 * @PIGA_CHART_TEXT_NORMAL: what is read first
 *
 * How a text in a chart looks.
 */
typedef enum
{
  PIGA_CHART_TEXT_SMALL,
  PIGA_CHART_TEXT_SMALL_BOLD,
  PIGA_CHART_TEXT_NORMAL,
} PigaChartText;

/**
 * PigaChartPen:
 * @context: what its texts are set with
 * @text: the colour of texts
 * @faint: the colour of lines that only guide the eye
 * @fill: the colour of bars and marks
 * @on_fill: the colour of texts on them
 * @line: the height of a line of small text, which all lengths come from
 * @stroke: how thick a drawn line is
 * @is_rtl: whether it is read from right to left
 *
 * What a chart is drawn with: on the screen by the theme, on paper in black and grey.
 */
typedef struct
{
  PangoContext *context;
  GdkRGBA text;
  GdkRGBA faint;
  GdkRGBA fill;
  GdkRGBA on_fill;
  float line;
  float stroke;
  gboolean is_rtl;
} PigaChartPen;

PigaChartPen *piga_chart_pen_new (GtkWidget *widget);
PigaChartPen *piga_chart_pen_new_for_paper (void);
void piga_chart_pen_free (PigaChartPen *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaChartPen, piga_chart_pen_free)

PangoLayout *piga_chart_pen_create_layout (const PigaChartPen *self, const char *text,
                                           PigaChartText style);
PangoLayout *piga_chart_pen_create_wrapped (const PigaChartPen *self, const char *text,
                                            PigaChartText style, float width);
void piga_chart_pen_draw (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y,
                          const GdkRGBA *colour);

void piga_chart_follow_style (GtkWidget *widget);

G_END_DECLS
