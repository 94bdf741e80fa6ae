/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The interviews that one application led to. */

#include "piga-application-interviews.h"

#include <glib/gi18n-lib.h>

#include "parts/piga-toast.h"
#include "piga-linked-records.h"
#include "records/piga-interview.h"
#include "sense/piga-stage.h"

static void
update_row (AdwActionRow *row, GParamSpec *pspec, PigaInterview *interview)
{
  const PigaDay day = piga_record_get_day (interview, PIGA_INTERVIEW_DAY);
  const char *outcome = piga_record_get_choice_label (interview, PIGA_INTERVIEW_OUTCOME);
  const char *format = piga_record_get_choice_label (interview, PIGA_INTERVIEW_FORMAT);
  const gboolean has_format
      = piga_record_get_integer (interview, PIGA_INTERVIEW_FORMAT) != PIGA_INTERVIEW_FORMAT_UNSAID;
  g_autofree char *title = day != PIGA_DAY_NONE ? piga_calendar_date_with_weekday (day)
                                                : g_strdup (_("No date yet"));
  /* Translators: under an interview: %1$s is such as “Panel”, %2$s is such as “Waiting”. */
  g_autofree char *both = g_strdup_printf (C_("interview", "%1$s · %2$s"), format, outcome);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, has_format ? both : outcome);
}

static GtkWidget *
create_row_cb (gpointer interview, gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_signal_connect_object (interview, "notify", G_CALLBACK (update_row), row, G_CONNECT_SWAPPED);
  update_row (ADW_ACTION_ROW (row), NULL, interview);
  return row;
}

/**
 * piga_application_show_interviews:
 * @list: a list
 * @context: the context
 * @application: an application
 *
 * Shows its interviews in the list.
 */
void
piga_application_show_interviews (PigaRecordList *list, PigaContext *context,
                                  PigaJobApplication *application)
{
  g_autoptr (GListModel) interviews
      = piga_linked_records (piga_context_get_store (context), PIGA_TYPE_INTERVIEW,
                             PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));

  piga_record_list_show (list, interviews, create_row_cb, NULL);
}

/* What waits for the disk before the interview's page can be shown. */
typedef struct
{
  GtkWidget *widget; /* cleared when it goes */
  PigaInterview *interview;
} Opening;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean is_saved = piga_store_save_finish (PIGA_STORE (source), result, &error);

  if (opening->widget != NULL && is_saved)
    gtk_widget_activate_action (opening->widget, "room.open-tool", "(ss)", "interview",
                                piga_record_get_id (opening->interview));
  else if (opening->widget != NULL)
    piga_toast_show (opening->widget, error->message);

  g_clear_weak_pointer (&opening->widget);
  g_object_unref (opening->interview);
  g_free (opening);
}

/* The day of the invitation is not the day of the interview: the date stays open. */
static void
mark_invited (PigaContext *context, PigaJobApplication *application)
{
  if (piga_stage_get (application) > PIGA_STAGE_SILENT)
    return;
  piga_stage_move (application, PIGA_STAGE_INVITED, piga_context_get_today (context));
  piga_store_save_async (piga_context_get_store (context), application, NULL, NULL, NULL);
}

/**
 * piga_application_add_interview:
 * @widget: where it is done, in a room
 * @context: the context
 * @application: an application
 *
 * Makes an interview for the application and opens its page. Who is interviewed was invited.
 */
void
piga_application_add_interview (GtkWidget *widget, PigaContext *context,
                                PigaJobApplication *application)
{
  g_autoptr (PigaInterview) interview = piga_record_new (PIGA_TYPE_INTERVIEW);
  Opening *opening = g_new0 (Opening, 1);

  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  mark_invited (context, application);
  g_set_weak_pointer (&opening->widget, widget);
  opening->interview = g_object_ref (interview);
  piga_store_save_async (piga_context_get_store (context), interview, NULL, saved_cb, opening);
}
