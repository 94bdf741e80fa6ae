/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts: what they say, how they are walked through, and that they stay inside their room. */

#include <adwaita.h>

#include "charts/piga-bars.h"
#include "charts/piga-funnel-chart.h"
#include "charts/piga-grid-chart.h"
#include "piga-test-room.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *before;
  GtkWidget *chart;
  guint n_activated;
  guint row;
  guint column;
} Fixture;

/* Shows @chart in a window of this width, with a button before it. */
static void
show (Fixture *self, GtkWidget *chart, int width)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->chart = chart;
  self->before = gtk_button_new_with_label ("Before");
  gtk_box_append (GTK_BOX (box), self->before);
  gtk_box_append (GTK_BOX (box), chart);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 500);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  piga_test_rest_window (self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  piga_test_drain ();
}

/* The bounds of what is drawn stay between the edges. */
static void
assert_inside (GtkWidget *chart)
{
  GdkPaintable *paintable = gtk_widget_paintable_new (chart);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  graphene_rect_t bounds;
  const int width = gtk_widget_get_width (chart);
  const int height = gtk_widget_get_height (chart);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat (bounds.origin.x, >=, -1);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, width + 1);
  g_assert_cmpfloat (bounds.origin.y, >=, -1);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, height + 1);
  gsk_render_node_unref (node);
  g_object_unref (paintable);
}

static int
measure_height (GtkWidget *chart, int width)
{
  int height;

  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static int
measure_least_width (GtkWidget *chart)
{
  int width;

  gtk_widget_measure (chart, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

static GtkWidget *
create_funnel (guint n_bars)
{
  GtkWidget *chart = piga_funnel_chart_new ();
  GPtrArray *bars = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_funnel_bar_free);

  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *label = g_strdup_printf ("Stage number %u", i);
      g_autofree char *sentence = g_strdup_printf ("%u reached stage %u", 2 * i, i);

      g_ptr_array_add (bars, piga_funnel_bar_new (label, 2 * i, sentence));
    }
  piga_funnel_chart_take (PIGA_FUNNEL_CHART (chart), bars);
  return chart;
}

static void
test_funnel_says (Fixture *self, gconstpointer data)
{
  g_autofree char *sentences = NULL;

  show (self, create_funnel (3), 400);
  sentences = piga_funnel_chart_get_sentences (PIGA_FUNNEL_CHART (self->chart));
  g_assert_cmpstr (sentences, ==, "0 reached stage 0\n2 reached stage 1\n4 reached stage 2");
  gtk_test_accessible_assert_role (self->chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (self->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentences);
}

/* At 300 pixels the labels go above the bars, and nothing leaves the window. */
static void
test_funnel_sizes (Fixture *self, gconstpointer data)
{
  show (self, create_funnel (6), 300);
  g_assert_cmpint (measure_least_width (self->chart), <, 300);
  g_assert_cmpint (gtk_widget_get_width (self->chart), <=, 300);
  assert_inside (self->chart);
  g_assert_cmpint (measure_height (self->chart, 100), >, measure_height (self->chart, 600));
}

static void
test_funnel_numbers (Fixture *self, gconstpointer data)
{
  const guint numbers[] = { 0, 1, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      Fixture one = { 0 };
      GskRenderNode *node;

      show (&one, create_funnel (numbers[i]), 300);
      g_assert_cmpint (measure_height (one.chart, 300), >=, 0);
      node = piga_funnel_chart_dup_print_node (PIGA_FUNNEL_CHART (one.chart), 493);
      g_assert_true ((node != NULL) == (numbers[i] > 0));
      g_clear_pointer (&node, gsk_render_node_unref);
      tear_down (&one, NULL);
    }
}

/* What is drawn for paper keeps to the width that it was given. */
static void
test_funnel_paper (void)
{
  GtkWidget *chart = g_object_ref_sink (create_funnel (5));
  GskRenderNode *node = piga_funnel_chart_dup_print_node (PIGA_FUNNEL_CHART (chart), 200);
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat (bounds.size.width, >, 150);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 201);
  gsk_render_node_unref (node);
  g_assert_finalize_object (chart);
}

/* A strength in each cell on the diagonal, two gaps to the right of it. */
static GtkWidget *
create_grid (guint n_rows, guint n_columns)
{
  GtkWidget *chart = piga_grid_chart_new ();
  PigaGrid *grid = piga_grid_new ();

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *title = g_strdup_printf ("Interview %u", i);

      piga_grid_add_column (grid, title);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *title = g_strdup_printf ("Theme, in more than a word, %u", i);

      piga_grid_add_row (grid, title, i == 1 ? "comes back" : NULL);
      if (i < n_columns)
        piga_grid_set_cell (grid, i, i, 1, 0, "a strength");
      if (i + 1 < n_columns)
        piga_grid_set_cell (grid, i, i + 1, 0, 2, "two gaps");
    }
  piga_grid_chart_take (PIGA_GRID_CHART (chart), grid);
  return chart;
}

static GtkWidget *
get_cell (Fixture *self, guint row, guint column)
{
  return piga_grid_chart_get_cell (PIGA_GRID_CHART (self->chart), row, column);
}

static void
test_grid_says (Fixture *self, gconstpointer data)
{
  g_autofree char *sentences = NULL;

  show (self, create_grid (2, 3), 600);
  sentences = piga_grid_chart_get_sentences (PIGA_GRID_CHART (self->chart));
  g_assert_cmpstr (sentences, ==,
                   "a strength\ntwo gaps\nTheme, in more than a word, 1: comes back\n"
                   "a strength\ntwo gaps");
  gtk_test_accessible_assert_property (self->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentences);
  gtk_test_accessible_assert_role (get_cell (self, 0, 1), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (get_cell (self, 0, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "two gaps");
  gtk_test_accessible_assert_property (get_cell (self, 0, 2), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Theme, in more than a word, 0, Interview 2: nothing noted");
}

static void
assert_focus (Fixture *self, guint row, guint column)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == get_cell (self, row, column));
}

static void
go (Fixture *self, GtkDirectionType direction)
{
  gtk_widget_child_focus (self->window, direction);
}

static void
test_grid_keys (Fixture *self, gconstpointer data)
{
  show (self, create_grid (3, 3), 600);
  gtk_widget_grab_focus (self->before);
  go (self, GTK_DIR_TAB_FORWARD);
  assert_focus (self, 0, 0);
  go (self, GTK_DIR_RIGHT);
  go (self, GTK_DIR_DOWN);
  assert_focus (self, 1, 1);
  go (self, GTK_DIR_LEFT);
  assert_focus (self, 1, 0);
  go (self, GTK_DIR_LEFT);
  assert_focus (self, 1, 0);
  go (self, GTK_DIR_UP);
  assert_focus (self, 0, 0);
  go (self, GTK_DIR_RIGHT);
  go (self, GTK_DIR_RIGHT);
  go (self, GTK_DIR_RIGHT);
  assert_focus (self, 0, 2);

  /* Tab leaves at once, and comes back to where it was. */
  go (self, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == self->before);
  go (self, GTK_DIR_TAB_FORWARD);
  assert_focus (self, 0, 2);

  /* Also when the pointer led there. */
  gtk_widget_grab_focus (get_cell (self, 2, 1));
  go (self, GTK_DIR_TAB_BACKWARD);
  go (self, GTK_DIR_TAB_FORWARD);
  assert_focus (self, 2, 1);
}

static void
activated_cb (Fixture *self, guint row, guint column)
{
  self->n_activated++;
  self->row = row;
  self->column = column;
}

/* A cell with a mark leads somewhere, an empty one does not. */
static void
test_grid_activates (Fixture *self, gconstpointer data)
{
  show (self, create_grid (3, 4), 600);
  g_signal_connect_swapped (self->chart, "cell-activated", G_CALLBACK (activated_cb), self);
  g_signal_emit_by_name (get_cell (self, 0, 3), "clicked");
  g_assert_cmpuint (self->n_activated, ==, 0);
  g_signal_emit_by_name (get_cell (self, 2, 3), "clicked");
  g_assert_cmpuint (self->n_activated, ==, 1);
  g_assert_cmpuint (self->row, ==, 2);
  g_assert_cmpuint (self->column, ==, 3);
}

/* What was shown before leaves nothing behind. */
static void
test_grid_taken_again (Fixture *self, gconstpointer data)
{
  PigaGrid *grid = piga_grid_new ();

  show (self, create_grid (5, 5), 600);
  gtk_widget_grab_focus (self->before);
  go (self, GTK_DIR_TAB_FORWARD);
  go (self, GTK_DIR_DOWN);
  piga_grid_add_column (grid, "First");
  piga_grid_add_column (grid, "Second");
  piga_grid_add_row (grid, "One", NULL);
  piga_grid_set_cell (grid, 0, 0, 1, 1, "both");
  piga_grid_chart_take (PIGA_GRID_CHART (self->chart), grid);
  piga_test_rest_window (self->window);
  gtk_test_accessible_assert_property (get_cell (self, 0, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "both");
  gtk_widget_grab_focus (self->before);
  go (self, GTK_DIR_TAB_FORWARD);
  assert_focus (self, 0, 0);
  go (self, GTK_DIR_RIGHT);
  go (self, GTK_DIR_RIGHT);
  assert_focus (self, 0, 1);
}

static void
test_grid_sizes (Fixture *self, gconstpointer data)
{
  show (self, create_grid (6, 30), 300);
  g_assert_cmpint (measure_least_width (self->chart), <, 300);
  g_assert_cmpint (gtk_widget_get_width (self->chart), <=, 300);
  assert_inside (self->chart);
  /* The words go above the cells where there is no room beside them. */
  g_assert_cmpint (measure_height (self->chart, 150), >, measure_height (self->chart, 900));
}

static float
get_end (Fixture *self, guint row, guint column)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (get_cell (self, row, column), self->chart, &bounds));
  return bounds.origin.x + bounds.size.width;
}

/* The cell that gets the focus glides into sight, with the words beside the cells or above. */
static void
test_grid_scrolls (Fixture *self, gconstpointer data)
{
  float width;

  show (self, create_grid (2, 30), GPOINTER_TO_INT (data));
  width = gtk_widget_get_width (self->chart) + 1;
  g_assert_cmpfloat (get_end (self, 0, 29), >, width);
  gtk_widget_grab_focus (get_cell (self, 0, 29));
  piga_test_rest_window (self->window);
  g_assert_cmpfloat (get_end (self, 0, 29), <=, width);
}

static void
test_grid_numbers (Fixture *self, gconstpointer data)
{
  const struct
  {
    guint n_rows, n_columns, n_nodes;
  } sizes[] = { { 0, 0, 0 }, { 0, 3, 0 }, { 3, 0, 0 }, { 1, 1, 1 }, { 12, 40, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Fixture one = { 0 };
      g_autoptr (GPtrArray) nodes = NULL;

      show (&one, create_grid (sizes[i].n_rows, sizes[i].n_columns), 300);
      g_assert_cmpint (measure_height (one.chart, 300), >=, 0);
      nodes = piga_grid_chart_dup_print_nodes (PIGA_GRID_CHART (one.chart), 493);
      if (sizes[i].n_nodes < 2)
        g_assert_cmpuint (nodes->len, ==, sizes[i].n_nodes);
      else
        g_assert_cmpuint (nodes->len, >=, sizes[i].n_nodes);
      gtk_widget_grab_focus (one.before);
      go (&one, GTK_DIR_TAB_FORWARD);
      tear_down (&one, NULL);
    }
}

/* Whatever the width, a row's words do not stand in its cells. */
static void
test_grid_apart (Fixture *self, gconstpointer data)
{
  graphene_rect_t first, second;

  show (self, create_grid (3, 3), 300);
  g_assert_true (gtk_widget_compute_bounds (get_cell (self, 0, 0), self->chart, &first));
  g_assert_true (gtk_widget_compute_bounds (get_cell (self, 1, 0), self->chart, &second));
  g_assert_cmpfloat (first.origin.y + first.size.height, <=, second.origin.y);
}

static void
test_bars_say (void)
{
  GtkWidget *bars = g_object_ref_sink (piga_bars_new ());
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_bar_free);

  g_ptr_array_add (all, piga_bar_new ("2 Nov", "first", 1, FALSE));
  g_ptr_array_add (all, piga_bar_new ("9 Nov", NULL, 0, FALSE));
  g_ptr_array_add (all, piga_bar_new ("16 Nov", "last", 0, TRUE));
  piga_bars_take (PIGA_BARS (bars), all, 3);
  gtk_test_accessible_assert_property (bars, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "last\nfirst");
  g_assert_finalize_object (bars);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, NULL, func, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  piga_test_room_init (&argc, &argv);

  ADD ("/funnel/says", test_funnel_says);
  ADD ("/funnel/sizes", test_funnel_sizes);
  ADD ("/funnel/numbers", test_funnel_numbers);
  g_test_add_func ("/funnel/paper", test_funnel_paper);
  ADD ("/grid/says", test_grid_says);
  ADD ("/grid/keys", test_grid_keys);
  ADD ("/grid/activates", test_grid_activates);
  ADD ("/grid/taken-again", test_grid_taken_again);
  ADD ("/grid/sizes", test_grid_sizes);
  g_test_add ("/grid/scrolls/wide", Fixture, GINT_TO_POINTER (700), NULL, test_grid_scrolls,
              tear_down);
  g_test_add ("/grid/scrolls/narrow", Fixture, GINT_TO_POINTER (300), NULL, test_grid_scrolls,
              tear_down);
  ADD ("/grid/numbers", test_grid_numbers);
  ADD ("/grid/apart", test_grid_apart);
  g_test_add_func ("/bars/say", test_bars_say);
  return g_test_run ();
}
