/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts the galley of a sheet into pages: as many strips on each as fit, those together that have to
 * stand together, and the head of a table again where the table goes on. The margins are our own,
 * so that a page looks the same whatever the printer leaves free; 18 mm is more than any needs. */

#include "piga-sheet-layout.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#define MARGIN 51.0
/* The footer stands in the lower margin, with a rule above it. */
#define FOOTER_ROOM 12.0
#define FOOTER_RULE 0.35
#define PAGE_NUMBER_SHARE 0.3

typedef struct
{
  PigaSheetStrip *strip;
  double y;
} Placed;

struct _PigaSheetLayout
{
  char *title;
  double width;
  double height;
  PigaSheetGalley *galley;
  GPtrArray *pages; /* of arrays of Placed */
};

static double
get_text_width (double page_width)
{
  return MAX (page_width - 2 * MARGIN, 1);
}

static double
get_text_height (double page_height)
{
  return MAX (page_height - 2 * MARGIN - FOOTER_ROOM, 1);
}

static GArray *
add_page (PigaSheetLayout *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (Placed));

  g_ptr_array_add (self->pages, page);
  return page;
}

static double
get_end (GArray *page)
{
  const Placed *last;

  if (page->len == 0)
    return 0;
  last = &g_array_index (page, Placed, page->len - 1);
  return last->y + last->strip->height;
}

static void
place (GArray *page, PigaSheetStrip *strip)
{
  const Placed placed = { strip, page->len == 0 ? 0 : get_end (page) + strip->gap };

  g_array_append_val (page, placed);
}

/* How high the strip at @first is, together with those after it that have to stand on its page. */
static double
measure_together (GPtrArray *strips, guint first, double limit)
{
  double height = 0;

  for (guint i = first; i < strips->len && height <= limit; i++)
    {
      const PigaSheetStrip *strip = g_ptr_array_index (strips, i);

      height += strip->height + (i > first ? strip->gap : 0);
      if (!strip->keeps_next)
        break;
    }
  return height;
}

/* Strips that hold together for longer than a page cannot be helped: they go on where they are. */
static gboolean
needs_page (GArray *page, GPtrArray *strips, guint i, double room)
{
  const PigaSheetStrip *strip = g_ptr_array_index (strips, i);
  const double start = get_end (page) + strip->gap;
  const double together = measure_together (strips, i, room);

  if (page->len == 0)
    return FALSE;
  return start + (together <= room ? together : strip->height) > room;
}

static void
cut (PigaSheetLayout *self, double room)
{
  GPtrArray *strips = piga_sheet_galley_get_strips (self->galley);
  GArray *page = add_page (self);

  for (guint i = 0; i < strips->len; i++)
    {
      PigaSheetStrip *strip = g_ptr_array_index (strips, i);

      if (needs_page (page, strips, i, room))
        {
          page = add_page (self);
          if (strip->head != NULL)
            place (page, strip->head);
        }
      place (page, strip);
    }
}

/**
 * piga_sheet_layout_new:
 * @sheet: the sheet
 * @page_width: how wide the paper is, in points
 * @page_height: how high
 *
 * Returns: (transfer full): the pages of @sheet, at least one
 */
PigaSheetLayout *
piga_sheet_layout_new (PigaSheet *sheet, double page_width, double page_height)
{
  PigaSheetLayout *self = g_new0 (PigaSheetLayout, 1);
  const double room = get_text_height (page_height);

  self->title = g_strdup (piga_sheet_get_title (sheet));
  self->width = page_width;
  self->height = page_height;
  self->galley = piga_sheet_galley_new (get_text_width (page_width), room);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  piga_sheet_set (sheet, self->galley);
  cut (self, room);
  return self;
}

/**
 * piga_sheet_layout_free:
 * @self: (transfer full): a layout
 */
void
piga_sheet_layout_free (PigaSheetLayout *self)
{
  g_ptr_array_unref (self->pages);
  piga_sheet_galley_free (self->galley);
  g_free (self->title);
  g_free (self);
}

/**
 * piga_sheet_layout_get_n_pages:
 * @self: the layout
 *
 * Returns: how many pages there are
 */
guint
piga_sheet_layout_get_n_pages (PigaSheetLayout *self)
{
  return self->pages->len;
}

/**
 * piga_sheet_layout_dup_page_text:
 * @self: the layout
 * @page: a page, from 0
 *
 * Returns: (transfer full): the words on the page without its footer, a line for each line of text
 */
char *
piga_sheet_layout_dup_page_text (PigaSheetLayout *self, guint page)
{
  GArray *strips = g_ptr_array_index (self->pages, page);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < strips->len; i++)
    piga_sheet_strip_append_text (g_array_index (strips, Placed, i).strip, text);
  return g_string_free_and_steal (text);
}

/**
 * piga_sheet_layout_get_page_end:
 * @self: the layout
 * @page: a page, from 0
 *
 * Returns: where the text of the page ends, in points from the upper edge of the paper
 */
double
piga_sheet_layout_get_page_end (PigaSheetLayout *self, guint page)
{
  return MARGIN + get_end (g_ptr_array_index (self->pages, page));
}

static void
show_footer (PigaSheetLayout *self, cairo_t *cr, const char *text, double x, double width,
             PangoAlignment alignment)
{
  g_autoptr (PangoLayout) layout =
    piga_sheet_galley_create_layout (self->galley, PIGA_SHEET_STYLE_FOOTER, text, width);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  cairo_move_to (cr, x, self->height - MARGIN + 5);
  pango_cairo_show_layout (cr, layout);
}

/* A letter on one page is a letter: it has no title, and its page needs no number. */
static gboolean
has_footer (PigaSheetLayout *self)
{
  return self->title[0] != '\0' || self->pages->len > 1;
}

static void
draw_footer (PigaSheetLayout *self, guint page, cairo_t *cr)
{
  const double width = get_text_width (self->width);
  const double number_width = width * PAGE_NUMBER_SHARE;
  g_autoptr (PigaSheetStrip) strip = piga_sheet_strip_new (0, 0);
  g_autofree char *number = g_strdup_printf (
    /* Translators: at the foot of a printed page: its number, and how many there are. */
    _ ("Page %1$u of %2$u"), page + 1, self->pages->len);

  piga_sheet_strip_add_rule (strip, 0, width, FOOTER_RULE);
  piga_sheet_strip_draw (strip, cr, MARGIN, self->height - MARGIN);
  show_footer (self, cr, self->title, MARGIN, width - number_width, PANGO_ALIGN_LEFT);
  show_footer (self, cr, number, self->width - MARGIN - number_width, number_width,
               PANGO_ALIGN_RIGHT);
}

/**
 * piga_sheet_layout_draw_page:
 * @self: the layout
 * @page: a page, from 0
 * @cr: the paper, in points from its upper left corner
 */
void
piga_sheet_layout_draw_page (PigaSheetLayout *self, guint page, cairo_t *cr)
{
  GArray *strips = g_ptr_array_index (self->pages, page);

  for (guint i = 0; i < strips->len; i++)
    {
      const Placed *placed = &g_array_index (strips, Placed, i);

      piga_sheet_strip_draw (placed->strip, cr, MARGIN, MARGIN + placed->y);
    }
  if (has_footer (self))
    draw_footer (self, page, cr);
}
