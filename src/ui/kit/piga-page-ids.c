/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ids by which the outside knows the pages: actions, the command line, the settings. */

#include "piga-page-ids.h"

#include "guide/piga-guide.h"

static const char *const ids[] = { "today",   "journal", "goals",  "applications", "step-1",
                                   "step-2",  "step-3",  "step-4", "step-5",       "step-6",
                                   "step-7",  "step-8",  "step-9", "step-10",      "step-11",
                                   "step-12", NULL };

/**
 * piga_page_ids_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the page ids, in the order of the sidebar
 */
const char *const *
piga_page_ids_list (void)
{
  return ids;
}

/**
 * piga_page_ids_has:
 * @id: a page id
 *
 * Returns: whether there is such a page
 */
gboolean
piga_page_ids_has (const char *id)
{
  return g_strv_contains (ids, id);
}

/**
 * piga_page_ids_get_step:
 * @id: a page id
 *
 * Returns: the number of the step whose page it is; 0 when it is another page's
 */
guint
piga_page_ids_get_step (const char *id)
{
  for (guint step = 1; step <= PIGA_GUIDE_N_STEPS; step++)
    {
      char step_id[PIGA_PAGE_ID_LENGTH];

      piga_page_ids_get_step_id (step, step_id);
      if (g_str_equal (id, step_id))
        return step;
    }
  return 0;
}

/**
 * piga_page_ids_get_step_id:
 * @step: the number of a step
 * @id: (out caller-allocates): takes the id of its page
 */
void
piga_page_ids_get_step_id (guint step, char id[PIGA_PAGE_ID_LENGTH])
{
  g_snprintf (id, PIGA_PAGE_ID_LENGTH, "step-%u", step);
}
