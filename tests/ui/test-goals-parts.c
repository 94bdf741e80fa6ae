/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The small widgets that the goals are made of: bars, and rows for a number, a day, a text. */

#include "charts/piga-bars.h"
#include "kit/piga-day-row.h"
#include "kit/piga-number-row.h"
#include "kit/piga-text-row.h"
#include "piga-error.h"
#include "piga-test-room.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_bars (void)
{
  g_autoptr (PigaBars) bars = g_object_ref_sink (PIGA_BARS (piga_bars_new ()));
  GPtrArray *made = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_bar_free);
  g_autofree char *sentences = NULL;

  g_ptr_array_add (made, piga_bar_new ("2 Nov", NULL, 0, FALSE));
  g_ptr_array_add (made, piga_bar_new ("9 Nov", "Week from 9 November: rest", 0, TRUE));
  g_ptr_array_add (made, piga_bar_new ("16 Nov", "Week from 16 November: 2 of 4", 2, FALSE));
  piga_bars_take (bars, made, 4);

  /* The newest comes first, and what was before the goal is not told. */
  sentences = piga_bars_get_sentences (bars);
  g_assert_cmpstr (sentences, ==, "Week from 16 November: 2 of 4\nWeek from 9 November: rest");
  gtk_test_accessible_assert_role (bars, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (bars, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentences);

  g_assert_finalize_object (g_steal_pointer (&bars));
}

static void
test_number (void)
{
  const struct
  {
    const char *text;
    double number;
    gboolean is_number;
  } cases[] = {
    { "", 0, TRUE },         { "  ", 0, TRUE },
    { "4", 4, TRUE },        { " 2.5 ", 2.5, TRUE },
    { "1,250", 1250, TRUE }, { "0", 0, TRUE },
    { "four", 0, FALSE },    { "4,5", 0, FALSE },
    { "-1", 0, FALSE },      { "4 apps", 0, FALSE },
    { "1e5", 0, FALSE },     { "0x10", 0, FALSE },
    { "1000001", 0, FALSE }, { "1000000", 1000000, TRUE },
    { "inf", 0, FALSE },     { "\xd9\xa4", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      double number = -1;

      g_assert_cmpint (piga_number_parse (cases[i].text, 1000000, &number, &error), ==,
                       cases[i].is_number);
      g_assert_cmpfloat (number, ==, cases[i].number);
      if (!cases[i].is_number)
        g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
    }
}

static void
test_number_row (void)
{
  g_autoptr (PigaNumberRow) row = g_object_ref_sink (g_object_new (PIGA_TYPE_NUMBER_ROW, NULL));
  guint n_notified = 0;
  int end = 2;

  g_signal_connect_swapped (row, "notify::number", G_CALLBACK (count_cb), &n_notified);
  gtk_editable_set_text (GTK_EDITABLE (row), "12");
  g_assert_cmpfloat (piga_number_row_get_number (row), ==, 12);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (piga_checked_row_check (PIGA_CHECKED_ROW (row)));

  /* What cannot be read stays, and the row says so when it is asked. Its beginning is no number:
   * the one before is right again. */
  gtk_editable_set_text (GTK_EDITABLE (row), "7");
  gtk_editable_set_text (GTK_EDITABLE (row), "12");
  gtk_editable_insert_text (GTK_EDITABLE (row), "x", -1, &end);
  g_assert_null (piga_checked_row_get_problem (PIGA_CHECKED_ROW (row)));
  g_assert_false (piga_checked_row_check (PIGA_CHECKED_ROW (row)));
  g_assert_nonnull (piga_checked_row_get_problem (PIGA_CHECKED_ROW (row)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "12x");
  g_assert_cmpfloat (piga_number_row_get_number (row), ==, 12);

  gtk_editable_set_text (GTK_EDITABLE (row), "3");
  gtk_editable_set_text (GTK_EDITABLE (row), "3,50");
  g_assert_false (piga_checked_row_check (PIGA_CHECKED_ROW (row)));
  g_assert_cmpfloat (piga_number_row_get_number (row), ==, 12);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_null (piga_checked_row_get_problem (PIGA_CHECKED_ROW (row)));
  g_assert_true (piga_checked_row_check (PIGA_CHECKED_ROW (row)));
  g_assert_cmpfloat (piga_number_row_get_number (row), ==, 0);

  g_assert_finalize_object (g_steal_pointer (&row));
}

static void
test_day_row (void)
{
  g_autoptr (PigaDayRow) row = g_object_ref_sink (g_object_new (PIGA_TYPE_DAY_ROW, NULL));

  piga_day_row_set_calendar (row, PIGA_TEST_TODAY, PIGA_WEEK_START_MONDAY);
  gtk_editable_set_text (GTK_EDITABLE (row), "14/3/2027");
  g_assert_cmpuint (piga_day_row_get_day (row), ==, piga_day_new (2027, 3, 14));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "14/3/2027");
  g_assert_true (piga_checked_row_check (PIGA_CHECKED_ROW (row)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "14 March 2027");

  gtk_editable_set_text (GTK_EDITABLE (row), "5/1");
  g_assert_cmpuint (piga_day_row_get_day (row), ==, piga_day_new (2027, 1, 5));
  gtk_editable_set_text (GTK_EDITABLE (row), "5/13");
  g_assert_false (piga_checked_row_check (PIGA_CHECKED_ROW (row)));
  g_assert_cmpuint (piga_day_row_get_day (row), ==, piga_day_new (2027, 3, 14));

  gtk_editable_set_text (GTK_EDITABLE (row), "31/2/2027");
  g_assert_false (piga_checked_row_check (PIGA_CHECKED_ROW (row)));
  g_assert_nonnull (piga_checked_row_get_problem (PIGA_CHECKED_ROW (row)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "31/2/2027");

  gtk_editable_set_text (GTK_EDITABLE (row), "1/1/9999");
  g_assert_false (piga_checked_row_check (PIGA_CHECKED_ROW (row)));

  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_true (piga_checked_row_check (PIGA_CHECKED_ROW (row)));
  g_assert_cmpuint (piga_day_row_get_day (row), ==, PIGA_DAY_NONE);

  g_assert_finalize_object (g_steal_pointer (&row));
}

static void
type_into (PigaTextRow *row, const char *text)
{
  GtkTextView *view = piga_test_find_type (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
}

static void
test_text_row (void)
{
  g_autoptr (PigaTextRow) row = g_object_ref_sink (g_object_new (PIGA_TYPE_TEXT_ROW, NULL));
  guint n_applied = 0;

  type_into (row, "one\ntwo");
  g_assert_cmpstr (piga_text_row_get_text (row), ==, "one\ntwo");

  piga_text_row_set_text (row, "");
  g_object_set (row, "single-line", TRUE, NULL);
  g_signal_connect_swapped (row, "apply", G_CALLBACK (count_cb), &n_applied);
  type_into (row, "  one \r\n\n two\nthree\n");
  g_assert_cmpstr (piga_text_row_get_text (row), ==, "one two three");
  g_assert_cmpuint (n_applied, ==, 0);
  type_into (row, "\n");
  g_assert_cmpuint (n_applied, ==, 1);
  g_assert_cmpstr (piga_text_row_get_text (row), ==, "one two three");

  g_assert_finalize_object (g_steal_pointer (&row));
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  g_test_add_func ("/goals/parts/bars", test_bars);
  g_test_add_func ("/goals/parts/number", test_number);
  g_test_add_func ("/goals/parts/number-row", test_number_row);
  g_test_add_func ("/goals/parts/day-row", test_day_row);
  g_test_add_func ("/goals/parts/text-row", test_text_row);

  return g_test_run ();
}
