/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "piga-day.h"

G_BEGIN_DECLS

#define PIGA_TYPE_CLOCK (piga_clock_get_type ())

/* Knows which day it is. Property "today" (uint, a PigaDay), which notifies at midnight and
 * when the computer wakes up on another day. */
G_DECLARE_FINAL_TYPE (PigaClock, piga_clock, PIGA, CLOCK, GObject)

PigaClock *piga_clock_new (void);
PigaClock *piga_clock_new_fixed (PigaDay today);

PigaDay piga_clock_get_today (PigaClock *self);

G_END_DECLS
