/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One of the months in which something was written, or all, in a drop-down. The months are read off
 * the list of entries, which knows where each begins, so that ten years cost a hundred and twenty
 * questions however much was written in them. */

#include "piga-month-chooser.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"

struct _PigaMonthChooser
{
  AdwBin parent_instance;

  GtkDropDown *drop_down;

  PigaEntryList *list;
  GArray *months; /* of PigaDay, the first being PIGA_DAY_NONE */

  PigaDay month;
  gboolean filling;
};

enum
{
  PROP_MONTH = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaMonthChooser, piga_month_chooser, ADW_TYPE_BIN)

static void
add_month (PigaMonthChooser *self, GtkStringList *names, PigaDay month)
{
  g_array_append_val (self->months, month);
  if (month == PIGA_DAY_NONE)
    gtk_string_list_append (names, _ ("All months"));
  else
    gtk_string_list_take (names, piga_calendar_month (month));
}

static void
add_months_of_list (PigaMonthChooser *self, GtkStringList *names)
{
  const guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint start, end;

  for (guint position = 0; position < n_entries; position = end)
    {
      const gint64 time = piga_entry_list_get_time (self->list, position);

      piga_entry_list_get_month (self->list, position, &start, &end);
      add_month (self, names, piga_calendar_first_of_month (piga_day_from_time (time)));
    }
}

/* The chosen month stays in the list even when the last entry of it has gone. */
static guint
find_month (PigaMonthChooser *self, GtkStringList *names)
{
  for (guint i = 0; i < self->months->len; i++)
    if (g_array_index (self->months, PigaDay, i) == self->month)
      return i;

  add_month (self, names, self->month);
  return self->months->len - 1;
}

static void
fill (PigaMonthChooser *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected;

  g_array_set_size (self->months, 0);
  add_month (self, names, PIGA_DAY_NONE);
  if (self->list != NULL)
    add_months_of_list (self, names);
  selected = find_month (self, names);

  self->filling = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->drop_down, selected);
  self->filling = FALSE;
}

static void
selected_cb (PigaMonthChooser *self)
{
  const guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->filling || selected >= self->months->len)
    return;

  self->month = g_array_index (self->months, PigaDay, selected);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTH]);
}

static void
piga_month_chooser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MONTH:
      g_value_set_uint (value, PIGA_MONTH_CHOOSER (object)->month);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_month_chooser_dispose (GObject *object)
{
  g_clear_object (&PIGA_MONTH_CHOOSER (object)->list);

  G_OBJECT_CLASS (piga_month_chooser_parent_class)->dispose (object);
}

static void
piga_month_chooser_finalize (GObject *object)
{
  g_array_unref (PIGA_MONTH_CHOOSER (object)->months);

  G_OBJECT_CLASS (piga_month_chooser_parent_class)->finalize (object);
}

static void
piga_month_chooser_class_init (PigaMonthChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_month_chooser_get_property;
  object_class->dispose = piga_month_chooser_dispose;
  object_class->finalize = piga_month_chooser_finalize;

  properties[PROP_MONTH] = g_param_spec_uint ("month", NULL, NULL, 0, G_MAXUINT32, PIGA_DAY_NONE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_month_chooser_init (PigaMonthChooser *self)
{
  self->months = g_array_new (FALSE, FALSE, sizeof (PigaDay));
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Month"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  fill (self);
}

/**
 * piga_month_chooser_set_list:
 * @self: the chooser
 * @list: (nullable): the entries whose months are offered; it is followed
 */
void
piga_month_chooser_set_list (PigaMonthChooser *self, PigaEntryList *list)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, fill, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_object (list, "items-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

/**
 * piga_month_chooser_get_month:
 * @self: the chooser
 *
 * Returns: the first day of the chosen month, or %PIGA_DAY_NONE for all months
 */
PigaDay
piga_month_chooser_get_month (PigaMonthChooser *self)
{
  return self->month;
}

/**
 * piga_month_chooser_set_month:
 * @self: the chooser
 * @month: the first day of a month, or %PIGA_DAY_NONE for all months
 */
void
piga_month_chooser_set_month (PigaMonthChooser *self, PigaDay month)
{
  if (self->month == month)
    return;

  self->month = month;
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTH]);
}
