/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a goal: what is typed is kept whatever happens, and what cannot be read is said. */

#include "goals/piga-goal-editor.h"
#include "goals/piga-goal-form.h"
#include "goals/piga-goals-page.h"
#include "goals/piga-smart-chips.h"
#include "kit/piga-day-row.h"
#include "kit/piga-number-row.h"
#include "kit/piga-text-row.h"
#include "piga-test-room.h"
#include "records/piga-goal-mark.h"

typedef struct
{
  PigaTestRoom room;
  PigaGoalEditor *editor;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  piga_test_room_set_up (&self->room, NULL);
  piga_test_room_show (&self->room, piga_goals_page_new (self->room.context));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  piga_test_room_tear_down (&self->room, NULL);
}

static void
start_for_step (PigaGoalsPage *page, guint step)
{
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);

  piga_record_set_integer (goal, PIGA_GOAL_STEP, step);
  piga_goals_page_start (page, goal);
}

static void
open_editor (Fixture *self, guint step)
{
  PigaGoalsPage *page = piga_test_find_type (self->room.window, PIGA_TYPE_GOALS_PAGE);

  if (step == 0)
    piga_goals_page_edit (page, "");
  else
    start_for_step (page, step);
  self->editor = piga_test_find_type (self->room.window, PIGA_TYPE_GOAL_EDITOR);
  g_assert_nonnull (self->editor);
  g_object_add_weak_pointer (G_OBJECT (self->editor), (gpointer *) &self->editor);
}

static gboolean
has_title (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data) == 0;
}

static gpointer
find_row (Fixture *self, const char *title)
{
  GtkWidget *row = piga_test_find_widget (GTK_WIDGET (self->editor), has_title, title);

  g_assert_nonnull (row);
  return row;
}

static void
write_sentence (Fixture *self, const char *text)
{
  GtkTextView *view =
    piga_test_find_type (find_row (self, "Your goal in one sentence"), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
}

static void
close_editor (Fixture *self)
{
  adw_dialog_close (ADW_DIALOG (self->editor));
  piga_test_rest (&self->room);
}

/* The only goal that is on the disk; NULL for none. */
static PigaGoal *
get_goal (Fixture *self)
{
  GListModel *goals = piga_store_list (self->room.disk.store, PIGA_TYPE_GOAL);

  g_assert_cmpuint (g_list_model_get_n_items (goals), <=, 1);
  return g_list_model_get_item (goals, 0);
}

static void
assert_title (Fixture *self, const char *title)
{
  g_autoptr (PigaGoal) goal = get_goal (self);

  g_assert_cmpstr (goal != NULL ? piga_record_get_text (goal, PIGA_GOAL_TITLE) : NULL, ==, title);
}

/* Until the editor has saved the goal by itself. */
static void
wait_for_goal (Fixture *self, const char *what)
{
  g_autofree char *sql = g_strconcat ("SELECT count(*) FROM goal WHERE ", what, NULL);

  piga_test_wait_for_integer (self->room.disk.store, sql, 1);
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  open_editor (self, 3);
  close_editor (self);
  g_assert_null (self->editor);
  assert_title (self, NULL);
}

static void
test_saved_while_typing (Fixture *self, gconstpointer data)
{
  open_editor (self, 3);
  write_sentence (self, "Send");
  piga_test_rest (&self->room);
  write_sentence (self, " letters");
  wait_for_goal (self, "title = 'Send letters'");
  /* The dialog is open still; a power cut would lose nothing of this. */
  g_assert_nonnull (self->editor);
  assert_title (self, "Send letters");

  write_sentence (self, " to six");
  wait_for_goal (self, "title = 'Send letters to six' AND step = 3");
  g_assert_nonnull (self->editor);
  assert_title (self, "Send letters to six");
}

static void
test_closed_at_once (Fixture *self, gconstpointer data)
{
  open_editor (self, 0);
  write_sentence (self, "Send letters");
  close_editor (self);
  g_assert_null (self->editor);
  assert_title (self, "Send letters");
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  open_editor (self, 0);
  write_sentence (self, "Send letters");
  g_signal_emit_by_name (piga_test_find_button (GTK_WIDGET (self->editor), "Cancel"), "clicked");
  piga_test_rest (&self->room);
  g_assert_null (self->editor);
  assert_title (self, NULL);

  piga_test_undo (&self->room);
  assert_title (self, "Send letters");
}

static void
test_no_sentence (Fixture *self, gconstpointer data)
{
  GtkWidget *add;

  open_editor (self, 0);
  add = piga_test_find_button (GTK_WIDGET (self->editor), "Add Goal");
  g_assert_false (gtk_widget_get_sensitive (add));
  piga_text_row_set_text (find_row (self, "Why does it matter to you?"), "\n It pays\nthe rent ");
  g_assert_true (gtk_widget_get_sensitive (add));
  close_editor (self);
  assert_title (self, "It pays");
}

static void
assert_unsaved (Fixture *self, guint n_records)
{
  g_autoptr (GPtrArray) unsaved = piga_store_list_unsaved (self->room.disk.store);

  g_assert_cmpuint (unsaved->len, ==, n_records);
}

static void
test_long_sentence (Fixture *self, gconstpointer data)
{
  GtkTextView *view;
  g_autofree char *long_text = g_strnfill (5000, 'a');
  g_autofree char *too_long = g_strnfill (20000, 'b');

  open_editor (self, 0);
  write_sentence (self, long_text);
  wait_for_goal (self, "length (title) = 5000");
  assert_title (self, long_text);

  /* What is too long to keep stays on the screen, is said, and holds the dialog open. */
  write_sentence (self, too_long);
  close_editor (self);
  g_assert_nonnull (self->editor);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->editor), "is too long to keep"));
  g_assert_cmpuint (strlen (piga_text_row_get_text (find_row (self, "Your goal in one sentence"))),
                    ==, 25000);
  assert_unsaved (self, 1);

  /* Shortened, it is kept after all. */
  view = piga_test_find_type (find_row (self, "Your goal in one sentence"), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "Send letters", -1);
  wait_for_goal (self, "title = 'Send letters'");
  assert_unsaved (self, 0);
}

static void
test_bad_number (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  open_editor (self, 0);
  write_sentence (self, "Send letters");
  row = find_row (self, "How many?");
  gtk_editable_set_text (GTK_EDITABLE (row), "four");
  close_editor (self);

  g_assert_nonnull (self->editor);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->editor), "Enter a number in figures"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "four");

  gtk_editable_set_text (GTK_EDITABLE (row), "4");
  g_assert_null (piga_test_find_label (GTK_WIDGET (self->editor), "Enter a number in figures"));
  close_editor (self);
  g_assert_null (self->editor);
  g_assert_cmpint (piga_test_count (&self->room, "goal WHERE amount = 4"), ==, 1);
}

static void
test_bad_day (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  open_editor (self, 0);
  write_sentence (self, "Send letters");
  row = find_row (self, "By when?");
  gtk_editable_set_text (GTK_EDITABLE (row), "31/2/2027");
  close_editor (self);
  g_assert_nonnull (self->editor);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->editor), "There is no such day"));

  gtk_editable_set_text (GTK_EDITABLE (row), "28/2/2027");
  close_editor (self);
  g_assert_null (self->editor);
  g_assert_cmpint (piga_test_count (&self->room, "goal WHERE due = '2027-02-28'"), ==, 1);
}

static gboolean
is_chip (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "chip") && piga_test_find_label (widget, data) != NULL;
}

static void
assert_chip (Fixture *self, const char *name, const char *said)
{
  GtkWidget *chip = piga_test_find_widget (GTK_WIDGET (self->editor), is_chip, name);

  g_assert_nonnull (chip);
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, said);
}

static void
test_hints (Fixture *self, gconstpointer data)
{
  GtkWidget *editor;

  open_editor (self, 0);
  piga_test_rest (&self->room);
  editor = GTK_WIDGET (self->editor);
  g_assert_nonnull (piga_test_find_label (editor, "Add a number"));
  assert_chip (self, "Measurable", "Measurable: not answered yet");
  piga_number_row_set_number (find_row (self, "How many?"), 4);
  g_assert_null (piga_test_find_label (editor, "Add a number"));
  assert_chip (self, "Measurable", "Measurable: answered");

  assert_chip (self, "Time-bound", "Time-bound: not answered yet");
  adw_combo_row_set_selected (find_row (self, "How often?"), PIGA_RHYTHM_WEEKLY);
  assert_chip (self, "Time-bound", "Time-bound: answered");
}

static void
keep_marks (Fixture *self, const char *unit)
{
  const guint days_ago[] = { 0, 1, 8, 9, 10, 22 };
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (GError) error = NULL;

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "apply");
  piga_record_set_text (goal, PIGA_GOAL_UNIT, unit);
  piga_test_save (self->room.disk.store, goal, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (days_ago); i++)
    {
      g_autoptr (PigaRecord) mark = piga_record_new (PIGA_TYPE_GOAL_MARK);

      piga_record_set_text (mark, PIGA_GOAL_MARK_GOAL, piga_record_get_id (goal));
      piga_record_set_day (mark, PIGA_GOAL_MARK_DAY, PIGA_TEST_TODAY - days_ago[i]);
      piga_record_set_real (mark, PIGA_GOAL_MARK_AMOUNT, 1);
      piga_test_save (self->room.disk.store, mark, &error);
      g_assert_no_error (error);
    }
}

/* A new goal is held against what the person did of the same thing. */
static void
test_last_weeks (Fixture *self, gconstpointer data)
{
  keep_marks (self, "Applications");
  open_editor (self, 0);
  piga_test_rest (&self->room);
  g_assert_null (piga_test_find_label (GTK_WIDGET (self->editor), "In your last four weeks"));

  gtk_editable_set_text (find_row (self, "Of what?"), "applications ");
  piga_test_rest (&self->room);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->editor),
                                          "In your last four weeks you did 1, 0, 3 and 2."));

  adw_combo_row_set_selected (find_row (self, "How often?"), PIGA_RHYTHM_WEEKLY);
  piga_number_row_set_number (find_row (self, "How many?"), 20);
  g_assert_nonnull (
    piga_test_find_label (GTK_WIDGET (self->editor), "Your best of the last four weeks was 3."));
  gtk_editable_set_text (find_row (self, "Of what?"), "");
}

/* On a small screen too the keyboard is where the goal is written. */
static void
test_small_screen (Fixture *self, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (self->room.window);

  gtk_window_set_default_size (window, 360, 600);
  piga_test_rest (&self->room);
  open_editor (self, 0);
  piga_test_rest (&self->room);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (window),
                            piga_test_find_type (GTK_WIDGET (self->editor), PIGA_TYPE_GOAL_FORM)));
  adw_dialog_close (ADW_DIALOG (self->editor));
}

#define ADD(name, func) g_test_add ("/goals/editor/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  ADD ("nothing", test_nothing);
  ADD ("small-screen", test_small_screen);
  ADD ("saved-while-typing", test_saved_while_typing);
  ADD ("closed-at-once", test_closed_at_once);
  ADD ("cancelled", test_cancelled);
  ADD ("no-sentence", test_no_sentence);
  ADD ("long-sentence", test_long_sentence);
  ADD ("bad-number", test_bad_number);
  ADD ("bad-day", test_bad_day);
  ADD ("hints", test_hints);
  ADD ("last-weeks", test_last_weeks);

  return g_test_run ();
}
