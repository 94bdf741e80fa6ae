/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-goal-deeds.h"

#include <glib/gi18n-lib.h>

#include "parts/piga-record-remove.h"
#include "parts/piga-toast.h"
#include "piga-language.h"

/* What it takes to undo a deed. */
typedef struct
{
  PigaStore *store;
  gpointer record;
  PigaGoalState state;
} Undo;

static Undo *
undo_new (PigaContext *context, gpointer record)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->store = g_object_ref (piga_context_get_store (context));
  undo->record = g_object_ref (record);
  return undo;
}

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->store);
  g_object_unref (undo->record);
  g_free (undo);
}

/* The window's banner tells of saves that fail; nothing is left to do here. */
static void
undo_by_deleting (gpointer data)
{
  Undo *undo = data;

  piga_store_delete_async (undo->store, undo->record, NULL, NULL, NULL);
}

static void
undo_by_moving_back (gpointer data)
{
  Undo *undo = data;

  piga_record_set_integer (undo->record, PIGA_GOAL_STATE, undo->state);
  piga_store_save_async (undo->store, undo->record, NULL, NULL, NULL);
}

static void
say (GtkWidget *widget, const char *title, PigaUndoFunc undo, Undo *data)
{
  piga_toast_show_undo (widget, title, undo, data, undo_free);
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), title,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
keep_mark (GtkWidget *widget, PigaGoalTally *tally, PigaDay day, double amount, gboolean is_rest,
           const char *title)
{
  PigaContext *context = piga_goal_tally_get_context (tally);
  g_autoptr (PigaRecord) mark = piga_record_new (PIGA_TYPE_GOAL_MARK);

  piga_record_set_text (mark, PIGA_GOAL_MARK_GOAL,
                        piga_record_get_id (piga_goal_tally_get_goal (tally)));
  piga_record_set_day (mark, PIGA_GOAL_MARK_DAY, day);
  piga_record_set_real (mark, PIGA_GOAL_MARK_AMOUNT, amount);
  piga_record_set_boolean (mark, PIGA_GOAL_MARK_REST, is_rest);
  piga_store_save_async (piga_context_get_store (context), mark, NULL, NULL, NULL);
  say (widget, title, undo_by_deleting, undo_new (context, mark));
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
  g_autofree char *title = g_strdup_printf (_("+%s marked"), number);

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
    piga_toast_show (widget, _("This day is already marked as rest"));
  else
    keep_mark (widget, tally, day, 0, TRUE, _("Rest marked. Resting is a step too."));
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
  piga_record_remove (widget, piga_context_get_store (context), mark, _("Mark deleted"));
}

static const char *
say_move (PigaGoalState state)
{
  switch (state)
    {
    case PIGA_GOAL_STATE_REACHED:
      return _("Well done! Goal reached.");
    case PIGA_GOAL_STATE_SET_ASIDE:
      return _("Goal set aside");
    case PIGA_GOAL_STATE_GOING:
    default:
      return _("The goal goes on");
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
  Undo *undo = undo_new (context, goal);

  undo->state = piga_record_get_integer (goal, PIGA_GOAL_STATE);
  piga_record_set_integer (goal, PIGA_GOAL_STATE, state);
  piga_store_save_async (undo->store, goal, NULL, NULL, NULL);
  say (widget, say_move (state), undo_by_moving_back, undo);
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
  piga_record_remove (widget, piga_context_get_store (context), goal, _("Goal deleted"));
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
  piga_record_remove (widget, piga_context_get_store (context), goal, _("New goal discarded"));
}
