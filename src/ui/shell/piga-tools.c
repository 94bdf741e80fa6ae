/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tools of the rooms. */

#include "config.h"

#include "piga-tools.h"

#include <glib/gi18n-lib.h>

#include "applications/piga-application-page.h"
#include "debrief/piga-debrief-page.h"
#include "debrief/piga-debrief-words.h"
#include "feedback/piga-feedback-desk.h"
#include "feedback/piga-feedback-sorter.h"
#include "interviews/piga-interview-page.h"
#include "patterns/piga-pattern-board.h"
#include "patterns/piga-pattern-page.h"

static const PigaTool tools[] = {
  { "application", N_ ("Application"), N_ ("Everything about one application"),
    piga_job_application_get_type, piga_application_page_new, NULL },
  { "feedback-desk", N_ ("Ask for feedback"), N_ ("A short, polite letter from what is known"),
    piga_interview_get_type, piga_feedback_desk_new, piga_feedback_desk_describe },
  { "feedback-sorter", N_ ("Sort what they said"), N_ ("Remark by remark: keep, change or leave"),
    piga_interview_get_type, piga_feedback_sorter_new, piga_feedback_sorter_describe },
  { "interview", N_ ("Interview"), N_ ("Its facts, and what became of it"), piga_interview_get_type,
    piga_interview_page_new, NULL },
  { "debrief", N_ ("Debrief"), N_ ("Look back at the interview, fairly"), piga_interview_get_type,
    piga_debrief_page_new, piga_debrief_describe },
  { "patterns", N_ ("Pattern board"), N_ ("See what comes back over several interviews"), NULL,
    piga_pattern_page_new, piga_pattern_describe },
  { NULL, NULL, NULL, NULL, NULL, NULL },
};

/**
 * piga_tools_find:
 * @name: the name of a tool
 *
 * Returns: (transfer none) (nullable): the tool
 */
const PigaTool *
piga_tools_find (const char *name)
{
  for (const PigaTool *tool = tools; tool->name != NULL; tool++)
    if (g_str_equal (tool->name, name))
      return tool;
  return NULL;
}

/**
 * piga_tools_has_record:
 * @context: the context
 * @tool: a tool
 * @id: the id of the record that it is opened for
 *
 * An interview counts as gone while its application is in the trash: nothing is shown of it then.
 *
 * Returns: whether there is something for it to show
 */
gboolean
piga_tools_has_record (PigaContext *context, const PigaTool *tool, const char *id)
{
  const GType type = tool->get_type != NULL ? tool->get_type () : G_TYPE_INVALID;
  gpointer record;

  if (type == G_TYPE_INVALID)
    return TRUE;
  record = piga_store_get (piga_context_get_store (context), type, id);
  if (record == NULL || type != PIGA_TYPE_INTERVIEW)
    return record != NULL;
  return piga_rounds_get_application (piga_context_get_rounds (context), record) != NULL;
}
