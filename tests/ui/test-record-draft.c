/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of a record to the disk while it is being filled in: nothing that was typed is lost, and
 * nothing is kept that nobody wanted. */

#include "kit/piga-record-draft.h"
#include "piga-test-room.h"
#include "records/piga-interview.h"
#include "records/piga-job-application.h"

/* A draft keeps nothing that was not touched, everything that was, and nothing that is thrown
 * away. */
static void
test_draft (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  PigaRecordDraft *draft = piga_record_draft_new (room->disk.store, application);

  piga_record_draft_flush (draft);
  g_assert_cmpint (piga_test_count (room, "application"), ==, 0);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Clerk");
  piga_record_draft_flush (draft);
  g_assert_cmpint (piga_test_count (room, "application WHERE role = 'Clerk'"), ==, 1);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Driver");
  g_object_unref (draft);
  g_assert_cmpint (piga_test_count (room, "application WHERE role = 'Driver'"), ==, 1);

  draft = piga_record_draft_new (room->disk.store, application);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Cashier");
  piga_record_draft_abandon (draft);
  g_object_unref (draft);
  g_assert_cmpint (piga_test_count (room, "application WHERE role = 'Cashier'"), ==, 0);
}

/* What is typed is on the disk soon after its first key, though the typing goes on. */
static void
test_draft_timer (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaRecordDraft) draft = piga_record_draft_new (room->disk.store, application);
  const gint64 begun = g_get_monotonic_time ();
  guint n_keys = 0;

  while (piga_record_get_revision (application) == 0
         && g_get_monotonic_time () < begun + PIGA_TEST_CEILING)
    {
      g_autofree char *role = g_strdup_printf ("Clerk %u", n_keys++);

      piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, role);
      piga_test_iterate (10);
    }
  g_assert_cmpint (piga_record_get_revision (application), >, 0);
}

/* What came filled in is no more than a beginning: it is kept when the person adds to it, or says
 * that they want it as it is. */
static void
test_prefilled (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaInterview) interview = piga_record_new (PIGA_TYPE_INTERVIEW);
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  PigaRecordDraft *draft;

  piga_test_save (room->disk.store, application, NULL);
  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_record_set_day (interview, PIGA_INTERVIEW_DAY, PIGA_TEST_TODAY);
  draft = piga_record_draft_new (room->disk.store, interview);
  piga_record_set_text (interview, PIGA_INTERVIEW_PEOPLE, "T");
  piga_record_set_text (interview, PIGA_INTERVIEW_PEOPLE, "");
  g_object_unref (draft);
  g_assert_cmpint (piga_test_count (room, "interview"), ==, 0);

  draft = piga_record_draft_new (room->disk.store, interview);
  piga_record_draft_keep (draft);
  g_assert_cmpint (piga_test_count (room, "interview"), ==, 1);
  g_object_unref (draft);
}

/* What breaks a rule of its kind counts as unsaved until it can be kept, or is given up. */
static void
test_invalid (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (PigaRecordDraft) draft = piga_record_draft_new (room->disk.store, goal);

  piga_record_set_text (goal, PIGA_GOAL_UNIT, "letters");
  piga_record_draft_flush (draft);
  g_assert_false (piga_test_flush (room->disk.store, NULL));
  g_assert_error (piga_store_get_error (room->disk.store), PIGA_ERROR, PIGA_ERROR_INVALID);

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Send letters");
  piga_record_draft_flush (draft);
  g_assert_cmpint (piga_test_count (room, "goal WHERE unit = 'letters'"), ==, 1);
  g_assert_null (piga_store_get_error (room->disk.store));

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "");
  piga_record_draft_flush (draft);
  g_assert_false (piga_test_flush (room->disk.store, NULL));
  piga_record_draft_abandon (draft);
  g_assert_true (piga_test_flush (room->disk.store, NULL));
}

/* A record that goes to the trash takes with it what was typed, is not written again while it is
 * there, and has every word when it comes back. */
static void
test_deleted (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaRecordDraft) draft = piga_record_draft_new (room->disk.store, application);
  gint64 revision;

  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Clerk");
  piga_record_draft_flush (draft);
  piga_test_settle (room);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Driver");
  piga_store_delete_async (room->disk.store, application, NULL, NULL, NULL);
  g_assert_cmpint (piga_test_count (room, "application WHERE role = 'Driver'"
                                          " AND deleted_at IS NOT NULL"),
                   ==, 1);

  revision = piga_record_get_revision (application);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Cashier");
  piga_record_draft_flush (draft);
  piga_test_settle (room);
  g_assert_cmpint (piga_record_get_revision (application), ==, revision);

  piga_store_undelete_async (room->disk.store, application, NULL, NULL, NULL);
  g_assert_cmpint (piga_test_count (room, "application WHERE role = 'Cashier'"
                                          " AND deleted_at IS NULL"),
                   ==, 1);
}

/* The disk says no for a while; the words are still there when it says yes, also when the draft has
 * gone meanwhile. */
static void
test_failing (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  PigaRecordDraft *draft = piga_record_draft_new (room->disk.store, application);
  g_autoptr (GError) error = NULL;

  piga_test_execute (room->disk.store, "PRAGMA query_only = ON");
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Clerk");
  g_object_unref (draft);
  g_assert_false (piga_test_flush (room->disk.store, &error));
  g_assert_true (piga_record_is_dirty (application));

  piga_test_execute (room->disk.store, "PRAGMA query_only = OFF");
  g_assert_cmpint (piga_test_count (room, "application WHERE role = 'Clerk'"), ==, 1);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/record/draft/" name, PigaTestRoom, NULL, piga_test_room_set_up, func,              \
              piga_test_room_tear_down)

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  ADD ("kept", test_draft);
  ADD ("timer", test_draft_timer);
  ADD ("prefilled", test_prefilled);
  ADD ("invalid", test_invalid);
  ADD ("deleted", test_deleted);
  ADD ("failing", test_failing);
  return g_test_run ();
}
