/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pattern board on paper: what can be said, then the board itself. */

#include "config.h"

#include "piga-pattern-sheet.h"

#include <glib/gi18n-lib.h>

#include "piga-pattern-board.h"
#include "piga-pattern-findings.h"

static void
add_part (PigaSheet *sheet, PigaPatterns *patterns, PigaPatternPart part, const char *heading)
{
  g_autoptr (GPtrArray) findings = piga_pattern_findings_rank (patterns, part);

  if (findings->len > 0)
    piga_sheet_add_heading (sheet, heading);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *sentence =
        piga_pattern_finding_sentence (patterns, findings->pdata[i], part);

      piga_sheet_add_paragraph (sheet, sentence);
    }
}

static void
add_board (PigaSheet *sheet, PigaGridChart *chart)
{
  g_autoptr (GPtrArray) nodes = piga_grid_chart_dup_print_nodes (chart, PIGA_SHEET_TEXT_WIDTH);

  if (nodes->len > 0)
    piga_sheet_add_heading (sheet, _ ("Interview by interview"));
  for (guint i = 0; i < nodes->len; i++)
    piga_sheet_add_node (sheet, nodes->pdata[i]);
}

/**
 * piga_pattern_create_sheet:
 * @context: the context
 * @patterns: patterns
 * @chart: what shows them
 * @voice: (nullable): whose they are, unless they are everybody's
 *
 * Returns: (transfer full): what is printed
 */
PigaSheet *
piga_pattern_create_sheet (PigaContext *context, PigaPatterns *patterns, PigaGridChart *chart,
                           const char *voice)
{
  g_autofree char *date = piga_calendar_date (piga_context_get_today (context));
  /* Translators: under the title of a sheet: whose voice was counted, such as “Employer”, and the
   * day it was printed. */
  g_autofree char *subtitle = voice == NULL
                                ? g_strdup (date)
                                : g_strdup_printf (C_ ("pattern board", "%1$s, %2$s"), voice, date);
  g_autofree char *sentence = piga_patterns_sentence (patterns);
  g_autofree char *funnel = piga_pattern_board_funnel (context);
  PigaSheet *sheet = piga_sheet_new (_ ("Pattern board"), subtitle);

  piga_sheet_add_paragraph (sheet, sentence);
  if (funnel != NULL)
    piga_sheet_add_paragraph (sheet, funnel);
  add_part (sheet, patterns, PIGA_PATTERN_STRENGTHS, _ ("What carries you"));
  add_part (sheet, patterns, PIGA_PATTERN_GAPS, _ ("Gaps that come back"));
  add_board (sheet, chart);
  add_part (sheet, patterns, PIGA_PATTERN_APART, _ ("Out of your hands"));
  return sheet;
}
