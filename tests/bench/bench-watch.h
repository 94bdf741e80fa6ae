/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BenchStretches:
 * @longest: the longest stretch, in microseconds
 * @work: what the main thread itself worked in a stretch at most, in microseconds: the same however
 *   busy the machine is with something else
 * @all_work: what it worked in all of them together, in microseconds
 * @most: what 99 of 100 stretches stay below, in microseconds
 * @above: how many lasted more than 16 milliseconds
 * @n: how many there were
 *
 * How long the main loop was busy between two waits, drawing included.
 */
typedef struct
{
  gint64 longest;
  gint64 work;
  gint64 all_work;
  gint64 most;
  guint above;
  guint n;
} BenchStretches;

void bench_watch_start (void);
void bench_watch_begin (void);
BenchStretches bench_watch_end (void);

void bench_run_for (guint milliseconds);
gpointer bench_find_widget (GtkWidget *widget, GType type);

G_END_DECLS
