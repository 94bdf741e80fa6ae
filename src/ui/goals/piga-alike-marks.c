/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks that the number of a goal can be held against: its own, and those of other goals that
 * count the same thing, so that a new goal too has something to be compared with. */

#include "piga-alike-marks.h"

#include <gtk/gtk.h>

#include "records/piga-goal-mark.h"

typedef struct
{
  GListModel *goals;
  PigaGoal *goal;
} Alike;

static void
alike_free (Alike *alike)
{
  g_object_unref (alike->goals);
  g_object_unref (alike->goal);
  g_free (alike);
}

static gboolean
count_the_same (PigaGoal *one, PigaGoal *other)
{
  g_autofree char *unit = g_utf8_casefold (piga_record_get_text (one, PIGA_GOAL_UNIT), -1);
  g_autofree char *other_unit = g_utf8_casefold (piga_record_get_text (other, PIGA_GOAL_UNIT), -1);

  return unit[0] != '\0' && g_str_equal (g_strstrip (unit), g_strstrip (other_unit));
}

static gboolean
is_alike (gpointer mark, gpointer user_data)
{
  const Alike *alike = user_data;
  const char *id = piga_record_get_text (mark, PIGA_GOAL_MARK_GOAL);

  if (g_str_equal (id, piga_record_get_id (alike->goal)))
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (alike->goals); i++)
    {
      g_autoptr (PigaGoal) goal = g_list_model_get_item (alike->goals, i);

      if (g_str_equal (id, piga_record_get_id (goal)))
        return count_the_same (goal, alike->goal);
    }
  return FALSE;
}

static void
unit_changed_cb (GtkFilter *filter)
{
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * piga_alike_marks_new:
 * @store: the store
 * @goal: a goal, kept or not
 *
 * Returns: (transfer full): the marks of @goal and of the goals with the same unit; it follows both
 */
GListModel *
piga_alike_marks_new (PigaStore *store, PigaGoal *goal)
{
  Alike *alike = g_new0 (Alike, 1);
  GtkFilter *filter;

  alike->goals = g_object_ref (piga_store_list (store, PIGA_TYPE_GOAL));
  alike->goal = g_object_ref (goal);
  filter = GTK_FILTER (gtk_custom_filter_new (is_alike, alike, (GDestroyNotify) alike_free));
  g_signal_connect_object (goal, "notify::unit", G_CALLBACK (unit_changed_cb), filter,
                           G_CONNECT_SWAPPED);
  return G_LIST_MODEL (gtk_filter_list_model_new (
    g_object_ref (piga_store_list (store, PIGA_TYPE_GOAL_MARK)), filter));
}
