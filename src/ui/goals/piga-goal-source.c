/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The way back from a goal to what it was born of. */

#include "config.h"

#include "piga-goal-source.h"

#include <glib/gi18n-lib.h>

#include "records/piga-remark.h"
#include "records/piga-theme.h"

static void
lead_to (AdwActionRow *row, const char *tool, const char *id)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-tool");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", "applications", tool, id);
}

static void
show_remark (AdwActionRow *row, PigaRemark *remark)
{
  const gboolean is_own = piga_record_get_integer (remark, PIGA_REMARK_VOICE) == PIGA_VOICE_ME;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), is_own ? _ ("Found in your debrief")
                                                                   : _ ("Found in what was said"));
  adw_action_row_set_subtitle (row, piga_record_get_text (remark, PIGA_REMARK_TEXT));
  lead_to (row, is_own ? "debrief" : "feedback-sorter",
           piga_record_get_text (remark, PIGA_REMARK_INTERVIEW));
}

static void
show_theme (AdwActionRow *row, PigaGoal *goal)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Found on the pattern board"));
  adw_action_row_set_subtitle (row, piga_record_get_choice_label (goal, PIGA_GOAL_THEME));
  lead_to (row, "patterns", "");
}

static void
show_round (AdwActionRow *row, PigaContext *context, PigaInterview *round)
{
  g_autofree char *title = piga_rounds_get_title (piga_context_get_rounds (context), round);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Set after an interview"));
  adw_action_row_set_subtitle (row, title);
  lead_to (row, "interview", piga_record_get_id (round));
}

/**
 * piga_goal_source_show:
 * @row: a row
 * @context: the context
 * @goal: a goal
 *
 * Makes @row say what the goal was born of, and lead there.
 *
 * Returns: whether there is such a thing
 */
gboolean
piga_goal_source_show (AdwActionRow *row, PigaContext *context, PigaGoal *goal)
{
  PigaStore *store = piga_context_get_store (context);
  PigaRemark *remark =
    piga_store_get (store, PIGA_TYPE_REMARK, piga_record_get_text (goal, PIGA_GOAL_REMARK));
  PigaInterview *round =
    piga_store_get (store, PIGA_TYPE_INTERVIEW, piga_record_get_text (goal, PIGA_GOAL_ROUND));

  if (remark != NULL)
    show_remark (row, remark);
  else if (piga_record_get_integer (goal, PIGA_GOAL_THEME) != PIGA_THEME_UNSAID)
    show_theme (row, goal);
  else if (round != NULL)
    show_round (row, context, round);
  else
    return FALSE;
  return TRUE;
}
