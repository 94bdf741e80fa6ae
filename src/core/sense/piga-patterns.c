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

/* How much is read before the clock is looked at. */
#define PORTION 32

/* An interview, and where it stands once it is known to have anything noted. */
typedef struct
{
  PigaInterview *interview;
  PigaJobApplication *application;
  guint employer;
  gboolean is_noted;
  guint column;
} Column;

typedef enum
{
  APPLICATIONS,
  INTERVIEWS,
  QUESTIONS,
  REMARKS,
  N_LISTS,
} List;

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

struct _PigaPatternsReader
{
  /* What is read: applications, interviews, questions and remarks. */
  GListModel *lists[N_LISTS];
  guint step;
  guint position;

  PigaPatterns *patterns;
  GHashTable *applications; /* by their id */
  /* The columns by the id of the interview, and those with anything noted in their order. */
  GHashTable *by_id;
  GPtrArray *columns;
  GArray *notes;
  PigaEmployerBook *book;
  guint most_employer;
  PigaPatternRow *rows[PIGA_N_THEMES];
};

/* Does what there is to do at a position, or returns %FALSE where there is nothing any more. */
typedef gboolean (*Step) (PigaPatternsReader *self, guint position);

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
  const PigaRating rating = (PigaRating) piga_record_get_integer (question, PIGA_QUESTION_RATING);

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
                       && piga_record_get_integer (remark, PIGA_REMARK_MINE) == PIGA_MINE_NOT_MINE);
}

static void
free_column (gpointer data)
{
  Column *column = data;

  g_object_unref (column->interview);
  g_object_unref (column->application);
  g_free (column);
}

static gboolean
read_application (PigaPatternsReader *self, guint position)
{
  gpointer application = g_list_model_get_item (self->lists[APPLICATIONS], position);

  if (application == NULL)
    return FALSE;
  g_hash_table_replace (self->applications, (gpointer) piga_record_get_id (application),
                        application);
  return TRUE;
}

/* Those of which the application is still there. */
static gboolean
read_interview (PigaPatternsReader *self, guint position)
{
  g_autoptr (PigaInterview) interview = g_list_model_get_item (self->lists[INTERVIEWS], position);
  PigaJobApplication *application;
  Column *column;

  if (interview == NULL)
    return FALSE;
  application = g_hash_table_lookup (self->applications,
                                     piga_record_get_text (interview, PIGA_INTERVIEW_APPLICATION));
  if (application == NULL)
    return TRUE;

  column = g_new0 (Column, 1);
  column->interview = g_steal_pointer (&interview);
  column->application = g_object_ref (application);
  g_hash_table_replace (self->by_id, (gpointer) piga_record_get_id (column->interview), column);
  return TRUE;
}

/* Keeps a note with the interview it is about, if that is there; holds on to its record where it
 * will be a source. */
static void
take_note (PigaPatternsReader *self, const char *interview, Note *note)
{
  Column *column = g_hash_table_lookup (self->by_id, interview);

  if (column == NULL)
    return;
  if (!column->is_noted)
    {
      column->is_noted = TRUE;
      g_ptr_array_add (self->columns, column);
    }
  if (!note->has_side || note->theme == PIGA_THEME_UNSAID)
    return;

  note->column = column;
  g_object_ref (note->record);
  g_array_append_val (self->notes, *note);
}

static gboolean
take_question (PigaPatternsReader *self, guint position)
{
  g_autoptr (PigaQuestion) question = g_list_model_get_item (self->lists[QUESTIONS], position);
  Note note;

  if (question == NULL)
    return FALSE;
  if (read_question (question, &note))
    take_note (self, piga_record_get_text (question, PIGA_QUESTION_INTERVIEW), &note);
  return TRUE;
}

static gboolean
take_remark (PigaPatternsReader *self, guint position)
{
  g_autoptr (PigaRemark) remark = g_list_model_get_item (self->lists[REMARKS], position);
  Note note;

  if (remark == NULL)
    return FALSE;
  read_remark (remark, &note);
  take_note (self, piga_record_get_text (remark, PIGA_REMARK_INTERVIEW), &note);
  return TRUE;
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

static gboolean
sort_columns (PigaPatternsReader *self, guint position)
{
  g_ptr_array_sort (self->columns, compare_columns);
  return FALSE;
}

static gboolean
set_column (PigaPatternsReader *self, guint position)
{
  Column *column;

  if (position >= self->columns->len)
    return FALSE;
  column = self->columns->pdata[position];
  column->column = position;
  column->employer = piga_employer_book_get_number (
    self->book, piga_record_get_text (column->application, PIGA_JOB_APPLICATION_EMPLOYER));
  self->most_employer = MAX (self->most_employer, column->employer);
  g_ptr_array_add (self->patterns->interviews, g_object_ref (column->interview));
  return TRUE;
}

static PigaPatternCell *
get_cell (PigaPatternsReader *self, PigaTheme theme, guint column)
{
  PigaPatternRow *row = self->rows[theme];
  PigaPatternCell *cell;

  if (row == NULL)
    {
      row = g_new0 (PigaPatternRow, 1);
      row->theme = theme;
      row->cells = g_ptr_array_new_full (self->columns->len, free_cell);
      g_ptr_array_set_size (row->cells, (gint) self->columns->len);
      self->rows[theme] = row;
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

static gboolean
put_note (PigaPatternsReader *self, guint position)
{
  Note *note;
  PigaPatternCell *cell;

  if (position >= self->notes->len)
    return FALSE;
  note = &g_array_index (self->notes, Note, position);
  cell = get_cell (self, note->theme, note->column->column);
  if (note->is_apart)
    cell->apart++;
  else
    cell->counts[note->voice][note->side]++;
  g_ptr_array_add (cell->sources, g_steal_pointer (&note->record));
  return TRUE;
}

/* Counts the interviews and employers of a row for one side; @seen holds, for each employer, the
 * row and side that it was last counted for. */
static void
total_side (PigaPatternsReader *self, PigaPatternRow *row, PigaSide side, guint *seen)
{
  const guint mark = (guint) row->theme * PIGA_N_SIDES + side;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const PigaPatternCell *cell = row->cells->pdata[i];
      const guint employer = ((const Column *) self->columns->pdata[i])->employer;

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
count_employers (PigaPatternsReader *self, guint *seen)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const guint employer = ((const Column *) self->columns->pdata[i])->employer;

      if (employer != 0 && seen[employer] == 0)
        {
          seen[employer] = 1;
          self->patterns->n_employers++;
        }
    }
}

static gboolean
total (PigaPatternsReader *self, guint position)
{
  /* The marks of total_side() begin above 1, as no row is of the theme 0. */
  g_autofree guint *seen = g_new0 (guint, self->most_employer + 1);

  count_employers (self, seen);
  for (PigaTheme theme = PIGA_THEME_CLARITY; theme < PIGA_N_THEMES; theme++)
    {
      PigaPatternRow *row = g_steal_pointer (&self->rows[theme]);

      if (row == NULL)
        continue;
      total_side (self, row, PIGA_SIDE_STRENGTH, seen);
      total_side (self, row, PIGA_SIDE_GAP, seen);
      total_apart (row);
      g_ptr_array_add (self->patterns->rows, row);
    }
  return FALSE;
}

/* In this order. */
static const Step steps[] = { read_application, read_interview, take_question, take_remark,
                              sort_columns,     set_column,     put_note,      total };

static void
clear_note (gpointer data)
{
  g_clear_object (&((Note *) data)->record);
}

/**
 * piga_patterns_reader_new:
 * @applications: (element-type PigaJobApplication): the applications, for the employers
 * @interviews: (element-type PigaInterview): the interviews; one whose application is gone is left
 *   out
 * @questions: (element-type PigaQuestion): the questions; one that is rated is the person's voice
 * @remarks: (element-type PigaRemark): the remarks
 *
 * Lays out what was noted. A solid answer, and what has no theme yet, is nothing on the board, but
 * its interview has something noted and is counted.
 *
 * Returns: (transfer full): what reads the patterns, in pieces. Where a record or a list changes
 *   before it has come to the end, it has to be thrown away.
 */
PigaPatternsReader *
piga_patterns_reader_new (GListModel *applications, GListModel *interviews, GListModel *questions,
                          GListModel *remarks)
{
  PigaPatternsReader *self = g_new0 (PigaPatternsReader, 1);

  self->lists[APPLICATIONS] = g_object_ref (applications);
  self->lists[INTERVIEWS] = g_object_ref (interviews);
  self->lists[QUESTIONS] = g_object_ref (questions);
  self->lists[REMARKS] = g_object_ref (remarks);
  self->applications = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_column);
  self->columns = g_ptr_array_new ();
  self->notes = g_array_new (FALSE, FALSE, sizeof (Note));
  g_array_set_clear_func (self->notes, clear_note);
  self->book = piga_employer_book_new ();
  self->patterns = g_new0 (PigaPatterns, 1);
  self->patterns->interviews = g_ptr_array_new_with_free_func (g_object_unref);
  self->patterns->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/**
 * piga_patterns_reader_free:
 * @self: (transfer full): a reader, wherever it stands
 */
void
piga_patterns_reader_free (PigaPatternsReader *self)
{
  for (PigaTheme theme = 0; theme < PIGA_N_THEMES; theme++)
    g_clear_pointer (&self->rows[theme], free_row);
  g_clear_pointer (&self->patterns, piga_patterns_free);
  g_array_unref (self->notes);
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->applications);
  g_object_unref (self->book);
  for (List list = APPLICATIONS; list < N_LISTS; list++)
    g_object_unref (self->lists[list]);
  g_free (self);
}

/**
 * piga_patterns_reader_read:
 * @self: the reader
 * @until: a time of g_get_monotonic_time()
 *
 * Reads on until all is read, or until that time.
 *
 * Returns: (transfer full) (nullable): the patterns; %NULL while there is more to read
 */
PigaPatterns *
piga_patterns_reader_read (PigaPatternsReader *self, gint64 until)
{
  do
    for (guint i = 0; i < PORTION && self->step < G_N_ELEMENTS (steps); i++)
      if (!steps[self->step](self, self->position++))
        {
          self->step++;
          self->position = 0;
        }
  while (self->step < G_N_ELEMENTS (steps) && g_get_monotonic_time () < until);
  return self->step < G_N_ELEMENTS (steps) ? NULL : g_steal_pointer (&self->patterns);
}

/**
 * piga_patterns_new:
 * @applications: (element-type PigaJobApplication): the applications
 * @interviews: (element-type PigaInterview): the interviews
 * @questions: (element-type PigaQuestion): the questions
 * @remarks: (element-type PigaRemark): the remarks
 *
 * Returns: (transfer full): what piga_patterns_reader_new() reads of them, at once
 */
PigaPatterns *
piga_patterns_new (GListModel *applications, GListModel *interviews, GListModel *questions,
                   GListModel *remarks)
{
  g_autoptr (PigaPatternsReader) reader =
    piga_patterns_reader_new (applications, interviews, questions, remarks);

  return piga_patterns_reader_read (reader, G_MAXINT64);
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
