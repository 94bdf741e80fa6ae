/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands before the C library's functions of these names, in a program that has this file. */

#define _GNU_SOURCE

#include "piga-test-calls.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

static gint calls_left;
static gint is_armed;
static gint has_failed;
static gboolean fault_stays;

void
piga_test_calls_arm (guint n, gboolean stays)
{
  fault_stays = stays;
  g_atomic_int_set (&calls_left, (gint) n);
  g_atomic_int_set (&has_failed, FALSE);
  g_atomic_int_set (&is_armed, TRUE);
}

gboolean
piga_test_calls_disarm (void)
{
  g_atomic_int_set (&is_armed, FALSE);
  return g_atomic_int_get (&has_failed);
}

static gboolean
is_faulty (void)
{
  gint left;

  if (!g_atomic_int_get (&is_armed))
    return FALSE;
  left = g_atomic_int_add (&calls_left, -1);
  if (left > 1 || (left < 1 && !fault_stays))
    return FALSE;

  g_atomic_int_set (&has_failed, TRUE);
  errno = EIO;
  return TRUE;
}

int
fsync (int fd)
{
  /* No test pulls the plug, and waiting for the true disk would take most of its time. */
  return is_faulty () ? -1 : 0;
}

int
rename (const char *from, const char *to)
{
  int (*call) (const char *, const char *) = dlsym (RTLD_NEXT, "rename");

  return is_faulty () ? -1 : call (from, to);
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags)
{
  int (*call) (int, const char *, int, const char *, unsigned int) = dlsym (RTLD_NEXT, "renameat2");

  return is_faulty () ? -1 : call (from_folder, from, to_folder, to, flags);
}
