/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-mark-row.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-writable.h"
#include "piga-language.h"
#include "records/piga-counted-marks.h"
#include "records/piga-goal-actions.h"

struct _PigaMarkRow
{
  AdwActionRow parent_instance;

  GtkImage *icon;
  GtkButton *delete_button;

  PigaGoalTally *tally;
  PigaGoalMark *mark;
};

G_DEFINE_FINAL_TYPE (PigaMarkRow, piga_mark_row, ADW_TYPE_ACTION_ROW)

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaMarkRow *self = PIGA_MARK_ROW (widget);

  if (!piga_goal_mark_is_counted (self->mark))
    piga_goal_remove_mark (widget, piga_goal_tally_get_context (self->tally), self->mark);
}

static char *
say_amount (PigaMarkRow *self)
{
  const char *unit = piga_record_get_text (piga_goal_tally_get_goal (self->tally), PIGA_GOAL_UNIT);
  g_autofree char *number =
    piga_language_number (piga_record_get_real (self->mark, PIGA_GOAL_MARK_AMOUNT));

  if (unit[0] == '\0')
    return g_strdup_printf ("+%s", number);
  /* Translators: a mark on a goal, such as “+2 applications”: how much, and of what in the
   * person's own words. */
  return g_strdup_printf (_ ("+%1$s %2$s"), number, unit);
}

static char *
say_mark (PigaMarkRow *self)
{
  if (piga_record_get_boolean (self->mark, PIGA_GOAL_MARK_REST))
    return g_strdup (C_ ("mark", "Rest"));
  if (piga_goal_mark_is_counted (self->mark))
    return g_strdup (piga_record_get_text (self->mark, PIGA_GOAL_MARK_NOTE));
  return say_amount (self);
}

static void
update (PigaMarkRow *self)
{
  const gboolean is_rest = piga_record_get_boolean (self->mark, PIGA_GOAL_MARK_REST);
  const PigaDay day = piga_record_get_day (self->mark, PIGA_GOAL_MARK_DAY);
  g_autofree char *title = say_mark (self);
  g_autofree char *date = piga_calendar_date_with_weekday (day);
  /* Translators: %1$s is a mark such as “+2 applications” or “Rest”, %2$s its date. */
  g_autofree char *delete = g_strdup_printf (_ ("Delete mark: %1$s, %2$s"), title, date);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), date);
  gtk_image_set_from_icon_name (self->icon,
                                is_rest ? "piga-rest-symbolic" : "object-select-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->delete_button),
                          !piga_goal_mark_is_counted (self->mark));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->delete_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, delete, -1);
}

static void
piga_mark_row_dispose (GObject *object)
{
  PigaMarkRow *self = PIGA_MARK_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_MARK_ROW);
  g_clear_object (&self->tally);
  g_clear_object (&self->mark);

  G_OBJECT_CLASS (piga_mark_row_parent_class)->dispose (object);
}

static void
piga_mark_row_class_init (PigaMarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_mark_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-mark-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaMarkRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PigaMarkRow, delete_button);

  gtk_widget_class_install_action (widget_class, "mark.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "mark.delete", NULL);
}

static void
piga_mark_row_init (PigaMarkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_mark_row_new:
 * @tally: a goal
 * @mark: one of its marks
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
piga_mark_row_new (PigaGoalTally *tally, PigaGoalMark *mark)
{
  PigaMarkRow *self = g_object_new (PIGA_TYPE_MARK_ROW, NULL);

  self->tally = g_object_ref (tally);
  self->mark = g_object_ref (mark);
  g_signal_connect_object (tally, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  piga_writable_follow_action (self, piga_context_get_store (piga_goal_tally_get_context (tally)),
                               "mark.delete");
  update (self);
  return GTK_WIDGET (self);
}
