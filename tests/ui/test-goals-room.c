/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The room of the goals: groups, marks, rests, and taking all of it back. */

#include "goals/piga-goal-page.h"
#include "goals/piga-goals-page.h"
#include "piga-test-room.h"
#include "records/piga-goal-mark.h"
#include "records/piga-goal-row.h"
#include "records/piga-goal-section.h"

static PigaGoal *
keep_goal (PigaTestRoom *room, const char *title, PigaRhythm rhythm, double amount, PigaDay due,
           PigaGoalState state)
{
  PigaGoal *goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (GError) error = NULL;

  piga_record_set_text (goal, PIGA_GOAL_TITLE, title);
  piga_record_set_integer (goal, PIGA_GOAL_RHYTHM, rhythm);
  piga_record_set_real (goal, PIGA_GOAL_AMOUNT, amount);
  piga_record_set_day (goal, PIGA_GOAL_DUE, due);
  piga_record_set_integer (goal, PIGA_GOAL_STATE, state);
  piga_test_save (room->disk.store, goal, &error);
  g_assert_no_error (error);
  return goal;
}

static void
test_group (void)
{
  /* Sunday: with Monday as its first day the week ends today, with Sunday it begins. */
  const PigaDay today = PIGA_TEST_TODAY;
  const struct
  {
    PigaGoalState state;
    PigaRhythm rhythm;
    PigaDay due;
    PigaWeekStart week_start;
    PigaGoalGroup group;
  } cases[] = {
    { PIGA_GOAL_STATE_GOING, PIGA_RHYTHM_WEEKLY, 0, PIGA_WEEK_START_MONDAY, PIGA_GOAL_GROUP_WEEK },
    { PIGA_GOAL_STATE_GOING, PIGA_RHYTHM_MONTHLY, 0, PIGA_WEEK_START_MONDAY,
      PIGA_GOAL_GROUP_GOING },
    { PIGA_GOAL_STATE_GOING, PIGA_RHYTHM_ONCE, 0, PIGA_WEEK_START_MONDAY, PIGA_GOAL_GROUP_GOING },
    { PIGA_GOAL_STATE_GOING, PIGA_RHYTHM_ONCE, today, PIGA_WEEK_START_MONDAY,
      PIGA_GOAL_GROUP_WEEK },
    { PIGA_GOAL_STATE_GOING, PIGA_RHYTHM_ONCE, today - 30, PIGA_WEEK_START_MONDAY,
      PIGA_GOAL_GROUP_WEEK },
    { PIGA_GOAL_STATE_GOING, PIGA_RHYTHM_ONCE, today + 1, PIGA_WEEK_START_MONDAY,
      PIGA_GOAL_GROUP_GOING },
    { PIGA_GOAL_STATE_GOING, PIGA_RHYTHM_ONCE, today + 1, PIGA_WEEK_START_SUNDAY,
      PIGA_GOAL_GROUP_WEEK },
    { PIGA_GOAL_STATE_GOING, PIGA_RHYTHM_ONCE, today + 7, PIGA_WEEK_START_SUNDAY,
      PIGA_GOAL_GROUP_GOING },
    { PIGA_GOAL_STATE_REACHED, PIGA_RHYTHM_WEEKLY, today, PIGA_WEEK_START_MONDAY,
      PIGA_GOAL_GROUP_REACHED },
    { PIGA_GOAL_STATE_SET_ASIDE, PIGA_RHYTHM_WEEKLY, today, PIGA_WEEK_START_MONDAY,
      PIGA_GOAL_GROUP_ASIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);

      piga_record_set_integer (goal, PIGA_GOAL_STATE, cases[i].state);
      piga_record_set_integer (goal, PIGA_GOAL_RHYTHM, cases[i].rhythm);
      piga_record_set_day (goal, PIGA_GOAL_DUE, cases[i].due);
      g_assert_cmpint (piga_goal_group (goal, cases[i].week_start, today), ==, cases[i].group);
    }
}

static gboolean
is_section (GtkWidget *widget, gconstpointer data)
{
  PigaGoalGroup group;

  if (!PIGA_IS_GOAL_SECTION (widget))
    return FALSE;
  g_object_get (widget, "group", &group, NULL);
  return group == GPOINTER_TO_UINT (data);
}

/* The titles in a group, in their order; NULL where the group is not shown. */
static char *
list_group (PigaTestRoom *room, PigaGoalGroup group)
{
  GtkWidget *section = piga_test_find_widget (room->window, is_section, GUINT_TO_POINTER (group));
  GListModel *goals = piga_goal_section_get_goals (PIGA_GOAL_SECTION (section));
  g_autoptr (GString) titles = g_string_new (NULL);

  if (!gtk_widget_get_visible (section))
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (PigaGoal) goal = g_list_model_get_item (goals, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? "," : "",
                              piga_record_get_text (goal, PIGA_GOAL_TITLE));
    }
  return g_string_free_and_steal (g_steal_pointer (&titles));
}

static void
assert_group (PigaTestRoom *room, PigaGoalGroup group, const char *expected)
{
  g_autofree char *titles = list_group (room, group);

  g_assert_cmpstr (titles, ==, expected);
}

static void
test_sections (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaGoal) later = NULL;
  g_autoptr (PigaGoal) sooner = NULL;
  g_autoptr (PigaGoal) weekly = NULL;

  piga_test_room_show (room, piga_goals_page_new (room->context));
  g_assert_nonnull (piga_test_find_label (room->window, "Set a First Goal"));
  assert_group (room, PIGA_GOAL_GROUP_WEEK, NULL);

  later =
    keep_goal (room, "later", PIGA_RHYTHM_ONCE, 0, PIGA_TEST_TODAY + 40, PIGA_GOAL_STATE_GOING);
  sooner =
    keep_goal (room, "sooner", PIGA_RHYTHM_ONCE, 0, PIGA_TEST_TODAY + 1, PIGA_GOAL_STATE_GOING);
  weekly = keep_goal (room, "weekly", PIGA_RHYTHM_WEEKLY, 4, 0, PIGA_GOAL_STATE_GOING);
  piga_test_settle (room);
  g_assert_null (piga_test_find_label (room->window, "Set a First Goal"));
  assert_group (room, PIGA_GOAL_GROUP_WEEK, "weekly");
  assert_group (room, PIGA_GOAL_GROUP_GOING, "sooner,later");
  assert_group (room, PIGA_GOAL_GROUP_REACHED, NULL);

  /* Another first day of the week makes it another week. */
  g_settings_set_string (piga_context_get_settings (room->context), "week-start", "sunday");
  piga_test_settle (room);
  assert_group (room, PIGA_GOAL_GROUP_WEEK, "sooner,weekly");
  assert_group (room, PIGA_GOAL_GROUP_GOING, "later");

  piga_record_set_integer (later, PIGA_GOAL_STATE, PIGA_GOAL_STATE_REACHED);
  piga_test_save (room->disk.store, later, &error);
  g_assert_no_error (error);
  piga_test_settle (room);
  assert_group (room, PIGA_GOAL_GROUP_GOING, NULL);
  assert_group (room, PIGA_GOAL_GROUP_REACHED, "later");
}

static guint
count_marks (PigaTestRoom *room)
{
  return g_list_model_get_n_items (piga_store_list (room->disk.store, PIGA_TYPE_GOAL_MARK));
}

static void
press (PigaTestRoom *room, GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  piga_test_settle (room);
}

static gboolean
is_rest_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "piga-rest-symbolic") == 0;
}

static void
test_mark (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaGoal) goal =
    keep_goal (room, "apply", PIGA_RHYTHM_WEEKLY, 4, 0, PIGA_GOAL_STATE_GOING);
  g_autoptr (PigaRecord) mark = NULL;
  GtkWidget *row;

  piga_test_room_show (room, piga_goals_page_new (room->context));
  row = piga_test_find_type (room->window, PIGA_TYPE_GOAL_ROW);
  g_assert_nonnull (row);
  g_assert_nonnull (piga_test_find_label (row, "0 of 4 this week"));

  press (room, piga_test_find_button (row, "+1"));
  g_assert_cmpuint (count_marks (room), ==, 1);
  mark = g_list_model_get_item (piga_store_list (room->disk.store, PIGA_TYPE_GOAL_MARK), 0);
  g_assert_cmpfloat (piga_record_get_real (mark, PIGA_GOAL_MARK_AMOUNT), ==, 1);
  g_assert_cmpuint (piga_record_get_day (mark, PIGA_GOAL_MARK_DAY), ==, PIGA_TEST_TODAY);
  g_assert_cmpstr (piga_record_get_text (mark, PIGA_GOAL_MARK_GOAL), ==, piga_record_get_id (goal));
  g_assert_nonnull (piga_test_find_label (row, "1 of 4 this week"));

  piga_test_undo (room);
  g_assert_cmpuint (count_marks (room), ==, 0);
  g_assert_nonnull (piga_test_find_label (row, "0 of 4 this week"));
}

static void
test_rest (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaGoal) goal =
    keep_goal (room, "apply", PIGA_RHYTHM_WEEKLY, 4, 0, PIGA_GOAL_STATE_GOING);
  GtkWidget *row;
  GtkWidget *rest;

  piga_test_room_show (room, piga_goals_page_new (room->context));
  row = piga_test_find_type (room->window, PIGA_TYPE_GOAL_ROW);
  rest = piga_test_find_widget (row, is_rest_button, NULL);

  press (room, rest);
  g_assert_cmpuint (count_marks (room), ==, 1);
  g_assert_nonnull (piga_test_find_label (row, "Resting this week"));

  /* A day is rested once. */
  press (room, rest);
  g_assert_cmpuint (count_marks (room), ==, 1);

  piga_test_undo (room);
  g_assert_cmpuint (count_marks (room), ==, 0);
  g_assert_nonnull (piga_test_find_label (row, "0 of 4 this week"));
}

static void
test_names (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaGoal) goal =
    keep_goal (room, "apply", PIGA_RHYTHM_WEEKLY, 4, 0, PIGA_GOAL_STATE_GOING);
  GtkWidget *row;
  GtkAccessible *add;

  piga_test_room_show (room, piga_goals_page_new (room->context));
  row = piga_test_find_type (room->window, PIGA_TYPE_GOAL_ROW);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "apply");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "0 of 4 this week, today is the last day");
  add = GTK_ACCESSIBLE (piga_test_find_button (row, "+1"));
  gtk_test_accessible_assert_property (add, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Mark one for today: apply");
  g_assert_false (gtk_test_accessible_has_relation (add, GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static void
test_page (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaGoal) goal =
    keep_goal (room, "apply", PIGA_RHYTHM_WEEKLY, 4, 0, PIGA_GOAL_STATE_GOING);
  GtkWidget *page;

  piga_record_set_integer (goal, PIGA_GOAL_STEP, 9);
  piga_test_room_show (room, piga_goals_page_new (room->context));
  piga_goals_page_edit (piga_test_find_type (room->window, PIGA_TYPE_GOALS_PAGE),
                        piga_record_get_id (goal));
  page = piga_test_find_type (room->window, PIGA_TYPE_GOAL_PAGE);
  g_assert_nonnull (page);
  g_assert_true (piga_goal_page_get_goal (PIGA_GOAL_PAGE (page)) == goal);
  piga_test_rest (room);
  g_assert_nonnull (piga_test_find_label (page, "Set in step 9"));

  gtk_widget_activate_action (page, "goal.reach", NULL);
  piga_test_settle (room);
  assert_group (room, PIGA_GOAL_GROUP_REACHED, "apply");
  piga_test_undo (room);
  assert_group (room, PIGA_GOAL_GROUP_REACHED, NULL);
  assert_group (room, PIGA_GOAL_GROUP_WEEK, "apply");

  gtk_widget_activate_action (page, "goal.delete", NULL);
  piga_test_rest (room);
  g_assert_null (piga_test_find_type (room->window, PIGA_TYPE_GOAL_PAGE));
  assert_group (room, PIGA_GOAL_GROUP_WEEK, NULL);
  piga_test_undo (room);
  assert_group (room, PIGA_GOAL_GROUP_WEEK, "apply");
}

/* Where nothing can be kept a goal can be read, but neither marked nor changed nor deleted. */
static void
test_read_only (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaGoal) goal =
    keep_goal (room, "apply", PIGA_RHYTHM_WEEKLY, 4, 0, PIGA_GOAL_STATE_GOING);
  GtkWidget *page;
  GtkWidget *row;

  piga_test_room_show (room, piga_goals_page_new (room->context));
  row = piga_test_find_type (room->window, PIGA_TYPE_GOAL_ROW);
  piga_goals_page_edit (piga_test_find_type (room->window, PIGA_TYPE_GOALS_PAGE),
                        piga_record_get_id (goal));
  page = piga_test_find_type (room->window, PIGA_TYPE_GOAL_PAGE);
  piga_test_rest (room);

  piga_store_set_state (room->disk.store, PIGA_STORE_READ_ONLY);
  g_assert_false (gtk_widget_is_sensitive (piga_test_find_button (row, "+1")));
  g_assert_false (gtk_widget_is_sensitive (piga_test_find_button (page, "+1")));
  gtk_widget_activate_action (row, "goal.delete", NULL);
  gtk_widget_activate_action (page, "goal.reach", NULL);
  gtk_widget_activate_action (page, "goal.delete", NULL);

  piga_store_set_state (room->disk.store, PIGA_STORE_READY);
  piga_test_settle (room);
  assert_group (room, PIGA_GOAL_GROUP_WEEK, "apply");
  g_assert_true (gtk_widget_is_sensitive (piga_test_find_button (row, "+1")));
  gtk_widget_activate_action (page, "goal.reach", NULL);
  piga_test_settle (room);
  assert_group (room, PIGA_GOAL_GROUP_REACHED, "apply");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/goals/room/" name, PigaTestRoom, NULL, piga_test_room_set_up, func,                \
              piga_test_room_tear_down)

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  g_test_add_func ("/goals/room/group", test_group);
  ADD ("sections", test_sections);
  ADD ("mark", test_mark);
  ADD ("rest", test_rest);
  ADD ("names", test_names);
  ADD ("page", test_page);
  ADD ("read-only", test_read_only);

  return g_test_run ();
}
