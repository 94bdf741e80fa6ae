/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-stall DATABASE: how long the main loop is busy at a stretch while the journal's list is
 * scrolled from end to end and while somebody types, beside a list and a text that do nothing else.
 * What is measured is the time between two waits of the main loop, drawing included. */

#include <adwaita.h>

#include "bench-watch.h"
#include "journal/piga-journal-page.h"
#include "kit/piga-context.h"
#include "records/piga-kinds.h"

#define N_FRAMES 240
#define N_LETTERS 400
#define FLOOR_ROWS 100000
/* How far a turn of the wheel goes, in pixels. */
#define WHEEL_STEP 60.0

static void
report (const char *what)
{
  const BenchStretches found = bench_watch_end ();

  g_print ("%-34s longest %6.1f ms, 99 of 100 below %6.1f ms, above 16 ms: %u of %u\n", what,
           (double) found.longest / 1000, (double) found.most / 1000, found.above, found.n);
}

typedef struct
{
  GtkAdjustment *adjustment;
  gboolean leaping;
  guint frames;
} Scroll;

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Scroll *scroll = user_data;
  const double length = gtk_adjustment_get_upper (scroll->adjustment)
                        - gtk_adjustment_get_page_size (scroll->adjustment);

  scroll->frames++;
  gtk_adjustment_set_value (scroll->adjustment, scroll->leaping ? length * scroll->frames / N_FRAMES
                                                                : scroll->frames * WHEEL_STEP);
  return scroll->frames < N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
measure_scrolling (GtkWidget *window, gboolean leaping, const char *what)
{
  GtkWidget *list = bench_find_widget (window, GTK_TYPE_LIST_VIEW);
  Scroll scroll = { .leaping = leaping };

  g_assert_nonnull (list);
  scroll.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  bench_watch_begin ();
  gtk_widget_add_tick_callback (list, scroll_cb, &scroll, NULL);
  while (scroll.frames < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  report (what);
}

static void
measure_typing (GtkWidget *window, const char *what)
{
  GtkTextView *view = bench_find_widget (window, GTK_TYPE_TEXT_VIEW);

  g_assert_nonnull (view);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  bench_run_for (500);
  bench_watch_begin ();
  for (guint i = 0; i < N_LETTERS; i++)
    {
      gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), i % 6 == 5 ? " " : "a", 1);
      bench_run_for (12);
    }
  report (what);
}

static GtkWidget *
new_window (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 720);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  bench_run_for (1500);
  return window;
}

static void
setup_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *line = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), line);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), line);
}

static void
measure_floor (void)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *text = gtk_text_view_new ();
  GtkWidget *window;

  for (guint i = 0; i < FLOOR_ROWS; i++)
    gtk_string_list_take (strings, g_strdup_printf ("Line %u of a list of lines", i));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_label_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label_cb), NULL);
  gtk_scrolled_window_set_child (
    GTK_SCROLLED_WINDOW (scrolled),
    gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (strings))),
                       factory));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), text);

  window = new_window (box);
  measure_scrolling (window, FALSE, "a plain list, by the wheel");
  measure_scrolling (window, TRUE, "a plain list, end to end in leaps");
  measure_typing (window, "a plain text, typed into");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
measure_journal (const char *path)
{
  g_autoptr (PigaStore) store = piga_store_new (path, piga_kinds_get ());
  g_autoptr (GSettings) settings = g_settings_new (g_getenv ("APPLICATION_ID"));
  g_autoptr (PigaClock) clock = piga_clock_new ();
  g_autoptr (PigaContext) context = piga_context_new (store, settings, clock);
  gboolean done = FALSE;
  GtkWidget *page, *window;

  piga_store_open_async (store, NULL, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  page = piga_journal_page_new (context);
  window = new_window (page);
  measure_scrolling (window, FALSE, "the journal, by the wheel");
  measure_scrolling (window, TRUE, "the journal, end to end in leaps");
  piga_journal_page_write (PIGA_JOURNAL_PAGE (page), 0, "");
  bench_run_for (1000);
  measure_typing (window, "the journal, typed into");

  done = FALSE;
  gtk_window_destroy (GTK_WINDOW (window));
  piga_store_close_async (store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  if (argc != 2)
    return EXIT_FAILURE;

  adw_init ();
  bench_watch_start ();
  measure_floor ();
  measure_journal (argv[1]);
  return EXIT_SUCCESS;
}
