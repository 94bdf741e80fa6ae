/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PIGA_TYPE_PROGRESS_RING (piga_progress_ring_get_type ())

/* A ring that fills, with a short text in it, or a full disc with a tick. It grows with its text,
 * so that large text stays inside. Properties: "fraction" (0 to 1), "label", "checked", "diameter"
 * (the least, in pixels), "value-text" (the value in words, for the screen reader). CSS node
 * "progressring", with the class "checked"; its colour is that of the filled part. */
G_DECLARE_FINAL_TYPE (PigaProgressRing, piga_progress_ring, PIGA, PROGRESS_RING, GtkWidget)

GtkWidget *piga_progress_ring_new (void);

double piga_progress_ring_get_fraction (PigaProgressRing *self);
void piga_progress_ring_set_fraction (PigaProgressRing *self, double fraction);
void piga_progress_ring_set_label (PigaProgressRing *self, const char *label);
void piga_progress_ring_set_checked (PigaProgressRing *self, gboolean checked);
void piga_progress_ring_set_diameter (PigaProgressRing *self, int diameter);
void piga_progress_ring_set_value_text (PigaProgressRing *self, const char *value_text);

G_END_DECLS
