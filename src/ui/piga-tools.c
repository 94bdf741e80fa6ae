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
  { "application", N_("Application"), N_("Everything about one application"),
    piga_application_page_new, NULL },
  { "feedback-desk", N_("Ask for feedback"), N_("A short, polite letter from what is known"),
    piga_feedback_desk_new, piga_feedback_desk_describe },
  { "feedback-sorter", N_("Sort what they said"), N_("Remark by remark: keep, change or leave"),
    piga_feedback_sorter_new, piga_feedback_sorter_describe },
  { "interview", N_("Interview"), N_("Its facts, and what became of it"), piga_interview_page_new,
    NULL },
  { "debrief", N_("Debrief"), N_("Look back at the interview, fairly"), piga_debrief_page_new,
    piga_debrief_describe },
  { "patterns", N_("Pattern board"), N_("See what comes back over several interviews"),
    piga_pattern_page_new, piga_pattern_describe },
  { NULL, NULL, NULL, NULL, NULL },
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
