/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rooms of the house, made when they are first opened. */

#include "piga-rooms.h"

#include "applications/piga-applications-page.h"
#include "goals/piga-goals-page.h"
#include "journal/piga-journal-page.h"
#include "kit/piga-page-ids.h"
#include "piga-room.h"
#include "steps/piga-step-page.h"
#include "today/piga-today-page.h"

/**
 * piga_rooms_open:
 * @context: the context
 * @id: a page id that piga_page_ids_has()
 *
 * Returns: (transfer floating): the page, new
 */
AdwNavigationPage *
piga_rooms_open (PigaContext *context, const char *id)
{
  const guint step = piga_page_ids_get_step (id);

  if (step != 0)
    return piga_room_new (context, ADW_NAVIGATION_PAGE (piga_step_page_new (context, step)));
  if (g_str_equal (id, "today"))
    return piga_room_new (context, piga_today_page_new (context));
  if (g_str_equal (id, "applications"))
    return piga_room_new (context, piga_applications_page_new (context));
  if (g_str_equal (id, "goals"))
    return ADW_NAVIGATION_PAGE (piga_goals_page_new (context));
  return ADW_NAVIGATION_PAGE (piga_journal_page_new (context));
}
