/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The debrief on paper: what was noted, on one page where it fits; or a form with room to write,
 * for the way home. */

#include "config.h"

#include "piga-debrief-sheet.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-field-binding.h"

/* How many lines there are to write on. The short form is one page, the long one two: a sheet of
 * paper. */
#define RECALL_LINES 8
#define SHORT_QUESTION_LINES 5
#define SHORT_STRENGTH_LINES 2
#define LONG_QUESTIONS 6
#define LONG_STRENGTH_LINES 3
#define LONG_GAP_LINES 1
#define LONG_FIX_LINES 2
#define SURPRISE_LINES 4

static PigaSheet *
create_titled (PigaDebrief *debrief)
{
  PigaContext *context = piga_debrief_get_context (debrief);
  PigaInterview *interview = piga_debrief_get_interview (debrief);
  PigaJobApplication *application =
    piga_rounds_get_application (piga_context_get_rounds (context), interview);
  const PigaDay day = piga_record_get_day (interview, PIGA_INTERVIEW_DAY);
  g_autofree char *date =
    day != PIGA_DAY_NONE ? piga_calendar_date_near (day, piga_context_get_today (context)) : NULL;
  g_autofree char *title =
    application != NULL ? piga_job_application_title (application) : g_strdup ("");
  g_autofree char *subtitle =
    date != NULL && title[0] != '\0'
      /* Translators: on paper: the job, then the day of the interview. */
      ? g_strdup_printf (C_ ("interview on paper", "%1$s, %2$s"), title, date)
      : g_strdup (date != NULL ? date : title);

  return piga_sheet_new (_ ("Debrief"), subtitle);
}

static void
add_text (PigaSheet *sheet, const char *heading, const char *text)
{
  if (text[0] == '\0')
    return;
  piga_sheet_add_heading (sheet, heading);
  piga_sheet_add_paragraph (sheet, text);
}

static GStrv
create_question_row (PigaQuestion *question)
{
  const gboolean is_rated =
    piga_record_get_integer (question, PIGA_QUESTION_RATING) != PIGA_RATING_UNRATED;
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

  g_strv_builder_add (row, piga_record_get_text (question, PIGA_QUESTION_TEXT));
  g_strv_builder_add (row, piga_record_get_text (question, PIGA_QUESTION_ANSWER));
  g_strv_builder_add (row, is_rated ? piga_record_get_choice_label (question, PIGA_QUESTION_RATING)
                                    : "");
  return g_strv_builder_end (row);
}

static void
add_questions (PigaSheet *sheet, GListModel *questions)
{
  const PigaSheetColumn columns[] = {
    { _ ("Question"), 4, FALSE },
    { _ ("What I said"), 5, FALSE },
    { C_ ("heading of a column", "Answer"), 1.5, FALSE },
  };
  const guint n_questions = g_list_model_get_n_items (questions);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (n_questions == 0)
    return;
  for (guint i = 0; i < n_questions; i++)
    {
      g_autoptr (PigaQuestion) question = g_list_model_get_item (questions, i);

      g_ptr_array_add (rows, create_question_row (question));
    }
  piga_sheet_add_heading (sheet, _ ("The questions"));
  piga_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), rows);
}

static void
add_strengths (PigaSheet *sheet, GListModel *strengths)
{
  const guint n_strengths = g_list_model_get_n_items (strengths);

  if (n_strengths > 0)
    piga_sheet_add_heading (sheet, _ ("What went well"));
  for (guint i = 0; i < n_strengths; i++)
    {
      g_autoptr (PigaRemark) strength = g_list_model_get_item (strengths, i);

      piga_sheet_add_paragraph (sheet, piga_record_get_text (strength, PIGA_REMARK_TEXT));
    }
}

static void
add_gaps (PigaSheet *sheet, GListModel *gaps)
{
  const PigaSheetColumn columns[] = {
    { C_ ("side", "Gap"), 1, FALSE },
    { _ ("One fix"), 1, FALSE },
  };
  const guint n_gaps = g_list_model_get_n_items (gaps);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (n_gaps == 0)
    return;
  for (guint i = 0; i < n_gaps; i++)
    {
      g_autoptr (PigaRemark) gap = g_list_model_get_item (gaps, i);
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      g_strv_builder_add (row, piga_record_get_text (gap, PIGA_REMARK_TEXT));
      g_strv_builder_add (row, piga_record_get_text (gap, PIGA_REMARK_FIX));
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }
  piga_sheet_add_heading (sheet, _ ("Gaps, and one fix for each"));
  piga_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), rows);
}

/* What was done, on one line; what was not is not held against anybody. */
static void
add_preparation (PigaSheet *sheet, PigaInterview *interview)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) facts = NULL;
  g_autofree char *line = NULL;

  for (guint field = PIGA_INTERVIEW_PREP_ADVERT; field <= PIGA_INTERVIEW_PREP_REST; field++)
    if (piga_record_get_boolean (interview, field))
      g_strv_builder_add (builder, piga_field_get_label (interview, field));
  facts = g_strv_builder_end (builder);
  line = g_strjoinv (" · ", facts);
  add_text (sheet, _ ("How you prepared"), line);
}

/**
 * piga_debrief_create_sheet:
 * @debrief: a debrief
 *
 * Returns: (transfer full): what is noted, to print; what was left empty is left out
 */
PigaSheet *
piga_debrief_create_sheet (PigaDebrief *debrief)
{
  PigaInterview *interview = piga_debrief_get_interview (debrief);
  PigaSheet *sheet = create_titled (debrief);

  add_text (sheet, _ ("Everything you remember"),
            piga_record_get_text (interview, PIGA_INTERVIEW_RECALL));
  add_questions (sheet, piga_debrief_get_questions (debrief));
  add_strengths (sheet, piga_debrief_get_remarks (debrief, PIGA_SIDE_STRENGTH));
  add_gaps (sheet, piga_debrief_get_remarks (debrief, PIGA_SIDE_GAP));
  add_text (sheet, _ ("What surprised you"),
            piga_record_get_text (interview, PIGA_INTERVIEW_SURPRISE));
  add_preparation (sheet, interview);
  return sheet;
}

/* Rows as high as two lines of writing need. */
static void
add_blank_table (PigaSheet *sheet, const PigaSheetColumn *columns, guint n_columns, guint n_rows)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      for (guint j = 0; j < n_columns; j++)
        g_strv_builder_add (row, "\n");
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }
  piga_sheet_add_table (sheet, columns, n_columns, rows);
}

static void
add_short_form (PigaSheet *sheet)
{
  const PigaSheetColumn columns[] = {
    { C_ ("side", "Gap"), 1, FALSE },
    { _ ("One fix"), 1, FALSE },
  };

  piga_sheet_add_heading (sheet, _ ("The questions"));
  piga_sheet_add_lines (sheet, _ ("A line each. Strong, solid or a gap?"), SHORT_QUESTION_LINES);
  piga_sheet_add_heading (sheet, _ ("What went well"));
  piga_sheet_add_lines (sheet, NULL, SHORT_STRENGTH_LINES);
  piga_sheet_add_heading (sheet, _ ("At most three gaps"));
  add_blank_table (sheet, columns, G_N_ELEMENTS (columns), PIGA_DEBRIEF_MOST_GAPS);
}

static void
add_long_form (PigaSheet *sheet, PigaInterview *interview)
{
  const PigaSheetColumn columns[] = {
    { _ ("Question"), 4, FALSE },
    { _ ("What I said"), 4, FALSE },
    { _ ("Strong, solid or a gap?"), 2, FALSE },
  };

  piga_sheet_add_heading (sheet, _ ("The questions"));
  add_blank_table (sheet, columns, G_N_ELEMENTS (columns), LONG_QUESTIONS);
  piga_sheet_add_heading (sheet, _ ("What went well"));
  piga_sheet_add_lines (sheet, NULL, LONG_STRENGTH_LINES);
  piga_sheet_add_heading (sheet, _ ("At most three gaps"));
  for (guint i = 0; i < PIGA_DEBRIEF_MOST_GAPS; i++)
    {
      piga_sheet_add_lines (sheet, C_ ("side", "Gap"), LONG_GAP_LINES);
      piga_sheet_add_lines (sheet, _ ("One fix"), LONG_FIX_LINES);
    }
  piga_sheet_add_heading (sheet, _ ("What surprised you"));
  piga_sheet_add_lines (sheet, NULL, SURPRISE_LINES);
  piga_sheet_add_heading (sheet, _ ("How you prepared"));
  for (guint field = PIGA_INTERVIEW_PREP_ADVERT; field <= PIGA_INTERVIEW_PREP_REST; field++)
    piga_sheet_add_check (sheet, piga_field_get_label (interview, field), FALSE);
}

/**
 * piga_debrief_create_blank_sheet:
 * @debrief: a debrief
 * @is_short: whether it is the form for five minutes
 *
 * Returns: (transfer full): the form with room to write
 */
PigaSheet *
piga_debrief_create_blank_sheet (PigaDebrief *debrief, gboolean is_short)
{
  PigaSheet *sheet = create_titled (debrief);

  piga_sheet_add_lines (sheet, _ ("Write everything you remember, in any order"), RECALL_LINES);
  if (is_short)
    add_short_form (sheet);
  else
    add_long_form (sheet, piga_debrief_get_interview (debrief));
  return sheet;
}
