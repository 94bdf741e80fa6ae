/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The calls to the system that bring a file to the disk or give it another name, which are not
 * SQLite's: the @n-th from now on fails, from 1, and with @stays all that follow. */
void piga_test_calls_arm (guint n, gboolean stays);

/* Returns: whether a call has failed since it was armed. */
gboolean piga_test_calls_disarm (void);

G_END_DECLS
