/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-mark-popover.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-day-picker.h"
#include "kit/piga-number-row.h"
#include "piga-goal-actions.h"

struct _PigaMarkPopover
{
  GtkPopover parent_instance;

  GtkStack *stack;
  PigaNumberRow *amount_row;
  AdwToggleGroup *day_group;
  AdwToggle *other_toggle;
  PigaDayPicker *picker;

  PigaGoalTally *tally;
  PigaDay other_day; /* PIGA_DAY_NONE until it is picked */
};

G_DEFINE_FINAL_TYPE (PigaMarkPopover, piga_mark_popover, GTK_TYPE_POPOVER)

static PigaDay
get_today (PigaMarkPopover *self)
{
  return piga_clock_get_today (piga_context_get_clock (piga_goal_tally_get_context (self->tally)));
}

static PigaDay
get_day (PigaMarkPopover *self)
{
  const char *name = adw_toggle_group_get_active_name (self->day_group);
  const PigaDay today = get_today (self);

  if (g_strcmp0 (name, "yesterday") == 0)
    return today - 1;
  if (g_strcmp0 (name, "other") == 0 && self->other_day != PIGA_DAY_NONE)
    return self->other_day;
  return today;
}

/* Each time it opens it offers the usual again: one, today. */
static void
shown_cb (PigaMarkPopover *self)
{
  self->other_day = PIGA_DAY_NONE;
  adw_toggle_set_label (self->other_toggle, C_ ("day", "Other…"));
  adw_toggle_group_set_active_name (self->day_group, "today");
  gtk_stack_set_visible_child_name (self->stack, "mark");
  piga_number_row_set_number (self->amount_row, 1);
  gtk_editable_select_region (GTK_EDITABLE (self->amount_row), 0, -1);
}

/* The month takes the place of the rest: both together do not fit a small window. */
static void
day_cb (PigaMarkPopover *self)
{
  PigaContext *context;

  if (g_strcmp0 (adw_toggle_group_get_active_name (self->day_group), "other") != 0)
    return;

  context = piga_goal_tally_get_context (self->tally);
  piga_day_picker_show (self->picker, self->other_day, get_today (self), get_today (self),
                        piga_context_get_week_start (context));
  gtk_stack_set_visible_child_name (self->stack, "day");
  gtk_widget_child_focus (GTK_WIDGET (self->picker), GTK_DIR_TAB_FORWARD);
}

/* The day that was picked stands on its toggle. */
static void
picked_cb (PigaMarkPopover *self, guint day)
{
  g_autofree char *date = piga_calendar_date_short (day);

  self->other_day = day;
  adw_toggle_set_label (self->other_toggle, date);
  gtk_stack_set_visible_child_name (self->stack, "mark");
  gtk_widget_grab_focus (GTK_WIDGET (self->day_group));
}

static void
back_cb (PigaMarkPopover *self)
{
  if (self->other_day == PIGA_DAY_NONE)
    adw_toggle_group_set_active_name (self->day_group, "today");
  gtk_stack_set_visible_child_name (self->stack, "mark");
  gtk_widget_grab_focus (GTK_WIDGET (self->day_group));
}

static void
mark_cb (PigaMarkPopover *self)
{
  const double amount = piga_number_row_get_number (self->amount_row);

  if (!piga_checked_row_check (PIGA_CHECKED_ROW (self->amount_row)) || amount <= 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->amount_row));
      return;
    }

  piga_goal_mark (GTK_WIDGET (self), self->tally, get_day (self), amount);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
rest_cb (PigaMarkPopover *self)
{
  piga_goal_rest (GTK_WIDGET (self), self->tally, get_day (self));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
piga_mark_popover_dispose (GObject *object)
{
  PigaMarkPopover *self = PIGA_MARK_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_MARK_POPOVER);
  g_clear_object (&self->tally);

  G_OBJECT_CLASS (piga_mark_popover_parent_class)->dispose (object);
}

static void
piga_mark_popover_class_init (PigaMarkPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_mark_popover_dispose;

  g_type_ensure (PIGA_TYPE_DAY_PICKER);
  g_type_ensure (PIGA_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-mark-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaMarkPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaMarkPopover, amount_row);
  gtk_widget_class_bind_template_child (widget_class, PigaMarkPopover, day_group);
  gtk_widget_class_bind_template_child (widget_class, PigaMarkPopover, other_toggle);
  gtk_widget_class_bind_template_child (widget_class, PigaMarkPopover, picker);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_cb);
  gtk_widget_class_bind_template_callback (widget_class, rest_cb);
}

static void
piga_mark_popover_init (PigaMarkPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_mark_popover_new:
 * @tally: a goal
 *
 * Returns: (transfer floating): a popover that marks it
 */
GtkWidget *
piga_mark_popover_new (PigaGoalTally *tally)
{
  PigaMarkPopover *self = g_object_new (PIGA_TYPE_MARK_POPOVER, NULL);

  self->tally = g_object_ref (tally);
  return GTK_WIDGET (self);
}
