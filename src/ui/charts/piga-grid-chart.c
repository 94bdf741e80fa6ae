/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A grid of marks: themes against interviews. The words of the rows stay where they are, the cells
 * scroll sideways when there are more than fit. Each cell is a button whose name is its sentence;
 * the chart's description says it all. Every cell is a widget of its own, so whoever fills the
 * chart keeps to as many columns as a person would look through. */

#include "piga-grid-chart.h"

#include <math.h>

#include "piga-grid-area.h"
#include "piga-grid-mark.h"

/* In lines of text. */
#define LEAST_WIDTH_LINES 9
#define NATURAL_WIDTH_LINES 40

struct _PigaGridChart
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  PigaGridArea *area;

  PigaGrid *grid;
  PigaGridFrame *frame;
};

G_DEFINE_FINAL_TYPE (PigaGridChart, piga_grid_chart, GTK_TYPE_WIDGET)

enum
{
  CELL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
cell_activated_cb (PigaGridChart *self, guint row, guint column)
{
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, row, column);
}

static gboolean
is_empty (PigaGridChart *self)
{
  return piga_grid_get_n_rows (self->grid) == 0;
}

static GtkSizeRequestMode
piga_grid_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
piga_grid_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  PigaGridChart *self = PIGA_GRID_CHART (widget);
  g_autoptr (PigaChartPen) pen = piga_chart_pen_new (widget);
  g_autoptr (PigaGridFrame) frame = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int least;

      gtk_widget_measure (self->scroller, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (least, (int) ceilf (pen->line * LEAST_WIDTH_LINES));
      *natural = MAX (*minimum, (int) ceilf (pen->line * NATURAL_WIDTH_LINES));
      return;
    }
  if (is_empty (self))
    return;
  frame = piga_grid_frame_new (pen, self->grid,
                               for_size >= 0 ? (float) for_size : pen->line * NATURAL_WIDTH_LINES);
  *minimum = *natural = (int) frame->height;
}

static void
piga_grid_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PigaGridChart *self = PIGA_GRID_CHART (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (PigaChartPen) pen = piga_chart_pen_new (widget);
  g_autoptr (PigaGridFrame) frame = piga_grid_frame_new (pen, self->grid, (float) width);
  const int cells_x = (int) (rtl ? width - frame->cells_x - frame->cells_width : frame->cells_x);
  int least;

  piga_grid_area_set_frame (self->area, frame);
  g_clear_pointer (&self->frame, piga_grid_frame_free);
  self->frame = g_steal_pointer (&frame);

  gtk_widget_set_child_visible (self->scroller, !is_empty (self));
  if (is_empty (self))
    return;
  gtk_widget_measure (self->scroller, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->scroller,
                            &(GtkAllocation) { cells_x, 0,
                                               MAX (least, (int) self->frame->cells_width),
                                               (int) self->frame->body_height },
                            -1);
}

static void
piga_grid_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PigaGridChart *self = PIGA_GRID_CHART (widget);
  g_autoptr (PigaChartPen) pen = NULL;

  if (is_empty (self) || self->frame == NULL)
    return;
  pen = piga_chart_pen_new (widget);
  piga_grid_frame_draw_titles (self->frame, pen, snapshot);
  piga_grid_frame_draw_legend (self->frame, pen, snapshot);
  gtk_widget_snapshot_child (widget, self->scroller, snapshot);
}

static gboolean
piga_grid_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PigaGridChart *self = PIGA_GRID_CHART (widget);

  return !is_empty (self) && gtk_widget_child_focus (GTK_WIDGET (self->area), direction);
}

static void
piga_grid_chart_dispose (GObject *object)
{
  PigaGridChart *self = PIGA_GRID_CHART (object);

  if (self->area != NULL)
    piga_grid_area_show (self->area, NULL);
  self->area = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (piga_grid_chart_parent_class)->dispose (object);
}

static void
piga_grid_chart_finalize (GObject *object)
{
  PigaGridChart *self = PIGA_GRID_CHART (object);

  g_clear_pointer (&self->frame, piga_grid_frame_free);
  piga_grid_free (self->grid);

  G_OBJECT_CLASS (piga_grid_chart_parent_class)->finalize (object);
}

static void
piga_grid_chart_class_init (PigaGridChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = piga_grid_chart_dispose;
  object_class->finalize = piga_grid_chart_finalize;
  widget_class->focus = piga_grid_chart_focus;
  widget_class->get_request_mode = piga_grid_chart_get_request_mode;
  widget_class->measure = piga_grid_chart_measure;
  widget_class->size_allocate = piga_grid_chart_size_allocate;
  widget_class->snapshot = piga_grid_chart_snapshot;

  /**
   * PigaGridChart::cell-activated:
   * @self: the chart
   * @row: the row of a cell with a mark
   * @column: its column
   */
  signals[CELL_ACTIVATED] =
    g_signal_new ("cell-activated", PIGA_TYPE_GRID_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "gridchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
piga_grid_chart_init (PigaGridChart *self)
{
  self->grid = piga_grid_new ();
  self->area = PIGA_GRID_AREA (piga_grid_area_new ());
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->area));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_swapped (self->area, "cell-activated", G_CALLBACK (cell_activated_cb), self);
  piga_chart_follow_style (GTK_WIDGET (self));
}

/**
 * piga_grid_chart_new:
 *
 * Returns: (transfer full): an empty chart
 */
GtkWidget *
piga_grid_chart_new (void)
{
  return g_object_new (PIGA_TYPE_GRID_CHART, NULL);
}

/**
 * piga_grid_chart_take:
 * @self: the chart
 * @grid: (transfer full): what it shows
 *
 * Shows @grid. Whoever shows the chart gives it an accessible label; the description is its own.
 */
void
piga_grid_chart_take (PigaGridChart *self, PigaGrid *grid)
{
  g_autofree char *sentences = NULL;

  piga_grid_area_show (self->area, grid);
  g_clear_pointer (&self->frame, piga_grid_frame_free);
  piga_grid_free (self->grid);
  self->grid = grid;

  sentences = piga_grid_chart_get_sentences (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentences, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * piga_grid_chart_get_sentences:
 * @self: the chart
 *
 * Returns: (transfer full): the whole chart in words, a line for each fact
 */
char *
piga_grid_chart_get_sentences (PigaGridChart *self)
{
  return piga_grid_dup_sentences (self->grid);
}

/**
 * piga_grid_chart_get_cell:
 * @self: the chart
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none): the button where they meet
 */
GtkWidget *
piga_grid_chart_get_cell (PigaGridChart *self, guint row, guint column)
{
  return piga_grid_area_get_cell (self->area, row, column);
}

/* Draws the columns from @first up to @end, with all the words around them. */
static GskRenderNode *
draw_band (PigaGridChart *self, const PigaChartPen *pen, const PigaGridFrame *frame, guint first,
           guint end)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  piga_grid_frame_draw_titles (frame, pen, snapshot);
  for (guint column = first; column < end; column++)
    {
      const float x = frame->cells_x + (column - first) * frame->cell_width;

      piga_grid_frame_draw_column_title (frame, pen, snapshot,
                                         piga_grid_get_column_title (self->grid, column), x);
      for (guint row = 0; row < piga_grid_get_n_rows (self->grid); row++)
        piga_grid_mark_draw (pen, snapshot, piga_grid_get_cell (self->grid, row, column),
                             &GRAPHENE_RECT_INIT (x, piga_grid_frame_get_cell_y (frame, row),
                                                  frame->cell_width, frame->cell_height));
    }
  piga_grid_frame_draw_legend (frame, pen, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

/**
 * piga_grid_chart_dup_print_nodes:
 * @self: the chart
 * @width: how wide it may be, in points
 *
 * Returns: (transfer full) (element-type GskRenderNode): the chart for piga_sheet_add_node(), in as
 *   many parts as its columns need; none when it is empty
 */
GPtrArray *
piga_grid_chart_dup_print_nodes (PigaGridChart *self, double width)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  g_autoptr (PigaChartPen) pen = piga_chart_pen_new_for_paper ();
  g_autoptr (PigaGridFrame) frame = piga_grid_frame_new (pen, self->grid, (float) width);
  const guint n_columns = piga_grid_get_n_columns (self->grid);
  const guint n_fit = MAX (1, (guint) (frame->cells_width / frame->cell_width));

  for (guint first = 0; !is_empty (self) && first < n_columns; first += n_fit)
    g_ptr_array_add (nodes, draw_band (self, pen, frame, first, MIN (first + n_fit, n_columns)));
  return nodes;
}
