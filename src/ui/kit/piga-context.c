/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-context.h"

struct _PigaContext
{
  GObject parent_instance;

  PigaStore *store;
  PigaBackups *backups;
  GSettings *settings;
  PigaClock *clock;
  PigaRounds *rounds; /* made when it is first asked for */
};

G_DEFINE_FINAL_TYPE (PigaContext, piga_context, G_TYPE_OBJECT)

static void
piga_context_dispose (GObject *object)
{
  PigaContext *self = PIGA_CONTEXT (object);

  g_clear_object (&self->rounds);
  g_clear_object (&self->backups);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (piga_context_parent_class)->dispose (object);
}

static void
piga_context_class_init (PigaContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_context_dispose;
}

static void
piga_context_init (PigaContext *self)
{
}

static void
set_up_backups (PigaContext *self)
{
  PigaSecondPlace *place;

  self->backups = piga_backups_new (self->store);
  place = piga_backups_get_second_place (self->backups);
  g_settings_bind (self->settings, "second-place", place, "path", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "second-place-seen", place, "seen", G_SETTINGS_BIND_DEFAULT);
}

/**
 * piga_context_new:
 * @store: the store
 * @settings: the settings
 * @clock: the clock
 *
 * Returns: (transfer full): what a page needs to know of the world
 */
PigaContext *
piga_context_new (PigaStore *store, GSettings *settings, PigaClock *clock)
{
  PigaContext *self = g_object_new (PIGA_TYPE_CONTEXT, NULL);

  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  self->clock = g_object_ref (clock);
  set_up_backups (self);
  return self;
}

/**
 * piga_context_get_store:
 * @self: the context
 *
 * Returns: (transfer none): the store
 */
PigaStore *
piga_context_get_store (PigaContext *self)
{
  return self->store;
}

/**
 * piga_context_get_backups:
 * @self: the context
 *
 * Returns: (transfer none): the backups of the store
 */
PigaBackups *
piga_context_get_backups (PigaContext *self)
{
  return self->backups;
}

/**
 * piga_context_get_settings:
 * @self: the context
 *
 * Returns: (transfer none): the settings
 */
GSettings *
piga_context_get_settings (PigaContext *self)
{
  return self->settings;
}

/**
 * piga_context_get_clock:
 * @self: the context
 *
 * Returns: (transfer none): the clock
 */
PigaClock *
piga_context_get_clock (PigaContext *self)
{
  return self->clock;
}

/**
 * piga_context_get_today:
 * @self: the context
 *
 * Returns: the day it is
 */
PigaDay
piga_context_get_today (PigaContext *self)
{
  return piga_clock_get_today (self->clock);
}

/**
 * piga_context_get_rounds:
 * @self: the context
 *
 * Returns: (transfer none): the rounds, and which of them the pages are about
 */
PigaRounds *
piga_context_get_rounds (PigaContext *self)
{
  if (self->rounds == NULL)
    self->rounds = piga_rounds_new (self->store, self->clock);
  return self->rounds;
}

/**
 * piga_context_get_week_start:
 * @self: the context
 *
 * Returns: the day on which the person's week begins
 */
PigaWeekStart
piga_context_get_week_start (PigaContext *self)
{
  g_autofree char *key = g_settings_get_string (self->settings, "week-start");

  return g_str_equal (key, "sunday") ? PIGA_WEEK_START_SUNDAY : PIGA_WEEK_START_MONDAY;
}

/**
 * piga_context_get_silence_rule:
 * @self: the context
 *
 * Returns: how long the person waits for an employer's answer
 */
PigaSilenceRule
piga_context_get_silence_rule (PigaContext *self)
{
  return (PigaSilenceRule) {
    .follow_up_days = (guint) g_settings_get_int (self->settings, "follow-up-days"),
    .closed_days = (guint) g_settings_get_int (self->settings, "closed-days"),
  };
}
