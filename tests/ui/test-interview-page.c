/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of an interview, and its page. */

#include "config.h"

#include "interviews/piga-interview-page.h"
#include "kit/piga-page.h"
#include "piga-test-room.h"
#include "records/piga-entry.h"
#include "records/piga-goal.h"
#include "records/piga-interview-actions.h"
#include "sense/piga-stage.h"
#include "shell/piga-room.h"

typedef struct
{
  PigaTestRoom room;
  PigaRounds *rounds;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  piga_test_room_set_up (&self->room, NULL);
  self->rounds = piga_context_get_rounds (self->room.context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  piga_test_room_tear_down (&self->room, NULL);
}

/* An interview of 12 November for an application of 2 November, still waiting. */
static PigaInterview *
add_waiting (Fixture *self, PigaJobApplication *application)
{
  piga_stage_move (application, PIGA_STAGE_APPLIED, piga_day_new (2026, 11, 2));
  piga_test_keep (&self->room, application);
  return piga_test_add_interview (&self->room, application, piga_day_new (2026, 11, 12));
}

static void
decide (Fixture *self, PigaInterview *interview, PigaInterviewOutcome outcome)
{
  if (self->room.window == NULL)
    piga_test_room_show (&self->room, gtk_label_new (""));
  piga_interview_decide (GTK_WIDGET (self->room.area), self->room.context, interview, outcome);
  piga_test_settle (&self->room);
}

typedef struct
{
  PigaInterviewOutcome outcome;
  PigaStage stage;
} Decision;

/* Each outcome is the application's stage as well, and taking it back leaves nothing behind. */
static void
test_decide (Fixture *self, gconstpointer data)
{
  const Decision *it = data;
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", "Clerk");
  g_autoptr (PigaInterview) interview = add_waiting (self, application);

  decide (self, interview, it->outcome);
  g_assert_cmpint (piga_record_get_integer (interview, PIGA_INTERVIEW_OUTCOME), ==, it->outcome);
  g_assert_cmpint (piga_stage_get (application), ==, it->stage);
  g_assert_cmpuint (piga_stage_get_since (application), ==, PIGA_TEST_TODAY);
  g_assert_cmpuint (piga_stage_get_day (application, PIGA_STAGE_INTERVIEWED), ==,
                    piga_day_new (2026, 11, 12));
  g_assert_cmpuint (piga_stage_get_day (application, PIGA_STAGE_APPLIED), ==,
                    piga_day_new (2026, 11, 2));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->rounds)), ==,
                    it->outcome == PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);

  piga_test_undo (&self->room);
  g_assert_cmpint (piga_record_get_integer (interview, PIGA_INTERVIEW_OUTCOME), ==,
                   PIGA_INTERVIEW_OUTCOME_WAITING);
  g_assert_cmpuint (piga_record_get_day (interview, PIGA_INTERVIEW_HEARD_ON), ==, PIGA_DAY_NONE);
  g_assert_cmpint (piga_stage_get (application), ==, PIGA_STAGE_APPLIED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->rounds)), ==, 0);
}

static const Decision next_round = { PIGA_INTERVIEW_OUTCOME_NEXT_ROUND, PIGA_STAGE_INVITED };
static const Decision not_chosen = { PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN, PIGA_STAGE_NOT_CHOSEN };
static const Decision offer = { PIGA_INTERVIEW_OUTCOME_OFFER, PIGA_STAGE_OFFERED };
static const Decision withdrawn = { PIGA_INTERVIEW_OUTCOME_WITHDRAWN, PIGA_STAGE_WITHDRAWN };

/* Who chose the wrong outcome chooses the right one; nothing of the wrong one is left. */
static void
test_decide_again (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", "Clerk");
  g_autoptr (PigaInterview) interview = add_waiting (self, application);

  decide (self, interview, PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);
  decide (self, interview, PIGA_INTERVIEW_OUTCOME_OFFER);
  g_assert_cmpint (piga_stage_get (application), ==, PIGA_STAGE_OFFERED);
  g_assert_cmpuint (piga_stage_get_day (application, PIGA_STAGE_NOT_CHOSEN), ==, PIGA_DAY_NONE);

  decide (self, interview, PIGA_INTERVIEW_OUTCOME_WAITING);
  g_assert_cmpint (piga_stage_get (application), ==, PIGA_STAGE_INTERVIEWED);
  g_assert_cmpuint (piga_record_get_day (interview, PIGA_INTERVIEW_HEARD_ON), ==, PIGA_DAY_NONE);
}

/* The page of an interview in a room, as it is opened from anywhere. */
static GtkWidget *
show_page (Fixture *self, PigaInterview *interview)
{
  AdwNavigationPage *root = adw_navigation_page_new (gtk_label_new (""), "Root");
  AdwNavigationPage *room = piga_room_new (self->room.context, root);

  piga_test_room_show (&self->room, GTK_WIDGET (room));
  piga_room_open_tool (PIGA_ROOM (room), "interview", piga_record_get_id (interview));
  piga_test_rest (&self->room);
  return piga_test_find_type (GTK_WIDGET (room), PIGA_TYPE_INTERVIEW_PAGE);
}

static void
choose_outcome (Fixture *self, GtkWidget *page, PigaInterviewOutcome outcome)
{
  adw_combo_row_set_selected (piga_test_find_row (page, "Outcome"), outcome);
  piga_test_rest (&self->room);
}

/* The keyboard is in the page, where the way back is heard, but in nothing that is typed into. */
static void
test_page_focus (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", "Clerk");
  g_autoptr (PigaInterview) interview = add_waiting (self, application);
  GtkWidget *page = show_page (self, interview);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->room.window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, page));
  g_assert_false (GTK_IS_EDITABLE (focus));
}

/* To choose an outcome is a deed: it begins the round and can be taken back, and the page says
 * where it stands either way. */
static void
test_page_outcome (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", "Clerk");
  g_autoptr (PigaInterview) interview = add_waiting (self, application);
  GtkWidget *page = show_page (self, interview);

  g_assert_nonnull (piga_test_find_label (page, "Clerk, 12 November"));
  g_assert_null (piga_test_find_label (page, "The twelve steps for this one"));
  g_assert_false (gtk_widget_get_mapped (piga_test_find_row (page, "Heard on")));

  choose_outcome (self, page, PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);
  g_assert_nonnull (piga_test_find_label (page, "The twelve steps for this one"));
  g_assert_nonnull (piga_test_find_label (page, "Begun on 22 November"));
  g_assert_true (gtk_widget_get_mapped (piga_test_find_row (page, "Heard on")));
  g_assert_cmpint (piga_stage_get (application), ==, PIGA_STAGE_NOT_CHOSEN);

  piga_test_undo (&self->room);
  g_assert_null (piga_test_find_label (page, "The twelve steps for this one"));
  g_assert_cmpuint (adw_combo_row_get_selected (piga_test_find_row (page, "Outcome")), ==,
                    PIGA_INTERVIEW_OUTCOME_WAITING);
  g_assert_cmpint (piga_stage_get (application), ==, PIGA_STAGE_APPLIED);
}

/* The day that the person corrects is corrected in the history, too. */
static void
test_page_heard_on (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", "Clerk");
  g_autoptr (PigaInterview) interview = add_waiting (self, application);
  GtkWidget *page = show_page (self, interview);

  choose_outcome (self, page, PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);
  gtk_editable_set_text (piga_test_find_row (page, "Heard on"), "19/11/2026");
  piga_page_flush (PIGA_PAGE (page));
  piga_test_settle (&self->room);
  g_assert_cmpuint (piga_stage_get_day (application, PIGA_STAGE_NOT_CHOSEN), ==,
                    piga_day_new (2026, 11, 19));
  g_assert_nonnull (piga_test_find_label (page, "Begun on 19 November"));
  g_assert_cmpint (piga_test_count (&self->room, "interview WHERE heard_on = '2026-11-19'"), ==, 1);

  gtk_editable_set_text (piga_test_find_row (page, "Heard on"), "11/11/2026");
  piga_test_rest (&self->room);
  g_assert_nonnull (piga_test_find_label (page, "before the interview"));
}

static void
activate_row (Fixture *self, GtkWidget *page, const char *title)
{
  g_signal_emit_by_name (piga_test_find_row (page, title), "activated");
  piga_test_rest (&self->room);
}

static void
test_page_close (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", "Clerk");
  g_autoptr (PigaInterview) interview = add_waiting (self, application);
  GtkWidget *page = show_page (self, interview);

  choose_outcome (self, page, PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);
  activate_row (self, page, "Close This One");
  g_assert_cmpuint (piga_record_get_day (interview, PIGA_INTERVIEW_CLOSED_ON), ==, PIGA_TEST_TODAY);
  g_assert_nonnull (piga_test_find_label (page, "closed on 22 November"));

  piga_test_undo (&self->room);
  g_assert_cmpuint (piga_record_get_day (interview, PIGA_INTERVIEW_CLOSED_ON), ==, PIGA_DAY_NONE);
  activate_row (self, page, "Close This One");
  activate_row (self, page, "Open This One Again");
  g_assert_cmpuint (piga_record_get_day (interview, PIGA_INTERVIEW_CLOSED_ON), ==, PIGA_DAY_NONE);
}

/* A second interview for the same application is another page, and both say which one they are. */
static void
test_page_another (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", "Clerk");
  g_autoptr (PigaInterview) interview = add_waiting (self, application);
  GtkWidget *page = show_page (self, interview);

  g_assert_null (piga_test_find_label (page, "First interview"));
  gtk_widget_activate_action (page, "interview.add-another", NULL);
  piga_test_rest (&self->room);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->room.area), "Second interview"));
  g_assert_cmpint (piga_test_count (&self->room, "interview"), ==, 2);
  g_assert_cmpint (piga_stage_get (application), ==, PIGA_STAGE_INVITED);
}

/* What was written and set for it is a press away; what belongs to another one is not there. */
static void
test_page_links (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", "Clerk");
  g_autoptr (PigaInterview) interview = add_waiting (self, application);
  g_autoptr (PigaEntry) entry = piga_record_new (PIGA_TYPE_ENTRY);
  g_autoptr (PigaEntry) other_entry = piga_record_new (PIGA_TYPE_ENTRY);
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);
  GtkWidget *page;

  piga_record_set_text (entry, PIGA_ENTRY_TITLE, "In the bus");
  piga_record_set_text (entry, PIGA_ENTRY_ROUND, piga_record_get_id (interview));
  piga_test_keep (&self->room, entry);
  piga_record_set_text (other_entry, PIGA_ENTRY_TITLE, "At home");
  piga_test_keep (&self->room, other_entry);
  page = show_page (self, interview);
  g_assert_true (piga_test_has_row (page, "In the bus"));
  g_assert_false (piga_test_has_row (page, "At home"));
  g_assert_false (piga_test_has_row (page, "Read the mandate"));

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Read the mandate");
  piga_record_set_text (goal, PIGA_GOAL_ROUND, piga_record_get_id (interview));
  piga_test_keep (&self->room, goal);
  g_assert_true (piga_test_has_row (page, "Read the mandate"));
}

/* Deleting leads back, and can be taken back. */
static void
test_page_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", "Clerk");
  g_autoptr (PigaInterview) interview = add_waiting (self, application);
  GtkWidget *page = show_page (self, interview);

  gtk_widget_activate_action (page, "interview.delete", NULL);
  piga_test_rest (&self->room);
  g_assert_null (piga_test_find_type (GTK_WIDGET (self->room.area), PIGA_TYPE_INTERVIEW_PAGE));
  g_assert_null (
    piga_store_get (self->room.disk.store, PIGA_TYPE_INTERVIEW, piga_record_get_id (interview)));

  piga_test_undo (&self->room);
  g_assert_nonnull (
    piga_store_get (self->room.disk.store, PIGA_TYPE_INTERVIEW, piga_record_get_id (interview)));
}

static void
test_page_gone (Fixture *self, gconstpointer data)
{
  g_assert_null (piga_interview_page_new (self->room.context, "nobody"));
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  g_test_add ("/interview-page/decide/next-round", Fixture, &next_round, set_up, test_decide,
              tear_down);
  g_test_add ("/interview-page/decide/not-chosen", Fixture, &not_chosen, set_up, test_decide,
              tear_down);
  g_test_add ("/interview-page/decide/offer", Fixture, &offer, set_up, test_decide, tear_down);
  g_test_add ("/interview-page/decide/withdrawn", Fixture, &withdrawn, set_up, test_decide,
              tear_down);
  g_test_add ("/interview-page/decide/again", Fixture, NULL, set_up, test_decide_again, tear_down);
  g_test_add ("/interview-page/focus", Fixture, NULL, set_up, test_page_focus, tear_down);
  g_test_add ("/interview-page/outcome", Fixture, NULL, set_up, test_page_outcome, tear_down);
  g_test_add ("/interview-page/heard-on", Fixture, NULL, set_up, test_page_heard_on, tear_down);
  g_test_add ("/interview-page/close", Fixture, NULL, set_up, test_page_close, tear_down);
  g_test_add ("/interview-page/another", Fixture, NULL, set_up, test_page_another, tear_down);
  g_test_add ("/interview-page/links", Fixture, NULL, set_up, test_page_links, tear_down);
  g_test_add ("/interview-page/delete", Fixture, NULL, set_up, test_page_delete, tear_down);
  g_test_add ("/interview-page/gone", Fixture, NULL, set_up, test_page_gone, tear_down);
  return g_test_run ();
}
