/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal/piga-journal-filter.h"
#include "journal/piga-month-chooser.h"
#include "piga-test-room.h"

static void
count (guint *n)
{
  (*n)++;
}

static void
test_whole_choice (void)
{
  PigaJournalFilter *filter = g_object_ref_sink (g_object_new (PIGA_TYPE_JOURNAL_FILTER, NULL));
  const PigaEntryFilter choice = { 3, PIGA_MOOD_GOOD, piga_day_new (2024, 2, 1), PIGA_DAY_NONE };
  g_autofree char *description = NULL;
  PigaEntryFilter chosen;
  guint n_changed = 0;

  g_signal_connect_swapped (filter, "changed", G_CALLBACK (count), &n_changed);
  g_assert_false (piga_journal_filter_is_active (filter));
  piga_journal_filter_clear (filter);
  g_assert_cmpuint (n_changed, ==, 0);

  piga_journal_filter_set (filter, &choice);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (piga_journal_filter_is_active (filter));
  piga_journal_filter_get (filter, &chosen);
  g_assert_cmpuint (chosen.step, ==, 3);
  g_assert_cmpuint (chosen.mood, ==, PIGA_MOOD_GOOD);
  g_assert_cmpuint (chosen.from, ==, piga_day_new (2024, 2, 1));
  g_assert_cmpuint (chosen.until, ==, piga_day_new (2024, 2, 29));
  description = piga_journal_filter_dup_description (filter);
  g_assert_cmpstr (description, ==, "Step 3 · Good · February 2024");

  piga_journal_filter_clear (filter);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_false (piga_journal_filter_is_active (filter));
  g_object_unref (filter);
}

static void
save_entry (PigaStore *store, PigaDay day)
{
  g_autoptr (PigaEntry) entry = piga_test_new_entry ("", "text");
  g_autoptr (GError) error = NULL;
  const gint64 time =
    ((gint64) day - piga_day_new (1970, 1, 1)) * G_TIME_SPAN_DAY + 9 * G_TIME_SPAN_HOUR;

  piga_record_set_times (entry, time, time, 0);
  piga_test_save (store, entry, &error);
  g_assert_no_error (error);
}

static void
test_months (PigaTestStore *test, gconstpointer data)
{
  PigaMonthChooser *chooser = g_object_ref_sink (g_object_new (PIGA_TYPE_MONTH_CHOOSER, NULL));
  g_autoptr (PigaEntryList) list = piga_entry_list_new (test->store, NULL);
  GtkDropDown *drop_down =
    GTK_DROP_DOWN (piga_test_find_type (GTK_WIDGET (chooser), GTK_TYPE_DROP_DOWN));
  GListModel *months;

  piga_month_chooser_set_list (chooser, list);
  while (piga_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  save_entry (test->store, piga_day_new (2025, 3, 31));
  save_entry (test->store, piga_day_new (2025, 3, 1));
  save_entry (test->store, piga_day_new (2024, 12, 31));

  months = gtk_drop_down_get_model (drop_down);
  g_assert_cmpuint (g_list_model_get_n_items (months), ==, 3);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (months), 0), ==, "All months");
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (months), 1), ==, "March 2025");
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (months), 2), ==, "December 2024");

  gtk_drop_down_set_selected (drop_down, 2);
  g_assert_cmpuint (piga_month_chooser_get_month (chooser), ==, piga_day_new (2024, 12, 1));
  /* The months are read again: the choice stays. */
  save_entry (test->store, piga_day_new (2025, 1, 5));
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 3);
  g_assert_cmpuint (piga_month_chooser_get_month (chooser), ==, piga_day_new (2024, 12, 1));

  g_object_unref (chooser);
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  g_test_add_func ("/journal-filter/whole-choice", test_whole_choice);
  g_test_add ("/journal-filter/months", PigaTestStore, NULL, piga_test_store_set_up, test_months,
              piga_test_store_tear_down);
  return g_test_run ();
}
