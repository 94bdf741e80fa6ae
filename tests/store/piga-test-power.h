/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a disk holds after a power cut: the names of files and their bytes (GByteArray). */
typedef GHashTable PigaTestDisk;

/* Called on the store's thread in the middle of a call to the disk. @disk: (transfer full) */
typedef void (*PigaTestCutFunc) (PigaTestDisk *disk, gpointer data);

void piga_test_power_start (const char *folder, GRand *rand, guint interval, PigaTestCutFunc func,
                            gpointer data);
void piga_test_power_stop (void);

void piga_test_disk_write (PigaTestDisk *disk, const char *folder);

G_END_DECLS
