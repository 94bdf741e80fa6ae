/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-goal-tally.h"

#include "piga-counted-marks.h"
#include "piga-language.h"
#include "records/piga-goal-mark.h"

#define DAYS_IN_WEEK 7

struct _PigaGoalTally
{
  GObject parent_instance;

  PigaContext *context;
  PigaGoal *goal;
  GListModel *marks;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaGoalTally, piga_goal_tally, G_TYPE_OBJECT)

static gboolean
is_of_goal (gpointer mark, gpointer user_data)
{
  return g_str_equal (piga_record_get_text (mark, PIGA_GOAL_MARK_GOAL), user_data);
}

static PigaDay
get_today (PigaGoalTally *self)
{
  return piga_clock_get_today (piga_context_get_clock (self->context));
}

static void
changed_cb (PigaGoalTally *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Times and revisions change with every save; they say nothing about where the goal stands. */
static void
goal_changed_cb (PigaGoalTally *self, GParamSpec *pspec)
{
  if (pspec->owner_type == PIGA_TYPE_GOAL)
    changed_cb (self);
}

/* A mark that is saved again after a change stays in the list without a word from it. */
static void
mark_saved_cb (PigaGoalTally *self, gpointer mark)
{
  if (is_of_goal (mark, (gpointer) piga_record_get_id (self->goal)))
    changed_cb (self);
}

static void
piga_goal_tally_dispose (GObject *object)
{
  PigaGoalTally *self = PIGA_GOAL_TALLY (object);

  g_clear_object (&self->marks);
  g_clear_object (&self->goal);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_goal_tally_parent_class)->dispose (object);
}

static void
piga_goal_tally_class_init (PigaGoalTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_goal_tally_dispose;

  signals[CHANGED] = g_signal_new ("changed", PIGA_TYPE_GOAL_TALLY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
piga_goal_tally_init (PigaGoalTally *self)
{
}

/* Those that were made by hand, rests among them, and those that the goal gets by itself. */
static GListModel *
make_marks (PigaContext *context, PigaGoal *goal)
{
  PigaStore *store = piga_context_get_store (context);
  GtkFilter *filter =
    GTK_FILTER (gtk_custom_filter_new (is_of_goal, g_strdup (piga_record_get_id (goal)), g_free));
  g_autoptr (GtkFilterListModel) made =
    gtk_filter_list_model_new (g_object_ref (piga_store_list (store, PIGA_TYPE_GOAL_MARK)), filter);
  g_autoptr (GListModel) counted = piga_counted_marks_new (context, goal);
  GListStore *both = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (both, made);
  g_list_store_append (both, counted);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (both)));
}

/**
 * piga_goal_tally_new:
 * @context: the context
 * @goal: a goal
 *
 * Returns: (transfer full): where @goal stands
 */
PigaGoalTally *
piga_goal_tally_new (PigaContext *context, PigaGoal *goal)
{
  PigaGoalTally *self = g_object_new (PIGA_TYPE_GOAL_TALLY, NULL);
  PigaStore *store = piga_context_get_store (context);

  self->context = g_object_ref (context);
  self->goal = g_object_ref (goal);
  self->marks = make_marks (context, goal);

  g_signal_connect_object (self->marks, "items-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::goal_mark", G_CALLBACK (mark_saved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (goal, "notify", G_CALLBACK (goal_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_settings (context), "changed::week-start",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * piga_goal_tally_get_context:
 * @self: the tally
 *
 * Returns: (transfer none): the context
 */
PigaContext *
piga_goal_tally_get_context (PigaGoalTally *self)
{
  return self->context;
}

/**
 * piga_goal_tally_get_goal:
 * @self: the tally
 *
 * Returns: (transfer none): the goal
 */
PigaGoal *
piga_goal_tally_get_goal (PigaGoalTally *self)
{
  return self->goal;
}

/**
 * piga_goal_tally_get_marks:
 * @self: the tally
 *
 * Returns: (transfer none): the marks of the goal, in no order that counts
 */
GListModel *
piga_goal_tally_get_marks (PigaGoalTally *self)
{
  return self->marks;
}

/**
 * piga_goal_tally_get_sentence:
 * @self: the tally
 *
 * Returns: (transfer full): the pace in words
 */
char *
piga_goal_tally_get_sentence (PigaGoalTally *self)
{
  return piga_pace_sentence (self->goal, self->marks, piga_context_get_week_start (self->context),
                             get_today (self));
}

/**
 * piga_goal_tally_get_forecast:
 * @self: the tally
 *
 * Returns: (transfer full) (nullable): when the goal will be reached at this pace, in words
 */
char *
piga_goal_tally_get_forecast (PigaGoalTally *self)
{
  return piga_pace_forecast (self->goal, self->marks, get_today (self));
}

/**
 * piga_goal_tally_get_history:
 * @self: the tally
 * @n_periods: how many periods
 *
 * Returns: (transfer full) (element-type PigaPeriod): the last periods
 */
GArray *
piga_goal_tally_get_history (PigaGoalTally *self, guint n_periods)
{
  return piga_pace_history (self->goal, self->marks, piga_context_get_week_start (self->context),
                            get_today (self), n_periods);
}

/**
 * piga_goal_tally_is_rest:
 * @self: the tally
 * @day: a day
 *
 * Returns: whether @day is marked as one of rest
 */
gboolean
piga_goal_tally_is_rest (PigaGoalTally *self, PigaDay day)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->marks); i++)
    {
      g_autoptr (PigaRecord) mark = g_list_model_get_item (self->marks, i);

      if (piga_record_get_boolean (mark, PIGA_GOAL_MARK_REST)
          && piga_record_get_day (mark, PIGA_GOAL_MARK_DAY) == day)
        return TRUE;
    }
  return FALSE;
}

/**
 * piga_goal_tally_show_ring:
 * @self: the tally
 * @ring: a ring
 *
 * Makes @ring show how much of the goal is done in its time. A goal without a number has no share
 * to show; its ring stays empty around the count of its marks.
 */
void
piga_goal_tally_show_ring (PigaGoalTally *self, PigaProgressRing *ring)
{
  const gboolean is_over =
    piga_record_get_integer (self->goal, PIGA_GOAL_STATE) == PIGA_GOAL_STATE_REACHED;
  g_autofree char *sentence = piga_goal_tally_get_sentence (self);
  g_autofree char *number = NULL;
  PigaPeriod period;

  piga_pace_measure (self->goal, self->marks, piga_context_get_week_start (self->context),
                     get_today (self), &period);
  /* A week of rest is no nought. */
  if (!period.rest || period.n_marks > 0)
    number = piga_language_number (period.target > 0 ? period.done : period.n_marks);

  piga_progress_ring_set_label (ring, number != NULL ? number : "");
  piga_progress_ring_set_fraction (ring, is_over ? 1 : piga_pace_get_fraction (&period));
  piga_progress_ring_set_checked (ring, is_over || piga_pace_is_reached (&period));
  piga_progress_ring_set_value_text (ring, sentence);
}

/**
 * piga_goal_group:
 * @goal: a goal
 * @week_start: the day on which the person's week begins
 * @today: the day it is
 *
 * A week asks for the goals that come back every week, and for those that are due by its end: also
 * when that day has passed, so that none is lost from sight.
 *
 * Returns: where @goal stands in the room
 */
PigaGoalGroup
piga_goal_group (PigaGoal *goal, PigaWeekStart week_start, PigaDay today)
{
  const PigaDay due = piga_record_get_day (goal, PIGA_GOAL_DUE);
  const PigaDay next_week = piga_calendar_first_of_week (today, week_start) + DAYS_IN_WEEK;

  switch ((PigaGoalState) piga_record_get_integer (goal, PIGA_GOAL_STATE))
    {
    case PIGA_GOAL_STATE_REACHED:
      return PIGA_GOAL_GROUP_REACHED;
    case PIGA_GOAL_STATE_SET_ASIDE:
      return PIGA_GOAL_GROUP_ASIDE;
    case PIGA_GOAL_STATE_GOING:
      break;
    }

  if (piga_record_get_integer (goal, PIGA_GOAL_RHYTHM) == PIGA_RHYTHM_WEEKLY
      || (due != PIGA_DAY_NONE && due < next_week))
    return PIGA_GOAL_GROUP_WEEK;
  return PIGA_GOAL_GROUP_GOING;
}
