/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of one application: its stage, its days, its silence, its signs. */

#include "applications/piga-application-page.h"
#include "applications/piga-follow-up.h"
#include "applications/piga-scam-signs.h"
#include "applications/piga-stage-history.h"
#include "kit/piga-day-row.h"
#include "kit/piga-record-form.h"
#include "kit/piga-text-row.h"
#include "piga-language.h"
#include "piga-test-room.h"
#include "records/piga-interview.h"
#include "sense/piga-round.h"
#include "sense/piga-stage.h"
#include "shell/piga-room.h"
#include "shell/piga-rooms.h"

typedef struct
{
  PigaTestRoom room;
  PigaJobApplication *application;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  piga_test_room_set_up (&self->room, NULL);
  self->application = piga_test_add_application (&self->room, "Lakeside Clinic", "Clerk");
  piga_stage_move (self->application, PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - 20);
  piga_test_keep (&self->room, self->application);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->application);
  piga_test_room_tear_down (&self->room, NULL);
}

static void
show_page (Fixture *self)
{
  AdwNavigationPage *room = piga_rooms_open (self->room.context, "applications");

  piga_test_room_show (&self->room, GTK_WIDGET (room));
  piga_room_open_tool (PIGA_ROOM (room), "application", piga_record_get_id (self->application));
  piga_test_rest (&self->room);
  self->page = piga_test_find_type (self->room.window, PIGA_TYPE_APPLICATION_PAGE);
  g_assert_nonnull (self->page);
}

static void
move (Fixture *self, PigaStage stage)
{
  g_assert_true (gtk_widget_activate_action (self->page, "application.stage", "i", stage));
  piga_test_settle (&self->room);
}

static void
test_names (Fixture *self, gconstpointer data)
{
  show_page (self);
  g_assert_nonnull (piga_test_find_label (self->page, "Clerk"));
  g_assert_nonnull (piga_test_find_label (self->page, "Lakeside Clinic"));

  piga_record_set_text (self->application, PIGA_JOB_APPLICATION_ROLE, "");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self->page)), ==,
                   "Lakeside Clinic");
}

static void
test_move (Fixture *self, gconstpointer data)
{
  show_page (self);
  move (self, PIGA_STAGE_INVITED);
  g_assert_cmpint (piga_stage_get (self->application), ==, PIGA_STAGE_INVITED);
  g_assert_cmpuint (piga_stage_get_since (self->application), ==, PIGA_TEST_TODAY);
  g_assert_false (piga_record_is_dirty (self->application));

  piga_test_undo (&self->room);
  g_assert_cmpint (piga_stage_get (self->application), ==, PIGA_STAGE_APPLIED);
  g_assert_cmpuint (piga_stage_get_day (self->application, PIGA_STAGE_INVITED), ==, PIGA_DAY_NONE);
}

/* What can no longer be taken back is not offered again. */
static void
test_move_twice (Fixture *self, gconstpointer data)
{
  show_page (self);
  move (self, PIGA_STAGE_INVITED);
  g_assert_nonnull (piga_test_find_label (self->room.window, "Now: Invited"));
  move (self, PIGA_STAGE_INTERVIEWED);
  g_assert_nonnull (piga_test_find_label (self->room.window, "Now: Interviewed"));

  piga_test_undo (&self->room);
  piga_test_rest (&self->room);
  g_assert_null (piga_test_find_label (self->room.window, "Now: "));
}

static void
test_round (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaInterview) last =
    piga_test_add_interview (&self->room, self->application, PIGA_TEST_TODAY - 4);
  g_autoptr (PigaInterview) first =
    piga_test_add_interview (&self->room, self->application, PIGA_TEST_TODAY - 9);

  show_page (self);
  move (self, PIGA_STAGE_NOT_CHOSEN);
  g_assert_true (piga_round_is (last));
  g_assert_false (piga_round_is (first));
  g_assert_cmpuint (piga_record_get_day (last, PIGA_INTERVIEW_HEARD_ON), ==, PIGA_TEST_TODAY);
  g_assert_cmpint (piga_stage_get (self->application), ==, PIGA_STAGE_NOT_CHOSEN);

  piga_test_undo (&self->room);
  g_assert_false (piga_round_is (last));
  g_assert_cmpuint (piga_record_get_day (last, PIGA_INTERVIEW_HEARD_ON), ==, PIGA_DAY_NONE);
  g_assert_cmpint (piga_stage_get (self->application), ==, PIGA_STAGE_APPLIED);
}

static void
test_follow_up (Fixture *self, gconstpointer data)
{
  GtkWidget *follow_up;
  PigaTextRow *text;
  AdwToggleGroup *language;

  show_page (self);
  follow_up = piga_test_find_type (self->page, PIGA_TYPE_FOLLOW_UP);
  g_assert_true (gtk_widget_get_visible (follow_up));
  adw_expander_row_set_expanded (piga_test_find_type (follow_up, ADW_TYPE_EXPANDER_ROW), TRUE);
  text = piga_test_find_type (follow_up, PIGA_TYPE_TEXT_ROW);
  language = piga_test_find_type (follow_up, ADW_TYPE_TOGGLE_GROUP);
  g_assert_nonnull (strstr (piga_text_row_get_text (text), "Clerk"));

  /* Who signs is asked once. */
  gtk_editable_set_text (piga_test_find_type (follow_up, ADW_TYPE_ENTRY_ROW), "The Applicant");
  g_assert_true (g_str_has_suffix (piga_text_row_get_text (text), "The Applicant"));

  /* Another language has a text of its own, and the first one keeps what was typed. */
  piga_text_row_set_text (text, "My own words");
  adw_toggle_group_set_active (language, 1);
  g_assert_cmpstr (piga_text_row_get_text (text), !=, "My own words");
  adw_toggle_group_set_active (language, 0);
  g_assert_cmpstr (piga_text_row_get_text (text), ==, "My own words");

  g_signal_emit_by_name (piga_test_find_button (follow_up, "Sent Today"), "clicked");
  piga_test_settle (&self->room);
  g_assert_cmpuint (piga_record_get_day (self->application, PIGA_JOB_APPLICATION_FOLLOWED_UP_ON),
                    ==, PIGA_TEST_TODAY);
  piga_test_undo (&self->room);
  g_assert_cmpuint (piga_record_get_day (self->application, PIGA_JOB_APPLICATION_FOLLOWED_UP_ON),
                    ==, PIGA_DAY_NONE);

  move (self, PIGA_STAGE_WITHDRAWN);
  g_assert_false (gtk_widget_get_visible (follow_up));
}

static void
test_history (Fixture *self, gconstpointer data)
{
  GtkWidget *history;
  PigaRecordForm *form;
  GtkWidget *row;

  show_page (self);
  history = piga_test_find_type (self->page, PIGA_TYPE_STAGE_HISTORY);
  form = piga_test_find_type (history, PIGA_TYPE_RECORD_FORM);
  row = piga_record_form_get_row (form, "invited_on");
  g_assert_false (gtk_widget_get_visible (row));
  g_assert_true (gtk_widget_get_visible (piga_record_form_get_row (form, "applied_on")));
  gtk_toggle_button_set_active (piga_test_find_type (history, GTK_TYPE_TOGGLE_BUTTON), TRUE);
  g_assert_true (gtk_widget_get_visible (row));

  piga_day_row_set_day (PIGA_DAY_ROW (row), PIGA_TEST_TODAY - 30);
  g_assert_cmpuint (piga_stage_get_day (self->application, PIGA_STAGE_INVITED), ==,
                    PIGA_TEST_TODAY - 30);
  g_assert_nonnull (piga_test_find_label (history, "“Invited” is dated before “Applied”"));
  piga_day_row_set_day (PIGA_DAY_ROW (row), PIGA_TEST_TODAY - 10);
  g_assert_null (piga_test_find_label (history, "is dated before"));
}

static void
test_signs (Fixture *self, gconstpointer data)
{
  GtkWidget *signs;

  show_page (self);
  signs = piga_test_find_type (self->page, PIGA_TYPE_SCAM_SIGNS);
  g_assert_null (piga_test_find_label (signs, "No genuine employer asks for money"));
  piga_record_set_boolean (self->application, PIGA_JOB_APPLICATION_SIGN_FEE, TRUE);
  g_assert_nonnull (piga_test_find_label (signs, "No genuine employer asks for money"));
  g_assert_nonnull (piga_test_find_label (signs, "1 sign ticked"));
  piga_record_set_boolean (self->application, PIGA_JOB_APPLICATION_SIGN_FEE, FALSE);
  g_assert_null (piga_test_find_label (signs, "No genuine employer asks for money"));
}

static void
test_costs (Fixture *self, gconstpointer data)
{
  show_page (self);
  g_assert_null (piga_test_find_label (self->page, "together"));
  piga_record_set_real (self->application, PIGA_JOB_APPLICATION_FARE, 1200);
  piga_record_set_real (self->application, PIGA_JOB_APPLICATION_DATA, 34);
  g_assert_nonnull (piga_test_find_label (self->page, "KSh 1,234 together"));
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  show_page (self);
  piga_record_set_text (self->application, PIGA_JOB_APPLICATION_NOTES, "typed just before");
  g_assert_true (gtk_widget_activate_action (self->page, "application.delete", NULL));
  piga_test_rest (&self->room);
  g_assert_null (piga_test_find_type (self->room.window, PIGA_TYPE_APPLICATION_PAGE));

  piga_test_undo (&self->room);
  g_assert_nonnull (piga_store_get (self->room.disk.store, PIGA_TYPE_JOB_APPLICATION,
                                    piga_record_get_id (self->application)));
  g_assert_cmpstr (piga_record_get_text (self->application, PIGA_JOB_APPLICATION_NOTES), ==,
                   "typed just before");
  g_assert_false (piga_record_is_dirty (self->application));
}

#define ADD(name, func) g_test_add ("/application/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);
  piga_language_prepare ("en", g_getenv ("PIGA_HATUA_LOCALEDIR"));

  ADD ("names", test_names);
  ADD ("move", test_move);
  ADD ("move-twice", test_move_twice);
  ADD ("round", test_round);
  ADD ("follow-up", test_follow_up);
  ADD ("history", test_history);
  ADD ("signs", test_signs);
  ADD ("costs", test_costs);
  ADD ("delete", test_delete);

  return g_test_run ();
}
