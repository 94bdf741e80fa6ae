/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of a part of a kind: what belongs into them is in them, whatever happens to a record. */

#include "piga-test-exchange.h"

#define FIRST piga_day_new (2026, 1, 1)
#define SINCE (FIRST + 50)

static const guint days[] = { PIGA_JOB_APPLICATION_APPLIED_ON, PIGA_JOB_APPLICATION_CLOSING_ON };

static GListModel *
list_since (PigaTestExchange *test, PigaDay since)
{
  return piga_store_list_since (test->kept.store, PIGA_TYPE_JOB_APPLICATION, days,
                                G_N_ELEMENTS (days), since);
}

static GListModel *
list_linked (PigaTestExchange *test)
{
  return piga_store_list_linked (test->kept.store, PIGA_TYPE_JOB_APPLICATION, PIGA_TYPE_INTERVIEW,
                                 PIGA_INTERVIEW_APPLICATION);
}

static gpointer
new_application (PigaTestExchange *test, const char *role, PigaDay applied_on)
{
  gpointer application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (GError) error = NULL;

  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, role);
  piga_record_set_day (application, PIGA_JOB_APPLICATION_APPLIED_ON, applied_on);
  piga_test_save (test->kept.store, application, &error);
  g_assert_no_error (error);
  return application;
}

static gpointer
new_interview (PigaTestExchange *test, gpointer application)
{
  gpointer interview = piga_record_new (PIGA_TYPE_INTERVIEW);
  g_autoptr (GError) error = NULL;

  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_test_save (test->kept.store, interview, &error);
  g_assert_no_error (error);
  return interview;
}

static void
set_day (PigaTestExchange *test, gpointer application, guint field, PigaDay day)
{
  g_autoptr (GError) error = NULL;

  piga_record_set_day (application, field, day);
  piga_test_save (test->kept.store, application, &error);
  g_assert_no_error (error);
}

/* What was asked of the disk has been answered, and all slices have come. */
static void
settle (PigaTestExchange *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) nobody = piga_test_find (test->kept.store, PIGA_TYPE_GOAL, "", &error);

  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_roles (GListModel *list, const char *roles)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) application = g_list_model_get_item (list, i);

      g_string_append (text, piga_record_get_text (application, PIGA_JOB_APPLICATION_ROLE));
    }
  g_assert_cmpstr (text->str, ==, roles);
}

static void
count_change (guint *n_changes)
{
  (*n_changes)++;
}

/* A record comes in and goes out with its days, in the place where it was made. */
static void
test_since (PigaTestExchange *test, gconstpointer data)
{
  g_autoptr (GObject) a = new_application (test, "a", SINCE);
  g_autoptr (GObject) b = new_application (test, "b", SINCE - 1);
  g_autoptr (GObject) c = new_application (test, "c", PIGA_DAY_NONE);
  g_autoptr (GObject) d = new_application (test, "d", SINCE + 1000);
  g_autoptr (GListModel) list = list_since (test, SINCE);
  g_autoptr (GListModel) same = list_since (test, SINCE);
  g_autoptr (GListModel) other = list_since (test, SINCE - 1);
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  settle (test);
  g_assert_true (list == same && list != other);
  assert_roles (list, "ad");
  assert_roles (other, "abd");

  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (count_change), &n_changes);
  set_day (test, c, PIGA_JOB_APPLICATION_CLOSING_ON, SINCE);
  assert_roles (list, "acd");
  set_day (test, b, PIGA_JOB_APPLICATION_CLOSING_ON, SINCE + 3);
  assert_roles (list, "abcd");
  set_day (test, a, PIGA_JOB_APPLICATION_APPLIED_ON, SINCE - 1);
  assert_roles (list, "bcd");
  set_day (test, b, PIGA_JOB_APPLICATION_APPLIED_ON, SINCE - 7);
  assert_roles (list, "bcd");
  g_assert_cmpuint (n_changes, ==, 3);

  g_assert_true (piga_test_delete (test->kept.store, c, &error));
  assert_roles (list, "bd");
  g_assert_true (piga_test_delete (test->kept.store, a, &error));
  g_assert_true (piga_test_undelete (test->kept.store, c, &error));
  g_assert_true (piga_test_undelete (test->kept.store, a, &error));
  assert_roles (list, "bcd");
}

/* One object for one record, be it in several lists; and none is kept that nobody wants. */
static void
test_objects (PigaTestExchange *test, gconstpointer data)
{
  PigaStore *store = test->kept.store;
  g_autofree char *new_id = NULL;
  g_autofree char *old_id = NULL;
  GListModel *list = NULL;
  g_autoptr (GObject) of_list = NULL;
  g_autoptr (GObject) of_all = NULL;

  {
    g_autoptr (GObject) new = new_application (test, "n", SINCE);
    g_autoptr (GObject) old = new_application (test, "o", FIRST);

    new_id = g_strdup (piga_record_get_id (new));
    old_id = g_strdup (piga_record_get_id (old));
  }
  settle (test);
  list = list_since (test, SINCE);
  settle (test);
  g_assert_nonnull (piga_store_peek (store, PIGA_TYPE_JOB_APPLICATION, new_id));
  g_assert_null (piga_store_peek (store, PIGA_TYPE_JOB_APPLICATION, old_id));
  g_assert_null (piga_store_peek (store, PIGA_TYPE_JOB_APPLICATION, ""));

  of_list = g_list_model_get_item (list, 0);
  g_object_unref (list);
  list = piga_store_list (store, PIGA_TYPE_JOB_APPLICATION);
  settle (test);
  of_all = g_list_model_get_item (list, 0);
  g_assert_true (of_list == of_all);
  g_assert_nonnull (piga_store_peek (store, PIGA_TYPE_JOB_APPLICATION, old_id));
}

/* A list that nobody has any more is not filled; one that outlives the store is left alone. */
static void
test_lifetime (PigaTestExchange *test, gconstpointer data)
{
  g_autoptr (GObject) a = new_application (test, "a", SINCE);
  GListModel *list = list_since (test, SINCE);
  g_autoptr (GListModel) late = NULL;

  g_object_unref (list);
  settle (test);
  list = list_since (test, SINCE);
  settle (test);
  assert_roles (list, "a");
  g_assert_finalize_object (list);

  late = list_since (test, SINCE - 1);
  piga_test_close (&test->kept);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_roles (late, "a");
}

static gboolean
go_on (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Nor does it ask a store that is closed for what it has not shown yet. */
static void
test_long_lifetime (PigaTestExchange *test, gconstpointer data)
{
  const guint due = PIGA_GOAL_DUE;
  /* As long as something else is to be done, no more of a long list comes. */
  const guint hold = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE - 1, go_on, NULL, NULL);
  g_autoptr (GListModel) list = NULL;

  piga_test_execute (test->kept.store,
                     "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                     " WHERE i < 1200)"
                     " INSERT INTO goal (id, created_at, modified_at, revision, title, what,"
                     " amount, unit, able, reason, rhythm, due, plan_when, plan_where, step, state,"
                     " row) SELECT printf ('%08d-0000-7000-8000-000000000000', i), i * 1000,"
                     " i * 1000, 1, 'Goal', '', 0, '', '', '', 'once', '2026-11-23', '', '', 0,"
                     " 'going', i FROM n");
  list = piga_store_list_since (test->kept.store, PIGA_TYPE_GOAL, &due, 1, SINCE);
  while (g_list_model_get_n_items (list) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 500);
  piga_test_close (&test->kept);
  g_source_remove (hold);
  piga_test_drain ();
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 500);
}

/* Asked for before the disk has answered, it comes with it. */
static void
test_before_opening (PigaTestExchange *test, gconstpointer data)
{
  g_autoptr (GObject) a = new_application (test, "a", SINCE);
  g_autoptr (GObject) b = new_application (test, "b", FIRST);
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GError) error = NULL;

  piga_test_close (&test->kept);
  test->kept.store = piga_store_new (test->kept.path, piga_kinds_get ());
  list = list_since (test, SINCE);
  g_assert_true (piga_test_open (test->kept.store, &error));
  settle (test);
  assert_roles (list, "a");
}

/* What an import changes, adds and throws away. */
static void
test_import (PigaTestExchange *test, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GObject) a = new_application (test, "a", SINCE);
  g_autoptr (GObject) b = new_application (test, "b", SINCE);
  g_autoptr (GObject) c = new_application (test, "c", SINCE);
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GListModel) linked = NULL;
  g_autoptr (GObject) interview = new_interview (test, c);
  g_autoptr (GError) error = NULL;

  text = piga_test_export (test);
  set_day (test, a, PIGA_JOB_APPLICATION_APPLIED_ON, FIRST);
  g_assert_true (piga_test_delete (test->kept.store, b, &error));
  g_clear_object (&a);
  g_clear_object (&b);
  piga_test_exchange_start_anew (test);
  g_clear_object (&c);
  g_clear_object (&interview);

  list = list_since (test, SINCE);
  linked = list_linked (test);
  settle (test);
  assert_roles (list, "");
  piga_test_import (test, text);
  assert_roles (list, "abc");
  assert_roles (linked, "c");
}

/* An application that an interview leads to, whoever of the two was there first. */
static void
test_linked (PigaTestExchange *test, gconstpointer data)
{
  PigaStore *store = test->kept.store;
  g_autoptr (GObject) a = new_application (test, "a", SINCE);
  g_autoptr (GObject) b = new_application (test, "b", FIRST);
  g_autoptr (GObject) c = new_application (test, "c", FIRST);
  g_autoptr (GObject) of_b = new_interview (test, b);
  g_autoptr (GObject) of_c = new_interview (test, c);
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GObject) of_a = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_test_delete (store, of_c, &error));
  list = list_linked (test);
  settle (test);
  assert_roles (list, "b");

  of_a = new_interview (test, a);
  settle (test);
  assert_roles (list, "ab");
  g_assert_true (piga_test_undelete (store, of_c, &error));
  settle (test);
  assert_roles (list, "abc");

  g_assert_true (piga_test_delete (store, b, &error));
  assert_roles (list, "ac");
  g_assert_true (piga_test_undelete (store, b, &error));
  assert_roles (list, "abc");
  set_day (test, c, PIGA_JOB_APPLICATION_APPLIED_ON, FIRST + 1);
  assert_roles (list, "abc");
}

/* An interview of an application that nobody has: it is fetched from the disk. */
static void
test_linked_from_disk (PigaTestExchange *test, gconstpointer data)
{
  g_autoptr (GObject) interview = NULL;
  g_autoptr (GListModel) list = list_linked (test);
  GObject *application = NULL;

  settle (test);
  application = new_application (test, "a", FIRST);
  interview = piga_record_new (PIGA_TYPE_INTERVIEW);
  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  g_clear_object (&list);
  g_object_unref (application);
  list = list_linked (test);
  settle (test);
  assert_roles (list, "");
  g_assert_null (piga_store_peek (test->kept.store, PIGA_TYPE_JOB_APPLICATION,
                                  piga_record_get_text (interview, PIGA_INTERVIEW_APPLICATION)));

  g_assert_true (piga_test_save (test->kept.store, interview, NULL));
  settle (test);
  assert_roles (list, "a");
}

/* The ids in a list; of the list of all, of those that belong into the other. */
static char *
describe (GListModel *list, gboolean is_all)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) application = g_list_model_get_item (list, i);

      if (is_all && piga_record_get_day (application, days[0]) < SINCE
          && piga_record_get_day (application, days[1]) < SINCE)
        continue;
      g_string_append (text, piga_record_get_id (application));
    }
  return g_string_free_and_steal (text);
}

static void
do_something (PigaTestExchange *test, GPtrArray *applications, GRand *rand)
{
  gpointer one = applications->pdata[g_rand_int_range (rand, 0, (gint32) applications->len)];
  const PigaDay day = FIRST + (PigaDay) g_rand_int_range (rand, 0, 100);
  const gint32 what = g_rand_int_range (rand, 0, 6);

  if (what == 0)
    piga_store_delete_async (test->kept.store, one, NULL, NULL, NULL);
  else if (what == 1)
    piga_store_undelete_async (test->kept.store, one, NULL, NULL, NULL);
  else
    {
      piga_record_set_day (one, days[what % 2], what == 2 ? PIGA_DAY_NONE : day);
      piga_store_save_async (test->kept.store, one, NULL, NULL, NULL);
    }
}

/* Whatever is done, and wherever the list is asked for in between: it is what the disk would say,
 * and what is left of the whole list. */
static void
test_random (PigaTestExchange *test, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  g_autoptr (GPtrArray) applications = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) list = NULL;
  GListModel *all = piga_store_list (test->kept.store, PIGA_TYPE_JOB_APPLICATION);

  for (guint i = 0; i < 40; i++)
    g_ptr_array_add (applications, new_application (test, "x", FIRST + i * 5 / 2));

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *given = NULL;

      for (guint j = 0; j < 10; j++)
        {
          do_something (test, applications, rand);
          if (g_rand_int_range (rand, 0, 20) == 0)
            g_clear_object (&list);
          if (list == NULL)
            list = list_since (test, SINCE);
        }
      g_assert_true (piga_test_flush (test->kept.store, &error));
      settle (test);

      expected = describe (all, TRUE);
      given = describe (list, FALSE);
      g_assert_cmpstr (given, ==, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                            \
  g_test_add (path, PigaTestExchange, NULL, piga_test_exchange_set_up, func,                       \
              piga_test_exchange_tear_down)
  add ("/lists/since", test_since);
  add ("/lists/objects", test_objects);
  add ("/lists/lifetime", test_lifetime);
  add ("/lists/long-lifetime", test_long_lifetime);
  add ("/lists/before-opening", test_before_opening);
  add ("/lists/import", test_import);
  add ("/lists/linked", test_linked);
  add ("/lists/linked-from-disk", test_linked_from_disk);
  add ("/lists/random", test_random);

  return g_test_run ();
}
