/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of an interview, and its page. */

#include "config.h"

#include "interviews/piga-interview-deeds.h"
#include "piga-test-room.h"
#include "sense/piga-stage.h"

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

static void
save (Fixture *self, gpointer record)
{
  piga_store_save_async (self->room.disk.store, record, NULL, NULL, NULL);
  piga_test_settle (&self->room);
}

static PigaJobApplication *
add_application (Fixture *self, const char *employer, const char *role)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, employer);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, role);
  save (self, application);
  return g_steal_pointer (&application);
}

/* An interview of 12 November for an application of 2 November, still waiting. */
static PigaInterview *
add_waiting (Fixture *self, PigaJobApplication *application)
{
  g_autoptr (PigaInterview) interview = piga_record_new (PIGA_TYPE_INTERVIEW);

  piga_stage_move (application, PIGA_STAGE_APPLIED, piga_day_new (2026, 11, 2));
  save (self, application);
  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_record_set_day (interview, PIGA_INTERVIEW_DAY, piga_day_new (2026, 11, 12));
  save (self, interview);
  return g_steal_pointer (&interview);
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
  g_autoptr (PigaJobApplication) application = add_application (self, "Sacco", "Clerk");
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

/* Who chose the wrong outcome chooses the right one; the wrong one leaves nothing in the history. */
static void
test_decide_again (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = add_application (self, "Sacco", "Clerk");
  g_autoptr (PigaInterview) interview = add_waiting (self, application);

  decide (self, interview, PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);
  decide (self, interview, PIGA_INTERVIEW_OUTCOME_OFFER);
  g_assert_cmpint (piga_stage_get (application), ==, PIGA_STAGE_OFFERED);
  g_assert_cmpuint (piga_stage_get_day (application, PIGA_STAGE_NOT_CHOSEN), ==, PIGA_DAY_NONE);

  decide (self, interview, PIGA_INTERVIEW_OUTCOME_WAITING);
  g_assert_cmpint (piga_stage_get (application), ==, PIGA_STAGE_INTERVIEWED);
  g_assert_cmpuint (piga_record_get_day (interview, PIGA_INTERVIEW_HEARD_ON), ==, PIGA_DAY_NONE);
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
  return g_test_run ();
}
