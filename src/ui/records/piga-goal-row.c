/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-goal-row.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-writable.h"
#include "piga-counted-marks.h"
#include "piga-goal-actions.h"
#include "piga-mark-popover.h"

struct _PigaGoalRow
{
  GtkListBoxRow parent_instance;

  PigaProgressRing *ring;
  GtkLabel *title_label;
  GtkLabel *pace_label;
  GtkWidget *mark_box;
  GtkButton *rest_button;
  GtkButton *add_button;
  GtkMenuButton *more_button;

  PigaGoalTally *tally;
};

enum
{
  PROP_CAN_MARK = 1,
  PROP_CAN_ADD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaGoalRow, piga_goal_row, GTK_TYPE_LIST_BOX_ROW)

static PigaDay
get_today (PigaGoalRow *self)
{
  return piga_clock_get_today (piga_context_get_clock (piga_goal_tally_get_context (self->tally)));
}

/* In a list of goals “+1” alone would say nothing to the ear. */
static void
name_buttons (PigaGoalRow *self, const char *title)
{
  /* Translators: %s is the goal, in the person's words. */
  g_autofree char *rest = g_strdup_printf (_ ("Mark today as rest: %s"), title);
  /* Translators: %s is the goal, in the person's words. */
  g_autofree char *add = g_strdup_printf (_ ("Mark one for today: %s"), title);
  /* Translators: %s is the goal, in the person's words. */
  g_autofree char *more = g_strdup_printf (_ ("Mark another amount or day: %s"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rest_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rest, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  more, -1);
}

static void
update (PigaGoalRow *self)
{
  PigaGoal *goal = piga_goal_tally_get_goal (self->tally);
  const char *title = piga_record_get_text (goal, PIGA_GOAL_TITLE);
  g_autofree char *pace = piga_goal_tally_get_sentence (self->tally);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->pace_label, pace);
  piga_goal_tally_show_ring (self->tally, self->ring);
  name_buttons (self, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, pace, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_MARK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_ADD]);
}

static void
add_cb (PigaGoalRow *self)
{
  piga_goal_mark (GTK_WIDGET (self), self->tally, get_today (self), 1);
}

static void
rest_cb (PigaGoalRow *self)
{
  piga_goal_rest (GTK_WIDGET (self), self->tally, get_today (self));
}

/* Made when it is asked for: a list of goals need not make a calendar for each. */
static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  PigaGoalRow *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, piga_mark_popover_new (self->tally));
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaGoalRow *self = PIGA_GOAL_ROW (widget);

  piga_goal_delete (widget, piga_goal_tally_get_context (self->tally),
                    piga_goal_tally_get_goal (self->tally));
}

static gboolean
can_mark (PigaGoalRow *self)
{
  PigaGoal *goal;

  if (self->tally == NULL)
    return FALSE;

  goal = piga_goal_tally_get_goal (self->tally);
  return piga_record_get_integer (goal, PIGA_GOAL_STATE) == PIGA_GOAL_STATE_GOING;
}

/* A goal that counts itself can be given a rest, but no “+1”. */
static gboolean
can_add (PigaGoalRow *self)
{
  return can_mark (self) && !piga_goal_counts_itself (piga_goal_tally_get_goal (self->tally));
}

static void
piga_goal_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CAN_MARK:
      g_value_set_boolean (value, can_mark (PIGA_GOAL_ROW (object)));
      break;
    case PROP_CAN_ADD:
      g_value_set_boolean (value, can_add (PIGA_GOAL_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_goal_row_dispose (GObject *object)
{
  PigaGoalRow *self = PIGA_GOAL_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_GOAL_ROW);
  g_clear_object (&self->tally);

  G_OBJECT_CLASS (piga_goal_row_parent_class)->dispose (object);
}

static void
piga_goal_row_class_init (PigaGoalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_goal_row_get_property;
  object_class->dispose = piga_goal_row_dispose;

  properties[PROP_CAN_MARK] =
    g_param_spec_boolean ("can-mark", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_ADD] =
    g_param_spec_boolean ("can-add", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PIGA_TYPE_PROGRESS_RING);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-goal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaGoalRow, ring);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalRow, pace_label);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalRow, mark_box);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalRow, rest_button);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalRow, add_button);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalRow, more_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, rest_cb);

  gtk_widget_class_install_action (widget_class, "goal.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "goal.delete", NULL);
}

static void
piga_goal_row_init (PigaGoalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Its own words, “+1”, would be read before what it is called. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->add_button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_menu_button_set_create_popup_func (self->more_button, create_popover_cb, self, NULL);
}

/**
 * piga_goal_row_new:
 * @context: the context
 * @goal: a goal
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
piga_goal_row_new (PigaContext *context, PigaGoal *goal)
{
  PigaGoalRow *self = g_object_new (PIGA_TYPE_GOAL_ROW, NULL);
  PigaStore *store = piga_context_get_store (context);

  self->tally = piga_goal_tally_new (context, goal);
  g_signal_connect_object (self->tally, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  piga_writable_follow (self->mark_box, store);
  piga_writable_follow_action (self, store, "goal.delete");
  update (self);
  return GTK_WIDGET (self);
}

/**
 * piga_goal_row_get_goal:
 * @self: the row
 *
 * Returns: (transfer none): its goal
 */
PigaGoal *
piga_goal_row_get_goal (PigaGoalRow *self)
{
  return piga_goal_tally_get_goal (self->tally);
}
