/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PigaBar:
 * @label: what stands under it, short
 * @sentence: (nullable): the same in words, for the tooltip and the screen reader; %NULL where
 *   there was nothing to measure yet, which leaves the place empty
 * @amount: how high it is
 * @rest: whether it was a time of rest, which shows as a sign of its own where nothing was done
 *
 * One bar of a #PigaBars.
 */
typedef struct
{
  char *label;
  char *sentence;
  double amount;
  gboolean rest;
} PigaBar;

#define PIGA_TYPE_BARS (piga_bars_get_type ())

/* A row of bars against a line. The newest bar is the last one. */
G_DECLARE_FINAL_TYPE (PigaBars, piga_bars, PIGA, BARS, GtkWidget)

PigaBar *piga_bar_new (const char *label, const char *sentence, double amount, gboolean rest);
void piga_bar_free (PigaBar *bar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaBar, piga_bar_free)

GtkWidget *piga_bars_new (void);

void piga_bars_take (PigaBars *self, GPtrArray *bars, double target);
char *piga_bars_get_sentences (PigaBars *self);

G_END_DECLS
