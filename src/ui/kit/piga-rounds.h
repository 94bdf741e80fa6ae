/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-clock.h"
#include "piga-store.h"
#include "sense/piga-round.h"

G_BEGIN_DECLS

#define PIGA_TYPE_ROUNDS (piga_rounds_get_type ())

/* The rounds, newest first, as a GListModel of PigaInterview, and the one that the pages are about.
 * It follows the store. Property "current" (PigaInterview, nullable): the one that the person
 * chose, or else the newest that is still open, or else the newest; NULL where there is none or
 * where the person wants to see what belongs to none. */
G_DECLARE_FINAL_TYPE (PigaRounds, piga_rounds, PIGA, ROUNDS, GObject)

PigaRounds *piga_rounds_new (PigaStore *store, PigaClock *clock);

PigaInterview *piga_rounds_get_current (PigaRounds *self);
const char *piga_rounds_get_current_id (PigaRounds *self);
const char *piga_rounds_get_id_for_step (PigaRounds *self, guint step);
void piga_rounds_set_current (PigaRounds *self, PigaInterview *round);
PigaJobApplication *piga_rounds_get_application (PigaRounds *self, PigaInterview *interview);
char *piga_rounds_get_title (PigaRounds *self, PigaInterview *interview);
void piga_rounds_close (PigaRounds *self, PigaInterview *round);
void piga_rounds_reopen (PigaRounds *self, PigaInterview *round);

G_END_DECLS
