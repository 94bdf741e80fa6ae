/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-goal-actions.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-record-remove.h"
#include "kit/piga-toast.h"
#include "kit/piga-undo.h"
#include "piga-language.h"

static void
keep_mark (GtkWidget *widget, PigaGoalTally *tally, PigaDay day, double amount, gboolean is_rest,
           const char *title)
{
  PigaStore *store = piga_context_get_store (piga_goal_tally_get_context (tally));
  PigaUndo *undo = piga_undo_new (store);
  g_autoptr (PigaRecord) mark = piga_record_new (PIGA_TYPE_GOAL_MARK);

  piga_record_set_text (mark, PIGA_GOAL_MARK_GOAL,
                        piga_record_get_id (piga_goal_tally_get_goal (tally)));
  piga_record_set_day (mark, PIGA_GOAL_MARK_DAY, day);
  piga_record_set_real (mark, PIGA_GOAL_MARK_AMOUNT, amount);
  piga_record_set_boolean (mark, PIGA_GOAL_MARK_REST, is_rest);
  piga_store_save_async (store, mark, NULL, NULL, NULL);
  piga_undo_add_new (undo, mark);
  piga_undo_offer (undo, widget, title);
}

/**
 * piga_goal_mark:
 * @widget: where it is done
 * @tally: a goal
 * @day: on which day
 * @amount: how much was done
 *
 * Marks that something was done.
 */
void
piga_goal_mark (GtkWidget *widget, PigaGoalTally *tally, PigaDay day, double amount)
{
  g_autofree char *number = piga_language_number (amount);
  /* Translators: said when something was marked on a goal; %s is how much, such as 1. */
  g_autofree char *title = g_strdup_printf (_ ("+%s marked"), number);

  keep_mark (widget, tally, day, amount, FALSE, title);
}

/**
 * piga_goal_rest:
 * @widget: where it is done
 * @tally: a goal
 * @day: which day
 *
 * Marks a day as one of rest. A day is rested once: doing it again says so and changes nothing.
 */
void
piga_goal_rest (GtkWidget *widget, PigaGoalTally *tally, PigaDay day)
{
  if (piga_goal_tally_is_rest (tally, day))
    piga_toast_show (widget, _ ("This day is already marked as rest"));
  else
    keep_mark (widget, tally, day, 0, TRUE, _ ("Rest marked. Resting is a step too."));
}

/**
 * piga_goal_remove_mark:
 * @widget: where it is done
 * @context: the context
 * @mark: a mark
 *
 * Takes a mark away.
 */
void
piga_goal_remove_mark (GtkWidget *widget, PigaContext *context, PigaGoalMark *mark)
{
  piga_record_remove (widget, piga_context_get_store (context), mark, _ ("Mark deleted"));
}

static const char *
say_move (PigaGoalState state)
{
  switch (state)
    {
    case PIGA_GOAL_STATE_REACHED:
      return _ ("Well done! Goal reached.");
    case PIGA_GOAL_STATE_SET_ASIDE:
      return _ ("Goal set aside");
    case PIGA_GOAL_STATE_GOING:
    default:
      return _ ("The goal goes on");
    }
}

/**
 * piga_goal_move:
 * @widget: where it is done
 * @context: the context
 * @goal: a goal
 * @state: what it shall be: going on, reached, set aside
 */
void
piga_goal_move (GtkWidget *widget, PigaContext *context, PigaGoal *goal, PigaGoalState state)
{
  PigaStore *store = piga_context_get_store (context);
  PigaUndo *undo = piga_undo_new (store);

  piga_undo_add_changed (undo, goal);
  piga_record_set_integer (goal, PIGA_GOAL_STATE, state);
  piga_store_save_async (store, goal, NULL, NULL, NULL);
  piga_undo_offer (undo, widget, say_move (state));
}

/**
 * piga_goal_delete:
 * @widget: where it is done
 * @context: the context
 * @goal: a goal
 *
 * Puts a goal into the trash. Its marks stay as they are, for when it comes back.
 */
void
piga_goal_delete (GtkWidget *widget, PigaContext *context, PigaGoal *goal)
{
  piga_record_remove (widget, piga_context_get_store (context), goal, _ ("Goal deleted"));
}

/**
 * piga_goal_discard:
 * @widget: where it is done
 * @context: the context
 * @goal: a new goal that the person wants no more; it can be kept
 *
 * Keeps the goal and puts it into the trash, so that what was typed can come back.
 */
void
piga_goal_discard (GtkWidget *widget, PigaContext *context, PigaGoal *goal)
{
  piga_store_save_async (piga_context_get_store (context), goal, NULL, NULL, NULL);
  piga_record_remove (widget, piga_context_get_store (context), goal, _ ("New goal discarded"));
}
