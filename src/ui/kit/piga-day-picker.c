/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GtkCalendar takes the names of months and days from the computer's locale, which seldom knows
 * Kiswahili; this one takes them from our own catalogue, as every other date here. */

#include "config.h"

#include "piga-day-picker.h"

#define DAYS_IN_WEEK 7
#define WEEKS_SHOWN 6
#define N_CELLS (DAYS_IN_WEEK * WEEKS_SHOWN)

struct _PigaDayPicker
{
  AdwBin parent_instance;

  GtkLabel *month;
  GtkGrid *grid;
  GtkLabel *weekdays[DAYS_IN_WEEK];
  GtkButton *cells[N_CELLS];

  PigaDay shown; /* the first day of the month that is shown */
  PigaDay first; /* the day in the first cell */
  PigaDay picked;
  PigaDay today;
  PigaDay latest;
  PigaWeekStart week_start;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaDayPicker, piga_day_picker, ADW_TYPE_BIN)

static void
set_style (GtkWidget *widget, const char *style, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

static void
update_cell (PigaDayPicker *self, guint i)
{
  GtkWidget *cell = GTK_WIDGET (self->cells[i]);
  const PigaDay day = self->first + i;
  g_autofree char *name = piga_calendar_date_with_weekday (day);
  char digits[3];
  guint year, month, day_of_month;

  piga_day_split (day, &year, &month, &day_of_month);
  g_snprintf (digits, sizeof digits, "%u", day_of_month);
  gtk_button_set_label (self->cells[i], digits);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_SELECTED,
                               day == self->picked, -1);
  gtk_widget_set_sensitive (cell, self->latest == PIGA_DAY_NONE || day <= self->latest);
  set_style (cell, "flat", day != self->picked);
  set_style (cell, "suggested-action", day == self->picked);
  set_style (cell, "today", day == self->today);
  set_style (cell, "dimmed", piga_calendar_first_of_month (day) != self->shown);
}

static void
update (PigaDayPicker *self)
{
  g_autofree char *month = piga_calendar_month (self->shown);

  self->first = piga_calendar_first_of_week (self->shown, self->week_start);
  gtk_label_set_label (self->month, month);
  for (guint i = 0; i < DAYS_IN_WEEK; i++)
    gtk_label_set_label (self->weekdays[i], piga_calendar_weekday_short_name (
                                              piga_calendar_weekday (self->first + i)));
  for (guint i = 0; i < N_CELLS; i++)
    update_cell (self, i);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaDayPicker *self = PIGA_DAY_PICKER (widget);

  self->shown = piga_calendar_first_of_month (self->shown - 1);
  update (self);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaDayPicker *self = PIGA_DAY_PICKER (widget);

  self->shown = piga_calendar_first_of_next_month (self->shown);
  update (self);
}

static void
cell_clicked_cb (PigaDayPicker *self, GtkButton *button)
{
  for (guint i = 0; i < N_CELLS; i++)
    if (self->cells[i] == button)
      {
        self->picked = self->first + i;
        update (self);
        g_signal_emit (self, signals[PICKED], 0, self->picked);
        return;
      }
}

static void
make_cells (PigaDayPicker *self)
{
  for (guint i = 0; i < DAYS_IN_WEEK; i++)
    {
      self->weekdays[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_add_css_class (GTK_WIDGET (self->weekdays[i]), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->weekdays[i]), "dimmed");
      gtk_grid_attach (self->grid, GTK_WIDGET (self->weekdays[i]), i, 0, 1, 1);
    }
  for (guint i = 0; i < N_CELLS; i++)
    {
      self->cells[i] = GTK_BUTTON (gtk_button_new ());
      gtk_widget_add_css_class (GTK_WIDGET (self->cells[i]), "day");
      g_signal_connect_object (self->cells[i], "clicked", G_CALLBACK (cell_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_grid_attach (self->grid, GTK_WIDGET (self->cells[i]), i % DAYS_IN_WEEK,
                       1 + i / DAYS_IN_WEEK, 1, 1);
    }
}

static void
piga_day_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PIGA_TYPE_DAY_PICKER);

  G_OBJECT_CLASS (piga_day_picker_parent_class)->dispose (object);
}

static void
piga_day_picker_class_init (PigaDayPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_day_picker_dispose;

  signals[PICKED] = g_signal_new ("picked", PIGA_TYPE_DAY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-day-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaDayPicker, month);
  gtk_widget_class_bind_template_child (widget_class, PigaDayPicker, grid);

  gtk_widget_class_install_action (widget_class, "picker.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "picker.next", NULL, next_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "picker.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "picker.next", NULL);
}

static void
piga_day_picker_init (PigaDayPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_cells (self);
}

/**
 * piga_day_picker_show:
 * @self: the picker
 * @day: the day that is picked now, or %PIGA_DAY_NONE
 * @today: the day it is
 * @latest: the last day that can be picked, or %PIGA_DAY_NONE for any
 * @week_start: the day on which the person's week begins
 *
 * Shows the month of @day, or this month.
 */
void
piga_day_picker_show (PigaDayPicker *self, PigaDay day, PigaDay today, PigaDay latest,
                      PigaWeekStart week_start)
{
  self->picked = day;
  self->today = today;
  self->latest = latest;
  self->week_start = week_start;
  self->shown = piga_calendar_first_of_month (day != PIGA_DAY_NONE ? day : today);
  update (self);
}
