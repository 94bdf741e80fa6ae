/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page is made of. A strip knows how high it is and what is drawn on it, and nothing of
 * where it will stand. All of it is black and grey on white, for paper, whatever the theme. */

#include "piga-sheet-strip.h"

#define INK 0.1
#define RULE_INK 0.62

typedef enum
{
  ITEM_LINE,
  ITEM_RULE,
  ITEM_BOX,
  ITEM_NODE,
} ItemKind;

typedef struct
{
  ItemKind kind;
  double x;
  double y;
  double size; /* the length of a rule, the side of a box, the scale of a node */
  double thickness;
  gboolean ticked;
  PangoLayout *layout; /* a line does not live without it */
  PangoLayoutLine *line;
  GskRenderNode *node;
} Item;

static void
free_item (gpointer data)
{
  Item *item = data;

  g_clear_pointer (&item->line, pango_layout_line_unref);
  g_clear_object (&item->layout);
  g_clear_pointer (&item->node, gsk_render_node_unref);
  g_free (item);
}

static Item *
add_item (PigaSheetStrip *self, ItemKind kind, double x, double y, double size)
{
  Item *item = g_new0 (Item, 1);

  item->kind = kind;
  item->x = x;
  item->y = y;
  item->size = size;
  g_ptr_array_add (self->items, item);
  return item;
}

static void
clear_strip (gpointer data)
{
  PigaSheetStrip *self = data;

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->head, piga_sheet_strip_unref);
}

/**
 * piga_sheet_strip_new:
 * @gap: the room above it, in points
 * @height: its own height, in points
 *
 * Returns: (transfer full): an empty strip
 */
PigaSheetStrip *
piga_sheet_strip_new (double gap, double height)
{
  PigaSheetStrip *self = g_rc_box_new0 (PigaSheetStrip);

  self->gap = gap;
  self->height = height;
  self->items = g_ptr_array_new_with_free_func (free_item);
  return self;
}

/**
 * piga_sheet_strip_ref:
 * @self: a strip
 *
 * Returns: (transfer full): @self
 */
PigaSheetStrip *
piga_sheet_strip_ref (PigaSheetStrip *self)
{
  return g_rc_box_acquire (self);
}

/**
 * piga_sheet_strip_unref:
 * @self: (transfer full): a strip
 */
void
piga_sheet_strip_unref (PigaSheetStrip *self)
{
  g_rc_box_release_full (self, clear_strip);
}

/**
 * piga_sheet_strip_add_line:
 * @self: the strip
 * @line: a line of a layout
 * @x: where it begins
 * @baseline: where its letters stand, from the top of the strip
 */
void
piga_sheet_strip_add_line (PigaSheetStrip *self, PangoLayoutLine *line, double x, double baseline)
{
  Item *item = add_item (self, ITEM_LINE, x, baseline, 0);

  item->line = pango_layout_line_ref (line);
  item->layout = g_object_ref (line->layout);
}

/**
 * piga_sheet_strip_add_rule:
 * @self: the strip
 * @y: where it stands, from the top of the strip
 * @width: how long it is
 * @thickness: how thick
 */
void
piga_sheet_strip_add_rule (PigaSheetStrip *self, double y, double width, double thickness)
{
  add_item (self, ITEM_RULE, 0, y, width)->thickness = thickness;
}

/**
 * piga_sheet_strip_add_box:
 * @self: the strip
 * @y: its upper edge, from the top of the strip
 * @size: the length of a side
 * @ticked: whether there is a tick in it
 */
void
piga_sheet_strip_add_box (PigaSheetStrip *self, double y, double size, gboolean ticked)
{
  add_item (self, ITEM_BOX, 0, y, size)->ticked = ticked;
}

/**
 * piga_sheet_strip_add_node:
 * @self: the strip
 * @node: a drawing, in points
 * @scale: how much larger or smaller it is drawn
 */
void
piga_sheet_strip_add_node (PigaSheetStrip *self, GskRenderNode *node, double scale)
{
  add_item (self, ITEM_NODE, 0, 0, scale)->node = gsk_render_node_ref (node);
}

static void
draw_line (const Item *item, cairo_t *cr)
{
  cairo_set_source_rgb (cr, INK, INK, INK);
  cairo_move_to (cr, item->x, item->y);
  pango_cairo_show_layout_line (cr, item->line);
}

static void
draw_rule (const Item *item, cairo_t *cr)
{
  cairo_set_source_rgb (cr, RULE_INK, RULE_INK, RULE_INK);
  cairo_set_line_width (cr, item->thickness);
  cairo_move_to (cr, item->x, item->y);
  cairo_rel_line_to (cr, item->size, 0);
  cairo_stroke (cr);
}

static void
draw_box (const Item *item, cairo_t *cr)
{
  cairo_set_source_rgb (cr, INK, INK, INK);
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, item->x + 0.4, item->y + 0.4, item->size - 0.8, item->size - 0.8);
  cairo_stroke (cr);
  if (!item->ticked)
    return;

  cairo_set_line_width (cr, 1.4);
  cairo_move_to (cr, item->x + item->size * 0.22, item->y + item->size * 0.52);
  cairo_line_to (cr, item->x + item->size * 0.43, item->y + item->size * 0.74);
  cairo_line_to (cr, item->x + item->size * 0.80, item->y + item->size * 0.26);
  cairo_stroke (cr);
}

static void
draw_node (const Item *item, cairo_t *cr)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (item->node, &bounds);
  /* Text in a node is drawn from the current point, so there must be none left over. */
  cairo_new_path (cr);
  cairo_scale (cr, item->size, item->size);
  cairo_translate (cr, 0, -bounds.origin.y);
  gsk_render_node_draw (item->node, cr);
}

static void
draw_item (const Item *item, cairo_t *cr)
{
  cairo_save (cr);
  switch (item->kind)
    {
    case ITEM_LINE:
      draw_line (item, cr);
      break;
    case ITEM_RULE:
      draw_rule (item, cr);
      break;
    case ITEM_BOX:
      draw_box (item, cr);
      break;
    case ITEM_NODE:
      draw_node (item, cr);
      break;
    }
  cairo_restore (cr);
}

/**
 * piga_sheet_strip_draw:
 * @self: the strip
 * @cr: the page
 * @x: where its left edge stands
 * @y: where its upper edge stands, below the gap
 */
void
piga_sheet_strip_draw (const PigaSheetStrip *self, cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  for (guint i = 0; i < self->items->len; i++)
    draw_item (g_ptr_array_index (self->items, i), cr);
  cairo_restore (cr);
}

/**
 * piga_sheet_strip_append_text:
 * @self: the strip
 * @text: what its words are appended to, a line for each line of text
 */
void
piga_sheet_strip_append_text (const PigaSheetStrip *self, GString *text)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);

      if (item->kind != ITEM_LINE)
        continue;
      g_string_append_len (
        text, pango_layout_get_text (item->layout) + pango_layout_line_get_start_index (item->line),
        pango_layout_line_get_length (item->line));
      g_string_append_c (text, '\n');
    }
}
