/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Changes the file of a closed store. */
void piga_test_change_file (const char *path, void (*change) (char *, gsize, gpointer),
                            gpointer data);
void piga_test_blank_page (const char *path, gint64 page);

/* The numbers of pages (gint64) of a table or an index: "leaf" or "overflow". */
GArray *piga_test_find_pages (const char *path, const char *name, const char *kind);
GArray *piga_test_take_pages (GArray *pages, guint first, guint n);
guint piga_test_count_cells (const char *path, GArray *pages);

G_END_DECLS
