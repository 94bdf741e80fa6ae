/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where what was found is opened: an entry in the editor, at the found words; a goal in its form,
 * and by a note of a mark its goal; a check of one's own on the page of its step. */

#include "piga-search-opener.h"

#include <glib/gi18n-lib.h>

#include "parts/piga-toast.h"
#include "piga-page-ids.h"
#include "records/piga-entry.h"
#include "records/piga-goal-mark.h"
#include "records/piga-goal.h"
#include "records/piga-step-check.h"

static void
open_check (GtkWidget *widget, gpointer check)
{
  char id[PIGA_PAGE_ID_LENGTH];

  piga_page_ids_get_step_id (piga_record_get_integer (check, PIGA_STEP_CHECK_STEP), id);
  gtk_widget_activate_action (widget, "win.show-page", "s", id);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) record = piga_store_find_finish (PIGA_STORE (source), result, &error);

  if (record == NULL)
    piga_toast_show (widget, _("This is no longer here."));
  else if (PIGA_IS_STEP_CHECK (record))
    open_check (widget, record);
  else if (PIGA_IS_GOAL_MARK (record))
    gtk_widget_activate_action (widget, "win.edit-goal", "s",
                                piga_record_get_text (record, PIGA_GOAL_MARK_GOAL));
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
  else
    piga_store_find_async (store, type, id, NULL, found_cb, g_object_ref (widget));
}
