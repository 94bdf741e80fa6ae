/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-goal-page.h"

#include <glib/gi18n-lib.h>

#include "guide/piga-guide.h"
#include "kit/piga-page-ids.h"
#include "kit/piga-writable.h"
#include "piga-goal-answers.h"
#include "piga-goal-history.h"
#include "piga-goal-source.h"
#include "piga-mark-row.h"
#include "records/piga-counted-marks.h"
#include "records/piga-goal-actions.h"
#include "records/piga-mark-popover.h"

/* How many marks are shown at first, and how many more each time. */
#define MARKS_SHOWN 14

struct _PigaGoalPage
{
  AdwNavigationPage parent_instance;

  PigaProgressRing *ring;
  GtkLabel *title_label;
  GtkLabel *pace_label;
  GtkLabel *forecast_label;
  GtkWidget *mark_box;
  GtkMenuButton *more_button;
  GtkWidget *state_box;
  GtkLabel *state_label;
  GtkWidget *step_list;
  AdwActionRow *step_row;
  AdwActionRow *source_row;
  GtkWidget *add_button;
  GtkWidget *log_button;
  AdwPreferencesGroup *history_group;
  PigaBars *bars;
  PigaGoalAnswers *answers;
  GtkWidget *marks_group;
  GtkListBox *marks_list;
  GtkWidget *show_more_button;

  PigaGoalTally *tally;
  GtkSliceListModel *marks;
};

G_DEFINE_FINAL_TYPE (PigaGoalPage, piga_goal_page, ADW_TYPE_NAVIGATION_PAGE)

static PigaContext *
get_context (PigaGoalPage *self)
{
  return piga_goal_tally_get_context (self->tally);
}

static PigaDay
get_today (PigaGoalPage *self)
{
  return piga_clock_get_today (piga_context_get_clock (get_context (self)));
}

static void
update_state (PigaGoalPage *self, PigaGoal *goal)
{
  const PigaGoalState state = piga_record_get_integer (goal, PIGA_GOAL_STATE);
  const gboolean is_going = state == PIGA_GOAL_STATE_GOING;
  const gboolean is_writable = piga_writable_is (piga_context_get_store (get_context (self)));
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_visible (self->mark_box, is_going);
  gtk_widget_set_visible (self->add_button, !piga_goal_counts_itself (goal));
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), !piga_goal_counts_itself (goal));
  gtk_widget_set_visible (self->log_button, piga_goal_counts_itself (goal));
  gtk_widget_set_visible (self->state_box, !is_going);
  gtk_label_set_label (self->state_label, piga_record_get_choice_label (goal, PIGA_GOAL_STATE));
  gtk_widget_action_set_enabled (widget, "goal.reach",
                                 is_writable && state != PIGA_GOAL_STATE_REACHED);
  gtk_widget_action_set_enabled (widget, "goal.set-aside",
                                 is_writable && state != PIGA_GOAL_STATE_SET_ASIDE);
  gtk_widget_action_set_enabled (widget, "goal.go-on", is_writable && !is_going);
}

static void
update_pace (PigaGoalPage *self, PigaGoal *goal)
{
  const gboolean is_going =
    piga_record_get_integer (goal, PIGA_GOAL_STATE) == PIGA_GOAL_STATE_GOING;
  g_autofree char *pace = piga_goal_tally_get_sentence (self->tally);
  g_autofree char *forecast = is_going ? piga_goal_tally_get_forecast (self->tally) : NULL;

  gtk_label_set_label (self->pace_label, pace);
  gtk_label_set_label (self->forecast_label, forecast != NULL ? forecast : "");
  gtk_widget_set_visible (GTK_WIDGET (self->forecast_label), forecast != NULL);
}

/* Where the goal was found: in what was said, or in what comes back. */
static gboolean
update_source (PigaGoalPage *self, PigaGoal *goal)
{
  const gboolean is_found = piga_goal_source_show (self->source_row, get_context (self), goal);

  gtk_widget_set_visible (GTK_WIDGET (self->source_row), is_found);
  return is_found;
}

static void
update_step (PigaGoalPage *self, PigaGoal *goal)
{
  const guint step = piga_record_get_integer (goal, PIGA_GOAL_STEP);
  g_autofree char *title = NULL;
  g_autofree char *action = NULL;
  char id[PIGA_PAGE_ID_LENGTH];

  gtk_widget_set_visible (GTK_WIDGET (self->step_row), step != 0);
  gtk_widget_set_visible (self->step_list, update_source (self, goal) || step != 0);
  if (step == 0)
    return;

  /* Translators: a goal that was set while working on this step. */
  title = g_strdup_printf (_ ("Set in step %u"), step);
  piga_page_ids_get_step_id (step, id);
  action = g_strdup_printf ("win.show-page::%s", id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->step_row), title);
  adw_action_row_set_subtitle (self->step_row, _ (piga_guide_get_step (step)->title));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->step_row), action);
}

static void
update_marks (PigaGoalPage *self)
{
  GListModel *all = piga_goal_tally_get_marks (self->tally);
  const guint n_marks = g_list_model_get_n_items (all);

  gtk_widget_set_visible (self->marks_group, n_marks > 0);
  gtk_widget_set_visible (self->show_more_button,
                          n_marks > gtk_slice_list_model_get_size (self->marks));
}

static void
update (PigaGoalPage *self)
{
  PigaGoal *goal = piga_goal_tally_get_goal (self->tally);

  gtk_label_set_label (self->title_label, piga_record_get_text (goal, PIGA_GOAL_TITLE));
  piga_goal_tally_show_ring (self->tally, self->ring);
  update_pace (self, goal);
  update_state (self, goal);
  update_step (self, goal);
  adw_preferences_group_set_title (self->history_group, piga_goal_history_title (goal));
  piga_goal_history_show (self->tally, self->bars);
  update_marks (self);
}

/* Apart from update(), so that a mark does not take the selection out of an answer. */
static void
goal_changed_cb (PigaGoalPage *self, GParamSpec *pspec, PigaGoal *goal)
{
  if (pspec->owner_type == PIGA_TYPE_GOAL)
    piga_goal_answers_show (self->answers, goal);
}

static void
add_cb (PigaGoalPage *self)
{
  piga_goal_mark (GTK_WIDGET (self), self->tally, get_today (self), 1);
}

static void
rest_cb (PigaGoalPage *self)
{
  piga_goal_rest (GTK_WIDGET (self), self->tally, get_today (self));
}

static void
show_more_cb (PigaGoalPage *self)
{
  gtk_slice_list_model_set_size (self->marks,
                                 gtk_slice_list_model_get_size (self->marks) + MARKS_SHOWN);
  update_marks (self);
}

static void
move_goal (PigaGoalPage *self, PigaGoalState state)
{
  piga_goal_move (GTK_WIDGET (self), get_context (self), piga_goal_tally_get_goal (self->tally),
                  state);
}

static void
reach_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_goal (PIGA_GOAL_PAGE (widget), PIGA_GOAL_STATE_REACHED);
}

static void
set_aside_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_goal (PIGA_GOAL_PAGE (widget), PIGA_GOAL_STATE_SET_ASIDE);
}

static void
go_on_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_goal (PIGA_GOAL_PAGE (widget), PIGA_GOAL_STATE_GOING);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaGoalPage *self = PIGA_GOAL_PAGE (widget);

  piga_goal_delete (widget, get_context (self), piga_goal_tally_get_goal (self->tally));
}

/* A page whose goal has gone, by whatever way, has nothing to show any more. */
static void
goal_deleted_cb (PigaGoalPage *self, gpointer goal)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (goal == piga_goal_tally_get_goal (self->tally) && view != NULL)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

/* An import may have brought the goal's way into the trash with it. */
static void
reset_cb (PigaGoalPage *self)
{
  PigaGoal *goal = piga_goal_tally_get_goal (self->tally);

  if (piga_record_get_deleted_at (goal) != 0)
    goal_deleted_cb (self, goal);
}

static int
compare_marks (gconstpointer one, gconstpointer other, gpointer user_data)
{
  const PigaDay day = piga_record_get_day ((gpointer) one, PIGA_GOAL_MARK_DAY);
  const PigaDay other_day = piga_record_get_day ((gpointer) other, PIGA_GOAL_MARK_DAY);
  const gint64 made = piga_record_get_created_at ((gpointer) one);
  const gint64 other_made = piga_record_get_created_at ((gpointer) other);

  if (day != other_day)
    return day > other_day ? -1 : 1;
  return (made < other_made) - (made > other_made);
}

static GtkWidget *
create_mark_row_cb (gpointer mark, gpointer user_data)
{
  return piga_mark_row_new (PIGA_GOAL_PAGE (user_data)->tally, mark);
}

static void
piga_goal_page_dispose (GObject *object)
{
  PigaGoalPage *self = PIGA_GOAL_PAGE (object);

  if (self->marks_list != NULL)
    gtk_list_box_bind_model (self->marks_list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_GOAL_PAGE);
  g_clear_object (&self->marks);
  g_clear_object (&self->tally);

  G_OBJECT_CLASS (piga_goal_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, ring);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, pace_label);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, forecast_label);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, mark_box);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, state_box);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, step_list);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, step_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, source_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, log_button);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, history_group);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, bars);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, answers);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, marks_group);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, marks_list);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalPage, show_more_button);
}

static void
piga_goal_page_class_init (PigaGoalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_goal_page_dispose;

  g_type_ensure (PIGA_TYPE_BARS);
  g_type_ensure (PIGA_TYPE_GOAL_ANSWERS);
  g_type_ensure (PIGA_TYPE_PROGRESS_RING);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-goal-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, rest_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_more_cb);

  gtk_widget_class_install_action (widget_class, "goal.reach", NULL, reach_cb);
  gtk_widget_class_install_action (widget_class, "goal.set-aside", NULL, set_aside_cb);
  gtk_widget_class_install_action (widget_class, "goal.go-on", NULL, go_on_cb);
  gtk_widget_class_install_action (widget_class, "goal.delete", NULL, delete_cb);
}

static void
piga_goal_page_init (PigaGoalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Its own words, “+1”, would be read before what it is called. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->add_button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
show_marks (PigaGoalPage *self)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_marks, NULL, NULL));
  GListModel *marks = piga_goal_tally_get_marks (self->tally);
  GListModel *sorted = G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (marks), sorter));

  self->marks = gtk_slice_list_model_new (sorted, 0, MARKS_SHOWN);
  gtk_list_box_bind_model (self->marks_list, G_LIST_MODEL (self->marks), create_mark_row_cb, self,
                           NULL);
}

/**
 * piga_goal_page_new:
 * @context: the context
 * @goal: a goal
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
piga_goal_page_new (PigaContext *context, PigaGoal *goal)
{
  PigaGoalPage *self = g_object_new (PIGA_TYPE_GOAL_PAGE, NULL);
  PigaStore *store = piga_context_get_store (context);

  self->tally = piga_goal_tally_new (context, goal);
  show_marks (self);
  gtk_menu_button_set_popover (self->more_button, piga_mark_popover_new (self->tally));
  g_signal_connect_object (self->tally, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-deleted::goal", G_CALLBACK (goal_deleted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  piga_writable_follow (self->mark_box, store);
  piga_writable_follow_action (self, store, "goal.delete");
  g_signal_connect_object (goal, "notify", G_CALLBACK (goal_changed_cb), self, G_CONNECT_SWAPPED);
  piga_goal_answers_show (self->answers, goal);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * piga_goal_page_get_goal:
 * @self: the page
 *
 * Returns: (transfer none): its goal
 */
PigaGoal *
piga_goal_page_get_goal (PigaGoalPage *self)
{
  return piga_goal_tally_get_goal (self->tally);
}
