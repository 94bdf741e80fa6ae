/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-rooms DATABASE: how long the main loop is busy at a stretch while the rooms of a long
 * search for work are opened, filtered and sorted, beside plain lists of as many rows. Each deed is
 * done several times, and the time in which the machine disturbed it least counts. */

#include <string.h>

#include "applications/piga-applications-model.h"
#include "bench-watch.h"
#include "records/piga-kinds.h"
#include "shell/piga-room.h"
#include "shell/piga-window.h"

#define N_ROUNDS 3
#define N_ROWS 10000
#define N_LETTERS 5
#define FAST_MS 120
#define SLOW_MS 1500

typedef enum
{
  WINDOW,
  LIST,
  TYPE,
  FILTER,
  SORT,
  BOARD,
  PATTERNS,
  AGAIN,
  N_DEEDS,
} Deed;

static const char *const floor_names[N_DEEDS] = {
  [WINDOW] = "an empty window, opened",
  [LIST] = "a plain list, opened",
  [TYPE] = "a plain list, searched by typing",
  [FILTER] = "a plain list, filtered",
  [SORT] = "a plain list, sorted",
  [BOARD] = "eight plain lists, opened",
  [PATTERNS] = "an empty page, pushed",
  [AGAIN] = "an empty page, pushed again",
};

static const char *const names[N_DEEDS] = {
  [WINDOW] = "Today, opened",
  [LIST] = "Applications, opened",
  [TYPE] = "Applications, searched by typing",
  [FILTER] = "Applications, filtered by stage",
  [SORT] = "Applications, sorted",
  [BOARD] = "Applications, as a board",
  [PATTERNS] = "the patterns, opened",
  [AGAIN] = "the patterns, opened again",
};

static BenchStretches floors[N_DEEDS];
static BenchStretches ours[N_DEEDS];

static void
keep (BenchStretches *best)
{
  const BenchStretches found = bench_watch_end ();
  const gint64 work = best->n == 0 ? found.work : MIN (found.work, best->work);

  if (best->n == 0 || found.longest < best->longest)
    *best = found;
  best->work = work;
}

static void
print_row (const char *name, const BenchStretches *found, const BenchStretches *least)
{
  g_print ("%-34s %8.1f ms %5.2f× %8.1f ms %8.1f ms %4u of %u\n", name,
           (double) found->longest / 1000, (double) found->longest / (double) least->longest,
           (double) found->work / 1000, (double) found->most / 1000, found->above, found->n);
}

static void
print_all (void)
{
  g_print ("%-34s %11s %6s %11s %11s %s\n", "", "longest", "", "of work", "99 of 100",
           "above 16 ms");
  for (Deed deed = 0; deed < N_DEEDS; deed++)
    {
      print_row (floor_names[deed], &floors[deed], &floors[deed]);
      print_row (names[deed], &ours[deed], &floors[deed]);
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < 3; i++)
    gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *line = gtk_string_object_get_string (gtk_list_item_get_item (item));

  for (GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
       label != NULL; label = gtk_widget_get_next_sibling (label))
    gtk_label_set_label (GTK_LABEL (label), line);
}

/* Takes @lines. */
static GtkWidget *
new_list (GListModel *lines)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (
    GTK_SCROLLED_WINDOW (scrolled),
    gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (lines)), factory));
  return scrolled;
}

typedef struct
{
  GListModel *lines;
  GtkStringFilter *filter;
  GtkSortListModel *sorted;
  GListModel *shown;
} Lines;

static GtkExpression *
get_line (void)
{
  return gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
}

static Lines
make_lines (void)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkFilterListModel *shown;
  Lines lines;

  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_take (strings,
                          g_strdup_printf ("Line %u of a list of lines", i * 7919 % N_ROWS));
  lines.lines = G_LIST_MODEL (strings);
  lines.filter = gtk_string_filter_new (get_line ());
  lines.sorted = gtk_sort_list_model_new (g_object_ref (lines.lines), NULL);
  gtk_sort_list_model_set_incremental (lines.sorted, TRUE);
  shown = gtk_filter_list_model_new (G_LIST_MODEL (lines.sorted),
                                     GTK_FILTER (g_object_ref (lines.filter)));
  gtk_filter_list_model_set_incremental (shown, TRUE);
  lines.shown = G_LIST_MODEL (shown);
  return lines;
}

static void
type_into_floor (Lines *lines)
{
  static const char *const typed[N_LETTERS] = { "1", "1 ", "1 o", "1 of", "1 of " };

  bench_watch_begin ();
  for (guint i = 0; i < N_LETTERS; i++)
    {
      gtk_string_filter_set_search (lines->filter, typed[i]);
      bench_run_for (FAST_MS);
    }
  bench_run_for (SLOW_MS);
  keep (&floors[TYPE]);
}

static GtkWidget *
new_lists (Lines *lines)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < 8; i++)
    {
      GtkFilterListModel *part = gtk_filter_list_model_new (
        g_object_ref (lines->lines), GTK_FILTER (gtk_string_filter_new (get_line ())));

      gtk_filter_list_model_set_incremental (part, TRUE);
      gtk_box_append (GTK_BOX (box), new_list (G_LIST_MODEL (part)));
    }
  return box;
}

static void
push_empty_page (GtkWidget *window, BenchStretches *best)
{
  GtkWidget *view = adw_navigation_view_new ();

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view),
                           adw_navigation_page_new (gtk_label_new ("One"), "One"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  bench_run_for (SLOW_MS);
  bench_watch_begin ();
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            adw_navigation_page_new (gtk_label_new ("Two"), "Two"));
  bench_run_for (SLOW_MS);
  keep (best);
}

static GtkWidget *
new_empty_view (void)
{
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  return view;
}

static void
measure_floor (GtkApplication *application)
{
  Lines lines = make_lines ();
  GtkWidget *window;

  bench_watch_begin ();
  window = adw_application_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 720);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), new_empty_view ());
  gtk_window_present (GTK_WINDOW (window));
  bench_run_for (SLOW_MS);
  keep (&floors[WINDOW]);

  bench_watch_begin ();
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), new_list (lines.shown));
  bench_run_for (SLOW_MS);
  keep (&floors[LIST]);

  type_into_floor (&lines);
  bench_watch_begin ();
  gtk_string_filter_set_search (lines.filter, NULL);
  bench_run_for (SLOW_MS);
  keep (&floors[FILTER]);

  bench_watch_begin ();
  gtk_sort_list_model_set_sorter (lines.sorted, GTK_SORTER (gtk_string_sorter_new (get_line ())));
  bench_run_for (SLOW_MS);
  keep (&floors[SORT]);

  bench_watch_begin ();
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), new_lists (&lines));
  bench_run_for (SLOW_MS);
  keep (&floors[BOARD]);

  push_empty_page (window, &floors[PATTERNS]);
  push_empty_page (window, &floors[AGAIN]);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (lines.lines);
  g_object_unref (lines.filter);
}

/* Types the first letters of a role that is there. */
static void
type_into_search (PigaContext *context, GtkEditable *entry)
{
  GListModel *applications =
    piga_store_list (piga_context_get_store (context), PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaRecord) application = g_list_model_get_item (applications, N_ROWS / 2);
  const char *role = piga_record_get_text (application, PIGA_JOB_APPLICATION_ROLE);

  bench_watch_begin ();
  for (int i = 1; i <= N_LETTERS && role[i] != '\0'; i++)
    {
      g_autofree char *typed = g_strndup (role, (gsize) i);

      gtk_editable_set_text (entry, typed);
      bench_run_for (FAST_MS);
    }
  bench_run_for (SLOW_MS);
  keep (&ours[TYPE]);
  gtk_editable_set_text (entry, "");
  bench_run_for (SLOW_MS);
}

static void
filter_and_sort (GtkWidget *window)
{
  GtkWidget *tools = bench_find_widget (window, ADW_TYPE_TOGGLE_GROUP);

  bench_watch_begin ();
  gtk_widget_activate_action (tools, "list.show", "u",
                              PIGA_APPLICATIONS_SHOW_STAGE + PIGA_STAGE_NOT_CHOSEN);
  bench_run_for (SLOW_MS);
  gtk_widget_activate_action (tools, "list.show", "u", PIGA_APPLICATIONS_SHOW_ALL);
  bench_run_for (SLOW_MS);
  keep (&ours[FILTER]);

  bench_watch_begin ();
  gtk_widget_activate_action (tools, "list.order", "u", PIGA_APPLICATIONS_EMPLOYER);
  bench_run_for (SLOW_MS);
  gtk_widget_activate_action (tools, "list.order", "u", PIGA_APPLICATIONS_NEWEST);
  bench_run_for (SLOW_MS);
  keep (&ours[SORT]);
}

static void
measure_applications (PigaContext *context, GtkWidget *window)
{
  bench_watch_begin ();
  piga_window_show_page (PIGA_WINDOW (window), "applications");
  bench_run_for (SLOW_MS);
  keep (&ours[LIST]);

  gtk_search_bar_set_search_mode (bench_find_widget (window, GTK_TYPE_SEARCH_BAR), TRUE);
  bench_run_for (SLOW_MS);
  type_into_search (context, bench_find_widget (window, GTK_TYPE_SEARCH_ENTRY));
  filter_and_sort (window);

  bench_watch_begin ();
  adw_toggle_group_set_active_name (bench_find_widget (window, ADW_TYPE_TOGGLE_GROUP), "board");
  bench_run_for (SLOW_MS);
  keep (&ours[BOARD]);
}

static void
measure_patterns (GtkWidget *window)
{
  GtkWidget *room;

  piga_window_show_page (PIGA_WINDOW (window), "step-3");
  bench_run_for (SLOW_MS);
  room = bench_find_widget (window, PIGA_TYPE_ROOM);
  for (Deed deed = PATTERNS; deed <= AGAIN; deed++)
    {
      bench_watch_begin ();
      gtk_widget_activate_action (room, "room.open-tool", "(ss)", "patterns", "");
      bench_run_for (SLOW_MS);
      keep (&ours[deed]);
      gtk_widget_activate_action (bench_find_widget (window, g_type_from_name ("PigaPatternPage")),
                                  "navigation.pop", NULL);
      bench_run_for (SLOW_MS);
    }
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
close_store (PigaStore *store)
{
  gboolean done = FALSE;

  piga_store_close_async (store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_ours (GtkApplication *application, GSettings *settings, const char *path)
{
  g_autoptr (PigaStore) store = piga_store_new (path, piga_kinds_get ());
  g_autoptr (PigaClock) clock = piga_clock_new ();
  g_autoptr (PigaContext) context = piga_context_new (store, settings, clock);
  gboolean done = FALSE;
  GtkWidget *window;

  /* What the round before it chose is kept. */
  g_settings_reset (settings, "applications-look");
  g_settings_reset (settings, "applications-order");
  bench_watch_begin ();
  piga_store_open_async (store, NULL, done_cb, &done);
  window = piga_window_new (application, context);
  piga_window_show_page (PIGA_WINDOW (window), "today");
  gtk_window_present (GTK_WINDOW (window));
  bench_run_for (2 * SLOW_MS);
  keep (&ours[WINDOW]);

  measure_applications (context, window);
  measure_patterns (window);
  gtk_window_destroy (GTK_WINDOW (window));
  close_store (store);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GSettings) settings = NULL;

  if (argc != 2)
    return 1;

  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  settings = g_settings_new (g_getenv ("APPLICATION_ID"));
  g_settings_set_boolean (settings, "first-run-done", TRUE);
  bench_watch_start ();
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      measure_floor (GTK_APPLICATION (application));
      measure_ours (GTK_APPLICATION (application), settings, argv[1]);
    }
  print_all ();
  return 0;
}
