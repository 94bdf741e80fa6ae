/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A style class on a widget of its own would say the same, at the price of that widget. */

#include "piga-brief-text.h"

/* As in libadwaita’s style classes “caption” and “dimmed”. */
static const struct
{
  double scale;
  PangoWeight weight; /* 0 for that of the list */
  gboolean is_dim;
} styles[] = {
  [PIGA_BRIEF_HEADING] = { 1, PANGO_WEIGHT_SEMIBOLD, FALSE },
  [PIGA_BRIEF_TITLE] = { 1, 0, FALSE },
  [PIGA_BRIEF_SUBTITLE] = { 1, 0, TRUE },
  [PIGA_BRIEF_NOTE] = { 0.82, PANGO_WEIGHT_NORMAL, TRUE },
  [PIGA_BRIEF_CHIP] = { 0.85, 0, FALSE },
};

static PangoFontDescription *
dup_font (PigaBriefText self, PangoContext *context)
{
  PangoFontDescription *font =
    pango_font_description_copy (pango_context_get_font_description (context));
  const double size = pango_font_description_get_size (font) * styles[self].scale;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, (int) size);
  if (styles[self].weight != 0)
    pango_font_description_set_weight (font, styles[self].weight);
  return font;
}

static PangoFontMetrics *
load_metrics (PigaBriefText self, PangoContext *context)
{
  PangoFontDescription *description = dup_font (self, context);
  g_autoptr (PangoFont) font = pango_context_load_font (context, description);
  PangoFontMetrics *metrics = pango_font_get_metrics (font, pango_context_get_language (context));

  pango_font_description_free (description);
  return metrics;
}

/**
 * piga_brief_text_get_height:
 * @self: a text
 * @context: the font of the list
 *
 * Returns: the height of one of its lines, in pixels
 */
int
piga_brief_text_get_height (PigaBriefText self, PangoContext *context)
{
  PangoFontMetrics *metrics = load_metrics (self, context);
  const int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

/**
 * piga_brief_text_get_width:
 * @self: a text
 * @context: the font of the list
 * @n_chars: how many letters or digits
 *
 * Returns: about how wide they are, in pixels
 */
int
piga_brief_text_get_width (PigaBriefText self, PangoContext *context, guint n_chars)
{
  PangoFontMetrics *metrics = load_metrics (self, context);
  const int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                         pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width * (int) n_chars);
}

/**
 * piga_brief_text_is_dim:
 * @self: a text
 *
 * Returns: whether it is drawn dimmed
 */
gboolean
piga_brief_text_is_dim (PigaBriefText self)
{
  return styles[self].is_dim;
}

/**
 * piga_brief_text_create_layout:
 * @self: a text
 * @context: the font of the list
 * @text: what it says
 * @width: where it wraps, or is cut, in pixels
 * @n_lines: how many lines it may take
 *
 * Returns: (transfer full): the text, as it is drawn
 */
PangoLayout *
piga_brief_text_create_layout (PigaBriefText self, PangoContext *context, const char *text,
                               int width, int n_lines)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = dup_font (self, context);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_height (layout, -n_lines);
  pango_font_description_free (font);
  return layout;
}
