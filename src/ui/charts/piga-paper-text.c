/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text on paper, and in the charts on it, is set with a context of its own, at 72 dots an inch and
 * with no hinting, so that one unit is one point and the lines break alike on every printer, in a
 * PDF and in a test. */

#include "piga-paper-text.h"

#include <pango/pangocairo.h>

#include "piga-language.h"

/**
 * piga_paper_text_create_context:
 *
 * Returns: (transfer full): what text for paper is set with: one unit is one point
 */
PangoContext *
piga_paper_text_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontDescription *font = pango_font_description_new ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (piga_language_current ()));
  cairo_font_options_destroy (options);

  pango_font_description_set_family_static (font, PIGA_PAPER_TEXT_FAMILIES);
  pango_font_description_set_size (font, (int) (PIGA_PAPER_TEXT_POINTS * PANGO_SCALE));
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}
