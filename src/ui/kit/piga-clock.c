/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-clock.h"

/* How often the day is looked at. A timer set for midnight would fire late after a night asleep; a
 * look a minute costs nothing that can be measured. */
#define LOOK_SECONDS 60

struct _PigaClock
{
  GObject parent_instance;

  PigaDay today;
  guint look_id;
};

enum
{
  PROP_TODAY = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaClock, piga_clock, G_TYPE_OBJECT)

static gboolean
look_cb (gpointer user_data)
{
  PigaClock *self = user_data;
  const PigaDay today = piga_day_today ();

  if (self->today != today)
    {
      self->today = today;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
    }
  return G_SOURCE_CONTINUE;
}

static void
piga_clock_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TODAY:
      g_value_set_uint (value, PIGA_CLOCK (object)->today);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_clock_dispose (GObject *object)
{
  g_clear_handle_id (&PIGA_CLOCK (object)->look_id, g_source_remove);

  G_OBJECT_CLASS (piga_clock_parent_class)->dispose (object);
}

static void
piga_clock_class_init (PigaClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_clock_get_property;
  object_class->dispose = piga_clock_dispose;

  properties[PROP_TODAY] = g_param_spec_uint ("today", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_clock_init (PigaClock *self)
{
  self->today = piga_day_today ();
}

/**
 * piga_clock_new:
 *
 * Returns: (transfer full): a clock that follows the computer's
 */
PigaClock *
piga_clock_new (void)
{
  PigaClock *self = g_object_new (PIGA_TYPE_CLOCK, NULL);

  self->look_id = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  return self;
}

/**
 * piga_clock_new_fixed:
 * @today: the day it stays
 *
 * Returns: (transfer full): a clock that stands still, for tests and pictures
 */
PigaClock *
piga_clock_new_fixed (PigaDay today)
{
  PigaClock *self = g_object_new (PIGA_TYPE_CLOCK, NULL);

  self->today = today;
  return self;
}

/**
 * piga_clock_get_today:
 * @self: the clock
 *
 * Returns: the day it is
 */
PigaDay
piga_clock_get_today (PigaClock *self)
{
  return self->today;
}
