/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One mark for each application sent since the week in which the goal was set. The mark is no
 * second record of the same fact: when the date of an application is mended, so is the mark. */

#include "config.h"

#include "piga-counted-marks.h"

#include "sense/piga-round.h"

struct _PigaCountedMarks
{
  GObject parent_instance;

  PigaContext *context;
  PigaGoal *goal;
  GListModel *applications; /* those that may count; NULL until they are needed */
  GPtrArray *marks;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaCountedMarks, piga_counted_marks, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return PIGA_TYPE_GOAL_MARK;
}

static guint
get_n_items (GListModel *model)
{
  return PIGA_COUNTED_MARKS (model)->marks->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PigaCountedMarks *self = PIGA_COUNTED_MARKS (model);

  if (position >= self->marks->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->marks, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static PigaGoalMark *
make_mark (PigaCountedMarks *self, PigaJobApplication *application, PigaDay day)
{
  PigaGoalMark *mark = piga_record_new (PIGA_TYPE_GOAL_MARK);
  g_autofree char *title = piga_job_application_title (application);

  piga_record_set_text (mark, PIGA_GOAL_MARK_GOAL, piga_record_get_id (self->goal));
  piga_record_set_day (mark, PIGA_GOAL_MARK_DAY, day);
  piga_record_set_real (mark, PIGA_GOAL_MARK_AMOUNT, 1);
  piga_record_set_text (mark, PIGA_GOAL_MARK_NOTE, title);
  return mark;
}

static PigaDay
get_day_set (PigaCountedMarks *self)
{
  return piga_day_from_time (piga_record_get_created_at (self->goal));
}

static void
count (PigaCountedMarks *self)
{
  const PigaDay first =
    piga_calendar_first_of_week (get_day_set (self), piga_context_get_week_start (self->context));
  const guint n_applications = g_list_model_get_n_items (self->applications);

  for (guint i = 0; i < n_applications; i++)
    {
      g_autoptr (PigaJobApplication) application = g_list_model_get_item (self->applications, i);
      const PigaDay day = piga_record_get_day (application, PIGA_JOB_APPLICATION_APPLIED_ON);

      if (day >= first)
        g_ptr_array_add (self->marks, make_mark (self, application, day));
    }
}

static void
count_again (PigaCountedMarks *self)
{
  const guint n_before = self->marks->len;

  g_ptr_array_set_size (self->marks, 0);
  if (piga_goal_counts_itself (self->goal))
    count (self);
  if (n_before > 0 || self->marks->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->marks->len);
}

/* The applications are many, and most goals do not ask for them. */
static void
counts_changed_cb (PigaCountedMarks *self)
{
  PigaStore *store = piga_context_get_store (self->context);
  const guint field = PIGA_JOB_APPLICATION_APPLIED_ON;

  if (self->applications == NULL && piga_goal_counts_itself (self->goal))
    {
      /* Whichever day the week begins on. */
      self->applications =
        piga_store_list_since (store, PIGA_TYPE_JOB_APPLICATION, &field, 1, get_day_set (self) - 6);
      g_signal_connect_object (self->applications, "items-changed", G_CALLBACK (count_again), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "record-saved::application", G_CALLBACK (count_again), self,
                               G_CONNECT_SWAPPED);
    }
  if (self->applications != NULL)
    count_again (self);
}

static void
piga_counted_marks_dispose (GObject *object)
{
  PigaCountedMarks *self = PIGA_COUNTED_MARKS (object);

  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_object (&self->applications);
  g_clear_object (&self->goal);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_counted_marks_parent_class)->dispose (object);
}

static void
piga_counted_marks_class_init (PigaCountedMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_counted_marks_dispose;
}

static void
piga_counted_marks_init (PigaCountedMarks *self)
{
  self->marks = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * piga_counted_marks_new:
 * @context: the context
 * @goal: a goal
 *
 * Returns: (transfer full): the marks that it gets by itself
 */
GListModel *
piga_counted_marks_new (PigaContext *context, PigaGoal *goal)
{
  PigaCountedMarks *self = g_object_new (PIGA_TYPE_COUNTED_MARKS, NULL);

  self->context = g_object_ref (context);
  self->goal = g_object_ref (goal);
  g_signal_connect_object (goal, "notify::counts", G_CALLBACK (counts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  counts_changed_cb (self);
  return G_LIST_MODEL (self);
}

/**
 * piga_goal_counts_itself:
 * @goal: a goal
 *
 * Returns: whether it is marked by the applications that are sent, not by hand
 */
gboolean
piga_goal_counts_itself (PigaGoal *goal)
{
  return piga_record_get_integer (goal, PIGA_GOAL_COUNTS) == PIGA_GOAL_COUNTS_APPLICATIONS;
}

/**
 * piga_goal_mark_is_counted:
 * @mark: a mark of a goal
 *
 * Returns: whether it was counted and not made by the person; it cannot be taken away then
 */
gboolean
piga_goal_mark_is_counted (PigaGoalMark *mark)
{
  return piga_record_get_revision (mark) == 0;
}
