/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The small parts of the window: the ring and the toasts. */

#include "charts/piga-progress-ring.h"
#include "kit/piga-toast.h"

static void
test_ring_properties (void)
{
  PigaProgressRing *ring = g_object_ref_sink (PIGA_PROGRESS_RING (piga_progress_ring_new ()));

  piga_progress_ring_set_fraction (ring, 0.4);
  g_assert_cmpfloat (piga_progress_ring_get_fraction (ring), ==, 0.4);
  piga_progress_ring_set_fraction (ring, 7);
  g_assert_cmpfloat (piga_progress_ring_get_fraction (ring), ==, 1);
  piga_progress_ring_set_fraction (ring, -1);
  g_assert_cmpfloat (piga_progress_ring_get_fraction (ring), ==, 0);

  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (ring), "checked"));
  piga_progress_ring_set_checked (ring, TRUE);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (ring), "checked"));
  piga_progress_ring_set_checked (ring, FALSE);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (ring), "checked"));

  g_assert_finalize_object (ring);
}

static void
test_ring_accessible (void)
{
  PigaProgressRing *ring = g_object_ref_sink (PIGA_PROGRESS_RING (piga_progress_ring_new ()));

  piga_progress_ring_set_fraction (ring, 0.5);
  piga_progress_ring_set_value_text (ring, "2 of 4 done");
  gtk_test_accessible_assert_role (ring, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.5);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "2 of 4 done");

  g_assert_finalize_object (ring);
}

static int
measure (PigaProgressRing *ring)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (ring), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                      NULL);
  return natural;
}

/* What is written in it stays inside, however large. */
static void
test_ring_grows (void)
{
  PigaProgressRing *ring = g_object_ref_sink (PIGA_PROGRESS_RING (piga_progress_ring_new ()));

  piga_progress_ring_set_diameter (ring, 34);
  piga_progress_ring_set_label (ring, "3");
  g_assert_cmpint (measure (ring), ==, 34);
  piga_progress_ring_set_label (ring, "123456789");
  g_assert_cmpint (measure (ring), >, 80);

  g_assert_finalize_object (ring);
}

/* What an undo was given: how often it was called, how often its data were freed. */
typedef struct
{
  int undone;
  int freed;
} Undo;

static void
undo_cb (gpointer data)
{
  ((Undo *) data)->undone++;
}

static void
free_cb (gpointer data)
{
  ((Undo *) data)->freed++;
}

static void
test_toast_undo (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *child = gtk_button_new ();
  GtkWidget *area = g_object_new (PIGA_TYPE_TOAST_AREA, "content", child, NULL);
  Undo first = { 0 };
  Undo second = { 0 };

  gtk_window_set_child (GTK_WINDOW (window), area);
  piga_toast_show_undo (child, "Gone", undo_cb, &first, free_cb);
  g_assert_cmpint (first.freed, ==, 0);

  piga_toast_show_undo (child, "Gone as well", undo_cb, &second, free_cb);
  g_assert_cmpint (first.freed, ==, 1);

  gtk_widget_activate_action (child, "undo.last", NULL);
  g_assert_cmpint (second.undone, ==, 1);
  g_assert_cmpint (second.freed, ==, 1);
  gtk_widget_activate_action (child, "undo.last", NULL);
  g_assert_cmpint (second.undone, ==, 1);
  g_assert_cmpint (first.undone, ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where there is no place for a toast, nothing leaks and nothing falls. */
static void
test_toast_nowhere (void)
{
  GtkWidget *alone = g_object_ref_sink (gtk_button_new ());
  Undo undo = { 0 };

  piga_toast_show (alone, "Nobody sees this");
  piga_toast_show_undo (alone, "Nor this", undo_cb, &undo, free_cb);
  g_assert_cmpint (undo.freed, ==, 1);
  g_assert_cmpint (undo.undone, ==, 0);

  g_assert_finalize_object (alone);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ring/properties", test_ring_properties);
  g_test_add_func ("/ring/accessible", test_ring_accessible);
  g_test_add_func ("/ring/grows", test_ring_grows);
  g_test_add_func ("/toast/undo", test_toast_undo);
  g_test_add_func ("/toast/nowhere", test_toast_nowhere);
  return g_test_run ();
}
