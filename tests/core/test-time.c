/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far a clock is believed. */

#include "piga-time.h"

/* 2027-01-15 */
#define NOW (G_GINT64_CONSTANT (1800000000) * G_TIME_SPAN_SECOND)

static void
test_possible (void)
{
  g_assert_true (piga_time_is_possible (NOW));
  g_assert_true (piga_time_is_possible (NOW + 200 * 365 * G_TIME_SPAN_DAY));
  g_assert_false (piga_time_is_possible (NOW - 365 * G_TIME_SPAN_DAY));
  g_assert_false (piga_time_is_possible (0));
}

static void
test_ahead (void)
{
  g_assert_false (piga_time_is_ahead (NOW, 0));
  g_assert_false (piga_time_is_ahead (NOW, NOW));
  g_assert_false (piga_time_is_ahead (NOW, NOW + G_TIME_SPAN_DAY));
  g_assert_true (piga_time_is_ahead (NOW, NOW + G_TIME_SPAN_DAY + 1));
  g_assert_true (piga_time_is_ahead (NOW, G_MAXINT64));
  g_assert_false (piga_time_is_ahead (0, NOW));
}

static void
test_later (void)
{
  g_assert_cmpint (piga_time_get_later (NOW, 0), ==, NOW);
  g_assert_cmpint (piga_time_get_later (NOW, NOW - 1), ==, NOW);
  g_assert_cmpint (piga_time_get_later (NOW, NOW), ==, NOW + 1);
  g_assert_cmpint (piga_time_get_later (0, NOW), ==, NOW + 1);
  g_assert_cmpint (piga_time_get_later (0, G_MAXINT64), ==, G_MAXINT64);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/possible", test_possible);
  g_test_add_func ("/time/ahead", test_ahead);
  g_test_add_func ("/time/later", test_later);
  return g_test_run ();
}
