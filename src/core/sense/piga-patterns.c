/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes up in interview after interview, theme by theme, in three voices: what the person
 * felt, what the employer said, what a practice partner saw.
 *
 * It counts and does not judge. A theme is counted once per interview, however often it was noted
 * there. It "comes back" only when it was seen with three employers, since one panel is one
 * opinion; an employer whose name is not known is nobody to count. What is not the person's to
 * change never becomes a gap to work on; it is counted apart. */

#include "piga-patterns.h"

#include <glib/gi18n-lib.h>

#include "records/piga-job-application.h"
#include "records/piga-question.h"
#include "sense/piga-employer-book.h"

/* An interview, and where it stands once it is known to have anything noted. */
typedef struct
{
  PigaInterview *interview;
  PigaJobApplication *application;
  guint employer;
  gboolean is_noted;
  guint column;
} Column;

/* What one record says of one interview. */
typedef struct
{
  const Column *column;
  PigaRecord *record;
  PigaTheme theme;
  PigaVoice voice;
  gboolean has_side;
  PigaSide side;
  gboolean is_apart;
} Note;

typedef struct
{
  PigaPatterns *patterns;
  /* The columns by the id of the interview, and those with anything noted in their order. */
  GHashTable *by_id;
  GPtrArray *columns;
  GArray *notes;
  guint most_employer;
  PigaPatternRow *rows[PIGA_N_THEMES];
} Board;

static void
free_cell (gpointer data)
{
  PigaPatternCell *cell = data;

  if (cell == NULL)
    return;
  g_ptr_array_unref (cell->sources);
  g_free (cell);
}

static void
free_row (gpointer data)
{
  PigaPatternRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

/**
 * piga_patterns_free:
 * @self: (transfer full): patterns
 */
void
piga_patterns_free (PigaPatterns *self)
{
  g_ptr_array_unref (self->interviews);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static gboolean
read_question (PigaQuestion *question, Note *note)
{
  const PigaRating rating
      = (PigaRating) piga_record_get_integer (question, PIGA_QUESTION_RATING);

  *note = (Note) {
    .record = PIGA_RECORD (question),
    .theme = (PigaTheme) piga_record_get_integer (question, PIGA_QUESTION_THEME),
    .voice = PIGA_VOICE_ME,
    .has_side = rating == PIGA_RATING_STRONG || rating == PIGA_RATING_GAP,
    .side = rating == PIGA_RATING_STRONG ? PIGA_SIDE_STRENGTH : PIGA_SIDE_GAP,
  };
  note->is_apart = note->theme == PIGA_THEME_CHANCE;
  return rating != PIGA_RATING_UNRATED;
}

static void
read_remark (PigaRemark *remark, Note *note)
{
  *note = (Note) {
    .record = PIGA_RECORD (remark),
    .theme = (PigaTheme) piga_record_get_integer (remark, PIGA_REMARK_THEME),
    .voice = (PigaVoice) piga_record_get_integer (remark, PIGA_REMARK_VOICE),
    .has_side = TRUE,
    .side = (PigaSide) piga_record_get_integer (remark, PIGA_REMARK_SIDE),
  };
  note->is_apart = note->theme == PIGA_THEME_CHANCE
                   || (note->side == PIGA_SIDE_GAP
                       && piga_record_get_integer (remark, PIGA_REMARK_MINE)
                              == PIGA_MINE_NOT_MINE);
}

static GHashTable *
index_applications (GListModel *applications)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  const guint n_applications = g_list_model_get_n_items (applications);

  for (guint i = 0; i < n_applications; i++)
    {
      gpointer application = g_list_model_get_item (applications, i);

      g_hash_table_replace (table, (gpointer) piga_record_get_id (application), application);
    }
  return table;
}

static void
free_column (gpointer data)
{
  Column *column = data;

  g_object_unref (column->interview);
  g_object_unref (column->application);
  g_free (column);
}

/* Those of which the application is still there. */
static void
read_interviews (Board *board, GListModel *applications, GListModel *interviews)
{
  g_autoptr (GHashTable) table = index_applications (applications);
  const guint n_interviews = g_list_model_get_n_items (interviews);

  for (guint i = 0; i < n_interviews; i++)
    {
      g_autoptr (PigaInterview) interview = g_list_model_get_item (interviews, i);
      PigaJobApplication *application = g_hash_table_lookup (
          table, piga_record_get_text (interview, PIGA_INTERVIEW_APPLICATION));
      Column *column;

      if (application == NULL)
        continue;

      column = g_new0 (Column, 1);
      column->interview = g_steal_pointer (&interview);
      column->application = g_object_ref (application);
      g_hash_table_replace (board->by_id, (gpointer) piga_record_get_id (column->interview),
                            column);
    }
}

/* Keeps a note with the interview it is about, if that is there; holds on to its record where it
 * will be a source. */
static void
take_note (Board *board, const char *interview, Note *note)
{
  Column *column = g_hash_table_lookup (board->by_id, interview);

  if (column == NULL)
    return;
  if (!column->is_noted)
    {
      column->is_noted = TRUE;
      g_ptr_array_add (board->columns, column);
    }
  if (!note->has_side || note->theme == PIGA_THEME_UNSAID)
    return;

  note->column = column;
  g_object_ref (note->record);
  g_array_append_val (board->notes, *note);
}

static void
take_notes (Board *board, GListModel *questions, GListModel *remarks)
{
  const guint n_questions = g_list_model_get_n_items (questions);
  const guint n_remarks = g_list_model_get_n_items (remarks);
  Note note;

  for (guint i = 0; i < n_questions; i++)
    {
      g_autoptr (PigaQuestion) question = g_list_model_get_item (questions, i);

      if (read_question (question, &note))
        take_note (board, piga_record_get_text (question, PIGA_QUESTION_INTERVIEW), &note);
    }
  for (guint i = 0; i < n_remarks; i++)
    {
      g_autoptr (PigaRemark) remark = g_list_model_get_item (remarks, i);

      read_remark (remark, &note);
      take_note (board, piga_record_get_text (remark, PIGA_REMARK_INTERVIEW), &note);
    }
}

/* One without a day stands where it was written down. */
static PigaDay
get_day (PigaInterview *interview)
{
  const PigaDay day = piga_record_get_day (interview, PIGA_INTERVIEW_DAY);

  return day != PIGA_DAY_NONE ? day : piga_day_from_time (piga_record_get_created_at (interview));
}

static gint
compare_columns (gconstpointer one, gconstpointer other)
{
  PigaInterview *a = (*(const Column *const *) one)->interview;
  PigaInterview *b = (*(const Column *const *) other)->interview;
  const PigaDay a_day = get_day (a);
  const PigaDay b_day = get_day (b);

  if (a_day != b_day)
    return a_day < b_day ? -1 : 1;
  return g_strcmp0 (piga_record_get_id (a), piga_record_get_id (b));
}

static void
set_columns (Board *board)
{
  g_autoptr (PigaEmployerBook) book = piga_employer_book_new ();

  g_ptr_array_sort (board->columns, compare_columns);
  for (guint i = 0; i < board->columns->len; i++)
    {
      Column *column = board->columns->pdata[i];

      column->column = i;
      column->employer = piga_employer_book_get_number (
          book, piga_record_get_text (column->application, PIGA_JOB_APPLICATION_EMPLOYER));
      board->most_employer = MAX (board->most_employer, column->employer);
      g_ptr_array_add (board->patterns->interviews, g_object_ref (column->interview));
    }
}

static PigaPatternCell *
get_cell (Board *board, PigaTheme theme, guint column)
{
  PigaPatternRow *row = board->rows[theme];
  PigaPatternCell *cell;

  if (row == NULL)
    {
      row = g_new0 (PigaPatternRow, 1);
      row->theme = theme;
      row->cells = g_ptr_array_new_full (board->columns->len, free_cell);
      g_ptr_array_set_size (row->cells, (gint) board->columns->len);
      board->rows[theme] = row;
    }

  cell = row->cells->pdata[column];
  if (cell == NULL)
    {
      cell = g_new0 (PigaPatternCell, 1);
      cell->sources = g_ptr_array_new_with_free_func (g_object_unref);
      row->cells->pdata[column] = cell;
    }
  return cell;
}

/* The cells take over the records of the notes. */
static void
put_notes (Board *board)
{
  for (guint i = 0; i < board->notes->len; i++)
    {
      const Note *note = &g_array_index (board->notes, Note, i);
      PigaPatternCell *cell = get_cell (board, note->theme, note->column->column);

      if (note->is_apart)
        cell->apart++;
      else
        cell->counts[note->voice][note->side]++;
      g_ptr_array_add (cell->sources, note->record);
    }
}

/* Counts the interviews and employers of a row for one side; @seen holds, for each employer, the
 * row and side that it was last counted for. */
static void
total_side (Board *board, PigaPatternRow *row, PigaSide side, guint *seen)
{
  const guint mark = (guint) row->theme * PIGA_N_SIDES + side;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const PigaPatternCell *cell = row->cells->pdata[i];
      const guint employer = ((const Column *) board->columns->pdata[i])->employer;

      if (cell == NULL || piga_pattern_cell_count (cell, side) == 0)
        continue;
      row->n_interviews[side]++;
      if (employer != 0 && seen[employer] != mark)
        {
          seen[employer] = mark;
          row->n_employers[side]++;
        }
    }
}

static void
total_apart (PigaPatternRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const PigaPatternCell *cell = row->cells->pdata[i];

      if (cell != NULL && cell->apart > 0)
        row->n_apart++;
    }
}

static void
count_employers (Board *board, guint *seen)
{
  for (guint i = 0; i < board->columns->len; i++)
    {
      const guint employer = ((const Column *) board->columns->pdata[i])->employer;

      if (employer != 0 && seen[employer] == 0)
        {
          seen[employer] = 1;
          board->patterns->n_employers++;
        }
    }
}

static void
total (Board *board)
{
  /* The marks of total_side() begin above 1, as no row is of the theme 0. */
  g_autofree guint *seen = g_new0 (guint, board->most_employer + 1);

  count_employers (board, seen);
  for (PigaTheme theme = PIGA_THEME_CLARITY; theme < PIGA_N_THEMES; theme++)
    {
      PigaPatternRow *row = board->rows[theme];

      if (row == NULL)
        continue;
      total_side (board, row, PIGA_SIDE_STRENGTH, seen);
      total_side (board, row, PIGA_SIDE_GAP, seen);
      total_apart (row);
      g_ptr_array_add (board->patterns->rows, row);
    }
}

/**
 * piga_patterns_new:
 * @applications: (element-type PigaJobApplication): the applications, for the employers
 * @interviews: (element-type PigaInterview): the interviews; one whose application is gone is left
 *   out
 * @questions: (element-type PigaQuestion): the questions; one that is rated is the person's voice
 * @remarks: (element-type PigaRemark): the remarks
 *
 * Lays out what was noted. A solid answer, and what has no theme yet, is nothing on the board, but
 * its interview has something noted and is counted.
 *
 * Returns: (transfer full): the patterns
 */
PigaPatterns *
piga_patterns_new (GListModel *applications, GListModel *interviews, GListModel *questions,
                   GListModel *remarks)
{
  g_autoptr (GHashTable) by_id
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_column);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (Note));
  PigaPatterns *patterns = g_new0 (PigaPatterns, 1);
  Board board = { patterns, by_id, columns, notes };

  patterns->interviews = g_ptr_array_new_with_free_func (g_object_unref);
  patterns->rows = g_ptr_array_new_with_free_func (free_row);

  read_interviews (&board, applications, interviews);
  take_notes (&board, questions, remarks);
  set_columns (&board);
  put_notes (&board);
  total (&board);
  return patterns;
}

/**
 * piga_pattern_cell_count:
 * @cell: a cell
 * @side: strength or gap
 *
 * Returns: how often it was noted, by all voices
 */
guint
piga_pattern_cell_count (const PigaPatternCell *cell, PigaSide side)
{
  guint n = 0;

  for (guint voice = 0; voice < PIGA_N_VOICES; voice++)
    n += cell->counts[voice][side];
  return n;
}
