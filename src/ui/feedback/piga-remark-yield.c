/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-remark-yield.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-linked-records.h"
#include "piga-practice-row.h"
#include "records/piga-goal.h"
#include "records/piga-question.h"

struct _PigaRemarkYield
{
  GObject parent_instance;

  PigaContext *context;
  GListModel *goals;
  GListModel *questions;
  AdwExpanderRow *parent; /* borrowed: it owns this */
  GPtrArray *goal_rows;
  GPtrArray *question_rows;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaRemarkYield, piga_remark_yield, G_TYPE_OBJECT)

static GtkWidget *
create_goal_row (PigaGoal *goal)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Your goal from this remark"));
  g_object_bind_property (goal, "title", row, "title", G_BINDING_SYNC_CREATE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", piga_record_get_id (goal));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.edit-goal");
  return row;
}

static GtkWidget *
create_row (PigaRemarkYield *self, gpointer record)
{
  if (PIGA_IS_GOAL (record))
    return create_goal_row (record);
  return piga_practice_row_new (self->context, record);
}

static void
replace_rows (PigaRemarkYield *self, GListModel *model, GPtrArray *rows, guint position,
              guint n_removed, guint n_added)
{
  for (guint i = 0; i < n_removed; i++)
    {
      adw_expander_row_remove (self->parent, g_ptr_array_index (rows, position));
      g_ptr_array_remove_index (rows, position);
    }
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (model, position + i);
      GtkWidget *row = create_row (self, record);

      g_ptr_array_insert (rows, (int) (position + i), row);
      adw_expander_row_add_row (self->parent, row);
    }
}

static void
goals_changed_cb (PigaRemarkYield *self, guint position, guint n_removed, guint n_added)
{
  replace_rows (self, self->goals, self->goal_rows, position, n_removed, n_added);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
questions_changed_cb (PigaRemarkYield *self, guint position, guint n_removed, guint n_added)
{
  replace_rows (self, self->questions, self->question_rows, position, n_removed, n_added);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
piga_remark_yield_dispose (GObject *object)
{
  PigaRemarkYield *self = PIGA_REMARK_YIELD (object);

  g_clear_object (&self->goals);
  g_clear_object (&self->questions);
  g_clear_pointer (&self->goal_rows, g_ptr_array_unref);
  g_clear_pointer (&self->question_rows, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_remark_yield_parent_class)->dispose (object);
}

static void
piga_remark_yield_class_init (PigaRemarkYieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_remark_yield_dispose;

  signals[CHANGED] = g_signal_new ("changed", PIGA_TYPE_REMARK_YIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
piga_remark_yield_init (PigaRemarkYield *self)
{
  self->goal_rows = g_ptr_array_new ();
  self->question_rows = g_ptr_array_new ();
}

/* A question that was asked in the interview did not come of the remark, nor goes with it. */
static gboolean
came_of_remark (gpointer item, gpointer user_data)
{
  return !piga_question_was_asked (item);
}

static GListModel *
list_questions (PigaStore *store, const char *remark)
{
  GListModel *linked =
    piga_linked_records (store, PIGA_TYPE_QUESTION, PIGA_QUESTION_REMARK, remark);

  return G_LIST_MODEL (gtk_filter_list_model_new (
    linked, GTK_FILTER (gtk_custom_filter_new (came_of_remark, NULL, NULL))));
}

/**
 * piga_remark_yield_new:
 * @context: the context
 * @remark: a remark
 * @parent: the row that shows it, which outlives the yield
 *
 * Returns: (transfer full): what became of it
 */
PigaRemarkYield *
piga_remark_yield_new (PigaContext *context, PigaRemark *remark, AdwExpanderRow *parent)
{
  PigaRemarkYield *self = g_object_new (PIGA_TYPE_REMARK_YIELD, NULL);
  PigaStore *store = piga_context_get_store (context);
  const char *id = piga_record_get_id (remark);

  self->context = g_object_ref (context);
  self->parent = parent;
  self->goals = piga_linked_records (store, PIGA_TYPE_GOAL, PIGA_GOAL_REMARK, id);
  self->questions = list_questions (store, id);
  replace_rows (self, self->goals, self->goal_rows, 0, 0, g_list_model_get_n_items (self->goals));
  replace_rows (self, self->questions, self->question_rows, 0, 0,
                g_list_model_get_n_items (self->questions));
  g_signal_connect_object (self->goals, "items-changed", G_CALLBACK (goals_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->questions, "items-changed", G_CALLBACK (questions_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * piga_remark_yield_describe:
 * @self: the yield
 *
 * Returns: (transfer full) (nullable): in a word or two what became of the remark; %NULL for
 *   nothing
 */
char *
piga_remark_yield_describe (PigaRemarkYield *self)
{
  if (self->goal_rows->len > 0 && self->question_rows->len > 0)
    return g_strdup (_ ("A goal and a question to practise"));
  if (self->goal_rows->len > 0)
    return g_strdup (_ ("A goal came of it"));
  if (self->question_rows->len > 0)
    return g_strdup (_ ("A question to practise came of it"));
  return NULL;
}

/**
 * piga_remark_yield_flush:
 * @self: the yield
 *
 * Hands what was changed to the store, without waiting for the answer.
 */
void
piga_remark_yield_flush (PigaRemarkYield *self)
{
  for (guint i = 0; i < self->question_rows->len; i++)
    piga_practice_row_flush (self->question_rows->pdata[i]);
}
