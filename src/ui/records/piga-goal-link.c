/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-goal-link.h"

/* Said only where it is not what one expects. */
static gboolean
state_to_subtitle (GBinding *binding, const GValue *state, GValue *subtitle, gpointer user_data)
{
  g_autoptr (GObject) goal = g_binding_dup_source (binding);

  if (piga_record_get_integer (goal, PIGA_GOAL_STATE) == PIGA_GOAL_STATE_GOING)
    g_value_set_static_string (subtitle, "");
  else
    g_value_set_string (subtitle, piga_record_get_choice_label (goal, PIGA_GOAL_STATE));
  return TRUE;
}

/**
 * piga_goal_link_new:
 * @goal: a goal
 *
 * Returns: (transfer floating): a row that leads to the goal
 */
GtkWidget *
piga_goal_link_new (PigaGoal *goal)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.edit-goal");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", piga_record_get_id (goal));
  g_object_bind_property (goal, "title", row, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (goal, "state", row, "subtitle", G_BINDING_SYNC_CREATE,
                               state_to_subtitle, NULL, NULL, NULL);
  return row;
}
