/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Interviews: which one the steps are about, what is told of one, and what becomes of it. */

#include "config.h"

#include "interviews/piga-rejection-dialog.h"
#include "kit/piga-day-row.h"
#include "piga-test-room.h"
#include "records/piga-entry.h"
#include "sense/piga-stage.h"
#include "steps/piga-round-switcher.h"

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
  piga_test_rest (&self->room);
  piga_test_room_tear_down (&self->room, NULL);
}

static void
add_entry (Fixture *self, guint step, const char *round)
{
  g_autoptr (PigaEntry) entry = piga_record_new (PIGA_TYPE_ENTRY);

  piga_record_set_text (entry, PIGA_ENTRY_BODY, "I sat in the bus.");
  piga_record_set_integer (entry, PIGA_ENTRY_STEP, step);
  piga_record_set_text (entry, PIGA_ENTRY_ROUND, round);
  piga_test_keep (&self->room, entry);
}

static GtkWidget *
show_switcher (Fixture *self)
{
  GtkWidget *switcher = g_object_new (PIGA_TYPE_ROUND_SWITCHER, NULL);

  piga_round_switcher_set_context (PIGA_ROUND_SWITCHER (switcher), self->room.context);
  piga_test_room_show (&self->room, switcher);
  return switcher;
}

/* Opens the menu and gives all that it offers, a line each. */
static char *
read_menu (GtkWidget *switcher)
{
  GtkMenuButton *button = piga_test_find_type (switcher, GTK_TYPE_MENU_BUTTON);
  g_autoptr (GString) lines = g_string_new (NULL);
  GMenuModel *menu;

  gtk_menu_button_popup (button);
  menu = gtk_menu_button_get_menu_model (button);
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *label = NULL;

          g_assert_true (
            g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_LABEL, "s", &label));
          g_string_append_printf (lines, "%s\n", label);
        }
    }
  gtk_menu_button_popdown (button);
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

static const char *
read_button (GtkWidget *switcher)
{
  return gtk_label_get_label (
    GTK_LABEL (gtk_menu_button_get_child (piga_test_find_type (switcher, GTK_TYPE_MENU_BUTTON))));
}

static void
test_switcher_none (Fixture *self, gconstpointer data)
{
  GtkWidget *switcher = show_switcher (self);
  g_autoptr (PigaJobApplication) application = NULL;
  g_autoptr (PigaInterview) interview = NULL;

  g_assert_nonnull (piga_test_find_label (switcher, "Tell Us About the Interview"));
  g_assert_false (gtk_widget_get_visible (piga_test_find_type (switcher, GTK_TYPE_MENU_BUTTON)));

  application = piga_test_add_application (&self->room, "County of Nakuru", "Clerk");
  interview = piga_test_add_round (&self->room, application, piga_day_new (2026, 11, 12),
                                   piga_day_new (2026, 11, 14));
  g_assert_null (piga_test_find_label (switcher, "Tell Us About the Interview"));
  g_assert_cmpstr (read_button (switcher), ==, "for: Clerk, 12 November");
}

static void
test_switcher_choose (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", "Data_analyst");
  g_autoptr (PigaInterview) older = piga_test_add_round (
    &self->room, application, piga_day_new (2026, 10, 1), piga_day_new (2026, 10, 3));
  g_autoptr (PigaInterview) newer = piga_test_add_round (
    &self->room, application, piga_day_new (2026, 11, 12), piga_day_new (2026, 11, 14));
  GtkWidget *switcher = show_switcher (self);
  g_autofree char *menu = NULL;

  piga_rounds_close (self->rounds, older);
  piga_test_settle (&self->room);
  menu = read_menu (switcher);
  g_assert_cmpstr (menu, ==,
                   "Data__analyst, 12 November\n"
                   "Data__analyst, 1 October (closed)\n"
                   "Log Another Interview…\n");

  g_assert_true (
    gtk_widget_activate_action (switcher, "rounds.choose", "s", piga_record_get_id (older)));
  g_assert_true (piga_rounds_get_current (self->rounds) == older);
  g_assert_cmpstr (read_button (switcher), ==, "for: Data_analyst, 1 October (closed)");

  gtk_widget_activate_action (switcher, "rounds.choose", "s", "");
  g_assert_null (piga_rounds_get_current (self->rounds));
  g_assert_cmpstr (read_button (switcher), ==, "Without an interview");
}

/* What was written before anybody knew of interviews can be reached; what belongs to another step
 * is no reason to offer it. */
static void
test_switcher_loose (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", "Clerk");
  g_autoptr (PigaInterview) interview = piga_test_add_round (
    &self->room, application, piga_day_new (2026, 11, 12), piga_day_new (2026, 11, 14));
  GtkWidget *switcher = show_switcher (self);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_entry (self, 4, "");
  add_entry (self, 1, piga_record_get_id (interview));
  before = read_menu (switcher);
  g_assert_null (strstr (before, "Without an Interview"));

  add_entry (self, 12, "");
  after = read_menu (switcher);
  g_assert_nonnull (strstr (after, "Without an Interview"));
}

static void
test_switcher_long (Fixture *self, gconstpointer data)
{
  g_autofree char *role = g_strnfill (5000, 'w');
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", role);
  g_autoptr (PigaInterview) interview = piga_test_add_round (
    &self->room, application, piga_day_new (2026, 11, 12), piga_day_new (2026, 11, 14));
  GtkWidget *switcher = show_switcher (self);
  int width;

  g_assert_cmpuint (g_utf8_strlen (read_button (switcher), -1), <, 60);
  g_assert_true (g_str_has_suffix (read_button (switcher), ", 12 November"));
  gtk_widget_measure (switcher, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <, 300);
}

/* The dialog over an empty window, as it is opened from an application or from nowhere. */
static GtkWidget *
show_dialog (Fixture *self, PigaRejection *rejection)
{
  PigaRejectionDialog *dialog = piga_rejection_dialog_new (self->room.context, rejection);

  if (self->room.window == NULL)
    piga_test_room_show (&self->room, gtk_label_new (""));
  adw_dialog_present (ADW_DIALOG (dialog), self->room.window);
  piga_test_rest (&self->room);
  return GTK_WIDGET (dialog);
}

static void
type_into (GtkWidget *root, const char *title, const char *text)
{
  gtk_editable_set_text (piga_test_find_row (root, title), text);
}

static void
press (Fixture *self, GtkWidget *root, const char *label)
{
  g_signal_emit_by_name (piga_test_find_button (root, label), "clicked");
  piga_test_settle (&self->room);
}

/* From what is typed come an application with its history and a round, and the pages are about it,
 * even where a round of a later day is still open. */
static void
test_begin (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) other = piga_test_add_application (&self->room, "Sacco", "Clerk");
  g_autoptr (PigaInterview) later = piga_test_add_round (
    &self->room, other, piga_day_new (2026, 11, 20), piga_day_new (2026, 11, 22));
  g_autoptr (PigaRejection) rejection = piga_rejection_new (self->room.context, "");
  GtkWidget *dialog = show_dialog (self, rejection);
  PigaInterview *round;
  PigaJobApplication *application;

  type_into (dialog, "Employer", "  County of Nakuru ");
  type_into (dialog, "Role", "Data analyst");
  type_into (dialog, "Interview day", "12/11/2026");
  adw_combo_row_set_selected (piga_test_find_row (dialog, "Format"), PIGA_INTERVIEW_FORMAT_PANEL);
  type_into (dialog, "Who was there", "Three people");
  type_into (dialog, "Heard on", "19/11/2026");
  press (self, dialog, "Begin");

  g_assert_true (piga_rejection_is_begun (rejection));
  round = piga_rounds_get_current (self->rounds);
  g_assert_true (round != later);
  g_assert_true (piga_round_is (round));
  g_assert_cmpuint (piga_record_get_day (round, PIGA_INTERVIEW_DAY), ==,
                    piga_day_new (2026, 11, 12));
  g_assert_cmpuint (piga_record_get_day (round, PIGA_INTERVIEW_HEARD_ON), ==,
                    piga_day_new (2026, 11, 19));
  g_assert_cmpint (piga_record_get_integer (round, PIGA_INTERVIEW_FORMAT), ==,
                   PIGA_INTERVIEW_FORMAT_PANEL);
  g_assert_cmpstr (piga_record_get_text (round, PIGA_INTERVIEW_PEOPLE), ==, "Three people");

  application = piga_rounds_get_application (self->rounds, round);
  g_assert_cmpstr (piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER), ==,
                   "County of Nakuru");
  g_assert_cmpint (piga_stage_get (application), ==, PIGA_STAGE_NOT_CHOSEN);
  g_assert_cmpuint (piga_stage_get_day (application, PIGA_STAGE_INTERVIEWED), ==,
                    piga_day_new (2026, 11, 12));
  g_assert_cmpuint (piga_stage_get_day (application, PIGA_STAGE_NOT_CHOSEN), ==,
                    piga_day_new (2026, 11, 19));
}

/* Who wants to say nothing at all can begin as well. */
static void
test_begin_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaRejection) rejection = piga_rejection_new (self->room.context, "");
  GtkWidget *dialog = show_dialog (self, rejection);

  press (self, dialog, "Begin");
  g_assert_cmpint (piga_test_count (&self->room, "interview"), ==, 1);
  g_assert_cmpint (piga_test_count (&self->room, "application"), ==, 1);
  g_assert_cmpuint (
    piga_record_get_day (piga_rounds_get_current (self->rounds), PIGA_INTERVIEW_HEARD_ON), ==,
    PIGA_TEST_TODAY);
}

/* An application that is there keeps its history, and the interview it waits to hear of becomes the
 * round; one that is planned does not. */
static void
test_begin_known (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Sacco", "Clerk");
  g_autoptr (PigaInterview) waiting = piga_record_new (PIGA_TYPE_INTERVIEW);
  g_autoptr (PigaInterview) planned = piga_record_new (PIGA_TYPE_INTERVIEW);
  g_autoptr (PigaRejection) rejection = NULL;
  GtkWidget *dialog;

  /* Written down after the interview was held, as people do. */
  piga_stage_move (application, PIGA_STAGE_APPLIED, piga_day_new (2026, 11, 16));
  piga_test_keep (&self->room, application);
  piga_record_set_text (waiting, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_record_set_day (waiting, PIGA_INTERVIEW_DAY, piga_day_new (2026, 11, 12));
  piga_record_set_text (waiting, PIGA_INTERVIEW_PEOPLE, "The chair");
  piga_record_set_text (waiting, PIGA_INTERVIEW_NOTES, "It rained.");
  piga_test_keep (&self->room, waiting);
  piga_record_set_text (planned, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_record_set_day (planned, PIGA_INTERVIEW_DAY, piga_day_new (2026, 12, 1));
  piga_test_keep (&self->room, planned);

  rejection = piga_rejection_new (self->room.context, piga_record_get_id (application));
  dialog = show_dialog (self, rejection);
  g_assert_nonnull (piga_test_find_label (dialog, "Clerk, Sacco"));
  g_assert_false (gtk_widget_get_mapped (piga_test_find_row (dialog, "Employer")));
  g_assert_cmpstr (gtk_editable_get_text (piga_test_find_row (dialog, "Interview day")), ==,
                   "12 November 2026");
  press (self, dialog, "Begin");

  g_assert_cmpint (piga_test_count (&self->room, "interview"), ==, 2);
  g_assert_cmpint (piga_test_count (&self->room, "application"), ==, 1);
  g_assert_true (piga_rounds_get_current (self->rounds) == waiting);
  g_assert_cmpstr (piga_record_get_text (waiting, PIGA_INTERVIEW_PEOPLE), ==, "The chair");
  g_assert_cmpstr (piga_record_get_text (waiting, PIGA_INTERVIEW_NOTES), ==, "It rained.");
  g_assert_cmpuint (piga_stage_get_day (application, PIGA_STAGE_APPLIED), ==,
                    piga_day_new (2026, 11, 16));
  g_assert_cmpint (piga_stage_get (application), ==, PIGA_STAGE_NOT_CHOSEN);
}

/* An application that is there is recognised by what is typed, and taken only when the person says
 * so; then nothing that is known is asked. */
static void
test_recognise (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (&self->room, "Mwangaza Sacco Ltd", "Data clerk");
  g_autoptr (PigaRejection) rejection = piga_rejection_new (self->room.context, "");
  GtkWidget *dialog;

  piga_stage_move (application, PIGA_STAGE_APPLIED, piga_day_new (2026, 3, 2));
  piga_test_keep (&self->room, application);
  dialog = show_dialog (self, rejection);
  type_into (dialog, "Employer", "Nyota Farm");
  piga_test_rest (&self->room);
  g_assert_null (piga_test_find_label (dialog, "You applied to"));

  type_into (dialog, "Employer", "mwangaza sacco");
  piga_test_rest (&self->room);
  g_assert_nonnull (piga_test_find_label (dialog, "You applied to Mwangaza Sacco Ltd in March."));
  g_assert_null (piga_rejection_get_application (rejection));

  press (self, dialog, "This One");
  g_assert_true (piga_rejection_get_application (rejection) == application);
  g_assert_false (gtk_widget_get_mapped (piga_test_find_row (dialog, "Employer")));
  press (self, dialog, "Another One");
  g_assert_null (piga_rejection_get_application (rejection));
  g_assert_cmpstr (gtk_editable_get_text (piga_test_find_row (dialog, "Employer")), ==,
                   "mwangaza sacco");

  press (self, dialog, "This One");
  press (self, dialog, "Begin");
  g_assert_cmpint (piga_test_count (&self->room, "application"), ==, 1);
  g_assert_cmpint (piga_stage_get (application), ==, PIGA_STAGE_NOT_CHOSEN);
}

/* Closing makes nothing, and what was typed is there again. */
static void
test_close (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaRejection) rejection = piga_rejection_new (self->room.context, "");
  GtkWidget *dialog = show_dialog (self, rejection);

  type_into (dialog, "Employer", "Sacco");
  type_into (dialog, "Interview day", "12/11/2026");
  g_assert_true (adw_dialog_close (ADW_DIALOG (dialog)));
  piga_test_settle (&self->room);
  g_assert_cmpint (piga_test_count (&self->room, "interview"), ==, 0);
  g_assert_cmpint (piga_test_count (&self->room, "application"), ==, 0);

  dialog = show_dialog (self, rejection);
  g_assert_cmpstr (gtk_editable_get_text (piga_test_find_row (dialog, "Employer")), ==, "Sacco");
  g_assert_cmpstr (gtk_editable_get_text (piga_test_find_row (dialog, "Interview day")), ==,
                   "12 November 2026");
}

typedef struct
{
  const char *day;
  const char *heard;
  const char *words;
} Impossible;

static void
test_impossible (Fixture *self, gconstpointer data)
{
  const Impossible *it = data;
  g_autoptr (PigaRejection) rejection = piga_rejection_new (self->room.context, "");
  GtkWidget *dialog = show_dialog (self, rejection);

  type_into (dialog, "Employer", "Sacco");
  type_into (dialog, "Interview day", it->day);
  type_into (dialog, "Heard on", it->heard);
  press (self, dialog, "Begin");
  g_assert_cmpint (piga_test_count (&self->room, "interview"), ==, 0);
  g_assert_cmpint (piga_test_count (&self->room, "application"), ==, 0);
  g_assert_nonnull (piga_test_find_label (dialog, it->words));
  g_assert_cmpstr (gtk_editable_get_text (piga_test_find_row (dialog, "Employer")), ==, "Sacco");

  type_into (dialog, "Interview day", "");
  type_into (dialog, "Heard on", "");
  press (self, dialog, "Begin");
  g_assert_cmpint (piga_test_count (&self->room, "interview"), ==, 1);
}

static const Impossible to_come = { "1/12/2026", "", "interview is still to come" };
static const Impossible heard_to_come = { "", "1/12/2026", "heard is still to come" };
static const Impossible heard_before = { "12/11/2026", "11/11/2026", "before the interview" };
static const Impossible no_date = { "31/2/2026", "", "There is no such day" };

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  g_test_add ("/interviews/switcher/none", Fixture, NULL, set_up, test_switcher_none, tear_down);
  g_test_add ("/interviews/switcher/choose", Fixture, NULL, set_up, test_switcher_choose,
              tear_down);
  g_test_add ("/interviews/switcher/loose", Fixture, NULL, set_up, test_switcher_loose, tear_down);
  g_test_add ("/interviews/switcher/long", Fixture, NULL, set_up, test_switcher_long, tear_down);
  g_test_add ("/interviews/begin", Fixture, NULL, set_up, test_begin, tear_down);
  g_test_add ("/interviews/begin/nothing", Fixture, NULL, set_up, test_begin_nothing, tear_down);
  g_test_add ("/interviews/begin/known", Fixture, NULL, set_up, test_begin_known, tear_down);
  g_test_add ("/interviews/recognise", Fixture, NULL, set_up, test_recognise, tear_down);
  g_test_add ("/interviews/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/interviews/impossible/to-come", Fixture, &to_come, set_up, test_impossible,
              tear_down);
  g_test_add ("/interviews/impossible/heard-to-come", Fixture, &heard_to_come, set_up,
              test_impossible, tear_down);
  g_test_add ("/interviews/impossible/heard-before", Fixture, &heard_before, set_up,
              test_impossible, tear_down);
  g_test_add ("/interviews/impossible/no-date", Fixture, &no_date, set_up, test_impossible,
              tear_down);
  return g_test_run ();
}
