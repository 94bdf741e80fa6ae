/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

/* The least that each piece of work can cost: SQLite and json-glib alone, without a thread, an
 * object or a check. */
typedef struct _BenchFloor BenchFloor;

BenchFloor *bench_floor_new (const char *path);
void bench_floor_free (BenchFloor *self);

void bench_floor_save (BenchFloor *self, const char *id, const char *body);
guint bench_floor_search (BenchFloor *self, const char *query, guint limit);
void bench_floor_open_list (BenchFloor *self, guint n_lines);
guint bench_floor_walk_list (BenchFloor *self);

double bench_floor_serialise (char **lines, guint n_lines);
double bench_floor_parse (char **lines, guint n_lines);

G_END_DECLS
