/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A galley is what printers call the long column of set type that is not cut into pages yet. */

#include "piga-sheet-galley.h"

#include "charts/piga-paper-text.h"

#define GREY 0.36

typedef struct
{
  double points;
  PangoWeight weight;
  gboolean grey;
  double line_spacing;
} Style;

static const Style styles[] = {
  [PIGA_SHEET_STYLE_TITLE] = { 20, PANGO_WEIGHT_BOLD, FALSE, 1.1 },
  [PIGA_SHEET_STYLE_SUBTITLE] = { 11.5, PANGO_WEIGHT_NORMAL, TRUE, 1.2 },
  [PIGA_SHEET_STYLE_HEADING] = { 13, PANGO_WEIGHT_BOLD, FALSE, 1.15 },
  [PIGA_SHEET_STYLE_BODY] = { PIGA_PAPER_TEXT_POINTS, PANGO_WEIGHT_NORMAL, FALSE, 1.3 },
  [PIGA_SHEET_STYLE_LABEL] = { PIGA_PAPER_TEXT_POINTS, PANGO_WEIGHT_NORMAL, TRUE, 1.3 },
  [PIGA_SHEET_STYLE_CELL] = { 9.5, PANGO_WEIGHT_NORMAL, FALSE, 1.2 },
  [PIGA_SHEET_STYLE_CELL_TITLE] = { 9, PANGO_WEIGHT_BOLD, FALSE, 1.15 },
  [PIGA_SHEET_STYLE_FOOTER] = { 8.5, PANGO_WEIGHT_NORMAL, TRUE, 1 },
};

struct _PigaSheetGalley
{
  PangoContext *context;
  double width;
  double height;
  GPtrArray *strips;
};

/* A line of a cell, measured from the top of its layout. */
typedef struct
{
  PangoLayoutLine *line;
  double x;
  double top;
  double baseline;
  double bottom;
} Line;

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->line, pango_layout_line_unref);
}

/**
 * piga_sheet_galley_new:
 * @width: how wide the text may be, in points
 * @height: how high a page of it may be, in points
 *
 * Returns: (transfer full): an empty galley
 */
PigaSheetGalley *
piga_sheet_galley_new (double width, double height)
{
  PigaSheetGalley *self = g_new0 (PigaSheetGalley, 1);

  self->context = piga_paper_text_create_context ();
  self->width = width;
  self->height = height;
  self->strips = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_sheet_strip_unref);
  return self;
}

/**
 * piga_sheet_galley_free:
 * @self: (transfer full): a galley
 */
void
piga_sheet_galley_free (PigaSheetGalley *self)
{
  g_clear_object (&self->context);
  g_clear_pointer (&self->strips, g_ptr_array_unref);
  g_free (self);
}

/**
 * piga_sheet_galley_get_width:
 * @self: the galley
 *
 * Returns: how wide the text may be, in points
 */
double
piga_sheet_galley_get_width (PigaSheetGalley *self)
{
  return self->width;
}

/**
 * piga_sheet_galley_get_height:
 * @self: the galley
 *
 * Returns: how high a page of it may be, in points
 */
double
piga_sheet_galley_get_height (PigaSheetGalley *self)
{
  return self->height;
}

/**
 * piga_sheet_galley_get_strips:
 * @self: the galley
 *
 * Returns: (transfer none) (element-type PigaSheetStrip): what was set so far
 */
GPtrArray *
piga_sheet_galley_get_strips (PigaSheetGalley *self)
{
  return self->strips;
}

/**
 * piga_sheet_galley_create_layout:
 * @self: the galley
 * @style: how it looks
 * @text: the text, of any length
 * @width: where it wraps, in points
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *
piga_sheet_galley_create_layout (PigaSheetGalley *self, PigaSheetStyle style, const char *text,
                                 double width)
{
  const Style *look = &styles[style];
  const guint16 grey = look->grey ? (guint16) (GREY * G_MAXUINT16) : 0;
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, PIGA_PAPER_TEXT_FAMILIES);
  pango_font_description_set_weight (font, look->weight);
  pango_font_description_set_size (font, (int) (look->points * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  if (look->grey)
    pango_attr_list_insert (attributes, pango_attr_foreground_new (grey, grey, grey));
  /* Figures of one width, which stand under each other. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_line_spacing (layout, (float) look->line_spacing);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * piga_sheet_galley_take:
 * @self: the galley
 * @strip: (transfer full): what comes next
 */
void
piga_sheet_galley_take (PigaSheetGalley *self, PigaSheetStrip *strip)
{
  g_ptr_array_add (self->strips, strip);
}

static GArray *
list_lines (const PigaSheetCell *cell)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);

  g_array_set_clear_func (lines, clear_line);
  do
    {
      Line line = { .line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter)) };
      PangoRectangle logical;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.x = cell->x + pango_units_to_double (logical.x);
      line.top = pango_units_to_double (top);
      line.bottom = pango_units_to_double (bottom);
      line.baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter));
      g_array_append_val (lines, line);
    }
  while (pango_layout_iter_next_line (iter));

  /* Pango leaves the room between two lines out of both. */
  for (guint i = 0; i + 1 < lines->len; i++)
    g_array_index (lines, Line, i).bottom = g_array_index (lines, Line, i + 1).top;
  pango_layout_iter_free (iter);
  return lines;
}

/* Adds the lines from @first up to @end of each cell to the strip, @y below its top. */
static void
fill_strip (PigaSheetStrip *strip, GPtrArray *cells, guint first, guint end, double y)
{
  for (guint i = 0; i < cells->len; i++)
    {
      GArray *lines = g_ptr_array_index (cells, i);

      for (guint j = first; j < MIN (end, lines->len); j++)
        {
          const Line *line = &g_array_index (lines, Line, j);
          const double top = g_array_index (lines, Line, first).top;

          piga_sheet_strip_add_line (strip, line->line, line->x, y + line->baseline - top);
        }
    }
}

/* How high the lines from @first up to @end are in the highest of the cells. */
static double
measure_lines (GPtrArray *cells, guint first, guint end)
{
  double height = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      GArray *lines = g_ptr_array_index (cells, i);
      const guint last = MIN (end, lines->len);

      if (first < last)
        height = MAX (height, g_array_index (lines, Line, last - 1).bottom
                                - g_array_index (lines, Line, first).top);
    }
  return height;
}

static guint
count_lines (GPtrArray *cells)
{
  guint n_lines = 0;

  for (guint i = 0; i < cells->len; i++)
    n_lines = MAX (n_lines, ((GArray *) g_ptr_array_index (cells, i))->len);
  return n_lines;
}

/* One strip with the lines from @first up to @end of @n. No page begins with the last line of a
 * text alone, and none ends with its first. */
static PigaSheetStrip *
add_lines (PigaSheetGalley *self, const PigaSheetRow *row, GPtrArray *cells, guint first, guint end,
           guint n)
{
  const gboolean is_first = first == 0;
  const gboolean is_last = end == n;
  const double above = is_first ? row->pad : 0;
  const double below = is_last ? row->pad : 0;
  PigaSheetStrip *strip = piga_sheet_strip_new (is_first ? row->gap : 0,
                                                above + measure_lines (cells, first, end) + below);

  fill_strip (strip, cells, first, end, above);
  if (is_last && row->rule > 0)
    piga_sheet_strip_add_rule (strip, strip->height, self->width, row->rule);
  if (row->head != NULL)
    strip->head = piga_sheet_strip_ref (row->head);
  strip->keeps_next = is_last ? row->keeps_next : is_first || end == n - 1;
  piga_sheet_galley_take (self, strip);
  return strip;
}

/**
 * piga_sheet_galley_add_row:
 * @self: the galley
 * @row: the texts, and how they stand
 *
 * Sets texts that begin beside each other.
 *
 * Returns: (transfer none): the first strip of the row
 */
PigaSheetStrip *
piga_sheet_galley_add_row (PigaSheetGalley *self, const PigaSheetRow *row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  const double room = self->height - (row->head != NULL ? row->head->height : 0);
  PigaSheetStrip *first;
  guint n_lines;

  for (guint i = 0; i < row->n_cells; i++)
    g_ptr_array_add (cells, list_lines (&row->cells[i]));
  n_lines = count_lines (cells);

  if (!row->tears && measure_lines (cells, 0, n_lines) + 2 * row->pad <= room)
    return add_lines (self, row, cells, 0, n_lines, n_lines);

  first = add_lines (self, row, cells, 0, 1, n_lines);
  for (guint i = 1; i < n_lines; i++)
    add_lines (self, row, cells, i, i + 1, n_lines);
  return first;
}
