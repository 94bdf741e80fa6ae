/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The guide's content: whole, within its measures, and found by its keys. */

#include <string.h>

#include "guide/piga-guide.h"

/* What fits beside the ring of a sidebar row without being cut. */
#define SHORT_TITLE_MOST 22
#define LINE_MOST 34

static void
assert_text (const char *text)
{
  g_autofree char *stripped = NULL;

  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpstr (text, !=, "");
  stripped = g_strstrip (g_strdup (text));
  g_assert_cmpstr (text, ==, stripped);
  g_assert_null (strstr (text, "  "));
  /* Only “ ” and ’ are at home in a text that is read. */
  g_assert_null (strpbrk (text, "\"'"));
}

static void
assert_key (GHashTable *seen, const char *key)
{
  gboolean is_new = g_hash_table_add (seen, (gpointer) key);

  g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", key, 0, 0));
  g_assert_true (is_new);
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

static void
test_steps (void)
{
  for (guint number = 1; number <= PIGA_GUIDE_N_STEPS; number++)
    {
      const PigaStep *step = piga_guide_get_step (number);

      g_assert_nonnull (step);
      g_assert_cmpuint (step->number, ==, number);
      assert_text (step->title);
      assert_text (step->short_title);
      assert_text (step->line);
      assert_text (step->sentence);
      g_assert_cmpint (g_utf8_strlen (step->short_title, -1), <=, SHORT_TITLE_MOST);
      g_assert_cmpint (g_utf8_strlen (step->line, -1), <=, LINE_MOST);
      g_assert_cmpint (step->of_round, ==, number <= 3 || number == 12);
    }

  g_assert_null (piga_guide_get_step (0));
  g_assert_null (piga_guide_get_step (PIGA_GUIDE_N_STEPS + 1));
  g_assert_null (piga_guide_get_step (G_MAXUINT));
}

static void
test_advice (void)
{
  for (guint number = 1; number <= PIGA_GUIDE_N_STEPS; number++)
    {
      const PigaStep *step = piga_guide_get_step (number);
      guint n_advice = 0;

      for (const PigaAdvice *advice = step->advice; advice->title != NULL; advice++)
        {
          guint words;

          assert_text (advice->title);
          assert_text (advice->why);
          assert_text (advice->how);
          assert_text (advice->example);

          words =
            count_words (advice->why) + count_words (advice->how) + count_words (advice->example);
          g_test_message ("Step %u, “%s”: %u words", number, advice->title, words);
          g_assert_cmpuint (words, >=, 60);
          g_assert_cmpuint (words, <=, 120);
          n_advice++;
        }

      g_assert_cmpuint (n_advice, >=, 2);
      g_assert_cmpuint (n_advice, <=, 3);
    }
}

static void
test_checks (void)
{
  for (guint number = 1; number <= PIGA_GUIDE_N_STEPS; number++)
    {
      const PigaStep *step = piga_guide_get_step (number);
      g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

      for (const PigaCheck *check = step->checks; check->key != NULL; check++)
        {
          assert_key (keys, check->key);
          assert_text (check->text);
          g_assert_true (piga_guide_find_check (number, check->key) == check);
        }

      g_assert_cmpuint (g_hash_table_size (keys), >=, 4);
      g_assert_cmpuint (g_hash_table_size (keys), <=, 7);
      g_assert_null (piga_guide_find_check (number, "no-such-check"));
      g_assert_null (piga_guide_find_check (number, ""));
    }

  g_assert_null (piga_guide_find_check (0, "write-smart-goal"));
  g_assert_null (piga_guide_find_check (7, "write-smart-goal"));
  g_assert_nonnull (piga_guide_find_check (8, "write-smart-goal"));
  g_assert_null (piga_guide_find_check (PIGA_GUIDE_N_STEPS + 1, "write-smart-goal"));
}

static void
test_prompts (void)
{
  for (guint number = 1; number <= PIGA_GUIDE_N_STEPS; number++)
    {
      const PigaStep *step = piga_guide_get_step (number);
      g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

      for (const PigaPrompt *prompt = step->prompts; prompt->key != NULL; prompt++)
        {
          assert_key (keys, prompt->key);
          assert_text (prompt->text);
          g_assert_true (g_str_has_suffix (prompt->text, "?"));
          g_assert_true (piga_guide_find_prompt (number, prompt->key) == prompt);
        }

      g_assert_cmpuint (g_hash_table_size (keys), >=, 3);
      g_assert_cmpuint (g_hash_table_size (keys), <=, 5);
      g_assert_null (piga_guide_find_prompt (number, "no-such-prompt"));
    }

  g_assert_null (piga_guide_find_prompt (0, "good-week"));
  g_assert_null (piga_guide_find_prompt (7, "good-week"));
  g_assert_nonnull (piga_guide_find_prompt (8, "good-week"));
  g_assert_null (piga_guide_find_prompt (PIGA_GUIDE_N_STEPS + 1, "good-week"));
}

static void
assert_passage (const PigaPassage *passage, guint least, guint most)
{
  guint n_paragraphs = 0;

  g_assert_nonnull (passage);
  assert_text (passage->title);

  for (const char *const *paragraph = passage->paragraphs; *paragraph != NULL; paragraph++)
    {
      assert_text (*paragraph);
      n_paragraphs++;
    }

  g_assert_cmpuint (n_paragraphs, >=, least);
  g_assert_cmpuint (n_paragraphs, <=, most);
}

static void
test_passages (void)
{
  assert_passage (piga_guide_get_introduction (), 3, 4);
  assert_passage (piga_guide_get_closing (), 2, 3);
  g_assert_true (piga_guide_get_introduction () != piga_guide_get_closing ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide/steps", test_steps);
  g_test_add_func ("/guide/advice", test_advice);
  g_test_add_func ("/guide/checks", test_checks);
  g_test_add_func ("/guide/prompts", test_prompts);
  g_test_add_func ("/guide/passages", test_passages);

  return g_test_run ();
}
