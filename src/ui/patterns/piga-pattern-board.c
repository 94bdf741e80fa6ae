/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The patterns as a board: the themes under each other, strengths first, and the interviews beside
 * each other, the newest first, so that it is in sight where there is little room. */

#include "config.h"

#include "piga-pattern-board.h"

#include <glib/gi18n-lib.h>

#include "records/piga-question.h"
#include "sense/piga-funnel.h"

static gboolean
is_of_voice (gpointer item, gpointer user_data)
{
  return piga_record_get_integer (item, PIGA_REMARK_VOICE) == GPOINTER_TO_UINT (user_data);
}

/* A question that the person rated is their own voice. */
static GListModel *
filter_questions (PigaStore *store, guint voice)
{
  if (voice == PIGA_PATTERN_ALL_VOICES || voice == PIGA_VOICE_ME)
    return g_object_ref (piga_store_list (store, PIGA_TYPE_QUESTION));
  return G_LIST_MODEL (g_list_store_new (PIGA_TYPE_QUESTION));
}

static GListModel *
filter_remarks (PigaStore *store, guint voice)
{
  GListModel *remarks = g_object_ref (piga_store_list (store, PIGA_TYPE_REMARK));

  if (voice == PIGA_PATTERN_ALL_VOICES)
    return remarks;
  return G_LIST_MODEL (gtk_filter_list_model_new (
    remarks, GTK_FILTER (gtk_custom_filter_new (is_of_voice, GUINT_TO_POINTER (voice), NULL))));
}

/**
 * piga_pattern_board_begin:
 * @context: the context
 * @voice: a PigaVoice, or %PIGA_PATTERN_ALL_VOICES
 *
 * Returns: (transfer full): what reads what was noted by that voice
 */
PigaPatternsReader *
piga_pattern_board_begin (PigaContext *context, guint voice)
{
  PigaStore *store = piga_context_get_store (context);
  g_autoptr (GListModel) questions = filter_questions (store, voice);
  g_autoptr (GListModel) remarks = filter_remarks (store, voice);

  return piga_patterns_reader_new (piga_store_list (store, PIGA_TYPE_JOB_APPLICATION),
                                   piga_store_list (store, PIGA_TYPE_INTERVIEW), questions,
                                   remarks);
}

/**
 * piga_pattern_board_read:
 * @context: the context
 * @voice: a PigaVoice, or %PIGA_PATTERN_ALL_VOICES
 *
 * Returns: (transfer full): what was noted by that voice
 */
PigaPatterns *
piga_pattern_board_read (PigaContext *context, guint voice)
{
  g_autoptr (PigaPatternsReader) reader = piga_pattern_board_begin (context, voice);

  return piga_patterns_reader_read (reader, G_MAXINT64);
}

static gboolean
has_voice (const PigaPatternRow *row, PigaVoice voice)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const PigaPatternCell *cell = row->cells->pdata[i];

      if (cell != NULL
          && (cell->counts[voice][PIGA_SIDE_STRENGTH] > 0
              || cell->counts[voice][PIGA_SIDE_GAP] > 0))
        return TRUE;
    }
  return FALSE;
}

/**
 * piga_pattern_board_has_voice:
 * @patterns: patterns
 * @voice: a voice
 *
 * Returns: whether that voice is heard on the board
 */
gboolean
piga_pattern_board_has_voice (PigaPatterns *patterns, PigaVoice voice)
{
  for (guint i = 0; i < patterns->rows->len; i++)
    if (has_voice (patterns->rows->pdata[i], voice))
      return TRUE;
  return FALSE;
}

static PigaJobApplication *
get_application (PigaContext *context, PigaInterview *interview)
{
  return piga_rounds_get_application (piga_context_get_rounds (context), interview);
}

/**
 * piga_pattern_board_name_interview:
 * @context: the context
 * @interview: an interview
 *
 * Returns: (transfer full): the employer, or else the role, and the day
 */
char *
piga_pattern_board_name_interview (PigaContext *context, PigaInterview *interview)
{
  PigaJobApplication *application = get_application (context, interview);
  const char *employer =
    application != NULL ? piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER) : "";
  const PigaDay day = piga_record_get_day (interview, PIGA_INTERVIEW_DAY);
  g_autofree char *date = NULL;

  if (employer[0] == '\0')
    return piga_interview_title (interview, application, piga_context_get_today (context));
  if (day == PIGA_DAY_NONE)
    return g_strdup (employer);
  date = piga_calendar_date_near (day, piga_context_get_today (context));
  /* Translators: an interview: the employer, then the day. */
  return g_strdup_printf (C_ ("interview of an employer", "%1$s, %2$s"), employer, date);
}

/* The day first: it is never cut off. */
static char *
title_column (PigaContext *context, PigaInterview *interview)
{
  PigaJobApplication *application = get_application (context, interview);
  const char *employer =
    application != NULL ? piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER) : "";
  const PigaDay day = piga_record_get_day (interview, PIGA_INTERVIEW_DAY);
  g_autofree char *date = day != PIGA_DAY_NONE ? piga_calendar_date_short (day) : NULL;

  if (employer[0] == '\0')
    return date != NULL ? g_steal_pointer (&date) : g_strdup (_ ("No name yet"));
  return date != NULL ? g_strconcat (date, " ", employer, NULL) : g_strdup (employer);
}

/* The themes with a strength, those in most interviews first, then those with only a gap. */
static GPtrArray *
order_rows (PigaPatterns *patterns)
{
  GPtrArray *rows = piga_patterns_rank (patterns, PIGA_SIDE_STRENGTH);
  g_autoptr (GPtrArray) gaps = piga_patterns_rank (patterns, PIGA_SIDE_GAP);

  for (guint i = 0; i < gaps->len; i++)
    {
      PigaPatternRow *row = gaps->pdata[i];

      if (row->n_interviews[PIGA_SIDE_STRENGTH] == 0)
        g_ptr_array_add (rows, row);
    }
  return rows;
}

static char *
say_strengths (guint n)
{
  return g_strdup_printf (
    /* Translators: in a list: so often something was noted as a strength. */
    g_dngettext (GETTEXT_PACKAGE, "%u strength", "%u strengths", n), n);
}

static char *
say_gaps (guint n)
{
  return g_strdup_printf (
    /* Translators: in a list: so often something was noted as a gap. */
    g_dngettext (GETTEXT_PACKAGE, "%u gap", "%u gaps", n), n);
}

/* Both in words; one that is none is left out. */
static char *
say_sides (guint n_strengths, guint n_gaps)
{
  g_autofree char *strengths = say_strengths (n_strengths);
  g_autofree char *gaps = say_gaps (n_gaps);

  if (n_gaps == 0)
    return g_steal_pointer (&strengths);
  if (n_strengths == 0)
    return g_steal_pointer (&gaps);
  return g_strconcat (strengths, ", ", gaps, NULL);
}

static const char *
get_theme (const PigaPatternRow *row)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "theme", piga_themes[row->theme].label);
}

/* In how many interviews it was one and the other; once in each, however often it was noted. */
static char *
total_row (const PigaPatternRow *row)
{
  const guint n_strengths = row->n_interviews[PIGA_SIDE_STRENGTH];
  const guint n_gaps = row->n_interviews[PIGA_SIDE_GAP];

  if (n_gaps == 0)
    /* Translators: beside a theme: in how many interviews it was a strength. */
    return g_strdup_printf (_ ("Strength in %u"), n_strengths);
  if (n_strengths == 0)
    /* Translators: beside a theme: in how many interviews it was a gap. */
    return g_strdup_printf (_ ("Gap in %u"), n_gaps);
  /* Translators: beside a theme: in how many interviews it was a strength, and a gap. */
  return g_strdup_printf (_ ("Strength in %1$u, gap in %2$u"), n_strengths, n_gaps);
}

static void
draw_cell (PigaGrid *grid, guint row_number, guint column, const PigaPatternRow *row,
           const PigaPatternCell *cell, const char *interview)
{
  const guint n_strengths = piga_pattern_cell_count (cell, PIGA_SIDE_STRENGTH);
  const guint n_gaps = piga_pattern_cell_count (cell, PIGA_SIDE_GAP);
  g_autofree char *sides = NULL;
  g_autofree char *sentence = NULL;

  if (n_strengths + n_gaps == 0)
    return;
  sides = say_sides (n_strengths, n_gaps);
  sentence = g_strdup_printf (
    /* Translators: one place of the pattern board: %1$s is a theme, such as “Examples and stories”,
     * %2$s an interview, %3$s what was noted, such as “2 strengths, 1 gap”. */
    _ ("%1$s, %2$s: %3$s"), get_theme (row), interview, sides);
  piga_grid_set_cell (grid, row_number, column, n_strengths, n_gaps, sentence);
}

/**
 * piga_pattern_board_get_column:
 * @patterns: patterns
 * @position: a column of the board
 *
 * Returns: the position of its interview among those of @patterns
 */
guint
piga_pattern_board_get_column (PigaPatterns *patterns, guint position)
{
  return patterns->interviews->len - 1 - position;
}

/**
 * piga_pattern_board_get_row:
 * @patterns: patterns
 * @position: a row of the board
 *
 * Returns: (transfer none): what stands in it
 */
const PigaPatternRow *
piga_pattern_board_get_row (PigaPatterns *patterns, guint position)
{
  g_autoptr (GPtrArray) rows = order_rows (patterns);

  return rows->pdata[position];
}

/**
 * piga_pattern_board_draw:
 * @context: the context
 * @patterns: patterns
 * @most_columns: how many interviews there is room for
 *
 * Returns: (transfer full): the board
 */
PigaGrid *
piga_pattern_board_draw (PigaContext *context, PigaPatterns *patterns, guint most_columns)
{
  const guint n_columns = MIN (most_columns, patterns->interviews->len);
  g_autoptr (GPtrArray) rows = order_rows (patterns);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  PigaGrid *grid = piga_grid_new ();

  for (guint i = 0; i < n_columns; i++)
    {
      PigaInterview *interview =
        patterns->interviews->pdata[piga_pattern_board_get_column (patterns, i)];
      g_autofree char *title = title_column (context, interview);

      piga_grid_add_column (grid, title);
      g_ptr_array_add (names, piga_pattern_board_name_interview (context, interview));
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const PigaPatternRow *row = rows->pdata[i];
      g_autofree char *total = total_row (row);

      piga_grid_add_row (grid, get_theme (row), total);
      for (guint j = 0; j < n_columns; j++)
        {
          const PigaPatternCell *cell =
            row->cells->pdata[piga_pattern_board_get_column (patterns, j)];

          if (cell != NULL)
            draw_cell (grid, i, j, row, cell, names->pdata[j]);
        }
    }
  return grid;
}

/**
 * piga_pattern_board_funnel:
 * @context: the context
 *
 * Returns: (transfer full) (nullable): how many interviews came of how many applications; %NULL
 *   where no application is known to have been sent
 */
char *
piga_pattern_board_funnel (PigaContext *context)
{
  PigaStore *store = piga_context_get_store (context);
  PigaFunnel funnel;

  piga_funnel_count (piga_store_list (store, PIGA_TYPE_JOB_APPLICATION),
                     piga_store_list (store, PIGA_TYPE_INTERVIEW), piga_context_get_today (context),
                     &funnel);
  return funnel.applied > 0 ? piga_funnel_sentence (&funnel) : NULL;
}

static guint
count_coming_back (PigaPatterns *patterns)
{
  guint n = 0;

  for (guint i = 0; i < patterns->rows->len; i++)
    for (PigaSide side = PIGA_SIDE_STRENGTH; side <= PIGA_SIDE_GAP; side++)
      n += piga_pattern_row_comes_back (patterns->rows->pdata[i], side);
  return n;
}

static char *
say_interviews (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u interview", "%u interviews", n), n);
}

static char *
say_coming_back (guint n)
{
  return g_strdup_printf (
    /* Translators: after how many interviews there are. */
    g_dngettext (GETTEXT_PACKAGE, "%u thing comes back", "%u things come back", n), n);
}

/**
 * piga_pattern_describe:
 * @context: the context
 * @id: not used: the board is about all interviews
 *
 * Returns: (transfer full) (nullable): where the board stands, in a few words; %NULL where nothing
 *   is noted
 */
char *
piga_pattern_describe (PigaContext *context, const char *id)
{
  g_autoptr (PigaPatterns) patterns = piga_pattern_board_read (context, PIGA_PATTERN_ALL_VOICES);
  const guint n_back = count_coming_back (patterns);
  g_autofree char *interviews = say_interviews (patterns->interviews->len);
  g_autofree char *back = say_coming_back (n_back);

  if (patterns->interviews->len == 0)
    return NULL;
  if (!piga_patterns_are_enough (patterns))
    return g_strdup (_ ("Too few to say yet"));
  return n_back > 0 ? g_strconcat (interviews, ", ", back, NULL) : g_steal_pointer (&interviews);
}
