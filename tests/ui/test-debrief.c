/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The debrief: what is written is kept, what was rated is offered, three gaps are enough, and what
 * is counted is said. */

#include "config.h"

#include "debrief/piga-asked-row.h"
#include "debrief/piga-debrief-page.h"
#include "debrief/piga-debrief-sheet.h"
#include "debrief/piga-debrief-words.h"
#include "debrief/piga-finding-row.h"
#include "debrief/piga-line-list.h"
#include "debrief/piga-rating-row.h"
#include "kit/piga-page.h"
#include "kit/piga-text-row.h"
#include "kit/piga-tool-row.h"
#include "piga-test-room.h"
#include "print/piga-sheet-layout.h"
#include "records/piga-goal.h"
#include "records/piga-theme.h"
#include "shell/piga-tools.h"

/* A4, in points. */
#define PAGE_WIDTH 595
#define PAGE_HEIGHT 842

typedef struct
{
  PigaTestRoom room;
  PigaInterview *interview;
  GtkWidget *page;
} Fixture;

/* An interview of which nobody has heard yet. */
static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = NULL;

  piga_test_room_set_up (&self->room, NULL);
  piga_context_get_rounds (self->room.context);
  application = piga_test_add_application (&self->room, "Ukulima Sacco", "Data analyst");
  self->interview = piga_test_add_interview (&self->room, application, piga_day_new (2026, 11, 12));
}

static void
set_up_page (Fixture *self, gconstpointer data)
{
  set_up (self, data);
  self->page = GTK_WIDGET (
    piga_tools_find ("debrief")->open (self->room.context, piga_record_get_id (self->interview)));
  piga_test_room_show (&self->room, self->page);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->interview);
  piga_test_room_tear_down (&self->room, NULL);
}

/* The lists of the page: the questions, the strengths, the gaps. */
static GtkWidget *
get_list (Fixture *self, guint position)
{
  g_autoptr (GPtrArray) lists = piga_test_find_all (self->page, PIGA_TYPE_LINE_LIST);

  g_assert_cmpuint (lists->len, ==, 3);
  return lists->pdata[position];
}

/* Writes a line at the end of a list; gives what is left of it. */
static const char *
add_line (Fixture *self, guint list, const char *line)
{
  g_autoptr (GPtrArray) entries = piga_test_find_all (get_list (self, list), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (entries->pdata[0], line);
  g_signal_emit_by_name (entries->pdata[0], "entry-activated");
  piga_test_settle (&self->room);
  return gtk_editable_get_text (entries->pdata[0]);
}

static guint
count (Fixture *self, guint list, GType type)
{
  g_autoptr (GPtrArray) rows = piga_test_find_all (get_list (self, list), type);

  return rows->len;
}

static guint
count_offers (Fixture *self, guint list)
{
  g_autoptr (GPtrArray) rows = piga_test_find_all (get_list (self, list), ADW_TYPE_ACTION_ROW);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += gtk_widget_has_css_class (rows->pdata[i], "offer");
  return n;
}

static void
take_first_offer (Fixture *self, guint list)
{
  g_autoptr (GPtrArray) rows = piga_test_find_all (get_list (self, list), ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (gtk_widget_has_css_class (rows->pdata[i], "offer"))
      {
        adw_action_row_activate (rows->pdata[i]);
        piga_test_settle (&self->room);
        return;
      }
  g_assert_not_reached ();
}

static void
rate (Fixture *self, guint question, PigaRating rating)
{
  g_autoptr (GPtrArray) rows = piga_test_find_all (self->page, PIGA_TYPE_RATING_ROW);

  piga_rating_row_set_rating (rows->pdata[question], rating);
  piga_test_settle (&self->room);
}

static void
test_recall (Fixture *self, gconstpointer data)
{
  piga_text_row_set_text (piga_test_find_type (self->page, PIGA_TYPE_TEXT_ROW),
                          "Four people.\nOne window.");
  piga_page_flush (PIGA_PAGE (self->page));
  g_assert_cmpint (piga_test_count (&self->room, "interview WHERE recall ="
                                                 " 'Four people.' || char (10) || 'One window.'"
                                                 " AND outcome = 'waiting'"),
                   ==, 1);
}

static void
test_questions (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_cmpstr (add_line (self, 0, "   "), ==, "");
  g_assert_cmpuint (count (self, 0, PIGA_TYPE_ASKED_ROW), ==, 0);
  g_assert_cmpstr (add_line (self, 0, " Why us? "), ==, "");
  g_assert_cmpstr (add_line (self, 0, "Why <b>you</b>?\n\nWhat pay?"), ==, "");
  rows = piga_test_find_all (self->page, PIGA_TYPE_ASKED_ROW);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==, "Why us?");
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[1]), ==, "Why <b>you</b>?");

  rate (self, 2, PIGA_RATING_SOLID);
  g_assert_cmpstr (adw_expander_row_get_subtitle (rows->pdata[2]), ==, "Solid");
  piga_page_flush (PIGA_PAGE (self->page));
  g_assert_cmpint (piga_test_count (&self->room, "question WHERE rating = 'solid'"), ==, 1);
}

/* A rating that is pressed again is taken back. */
static void
test_rating (Fixture *self, gconstpointer data)
{
  PigaRatingRow *row = g_object_ref_sink (g_object_new (PIGA_TYPE_RATING_ROW, NULL));
  g_autoptr (GPtrArray) buttons = piga_test_find_all (GTK_WIDGET (row), GTK_TYPE_TOGGLE_BUTTON);

  g_assert_cmpuint (piga_rating_row_get_rating (row), ==, PIGA_RATING_UNRATED);
  gtk_toggle_button_set_active (buttons->pdata[0], TRUE);
  gtk_toggle_button_set_active (buttons->pdata[2], TRUE);
  g_assert_cmpuint (piga_rating_row_get_rating (row), ==, PIGA_RATING_GAP);
  g_assert_false (gtk_toggle_button_get_active (buttons->pdata[0]));
  gtk_toggle_button_set_active (buttons->pdata[2], FALSE);
  g_assert_cmpuint (piga_rating_row_get_rating (row), ==, PIGA_RATING_UNRATED);
  g_assert_finalize_object (row);
}

/* A strong answer is offered once; it comes back when what was made of it goes. */
static void
test_offers (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) deletes = NULL;

  add_line (self, 0, "Tell us about a disagreement.");
  g_assert_cmpuint (count_offers (self, 1), ==, 0);
  rate (self, 0, PIGA_RATING_STRONG);
  g_assert_cmpuint (count_offers (self, 1), ==, 1);
  g_assert_cmpuint (count_offers (self, 2), ==, 0);

  take_first_offer (self, 1);
  g_assert_cmpuint (count_offers (self, 1), ==, 0);
  g_assert_cmpuint (count (self, 1, PIGA_TYPE_FINDING_ROW), ==, 1);
  g_assert_cmpuint (count (self, 0, PIGA_TYPE_ASKED_ROW), ==, 1);
  g_assert_cmpint (piga_test_count (&self->room, "remark, question WHERE voice = 'me'"
                                                 " AND side = 'strength'"
                                                 " AND question.remark = remark.id"),
                   ==, 1);

  deletes = piga_test_find_all (get_list (self, 1), PIGA_TYPE_FINDING_ROW);
  g_signal_emit_by_name (piga_test_find_button (deletes->pdata[0], "Delete"), "clicked");
  piga_test_settle (&self->room);
  g_assert_cmpuint (count (self, 1, PIGA_TYPE_FINDING_ROW), ==, 0);
  g_assert_cmpuint (count_offers (self, 1), ==, 1);
  piga_test_undo (&self->room);
  g_assert_cmpuint (count_offers (self, 1), ==, 0);
}

static void
test_three_gaps (Fixture *self, gconstpointer data)
{
  add_line (self, 0, "How would you cut a budget?");
  rate (self, 0, PIGA_RATING_GAP);
  g_assert_cmpuint (count_offers (self, 2), ==, 1);

  g_assert_cmpstr (add_line (self, 2, "Too fast"), ==, "");
  g_assert_cmpstr (add_line (self, 2, "No figures"), ==, "");
  g_assert_cmpstr (add_line (self, 2, "Too long"), ==, "");
  g_assert_cmpuint (count (self, 2, PIGA_TYPE_FINDING_ROW), ==, 3);
  g_assert_cmpuint (count_offers (self, 2), ==, 0);

  g_assert_cmpstr (add_line (self, 2, "Too shy"), ==, "Too shy");
  g_assert_cmpuint (count (self, 2, PIGA_TYPE_FINDING_ROW), ==, 3);
  g_assert_nonnull (
    piga_test_find_label (GTK_WIDGET (self->room.area), "Three is enough for one interview"));
}

static void
test_fix (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (PigaDebrief) debrief = piga_debrief_new (self->room.context, self->interview);
  g_autofree char *sentence = NULL;

  add_line (self, 2, "Too fast");
  rows = piga_test_find_all (self->page, PIGA_TYPE_FINDING_ROW);
  g_assert_true (adw_expander_row_get_expanded (rows->pdata[0]));
  texts = piga_test_find_all (rows->pdata[0], PIGA_TYPE_TEXT_ROW);
  piga_text_row_set_text (texts->pdata[1], "Breathe once");
  g_assert_cmpstr (adw_expander_row_get_subtitle (rows->pdata[0]), ==, "Breathe once");
  sentence = piga_debrief_sentence (debrief);
  g_assert_cmpstr (sentence, ==, "1 gap with a fix");
  piga_page_flush (PIGA_PAGE (self->page));
  g_assert_cmpint (piga_test_count (&self->room, "remark WHERE side = 'gap' AND voice = 'me'"
                                                 " AND fix = 'Breathe once'"),
                   ==, 1);
}

/* What was asked is what is practised; without it, there is a question about the theme, which
 * nobody asked. */
static void
test_practise (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  add_line (self, 0, "How would you cut a budget?");
  rate (self, 0, PIGA_RATING_GAP);
  take_first_offer (self, 2);
  add_line (self, 2, "Too fast");
  rows = piga_test_find_all (self->page, PIGA_TYPE_FINDING_ROW);
  g_assert_cmpuint (rows->len, ==, 2);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *button = piga_test_find_button (rows->pdata[i], "Practise It");

      g_assert_true (gtk_widget_get_visible (button));
      g_signal_emit_by_name (button, "clicked");
      piga_test_settle (&self->room);
      g_assert_false (gtk_widget_get_visible (button));
    }
  piga_page_flush (PIGA_PAGE (self->page));
  g_assert_cmpint (piga_test_count (&self->room, "question WHERE practise = 1"), ==, 2);
  g_assert_cmpuint (count (self, 0, PIGA_TYPE_ASKED_ROW), ==, 1);
}

/* The action of the window is heard here instead. */
static void
heard_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  char **heard = user_data;

  g_free (*heard);
  *heard = g_variant_print (parameter, FALSE);
}

static void
test_goal (Fixture *self, gconstpointer data)
{
  g_autofree char *heard = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GSimpleAction) action =
    g_simple_action_new ("new-goal-from", G_VARIANT_TYPE ("(usss)"));
  g_autoptr (GListModel) gaps = NULL;
  g_autoptr (PigaDebrief) debrief = piga_debrief_new (self->room.context, self->interview);
  g_autoptr (PigaRemark) gap = NULL;
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);
  GtkWidget *row;

  add_line (self, 2, "Too fast");
  gap = g_list_model_get_item (piga_debrief_get_remarks (debrief, PIGA_SIDE_GAP), 0);
  piga_record_set_text (gap, PIGA_REMARK_FIX, "Breathe\nonce");
  row = piga_test_find_type (self->page, PIGA_TYPE_FINDING_ROW);
  g_signal_connect (action, "activate", G_CALLBACK (heard_cb), &heard);
  g_action_map_add_action (G_ACTION_MAP (self->room.window), G_ACTION (action));
  g_signal_emit_by_name (piga_test_find_button (row, "Make It a Goal"), "clicked");
  expected = g_strdup_printf ("(3, 'Breathe once', '%s', '%s')",
                              piga_record_get_id (self->interview), piga_record_get_id (gap));
  g_assert_cmpstr (heard, ==, expected);

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Breathe once before each answer");
  piga_record_set_text (goal, PIGA_GOAL_REMARK, piga_record_get_id (gap));
  piga_test_keep (&self->room, goal);
  g_assert_nonnull (piga_test_find_label (row, "Breathe once before each answer"));
}

static void
test_form (Fixture *self, gconstpointer data)
{
  GtkWidget *surprise;

  add_line (self, 0, "Why us?");
  surprise = piga_test_find_label (self->page, "What you did not expect, good or bad");
  g_assert_nonnull (surprise);
  g_assert_nonnull (piga_test_find_label (self->page, "Had stories ready"));

  adw_toggle_group_set_active (piga_test_find_type (self->page, ADW_TYPE_TOGGLE_GROUP), 1);
  piga_test_settle (&self->room);
  g_assert_false (gtk_widget_get_mapped (surprise));
  g_assert_null (piga_test_find_label (self->page, "Had stories ready"));
  adw_toggle_group_set_active (piga_test_find_type (self->page, ADW_TYPE_TOGGLE_GROUP), 0);
}

static void
test_done (Fixture *self, gconstpointer data)
{
  g_signal_emit_by_name (piga_test_find_button (self->page, "Done for Now"), "clicked");
  g_assert_cmpint (piga_test_count (&self->room, "interview WHERE debriefed_on = '2026-11-22'"), ==,
                   1);
}

/* The line of the row follows what is written. */
static void
test_live_line (Fixture *self, gconstpointer data)
{
  GtkWidget *row =
    piga_tool_row_new (self->room.context, "debrief", piga_record_get_id (self->interview));
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (PigaDebrief) debrief = piga_debrief_new (self->room.context, self->interview);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  piga_test_room_show (&self->room, group);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Look back at the interview, fairly");
  piga_record_set_text (self->interview, PIGA_INTERVIEW_RECALL, "One window");
  piga_test_keep (&self->room, self->interview);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Begun: what you remember is written down");
  piga_debrief_add_question (debrief, "Why us?");
  piga_test_settle (&self->room);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "1 question");
}

/* What others said, and what belongs to another interview, is not in it. */
static void
test_words (Fixture *self, gconstpointer data)
{
  const char *id = piga_record_get_id (self->interview);
  g_autoptr (PigaDebrief) debrief = piga_debrief_new (self->room.context, self->interview);
  g_autoptr (PigaRemark) said = piga_record_new (PIGA_TYPE_REMARK);
  g_autofree char *none = piga_debrief_describe (self->room.context, id);
  g_autofree char *sentence = NULL;
  g_autofree char *line = NULL;

  g_assert_null (none);
  piga_record_set_text (said, PIGA_REMARK_INTERVIEW, id);
  piga_record_set_text (said, PIGA_REMARK_TEXT, "No figures");
  piga_record_set_integer (said, PIGA_REMARK_VOICE, PIGA_VOICE_EMPLOYER);
  piga_record_set_integer (said, PIGA_REMARK_SIDE, PIGA_SIDE_GAP);
  piga_test_keep (&self->room, said);
  piga_debrief_add_question (debrief, "Why us?");
  piga_debrief_add_question (debrief, "Why you?");
  g_assert_true (piga_debrief_add_remark (debrief, PIGA_SIDE_GAP, "Too fast"));
  g_assert_true (piga_debrief_add_remark (debrief, PIGA_SIDE_STRENGTH, "The story"));
  piga_test_settle (&self->room);
  sentence = piga_debrief_sentence (debrief);
  g_assert_cmpstr (sentence, ==, "2 questions, 1 thing that went well, 1 gap");
  line = piga_debrief_describe (self->room.context, id);
  g_assert_cmpstr (line, ==, "2 questions, 1 gap");
}

static char *
read_sheet (PigaSheet *sheet, guint *n_pages)
{
  g_autoptr (PigaSheetLayout) layout = piga_sheet_layout_new (sheet, PAGE_WIDTH, PAGE_HEIGHT);
  g_autoptr (GString) text = g_string_new (NULL);

  *n_pages = piga_sheet_layout_get_n_pages (layout);
  for (guint i = 0; i < *n_pages; i++)
    {
      g_autofree char *page = piga_sheet_layout_dup_page_text (layout, i);

      g_string_append (text, page);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_in_order (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      text = strstr (text, words[i]);
      g_assert_nonnull (text);
    }
}

static void
test_sheet (Fixture *self, gconstpointer data)
{
  static const char *const words[] = { "Data analyst, Ukulima Sacco, 12 November",
                                       "One window",
                                       "Why us?",
                                       "The story",
                                       "Too fast",
                                       "Breathe once",
                                       "Read the advert again",
                                       NULL };
  g_autoptr (PigaDebrief) debrief = piga_debrief_new (self->room.context, self->interview);
  g_autoptr (PigaRemark) gap = NULL;
  g_autoptr (PigaSheet) sheet = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  piga_record_set_text (self->interview, PIGA_INTERVIEW_RECALL, "One window");
  piga_record_set_boolean (self->interview, PIGA_INTERVIEW_PREP_ADVERT, TRUE);
  piga_debrief_add_question (debrief, "Why us?");
  piga_debrief_add_remark (debrief, PIGA_SIDE_GAP, "Too fast");
  piga_debrief_add_remark (debrief, PIGA_SIDE_STRENGTH, "The story");
  piga_test_settle (&self->room);
  gap = g_list_model_get_item (piga_debrief_get_remarks (debrief, PIGA_SIDE_GAP), 0);
  piga_record_set_text (gap, PIGA_REMARK_FIX, "Breathe once");
  sheet = piga_debrief_create_sheet (debrief);
  text = read_sheet (sheet, &n_pages);
  assert_in_order (text, words);
  g_assert_null (strstr (text, "What surprised you"));
  g_assert_null (strstr (text, "Had the papers ready"));
  g_assert_cmpuint (n_pages, ==, 1);
}

/* What was noted is not on the form for the bus, and each form is one sheet of paper. */
static void
test_blank_sheet (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaDebrief) debrief = piga_debrief_new (self->room.context, self->interview);
  guint n_pages;

  piga_record_set_text (self->interview, PIGA_INTERVIEW_RECALL, "One window");
  for (guint i = 0; i < 2; i++)
    {
      const gboolean is_short = i == 1;
      g_autoptr (PigaSheet) sheet = piga_debrief_create_blank_sheet (debrief, is_short);
      g_autofree char *text = read_sheet (sheet, &n_pages);

      g_assert_cmpuint (n_pages, ==, is_short ? 1 : 2);
      g_assert_nonnull (strstr (text, "What went well"));
      g_assert_null (strstr (text, "One window"));
      g_assert_true (is_short == (strstr (text, "Had stories ready") == NULL));
    }
}

static void
test_nobody (Fixture *self, gconstpointer data)
{
  g_assert_null (piga_debrief_page_new (self->room.context, "nobody"));
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

#define ADD(path, set_up, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

  ADD ("/debrief/recall", set_up_page, test_recall);
  ADD ("/debrief/questions", set_up_page, test_questions);
  ADD ("/debrief/rating", set_up, test_rating);
  ADD ("/debrief/offers", set_up_page, test_offers);
  ADD ("/debrief/three-gaps", set_up_page, test_three_gaps);
  ADD ("/debrief/fix", set_up_page, test_fix);
  ADD ("/debrief/practise", set_up_page, test_practise);
  ADD ("/debrief/goal", set_up_page, test_goal);
  ADD ("/debrief/form", set_up_page, test_form);
  ADD ("/debrief/done", set_up_page, test_done);
  ADD ("/debrief/live-line", set_up, test_live_line);
  ADD ("/debrief/words", set_up, test_words);
  ADD ("/debrief/sheet", set_up, test_sheet);
  ADD ("/debrief/blank-sheet", set_up, test_blank_sheet);
  ADD ("/debrief/nobody", set_up, test_nobody);
  return g_test_run ();
}
