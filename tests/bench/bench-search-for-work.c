/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Years of looking for work, made up for measuring, the same every time: applications by the
 * thousand at a few hundred employers, one in five with an interview, and what was asked and said
 * there. */

#include "bench-search-for-work.h"

#include "bench-journal.h"
#include "bench-wait.h"
#include "piga-store-private.h"
#include "records/piga-interview.h"
#include "records/piga-job-application.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"
#include "records/piga-theme.h"

#define N_EMPLOYERS 700
#define FIRST_TIME G_GINT64_CONSTANT (1480000000000000)

typedef struct
{
  PigaDatabase *database;
  GRand *rand;
  PigaTable *table;
  guint number;
} Filling;

static char *
make_id (const char *kind, guint number)
{
  return g_strdup_printf ("01%06x-%04x-7000-8000-%012x", number >> 4, g_str_hash (kind) & 0xffff,
                          number);
}

/* One application in ten begins every day. */
static PigaDay
get_day (guint number)
{
  return piga_day_new (2016, 11, 25) + number * 4 / 10;
}

static gpointer
make (Filling *self)
{
  const gint64 time = FIRST_TIME + (gint64) self->number * G_TIME_SPAN_HOUR;
  g_autofree char *id = make_id (piga_table_get_kind (self->table), self->number);
  gpointer record = piga_record_new_with_id (piga_table_get_record_type (self->table), id);

  piga_record_set_times (record, time, time, 0);
  return record;
}

static void
set_words (Filling *self, gpointer record, guint field, guint n_words)
{
  g_autofree char *text = bench_journal_make_text (self->rand, n_words);

  piga_record_set_text (record, field, g_strchomp (text));
}

static void
set_link (gpointer record, guint field, const char *kind, guint number)
{
  g_autofree char *id = make_id (kind, number);

  piga_record_set_text (record, field, id);
}

static void
set_application (Filling *self, gpointer record)
{
  const PigaDay day = get_day (self->number);
  const guint employer = (guint) g_rand_int_range (self->rand, 0, N_EMPLOYERS);
  g_autofree char *name = g_strdup_printf ("%s %s Ltd", bench_journal_get_word (1000 + employer),
                                           bench_journal_get_word (2000 + employer));

  piga_record_set_text (record, PIGA_JOB_APPLICATION_EMPLOYER, name);
  set_words (self, record, PIGA_JOB_APPLICATION_ROLE, 2);
  set_words (self, record, PIGA_JOB_APPLICATION_NOTES, 20);
  piga_record_set_text (record, PIGA_JOB_APPLICATION_COUNTY, "Nairobi");
  piga_record_set_integer (record, PIGA_JOB_APPLICATION_SOURCE, self->number % 9);
  piga_record_set_real (record, PIGA_JOB_APPLICATION_FARE, self->number % 400);
  piga_record_set_day (record, PIGA_JOB_APPLICATION_APPLIED_ON, day);
  if (self->number % 5 == 0)
    {
      piga_record_set_day (record, PIGA_JOB_APPLICATION_INTERVIEWED_ON, day + 20);
      piga_record_set_day (record, PIGA_JOB_APPLICATION_NOT_CHOSEN_ON, day + 30);
    }
}

static void
set_interview (Filling *self, gpointer record)
{
  const guint application = self->number * (BENCH_APPLICATIONS / BENCH_INTERVIEWS);
  const PigaDay day = get_day (application) + 20;

  set_link (record, PIGA_INTERVIEW_APPLICATION, "application", application);
  piga_record_set_day (record, PIGA_INTERVIEW_DAY, day);
  piga_record_set_integer (record, PIGA_INTERVIEW_FORMAT, self->number % 6);
  piga_record_set_integer (record, PIGA_INTERVIEW_OUTCOME, PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);
  piga_record_set_day (record, PIGA_INTERVIEW_HEARD_ON, day + 10);
  piga_record_set_day (record, PIGA_INTERVIEW_CLOSED_ON, day + 40);
  set_words (self, record, PIGA_INTERVIEW_RECALL, 60);
}

static void
set_question (Filling *self, gpointer record)
{
  set_link (record, PIGA_QUESTION_INTERVIEW, "interview", self->number % BENCH_INTERVIEWS);
  set_words (self, record, PIGA_QUESTION_TEXT, 12);
  set_words (self, record, PIGA_QUESTION_ANSWER, 30);
  piga_record_set_integer (record, PIGA_QUESTION_RATING, self->number % 4);
  piga_record_set_integer (record, PIGA_QUESTION_THEME, self->number % PIGA_N_THEMES);
}

static void
set_remark (Filling *self, gpointer record)
{
  set_link (record, PIGA_REMARK_INTERVIEW, "interview", self->number % BENCH_INTERVIEWS);
  set_words (self, record, PIGA_REMARK_TEXT, 15);
  piga_record_set_integer (record, PIGA_REMARK_VOICE, self->number % 2);
  piga_record_set_integer (record, PIGA_REMARK_SIDE, self->number / 2 % 2);
  piga_record_set_integer (record, PIGA_REMARK_THEME, self->number % PIGA_N_THEMES);
  piga_record_set_integer (record, PIGA_REMARK_MINE, self->number % 4);
}

static gboolean
insert (Filling *self, GType type, guint n_records, void (*set) (Filling *, gpointer),
        GError **error)
{
  gboolean inserted = TRUE;

  self->table = piga_table_new (type);
  for (self->number = 0; self->number < n_records && inserted; self->number++)
    {
      g_autoptr (GObject) record = make (self);

      set (self, record);
      inserted = piga_table_insert (self->table, self->database, record, error);
    }

  g_clear_pointer (&self->table, piga_table_free);
  return inserted;
}

static gboolean
insert_all (PigaDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (BENCH_APPLICATIONS);
  Filling filling = { .database = database, .rand = rand };

  return insert (&filling, PIGA_TYPE_JOB_APPLICATION, BENCH_APPLICATIONS, set_application, error)
         && insert (&filling, PIGA_TYPE_INTERVIEW, BENCH_INTERVIEWS, set_interview, error)
         && insert (&filling, PIGA_TYPE_QUESTION, BENCH_QUESTIONS, set_question, error)
         && insert (&filling, PIGA_TYPE_REMARK, BENCH_REMARKS, set_remark, error);
}

/**
 * bench_search_for_work_fill:
 * @path: a database with none of it, or where one is to be made
 *
 * Adds applications, interviews, questions and remarks, ready to be searched.
 */
void
bench_search_for_work_fill (const char *path)
{
  bench_fill (path, insert_all, NULL);
}
