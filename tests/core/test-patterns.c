/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Themes by interviews: what is counted, what is counted apart, and when nothing is said. */

#include "piga-test-sense.h"
#include "records/piga-question.h"
#include "sense/piga-patterns.h"

typedef struct
{
  GListModel *applications;
  GListModel *interviews;
  GListModel *questions;
  GListModel *remarks;
} Records;

static void
set_up (Records *records, gconstpointer data)
{
  piga_test_speak (0);
  records->applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  records->interviews = piga_test_list (PIGA_TYPE_INTERVIEW);
  records->questions = piga_test_list (PIGA_TYPE_QUESTION);
  records->remarks = piga_test_list (PIGA_TYPE_REMARK);
}

static void
tear_down (Records *records, gconstpointer data)
{
  g_object_unref (records->applications);
  g_object_unref (records->interviews);
  g_object_unref (records->questions);
  g_object_unref (records->remarks);
}

static PigaPatterns *
find_patterns (Records *records)
{
  return piga_patterns_new (records->applications, records->interviews, records->questions,
                            records->remarks);
}

static PigaInterview *
add_interview (Records *records, const char *employer, const char *day)
{
  PigaJobApplication *application = piga_test_application (employer, "Clerk", "");
  PigaInterview *interview =
    piga_test_interview (application, day, PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN);

  piga_test_append (records->applications, application);
  piga_test_append (records->interviews, interview);
  return interview;
}

static PigaRemark *
add_remark (Records *records, PigaInterview *interview, PigaVoice voice, PigaTheme theme,
            PigaSide side)
{
  PigaRemark *remark = piga_record_new (PIGA_TYPE_REMARK);

  piga_record_set_text (remark, PIGA_REMARK_INTERVIEW, piga_record_get_id (interview));
  piga_record_set_integer (remark, PIGA_REMARK_VOICE, voice);
  piga_record_set_integer (remark, PIGA_REMARK_THEME, theme);
  piga_record_set_integer (remark, PIGA_REMARK_SIDE, side);
  piga_test_append (records->remarks, remark);
  return remark;
}

static PigaQuestion *
add_question (Records *records, PigaInterview *interview, PigaTheme theme, PigaRating rating)
{
  PigaQuestion *question = piga_record_new (PIGA_TYPE_QUESTION);

  piga_record_set_text (question, PIGA_QUESTION_INTERVIEW, piga_record_get_id (interview));
  piga_record_set_integer (question, PIGA_QUESTION_THEME, theme);
  piga_record_set_integer (question, PIGA_QUESTION_RATING, rating);
  piga_test_append (records->questions, question);
  return question;
}

static void
add_gap (Records *records, PigaInterview *interview)
{
  add_remark (records, interview, PIGA_VOICE_EMPLOYER, PIGA_THEME_EXAMPLES, PIGA_SIDE_GAP);
}

static void
add_strength (Records *records, PigaInterview *interview)
{
  add_remark (records, interview, PIGA_VOICE_ME, PIGA_THEME_CLARITY, PIGA_SIDE_STRENGTH);
}

static void
assert_row (PigaPatterns *patterns, guint index, PigaSide side, const char *expected)
{
  g_assert_cmpuint (index, <, patterns->rows->len);
  piga_test_assert_text (piga_pattern_row_sentence (patterns, patterns->rows->pdata[index], side),
                         expected);
}

static void
test_nothing (Records *records, gconstpointer data)
{
  g_autoptr (PigaPatterns) patterns = NULL;

  /* An interview of which nothing was noted is not counted. */
  add_interview (records, "Safari", "2026-03-01");
  patterns = find_patterns (records);
  g_assert_cmpuint (patterns->interviews->len, ==, 0);
  g_assert_cmpuint (patterns->rows->len, ==, 0);
  g_assert_false (piga_patterns_are_enough (patterns));
  piga_test_assert_text (piga_patterns_sentence (patterns), "Nothing noted from an interview yet.");
}

static void
test_cell (Records *records, gconstpointer data)
{
  PigaInterview *interview = add_interview (records, "Safari", "2026-03-01");
  PigaQuestion *strong = add_question (records, interview, PIGA_THEME_EXAMPLES, PIGA_RATING_STRONG);
  PigaRemark *said =
    add_remark (records, interview, PIGA_VOICE_EMPLOYER, PIGA_THEME_EXAMPLES, PIGA_SIDE_STRENGTH);
  g_autoptr (PigaPatterns) patterns = NULL;
  const PigaPatternCell *cell;
  PigaPatternRow *row;

  add_question (records, interview, PIGA_THEME_EXAMPLES, PIGA_RATING_GAP);
  add_question (records, interview, PIGA_THEME_EXAMPLES, PIGA_RATING_GAP);
  add_question (records, interview, PIGA_THEME_EXAMPLES, PIGA_RATING_SOLID);
  add_question (records, interview, PIGA_THEME_EXAMPLES, PIGA_RATING_UNRATED);
  add_remark (records, interview, PIGA_VOICE_PARTNER, PIGA_THEME_EXAMPLES, PIGA_SIDE_GAP);
  add_remark (records, interview, PIGA_VOICE_ME, PIGA_THEME_UNSAID, PIGA_SIDE_GAP);

  patterns = find_patterns (records);
  g_assert_cmpuint (patterns->rows->len, ==, 1);
  row = patterns->rows->pdata[0];
  g_assert_cmpint (row->theme, ==, PIGA_THEME_EXAMPLES);
  g_assert_cmpuint (row->n_interviews[PIGA_SIDE_STRENGTH], ==, 1);
  g_assert_cmpuint (row->n_interviews[PIGA_SIDE_GAP], ==, 1);

  cell = row->cells->pdata[0];
  g_assert_cmpuint (cell->counts[PIGA_VOICE_ME][PIGA_SIDE_STRENGTH], ==, 1);
  g_assert_cmpuint (cell->counts[PIGA_VOICE_ME][PIGA_SIDE_GAP], ==, 2);
  g_assert_cmpuint (cell->counts[PIGA_VOICE_EMPLOYER][PIGA_SIDE_STRENGTH], ==, 1);
  g_assert_cmpuint (cell->counts[PIGA_VOICE_EMPLOYER][PIGA_SIDE_GAP], ==, 0);
  g_assert_cmpuint (cell->counts[PIGA_VOICE_PARTNER][PIGA_SIDE_GAP], ==, 1);
  g_assert_cmpuint (piga_pattern_cell_count (cell, PIGA_SIDE_STRENGTH), ==, 2);
  g_assert_cmpuint (piga_pattern_cell_count (cell, PIGA_SIDE_GAP), ==, 3);
  g_assert_cmpuint (cell->apart, ==, 0);
  g_assert_cmpuint (cell->sources->len, ==, 5);
  g_assert_true (g_ptr_array_find (cell->sources, strong, NULL));
  g_assert_true (g_ptr_array_find (cell->sources, said, NULL));
}

/* A solid answer and a remark without a theme are nothing on the board, but something noted. */
static void
test_denominator (Records *records, gconstpointer data)
{
  static const char *const employers[] = { "A", "B", "C", "D", "E", "F" };
  PigaInterview *interviews[G_N_ELEMENTS (employers)];
  g_autoptr (PigaPatterns) patterns = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (employers); i++)
    interviews[i] = add_interview (records, employers[i], "2026-03-01");
  add_gap (records, interviews[0]);
  add_question (records, interviews[1], PIGA_THEME_CLARITY, PIGA_RATING_SOLID);
  add_remark (records, interviews[2], PIGA_VOICE_ME, PIGA_THEME_UNSAID, PIGA_SIDE_GAP);
  add_question (records, interviews[3], PIGA_THEME_CLARITY, PIGA_RATING_UNRATED);

  patterns = find_patterns (records);
  g_assert_cmpuint (patterns->interviews->len, ==, 3);
  assert_row (patterns, 0, PIGA_SIDE_GAP, "Examples and stories: a gap in 1 of 3 interviews.");
  assert_row (patterns, 0, PIGA_SIDE_STRENGTH, NULL);
}

/* One gap and one strength with each of the employers, and what is then said. */
static const struct
{
  const char *employers;
  const char *all;
  const char *gap;
  const char *strength;
  gboolean comes_back;
} limits[] = {
  { "A", "Too few to say: 1 interview noted so far.",
    "Examples and stories: a gap in 1 of 1 interview.",
    "Clear answers: a strength in 1 of 1 interview.", FALSE },
  { "A B", "Too few to say: 2 interviews noted so far.",
    "Examples and stories: a gap in 2 of 2 interviews.",
    "Clear answers: a strength in 2 of 2 interviews.", FALSE },
  { "A B A", "3 interviews noted so far, with 2 employers.",
    "Examples and stories: a gap in 3 of 3 interviews.",
    "Clear answers: a strength in 3 of 3 interviews.", FALSE },
  { "A A A", "3 interviews noted so far, with 1 employer.",
    "Examples and stories: a gap in 3 of 3 interviews.",
    "Clear answers: a strength in 3 of 3 interviews.", FALSE },
  { "A B C", "3 interviews noted so far, with 3 employers.",
    "Examples and stories: a gap in 3 of 3 interviews, with 3 employers.",
    "Clear answers: a strength in 3 of 3 interviews, with 3 employers.", TRUE },
  { "A B C A B", "5 interviews noted so far, with 3 employers.",
    "Examples and stories: a gap in 5 of 5 interviews, with 3 employers.",
    "Clear answers: a strength in 5 of 5 interviews, with 3 employers.", TRUE },
  /* One employer, three ways to write it. */
  { "Safari-Systems-Ltd safari-sistems SafariSystems",
    "3 interviews noted so far, with 1 employer.",
    "Examples and stories: a gap in 3 of 3 interviews.",
    "Clear answers: a strength in 3 of 3 interviews.", FALSE },
  /* An employer without a name is nobody to count. */
  { "A B -", "3 interviews noted so far, with 2 employers.",
    "Examples and stories: a gap in 3 of 3 interviews.",
    "Clear answers: a strength in 3 of 3 interviews.", FALSE },
  { "- - -", "3 interviews noted so far.", "Examples and stories: a gap in 3 of 3 interviews.",
    "Clear answers: a strength in 3 of 3 interviews.", FALSE },
};

static void
test_limits (Records *records, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      Records own;
      g_auto (GStrv) employers = g_strsplit (limits[i].employers, " ", -1);
      g_autoptr (PigaPatterns) patterns = NULL;

      /* All on one day. */
      set_up (&own, NULL);
      for (guint n = 0; employers[n] != NULL; n++)
        {
          PigaInterview *interview = add_interview (&own, employers[n], "2026-03-01");

          add_gap (&own, interview);
          add_gap (&own, interview);
          add_strength (&own, interview);
        }
      patterns = find_patterns (&own);

      g_test_message ("%s", limits[i].employers);
      piga_test_assert_text (piga_patterns_sentence (patterns), limits[i].all);
      assert_row (patterns, 0, PIGA_SIDE_STRENGTH, limits[i].strength);
      assert_row (patterns, 1, PIGA_SIDE_GAP, limits[i].gap);
      g_assert_cmpint (piga_pattern_row_comes_back (patterns->rows->pdata[1], PIGA_SIDE_GAP), ==,
                       limits[i].comes_back);
      g_assert_false (piga_pattern_row_comes_back (patterns->rows->pdata[1], PIGA_SIDE_STRENGTH));
      tear_down (&own, NULL);
    }
}

static void
test_kiswahili (Records *records, gconstpointer data)
{
  static const char *const employers[] = { "A", "B", "C" };
  g_autoptr (PigaPatterns) patterns = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (employers); i++)
    {
      PigaInterview *interview = add_interview (records, employers[i], "2026-03-01");

      add_gap (records, interview);
      if (i == 0)
        add_strength (records, interview);
      if (i == 1)
        add_remark (records, interview, PIGA_VOICE_ME, PIGA_THEME_CHANCE, PIGA_SIDE_GAP);
    }
  patterns = find_patterns (records);

  piga_test_speak (1);
  piga_test_assert_text (piga_patterns_sentence (patterns),
                         "Mahojiano 3 yameandikwa hadi sasa, kwa waajiri 3.");
  assert_row (patterns, 0, PIGA_SIDE_STRENGTH,
              "Majibu yaliyo wazi: nguvu katika mahojiano 1 kati ya 3.");
  assert_row (patterns, 1, PIGA_SIDE_GAP,
              "Mifano na visa: pengo katika mahojiano 3 kati ya 3, kwa waajiri 3.");
  piga_test_assert_text (piga_pattern_row_apart_sentence (patterns, patterns->rows->pdata[2]),
                         "Nje ya uwezo wako katika mahojiano 1 kati ya 3.");
}

/* What is not the person's to change is no gap. */
static void
test_apart (Records *records, gconstpointer data)
{
  static const char *const employers[] = { "A", "B", "C", "D" };
  g_autoptr (PigaPatterns) patterns = NULL;
  g_autoptr (GPtrArray) gaps = NULL;
  g_autoptr (GPtrArray) apart = NULL;
  PigaPatternRow *terms;

  for (guint i = 0; i < G_N_ELEMENTS (employers); i++)
    {
      PigaInterview *interview = add_interview (records, employers[i], "2026-03-01");
      PigaRemark *terms_remark =
        add_remark (records, interview, PIGA_VOICE_EMPLOYER, PIGA_THEME_TERMS, PIGA_SIDE_GAP);

      add_remark (records, interview, PIGA_VOICE_EMPLOYER, PIGA_THEME_CHANCE, PIGA_SIDE_GAP);
      add_question (records, interview, PIGA_THEME_CHANCE, PIGA_RATING_GAP);
      if (i < 3)
        piga_record_set_integer (terms_remark, PIGA_REMARK_MINE, PIGA_MINE_NOT_MINE);
      else
        piga_record_set_integer (terms_remark, PIGA_REMARK_MINE, PIGA_MINE_PARTLY);
    }

  patterns = find_patterns (records);
  gaps = piga_patterns_rank (patterns, PIGA_SIDE_GAP);
  apart = piga_patterns_rank_apart (patterns);
  g_assert_cmpuint (gaps->len, ==, 1);
  g_assert_cmpuint (apart->len, ==, 2);

  terms = apart->pdata[0];
  g_assert_true (gaps->pdata[0] == terms);
  g_assert_cmpuint (terms->n_interviews[PIGA_SIDE_GAP], ==, 1);
  g_assert_cmpuint (terms->n_apart, ==, 3);
  g_assert_cmpuint (((PigaPatternCell *) terms->cells->pdata[0])->sources->len, ==,
                    terms->cells->pdata[3] != NULL ? 1 : 0);
  piga_test_assert_text (piga_pattern_row_apart_sentence (patterns, terms),
                         "Pay and terms: not yours to change in 3 of 4 interviews.");
  piga_test_assert_text (piga_pattern_row_apart_sentence (patterns, apart->pdata[1]),
                         "Out of your hands in 4 of 4 interviews.");
}

/* A strength stays one, whoever it belongs to. */
static void
test_strength_not_mine (Records *records, gconstpointer data)
{
  PigaInterview *interview = add_interview (records, "A", "2026-03-01");
  g_autoptr (PigaPatterns) patterns = NULL;

  piga_record_set_integer (
    add_remark (records, interview, PIGA_VOICE_EMPLOYER, PIGA_THEME_FIELD, PIGA_SIDE_STRENGTH),
    PIGA_REMARK_MINE, PIGA_MINE_NOT_MINE);
  patterns = find_patterns (records);
  assert_row (patterns, 0, PIGA_SIDE_STRENGTH,
              "Knowledge of the field: a strength in 1 of 1 interview.");
  g_assert_null (piga_pattern_row_apart_sentence (patterns, patterns->rows->pdata[0]));
}

/* An interview whose application is gone, and remarks whose interview is. */
static void
test_gone (Records *records, gconstpointer data)
{
  g_autoptr (PigaPatterns) patterns = NULL;
  g_autoptr (PigaInterview) nowhere = piga_record_new (PIGA_TYPE_INTERVIEW);

  add_gap (records, add_interview (records, "A", "2026-03-01"));
  add_gap (records, add_interview (records, "B", "2026-03-01"));
  add_gap (records, nowhere);
  add_question (records, nowhere, PIGA_THEME_FIELD, PIGA_RATING_GAP);
  g_list_store_remove (G_LIST_STORE (records->applications), 0);

  patterns = find_patterns (records);
  g_assert_cmpuint (patterns->interviews->len, ==, 1);
  assert_row (patterns, 0, PIGA_SIDE_GAP, "Examples and stories: a gap in 1 of 1 interview.");
}

/* The oldest interview first; the themes seen in most interviews first. */
static void
test_order (Records *records, gconstpointer data)
{
  PigaInterview *last = add_interview (records, "A", "2026-05-01");
  PigaInterview *first = add_interview (records, "B", "2026-03-01");
  PigaInterview *middle = add_interview (records, "C", "2026-04-01");
  g_autoptr (PigaPatterns) patterns = NULL;
  g_autoptr (GPtrArray) ranked = NULL;

  add_gap (records, last);
  add_gap (records, first);
  add_remark (records, middle, PIGA_VOICE_ME, PIGA_THEME_CLARITY, PIGA_SIDE_GAP);
  add_remark (records, middle, PIGA_VOICE_ME, PIGA_THEME_SKILLS, PIGA_SIDE_GAP);

  patterns = find_patterns (records);
  g_assert_true (patterns->interviews->pdata[0] == first);
  g_assert_true (patterns->interviews->pdata[1] == middle);
  g_assert_true (patterns->interviews->pdata[2] == last);

  ranked = piga_patterns_rank (patterns, PIGA_SIDE_GAP);
  g_assert_cmpuint (ranked->len, ==, 3);
  g_assert_cmpint (((PigaPatternRow *) ranked->pdata[0])->theme, ==, PIGA_THEME_EXAMPLES);
  g_assert_null (((PigaPatternRow *) ranked->pdata[0])->cells->pdata[1]);
  g_assert_nonnull (((PigaPatternRow *) ranked->pdata[0])->cells->pdata[2]);
  g_assert_cmpint (((PigaPatternRow *) ranked->pdata[1])->theme, ==, PIGA_THEME_CLARITY);
  g_assert_cmpint (((PigaPatternRow *) ranked->pdata[2])->theme, ==, PIGA_THEME_SKILLS);
}

/* Piece by piece it comes to the same, and what is left in the middle leaves nothing behind. */
static void
test_pieces (Records *records, gconstpointer data)
{
  g_autoptr (PigaPatterns) found = NULL;
  PigaRemark *first = NULL;
  guint n_pieces = 1;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *day = g_strdup_printf ("2026-03-%02u", 1 + i % 28);
      PigaInterview *interview = add_interview (records, i % 2 == 0 ? "Safari" : "Lakeside", day);
      PigaRemark *remark = add_remark (records, interview, PIGA_VOICE_EMPLOYER,
                                       PIGA_THEME_CLARITY + i % 3, PIGA_SIDE_GAP);

      first = first != NULL ? first : remark;
    }

  for (guint n_read = 0; found == NULL; n_read++)
    {
      g_autoptr (PigaPatternsReader) reader = piga_patterns_reader_new (
        records->applications, records->interviews, records->questions, records->remarks);

      for (guint i = 0; i < n_read && found == NULL; i++)
        found = piga_patterns_reader_read (reader, 0);
      n_pieces = n_read;
    }
  g_assert_cmpuint (n_pieces, >, 5);
  g_assert_cmpuint (found->interviews->len, ==, 100);
  g_assert_cmpuint (found->n_employers, ==, 2);
  assert_row (found, 0, PIGA_SIDE_GAP, "Clear answers: a gap in 34 of 100 interviews.");
  assert_row (found, 2, PIGA_SIDE_GAP, "Skills for the job: a gap in 33 of 100 interviews.");
  g_clear_pointer (&found, piga_patterns_free);
  /* Only the list holds it. */
  g_assert_cmpuint (G_OBJECT (first)->ref_count, ==, 1);
}

static void
test_many (Records *records, gconstpointer data)
{
  g_autoptr (PigaPatterns) patterns = NULL;
  clock_t start;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *name =
        g_strdup_printf ("Employer%c%c%c", 'a' + i % 26, 'a' + i / 26 % 26, 'k' + i / 676);
      PigaInterview *interview = add_interview (records, name, "2026-03-01");

      for (guint n = 0; n < 5; n++)
        {
          add_question (records, interview, 1 + (i + n) % 13, PIGA_RATING_GAP);
          add_remark (records, interview, PIGA_VOICE_EMPLOYER, 1 + (i + n) % 13,
                      PIGA_SIDE_STRENGTH);
        }
    }
  for (guint i = 0; i < 8000; i++)
    {
      g_autofree char *name =
        g_strdup_printf ("Employer%c%c%c", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676);

      piga_test_append (records->applications, piga_test_application (name, "Clerk", ""));
    }

  start = clock ();
  patterns = find_patterns (records);
  piga_test_say_time ("10,000 applications, 2,000 interviews, 20,000 notes", start);
  g_assert_cmpuint (patterns->interviews->len, ==, 2000);
  g_assert_cmpuint (patterns->rows->len, ==, 13);
}

static void
add (const char *path, void (*test) (Records *, gconstpointer))
{
  g_test_add (path, Records, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/patterns/nothing", test_nothing);
  add ("/patterns/cell", test_cell);
  add ("/patterns/denominator", test_denominator);
  add ("/patterns/limits", test_limits);
  add ("/patterns/kiswahili", test_kiswahili);
  add ("/patterns/apart", test_apart);
  add ("/patterns/strength-not-mine", test_strength_not_mine);
  add ("/patterns/gone", test_gone);
  add ("/patterns/order", test_order);
  add ("/patterns/pieces", test_pieces);
  add ("/patterns/many", test_many);

  return g_test_run ();
}
