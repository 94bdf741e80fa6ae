/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A step's page: ticks are kept, own checks come and go, and a step is called done. */

#include "config.h"

#include "guide/piga-guide.h"
#include "parts/piga-toast-area.h"
#include "piga-context.h"
#include "piga-test-store.h"
#include "steps/piga-advice-row.h"
#include "steps/piga-check-row.h"
#include "steps/piga-step-page.h"
#include "steps/piga-step-tally.h"

/* The page of a step in a window, and the tally beside it. */
typedef struct
{
  PigaTestStore disk;
  PigaContext *context;
  PigaStepTally *tally;
  GtkWidget *window;
  GtkWidget *area;
  GtkWidget *page;
} Fixture;

static void
settle (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  piga_test_flush (self->disk.store, &error);
  g_assert_no_error (error);
  piga_test_iterate (10);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  const guint step = GPOINTER_TO_UINT (data);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (PigaClock) clock = piga_clock_new_fixed (piga_day_new (2026, 11, 22));

  piga_test_store_set_up (&self->disk, NULL);
  self->context = piga_context_new (self->disk.store, settings, clock);
  self->tally = piga_step_tally_new (self->context);
  self->page = piga_step_page_new (self->context, step);
  self->area = g_object_new (PIGA_TYPE_TOAST_AREA, "content", self->page, NULL);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), self->area);
  gtk_window_present (GTK_WINDOW (self->window));
  settle (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  piga_test_iterate (10);
  g_assert_finalize_object (self->tally);
  g_object_unref (self->context);
  piga_test_store_tear_down (&self->disk, NULL);
}

static void
collect (GtkWidget *root, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (Fixture *self, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (self->page, type, found);
  return found;
}

static GtkButton *
find_button (Fixture *self, const char *label)
{
  g_autoptr (GPtrArray) buttons = find_all (self, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0)
      return buttons->pdata[i];
  return NULL;
}

static guint
count_rows (Fixture *self)
{
  g_autoptr (GPtrArray) rows = find_all (self, PIGA_TYPE_CHECK_ROW);

  return rows->len;
}

static void
test_tick (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = find_all (self, PIGA_TYPE_CHECK_ROW);
  const guint n_checks = piga_step_tally_count_checks (self->tally, 3);

  g_assert_cmpuint (rows->len, ==, n_checks);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 3), ==, 0);

  adw_action_row_activate (rows->pdata[1]);
  settle (self);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 3), ==, 1);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 4), ==, 0);
  g_assert_cmpint (piga_test_get_integer (self->disk.store,
                                          "SELECT count(*) FROM step_check WHERE done = 1"),
                   ==, 1);

  adw_action_row_activate (rows->pdata[1]);
  settle (self);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 3), ==, 0);
  g_assert_cmpint (piga_test_get_integer (self->disk.store, "SELECT count(*) FROM step_check"), ==,
                   1);
}

static void
add_own (Fixture *self, const char *text)
{
  g_autoptr (GPtrArray) entries = find_all (self, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (entries->pdata[0], text);
  g_signal_emit_by_name (entries->pdata[0], "apply");
  settle (self);
}

static void
test_own_check (Fixture *self, gconstpointer data)
{
  const guint n_rows = count_rows (self);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  add_own (self, "   ");
  g_assert_cmpuint (count_rows (self), ==, n_rows);

  add_own (self, "  Call <b>Auntie</b> & ask  ");
  g_assert_cmpuint (count_rows (self), ==, n_rows + 1);
  g_assert_cmpuint (piga_step_tally_count_checks (self->tally, 3), ==, n_rows + 1);
  rows = find_all (self, PIGA_TYPE_CHECK_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[n_rows]), ==,
                   "Call <b>Auntie</b> & ask");

  collect (rows->pdata[n_rows], GTK_TYPE_BUTTON, buttons);
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  settle (self);
  g_assert_cmpuint (count_rows (self), ==, n_rows);
  g_assert_cmpuint (piga_step_tally_count_checks (self->tally, 3), ==, n_rows);

  gtk_widget_activate_action (self->area, "undo.last", NULL);
  settle (self);
  g_assert_cmpuint (count_rows (self), ==, n_rows + 1);
}

static void
test_done (Fixture *self, gconstpointer data)
{
  g_signal_emit_by_name (find_button (self, "Mark This Step as Done"), "clicked");
  settle (self);
  g_assert_true (piga_step_tally_is_done (self->tally, 3));
  g_assert_cmpuint (piga_step_tally_count_done (self->tally), ==, 1);
  g_assert_null (find_button (self, "Mark This Step as Done"));

  g_signal_emit_by_name (find_button (self, "Open This Step Again"), "clicked");
  settle (self);
  g_assert_false (piga_step_tally_is_done (self->tally, 3));
  g_assert_cmpint (piga_test_get_integer (self->disk.store, "SELECT count(*) FROM step_state"), ==,
                   1);
}

/* A rejection that was logged; it becomes the round that the pages are about. */
static PigaInterview *
log_rejection (Fixture *self, const char *role, PigaDay day)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaInterview) interview = piga_record_new (PIGA_TYPE_INTERVIEW);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, role);
  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_record_set_day (interview, PIGA_INTERVIEW_DAY, day);
  piga_round_begin (interview, day + 3);
  piga_store_save_async (self->disk.store, application, NULL, NULL, NULL);
  piga_store_save_async (self->disk.store, interview, NULL, NULL, NULL);
  settle (self);
  return g_steal_pointer (&interview);
}

/* What was ticked, added and called done for one rejection is there again for that one alone. */
static void
test_rounds (Fixture *self, gconstpointer data)
{
  PigaRounds *rounds = piga_context_get_rounds (self->context);
  const guint n_rows = count_rows (self);
  g_autoptr (PigaInterview) first = log_rejection (self, "Clerk", piga_day_new (2026, 11, 2));
  g_autoptr (PigaInterview) second = NULL;
  g_autoptr (GPtrArray) rows = find_all (self, PIGA_TYPE_CHECK_ROW);

  g_assert_true (piga_rounds_get_current (rounds) == first);
  adw_action_row_activate (rows->pdata[0]);
  settle (self);
  add_own (self, "Ring the registry");
  g_signal_emit_by_name (find_button (self, "Mark This Step as Done"), "clicked");
  settle (self);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 3), ==, 1);
  g_assert_true (piga_step_tally_is_done (self->tally, 3));

  second = log_rejection (self, "Data analyst", piga_day_new (2026, 11, 12));
  g_assert_true (piga_rounds_get_current (rounds) == second);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 3), ==, 0);
  g_assert_false (piga_step_tally_is_done (self->tally, 3));
  g_assert_nonnull (find_button (self, "Mark This Step as Done"));
  g_assert_cmpuint (count_rows (self), ==, n_rows);

  piga_rounds_set_current (rounds, first);
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 3), ==, 1);
  g_assert_true (piga_step_tally_is_done (self->tally, 3));
  g_assert_nonnull (find_button (self, "Open This Step Again"));
  g_assert_cmpuint (count_rows (self), ==, n_rows + 1);
}

/* The steps that go on from one rejection to the next do not mind which one it is. */
static void
test_goes_on (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = find_all (self, PIGA_TYPE_CHECK_ROW);
  g_autoptr (PigaInterview) round = NULL;

  adw_action_row_activate (rows->pdata[0]);
  settle (self);
  round = log_rejection (self, "Clerk", piga_day_new (2026, 11, 2));
  g_assert_cmpuint (piga_step_tally_count_ticked (self->tally, 5), ==, 1);
}

/* Everything that the guide says is there to be read: the introduction on the first page only. */
static void
test_reading (Fixture *self, gconstpointer data)
{
  const PigaStep *step = piga_guide_get_step (GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) cards = find_all (self, PIGA_TYPE_ADVICE_ROW);
  g_autoptr (GPtrArray) before = find_all (self, GTK_TYPE_LABEL);
  g_autoptr (GPtrArray) after = NULL;
  guint n_advice = 0;

  while (step->advice[n_advice].title != NULL)
    n_advice++;
  g_assert_cmpuint (cards->len, ==, n_advice + (step->number == 1 || step->number == 12));

  adw_expander_row_set_expanded (cards->pdata[0], TRUE);
  after = find_all (self, GTK_TYPE_LABEL);
  g_assert_cmpuint (after->len, >, before->len);
}

static void
quietly_warned (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) labels = find_all (self, GTK_TYPE_LABEL);
  gboolean found = FALSE;

  for (guint i = 0; i < labels->len; i++)
    found |= gtk_widget_get_mapped (labels->pdata[i])
             && strstr (gtk_label_get_label (labels->pdata[i]), "1199") != NULL;
  g_assert_true (found == (GPOINTER_TO_UINT (data) == 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, step, func) \
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
