/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sheet keeps what was added to it as blocks. Each block knows how to set itself into a galley of
 * a given width; PigaSheetLayout cuts the galley into pages, and piga-sheet-print.c hands these to
 * the printer. So the pages are the same on paper, in a PDF and in a test. */

#include "piga-sheet.h"

#include "piga-sheet-table.h"

/* Between things of different kinds, at least. */
#define GROUP_GAP 10
#define FACT_LABEL_SHARE 0.3
#define FACT_GAP 12
#define LINE_HEIGHT 25.5 /* 9 mm, for a hand in a hurry */
#define LINE_RULE 0.5
#define BOX_SIZE 10
#define BOX_INDENT 18

typedef void (*SetFunc) (gconstpointer data, PigaSheetGalley *galley);

typedef struct
{
  SetFunc set;
  gpointer data;
  GDestroyNotify destroy;
} Block;

/* The data of the blocks that are not tables or drawings. */
typedef struct
{
  PigaSheetStyle style;
  char *text;
  char *value;
  guint n_lines;
  gboolean ticked;
} Text;

struct _PigaSheet
{
  GObject parent_instance;

  char *title;
  GPtrArray *blocks;
};

G_DEFINE_FINAL_TYPE (PigaSheet, piga_sheet, G_TYPE_OBJECT)

/* The room above a text, by what it is. */
static const double gaps[] = {
  [PIGA_SHEET_STYLE_TITLE] = 0,      [PIGA_SHEET_STYLE_SUBTITLE] = 3,
  [PIGA_SHEET_STYLE_HEADING] = 20,   [PIGA_SHEET_STYLE_BODY] = 7,
  [PIGA_SHEET_STYLE_LABEL] = 14,     [PIGA_SHEET_STYLE_CELL] = 0,
  [PIGA_SHEET_STYLE_CELL_TITLE] = 0, [PIGA_SHEET_STYLE_FOOTER] = 0,
};

static void
free_block (gpointer data)
{
  Block *block = data;

  block->destroy (block->data);
  g_free (block);
}

static void
free_text (gpointer data)
{
  Text *text = data;

  g_free (text->text);
  g_free (text->value);
  g_free (text);
}

static Text *
new_text (PigaSheetStyle style, const char *text)
{
  Text *self = g_new0 (Text, 1);

  self->style = style;
  self->text = g_strdup (text);
  return self;
}

static void
add_block (PigaSheet *self, SetFunc set, gpointer data, GDestroyNotify destroy)
{
  Block *block = g_new (Block, 1);

  block->set = set;
  block->data = data;
  block->destroy = destroy;
  g_ptr_array_add (self->blocks, block);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* Titles are not left behind by what they head. */
static void
set_text (gconstpointer data, PigaSheetGalley *galley)
{
  const Text *text = data;
  g_autoptr (PangoLayout) layout = piga_sheet_galley_create_layout (
    galley, text->style, text->text, piga_sheet_galley_get_width (galley));
  const PigaSheetCell cell = { layout, 0 };
  const PigaSheetRow row = {
    .cells = &cell,
    .n_cells = 1,
    .gap = gaps[text->style],
    .tears = text->style == PIGA_SHEET_STYLE_BODY,
    .keeps_next = text->style != PIGA_SHEET_STYLE_BODY,
  };

  piga_sheet_galley_add_row (galley, &row);
}

static void
set_fact (gconstpointer data, PigaSheetGalley *galley)
{
  const Text *text = data;
  const double width = piga_sheet_galley_get_width (galley);
  const double indent = width * FACT_LABEL_SHARE;
  g_autoptr (PangoLayout) label =
    piga_sheet_galley_create_layout (galley, PIGA_SHEET_STYLE_LABEL, text->text, indent - FACT_GAP);
  g_autoptr (PangoLayout) value =
    piga_sheet_galley_create_layout (galley, PIGA_SHEET_STYLE_BODY, text->value, width - indent);
  const PigaSheetCell cells[] = { { label, 0 }, { value, indent } };
  const PigaSheetRow row = { .cells = cells, .n_cells = G_N_ELEMENTS (cells), .gap = 3 };

  piga_sheet_galley_add_row (galley, &row);
}

static void
set_lines (gconstpointer data, PigaSheetGalley *galley)
{
  const Text *text = data;

  if (!is_empty (text->text))
    set_text (text, galley);
  for (guint i = 0; i < text->n_lines; i++)
    {
      PigaSheetStrip *strip = piga_sheet_strip_new (0, LINE_HEIGHT);

      piga_sheet_strip_add_rule (strip, LINE_HEIGHT, piga_sheet_galley_get_width (galley),
                                 LINE_RULE);
      piga_sheet_galley_take (galley, strip);
    }
}

static void
set_check (gconstpointer data, PigaSheetGalley *galley)
{
  const Text *text = data;
  g_autoptr (PangoLayout) layout = piga_sheet_galley_create_layout (
    galley, PIGA_SHEET_STYLE_BODY, text->text, piga_sheet_galley_get_width (galley) - BOX_INDENT);
  const PigaSheetCell cell = { layout, BOX_INDENT };
  const PigaSheetRow row = { .cells = &cell, .n_cells = 1, .gap = 5 };
  PigaSheetStrip *strip = piga_sheet_galley_add_row (galley, &row);
  const double baseline = pango_units_to_double (pango_layout_get_baseline (layout));

  /* Capitals are about seven tenths of the size of the type: the box is centred on them. */
  piga_sheet_strip_add_box (strip, baseline - 10.5 * 0.35 - BOX_SIZE / 2.0, BOX_SIZE, text->ticked);
}

static void
set_table (gconstpointer data, PigaSheetGalley *galley)
{
  piga_sheet_table_set (data, galley);
}

/* A drawing is made smaller where it does not fit, and never larger. */
static void
set_node (gconstpointer data, PigaSheetGalley *galley)
{
  GskRenderNode *node = (GskRenderNode *) data;
  PigaSheetStrip *strip;
  graphene_rect_t bounds;
  double scale = 1;

  gsk_render_node_get_bounds (node, &bounds);
  scale = MIN (scale,
               piga_sheet_galley_get_width (galley) / MAX (bounds.origin.x + bounds.size.width, 1));
  scale = MIN (scale, piga_sheet_galley_get_height (galley) / MAX (bounds.size.height, 1));
  strip = piga_sheet_strip_new (10, bounds.size.height * scale);
  piga_sheet_strip_add_node (strip, node, scale);
  piga_sheet_galley_take (galley, strip);
}

static void
piga_sheet_finalize (GObject *object)
{
  PigaSheet *self = PIGA_SHEET (object);

  g_free (self->title);
  g_ptr_array_unref (self->blocks);

  G_OBJECT_CLASS (piga_sheet_parent_class)->finalize (object);
}

static void
piga_sheet_class_init (PigaSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = piga_sheet_finalize;
}

static void
piga_sheet_init (PigaSheet *self)
{
  self->blocks = g_ptr_array_new_with_free_func (free_block);
}

/**
 * piga_sheet_new:
 * @title: what it is called, on the first page, at the foot of each, and in the printer's queue;
 *   may be empty
 * @subtitle: (nullable): the line under the title
 *
 * Returns: (transfer full): a sheet with nothing below its title
 */
PigaSheet *
piga_sheet_new (const char *title, const char *subtitle)
{
  PigaSheet *self = g_object_new (PIGA_TYPE_SHEET, NULL);

  self->title = g_strdup (title);
  if (!is_empty (title))
    add_block (self, set_text, new_text (PIGA_SHEET_STYLE_TITLE, title), free_text);
  if (!is_empty (subtitle))
    add_block (self, set_text, new_text (PIGA_SHEET_STYLE_SUBTITLE, subtitle), free_text);
  return self;
}

/**
 * piga_sheet_get_title:
 * @self: the sheet
 *
 * Returns: (transfer none): what it is called
 */
const char *
piga_sheet_get_title (PigaSheet *self)
{
  return self->title;
}

/**
 * piga_sheet_add_heading:
 * @self: the sheet
 * @text: the heading of what follows, which stays with it
 */
void
piga_sheet_add_heading (PigaSheet *self, const char *text)
{
  add_block (self, set_text, new_text (PIGA_SHEET_STYLE_HEADING, text), free_text);
}

/**
 * piga_sheet_add_paragraph:
 * @self: the sheet
 * @text: a text of any length; its line breaks are kept, and an empty one leaves nothing
 */
void
piga_sheet_add_paragraph (PigaSheet *self, const char *text)
{
  if (!is_empty (text))
    add_block (self, set_text, new_text (PIGA_SHEET_STYLE_BODY, text), free_text);
}

/**
 * piga_sheet_add_fact:
 * @self: the sheet
 * @label: what it is
 * @value: (nullable): the fact; where there is none, nothing is printed
 *
 * Adds a label with its value beside it. Facts that follow each other stand in two columns.
 */
void
piga_sheet_add_fact (PigaSheet *self, const char *label, const char *value)
{
  Text *text;

  if (is_empty (value))
    return;
  text = new_text (PIGA_SHEET_STYLE_LABEL, label);
  text->value = g_strdup (value);
  add_block (self, set_fact, text, free_text);
}

/**
 * piga_sheet_add_table:
 * @self: the sheet
 * @columns: (array length=n_columns): the columns; the head is repeated on each page, and left out
 *   where no column has a title
 * @n_columns: how many there are, at least one
 * @rows: (transfer none) (element-type GStrv): the rows; not to be changed afterwards
 *
 * Adds a table. One without rows leaves nothing.
 */
void
piga_sheet_add_table (PigaSheet *self, const PigaSheetColumn *columns, guint n_columns,
                      GPtrArray *rows)
{
  add_block (self, set_table, piga_sheet_table_new (columns, n_columns, rows),
             (GDestroyNotify) piga_sheet_table_free);
}

/**
 * piga_sheet_add_lines:
 * @self: the sheet
 * @label: (nullable): what is to be written there
 * @n_lines: how many lines there are to write on
 *
 * Adds room to write in by hand.
 */
void
piga_sheet_add_lines (PigaSheet *self, const char *label, guint n_lines)
{
  Text *text = new_text (PIGA_SHEET_STYLE_LABEL, label);

  text->n_lines = n_lines;
  add_block (self, set_lines, text, free_text);
}

/**
 * piga_sheet_add_check:
 * @self: the sheet
 * @label: what may be ticked
 * @ticked: whether it is
 */
void
piga_sheet_add_check (PigaSheet *self, const char *label, gboolean ticked)
{
  Text *text = new_text (PIGA_SHEET_STYLE_BODY, label);

  text->ticked = ticked;
  add_block (self, set_check, text, free_text);
}

/**
 * piga_sheet_add_node:
 * @self: the sheet
 * @node: (transfer none): a drawing in points, %PIGA_SHEET_TEXT_WIDTH wide or less, in colours for
 *   paper, such as a chart's piga_funnel_chart_dup_print_node()
 *
 * Adds a drawing. It is never torn, and made smaller where it does not fit a page.
 */
void
piga_sheet_add_node (PigaSheet *self, GskRenderNode *node)
{
  add_block (self, set_node, gsk_render_node_ref (node), (GDestroyNotify) gsk_render_node_unref);
}

/**
 * piga_sheet_set:
 * @self: the sheet
 * @galley: where it is set
 *
 * Sets all of the sheet.
 */
void
piga_sheet_set (PigaSheet *self, PigaSheetGalley *galley)
{
  GPtrArray *strips = piga_sheet_galley_get_strips (galley);
  const Block *before = NULL;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);
      const guint n_before = strips->len;

      block->set (block->data, galley);
      if (before != NULL && before->set != block->set && strips->len > n_before)
        {
          PigaSheetStrip *strip = g_ptr_array_index (strips, n_before);

          strip->gap = MAX (strip->gap, GROUP_GAP);
        }
      before = block;
    }
}
