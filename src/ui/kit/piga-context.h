/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-backups.h"
#include "piga-calendar.h"
#include "piga-clock.h"
#include "piga-rounds.h"
#include "piga-store.h"
#include "sense/piga-silence.h"

G_BEGIN_DECLS

#define PIGA_TYPE_CONTEXT (piga_context_get_type ())

/* What every page is handed when it is made: the store and its backups, the settings,
 * the clock, the round that it is about. */
G_DECLARE_FINAL_TYPE (PigaContext, piga_context, PIGA, CONTEXT, GObject)

PigaContext *piga_context_new (PigaStore *store, GSettings *settings, PigaClock *clock);

PigaStore *piga_context_get_store (PigaContext *self);
PigaBackups *piga_context_get_backups (PigaContext *self);
GSettings *piga_context_get_settings (PigaContext *self);
PigaClock *piga_context_get_clock (PigaContext *self);
PigaDay piga_context_get_today (PigaContext *self);
PigaRounds *piga_context_get_rounds (PigaContext *self);
PigaSilenceRule piga_context_get_silence_rule (PigaContext *self);
PigaWeekStart piga_context_get_week_start (PigaContext *self);

G_END_DECLS
