/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the patterns come to, as it is shown and printed: a few strengths, the gaps that come back,
 * and what was out of the person's hands. */

#include "config.h"

#include "piga-pattern-findings.h"

#include "piga-pattern-sources.h"
#include "records/piga-goal.h"
#include "records/piga-question.h"

/* So many strengths are told of, also where they do not come back. */
#define LEAST_STRENGTHS 3

static gboolean
is_apart (gpointer source)
{
  if (PIGA_IS_QUESTION (source))
    return piga_record_get_integer (source, PIGA_QUESTION_THEME) == PIGA_THEME_CHANCE;
  return piga_record_get_integer (source, PIGA_REMARK_THEME) == PIGA_THEME_CHANCE
         || (piga_record_get_integer (source, PIGA_REMARK_SIDE) == PIGA_SIDE_GAP
             && piga_record_get_integer (source, PIGA_REMARK_MINE) == PIGA_MINE_NOT_MINE);
}

static gboolean
is_of_part (gpointer source, PigaPatternPart part)
{
  switch (part)
    {
    case PIGA_PATTERN_STRENGTHS:
      return piga_pattern_source_is_strength (source) && !is_apart (source);
    case PIGA_PATTERN_GAPS:
      return !piga_pattern_source_is_strength (source) && !is_apart (source);
    case PIGA_PATTERN_APART:
    default:
      return is_apart (source);
    }
}

/* Once it is known that something comes back, it is told of whatever else there is. */
static gboolean
is_told (const PigaPatternRow *row, PigaPatternPart part, guint position)
{
  if (part == PIGA_PATTERN_STRENGTHS)
    return position < LEAST_STRENGTHS || piga_pattern_row_comes_back (row, PIGA_SIDE_STRENGTH);
  return piga_pattern_row_comes_back (row, PIGA_SIDE_GAP);
}

/**
 * piga_pattern_findings_rank:
 * @patterns: patterns
 * @part: a part
 *
 * Returns: (transfer container) (element-type PigaPatternRow): what there is to tell, the most
 *   frequent first; of strengths and gaps nothing where there are too few interviews
 */
GPtrArray *
piga_pattern_findings_rank (PigaPatterns *patterns, PigaPatternPart part)
{
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *told = NULL;

  if (part == PIGA_PATTERN_APART)
    return piga_patterns_rank_apart (patterns);

  told = g_ptr_array_new ();
  if (!piga_patterns_are_enough (patterns))
    return told;
  rows = piga_patterns_rank (patterns,
                             part == PIGA_PATTERN_STRENGTHS ? PIGA_SIDE_STRENGTH : PIGA_SIDE_GAP);
  for (guint i = 0; i < rows->len; i++)
    if (is_told (rows->pdata[i], part, i))
      g_ptr_array_add (told, rows->pdata[i]);
  return told;
}

/**
 * piga_pattern_finding_sentence:
 * @patterns: patterns
 * @row: one of their rows
 * @part: a part
 *
 * Returns: (transfer full): what is told of it
 */
char *
piga_pattern_finding_sentence (PigaPatterns *patterns, const PigaPatternRow *row,
                               PigaPatternPart part)
{
  if (part == PIGA_PATTERN_APART)
    return piga_pattern_row_apart_sentence (patterns, row);
  return piga_pattern_row_sentence (
    patterns, row, part == PIGA_PATTERN_STRENGTHS ? PIGA_SIDE_STRENGTH : PIGA_SIDE_GAP);
}

/**
 * piga_pattern_finding_sources:
 * @row: a row of patterns
 * @part: a part
 *
 * Returns: (transfer full) (element-type PigaRecord): where it was noted, the newest first
 */
GPtrArray *
piga_pattern_finding_sources (const PigaPatternRow *row, PigaPatternPart part)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = row->cells->len; i > 0; i--)
    {
      const PigaPatternCell *cell = row->cells->pdata[i - 1];

      for (guint j = 0; cell != NULL && j < cell->sources->len; j++)
        if (is_of_part (cell->sources->pdata[j], part))
          g_ptr_array_add (sources, g_object_ref (cell->sources->pdata[j]));
    }
  return sources;
}

/**
 * piga_pattern_finding_goals:
 * @context: the context
 * @theme: a theme
 *
 * Returns: (transfer full) (element-type PigaGoal): the goals that came of it and were not set
 *   aside
 */
GPtrArray *
piga_pattern_finding_goals (PigaContext *context, PigaTheme theme)
{
  GListModel *goals = piga_store_list (piga_context_get_store (context), PIGA_TYPE_GOAL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n_goals = g_list_model_get_n_items (goals);

  for (guint i = 0; i < n_goals; i++)
    {
      g_autoptr (PigaGoal) goal = g_list_model_get_item (goals, i);

      if (piga_record_get_integer (goal, PIGA_GOAL_THEME) == theme
          && piga_record_get_integer (goal, PIGA_GOAL_STATE) != PIGA_GOAL_STATE_SET_ASIDE)
        g_ptr_array_add (found, g_steal_pointer (&goal));
    }
  return found;
}
