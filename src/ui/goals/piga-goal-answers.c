/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-goal-answers.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-field-binding.h"
#include "piga-language.h"

struct _PigaGoalAnswers
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group; /* a new one each time, owned by the bin */
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (PigaGoalAnswers, piga_goal_answers, ADW_TYPE_BIN)

static void
add_row (PigaGoalAnswers *self, const char *label, const char *answer)
{
  GtkWidget *row;

  if (answer[0] == '\0')
    return;

  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", label, "subtitle", answer, "use-markup", FALSE,
                      "subtitle-selectable", TRUE, NULL);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->group, row);
  self->n_rows++;
}

static void
add_text (PigaGoalAnswers *self, PigaGoal *goal, guint field)
{
  add_row (self, piga_field_get_label (goal, field), piga_record_get_text (goal, field));
}

static void
add_rhythm (PigaGoalAnswers *self, PigaGoal *goal)
{
  if (piga_record_get_integer (goal, PIGA_GOAL_RHYTHM) != PIGA_RHYTHM_ONCE)
    add_row (self, piga_field_get_label (goal, PIGA_GOAL_RHYTHM),
             piga_record_get_choice_label (goal, PIGA_GOAL_RHYTHM));
}

static void
add_due (PigaGoalAnswers *self, PigaGoal *goal)
{
  const PigaDay due = piga_record_get_day (goal, PIGA_GOAL_DUE);
  g_autofree char *date = NULL;

  if (due == PIGA_DAY_NONE)
    return;

  date = piga_calendar_date_with_weekday (due);
  add_row (self, _ ("By when"), date);
}

static void
piga_goal_answers_class_init (PigaGoalAnswersClass *klass)
{
}

static void
piga_goal_answers_init (PigaGoalAnswers *self)
{
}

/**
 * piga_goal_answers_show:
 * @self: the answers
 * @goal: a goal
 *
 * Shows what is answered about @goal.
 */
void
piga_goal_answers_show (PigaGoalAnswers *self, PigaGoal *goal)
{
  self->n_rows = 0;
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("The plan"));

  add_text (self, goal, PIGA_GOAL_WHAT);
  add_rhythm (self, goal);
  add_due (self, goal);
  add_text (self, goal, PIGA_GOAL_PLAN_WHEN);
  add_text (self, goal, PIGA_GOAL_PLAN_WHERE);
  add_text (self, goal, PIGA_GOAL_ABLE);
  add_text (self, goal, PIGA_GOAL_REASON);

  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_rows > 0);
}
