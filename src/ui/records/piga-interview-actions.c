/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of an interview is written down once and kept in two places: the interview knows its
 * outcome and since when it is known, the application has a day for the stage that it came to. */

#include "piga-interview-actions.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-record-remove.h"
#include "kit/piga-toast.h"
#include "kit/piga-undo.h"
#include "sense/piga-stage.h"

static PigaJobApplication *
get_application (PigaContext *context, PigaInterview *interview)
{
  return piga_rounds_get_application (piga_context_get_rounds (context), interview);
}

static void
save (PigaStore *store, gpointer record)
{
  piga_store_save_async (store, record, NULL, NULL, NULL);
}

/* The way back for an interview and its application. */
static PigaUndo *
note_before (PigaContext *context, PigaInterview *interview)
{
  PigaUndo *undo = piga_undo_new (piga_context_get_store (context));
  PigaJobApplication *application = get_application (context, interview);

  piga_undo_add_changed (undo, interview);
  if (application != NULL)
    piga_undo_add_changed (undo, application);
  return undo;
}

/* Needs no widget that may have gone meanwhile: the interview is there in any case. */
typedef struct
{
  GWeakRef widget;
  PigaInterview *interview;
} Opening;

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&opening->widget);
  g_autoptr (PigaInterview) interview = opening->interview;
  g_autoptr (GError) error = NULL;
  const gboolean is_saved = piga_store_save_finish (PIGA_STORE (source), result, &error);

  if (widget != NULL && is_saved)
    gtk_widget_activate_action (widget, "room.open-tool", "(ss)", "interview",
                                piga_record_get_id (interview));
  else if (widget != NULL)
    piga_toast_show (widget, error->message);
  g_weak_ref_clear (&opening->widget);
  g_free (opening);
}

/**
 * piga_interview_add:
 * @widget: where it is done, in a room
 * @context: the context
 * @application: an application
 *
 * Notes an interview that the application has led to, held or still to come, and opens its page. An
 * application that had not come so far is an invitation from now on.
 */
void
piga_interview_add (GtkWidget *widget, PigaContext *context, PigaJobApplication *application)
{
  PigaStore *store = piga_context_get_store (context);
  g_autoptr (PigaInterview) interview = piga_record_new (PIGA_TYPE_INTERVIEW);
  Opening *opening = g_new0 (Opening, 1);

  if (piga_stage_get (application) < PIGA_STAGE_INVITED)
    {
      piga_stage_move (application, PIGA_STAGE_INVITED, piga_context_get_today (context));
      save (store, application);
    }
  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  g_weak_ref_init (&opening->widget, widget);
  opening->interview = g_object_ref (interview);
  piga_store_save_async (store, interview, NULL, added_cb, opening);
}

/* The stage that an outcome brings the application to; thinking for none. */
static PigaStage
get_stage (PigaInterviewOutcome outcome)
{
  switch (outcome)
    {
    case PIGA_INTERVIEW_OUTCOME_NEXT_ROUND:
      return PIGA_STAGE_INVITED;
    case PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN:
      return PIGA_STAGE_NOT_CHOSEN;
    case PIGA_INTERVIEW_OUTCOME_OFFER:
      return PIGA_STAGE_OFFERED;
    case PIGA_INTERVIEW_OUTCOME_WITHDRAWN:
      return PIGA_STAGE_WITHDRAWN;
    case PIGA_INTERVIEW_OUTCOME_WAITING:
    default:
      return PIGA_STAGE_THINKING;
    }
}

/* Only what an outcome has written is taken out with it, not what the person wrote there. */
static void
retract (PigaInterview *interview, PigaJobApplication *application)
{
  const PigaStage stage = get_stage (piga_record_get_integer (interview, PIGA_INTERVIEW_OUTCOME));
  const PigaDay heard_on = piga_record_get_day (interview, PIGA_INTERVIEW_HEARD_ON);

  if (stage != PIGA_STAGE_THINKING && heard_on != PIGA_DAY_NONE
      && piga_stage_get_day (application, stage) == heard_on)
    piga_record_set_day (application, PIGA_JOB_APPLICATION_THINKING_ON + stage, PIGA_DAY_NONE);
}

/* The day of the interview is put into the history as it is: moving the application there would
 * take out what came later. */
static void
advance (PigaInterview *interview, PigaJobApplication *application)
{
  const PigaStage stage = get_stage (piga_record_get_integer (interview, PIGA_INTERVIEW_OUTCOME));
  const PigaDay day = piga_record_get_day (interview, PIGA_INTERVIEW_DAY);
  const PigaDay heard_on = piga_record_get_day (interview, PIGA_INTERVIEW_HEARD_ON);

  if (stage == PIGA_STAGE_THINKING)
    return;
  if (day != PIGA_DAY_NONE && day <= heard_on)
    piga_record_set_day (application, PIGA_JOB_APPLICATION_INTERVIEWED_ON, day);
  piga_stage_move (application, stage, heard_on);
}

static void
set_outcome (PigaInterview *interview, PigaInterviewOutcome outcome, PigaDay today)
{
  if (outcome == PIGA_INTERVIEW_OUTCOME_WAITING)
    piga_record_set_day (interview, PIGA_INTERVIEW_HEARD_ON, PIGA_DAY_NONE);
  else if (piga_record_get_day (interview, PIGA_INTERVIEW_HEARD_ON) == PIGA_DAY_NONE)
    piga_record_set_day (interview, PIGA_INTERVIEW_HEARD_ON, today);
  if (outcome == PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN)
    piga_round_begin (interview, today);
  else
    piga_record_set_integer (interview, PIGA_INTERVIEW_OUTCOME, outcome);
}

static const char *
say_outcome (PigaInterviewOutcome outcome)
{
  switch (outcome)
    {
    case PIGA_INTERVIEW_OUTCOME_NEXT_ROUND:
      return _ ("Well done! You are through to another interview.");
    case PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN:
      return _ ("Noted. The twelve steps are there for this one, whenever you are ready.");
    case PIGA_INTERVIEW_OUTCOME_OFFER:
      return _ ("Well done! You have an offer.");
    case PIGA_INTERVIEW_OUTCOME_WITHDRAWN:
      return _ ("Noted that you withdrew");
    case PIGA_INTERVIEW_OUTCOME_WAITING:
    default:
      return _ ("Waiting to hear again");
    }
}

/**
 * piga_interview_decide:
 * @widget: where it is done
 * @context: the context
 * @interview: an interview
 * @outcome: what became of it
 *
 * Writes the outcome, and the stage that the application came to by it. “Not chosen” begins a
 * round.
 */
void
piga_interview_decide (GtkWidget *widget, PigaContext *context, PigaInterview *interview,
                       PigaInterviewOutcome outcome)
{
  PigaStore *store = piga_context_get_store (context);
  PigaJobApplication *application = get_application (context, interview);
  PigaUndo *undo = note_before (context, interview);

  if (application != NULL)
    retract (interview, application);
  set_outcome (interview, outcome, piga_context_get_today (context));
  if (application != NULL)
    {
      advance (interview, application);
      save (store, application);
    }
  save (store, interview);
  piga_undo_offer (undo, widget, say_outcome (outcome));
}

/**
 * piga_interview_move_heard_on:
 * @context: the context
 * @interview: an interview whose day of hearing was changed
 * @before: the day it was before
 *
 * Lets the history of the application follow.
 */
void
piga_interview_move_heard_on (PigaContext *context, PigaInterview *interview, PigaDay before)
{
  const PigaStage stage = get_stage (piga_record_get_integer (interview, PIGA_INTERVIEW_OUTCOME));
  const PigaDay heard_on = piga_record_get_day (interview, PIGA_INTERVIEW_HEARD_ON);
  PigaJobApplication *application = get_application (context, interview);

  if (application == NULL || stage == PIGA_STAGE_THINKING || heard_on == PIGA_DAY_NONE
      || before == PIGA_DAY_NONE || piga_stage_get_day (application, stage) != before)
    return;
  piga_record_set_day (application, PIGA_JOB_APPLICATION_THINKING_ON + stage, heard_on);
  save (piga_context_get_store (context), application);
}

/**
 * piga_interview_close_round:
 * @widget: where it is done
 * @context: the context
 * @round: a round that the person is through with, whatever is left to do in it
 */
void
piga_interview_close_round (GtkWidget *widget, PigaContext *context, PigaInterview *round)
{
  PigaUndo *undo = note_before (context, round);

  piga_rounds_close (piga_context_get_rounds (context), round);
  piga_undo_offer (undo, widget, _ ("Closed. You can open it again at any time."));
}

/**
 * piga_interview_reopen_round:
 * @widget: where it is done
 * @context: the context
 * @round: a round that was closed
 */
void
piga_interview_reopen_round (GtkWidget *widget, PigaContext *context, PigaInterview *round)
{
  PigaUndo *undo = note_before (context, round);

  piga_rounds_reopen (piga_context_get_rounds (context), round);
  piga_undo_offer (undo, widget, _ ("Opened again"));
}

/**
 * piga_interview_delete:
 * @widget: where it is done
 * @context: the context
 * @interview: an interview
 *
 * Puts an interview into the trash. What belongs to it stays as it is, for when it comes back.
 */
void
piga_interview_delete (GtkWidget *widget, PigaContext *context, PigaInterview *interview)
{
  piga_record_remove (widget, piga_context_get_store (context), interview, _ ("Interview deleted"));
}
