/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of a grid that scrolls. Each cell is a button, so that the screen reader, the keyboard
 * and the pointer all find it; Tab goes to the cell that was the last one, the arrow keys go from
 * cell to cell, Home and End to the ends of the row. The area draws the marks over its buttons,
 * all with one pen. */

#include "piga-grid-area.h"

#include <math.h>

#include "piga-grid-mark.h"

struct _PigaGridArea
{
  GtkWidget parent_instance;

  /* Both belong to the chart. */
  const PigaGrid *grid;
  const PigaGridFrame *frame;

  GPtrArray *cells; /* row by row */
  guint current;    /* where Tab goes */
};

G_DEFINE_FINAL_TYPE (PigaGridArea, piga_grid_area, GTK_TYPE_WIDGET)

enum
{
  CELL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_n_columns (PigaGridArea *self)
{
  return self->grid != NULL ? piga_grid_get_n_columns (self->grid) : 0;
}

static gboolean
is_rtl (PigaGridArea *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static float
get_column_x (PigaGridArea *self, guint column)
{
  if (is_rtl (self))
    return gtk_widget_get_width (GTK_WIDGET (self)) - (column + 1) * self->frame->cell_width;
  return column * self->frame->cell_width;
}

static void
clicked_cb (PigaGridArea *self, GtkWidget *button)
{
  const guint n_columns = get_n_columns (self);
  guint i;

  if (!g_ptr_array_find (self->cells, button, &i))
    return;
  if (piga_grid_get_cell (self->grid, i / n_columns, i % n_columns)->sentence != NULL)
    g_signal_emit (self, signals[CELL_ACTIVATED], 0, i / n_columns, i % n_columns);
}

static GtkWidget *
create_cell (PigaGridArea *self, guint row, guint column)
{
  g_autofree char *sentence = piga_grid_dup_cell_sentence (self->grid, row, column);
  GtkWidget *button =
    g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "grid-cell");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

/* The cell that has the focus, or none. */
static gboolean
find_focus (PigaGridArea *self, guint *index)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL && g_ptr_array_find (self->cells, child, index);
}

static gboolean
focus_cell (PigaGridArea *self, guint index)
{
  self->current = index;
  return gtk_widget_grab_focus (g_ptr_array_index (self->cells, index));
}

/* One cell on, or the same where the row ends. */
static gboolean
move_along (PigaGridArea *self, guint index, gboolean forward)
{
  const guint n_columns = get_n_columns (self);
  const guint column = index % n_columns;

  if (forward && column + 1 < n_columns)
    return focus_cell (self, index + 1);
  if (!forward && column > 0)
    return focus_cell (self, index - 1);
  return TRUE;
}

static gboolean
piga_grid_area_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PigaGridArea *self = PIGA_GRID_AREA (widget);
  const guint n_columns = get_n_columns (self);
  guint index;

  if (self->cells->len == 0)
    return FALSE;
  if (!find_focus (self, &index))
    return focus_cell (self, MIN (self->current, self->cells->len - 1));

  self->current = index;
  switch (direction)
    {
    case GTK_DIR_LEFT:
      return move_along (self, index, is_rtl (self));
    case GTK_DIR_RIGHT:
      return move_along (self, index, !is_rtl (self));
    case GTK_DIR_UP:
      return index >= n_columns && focus_cell (self, index - n_columns);
    case GTK_DIR_DOWN:
      return index + n_columns < self->cells->len && focus_cell (self, index + n_columns);
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

static gboolean
go_to_end_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  PigaGridArea *self = PIGA_GRID_AREA (widget);
  const guint n_columns = get_n_columns (self);
  const gboolean to_last = g_variant_get_boolean (parameter);
  guint index;

  if (!find_focus (self, &index))
    return FALSE;
  index -= index % n_columns;
  return focus_cell (self, to_last ? index + n_columns - 1 : index);
}

static void
piga_grid_area_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  PigaGridArea *self = PIGA_GRID_AREA (widget);
  g_autoptr (PigaChartPen) pen = piga_chart_pen_new (widget);
  float width, height;

  if (self->grid == NULL)
    return;
  piga_grid_frame_get_cell_size (pen, self->grid, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = (int) width * (int) get_n_columns (self);
  else
    *minimum = *natural = (int) height * (int) piga_grid_get_n_rows (self->grid);
}

static void
piga_grid_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PigaGridArea *self = PIGA_GRID_AREA (widget);
  const guint n_columns = get_n_columns (self);

  for (guint i = 0; self->frame != NULL && i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      const GtkAllocation place = {
        (int) get_column_x (self, i % n_columns),
        (int) piga_grid_frame_get_cell_y (self->frame, i / n_columns),
        (int) self->frame->cell_width,
        (int) self->frame->cell_height,
      };

      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (cell, &place, -1);
    }
}

static void
piga_grid_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PigaGridArea *self = PIGA_GRID_AREA (widget);
  const guint n_columns = get_n_columns (self);
  g_autoptr (PigaChartPen) pen = piga_chart_pen_new (widget);

  if (self->frame == NULL)
    return;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const graphene_rect_t room = GRAPHENE_RECT_INIT (
        get_column_x (self, i % n_columns), piga_grid_frame_get_cell_y (self->frame, i / n_columns),
        self->frame->cell_width, self->frame->cell_height);

      gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, i), snapshot);
      piga_grid_mark_draw (pen, snapshot,
                           piga_grid_get_cell (self->grid, i / n_columns, i % n_columns), &room);
    }
  for (guint i = 0; i < n_columns; i++)
    piga_grid_frame_draw_column_title (self->frame, pen, snapshot,
                                       piga_grid_get_column_title (self->grid, i),
                                       get_column_x (self, i));
}

static gboolean
contains (GtkWidget *cell, int x, int y)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (cell, gtk_widget_get_parent (cell), &bounds)
         && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (x, y));
}

static gboolean
find_cell_at (PigaGridArea *self, int x, int y, guint *index)
{
  for (*index = 0; *index < self->cells->len; (*index)++)
    if (contains (g_ptr_array_index (self->cells, *index), x, y))
      return TRUE;
  return FALSE;
}

/* The titles of the columns may have been shortened. */
static const char *
find_title_at (PigaGridArea *self, int x, int y)
{
  if (self->frame == NULL || y >= self->frame->head_height)
    return NULL;
  for (guint i = 0; i < get_n_columns (self); i++)
    if (x >= get_column_x (self, i) && x < get_column_x (self, i) + self->frame->cell_width)
      return piga_grid_get_column_title (self->grid, i);
  return NULL;
}

/* The area answers for its cells: each of them would ask the display where the pointer is. */
static gboolean
query_tooltip_cb (PigaGridArea *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const guint n_columns = get_n_columns (self);
  const char *text = keyboard ? NULL : find_title_at (self, x, y);
  guint index;

  if (keyboard ? find_focus (self, &index) : text == NULL && find_cell_at (self, x, y, &index))
    text = piga_grid_get_cell (self->grid, index / n_columns, index % n_columns)->sentence;
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
piga_grid_area_dispose (GObject *object)
{
  piga_grid_area_show (PIGA_GRID_AREA (object), NULL);

  G_OBJECT_CLASS (piga_grid_area_parent_class)->dispose (object);
}

static void
piga_grid_area_finalize (GObject *object)
{
  g_ptr_array_unref (PIGA_GRID_AREA (object)->cells);

  G_OBJECT_CLASS (piga_grid_area_parent_class)->finalize (object);
}

static void
piga_grid_area_class_init (PigaGridAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = piga_grid_area_dispose;
  object_class->finalize = piga_grid_area_finalize;
  widget_class->focus = piga_grid_area_focus;
  widget_class->measure = piga_grid_area_measure;
  widget_class->size_allocate = piga_grid_area_size_allocate;
  widget_class->snapshot = piga_grid_area_snapshot;

  /**
   * PigaGridArea::cell-activated:
   * @self: the area
   * @row: the row of a cell with a mark
   * @column: its column
   */
  signals[CELL_ACTIVATED] =
    g_signal_new ("cell-activated", PIGA_TYPE_GRID_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end_cb, "b", TRUE);
  gtk_widget_class_set_css_name (widget_class, "gridarea");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
piga_grid_area_init (PigaGridArea *self)
{
  self->cells = g_ptr_array_new ();
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  piga_chart_follow_style (GTK_WIDGET (self));
}

/**
 * piga_grid_area_new:
 *
 * Returns: (transfer full): an area without cells
 */
GtkWidget *
piga_grid_area_new (void)
{
  return g_object_new (PIGA_TYPE_GRID_AREA, NULL);
}

/**
 * piga_grid_area_show:
 * @self: the area
 * @grid: (transfer none) (nullable): what it shows, which has to live until it shows another
 */
void
piga_grid_area_show (PigaGridArea *self, const PigaGrid *grid)
{
  const guint n_rows = grid != NULL ? piga_grid_get_n_rows (grid) : 0;

  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->cells, i));
  g_ptr_array_set_size (self->cells, 0);

  self->grid = grid;
  self->frame = NULL;
  self->current = 0;
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < get_n_columns (self); column++)
      g_ptr_array_add (self->cells, create_cell (self, row, column));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * piga_grid_area_set_frame:
 * @self: the area
 * @frame: (transfer none) (nullable): where all stands, which has to live until another is set
 */
void
piga_grid_area_set_frame (PigaGridArea *self, const PigaGridFrame *frame)
{
  self->frame = frame;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * piga_grid_area_get_cell:
 * @self: the area
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none): the button where they meet
 */
GtkWidget *
piga_grid_area_get_cell (PigaGridArea *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * get_n_columns (self) + column);
}
