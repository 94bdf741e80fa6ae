/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rooms of the house, by the page ids that the outside knows them by. */

#include "piga-rooms.h"

#include "goals/piga-goals-page.h"
#include "guide/piga-guide.h"
#include "journal/piga-journal-page.h"
#include "steps/piga-step-page.h"

static const char *const ids[] = {
  "journal", "goals",
  "step-1", "step-2", "step-3", "step-4", "step-5", "step-6",
  "step-7", "step-8", "step-9", "step-10", "step-11", "step-12",
  NULL
};

/**
 * piga_rooms_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the page ids, in the order of the sidebar
 */
const char *const *
piga_rooms_list (void)
{
  return ids;
}

/**
 * piga_rooms_has:
 * @id: a page id
 *
 * Returns: whether there is such a page
 */
gboolean
piga_rooms_has (const char *id)
{
  return g_strv_contains (ids, id);
}

/**
 * piga_rooms_get_step:
 * @id: a page id
 *
 * Returns: the number of the step whose page it is; 0 when it is another page's
 */
guint
piga_rooms_get_step (const char *id)
{
  for (guint step = 1; step <= PIGA_GUIDE_N_STEPS; step++)
    {
      char step_id[PIGA_ROOM_ID_LENGTH];

      piga_rooms_get_step_id (step, step_id);
      if (g_str_equal (id, step_id))
        return step;
    }
  return 0;
}

/**
 * piga_rooms_get_step_id:
 * @step: the number of a step
 * @id: (out caller-allocates): takes the id of its page
 */
void
piga_rooms_get_step_id (guint step, char id[PIGA_ROOM_ID_LENGTH])
{
  g_snprintf (id, PIGA_ROOM_ID_LENGTH, "step-%u", step);
}

/**
 * piga_rooms_open:
 * @context: the context
 * @id: a page id that piga_rooms_has()
 *
 * Returns: (transfer floating): the page, new
 */
AdwNavigationPage *
piga_rooms_open (PigaContext *context, const char *id)
{
  const guint step = piga_rooms_get_step (id);

  if (step != 0)
    return ADW_NAVIGATION_PAGE (piga_step_page_new (context, step));
  if (g_str_equal (id, "goals"))
    return ADW_NAVIGATION_PAGE (piga_goals_page_new (context));
  return ADW_NAVIGATION_PAGE (piga_journal_page_new (context));
}
