/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The room of the applications: what is shown and in what order, adding one, moving one. */

#include "applications/piga-add-application-dialog.h"
#include "applications/piga-applications-column.h"
#include "applications/piga-applications-export.h"
#include "applications/piga-applications-order.h"
#include "applications/piga-applications-page.h"
#include "applications/piga-applications-sheet.h"
#include "applications/piga-applications-view.h"
#include "applications/piga-swift-list.h"
#include "kit/piga-brief-row.h"
#include "kit/piga-record-form.h"
#include "piga-test-room.h"
#include "shell/piga-rooms.h"

/* More than a filter looks at in one go. */
#define MANY 700

static PigaJobApplication *
keep (PigaTestRoom *room, const char *employer, const char *role, PigaStage stage, PigaDay day)
{
  PigaJobApplication *application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (GError) error = NULL;

  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, employer);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, role);
  piga_stage_move (application, stage, day);
  /* From now on the list follows the store without a wait. */
  piga_store_list (room->disk.store, PIGA_TYPE_JOB_APPLICATION);
  piga_test_save (room->disk.store, application, &error);
  g_assert_no_error (error);
  return application;
}

static void
show_room (PigaTestRoom *room)
{
  piga_test_room_show (room, GTK_WIDGET (piga_rooms_open (room->context, "applications")));
}

static PigaApplicationsModel *
get_model (PigaTestRoom *room)
{
  return piga_applications_page_get_model (
    piga_test_find_type (room->window, PIGA_TYPE_APPLICATIONS_PAGE));
}

static void
assert_shown (PigaApplicationsModel *model, const char *expected)
{
  GListModel *shown = piga_applications_model_get_shown (model);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (PigaRecord) application = g_list_model_get_item (shown, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "," : "",
                              piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER));
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_match (void)
{
  static const struct
  {
    const char *typed;
    gboolean matches;
  } cases[] = { { "", TRUE },
                { "   ", TRUE },
                { "rift", TRUE },
                { "VALLEY  rift", TRUE },
                { "clerk rift", TRUE },
                { "nakuru", TRUE },
                { "rift nairobi", FALSE },
                { "élan", TRUE },
                { "ÉLAN", TRUE },
                { "riftvalley", FALSE } };
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, "Rift Valley Hardware");
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, "Élan clerk");
  piga_record_set_text (application, PIGA_JOB_APPLICATION_COUNTY, "Nakuru");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = piga_applications_fold (cases[i].typed);

      g_assert_cmpint (piga_applications_match (application, words), ==, cases[i].matches);
    }
}

/* Follows a list by what it tells of. */
static void
mirror_cb (GListModel *list, guint position, guint removed, guint added, GPtrArray *mirror)
{
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int) (position + i), g_list_model_get_item (list, position + i));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, mirror->len);
}

static void
assert_mirrored (PigaSwiftList *list, GPtrArray *mirror)
{
  for (guint i = 0; i < mirror->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_true (item == mirror->pdata[i]);
    }
}

static void
assert_same (GPtrArray *found, GPtrArray *expected)
{
  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    g_assert_true (found->pdata[i] == expected->pdata[i]);
}

/* A few of the items, in their order or turned around. */
static GPtrArray *
choose (GPtrArray *all, guint32 round)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  const guint every = g_test_rand_int_range (1, 5);

  for (guint i = 0; i < all->len; i += every)
    g_ptr_array_insert (chosen, round % 3 == 0 ? 0 : -1, g_object_ref (all->pdata[i]));
  if (chosen->len > 2 && round % 4 == 1)
    g_ptr_array_insert (chosen, (int) chosen->len - 1, g_ptr_array_steal_index (chosen, 0));
  return chosen;
}

static gpointer
ref_item (gconstpointer item, gpointer user_data)
{
  return g_object_ref ((gpointer) item);
}

static void
test_swift_list (void)
{
  g_autoptr (PigaSwiftList) list = piga_swift_list_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (all, g_object_new (G_TYPE_OBJECT, NULL));
  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), mirror);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GPtrArray) expected = choose (all, round);

      piga_swift_list_take (list, g_ptr_array_copy (expected, ref_item, NULL));
      g_assert_cmpuint (piga_swift_list_get_n_final (list), ==, expected->len);
      assert_mirrored (list, mirror);
      for (guint i = 0; i < round % 5; i++)
        piga_swift_list_swap (list);
      assert_mirrored (list, mirror);
      if (round % 3 == 0)
        piga_swift_list_finish (list);
      else if (round % 3 == 1)
        while (piga_swift_list_swap (list))
          assert_mirrored (list, mirror);
      if (round % 3 < 2)
        assert_same (mirror, expected);
    }
  piga_swift_list_finish (list);
  assert_mirrored (list, mirror);
}

static void
test_order (PigaTestRoom *room, gconstpointer data)
{
  const PigaDay today = PIGA_TEST_TODAY;
  g_autoptr (PigaJobApplication) old = keep (room, "beta", "", PIGA_STAGE_APPLIED, today - 40);
  g_autoptr (PigaJobApplication) chosen =
    keep (room, "Alpha", "", PIGA_STAGE_NOT_CHOSEN, today - 3);
  g_autoptr (PigaJobApplication) recent = keep (room, "gamma", "", PIGA_STAGE_APPLIED, today - 1);
  g_autoptr (PigaJobApplication) nameless =
    keep (room, "", "clerk", PIGA_STAGE_THINKING, today - 9);
  g_autoptr (PigaApplicationsModel) model = piga_applications_model_new (room->context);

  piga_record_set_day (old, PIGA_JOB_APPLICATION_CLOSING_ON, today - 2);
  piga_record_set_day (chosen, PIGA_JOB_APPLICATION_CLOSING_ON, today + 5);
  piga_record_set_day (nameless, PIGA_JOB_APPLICATION_CLOSING_ON, today);
  piga_test_settle (room);

  assert_shown (model, "gamma,Alpha,,beta");
  g_object_set (model, "order", PIGA_APPLICATIONS_CLOSING, NULL);
  piga_test_settle (room);
  assert_shown (model, ",Alpha,beta,gamma");
  g_object_set (model, "order", PIGA_APPLICATIONS_EMPLOYER, NULL);
  piga_test_settle (room);
  assert_shown (model, "Alpha,beta,gamma,");
  g_object_set (model, "order", PIGA_APPLICATIONS_WAITING, NULL);
  piga_test_settle (room);
  assert_shown (model, "beta,gamma,Alpha,");
}

static void
test_filter (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) open = NULL;
  g_autoptr (PigaJobApplication) over = NULL;
  g_autofree char *description = NULL;
  PigaApplicationsModel *model;

  show_room (room);
  g_assert_nonnull (piga_test_find_label (room->window, "No Applications Yet"));

  open = keep (room, "Lakeside Clinic", "Clerk", PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - 5);
  over = keep (room, "Rift Valley Hardware", "Clerk", PIGA_STAGE_WITHDRAWN, PIGA_TEST_TODAY - 9);
  piga_test_settle (room);
  model = get_model (room);
  g_assert_null (piga_test_find_label (room->window, "No Applications Yet"));
  g_assert_nonnull (piga_test_find_label (room->window, "2 applications"));

  g_object_set (model, "show", PIGA_APPLICATIONS_SHOW_OPEN, NULL);
  piga_test_settle (room);
  assert_shown (model, "Lakeside Clinic");
  g_assert_nonnull (piga_test_find_label (room->window, "1 of 2"));

  g_object_set (model, "text", "hardware", NULL);
  piga_test_settle (room);
  assert_shown (model, "");
  g_assert_nonnull (piga_test_find_label (room->window, "No Applications Found"));
  description = piga_applications_model_dup_description (model);
  g_assert_cmpstr (description, ==, "Still open, with “hardware”");

  g_signal_emit_by_name (piga_test_find_button (room->window, "Show All Applications"), "clicked");
  piga_test_settle (room);
  assert_shown (model, "Lakeside Clinic,Rift Valley Hardware");
  g_assert_false (piga_applications_model_is_filtered (model));
}

static void
test_many (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GListModel *shown;

  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
      g_autofree char *employer = g_strdup_printf ("Employer %u", i);

      piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, employer);
      piga_stage_move (application, PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - i);
      piga_store_save_async (room->disk.store, application, NULL, NULL, NULL);
    }
  piga_test_flush (room->disk.store, &error);
  g_assert_no_error (error);
  show_room (room);
  shown = piga_applications_model_get_shown (get_model (room));
  piga_applications_model_finish (get_model (room));
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, MANY);

  g_object_set (get_model (room), "text", "699", NULL);
  piga_test_rest (room);
  assert_shown (get_model (room), "Employer 699");
}

static gpointer
open_dialog (PigaTestRoom *room)
{
  PigaApplicationsPage *page = piga_test_find_type (room->window, PIGA_TYPE_APPLICATIONS_PAGE);

  piga_applications_page_add (page);
  piga_test_settle (room);
  return piga_test_find_type (room->window, PIGA_TYPE_ADD_APPLICATION_DIALOG);
}

/* A dialog takes a moment to go. */
static void
await_end (PigaTestRoom *room)
{
  piga_test_rest (room);
  g_assert_null (piga_test_find_type (room->window, PIGA_TYPE_ADD_APPLICATION_DIALOG));
}

static GtkWidget *
find_row (GtkWidget *dialog, const char *field)
{
  return piga_record_form_get_row (piga_test_find_type (dialog, PIGA_TYPE_RECORD_FORM), field);
}

static void
type (PigaTestRoom *room, GtkWidget *dialog, const char *field, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, field)), text);
  piga_test_settle (room);
}

static guint
count (PigaTestRoom *room)
{
  return g_list_model_get_n_items (piga_store_list (room->disk.store, PIGA_TYPE_JOB_APPLICATION));
}

static void
test_add (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) added = NULL;
  GtkWidget *dialog;
  GtkWidget *button;

  show_room (room);
  dialog = open_dialog (room);
  button = piga_test_find_button (dialog, "Add");
  g_assert_false (gtk_widget_get_sensitive (button));

  type (room, dialog, "employer", "Lakeside Clinic");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (find_row (dialog, "employer"), "entry-activated");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (room->window)),
                                         find_row (dialog, "role")));
  type (room, dialog, "role", "Clerk");
  adw_switch_row_set_active (piga_test_find_type (dialog, ADW_TYPE_SWITCH_ROW), FALSE);
  adw_switch_row_set_active (piga_test_find_type (dialog, ADW_TYPE_SWITCH_ROW), TRUE);
  g_signal_emit_by_name (find_row (dialog, "role"), "entry-activated");
  await_end (room);

  g_assert_cmpuint (count (room), ==, 1);
  added = g_list_model_get_item (piga_store_list (room->disk.store, PIGA_TYPE_JOB_APPLICATION), 0);
  g_assert_cmpstr (piga_record_get_text (added, PIGA_JOB_APPLICATION_ROLE), ==, "Clerk");
  g_assert_cmpint (piga_stage_get (added), ==, PIGA_STAGE_APPLIED);
  g_assert_cmpuint (piga_stage_get_since (added), ==, PIGA_TEST_TODAY);
  g_assert_cmpuint (piga_stage_get_day (added, PIGA_STAGE_THINKING), ==, PIGA_DAY_NONE);
  g_assert_null (piga_test_find_label (room->window, "No Applications Yet"));
}

static void
test_add_thought (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) added = NULL;
  GtkWidget *dialog;

  show_room (room);
  dialog = open_dialog (room);
  adw_switch_row_set_active (piga_test_find_type (dialog, ADW_TYPE_SWITCH_ROW), FALSE);
  type (room, dialog, "employer", "Lakeside Clinic");
  adw_dialog_close (ADW_DIALOG (dialog));
  await_end (room);

  added = g_list_model_get_item (piga_store_list (room->disk.store, PIGA_TYPE_JOB_APPLICATION), 0);
  g_assert_nonnull (added);
  g_assert_cmpint (piga_stage_get (added), ==, PIGA_STAGE_THINKING);
  g_assert_cmpuint (piga_stage_get_day (added, PIGA_STAGE_APPLIED), ==, PIGA_DAY_NONE);
}

static void
test_cancel (PigaTestRoom *room, gconstpointer data)
{
  GtkWidget *dialog;

  show_room (room);
  dialog = open_dialog (room);
  adw_switch_row_set_active (piga_test_find_type (dialog, ADW_TYPE_SWITCH_ROW), FALSE);
  adw_dialog_close (ADW_DIALOG (dialog));
  await_end (room);
  g_assert_cmpuint (count (room), ==, 0);

  dialog = open_dialog (room);
  type (room, dialog, "employer", "Lakeside Clinic");
  g_signal_emit_by_name (piga_test_find_button (dialog, "Cancel"), "clicked");
  await_end (room);
  g_assert_cmpuint (count (room), ==, 0);
  piga_test_undo (room);
  g_assert_cmpuint (count (room), ==, 1);
}

static void
test_duplicate (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) earlier = keep (room, "Rift Valley Hardware Ltd", "Stock clerk",
                                                 PIGA_STAGE_APPLIED, piga_day_new (2026, 3, 4));
  GtkWidget *dialog;
  GtkRevealer *revealer;

  show_room (room);
  dialog = open_dialog (room);
  revealer = piga_test_find_type (dialog, GTK_TYPE_REVEALER);
  g_assert_false (gtk_revealer_get_reveal_child (revealer));

  type (room, dialog, "employer", "rift valey hardware");
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  piga_test_rest (room);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (revealer), "Rift Valley Hardware Ltd"));

  type (room, dialog, "employer", "Lakeside Clinic");
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
}

static gboolean
is_column (GtkWidget *widget, gconstpointer data)
{
  return PIGA_IS_APPLICATIONS_COLUMN (widget)
         && piga_applications_column_get_stage (PIGA_APPLICATIONS_COLUMN (widget))
              == GPOINTER_TO_UINT (data);
}

static guint
count_column (PigaTestRoom *room, PigaStage stage)
{
  GtkWidget *column = piga_test_find_widget (room->window, is_column, GUINT_TO_POINTER (stage));

  return piga_applications_column_get_count (PIGA_APPLICATIONS_COLUMN (column));
}

static void
test_board (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    keep (room, "Lakeside Clinic", "Clerk", PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - 5);
  GtkWidget *column;
  GtkWidget *row;
  GtkWidget *view;

  show_room (room);
  adw_toggle_group_set_active_name (piga_test_find_type (room->window, ADW_TYPE_TOGGLE_GROUP),
                                    "board");
  piga_test_settle (room);
  g_assert_cmpuint (count_column (room, PIGA_STAGE_APPLIED), ==, 1);

  column = piga_test_find_widget (room->window, is_column, GUINT_TO_POINTER (PIGA_STAGE_APPLIED));
  row = piga_test_find_type (column, PIGA_TYPE_BRIEF_ROW);
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_parent (row)));
  view = piga_test_find_type (column, PIGA_TYPE_APPLICATIONS_VIEW);
  g_assert_true (gtk_widget_activate_action (view, "view.menu", NULL));
  g_assert_true (gtk_widget_activate_action (view, "view.stage", "i", PIGA_STAGE_INVITED));
  piga_test_settle (room);
  g_assert_cmpuint (count_column (room, PIGA_STAGE_APPLIED), ==, 0);
  g_assert_cmpuint (count_column (room, PIGA_STAGE_INVITED), ==, 1);
  g_assert_cmpuint (piga_stage_get_since (application), ==, PIGA_TEST_TODAY);

  piga_test_undo (room);
  g_assert_cmpuint (count_column (room, PIGA_STAGE_APPLIED), ==, 1);
  g_assert_cmpuint (count_column (room, PIGA_STAGE_INVITED), ==, 0);
  g_assert_cmpuint (piga_stage_get_since (application), ==, PIGA_TEST_TODAY - 5);
}

/* What goes out is what is shown, and says so. */
static void
test_exports (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) open =
    keep (room, "Lakeside Clinic", "Clerk", PIGA_STAGE_THINKING, PIGA_TEST_TODAY - 5);
  g_autoptr (PigaJobApplication) other =
    keep (room, "Maize mill", "Trainee", PIGA_STAGE_THINKING, PIGA_TEST_TODAY - 9);
  g_autoptr (PigaApplicationsModel) model = piga_applications_model_new (room->context);
  g_autoptr (PigaSheet) sheet = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *calendar = NULL;

  piga_record_set_day (open, PIGA_JOB_APPLICATION_CLOSING_ON, PIGA_TEST_TODAY + 3);
  piga_record_set_day (other, PIGA_JOB_APPLICATION_CLOSING_ON, PIGA_TEST_TODAY + 3);
  g_object_set (model, "text", "clinic", NULL);
  piga_test_settle (room);

  csv = piga_applications_to_csv (model);
  g_assert_nonnull (strstr (csv, "Lakeside Clinic"));
  g_assert_null (strstr (csv, "Maize mill"));
  calendar = piga_applications_to_calendar (model, room->context);
  g_assert_nonnull (strstr (calendar, "Lakeside Clinic"));
  g_assert_nonnull (strstr (calendar, "20261125"));
  g_assert_null (strstr (calendar, "Maize mill"));
  sheet = piga_applications_sheet_new (model, room->context);
  g_assert_cmpstr (piga_sheet_get_title (sheet), ==, "Applications");
}

/* How the room looks and sorts is as it was the last time; what it leaves out is not. */
static void
test_habits (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) newer =
    keep (room, "Zebra Hotel", "Clerk", PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - 1);
  g_autoptr (PigaJobApplication) older =
    keep (room, "Acacia Clinic", "Clerk", PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - 5);
  AdwToggleGroup *look;

  show_room (room);
  look = piga_test_find_type (room->window, ADW_TYPE_TOGGLE_GROUP);
  g_assert_cmpstr (adw_toggle_group_get_active_name (look), ==, "list");
  adw_toggle_group_set_active_name (look, "board");
  g_object_set (get_model (room), "order", PIGA_APPLICATIONS_EMPLOYER, "text", "zebra", NULL);
  piga_test_settle (room);
  gtk_window_destroy (GTK_WINDOW (room->window));

  show_room (room);
  look = piga_test_find_type (room->window, ADW_TYPE_TOGGLE_GROUP);
  g_assert_cmpstr (adw_toggle_group_get_active_name (look), ==, "board");
  g_assert_nonnull (piga_test_find_type (room->window, PIGA_TYPE_APPLICATIONS_COLUMN));
  assert_shown (get_model (room), "Acacia Clinic,Zebra Hotel");
}

static void
test_report (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application =
    keep (room, "Lakeside Clinic", "Clerk", PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - 5);
  GtkWidget *page;

  show_room (room);
  page = piga_test_find_type (room->window, PIGA_TYPE_APPLICATIONS_PAGE);
  g_assert_true (gtk_widget_activate_action (page, "applications.report", NULL));
  piga_test_rest (room);
  g_assert_nonnull (piga_test_find_label (room->window, "What became of them"));
  g_assert_nonnull (piga_test_find_label (room->window, "All applications"));
}

/* Who is at the beginning of the list sees the application that was just added. */
static void
test_new_shows (PigaTestRoom *room, gconstpointer data)
{
  GtkAdjustment *place;
  gpointer view;

  for (guint i = 0; i < 30; i++)
    g_object_unref (keep (room, "Sacco", "Clerk", PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - 1 - i));
  show_room (room);
  piga_test_rest (room);
  view = piga_test_find_type (room->window, GTK_TYPE_LIST_VIEW);
  place = gtk_scrollable_get_vadjustment (view);
  g_assert_cmpfloat (gtk_adjustment_get_upper (place), >, gtk_adjustment_get_page_size (place));

  g_object_unref (keep (room, "Tea factory", "Weigher", PIGA_STAGE_APPLIED, PIGA_TEST_TODAY));
  piga_test_rest (room);
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, gtk_adjustment_get_lower (place));
}

static gboolean
says_two (gpointer room)
{
  return piga_test_has_row (((PigaTestRoom *) room)->window,
                            "From 2 applications came no interview yet.");
}

/* What is saved elsewhere while the report is open is in it, where it is of those it is about. */
static void
test_report_follows (PigaTestRoom *room, gconstpointer data)
{
  g_autoptr (PigaJobApplication) shown =
    keep (room, "Lakeside Clinic", "Clerk", PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - 5);
  g_autoptr (PigaJobApplication) more = NULL;
  g_autoptr (PigaJobApplication) other = NULL;

  show_room (room);
  g_object_set (get_model (room), "text", "clinic", NULL);
  piga_test_settle (room);
  gtk_widget_activate_action (piga_test_find_type (room->window, PIGA_TYPE_APPLICATIONS_PAGE),
                              "applications.report", NULL);
  piga_test_settle (room);
  g_assert_nonnull (piga_test_find_label (room->window, "All applications, with “clinic”"));
  g_assert_true (piga_test_has_row (room->window, "From 1 application came no interview yet."));

  more = keep (room, "Hilltop Clinic", "Nurse", PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - 2);
  other = keep (room, "Maize mill", "Clerk", PIGA_STAGE_APPLIED, PIGA_TEST_TODAY - 2);
  piga_record_set_real (shown, PIGA_JOB_APPLICATION_FARE, 300);
  piga_test_keep (room, shown);
  g_assert_true (piga_test_wait_until (says_two, room));
  g_assert_false (piga_test_has_row (room->window, "From 1 application came no interview yet."));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/applications/" name, PigaTestRoom, NULL, piga_test_room_set_up, func,              \
              piga_test_room_tear_down)

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  g_test_add_func ("/applications/match", test_match);
  g_test_add_func ("/applications/swift-list", test_swift_list);
  ADD ("order", test_order);
  ADD ("filter", test_filter);
  ADD ("many", test_many);
  ADD ("add", test_add);
  ADD ("new-shows", test_new_shows);
  ADD ("add-thought", test_add_thought);
  ADD ("cancel", test_cancel);
  ADD ("duplicate", test_duplicate);
  ADD ("board", test_board);
  ADD ("exports", test_exports);
  ADD ("habits", test_habits);
  ADD ("report", test_report);
  ADD ("report-follows", test_report_follows);

  return g_test_run ();
}
