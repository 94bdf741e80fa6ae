/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorting what was said: remark by remark, to what comes of it. */

#include "feedback/piga-feedback-sorter.h"
#include "feedback/piga-remark-lines.h"
#include "feedback/piga-remark-row.h"
#include "kit/piga-page.h"
#include "piga-language.h"
#include "piga-test-room.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"
#include "records/piga-theme.h"
#include "sense/piga-own-mark.h"

typedef struct
{
  PigaTestRoom room;
  PigaJobApplication *application;
  PigaInterview *interview;
  AdwNavigationPage *page;
  GVariant *asked; /* what the window was asked for last */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  piga_test_room_set_up (&self->room, NULL);
  piga_context_get_rounds (self->room.context);
  self->application = piga_test_add_application (&self->room, "Lake Mills", "Store keeper");
  self->interview =
    piga_test_add_round (&self->room, self->application, PIGA_TEST_TODAY - 10, PIGA_TEST_TODAY - 3);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->asked, g_variant_unref);
  piga_test_room_tear_down (&self->room, NULL);
  g_clear_object (&self->application);
  g_clear_object (&self->interview);
}

static void
asked_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *self = user_data;

  g_clear_pointer (&self->asked, g_variant_unref);
  self->asked = g_variant_ref (parameter);
}

static void
show (Fixture *self, AdwNavigationPage *(*open) (PigaContext *context, const char *id))
{
  const GActionEntry actions[] = { { "new-goal-from", asked_cb, "(usss)" } };

  self->page = open (self->room.context, piga_record_get_id (self->interview));
  g_assert_nonnull (self->page);
  piga_test_room_push (&self->room, self->page);
  g_action_map_add_action_entries (G_ACTION_MAP (self->room.window), actions,
                                   G_N_ELEMENTS (actions), self);
}

static void
press (Fixture *self, const char *label)
{
  piga_test_press (&self->room, label);
}

static gboolean
has_button (Fixture *self, const char *label)
{
  return piga_test_has_button (self->room.window, label);
}

static gpointer
find_row (Fixture *self, const char *title)
{
  return piga_test_find_row (self->room.window, title);
}

static void
enter (Fixture *self, const char *text)
{
  GtkWidget *entry = find_row (self, "Add a remark");

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "entry-activated");
  piga_test_settle (&self->room);
}

static PigaRemarkRow *
find_remark (Fixture *self, const char *title)
{
  GtkWidget *row = find_row (self, title);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  piga_test_rest (&self->room);
  return PIGA_REMARK_ROW (row);
}

static void
test_add (Fixture *self, gconstpointer data)
{
  GtkWidget *focus;

  show (self, piga_feedback_sorter_new);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), "Nothing Noted Yet"));
  enter (self, "  You spoke clearly ");
  g_assert_null (piga_test_find_label (GTK_WIDGET (self->page), "Nothing Noted Yet"));
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), "You spoke clearly"));
  g_assert_cmpint (piga_test_count (&self->room, "remark WHERE text = 'You spoke clearly'"
                                                 " AND voice = 'employer' AND side = 'strength'"),
                   ==, 1);
  /* The next one can be typed at once. */
  focus = gtk_window_get_focus (GTK_WINDOW (self->room.window));
  g_assert_true (gtk_widget_is_ancestor (focus, find_row (self, "Add a remark")));
  g_assert_cmpstr (gtk_editable_get_text (find_row (self, "Add a remark")), ==, "");

  enter (self, "   ");
  g_assert_cmpint (piga_test_count (&self->room, "remark"), ==, 1);
  piga_test_undo (&self->room);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), "Nothing Noted Yet"));
}

static void
test_split (Fixture *self, gconstpointer data)
{
  show (self, piga_feedback_sorter_new);
  gtk_editable_set_text (find_row (self, "Add a remark"), "One line");
  g_assert_false (has_button (self, "One Remark per Line"));
  gtk_editable_set_text (find_row (self, "Add a remark"),
                         "Thank you for coming.\n\n - Speak up\r\n2. Bring papers\n");
  piga_test_rest (&self->room);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), "These are 3 lines."));
  press (self, "One Remark per Line");
  g_assert_cmpint (piga_test_count (&self->room, "remark WHERE text IN ('Speak up',"
                                                 " 'Thank you for coming.', 'Bring papers')"),
                   ==, 3);
  g_assert_false (has_button (self, "One Remark per Line"));
  piga_test_undo (&self->room);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), "Nothing Noted Yet"));

  gtk_editable_set_text (find_row (self, "Add a remark"), "One\nand the same");
  piga_test_rest (&self->room);
  press (self, "Keep as One");
  g_assert_cmpint (piga_test_count (&self->room, "remark WHERE deleted_at IS NULL"
                                                 " AND text = 'One' || char(10) || 'and the same'"),
                   ==, 1);
}

static void
test_lines (void)
{
  g_auto (GStrv) none = piga_remark_lines (" \n\t\r\n");
  g_auto (GStrv) lines = piga_remark_lines ("• a\n12) b\n2026 was long\n-c\n3.5 of 5\n— d");

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpstrv (lines,
                    ((const char *[]) { "a", "b", "2026 was long", "-c", "3.5 of 5", "d", NULL }));
}

static PigaRemark *
keep_remark (Fixture *self, const char *text, PigaSide side, PigaTheme theme)
{
  PigaRemark *remark = piga_record_new (PIGA_TYPE_REMARK);

  piga_record_set_text (remark, PIGA_REMARK_INTERVIEW, piga_record_get_id (self->interview));
  piga_record_set_text (remark, PIGA_REMARK_TEXT, text);
  piga_record_set_integer (remark, PIGA_REMARK_VOICE, PIGA_VOICE_EMPLOYER);
  piga_record_set_integer (remark, PIGA_REMARK_SIDE, side);
  piga_record_set_integer (remark, PIGA_REMARK_THEME, theme);
  piga_test_keep (&self->room, remark);
  return remark;
}

static void
assert_asked (Fixture *self, guint step, const char *title, PigaRemark *remark)
{
  guint asked_step;
  const char *asked_title, *round, *source;

  g_assert_nonnull (self->asked);
  g_variant_get (self->asked, "(u&s&s&s)", &asked_step, &asked_title, &round, &source);
  g_assert_cmpuint (asked_step, ==, step);
  g_assert_cmpstr (asked_title, ==, title);
  g_assert_cmpstr (round, ==, piga_record_get_id (self->interview));
  g_assert_cmpstr (source, ==, piga_record_get_id (remark));
}

static void
test_goal (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaRemark) remark =
    keep_remark (self, "Too\ngeneral", PIGA_SIDE_GAP, PIGA_THEME_EXAMPLES);

  show (self, piga_feedback_sorter_new);
  find_remark (self, "Too general");
  press (self, "Make It a Goal");
  assert_asked (self, 4, "Too general", remark);
  piga_record_set_text (remark, PIGA_REMARK_FIX, "Tell one story with a number");
  press (self, "CV Task");
  assert_asked (self, 5, "Tell one story with a number", remark);
  piga_record_set_integer (remark, PIGA_REMARK_THEME, PIGA_THEME_PAPERS);
  press (self, "Make It a Goal");
  assert_asked (self, 5, "Tell one story with a number", remark);
  g_assert_false (has_button (self, "CV Task"));
}

static void
test_goal_shown (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaRemark) remark =
    keep_remark (self, "Too general", PIGA_SIDE_GAP, PIGA_THEME_EXAMPLES);
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);

  show (self, piga_feedback_sorter_new);
  find_remark (self, "Too general");
  g_assert_null (piga_test_find_label (GTK_WIDGET (self->page), "Your goal from this remark"));
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "One story with a number");
  piga_record_set_text (goal, PIGA_GOAL_REMARK, piga_record_get_id (remark));
  piga_test_keep (&self->room, goal);
  g_assert_cmpstr (gtk_actionable_get_action_name (find_row (self, "One story with a number")), ==,
                   "win.edit-goal");
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), "A goal came of it"));
}

static void
test_practise (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaRemark) remark =
    keep_remark (self, "Too general", PIGA_SIDE_GAP, PIGA_THEME_MOTIVATION);
  GtkWidget *row;

  show (self, piga_feedback_sorter_new);
  find_remark (self, "Too general");
  press (self, "Practise a Question");
  row = find_row (self, "Question to practise");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Why do you want this job?");
  gtk_editable_set_text (GTK_EDITABLE (row), "Why us?");
  piga_page_flush (PIGA_PAGE (self->page));
  g_assert_cmpint (piga_test_count (&self->room, "question JOIN remark"
                                                 " ON question.remark = remark.id"
                                                 " WHERE question.text = 'Why us?' AND practise = 1"
                                                 " AND question.theme = 'motivation'"
                                                 " AND question.interview = remark.interview"),
                   ==, 1);
  piga_test_undo (&self->room);
  g_assert_cmpint (piga_test_count (&self->room, "question WHERE deleted_at IS NULL"), ==, 0);
  g_assert_null (piga_test_find_label (GTK_WIDGET (self->page), "Question to practise"));
}

static GtkWidget *
find_group (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP);
}

static void
assert_group (PigaRemarkRow *row, const char *title)
{
  g_assert_cmpstr (
    adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (find_group (GTK_WIDGET (row)))), ==,
    title);
}

/* A remark goes to the part that it belongs to, and the keyboard goes with it. */
static void
test_move (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaRemark) remark =
    keep_remark (self, "Too general", PIGA_SIDE_STRENGTH, PIGA_THEME_EXAMPLES);
  PigaRemarkRow *row;
  GtkWidget *focus;

  show (self, piga_feedback_sorter_new);
  row = find_remark (self, "Too general");
  assert_group (row, "Strengths to keep");
  g_assert_false (has_button (self, "Make It a Goal"));
  gtk_widget_grab_focus (find_row (self, "Theme"));
  focus = gtk_window_get_focus (GTK_WINDOW (self->room.window));

  piga_record_set_integer (remark, PIGA_REMARK_SIDE, PIGA_SIDE_GAP);
  piga_test_rest (&self->room);
  assert_group (row, "Gaps to work on");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->room.window)) == focus);
  g_assert_true (has_button (self, "Make It a Goal"));

  piga_record_set_integer (remark, PIGA_REMARK_MINE, PIGA_MINE_NOT_MINE);
  piga_test_rest (&self->room);
  assert_group (row, "Not yours to carry");
  g_assert_false (has_button (self, "Make It a Goal"));
  g_assert_null (piga_test_find_label (GTK_WIDGET (self->page), "Gaps to work on"));
  piga_test_wait_for_integer (
    self->room.disk.store, "SELECT count(*) FROM remark WHERE side = 'gap' AND mine = 'not-mine'",
    1);
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaRemark) remark =
    keep_remark (self, "Too general", PIGA_SIDE_GAP, PIGA_THEME_EXAMPLES);

  show (self, piga_feedback_sorter_new);
  find_remark (self, "Too general");
  press (self, "Delete");
  g_assert_null (piga_test_find_label (GTK_WIDGET (self->page), "Gaps to work on"));
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), "Nothing Noted Yet"));
  piga_test_undo (&self->room);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), "Too general"));
}

/* What is pasted stays as it is, and stays small in the list. */
static void
test_plain_text (Fixture *self, gconstpointer data)
{
  g_autofree char *filler = g_strnfill (5000, 'a');
  g_autofree char *text = g_strconcat ("<b>Dear</b> &amp; <a href='x'>you</a> ", filler, NULL);
  GtkWidget *label;

  show (self, piga_feedback_sorter_new);
  enter (self, text);
  label = piga_test_find_label (GTK_WIDGET (self->page), "<b>Dear</b> &amp; <a");
  g_assert_nonnull (label);
  g_assert_false (gtk_label_get_use_markup (GTK_LABEL (label)));
  g_assert_cmpint (gtk_widget_get_height (label), <, 100);
  g_assert_cmpint (
    piga_test_get_integer (self->room.disk.store, "SELECT max(length(text)) FROM remark"), ==,
    g_utf8_strlen (text, -1));
}

static void
test_own_mark (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaRemark) remark =
    keep_remark (self, "Too general", PIGA_SIDE_GAP, PIGA_THEME_EXAMPLES);
  g_autoptr (PigaQuestion) question = piga_record_new (PIGA_TYPE_QUESTION);
  g_autoptr (PigaRemark) own = NULL;
  PigaStore *store = self->room.disk.store;
  GListModel *questions = piga_store_list (store, PIGA_TYPE_QUESTION);
  GListModel *remarks = piga_store_list (store, PIGA_TYPE_REMARK);

  piga_test_settle (&self->room);
  g_assert_cmpint (piga_own_mark_get (remark, questions, remarks), ==, PIGA_OWN_MARK_NONE);
  piga_record_set_text (question, PIGA_QUESTION_INTERVIEW, piga_record_get_id (self->interview));
  piga_record_set_integer (question, PIGA_QUESTION_THEME, PIGA_THEME_EXAMPLES);
  piga_record_set_integer (question, PIGA_QUESTION_RATING, PIGA_RATING_STRONG);
  piga_test_keep (&self->room, question);
  g_assert_cmpint (piga_own_mark_get (remark, questions, remarks), ==, PIGA_OWN_MARK_STRONG);
  show (self, piga_feedback_sorter_new);
  find_remark (self, "Too general");
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page),
                                          "You rated this theme strong; they name a gap."));

  /* One that is only practised was not asked. */
  piga_record_set_boolean (question, PIGA_QUESTION_PRACTISE, TRUE);
  g_assert_cmpint (piga_own_mark_get (remark, questions, remarks), ==, PIGA_OWN_MARK_NONE);
  piga_record_set_boolean (question, PIGA_QUESTION_PRACTISE, FALSE);
  own = keep_remark (self, "My own", PIGA_SIDE_GAP, PIGA_THEME_EXAMPLES);
  g_assert_cmpint (piga_own_mark_get (remark, questions, remarks), ==, PIGA_OWN_MARK_STRONG);
  piga_record_set_integer (own, PIGA_REMARK_VOICE, PIGA_VOICE_ME);
  g_assert_cmpint (piga_own_mark_get (remark, questions, remarks), ==, PIGA_OWN_MARK_MIXED);
  g_assert_cmpint (piga_own_mark_get (own, questions, remarks), ==, PIGA_OWN_MARK_NONE);
  piga_record_set_integer (remark, PIGA_REMARK_THEME, PIGA_THEME_UNSAID);
  g_assert_cmpint (piga_own_mark_get (remark, questions, remarks), ==, PIGA_OWN_MARK_NONE);
}

static void
test_describe (Fixture *self, gconstpointer data)
{
  const char *id = piga_record_get_id (self->interview);
  g_autoptr (PigaRemark) remark = NULL;
  g_autoptr (PigaRemark) own = NULL;
  g_autofree char *remarks = NULL;

  g_assert_null (piga_feedback_sorter_describe (self->room.context, id));
  piga_test_settle (&self->room);
  remark = keep_remark (self, "Too general", PIGA_SIDE_GAP, PIGA_THEME_EXAMPLES);
  own = keep_remark (self, "My own", PIGA_SIDE_GAP, PIGA_THEME_EXAMPLES);
  piga_record_set_integer (own, PIGA_REMARK_VOICE, PIGA_VOICE_ME);
  remarks = piga_feedback_sorter_describe (self->room.context, id);
  g_assert_cmpstr (remarks, ==, "1 remark");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/feedback/sorter/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  piga_language_prepare ("en", g_getenv ("PIGA_HATUA_LOCALEDIR"));
  piga_test_room_init (&argc, &argv);

  ADD ("add", test_add);
  ADD ("split", test_split);
  g_test_add_func ("/feedback/sorter/lines", test_lines);
  ADD ("goal", test_goal);
  ADD ("goal-shown", test_goal_shown);
  ADD ("practise", test_practise);
  ADD ("move", test_move);
  ADD ("delete", test_delete);
  ADD ("plain-text", test_plain_text);
  ADD ("own-mark", test_own_mark);
  ADD ("describe", test_describe);

  return g_test_run ();
}
