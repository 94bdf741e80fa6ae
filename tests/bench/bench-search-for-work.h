/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long somebody would have to look for work to have so much of it. */
#define BENCH_APPLICATIONS 10000
#define BENCH_INTERVIEWS 2000
#define BENCH_QUESTIONS 6000
#define BENCH_REMARKS 4000

void bench_search_for_work_fill (const char *path);

G_END_DECLS
