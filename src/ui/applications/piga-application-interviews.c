/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The interviews that one application led to. */

#include "piga-application-interviews.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-linked-records.h"
#include "records/piga-interview.h"

static void
update_row (AdwActionRow *row, GParamSpec *pspec, PigaInterview *interview)
{
  const PigaDay day = piga_record_get_day (interview, PIGA_INTERVIEW_DAY);
  const char *outcome = piga_record_get_choice_label (interview, PIGA_INTERVIEW_OUTCOME);
  const char *format = piga_record_get_choice_label (interview, PIGA_INTERVIEW_FORMAT);
  const gboolean has_format =
    piga_record_get_integer (interview, PIGA_INTERVIEW_FORMAT) != PIGA_INTERVIEW_FORMAT_UNSAID;
  g_autofree char *title =
    day != PIGA_DAY_NONE ? piga_calendar_date_with_weekday (day) : g_strdup (_ ("No date yet"));
  /* Translators: under an interview: %1$s is such as “Panel”, %2$s is such as “Waiting”. */
  g_autofree char *both = g_strdup_printf (C_ ("interview", "%1$s · %2$s"), format, outcome);

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
  g_autoptr (GListModel) interviews =
    piga_linked_records (piga_context_get_store (context), PIGA_TYPE_INTERVIEW,
                         PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));

  piga_record_list_show (list, interviews, create_row_cb, NULL);
}
