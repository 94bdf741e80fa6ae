/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts that make a page out of the declaration of a kind: the form, the list of linked
 * records, and the way into the trash and back. The draft behind a form has a test of its own. */

#include "config.h"

#include "kit/piga-day-row.h"
#include "kit/piga-line-row.h"
#include "kit/piga-linked-records.h"
#include "kit/piga-number-row.h"
#include "kit/piga-record-form.h"
#include "kit/piga-record-list.h"
#include "kit/piga-record-remove.h"
#include "kit/piga-text-row.h"
#include "kit/piga-undo.h"
#include "piga-test-room.h"
#include "records/piga-interview.h"
#include "records/piga-job-application.h"

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
  PigaRecordForm *form =
    show_form (room, "employer source closing_on fare notes sign_fee", application);
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

static void
type_at_end (GtkEditable *row, const char *text)
{
  int end = (int) g_utf8_strlen (gtk_editable_get_text (row), -1);

  gtk_editable_insert_text (gtk_editable_get_delegate (row), text, -1, &end);
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

  gtk_editable_set_text (GTK_EDITABLE (fare), "300");
  gtk_editable_set_text (GTK_EDITABLE (closing), "31/2/2026");
  g_assert_null (piga_checked_row_get_problem (PIGA_CHECKED_ROW (closing)));
  g_assert_false (piga_record_form_check (form));
  g_assert_nonnull (piga_checked_row_get_problem (PIGA_CHECKED_ROW (closing)));
  g_assert_nonnull (
    piga_test_find_label (closing, piga_checked_row_get_problem (PIGA_CHECKED_ROW (closing))));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (closing)), ==, "31/2/2026");

  gtk_editable_set_text (GTK_EDITABLE (closing), "28/2/2027");
  g_assert_true (piga_record_form_check (form));
  g_assert_cmpuint (piga_record_get_day (application, PIGA_JOB_APPLICATION_CLOSING_ON), ==,
                    piga_day_new (2027, 2, 28));

  type_at_end (GTK_EDITABLE (fare), "-");
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

/* What is too long to keep is said at once, and the record keeps the last line that it can hold. */
static void
test_too_long (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  PigaRecordForm *form = show_form (room, "employer", application);
  GtkWidget *employer = piga_record_form_get_row (form, "employer");
  g_autofree char *more = g_strnfill (20000, 'a');
  g_autofree char *too_long = g_strconcat ("Maji House", more, NULL);

  gtk_editable_set_text (GTK_EDITABLE (employer), "Maji House");
  type_at_end (GTK_EDITABLE (employer), more);
  g_assert_nonnull (piga_test_find_label (employer, "is too long to keep"));
  g_assert_false (piga_record_form_check (form));
  g_assert_cmpstr (piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER), ==,
                   "Maji House");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (employer)), ==, too_long);

  gtk_editable_set_text (GTK_EDITABLE (employer), "Maji Houses");
  g_assert_null (piga_checked_row_get_problem (PIGA_CHECKED_ROW (employer)));
  g_assert_true (piga_record_form_check (form));
}

/* A field of whole numbers takes no half, and no field takes more than it is declared to; the
 * beginning of what it does not take was not meant. */
static void
test_whole (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);
  PigaRecordForm *form = show_form (room, "step", goal);
  GtkEditable *step = GTK_EDITABLE (piga_record_form_get_row (form, "step"));

  gtk_editable_set_text (step, "3");
  g_assert_true (piga_record_form_check (form));
  type_at_end (step, ".5");
  g_assert_false (piga_record_form_check (form));
  g_assert_cmpint (piga_record_get_integer (goal, PIGA_GOAL_STEP), ==, 3);

  gtk_editable_set_text (step, "1");
  type_at_end (step, "3");
  g_assert_false (piga_record_form_check (form));
  g_assert_cmpint (piga_record_get_integer (goal, PIGA_GOAL_STEP), ==, 3);
}

/* Who types keeps their place when the record changes from elsewhere. */
static void
test_cursor (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  PigaRecordForm *form = show_form (room, "employer notes", application);
  GtkEditable *employer = GTK_EDITABLE (piga_record_form_get_row (form, "employer"));
  GtkTextView *notes =
    piga_test_find_type (piga_record_form_get_row (form, "notes"), GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (notes);
  GtkTextIter place;
  int offset;

  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, "Maji House");
  gtk_editable_set_position (employer, 4);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, "Maji Houses Ltd");
  g_assert_cmpint (gtk_editable_get_position (employer), ==, 4);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, "Ma");
  g_assert_cmpint (gtk_editable_get_position (employer), ==, 2);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_NOTES, "Ring on Monday");
  gtk_text_buffer_get_iter_at_offset (buffer, &place, 5);
  gtk_text_buffer_place_cursor (buffer, &place);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_NOTES, "Ring on Monday at ten");
  g_object_get (buffer, "cursor-position", &offset, NULL);
  g_assert_cmpint (offset, ==, 5);
}

/* A form that goes, or shows another record, takes nothing with it. */
static void
test_another (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) one = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaJobApplication) other = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (GtkWidget) old_row = NULL;
  PigaRecordForm *form;
  guint64 changes;

  piga_record_set_text (one, PIGA_JOB_APPLICATION_EMPLOYER, "Maji House");
  piga_record_set_integer (one, PIGA_JOB_APPLICATION_SOURCE, PIGA_SOURCE_PERSON);
  piga_record_set_day (one, PIGA_JOB_APPLICATION_CLOSING_ON, PIGA_TEST_TODAY);
  changes = piga_record_get_changes (one);
  form = show_form (room, "employer source closing_on", one);
  old_row = g_object_ref (piga_record_form_get_row (form, "employer"));
  piga_record_form_show (form, room->context, other);
  gtk_editable_set_text (GTK_EDITABLE (old_row), "Gone");
  gtk_editable_set_text (GTK_EDITABLE (piga_record_form_get_row (form, "employer")), "Ziwa");
  g_assert_cmpstr (piga_record_get_text (other, PIGA_JOB_APPLICATION_EMPLOYER), ==, "Ziwa");
  adw_combo_row_set_selected (ADW_COMBO_ROW (piga_record_form_get_row (form, "source")),
                              PIGA_SOURCE_PERSON);
  g_assert_cmpuint (piga_record_get_changes (one), ==, changes);

  changes = piga_record_get_changes (other);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&room->window)));
  piga_test_settle (room);
  g_assert_cmpuint (piga_record_get_changes (other), ==, changes);
  g_assert_cmpint (piga_record_get_integer (other, PIGA_JOB_APPLICATION_SOURCE), ==,
                   PIGA_SOURCE_PERSON);
}

static void
assert_can_change (GtkWidget *line, GtkWidget *text, GtkWidget *day, gboolean can_change)
{
  GtkTextView *view = piga_test_find_type (text, GTK_TYPE_TEXT_VIEW);

  g_assert_cmpint (gtk_editable_get_editable (GTK_EDITABLE (line)), ==, can_change);
  g_assert_cmpint (gtk_text_view_get_editable (view), ==, can_change);
  g_assert_cmpint (gtk_widget_is_sensitive (day), ==, can_change);
}

/* Where nothing can be kept, nothing can be typed; words can be copied as before. */
static void
test_read_only (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  PigaRecordForm *form = show_form (room, "employer notes closing_on", application);
  GtkWidget *employer = piga_record_form_get_row (form, "employer");
  GtkWidget *notes = piga_record_form_get_row (form, "notes");
  GtkWidget *closing = piga_record_form_get_row (form, "closing_on");

  piga_store_set_state (room->disk.store, PIGA_STORE_READ_ONLY);
  assert_can_change (employer, notes, closing, FALSE);
  g_assert_true (gtk_widget_is_sensitive (employer));
  g_assert_true (gtk_widget_is_sensitive (notes));
  piga_store_set_state (room->disk.store, PIGA_STORE_READY);
  assert_can_change (employer, notes, closing, TRUE);
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
  piga_test_keep (room, interview);
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
  PigaRecordList *list = g_object_new (PIGA_TYPE_RECORD_LIST, "title", "Interviews", "empty-text",
                                       "None so far.", "add-label", "Add One", NULL);
  guint n_adds = 0;

  piga_test_keep (room, one);
  piga_test_keep (room, other);
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
  piga_test_keep (room, interview);
  g_assert_cmpuint (g_list_model_get_n_items (linked), ==, 0);

  g_signal_emit_by_name (piga_test_find_type (room->window, ADW_TYPE_BUTTON_ROW), "activated");
  g_assert_cmpuint (n_adds, ==, 1);
}

static void
activated_cb (PigaRecordList *list, PigaRecord *record, PigaRecord **activated)
{
  *activated = record;
}

static GtkWidget *
create_button_row (gpointer record, gpointer user_data)
{
  GtkWidget *row = create_row (record, user_data);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static guint
count_rows (PigaTestRoom *room)
{
  GtkWidget *row = piga_test_find_type (room->window, ADW_TYPE_ACTION_ROW);
  guint n_rows = 0;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows++;
  return n_rows;
}

/* As on a page: so many rows make no window. */
static void
show_scrolled (PigaTestRoom *room, PigaRecordList *list)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (list));
  piga_test_room_show (room, page);
}

static GListStore *
make_interviews (guint n_interviews)
{
  GListStore *interviews = g_list_store_new (PIGA_TYPE_INTERVIEW);

  for (guint i = 0; i < n_interviews; i++)
    {
      g_autoptr (PigaInterview) interview = piga_record_new (PIGA_TYPE_INTERVIEW);
      g_autofree char *people = g_strdup_printf ("%u", i);

      piga_record_set_text (interview, PIGA_INTERVIEW_PEOPLE, people);
      g_list_store_append (interviews, interview);
    }
  return interviews;
}

/* Hundreds of rows do not come at once, but they come, and each leads to its own record. */
static void
test_list_long (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (GListStore) interviews = make_interviews (300);
  PigaRecordList *list = g_object_new (PIGA_TYPE_RECORD_LIST, "title", "Interviews", NULL);
  g_autoptr (PigaRecord) expected = NULL;
  PigaRecord *activated = NULL;
  GtkWidget *first;
  GtkListBoxRow *row;

  show_scrolled (room, list);
  g_signal_connect (list, "record-activated", G_CALLBACK (activated_cb), &activated);
  piga_record_list_show (list, G_LIST_MODEL (interviews), create_button_row, NULL);
  g_assert_cmpuint (count_rows (room), <, 50);
  piga_test_settle (room);
  g_assert_cmpuint (count_rows (room), ==, 300);

  g_list_store_remove (interviews, 0);
  first = piga_test_find_type (room->window, ADW_TYPE_ACTION_ROW);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (gtk_widget_get_parent (first)), 200);
  gtk_widget_activate (GTK_WIDGET (row));
  expected = g_list_model_get_item (G_LIST_MODEL (interviews), 200);
  g_assert_true (activated == expected);

  /* The rows that stay are the same rows. */
  g_list_store_remove (interviews, 10);
  g_assert_cmpint (gtk_list_box_row_get_index (row), ==, 199);
}

static void
assert_rows (PigaTestRoom *room, GListModel *records)
{
  GtkWidget *row = piga_test_find_type (room->window, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (PigaRecord) record = g_list_model_get_item (records, i);

      g_assert_nonnull (row);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                       piga_record_get_text (record, PIGA_INTERVIEW_PEOPLE));
      row = gtk_widget_get_next_sibling (row);
    }
  g_assert_null (row);
}

/* Rows and records agree whatever changes, also while the rows are still coming. */
static void
test_list_changes (PigaTestRoom *room, gconstpointer data)
{
  PigaRecordList *list = g_object_new (PIGA_TYPE_RECORD_LIST, "title", "Interviews", NULL);
  g_autoptr (GListStore) records = make_interviews (200);
  g_autoptr (GListStore) spare = make_interviews (120);
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func (g_object_unref);
  static const struct
  {
    guint position;
    guint n_removed;
    guint n_added;
  } changes[] = { { 0, 1, 0 },    { 100, 0, 2 }, { 5, 20, 3 }, { 10, 2, 100 },
                  { 150, 10, 0 }, { 29, 5, 31 }, { 0, 0, 1 },  { 0, 60, 60 } };

  for (guint i = 0; i < 120; i++)
    g_ptr_array_add (many, g_list_model_get_item (G_LIST_MODEL (spare), i));
  piga_record_list_show (list, G_LIST_MODEL (records), create_row, NULL);
  show_scrolled (room, list);
  assert_rows (room, G_LIST_MODEL (records));

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_list_store_splice (records, changes[i].position, changes[i].n_removed, many->pdata,
                           changes[i].n_added);
      if (i % 2 == 1)
        piga_test_settle (room);
    }
  piga_test_settle (room);
  assert_rows (room, G_LIST_MODEL (records));

  g_list_store_remove_all (records);
  piga_test_settle (room);
  g_assert_null (piga_test_find_type (room->window, ADW_TYPE_ACTION_ROW));
  g_list_store_append (records, many->pdata[0]);
  assert_rows (room, G_LIST_MODEL (records));
}

static void
test_remove (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  const char *live = "application WHERE deleted_at IS NULL";

  piga_test_keep (room, application);
  piga_test_room_show (room, gtk_label_new (NULL));
  piga_record_remove (GTK_WIDGET (room->area), room->disk.store, application, "Deleted");
  g_assert_cmpint (piga_test_count (room, live), ==, 0);
  piga_test_undo (room);
  g_assert_cmpint (piga_test_count (room, live), ==, 1);
}

/* The row that asked goes with its record; the way back does not. What could not be deleted is not
 * said to be. */
static void
test_remove_row (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_button_new ();
  const char *live = "application WHERE deleted_at IS NULL";
  g_autoptr (GError) error = g_error_new (PIGA_ERROR, PIGA_ERROR_FAILED, "The disk is full.");

  piga_test_keep (room, application);
  gtk_box_append (GTK_BOX (box), row);
  piga_test_room_show (room, box);

  piga_store_set_error (room->disk.store, error);
  piga_store_set_state (room->disk.store, PIGA_STORE_READ_ONLY);
  piga_record_remove (row, room->disk.store, application, "Deleted");
  piga_test_rest (room);
  g_assert_null (piga_test_find_label (room->window, "Deleted"));
  g_assert_nonnull (piga_test_find_label (room->window, "The disk is full."));
  piga_store_set_state (room->disk.store, PIGA_STORE_READY);
  piga_store_set_error (room->disk.store, NULL);

  piga_record_remove (row, room->disk.store, application, "Deleted");
  gtk_box_remove (GTK_BOX (box), row);
  g_assert_cmpint (piga_test_count (room, live), ==, 0);
  piga_test_undo (room);
  g_assert_cmpint (piga_test_count (room, live), ==, 1);
}

/* What was changed and made goes back; what was written meanwhile beside it stays. */
static void
test_undo (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    piga_test_add_application (room, "Maji House", "Clerk");
  g_autoptr (PigaInterview) interview =
    piga_test_add_interview (room, application, PIGA_TEST_TODAY);
  PigaUndo *undo = piga_undo_new (room->disk.store);

  piga_test_room_show (room, gtk_label_new (NULL));
  piga_undo_add_new (undo, interview);
  piga_undo_add_changed (undo, application);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Driver");
  piga_record_set_real (application, PIGA_JOB_APPLICATION_FARE, 300);
  piga_test_keep (room, application);
  piga_undo_offer (undo, GTK_WIDGET (room->area), "Done");

  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, "Ziwa House");
  piga_test_undo (room);
  g_assert_cmpint (piga_test_count (room, "application WHERE employer = 'Ziwa House'"
                                          " AND role = 'Clerk' AND fare IS NOT 300"),
                   ==, 1);
  g_assert_cmpint (piga_test_count (room, "interview WHERE deleted_at IS NULL"), ==, 0);
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add (path, PigaTestRoom, NULL, piga_test_room_set_up, func, piga_test_room_tear_down)

  ADD ("/record/form/rows", test_rows);
  ADD ("/record/form/problem", test_problem);
  ADD ("/record/form/pasted", test_pasted);
  ADD ("/record/form/too-long", test_too_long);
  ADD ("/record/form/whole", test_whole);
  ADD ("/record/form/cursor", test_cursor);
  ADD ("/record/form/another", test_another);
  ADD ("/record/form/read-only", test_read_only);
  ADD ("/record/list", test_list);
  ADD ("/record/list/long", test_list_long);
  ADD ("/record/list/changes", test_list_changes);
  ADD ("/record/remove", test_remove);
  ADD ("/record/remove/row", test_remove_row);
  ADD ("/record/undo", test_undo);
  return g_test_run ();
}
