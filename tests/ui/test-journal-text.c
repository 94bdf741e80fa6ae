/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal/piga-clean-text.h"
#include "journal/piga-words.h"

#include <string.h>

#define BYTES(s) s, sizeof (s) - 1

static void
assert_clean (const char *bytes, gsize length, const char *expected, gboolean expected_cleaned)
{
  gboolean cleaned = !expected_cleaned;
  g_autofree char *text = piga_clean_text (bytes, length, &cleaned);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (cleaned, ==, expected_cleaned);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
test_clean (void)
{
  assert_clean (BYTES (""), "", FALSE);
  assert_clean (BYTES ("Shajara yangu – “leo” 😀"), "Shajara yangu – “leo” 😀", FALSE);
  assert_clean (BYTES ("a\tb\nc"), "a\tb\nc", FALSE);
  assert_clean (BYTES ("a\r\nb\rc\n"), "a\nb\nc\n", FALSE);
  assert_clean (BYTES ("be\0fore"), "before", TRUE);
  assert_clean (BYTES ("\0"), "", TRUE);
  assert_clean (BYTES ("bell\a, escape\033[1m"), "bell, escape[1m", TRUE);
  assert_clean (BYTES ("caf\351 noir"), "caf\357\277\275 noir", TRUE);
  assert_clean (BYTES ("cut off \342\200"), "cut off \357\277\275\357\277\275", TRUE);
  assert_clean (BYTES ("half a pair \355\240\200"),
                "half a pair \357\277\275\357\277\275\357\277\275", TRUE);
}

static void
test_words (void)
{
  g_assert_cmpuint (piga_words_count (""), ==, 0);
  g_assert_cmpuint (piga_words_count (" \n\t "), ==, 0);
  g_assert_cmpuint (piga_words_count ("neno"), ==, 1);
  g_assert_cmpuint (piga_words_count ("Ng'ombe wa wasifu-kazi"), ==, 3);
  g_assert_cmpuint (piga_words_count ("# Leo\n\n- moja\n- mbili — na 3\n***"), ==, 5);
  g_assert_cmpuint (piga_words_count ("a\302\240b\342\200\250c"), ==, 3);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint *n_words = user_data;
  g_autoptr (GError) error = NULL;

  if (!piga_words_count_finish (result, n_words, &error))
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      *n_words = G_MAXUINT - 1;
    }
}

static void
test_words_async (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  char *text = g_ref_string_new ("one two three");
  guint n_words = G_MAXUINT;
  guint n_cancelled = G_MAXUINT;

  piga_words_count_async (text, NULL, counted_cb, &n_words);
  piga_words_count_async (text, cancellable, counted_cb, &n_cancelled);
  g_cancellable_cancel (cancellable);
  g_ref_string_release (text);
  while (n_words == G_MAXUINT || n_cancelled == G_MAXUINT)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_words, ==, 3);
  g_assert_cmpuint (n_cancelled, ==, G_MAXUINT - 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/words-async", test_words_async);
  return g_test_run ();
}
