/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-step-goals.h"

#include "records/piga-goal-link.h"

struct _PigaStepGoals
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;
  GtkActionable *new_goal;

  GListModel *goals; /* of this step */
  guint step;
};

G_DEFINE_FINAL_TYPE (PigaStepGoals, piga_step_goals, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_of_step (gpointer goal, gpointer user_data)
{
  return piga_record_get_integer (goal, PIGA_GOAL_STEP) == PIGA_STEP_GOALS (user_data)->step;
}

static void
goals_changed_cb (GListModel *goals, guint position, guint n_removed, guint n_added,
                  gpointer user_data)
{
  PigaStepGoals *self = user_data;

  for (guint i = 0; i < n_removed; i++)
    gtk_list_box_remove (self->list,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) position)));
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (PigaGoal) goal = g_list_model_get_item (goals, position + i);

      gtk_list_box_insert (self->list, piga_goal_link_new (goal), (int) (position + i));
    }
}

static void
piga_step_goals_dispose (GObject *object)
{
  PigaStepGoals *self = PIGA_STEP_GOALS (object);

  g_clear_object (&self->goals);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_STEP_GOALS);

  G_OBJECT_CLASS (piga_step_goals_parent_class)->dispose (object);
}

static void
piga_step_goals_class_init (PigaStepGoalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_step_goals_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-step-goals.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaStepGoals, list);
  gtk_widget_class_bind_template_child (widget_class, PigaStepGoals, new_goal);
}

static void
piga_step_goals_init (PigaStepGoals *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_step_goals_set_step:
 * @self: the section
 * @context: the context
 * @step: the number of the step; set once
 */
void
piga_step_goals_set_step (PigaStepGoals *self, PigaContext *context, guint step)
{
  GListModel *goals = piga_store_list (piga_context_get_store (context), PIGA_TYPE_GOAL);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_of_step, self, NULL));

  self->step = step;
  gtk_actionable_set_action_target (self->new_goal, "u", step);
  self->goals = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (goals), filter));
  g_signal_connect_object (self->goals, "items-changed", G_CALLBACK (goals_changed_cb), self, 0);
  goals_changed_cb (self->goals, 0, 0, g_list_model_get_n_items (self->goals), self);
}
