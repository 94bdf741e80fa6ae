/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-feedback-calendar.h"

#include "files/piga-ics.h"
#include "sense/piga-due.h"

static GListStore *
list_one (gpointer record)
{
  GListStore *list = g_list_store_new (G_OBJECT_TYPE (record));

  g_list_store_append (list, record);
  return list;
}

/**
 * piga_feedback_calendar:
 * @context: the context
 * @letter: a request that was sent
 *
 * Returns: (transfer full) (nullable): a calendar file with the day from which a follow-up fits;
 *   %NULL where there is none to come
 */
char *
piga_feedback_calendar (PigaContext *context, PigaFeedbackLetter *letter)
{
  PigaStore *store = piga_context_get_store (context);
  g_autoptr (GListStore) interviews = list_one (piga_feedback_letter_get_interview (letter));
  g_autoptr (GListStore) requests = list_one (piga_feedback_letter_get_request (letter));
  const PigaDueFacts facts = {
    .all_applications = piga_store_list (store, PIGA_TYPE_JOB_APPLICATION),
    .interviews = G_LIST_MODEL (interviews),
    .requests = G_LIST_MODEL (requests),
    .today = piga_context_get_today (context),
  };
  g_autoptr (GPtrArray) due = piga_due_list (&facts, PIGA_DUE_COMING);

  if (due->len == 0)
    return NULL;
  return piga_ics_from_due (due, g_get_real_time ());
}
