/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a debrief holds, counted and not judged. */

#include "config.h"

#include "piga-debrief-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint questions;
  guint strong;
  guint strengths;
  guint gaps;
  guint fixes;
} Counts;

static void
count (PigaDebrief *debrief, Counts *counts)
{
  GListModel *questions = piga_debrief_get_questions (debrief);
  GListModel *gaps = piga_debrief_get_remarks (debrief, PIGA_SIDE_GAP);

  *counts = (Counts) {
    .questions = g_list_model_get_n_items (questions),
    .strengths = g_list_model_get_n_items (piga_debrief_get_remarks (debrief, PIGA_SIDE_STRENGTH)),
    .gaps = g_list_model_get_n_items (gaps),
  };
  for (guint i = 0; i < counts->questions; i++)
    {
      g_autoptr (PigaQuestion) question = g_list_model_get_item (questions, i);

      if (piga_record_get_integer (question, PIGA_QUESTION_RATING) == PIGA_RATING_STRONG)
        counts->strong++;
    }
  for (guint i = 0; i < counts->gaps; i++)
    {
      g_autoptr (PigaRemark) gap = g_list_model_get_item (gaps, i);

      if (piga_record_get_text (gap, PIGA_REMARK_FIX)[0] != '\0')
        counts->fixes++;
    }
}

/* Takes the clause. One that counts nothing is left out. */
static void
add (GStrvBuilder *clauses, guint n, char *clause)
{
  if (n > 0)
    g_strv_builder_take (clauses, clause);
  else
    g_free (clause);
}

static char *
say_gaps (guint n_gaps)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u gap", "%u gaps", n_gaps), n_gaps);
}

static char *
say_fixes (const Counts *counts)
{
  if (counts->fixes == 0)
    return say_gaps (counts->gaps);
  if (counts->fixes == counts->gaps)
    return g_strdup_printf (
      /* Translators: a clause of a list: so many gaps, and each has a fix. */
      g_dngettext (GETTEXT_PACKAGE, "%u gap with a fix", "%u gaps with a fix", counts->gaps),
      counts->gaps);
  return g_strdup_printf (
    /* Translators: a clause of a list: %1$u is how many gaps there are, 2 or 3, and %2$u how many
     * of them have a fix; the plural is that of those with a fix. */
    g_dngettext (GETTEXT_PACKAGE, "%1$u gaps (%2$u with a fix)", "%1$u gaps (%2$u with a fix)",
                 counts->fixes),
    counts->gaps, counts->fixes);
}

static char *
say_questions (guint n)
{
  /* Translators: a clause of a list: so many questions are written down. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u question", "%u questions", n), n);
}

static char *
say_strong (guint n)
{
  return g_strdup_printf (
    /* Translators: a clause of a list, after how many questions there are. */
    g_dngettext (GETTEXT_PACKAGE, "%u answered strongly", "%u answered strongly", n), n);
}

static char *
say_strengths (guint n)
{
  return g_strdup_printf (
    /* Translators: a clause of a list. */
    g_dngettext (GETTEXT_PACKAGE, "%u thing that went well", "%u things that went well", n), n);
}

/* In some languages a clause begins with a word, which is small unless it is the first. */
static char *
join (GStrvBuilder *builder)
{
  g_auto (GStrv) clauses = g_strv_builder_end (builder);
  g_autofree char *line = g_strjoinv (", ", clauses);
  g_autoptr (GString) sentence = g_string_new (NULL);

  if (line[0] == '\0')
    return NULL;
  g_string_append_unichar (sentence, g_unichar_toupper (g_utf8_get_char (line)));
  g_string_append (sentence, g_utf8_next_char (line));
  return g_string_free_and_steal (g_steal_pointer (&sentence));
}

/**
 * piga_debrief_one_line:
 * @text: a text of any length
 *
 * Returns: (transfer full): the text on one line, for the title of a row
 */
char *
piga_debrief_one_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\n\r\t", ' ');
}

/**
 * piga_debrief_sentence:
 * @debrief: a debrief
 *
 * Returns: (transfer full): what it holds, in one line
 */
char *
piga_debrief_sentence (PigaDebrief *debrief)
{
  g_autoptr (GStrvBuilder) clauses = g_strv_builder_new ();
  Counts counts;
  char *line;

  count (debrief, &counts);
  add (clauses, counts.questions, say_questions (counts.questions));
  add (clauses, counts.strong, say_strong (counts.strong));
  add (clauses, counts.strengths, say_strengths (counts.strengths));
  add (clauses, counts.gaps, say_fixes (&counts));
  line = join (clauses);
  return line != NULL ? line : g_strdup (_ ("Whatever you remember is enough."));
}

static guint
count_questions (PigaStore *store, const char *interview)
{
  GListModel *questions = piga_store_list (store, PIGA_TYPE_QUESTION);
  const guint n_questions = g_list_model_get_n_items (questions);
  guint n = 0;

  for (guint i = 0; i < n_questions; i++)
    {
      g_autoptr (PigaQuestion) question = g_list_model_get_item (questions, i);

      if (g_str_equal (piga_record_get_text (question, PIGA_QUESTION_INTERVIEW), interview)
          && piga_question_was_asked (question))
        n++;
    }
  return n;
}

static guint
count_gaps (PigaStore *store, const char *interview)
{
  GListModel *remarks = piga_store_list (store, PIGA_TYPE_REMARK);
  const guint n_remarks = g_list_model_get_n_items (remarks);
  guint n = 0;

  for (guint i = 0; i < n_remarks; i++)
    {
      g_autoptr (PigaRemark) remark = g_list_model_get_item (remarks, i);

      if (g_str_equal (piga_record_get_text (remark, PIGA_REMARK_INTERVIEW), interview)
          && piga_debrief_is_own (remark, PIGA_SIDE_GAP))
        n++;
    }
  return n;
}

/**
 * piga_debrief_describe:
 * @context: the context
 * @interview: the id of an interview
 *
 * Returns: (transfer full) (nullable): where its debrief stands, in a few words; %NULL where there
 *   is none
 */
char *
piga_debrief_describe (PigaContext *context, const char *interview)
{
  PigaStore *store = piga_context_get_store (context);
  PigaInterview *record = piga_store_get (store, PIGA_TYPE_INTERVIEW, interview);
  const guint n_questions = count_questions (store, interview);
  const guint n_gaps = count_gaps (store, interview);
  g_autoptr (GStrvBuilder) clauses = g_strv_builder_new ();
  char *line;

  if (record == NULL)
    return NULL;
  add (clauses, n_questions, say_questions (n_questions));
  add (clauses, n_gaps, say_gaps (n_gaps));
  line = join (clauses);
  if (line == NULL && piga_record_get_text (record, PIGA_INTERVIEW_RECALL)[0] != '\0')
    return g_strdup (_ ("Begun: what you remember is written down"));
  return line;
}
