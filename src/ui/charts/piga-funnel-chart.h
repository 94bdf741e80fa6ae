/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PigaFunnelBar:
 * @label: what stands beside it
 * @amount: how long it is, 0 or more
 * @sentence: the same in words, for the tooltip and the screen reader
 *
 * One bar of a #PigaFunnelChart.
 */
typedef struct
{
  char *label;
  double amount;
  char *sentence;
} PigaFunnelBar;

#define PIGA_TYPE_FUNNEL_CHART (piga_funnel_chart_get_type ())

/* Bars that lie under each other, the longest as long as there is room. */
G_DECLARE_FINAL_TYPE (PigaFunnelChart, piga_funnel_chart, PIGA, FUNNEL_CHART, GtkWidget)

PigaFunnelBar *piga_funnel_bar_new (const char *label, double amount, const char *sentence);
void piga_funnel_bar_free (PigaFunnelBar *bar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaFunnelBar, piga_funnel_bar_free)

GtkWidget *piga_funnel_chart_new (void);

void piga_funnel_chart_take (PigaFunnelChart *self, GPtrArray *bars);
char *piga_funnel_chart_get_sentences (PigaFunnelChart *self);
GskRenderNode *piga_funnel_chart_dup_print_node (PigaFunnelChart *self, double width);

G_END_DECLS
