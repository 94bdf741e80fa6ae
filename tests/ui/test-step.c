/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A step's page: ticks are kept, own checks come and go, and a step is called done. */

#include "config.h"

#include "guide/piga-guide.h"
#include "piga-test-room.h"
#include "steps/piga-advice-row.h"
#include "steps/piga-check-row.h"
#include "steps/piga-step-page.h"
#include "records/piga-step-tally.h"

/* The page of a step in a window, and the tally beside it. */
typedef struct
{
  PigaTestRoom room;
  PigaStepTally *tally;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  piga_test_room_set_up (&self->room, NULL);
  self->tally = piga_step_tally_new (self->room.context);
  self->page = piga_step_page_new (self->room.context, GPOINTER_TO_UINT (data));
  piga_test_room_show (&self->room, self->page);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->room.window)));
  piga_test_settle (&self->room);
  g_assert_finalize_object (self->tally);
  piga_test_room_tear_down (&self->room, NULL);
}

static guint
count_rows (Fixture *self)
{
  g_autoptr (GPtrArray) rows = piga_test_find_all (self->page, PIGA_TYPE_CHECK_ROW);

  return rows->len;
}

static void
test_tick (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = piga_test_find_all (self->page, PIGA_TYPE_CHECK_ROW);
  const guint n_checks = piga_step_tally_count_checks (self->tally, 3);

  g_assert_cmpuint (rows->len, ==, n_checks);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 3), ==, 0);

  adw_action_row_activate (rows->pdata[1]);
  piga_test_settle (&self->room);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 3), ==, 1);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 4), ==, 0);
  g_assert_cmpint (piga_test_count (&self->room, "step_check WHERE done = 1"), ==, 1);

  adw_action_row_activate (rows->pdata[1]);
  piga_test_settle (&self->room);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 3), ==, 0);
  g_assert_cmpint (piga_test_count (&self->room, "step_check"), ==, 1);
}

static void
add_own (Fixture *self, const char *text)
{
  g_autoptr (GPtrArray) entries = piga_test_find_all (self->page, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (entries->pdata[0], text);
  g_signal_emit_by_name (entries->pdata[0], "apply");
  piga_test_settle (&self->room);
}

static void
test_own_check (Fixture *self, gconstpointer data)
{
  const guint n_rows = count_rows (self);
  g_autoptr (GPtrArray) rows = NULL;

  add_own (self, "   ");
  g_assert_cmpuint (count_rows (self), ==, n_rows);

  add_own (self, "  Call <b>Auntie</b> & ask  ");
  g_assert_cmpuint (count_rows (self), ==, n_rows + 1);
  g_assert_cmpuint (piga_step_tally_count_checks (self->tally, 3), ==, n_rows + 1);
  rows = piga_test_find_all (self->page, PIGA_TYPE_CHECK_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[n_rows]), ==,
                   "Call <b>Auntie</b> & ask");

  g_signal_emit_by_name (piga_test_find_type (rows->pdata[n_rows], GTK_TYPE_BUTTON), "clicked");
  piga_test_settle (&self->room);
  g_assert_cmpuint (count_rows (self), ==, n_rows);
  g_assert_cmpuint (piga_step_tally_count_checks (self->tally, 3), ==, n_rows);

  piga_test_undo (&self->room);
  g_assert_cmpuint (count_rows (self), ==, n_rows + 1);
}

static void
test_done (Fixture *self, gconstpointer data)
{
  piga_test_press (&self->room, "Mark This Step as Done");
  g_assert_true (piga_step_tally_is_done (self->tally, 3));
  g_assert_cmpuint (piga_step_tally_count_done (self->tally), ==, 1);
  g_assert_false (piga_test_has_button (self->page, "Mark This Step as Done"));

  piga_test_press (&self->room, "Open This Step Again");
  g_assert_false (piga_step_tally_is_done (self->tally, 3));
  g_assert_cmpint (piga_test_count (&self->room, "step_state"), ==, 1);
}

/* A rejection that was logged; it becomes the round that the pages are about. */
static PigaInterview *
log_rejection (Fixture *self, const char *role, PigaDay day)
{
  g_autoptr (PigaJobApplication) application = piga_test_add_application (&self->room, "", role);

  return piga_test_add_round (&self->room, application, day, day + 3);
}

/* What was ticked, added and called done for one rejection is there again for that one alone. */
static void
test_rounds (Fixture *self, gconstpointer data)
{
  PigaRounds *rounds = piga_context_get_rounds (self->room.context);
  const guint n_rows = count_rows (self);
  g_autoptr (PigaInterview) first = log_rejection (self, "Clerk", piga_day_new (2026, 11, 2));
  g_autoptr (PigaInterview) second = NULL;
  g_autoptr (GPtrArray) rows = piga_test_find_all (self->page, PIGA_TYPE_CHECK_ROW);

  g_assert_true (piga_rounds_get_current (rounds) == first);
  adw_action_row_activate (rows->pdata[0]);
  piga_test_settle (&self->room);
  add_own (self, "Ring the registry");
  piga_test_press (&self->room, "Mark This Step as Done");
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 3), ==, 1);
  g_assert_true (piga_step_tally_is_done (self->tally, 3));

  second = log_rejection (self, "Data analyst", piga_day_new (2026, 11, 12));
  g_assert_true (piga_rounds_get_current (rounds) == second);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 3), ==, 0);
  g_assert_false (piga_step_tally_is_done (self->tally, 3));
  g_assert_true (piga_test_has_button (self->page, "Mark This Step as Done"));
  g_assert_cmpuint (count_rows (self), ==, n_rows);

  piga_rounds_set_current (rounds, first);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 3), ==, 1);
  g_assert_true (piga_step_tally_is_done (self->tally, 3));
  g_assert_true (piga_test_has_button (self->page, "Open This Step Again"));
  g_assert_cmpuint (count_rows (self), ==, n_rows + 1);
}

/* The steps that go on from one rejection to the next do not mind which one it is. */
static void
test_goes_on (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = piga_test_find_all (self->page, PIGA_TYPE_CHECK_ROW);
  g_autoptr (PigaInterview) round = NULL;

  adw_action_row_activate (rows->pdata[0]);
  piga_test_settle (&self->room);
  round = log_rejection (self, "Clerk", piga_day_new (2026, 11, 2));
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 5), ==, 1);
}

/* Everything that the guide says is there to be read: the introduction on the first page only. */
static void
test_reading (Fixture *self, gconstpointer data)
{
  const PigaStep *step = piga_guide_get_step (GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) cards = piga_test_find_all (self->page, PIGA_TYPE_ADVICE_ROW);
  g_autoptr (GPtrArray) before = piga_test_find_all (self->page, GTK_TYPE_LABEL);
  g_autoptr (GPtrArray) after = NULL;
  guint n_advice = 0;

  while (step->advice[n_advice].title != NULL)
    n_advice++;
  g_assert_cmpuint (cards->len, ==, n_advice + (step->number == 1 || step->number == 12));

  adw_expander_row_set_expanded (cards->pdata[0], TRUE);
  after = piga_test_find_all (self->page, GTK_TYPE_LABEL);
  g_assert_cmpuint (after->len, >, before->len);
}

static void
quietly_warned (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) labels = piga_test_find_all (self->page, GTK_TYPE_LABEL);
  gboolean found = FALSE;

  for (guint i = 0; i < labels->len; i++)
    found |= gtk_widget_get_mapped (labels->pdata[i])
             && strstr (gtk_label_get_label (labels->pdata[i]), "1199") != NULL;
  g_assert_true (found == (GPOINTER_TO_UINT (data) == 1));
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

#define ADD(path, step, func)                                                                      \
  g_test_add (path, Fixture, GUINT_TO_POINTER (step), set_up, func, tear_down)

  ADD ("/step/tick", 3, test_tick);
  ADD ("/step/own-check", 3, test_own_check);
  ADD ("/step/done", 3, test_done);
  ADD ("/step/rounds", 3, test_rounds);
  ADD ("/step/goes-on", 5, test_goes_on);
  ADD ("/step/reading/first", 1, test_reading);
  ADD ("/step/reading/other", 5, test_reading);
  ADD ("/step/reading/last", 12, test_reading);
  ADD ("/step/support/first", 1, quietly_warned);
  ADD ("/step/support/other", 2, quietly_warned);
  return g_test_run ();
}
