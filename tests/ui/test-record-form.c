/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts that make a page out of the declaration of a kind: the form, the draft behind it, the
 * list of linked records, and the way into the trash and back. */

#include "config.h"

#include "parts/piga-day-row.h"
#include "parts/piga-line-row.h"
#include "parts/piga-linked-records.h"
#include "parts/piga-number-row.h"
#include "parts/piga-record-draft.h"
#include "parts/piga-record-form.h"
#include "parts/piga-record-list.h"
#include "parts/piga-record-remove.h"
#include "parts/piga-text-row.h"
#include "piga-test-room.h"
#include "records/piga-interview.h"
#include "records/piga-job-application.h"

static void
save (PigaTestRoom *room, gpointer record)
{
  piga_store_save_async (room->disk.store, record, NULL, NULL, NULL);
  piga_test_settle (room);
}

static PigaRecordForm *
show_form (PigaTestRoom *room, const char *fields, gpointer record)
{
  PigaRecordForm *form = g_object_new (PIGA_TYPE_RECORD_FORM, "fields", fields, NULL);

  piga_record_form_show (form, room->context, record);
  piga_test_room_show (room, GTK_WIDGET (form));
  return form;
}

/* Each type of field has its row, and row and record hold the same from either side. */
static void
test_rows (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  PigaRecordForm *form
    = show_form (room, "employer source closing_on fare notes sign_fee", application);
  GtkWidget *employer = piga_record_form_get_row (form, "employer");
  GtkWidget *source = piga_record_form_get_row (form, "source");
  GtkWidget *closing = piga_record_form_get_row (form, "closing_on");
  GtkWidget *fare = piga_record_form_get_row (form, "fare");
  GtkWidget *notes = piga_record_form_get_row (form, "notes");
  GtkWidget *sign = piga_record_form_get_row (form, "sign_fee");

  g_assert_true (PIGA_IS_LINE_ROW (employer));
  g_assert_true (ADW_IS_COMBO_ROW (source));
  g_assert_true (PIGA_IS_DAY_ROW (closing));
  g_assert_true (PIGA_IS_NUMBER_ROW (fare));
  g_assert_true (PIGA_IS_TEXT_ROW (notes));
  g_assert_true (ADW_IS_SWITCH_ROW (sign));
  g_assert_null (piga_record_form_get_row (form, "role"));

  gtk_editable_set_text (GTK_EDITABLE (employer), "Ziwa Hospital");
  adw_combo_row_set_selected (ADW_COMBO_ROW (source), PIGA_SOURCE_PERSON);
  gtk_editable_set_text (GTK_EDITABLE (closing), "5/12/2026");
  gtk_editable_set_text (GTK_EDITABLE (fare), "1,250.50");
  adw_switch_row_set_active (ADW_SWITCH_ROW (sign), TRUE);
  g_assert_cmpstr (piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER), ==,
                   "Ziwa Hospital");
  g_assert_cmpint (piga_record_get_integer (application, PIGA_JOB_APPLICATION_SOURCE), ==,
                   PIGA_SOURCE_PERSON);
  g_assert_cmpuint (piga_record_get_day (application, PIGA_JOB_APPLICATION_CLOSING_ON), ==,
                    piga_day_new (2026, 12, 5));
  g_assert_cmpfloat (piga_record_get_real (application, PIGA_JOB_APPLICATION_FARE), ==, 1250.5);
  g_assert_true (piga_record_get_boolean (application, PIGA_JOB_APPLICATION_SIGN_FEE));

  piga_record_set_text (application, PIGA_JOB_APPLICATION_NOTES, "Ring on Monday");
  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, "Maji House");
  g_assert_cmpstr (piga_text_row_get_text (PIGA_TEXT_ROW (notes)), ==, "Ring on Monday");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (employer)), ==, "Maji House");
  g_assert_true (piga_record_form_check (form));
}

/* What cannot be read stays as it was typed, with a sentence under it; the record keeps the last
 * value that it could. */
static void
test_problem (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  PigaRecordForm *form = show_form (room, "closing_on fare", application);
  GtkWidget *closing = piga_record_form_get_row (form, "closing_on");
  GtkWidget *fare = piga_record_form_get_row (form, "fare");
  int position = 3;

  gtk_editable_set_text (GTK_EDITABLE (fare), "300");
  gtk_editable_set_text (GTK_EDITABLE (closing), "31/2/2026");
  g_assert_null (piga_checked_row_get_problem (PIGA_CHECKED_ROW (closing)));
  g_assert_false (piga_record_form_check (form));
  g_assert_nonnull (piga_checked_row_get_problem (PIGA_CHECKED_ROW (closing)));
  g_assert_nonnull (piga_test_find_label (
    closing, piga_checked_row_get_problem (PIGA_CHECKED_ROW (closing))));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (closing)), ==, "31/2/2026");

  gtk_editable_set_text (GTK_EDITABLE (closing), "28/2/2027");
  g_assert_true (piga_record_form_check (form));
  g_assert_cmpuint (piga_record_get_day (application, PIGA_JOB_APPLICATION_CLOSING_ON), ==,
                    piga_day_new (2027, 2, 28));

  gtk_editable_insert_text (gtk_editable_get_delegate (GTK_EDITABLE (fare)), "-", -1, &position);
  g_assert_false (piga_record_form_check (form));
  g_assert_cmpfloat (piga_record_get_real (application, PIGA_JOB_APPLICATION_FARE), ==, 300);
}

/* A line is a line, whatever is pasted into it, and a long one is welcome. */
static void
test_pasted (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  PigaRecordForm *form = show_form (room, "employer", application);
  GtkEditable *employer = GTK_EDITABLE (piga_record_form_get_row (form, "employer"));
  g_autofree char *long_name = g_strnfill (5000, 'a');
  int position = 0;

  gtk_editable_insert_text (gtk_editable_get_delegate (employer), "<b>Maji</b>\r\n\tHouse", -1,
                            &position);
  g_assert_cmpstr (piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER), ==,
                   "<b>Maji</b> House");
  gtk_editable_set_text (employer, long_name);
  g_assert_cmpstr (piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER), ==,
                   long_name);
  g_assert_true (piga_record_form_check (form));
}

static gint64
count (PigaTestRoom *room, const char *sql)
{
  piga_test_settle (room);
  return piga_test_get_integer (room->disk.store, sql);
}

/* A draft keeps nothing that was not touched, everything that was, and nothing that is thrown
 * away. */
static void
test_draft (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  PigaRecordDraft *draft = piga_record_draft_new (room->disk.store, application);

  piga_record_draft_flush (draft);
  g_assert_cmpint (count (room, "SELECT count(*) FROM application"), ==, 0);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Clerk");
  piga_record_draft_flush (draft);
  g_assert_cmpint (count (room, "SELECT count(*) FROM application WHERE role = 'Clerk'"), ==, 1);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Driver");
  g_object_unref (draft);
  g_assert_cmpint (count (room, "SELECT count(*) FROM application WHERE role = 'Driver'"), ==, 1);

  draft = piga_record_draft_new (room->disk.store, application);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Cashier");
  piga_record_draft_abandon (draft);
  g_object_unref (draft);
  g_assert_cmpint (count (room, "SELECT count(*) FROM application WHERE role = 'Cashier'"), ==, 0);
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
         && g_get_monotonic_time () < begun + 10 * G_TIME_SPAN_SECOND)
    {
      g_autofree char *role = g_strdup_printf ("Clerk %u", n_keys++);

      piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, role);
      piga_test_iterate (50);
    }
  g_assert_cmpint (piga_record_get_revision (application), >, 0);
}

static GtkWidget *
create_row (gpointer record, gpointer user_data)
{
  return g_object_new (ADW_TYPE_ACTION_ROW, "title",
                       piga_record_get_text (record, PIGA_INTERVIEW_PEOPLE), NULL);
}

static PigaInterview *
keep_interview (PigaTestRoom *room, PigaJobApplication *application, const char *people)
{
  PigaInterview *interview = piga_record_new (PIGA_TYPE_INTERVIEW);

  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_record_set_text (interview, PIGA_INTERVIEW_PEOPLE, people);
  save (room, interview);
  return interview;
}

static void
count_adds (PigaRecordList *list, guint *n_adds)
{
  *n_adds += 1;
}

/* The list follows the link of its records, says what is empty, and asks for a new one. */
static void
test_list (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) one = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaJobApplication) other = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaInterview) interview = NULL;
  g_autoptr (GListModel) linked = NULL;
  PigaRecordList *list
    = g_object_new (PIGA_TYPE_RECORD_LIST, "title", "Interviews", "empty-text", "None so far.",
                    "add-label", "Add One", NULL);
  guint n_adds = 0;

  save (room, one);
  save (room, other);
  linked = piga_linked_records (room->disk.store, PIGA_TYPE_INTERVIEW, PIGA_INTERVIEW_APPLICATION,
                                piga_record_get_id (one));
  piga_record_list_show (list, linked, create_row, NULL);
  g_signal_connect (list, "add", G_CALLBACK (count_adds), &n_adds);
  piga_test_room_show (room, GTK_WIDGET (list));
  g_assert_nonnull (piga_test_find_label (room->window, "None so far."));

  interview = keep_interview (room, one, "Two people");
  g_assert_cmpuint (g_list_model_get_n_items (linked), ==, 1);
  g_assert_null (piga_test_find_label (room->window, "None so far."));
  g_assert_nonnull (piga_test_find_label (room->window, "Two people"));

  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (other));
  save (room, interview);
  g_assert_cmpuint (g_list_model_get_n_items (linked), ==, 0);

  g_signal_emit_by_name (piga_test_find_type (room->window, ADW_TYPE_BUTTON_ROW), "activated");
  g_assert_cmpuint (n_adds, ==, 1);
}

static void
test_remove (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  const char *live = "SELECT count(*) FROM application WHERE deleted_at IS NULL";

  save (room, application);
  piga_test_room_show (room, gtk_label_new (NULL));
  piga_record_remove (GTK_WIDGET (room->area), room->disk.store, application, "Deleted");
  g_assert_cmpint (count (room, live), ==, 0);
  piga_test_undo (room);
  g_assert_cmpint (count (room, live), ==, 1);
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, PigaTestRoom, NULL, piga_test_room_set_up, func, piga_test_room_tear_down)

  ADD ("/record/form/rows", test_rows);
  ADD ("/record/form/problem", test_problem);
  ADD ("/record/form/pasted", test_pasted);
  ADD ("/record/draft", test_draft);
  ADD ("/record/draft/timer", test_draft_timer);
  ADD ("/record/list", test_list);
  ADD ("/record/remove", test_remove);
  return g_test_run ();
}
