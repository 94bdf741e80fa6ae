/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-goal-tally.h"

G_BEGIN_DECLS

#define PIGA_TYPE_MARK_POPOVER (piga_mark_popover_get_type ())

/* Marks a goal with any amount on any day up to today. */
G_DECLARE_FINAL_TYPE (PigaMarkPopover, piga_mark_popover, PIGA, MARK_POPOVER, GtkPopover)

GtkWidget *piga_mark_popover_new (PigaGoalTally *tally);

G_END_DECLS
