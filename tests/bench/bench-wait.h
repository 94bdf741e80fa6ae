/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"
#include "piga-store.h"

G_BEGIN_DECLS

/* What an asynchronous call is given as its callback, with the address of a %NULL result. */
void bench_keep_result (GObject *object, GAsyncResult *result, gpointer data);
GAsyncResult *bench_wait_for (GAsyncResult **result);

PigaStore *bench_open (const char *path);
void bench_close (PigaStore *store);

void bench_fill (const char *path, PigaDatabaseFunc func, gpointer data);

G_END_DECLS
