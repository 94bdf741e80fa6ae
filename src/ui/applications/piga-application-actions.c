/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-application-actions.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-linked-records.h"
#include "kit/piga-record-remove.h"
#include "kit/piga-undo.h"
#include "sense/piga-round.h"

/* The interview that an answer is about is the last one. */
static PigaInterview *
find_last_interview (PigaContext *context, PigaJobApplication *application)
{
  g_autoptr (GListModel) interviews =
    piga_linked_records (piga_context_get_store (context), PIGA_TYPE_INTERVIEW,
                         PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  g_autoptr (PigaInterview) last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (interviews); i++)
    {
      g_autoptr (PigaInterview) interview = g_list_model_get_item (interviews, i);

      if (last == NULL
          || piga_record_get_day (interview, PIGA_INTERVIEW_DAY)
               >= piga_record_get_day (last, PIGA_INTERVIEW_DAY))
        g_set_object (&last, interview);
    }
  return g_steal_pointer (&last);
}

static void
move (PigaContext *context, PigaUndo *undo, PigaJobApplication *application, PigaStage stage)
{
  piga_undo_add_changed (undo, application);
  piga_stage_move (application, stage, piga_context_get_today (context));
  piga_store_save_async (piga_context_get_store (context), application, NULL, NULL, NULL);
}

static void
say_move (PigaUndo *undo, GtkWidget *widget, PigaStage stage)
{
  /* Translators: said when an application came to another stage; %s is such as “Invited”. */
  g_autofree char *title = g_strdup_printf (_ ("Now: %s"), piga_stage_get_label (stage));

  piga_undo_offer (undo, widget, title);
}

/* A “no” after an interview begins the steps anew. Without an interview it is first asked whether
 * there was one. */
static void
close_with_no (GtkWidget *widget, PigaContext *context, PigaJobApplication *application)
{
  g_autoptr (PigaInterview) interview = find_last_interview (context, application);
  PigaStore *store = piga_context_get_store (context);
  PigaUndo *undo;

  if (interview == NULL)
    {
      gtk_widget_activate_action (widget, "win.log-rejection", "s",
                                  piga_record_get_id (application));
      return;
    }

  undo = piga_undo_new (store);
  move (context, undo, application, PIGA_STAGE_NOT_CHOSEN);
  if (piga_round_is (interview))
    {
      say_move (undo, widget, PIGA_STAGE_NOT_CHOSEN);
      return;
    }

  piga_undo_add_changed (undo, interview);
  piga_round_begin (interview, piga_context_get_today (context));
  piga_store_save_async (store, interview, NULL, NULL, NULL);
  piga_undo_offer (undo, widget, _ ("The steps are ready when you are."));
}

/**
 * piga_application_move:
 * @widget: where it is done
 * @context: the context
 * @application: an application
 * @stage: the stage that it came to today
 */
void
piga_application_move (GtkWidget *widget, PigaContext *context, PigaJobApplication *application,
                       PigaStage stage)
{
  PigaUndo *undo;

  if (piga_stage_get (application) == stage && piga_stage_get_since (application) != PIGA_DAY_NONE)
    return;
  if (stage == PIGA_STAGE_NOT_CHOSEN)
    {
      close_with_no (widget, context, application);
      return;
    }

  undo = piga_undo_new (piga_context_get_store (context));
  move (context, undo, application, stage);
  say_move (undo, widget, stage);
}

/**
 * piga_application_follow_up:
 * @widget: where it is done
 * @context: the context
 * @application: an application
 *
 * Notes that the person asked the employer about it today.
 */
void
piga_application_follow_up (GtkWidget *widget, PigaContext *context,
                            PigaJobApplication *application)
{
  PigaStore *store = piga_context_get_store (context);
  PigaUndo *undo = piga_undo_new (store);

  piga_undo_add_changed (undo, application);
  piga_record_set_day (application, PIGA_JOB_APPLICATION_FOLLOWED_UP_ON,
                       piga_context_get_today (context));
  piga_store_save_async (store, application, NULL, NULL, NULL);
  piga_undo_offer (undo, widget, _ ("Follow-up noted"));
}

/**
 * piga_application_delete:
 * @widget: where it is done
 * @context: the context
 * @application: an application
 *
 * Puts an application into the trash. Its interviews stay as they are, for when it comes back.
 */
void
piga_application_delete (GtkWidget *widget, PigaContext *context, PigaJobApplication *application)
{
  piga_record_remove (widget, piga_context_get_store (context), application,
                      _ ("Application deleted"));
}

/**
 * piga_application_discard:
 * @widget: where it is done
 * @context: the context
 * @application: a new application that the person wants no more
 *
 * Keeps the application and puts it into the trash, so that what was typed can come back.
 */
void
piga_application_discard (GtkWidget *widget, PigaContext *context, PigaJobApplication *application)
{
  PigaStore *store = piga_context_get_store (context);

  piga_store_save_async (store, application, NULL, NULL, NULL);
  piga_record_remove (widget, store, application, _ ("New application discarded"));
}
