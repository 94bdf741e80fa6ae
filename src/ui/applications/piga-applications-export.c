/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The applications that are shown, for other programs. */

#include "piga-applications-export.h"

#include "files/piga-csv.h"
#include "files/piga-ics.h"
#include "piga-silence-rule.h"
#include "records/piga-interview.h"
#include "sense/piga-due.h"

static GHashTable *
collect_ids (GListModel *applications)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (applications); i++)
    {
      g_autoptr (PigaRecord) application = g_list_model_get_item (applications, i);

      g_hash_table_add (ids, g_strdup (piga_record_get_id (application)));
    }
  return ids;
}

static gboolean
is_of_applications (gpointer interview, gpointer ids)
{
  return g_hash_table_contains (ids, piga_record_get_text (interview, PIGA_INTERVIEW_APPLICATION));
}

/* The interviews that the applications led to. */
static GListModel *
find_interviews (PigaContext *context, GListModel *applications)
{
  GListModel *all = piga_store_list (piga_context_get_store (context), PIGA_TYPE_INTERVIEW);
  GtkCustomFilter *filter = gtk_custom_filter_new (is_of_applications, collect_ids (applications),
                                                   (GDestroyNotify) g_hash_table_unref);

  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (all), GTK_FILTER (filter)));
}

/**
 * piga_applications_to_csv:
 * @model: the applications
 *
 * Returns: (transfer full): a table of those that are shown, as a spreadsheet reads it
 */
char *
piga_applications_to_csv (PigaApplicationsModel *model)
{
  piga_applications_model_finish (model);
  return piga_csv_from_records (PIGA_TYPE_JOB_APPLICATION,
                                piga_applications_model_get_shown (model));
}

/**
 * piga_applications_to_calendar:
 * @model: the applications
 * @context: the context
 *
 * Returns: (transfer full): the closing dates, interviews and follow-ups of those that are shown,
 *   as a calendar reads them
 */
char *
piga_applications_to_calendar (PigaApplicationsModel *model, PigaContext *context)
{
  GListModel *applications = piga_applications_model_get_shown (model);
  g_autoptr (GListModel) interviews = NULL;
  g_autoptr (GPtrArray) due = NULL;
  PigaDueFacts facts = { .applications = applications };

  piga_applications_model_finish (model);
  interviews = find_interviews (context, applications);
  facts.interviews = interviews;
  facts.rule = piga_silence_rule_get (context);
  facts.today = piga_context_get_today (context);
  due = piga_due_list (&facts, PIGA_DUE_COMING);
  return piga_ics_from_due (due, g_get_real_time ());
}
