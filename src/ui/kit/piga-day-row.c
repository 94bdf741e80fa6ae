/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-day-row.h"

#include <glib/gi18n-lib.h>

#include "piga-day-picker.h"
#include "piga-error.h"

/* A date a century away is a slip of the finger. */
#define MOST_DAYS_AHEAD (100 * 365)

struct _PigaDayRow
{
  PigaCheckedRow parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  PigaDayPicker *picker;

  PigaDay day;
  PigaDay kept;
  PigaDay today;
  PigaWeekStart week_start;
};

enum
{
  PROP_DAY = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaDayRow, piga_day_row, PIGA_TYPE_CHECKED_ROW)

static void
take_day (PigaDayRow *self, PigaDay day)
{
  if (self->day == day)
    return;

  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

static void
write_day (PigaDayRow *self)
{
  g_autofree char *date =
    self->day != PIGA_DAY_NONE ? piga_calendar_date (self->day) : g_strdup ("");

  piga_checked_row_write (PIGA_CHECKED_ROW (self), date);
}

static gboolean
read_day (PigaDayRow *self, PigaDay *day, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  *day = PIGA_DAY_NONE;
  if (text[0] == '\0')
    return TRUE;
  if (!piga_calendar_parse (text, self->today, day, error))
    return FALSE;
  if (*day < self->today + MOST_DAYS_AHEAD && *day + MOST_DAYS_AHEAD > self->today)
    return TRUE;

  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                       _ ("This date is very far away. Please check the year."));
  return FALSE;
}

/* What is typed is taken as it comes; when it is no date in the end, its beginning ("5/1" of
 * "5/13") was not meant either, and what stood there before is right again. */
static gboolean
piga_day_row_check (PigaCheckedRow *row, gboolean is_done, GError **error)
{
  PigaDayRow *self = PIGA_DAY_ROW (row);
  PigaDay day;
  const gboolean is_sound = read_day (self, &day, error);

  if (is_sound)
    take_day (self, day);
  else if (is_done)
    take_day (self, self->kept);
  if (is_done)
    self->kept = self->day;
  if (is_done && is_sound)
    write_day (self);
  return is_sound;
}

static void
popover_shown_cb (PigaDayRow *self)
{
  piga_day_picker_show (self->picker, self->day, self->today, PIGA_DAY_NONE, self->week_start);
}

static void
picked_cb (PigaDayRow *self, guint day)
{
  piga_day_row_set_day (self, day);
  gtk_popover_popdown (self->popover);
}

static void
piga_day_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaDayRow *self = PIGA_DAY_ROW (object);

  switch (id)
    {
    case PROP_DAY:
      g_value_set_uint (value, self->day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_day_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAY:
      piga_day_row_set_day (PIGA_DAY_ROW (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_day_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PIGA_TYPE_DAY_ROW);

  G_OBJECT_CLASS (piga_day_row_parent_class)->dispose (object);
}

static void
piga_day_row_class_init (PigaDayRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_day_row_get_property;
  object_class->set_property = piga_day_row_set_property;
  object_class->dispose = piga_day_row_dispose;
  PIGA_CHECKED_ROW_CLASS (klass)->check = piga_day_row_check;

  properties[PROP_DAY] =
    g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT32, PIGA_DAY_NONE,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PIGA_TYPE_DAY_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-day-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaDayRow, button);
  gtk_widget_class_bind_template_child (widget_class, PigaDayRow, popover);
  gtk_widget_class_bind_template_child (widget_class, PigaDayRow, picker);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
piga_day_row_init (PigaDayRow *self)
{
  self->today = piga_day_today ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_day_row_set_calendar:
 * @self: the row
 * @today: the day it is
 * @week_start: the day on which the person's week begins
 */
void
piga_day_row_set_calendar (PigaDayRow *self, PigaDay today, PigaWeekStart week_start)
{
  self->today = today;
  self->week_start = week_start;
}

/**
 * piga_day_row_get_day:
 * @self: the row
 *
 * Returns: the day, or %PIGA_DAY_NONE; while one is typed, the last that could be read
 */
PigaDay
piga_day_row_get_day (PigaDayRow *self)
{
  return self->day;
}

/**
 * piga_day_row_set_day:
 * @self: the row
 * @day: a day, or %PIGA_DAY_NONE
 */
void
piga_day_row_set_day (PigaDayRow *self, PigaDay day)
{
  self->kept = day;
  take_day (self, day);
  write_day (self);
}
