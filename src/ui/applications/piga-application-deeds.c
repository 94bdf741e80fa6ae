/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-application-deeds.h"

#include <glib/gi18n-lib.h>

#include "parts/piga-toast.h"
#include "piga-linked-records.h"
#include "sense/piga-round.h"

/* What it takes to undo a deed: the records, and copies of what they were. */
typedef struct
{
  PigaStore *store;
  PigaJobApplication *application;
  PigaJobApplication *before;
  PigaInterview *interview;
  PigaInterview *interview_before;
} Undo;

static Undo *
undo_new (PigaContext *context, PigaJobApplication *application)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->store = g_object_ref (piga_context_get_store (context));
  undo->application = g_object_ref (application);
  undo->before = piga_record_dup (application);
  return undo;
}

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->store);
  g_object_unref (undo->application);
  g_object_unref (undo->before);
  g_clear_object (&undo->interview);
  g_clear_object (&undo->interview_before);
  g_free (undo);
}

static void
say (GtkWidget *widget, const char *title, PigaUndoFunc undo, Undo *data)
{
  piga_toast_show_undo (widget, title, undo, data, undo_free);
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), title,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Only the days: what was written into the other fields meanwhile stays. The window's banner tells
 * of saves that fail. */
static void
undo_days (gpointer data)
{
  Undo *undo = data;

  for (guint field = PIGA_JOB_APPLICATION_THINKING_ON;
       field <= PIGA_JOB_APPLICATION_FOLLOWED_UP_ON; field++)
    piga_record_set_day (undo->application, field, piga_record_get_day (undo->before, field));
  piga_store_save_async (undo->store, undo->application, NULL, NULL, NULL);
  if (undo->interview == NULL)
    return;

  piga_record_set_integer (undo->interview, PIGA_INTERVIEW_OUTCOME,
                           piga_record_get_integer (undo->interview_before,
                                                    PIGA_INTERVIEW_OUTCOME));
  piga_record_set_day (undo->interview, PIGA_INTERVIEW_HEARD_ON,
                       piga_record_get_day (undo->interview_before, PIGA_INTERVIEW_HEARD_ON));
  piga_store_save_async (undo->store, undo->interview, NULL, NULL, NULL);
}

static void
undo_by_undeleting (gpointer data)
{
  Undo *undo = data;

  piga_store_undelete_async (undo->store, undo->application, NULL, NULL, NULL);
}

/* The interview that an answer is about is the last one. */
static PigaInterview *
find_last_interview (PigaContext *context, PigaJobApplication *application)
{
  g_autoptr (GListModel) interviews
      = piga_linked_records (piga_context_get_store (context), PIGA_TYPE_INTERVIEW,
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
move_and_say (GtkWidget *widget, PigaContext *context, Undo *undo, PigaStage stage)
{
  /* Translators: said when an application came to another stage; %s is such as “Invited”. */
  g_autofree char *title = g_strdup_printf (_("Now: %s"), piga_stage_get_label (stage));

  piga_stage_move (undo->application, stage, piga_context_get_today (context));
  piga_store_save_async (undo->store, undo->application, NULL, NULL, NULL);
  say (widget, undo->interview != NULL ? _("The steps are ready when you are.") : title,
       undo_days, undo);
}

/* A “no” after an interview begins the steps anew. Without an interview it is first asked whether
 * there was one. */
static void
close_with_no (GtkWidget *widget, PigaContext *context, PigaJobApplication *application)
{
  g_autoptr (PigaInterview) interview = find_last_interview (context, application);
  Undo *undo;

  if (interview == NULL)
    {
      gtk_widget_activate_action (widget, "win.log-rejection", "s",
                                  piga_record_get_id (application));
      return;
    }

  undo = undo_new (context, application);
  if (!piga_round_is (interview))
    {
      undo->interview = g_object_ref (interview);
      undo->interview_before = piga_record_dup (interview);
      piga_round_begin (interview, piga_context_get_today (context));
      piga_store_save_async (undo->store, interview, NULL, NULL, NULL);
    }
  move_and_say (widget, context, undo, PIGA_STAGE_NOT_CHOSEN);
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
  if (piga_stage_get (application) == stage && piga_stage_get_since (application) != PIGA_DAY_NONE)
    return;
  if (stage == PIGA_STAGE_NOT_CHOSEN)
    close_with_no (widget, context, application);
  else
    move_and_say (widget, context, undo_new (context, application), stage);
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
  Undo *undo = undo_new (context, application);

  piga_record_set_day (application, PIGA_JOB_APPLICATION_FOLLOWED_UP_ON,
                       piga_context_get_today (context));
  piga_store_save_async (undo->store, application, NULL, NULL, NULL);
  say (widget, _("Follow-up noted"), undo_days, undo);
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
  piga_store_delete_async (piga_context_get_store (context), application, NULL, NULL, NULL);
  say (widget, _("Application deleted"), undo_by_undeleting, undo_new (context, application));
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
piga_application_discard (GtkWidget *widget, PigaContext *context,
                          PigaJobApplication *application)
{
  piga_store_save_async (piga_context_get_store (context), application, NULL, NULL, NULL);
  piga_store_delete_async (piga_context_get_store (context), application, NULL, NULL, NULL);
  say (widget, _("New application discarded"), undo_by_undeleting,
       undo_new (context, application));
}
