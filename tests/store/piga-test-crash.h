/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many entries the driver works on at a time, and where it tells of it. */
#define PIGA_TEST_N_SLOTS 8
#define PIGA_TEST_PIPE 3

/* What was done to an entry. */
typedef enum
{
  PIGA_TEST_SAVE,
  PIGA_TEST_DELETE,
  PIGA_TEST_UNDELETE,
} PigaTestDeed;

/* One report of the driver: it is about to do something, or the disk said yes to it. Shorter than
 * PIPE_BUF, so that the pipe never holds a part of one. The one without an id says that the store
 * is open, and in "serial" after how many microseconds. */
typedef struct
{
  char id[37];
  guint8 deed;
  guint8 acknowledged;
  guint32 serial; /* of the text that is saved with it */
  guint32 number; /* of the deed */
} PigaTestReport;

char *piga_test_make_text (const char *id, guint serial);
int piga_test_drive (char **arguments);

G_END_DECLS
