/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where what was found is opened: an entry in the editor, at the found words; a goal in its form,
 * and by a note of a mark its goal; a check of one's own on the page of its step; what belongs to
 * the search for work in the tool where it is written. */

#include "piga-search-opener.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-page-ids.h"
#include "kit/piga-toast.h"
#include "records/piga-entry.h"
#include "records/piga-feedback-request.h"
#include "records/piga-goal-mark.h"
#include "records/piga-goal.h"
#include "records/piga-interview.h"
#include "records/piga-job-application.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"
#include "records/piga-step-check.h"

/* Where a question is shown that belongs to no interview. */
#define DEBRIEF_STEP 3

/* The tools that open for a hit, and whether they are about what it belongs to. */
static const struct
{
  GType (*type) (void);
  const char *tool;
  gboolean by_link;
} tools[] = {
  { piga_job_application_get_type, "application", FALSE },
  { piga_interview_get_type, "interview", FALSE },
  { piga_remark_get_type, "feedback-sorter", TRUE },
  { piga_question_get_type, "debrief", TRUE },
  { piga_feedback_request_get_type, "feedback-desk", TRUE },
};

static void
open_step (GtkWidget *widget, guint step)
{
  char id[PIGA_PAGE_ID_LENGTH];

  piga_page_ids_get_step_id (step, id);
  gtk_widget_activate_action (widget, "win.show-page", "s", id);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) record = piga_store_find_finish (PIGA_STORE (source), result, &error);

  if (record == NULL)
    piga_toast_show (widget, _ ("This is no longer here."));
  else if (PIGA_IS_STEP_CHECK (record))
    open_step (widget, (guint) piga_record_get_integer (record, PIGA_STEP_CHECK_STEP));
  else if (PIGA_IS_GOAL_MARK (record))
    gtk_widget_activate_action (widget, "win.edit-goal", "s",
                                piga_record_get_text (record, PIGA_GOAL_MARK_GOAL));
}

/* Returns whether there is a tool for it. */
static gboolean
open_tool (GtkWidget *widget, PigaSearchHit *hit)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      const char *id;

      if (tools[i].type () != piga_search_hit_get_record_type (hit))
        continue;
      id = tools[i].by_link ? piga_search_hit_get_link (hit) : piga_search_hit_get_id (hit);
      if (id[0] != '\0')
        gtk_widget_activate_action (widget, "win.open-tool", "(sss)", "applications", tools[i].tool,
                                    id);
      else
        open_step (widget, DEBRIEF_STEP);
      return TRUE;
    }

  return FALSE;
}

/**
 * piga_search_open:
 * @widget: a widget in the window
 * @store: the store
 * @hit: what was found
 * @query: what was searched for
 *
 * Opens what was found in its own room.
 */
void
piga_search_open (GtkWidget *widget, PigaStore *store, PigaSearchHit *hit, const char *query)
{
  const GType type = piga_search_hit_get_record_type (hit);
  const char *id = piga_search_hit_get_id (hit);

  if (type == PIGA_TYPE_ENTRY)
    gtk_widget_activate_action (widget, "win.open-entry", "(ss)", id, query);
  else if (type == PIGA_TYPE_GOAL)
    gtk_widget_activate_action (widget, "win.edit-goal", "s", id);
  else if (!open_tool (widget, hit))
    piga_store_find_async (store, type, id, NULL, found_cb, g_object_ref (widget));
}
