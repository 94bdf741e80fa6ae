/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PigaTestFault:
 * @PIGA_TEST_FAULT_IO: the disk does not answer
 * @PIGA_TEST_FAULT_FULL: there is no room
 * @PIGA_TEST_FAULT_SHORT: there is no room, and half of what was to be written is written
 */
typedef enum
{
  PIGA_TEST_FAULT_IO,
  PIGA_TEST_FAULT_FULL,
  PIGA_TEST_FAULT_SHORT,
  PIGA_TEST_N_FAULTS,
} PigaTestFault;

/**
 * PigaTestWatch:
 * @open: a file is opened; returns what the other calls are given, or NULL not to watch it
 * @write: some bytes are about to be written
 * @truncate: its length is about to be set
 * @sync: all of it is about to be brought to the disk
 * @remove: a file goes
 *
 * Somebody who looks on, on the store's thread.
 */
typedef struct
{
  gpointer (*open) (const char *name);
  void (*write) (gpointer file, gconstpointer bytes, gsize length, gint64 offset);
  void (*truncate) (gpointer file, gint64 size);
  void (*sync) (gpointer file);
  void (*remove) (const char *name);
} PigaTestWatch;

/* A disk under SQLite that fails when it is told to; the others calls go to the true one. Reading
 * can only fail with the first kind of fault. */
void piga_test_vfs_install (void);

/* The @n-th call from now on fails, from 1, and with @stays all that follow. */
void piga_test_vfs_arm (PigaTestFault fault, guint n, gboolean stays);

/* Returns: whether a call has failed since it was armed. */
gboolean piga_test_vfs_disarm (void);

/* @watch looks on from now on; it stays. */
void piga_test_vfs_watch (const PigaTestWatch *watch);

G_END_DECLS
