/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that has no path, as one on another computer; it stands for one that has. */
#define PIGA_TYPE_TEST_PLACE (piga_test_place_get_type ())

G_DECLARE_FINAL_TYPE (PigaTestPlace, piga_test_place, PIGA, TEST_PLACE, GObject)

GFile *piga_test_place_new (const char *path);

G_END_DECLS
