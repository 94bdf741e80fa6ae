/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a hit belongs to: a question or a remark to its interview, and that to its application.
 * They stay when the application goes into the trash, but nothing is shown of them then. */

#include "piga-search-place.h"

#include "records/piga-feedback-request.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"
#include "sense/piga-round.h"

/**
 * piga_search_place_prepare:
 * @store: the store
 *
 * Has the store read what places are made of, so that it is there when somebody searches.
 */
void
piga_search_place_prepare (PigaStore *store)
{
  piga_store_list (store, PIGA_TYPE_JOB_APPLICATION);
  piga_store_list (store, PIGA_TYPE_INTERVIEW);
}

static gboolean
find_application (PigaStore *store, const char *id, char **title)
{
  PigaJobApplication *application = piga_store_get (store, PIGA_TYPE_JOB_APPLICATION, id);

  if (application != NULL)
    *title = piga_job_application_title (application);
  return application != NULL;
}

static gboolean
find_interview (PigaStore *store, const char *id, PigaDay today, char **title)
{
  PigaInterview *interview = piga_store_get (store, PIGA_TYPE_INTERVIEW, id);
  PigaJobApplication *application = NULL;

  if (interview != NULL)
    application = piga_store_get (store, PIGA_TYPE_JOB_APPLICATION,
                                  piga_record_get_text (interview, PIGA_INTERVIEW_APPLICATION));
  if (application != NULL)
    *title = piga_interview_title (interview, application, today);
  return application != NULL;
}

/**
 * piga_search_place_find:
 * @store: the store, see piga_search_place_prepare()
 * @hit: what was found
 * @today: the day it is
 * @title: (out) (transfer full) (nullable): how the application or interview that it is, or belongs
 *   to, is called; %NULL where there is none
 *
 * Returns: whether it can be shown; not where what it belongs to is in the trash
 */
gboolean
piga_search_place_find (PigaStore *store, PigaSearchHit *hit, PigaDay today, char **title)
{
  const GType type = piga_search_hit_get_record_type (hit);
  const char *link = piga_search_hit_get_link (hit);

  *title = NULL;
  if (type == PIGA_TYPE_JOB_APPLICATION)
    return find_application (store, piga_search_hit_get_id (hit), title);
  if (type == PIGA_TYPE_INTERVIEW)
    return find_interview (store, piga_search_hit_get_id (hit), today, title);
  if (link[0] != '\0'
      && (type == PIGA_TYPE_QUESTION || type == PIGA_TYPE_REMARK
          || type == PIGA_TYPE_FEEDBACK_REQUEST))
    return find_interview (store, link, today, title);
  return TRUE;
}
