/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pattern board: it says nothing of too little, tells what comes back, and leads to where it
 * was noted. */

#include "config.h"

#include "charts/piga-grid-chart.h"
#include "patterns/piga-pattern-board.h"
#include "patterns/piga-pattern-group.h"
#include "patterns/piga-pattern-page.h"
#include "patterns/piga-pattern-sheet.h"
#include "patterns/piga-pattern-sources.h"
#include "piga-test-room.h"
#include "print/piga-sheet-layout.h"
#include "records/piga-goal.h"
#include "records/piga-question.h"

/* A4, in points. */
#define PAGE_WIDTH 595
#define PAGE_HEIGHT 842

typedef struct
{
  PigaTestRoom room;
  GtkWidget *page;
  GSimpleActionGroup *actions;
  char *heard;
} Fixture;

static void
save (Fixture *self, gpointer record)
{
  piga_store_save_async (self->room.disk.store, record, NULL, NULL, NULL);
}

/* What would open a tool, log a rejection or begin a goal is only heard. */
static void
heard_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *self = user_data;
  g_autofree char *told = g_variant_print (parameter, FALSE);

  g_free (self->heard);
  self->heard = g_strconcat (g_action_get_name (G_ACTION (action)), " ", told, NULL);
}

static void
listen (Fixture *self, GActionMap *map, const char *name, const char *type)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE (type));

  g_signal_connect (action, "activate", G_CALLBACK (heard_cb), self);
  g_action_map_add_action (map, G_ACTION (action));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  piga_test_room_set_up (&self->room, NULL);
  piga_context_get_rounds (self->room.context);
  piga_test_settle (&self->room);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  piga_test_room_tear_down (&self->room, NULL);
  g_clear_object (&self->actions);
  g_free (self->heard);
}

/* Until the disk has answered, and the page has read and shown all of it. */
static void
settle (Fixture *self)
{
  piga_test_settle (&self->room);
  piga_test_let_finish (self->page);
}

static void
show (Fixture *self)
{
  piga_test_settle (&self->room);
  self->page = GTK_WIDGET (piga_pattern_page_new (self->room.context, ""));
  piga_test_room_show (&self->room, self->page);
  self->actions = g_simple_action_group_new ();
  listen (self, G_ACTION_MAP (self->actions), "open-tool", "(ss)");
  gtk_widget_insert_action_group (self->room.window, "room", G_ACTION_GROUP (self->actions));
  listen (self, G_ACTION_MAP (self->room.window), "log-rejection", "s");
  listen (self, G_ACTION_MAP (self->room.window), "new-goal-for-theme", "(us)");
  settle (self);
}

static PigaInterview *
add_interview (Fixture *self, const char *employer, PigaDay day)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  PigaInterview *interview = piga_record_new (PIGA_TYPE_INTERVIEW);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, employer);
  piga_record_set_day (application, PIGA_JOB_APPLICATION_APPLIED_ON, day - 20);
  save (self, application);
  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_record_set_day (interview, PIGA_INTERVIEW_DAY, day);
  save (self, interview);
  return interview;
}

static void
add_remark (Fixture *self, PigaInterview *interview, PigaVoice voice, PigaTheme theme,
            PigaSide side, PigaMine mine)
{
  g_autoptr (PigaRemark) remark = piga_record_new (PIGA_TYPE_REMARK);

  piga_record_set_text (remark, PIGA_REMARK_INTERVIEW, piga_record_get_id (interview));
  piga_record_set_text (remark, PIGA_REMARK_TEXT, "So it was");
  piga_record_set_integer (remark, PIGA_REMARK_VOICE, voice);
  piga_record_set_integer (remark, PIGA_REMARK_THEME, theme);
  piga_record_set_integer (remark, PIGA_REMARK_SIDE, side);
  piga_record_set_integer (remark, PIGA_REMARK_MINE, mine);
  save (self, remark);
}

static void
add_question (Fixture *self, PigaInterview *interview, PigaTheme theme, PigaRating rating)
{
  g_autoptr (PigaQuestion) question = piga_record_new (PIGA_TYPE_QUESTION);

  piga_record_set_text (question, PIGA_QUESTION_INTERVIEW, piga_record_get_id (interview));
  piga_record_set_text (question, PIGA_QUESTION_TEXT, "Why us?");
  piga_record_set_integer (question, PIGA_QUESTION_THEME, theme);
  piga_record_set_integer (question, PIGA_QUESTION_RATING, rating);
  save (self, question);
}

/* Three interviews: each with a gap in skills, the person's and an employer's word in turn; stories
 * a strength in two; a thing out of everybody's hands in the last, which has a strong answer. */
static PigaInterview *
add_three (Fixture *self, const char *const employers[3])
{
  PigaInterview *last = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (PigaInterview) interview =
        add_interview (self, employers[i], piga_day_new (2026, 9 + i, 10));

      add_remark (self, interview, i == 1 ? PIGA_VOICE_EMPLOYER : PIGA_VOICE_ME, PIGA_THEME_SKILLS,
                  PIGA_SIDE_GAP, PIGA_MINE_MINE);
      if (i > 0)
        add_remark (self, interview, PIGA_VOICE_EMPLOYER, PIGA_THEME_EXAMPLES, PIGA_SIDE_STRENGTH,
                    PIGA_MINE_UNSAID);
      g_set_object (&last, interview);
    }
  add_remark (self, last, PIGA_VOICE_EMPLOYER, PIGA_THEME_EXPERIENCE, PIGA_SIDE_GAP,
              PIGA_MINE_NOT_MINE);
  add_question (self, last, PIGA_THEME_EXAMPLES, PIGA_RATING_STRONG);
  return last;
}

static const char *const three[] = { "Ukulima Sacco", "County of Nakuru", "Water Works" };

static gboolean
says (Fixture *self, const char *text)
{
  settle (self);
  return piga_test_find_label (self->page, text) != NULL;
}

static PigaGridChart *
get_chart (Fixture *self)
{
  settle (self);
  return piga_test_find_type (self->page, PIGA_TYPE_GRID_CHART);
}

static void
press (Fixture *self, const char *label)
{
  g_signal_emit_by_name (piga_test_find_button (self->page, label), "clicked");
  settle (self);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaInterview) interview = NULL;
  g_autofree char *line = piga_pattern_describe (self->room.context, "");
  g_autofree char *expected = NULL;

  g_assert_null (line);
  show (self);
  g_assert_true (says (self, "Nothing Noted Yet"));
  press (self, "Tell Us About the Interview");
  g_assert_cmpstr (self->heard, ==, "log-rejection ''");

  interview = add_interview (self, "Ukulima Sacco", piga_day_new (2026, 11, 2));
  settle (self);
  press (self, "Look Back at an Interview");
  expected = g_strdup_printf ("open-tool ('debrief', '%s')", piga_record_get_id (interview));
  g_assert_cmpstr (self->heard, ==, expected);
}

/* Two interviews are shown, and nothing is made of them. */
static void
test_too_few (Fixture *self, gconstpointer data)
{
  g_autofree char *line = NULL;
  g_autofree char *sentences = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PigaInterview) interview =
        add_interview (self, three[i], piga_day_new (2026, 10, 1 + i));

      add_remark (self, interview, PIGA_VOICE_ME, PIGA_THEME_SKILLS, PIGA_SIDE_STRENGTH,
                  PIGA_MINE_UNSAID);
    }
  show (self);
  g_assert_true (says (self, "Too few to say: 2 interviews noted so far."));
  g_assert_false (says (self, "What carries you"));
  g_assert_false (says (self, "Gaps that come back"));
  sentences = piga_grid_chart_get_sentences (get_chart (self));
  g_assert_nonnull (strstr (sentences, "Skills for the job: Strength in 2"));
  line = piga_pattern_describe (self->room.context, "");
  g_assert_cmpstr (line, ==, "Too few to say yet");
}

static void
test_comes_back (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaInterview) last = add_three (self, three);
  g_autofree char *line = NULL;

  show (self);
  g_assert_true (says (self, "3 interviews noted so far, with 3 employers."));
  g_assert_true (says (self, "Examples and stories: a strength in 2 of 3 interviews."));
  g_assert_true (says (self, "Skills for the job: a gap in 3 of 3 interviews, with 3 employers."));
  g_assert_true (says (self, "Experience: not yours to change in 1 of 3 interviews."));
  g_assert_true (says (self, "From 3 applications came 3 interviews."));
  line = piga_pattern_describe (self->room.context, "");
  g_assert_cmpstr (line, ==, "3 interviews, 1 thing comes back");
}

/* One panel is one opinion, however its name is written. */
static void
test_one_employer (Fixture *self, gconstpointer data)
{
  static const char *const same[] = { "Ukulima Sacco", "UKULIMA SACCO Ltd", "Ukulima  sacco" };
  g_autoptr (PigaInterview) last = add_three (self, same);
  g_autofree char *line = NULL;

  show (self);
  g_assert_true (says (self, "3 interviews noted so far, with 1 employer."));
  g_assert_false (says (self, "Gaps that come back"));
  g_assert_true (says (self, "What carries you"));
  line = piga_pattern_describe (self->room.context, "");
  g_assert_cmpstr (line, ==, "3 interviews");
}

static void
test_voices (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaInterview) last = add_three (self, three);
  AdwToggleGroup *voices;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  show (self);
  voices = piga_test_find_type (self->page, ADW_TYPE_TOGGLE_GROUP);
  g_assert_cmpuint (adw_toggle_group_get_n_toggles (voices), ==, 3);

  adw_toggle_group_set_active (voices, 1);
  mine = piga_grid_chart_get_sentences (get_chart (self));
  g_assert_true (says (self, "Too few to say: 2 interviews noted so far."));
  g_assert_nonnull (strstr (mine, "Skills for the job: Gap in 2"));
  g_assert_nonnull (strstr (mine, "Examples and stories: Strength in 1"));

  adw_toggle_group_set_active (voices, 2);
  theirs = piga_grid_chart_get_sentences (get_chart (self));
  g_assert_nonnull (strstr (theirs, "Skills for the job: Gap in 1"));
  g_assert_nonnull (strstr (theirs, "Examples and stories: Strength in 2"));

  add_remark (self, last, PIGA_VOICE_PARTNER, PIGA_THEME_CLARITY, PIGA_SIDE_STRENGTH,
              PIGA_MINE_UNSAID);
  settle (self);
  adw_toggle_group_set_active (voices, 0);
  g_assert_cmpuint (adw_toggle_group_get_n_toggles (voices), ==, 4);
  adw_toggle_group_set_active (voices, 3);
  g_assert_true (says (self, "Too few to say: 1 interview noted so far."));
}

/* A voice that is silent is no reason to send the person away. */
static void
test_silent_voice (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaInterview) interview =
    add_interview (self, "Ukulima Sacco", piga_day_new (2026, 11, 2));

  add_question (self, interview, PIGA_THEME_CLARITY, PIGA_RATING_GAP);
  show (self);
  adw_toggle_group_set_active (piga_test_find_type (self->page, ADW_TYPE_TOGGLE_GROUP), 2);
  g_assert_true (says (self, "Nothing from this voice yet."));
  g_assert_false (says (self, "Nothing Noted Yet"));
}

static gboolean
is_row_titled (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data) == 0;
}

static void
test_goal (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaInterview) last = add_three (self, three);
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);
  GtkWidget *row;

  show (self);
  row = piga_test_find_widget (self->page, is_row_titled, "Make It a Goal");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpstr (self->heard, ==, "new-goal-for-theme (3, 'Work on “Skills for the job”')");

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Finish the course");
  piga_record_set_integer (goal, PIGA_GOAL_THEME, PIGA_THEME_SKILLS);
  save (self, goal);
  settle (self);
  g_assert_nonnull (piga_test_find_widget (self->page, is_row_titled, "Finish the course"));
  g_assert_null (piga_test_find_widget (self->page, is_row_titled, "Make It a Goal"));

  piga_record_set_integer (goal, PIGA_GOAL_STATE, PIGA_GOAL_STATE_SET_ASIDE);
  save (self, goal);
  settle (self);
  g_assert_nonnull (piga_test_find_widget (self->page, is_row_titled, "Make It a Goal"));
  g_assert_null (piga_test_find_widget (self->page, is_row_titled, "Finish the course"));
}

static GPtrArray *
find_rows (GtkWidget *root)
{
  GPtrArray *rows = g_ptr_array_new ();
  GtkWidget *list = piga_test_find_type (root, GTK_TYPE_LIST_BOX);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (rows, row);
  return rows;
}

/* The newest interview comes first; its cell leads to what the person said, and to the others. */
static void
test_sources (Fixture *self, gconstpointer data)
{
  static const char *const tools[] = { "debrief", "feedback-sorter" };
  g_autoptr (PigaInterview) last = add_three (self, three);

  show (self);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) rows = NULL;
      g_autofree char *expected =
        g_strdup_printf ("open-tool ('%s', '%s')", tools[i], piga_record_get_id (last));
      AdwDialog *dialog;
      guint position = 2;

      g_signal_emit_by_name (get_chart (self), "cell-activated", 0, 0);
      dialog =
        adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->room.window));
      g_assert_true (PIGA_IS_PATTERN_SOURCES (dialog));
      rows = find_rows (GTK_WIDGET (dialog));
      g_assert_cmpuint (rows->len, ==, 2);
      for (guint j = 0; j < 2; j++)
        if (g_str_has_prefix (adw_action_row_get_subtitle (rows->pdata[j]),
                              i == 0 ? "My answer · Strong · " : "Employer · Strength · "))
          position = j;
      g_assert_cmpuint (position, <, 2);
      g_signal_emit_by_name (rows->pdata[position], "activate");
      g_assert_cmpstr (self->heard, ==, expected);
      settle (self);
    }
}

/* A finding leads to all that it was counted from, and to nothing else. */
static void
test_finding_sources (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaInterview) last = add_three (self, three);
  g_autoptr (GPtrArray) rows = NULL;
  AdwDialog *dialog;

  add_remark (self, last, PIGA_VOICE_EMPLOYER, PIGA_THEME_SKILLS, PIGA_SIDE_GAP,
              PIGA_MINE_NOT_MINE);
  show (self);
  g_signal_emit_by_name (
    piga_test_find_widget (self->page, is_row_titled,
                           "Skills for the job: a gap in 3 of 3 interviews, with 3 employers."),
    "activate");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->room.window));
  g_assert_true (PIGA_IS_PATTERN_SOURCES (dialog));
  rows = find_rows (GTK_WIDGET (dialog));
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_nonnull (
    strstr (adw_action_row_get_subtitle (rows->pdata[0]), "Water Works, 10 November"));
}

/* What is written on another page is there when one comes back, and at once where one looks on. */
static void
test_follows (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaInterview) last = NULL;

  show (self);
  last = add_three (self, three);
  settle (self);
  g_assert_true (says (self, "3 interviews noted so far, with 3 employers."));

  piga_store_delete_async (self->room.disk.store, last, NULL, NULL, NULL);
  settle (self);
  g_assert_true (says (self, "Too few to say: 2 interviews noted so far."));
}

static void
add_many (Fixture *self)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *employer = g_strdup_printf ("Employer %u", i);
      g_autoptr (PigaInterview) interview =
        add_interview (self, employer, piga_day_new (2026, 10, 1) + i);

      add_question (self, interview, PIGA_THEME_CLARITY, PIGA_RATING_STRONG);
    }
}

/* The newest dozen at first, the earlier ones when they are asked for. */
static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaPatterns) patterns = NULL;
  g_autoptr (PigaGrid) grid = NULL;
  GtkWidget *button;

  add_many (self);
  show (self);
  g_assert_true (says (self, "From 20 applications came 20 interviews."));
  patterns = piga_pattern_board_read (self->room.context, PIGA_PATTERN_ALL_VOICES);
  grid = piga_pattern_board_draw (self->room.context, patterns, 12);
  g_assert_cmpuint (piga_grid_get_n_columns (grid), ==, 12);
  g_assert_cmpstr (piga_grid_get_column_title (grid, 0), ==, "20 Oct Employer 19");

  button = piga_test_find_button (self->page, "Show Earlier Interviews");
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (GTK_IS_WIDGET (piga_grid_chart_get_cell (get_chart (self), 0, 11)));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (GTK_IS_WIDGET (piga_grid_chart_get_cell (get_chart (self), 0, 19)));
  settle (self);
  g_assert_false (gtk_widget_get_mapped (button));
}

/* Whatever changes while it is still being read and shown, in the end it is right. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaInterview) last = NULL;
  g_autoptr (PigaPatterns) patterns = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *sentences = NULL;

  add_many (self);
  last = add_interview (self, "Employer 20", piga_day_new (2026, 11, 1));
  add_question (self, last, PIGA_THEME_CLARITY, PIGA_RATING_GAP);
  show (self);
  adw_toggle_group_set_active (piga_test_find_type (self->page, ADW_TYPE_TOGGLE_GROUP), 1);
  piga_store_delete_async (self->room.disk.store, last, NULL, NULL, NULL);
  g_assert_true (says (self, "From 21 applications came 20 interviews."));

  patterns = piga_pattern_board_read (self->room.context, PIGA_VOICE_ME);
  g_assert_cmpuint (patterns->interviews->len, ==, 20);
  sentence = piga_patterns_sentence (patterns);
  g_assert_true (says (self, sentence));
  sentences = piga_grid_chart_get_sentences (get_chart (self));
  g_assert_nonnull (strstr (sentences, "Employer 19"));
  g_assert_null (strstr (sentences, "Employer 20"));
}

static void
test_sheet (Fixture *self, gconstpointer data)
{
  static const char *const words[] = { "Pattern board",
                                       "22 November 2026",
                                       "3 interviews noted so far, with 3 employers.",
                                       "What carries you",
                                       "Examples and stories: a strength in 2 of 3 interviews.",
                                       "Gaps that come back",
                                       "Skills for the job: a gap in 3 of 3 interviews",
                                       "Interview by interview",
                                       "Out of your hands",
                                       NULL };
  g_autoptr (PigaInterview) last = add_three (self, three);
  g_autoptr (PigaPatterns) patterns = NULL;
  g_autoptr (PigaSheet) sheet = NULL;
  g_autoptr (PigaSheetLayout) layout = NULL;
  g_autofree char *text = NULL;
  const char *rest;

  show (self);
  patterns = piga_pattern_board_read (self->room.context, PIGA_PATTERN_ALL_VOICES);
  sheet = piga_pattern_create_sheet (self->room.context, patterns, get_chart (self), NULL);
  layout = piga_sheet_layout_new (sheet, PAGE_WIDTH, PAGE_HEIGHT);
  g_assert_cmpuint (piga_sheet_layout_get_n_pages (layout), ==, 1);
  rest = text = piga_sheet_layout_dup_page_text (layout, 0);
  for (guint i = 0; words[i] != NULL; i++)
    {
      rest = strstr (rest, words[i]);
      g_assert_nonnull (rest);
    }
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

  ADD ("/pattern-board/empty", test_empty);
  ADD ("/pattern-board/too-few", test_too_few);
  ADD ("/pattern-board/comes-back", test_comes_back);
  ADD ("/pattern-board/one-employer", test_one_employer);
  ADD ("/pattern-board/voices", test_voices);
  ADD ("/pattern-board/silent-voice", test_silent_voice);
  ADD ("/pattern-board/goal", test_goal);
  ADD ("/pattern-board/sources", test_sources);
  ADD ("/pattern-board/finding-sources", test_finding_sources);
  ADD ("/pattern-board/follows", test_follows);
  ADD ("/pattern-board/many", test_many);
  ADD ("/pattern-board/changes", test_changes);
  ADD ("/pattern-board/sheet", test_sheet);
  return g_test_run ();
}
