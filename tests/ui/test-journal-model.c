/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal/piga-journal-model.h"
#include "piga-test-store.h"

typedef struct
{
  PigaTestStore test;
  PigaEntry *entries[5];
  PigaJournalModel *model;
} Fixture;

/* Days in Nairobi, newest first: three of one March, one of February, one a year before. */
static const char *const days[] = { "2025-03-31", "2025-03-15", "2025-03-01", "2025-02-28",
                                    "2024-03-15" };

static gint64
get_noon (const char *day)
{
  g_autofree char *text = g_strdup_printf ("%sT12:00:00+03", day);
  g_autoptr (GDateTime) noon = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix_usec (noon);
}

static PigaEntry *
save_entry (Fixture *self, const char *day)
{
  g_autoptr (GError) error = NULL;
  PigaEntry *entry = piga_test_new_entry (day, "text");
  const gint64 noon = get_noon (day);

  piga_record_set_times (entry, noon, noon, 0);
  piga_test_save (self->test.store, entry, &error);
  g_assert_no_error (error);
  return entry;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntryList) list = NULL;

  piga_test_store_set_up (&self->test, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    self->entries[i] = save_entry (self, days[i]);
  list = piga_entry_list_new (self->test.store, NULL);
  self->model = piga_journal_model_new (list);
  while (piga_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->model);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_clear_object (&self->entries[i]);
  piga_test_store_tear_down (&self->test, NULL);
}

static void
select_entry (Fixture *self, guint i)
{
  piga_journal_model_select (self->model, piga_record_get_id (self->entries[i]),
                             piga_record_get_created_at (self->entries[i]));
}

static void
assert_section (Fixture *self, guint position, guint expected_start, guint expected_end)
{
  guint start, end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (self->model), position, &start, &end);
  g_assert_cmpuint (start, ==, expected_start);
  g_assert_cmpuint (end, ==, expected_end);
}

static void
test_months (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, 5);
  assert_section (self, 0, 0, 3);
  assert_section (self, 2, 0, 3);
  assert_section (self, 3, 3, 4);
  assert_section (self, 4, 4, 5);
  assert_section (self, 5, 5, G_MAXUINT);
}

static void
test_selection_stays (Fixture *self, gconstpointer data)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->model);
  g_autoptr (PigaEntry) newer = NULL;
  g_autoptr (GError) error = NULL;

  select_entry (self, 3);
  g_assert_true (gtk_selection_model_is_selected (selection, 3));

  newer = save_entry (self, "2025-04-01");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, 6);
  g_assert_true (gtk_selection_model_is_selected (selection, 4));
  g_assert_false (gtk_selection_model_is_selected (selection, 3));

  piga_test_delete (self->test.store, self->entries[3], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (piga_journal_model_get_selected (self->model), ==, GTK_INVALID_LIST_POSITION);

  piga_test_undelete (self->test.store, self->entries[3], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (piga_journal_model_get_selected (self->model), ==, 4);
}

static void
test_selected_before_it_is_there (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaEntry) entry = piga_test_new_entry ("new", "text");
  g_autoptr (GError) error = NULL;

  piga_journal_model_select (self->model, piga_record_get_id (entry),
                             piga_record_get_created_at (entry));
  g_assert_cmpuint (piga_journal_model_get_selected (self->model), ==, GTK_INVALID_LIST_POSITION);
  piga_test_save (self->test.store, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (piga_journal_model_get_selected (self->model), ==, 0);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_person_selects (Fixture *self, gconstpointer data)
{
  guint n_notified = 0, n_changed = 0;

  g_signal_connect_swapped (self->model, "notify::selected-id", G_CALLBACK (count), &n_notified);
  g_signal_connect_swapped (self->model, "selection-changed", G_CALLBACK (count), &n_changed);
  g_object_unref (g_list_model_get_item (G_LIST_MODEL (self->model), 1));
  piga_test_settle_store (self->test.store);

  g_assert_true (gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), 1, TRUE));
  g_assert_cmpstr (piga_journal_model_get_selected_id (self->model), ==,
                   piga_record_get_id (self->entries[1]));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (n_changed, ==, 1);

  g_assert_true (gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), 0, TRUE));
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpuint (n_changed, ==, 3);
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/journal-model/months", test_months);
  add ("/journal-model/selection-stays", test_selection_stays);
  add ("/journal-model/selected-before-it-is-there", test_selected_before_it_is_there);
  add ("/journal-model/person-selects", test_person_selects);
  return g_test_run ();
}
