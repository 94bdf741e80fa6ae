/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the charts draw, counted in their drawings for paper. */

#include <adwaita.h>

#include "charts/piga-funnel-chart.h"
#include "charts/piga-grid-chart.h"
#include "piga-test-room.h"

#define WIDTH 493

typedef void (*Visit) (GskRenderNode *node, gpointer data);

static void
walk (GskRenderNode *node, Visit visit, gpointer data)
{
  const GskRenderNodeType type = gsk_render_node_get_node_type (node);

  visit (node, data);
  if (type == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      walk (gsk_container_node_get_child (node, i), visit, data);
  else if (type == GSK_TRANSFORM_NODE)
    walk (gsk_transform_node_get_child (node), visit, data);
  else if (type == GSK_ROUNDED_CLIP_NODE)
    walk (gsk_rounded_clip_node_get_child (node), visit, data);
}

typedef struct
{
  guint n_filled;
  guint n_hollow;
  guint n_lines;
  guint n_glyphs;
} Marks;

static void
count_mark (GskRenderNode *node, gpointer data)
{
  const GskRenderNodeType type = gsk_render_node_get_node_type (node);
  Marks *marks = data;

  marks->n_filled += type == GSK_FILL_NODE;
  marks->n_hollow += type == GSK_STROKE_NODE;
  marks->n_lines += type == GSK_TEXT_NODE;
  if (type == GSK_TEXT_NODE)
    marks->n_glyphs += gsk_text_node_get_num_glyphs (node);
}

/* Of a grid with one cell. */
static Marks
count_marks (const char *column, guint n_strengths, guint n_gaps)
{
  g_autoptr (PigaGridChart) chart = g_object_ref_sink (PIGA_GRID_CHART (piga_grid_chart_new ()));
  PigaGrid *grid = piga_grid_new ();
  g_autoptr (GPtrArray) nodes = NULL;
  Marks marks = { 0 };

  piga_grid_add_column (grid, column);
  piga_grid_add_row (grid, "Theme", NULL);
  piga_grid_set_cell (grid, 0, 0, n_strengths, n_gaps, "in words");
  piga_grid_chart_take (chart, grid);

  nodes = piga_grid_chart_dup_print_nodes (chart, WIDTH);
  g_assert_cmpuint (nodes->len, ==, 1);
  walk (g_ptr_array_index (nodes, 0), count_mark, &marks);
  return marks;
}

/* Beside the two of the legend, there are the marks of the cell: filled for strengths, hollow for
 * gaps, and the small dot where there is neither. */
static void
test_marks (void)
{
  const struct
  {
    guint n_strengths, n_gaps, n_filled, n_hollow;
  } cells[] = { { 0, 0, 1, 0 }, { 1, 0, 1, 0 }, { 0, 1, 0, 1 }, { 1, 1, 1, 1 }, { 4, 3, 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const Marks marks = count_marks ("3 Nov", cells[i].n_strengths, cells[i].n_gaps);

      g_assert_cmpuint (marks.n_filled, ==, 1 + cells[i].n_filled);
      g_assert_cmpuint (marks.n_hollow, ==, 1 + cells[i].n_hollow);
    }
}

/* A number stands in a mark from two on. */
static void
test_counts (void)
{
  const guint n_lines = count_marks ("3 Nov", 1, 1).n_lines;

  g_assert_cmpuint (count_marks ("3 Nov", 2, 1).n_lines, ==, n_lines + 1);
  g_assert_cmpuint (count_marks ("3 Nov", 2, 5).n_lines, ==, n_lines + 2);
}

/* The title of a column has two lines before it is shortened, as the day comes last. */
static void
test_long_titles (void)
{
  const char *title = "Assistant accountant, 12 November";
  const guint n_others = count_marks ("", 1, 0).n_glyphs;

  /* The line may break at a space. */
  g_assert_cmpuint (count_marks (title, 1, 0).n_glyphs, >=, n_others + strlen (title) - 1);
}

static void
collect_bar (GskRenderNode *node, gpointer data)
{
  graphene_rect_t bounds;

  if (gsk_render_node_get_node_type (node) != GSK_COLOR_NODE)
    return;
  gsk_render_node_get_bounds (node, &bounds);
  g_array_append_val (data, bounds);
}

/* Bars are as long as their numbers say, and the longest has all the room. */
static void
test_lengths (void)
{
  const double amounts[] = { 40, 20, 0 };
  g_autoptr (PigaFunnelChart) chart =
    g_object_ref_sink (PIGA_FUNNEL_CHART (piga_funnel_chart_new ()));
  GPtrArray *bars = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_funnel_bar_free);
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GskRenderNode *node;
  float lengths[G_N_ELEMENTS (amounts)];

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    g_ptr_array_add (bars, piga_funnel_bar_new ("Label", amounts[i], "in words"));
  piga_funnel_chart_take (chart, bars);
  node = piga_funnel_chart_dup_print_node (chart, WIDTH);
  walk (node, collect_bar, drawn);
  gsk_render_node_unref (node);

  g_assert_cmpuint (drawn->len, ==, G_N_ELEMENTS (amounts));
  for (guint i = 0; i < drawn->len; i++)
    lengths[i] = g_array_index (drawn, graphene_rect_t, i).size.width;
  g_assert_cmpfloat (lengths[0], >, WIDTH / 2);
  g_assert_cmpfloat (lengths[0], <, WIDTH);
  g_assert_cmpfloat_with_epsilon (lengths[1], lengths[0] / 2, 0.5);
  g_assert_cmpfloat (lengths[2], >, 0);
  g_assert_cmpfloat (lengths[2], <, 5);
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  g_test_add_func ("/charts-drawn/marks", test_marks);
  g_test_add_func ("/charts-drawn/counts", test_counts);
  g_test_add_func ("/charts-drawn/long-titles", test_long_titles);
  g_test_add_func ("/charts-drawn/lengths", test_lengths);
  return g_test_run ();
}
