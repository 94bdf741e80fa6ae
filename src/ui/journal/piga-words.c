/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-words.h"

/**
 * piga_words_count:
 * @text: a text
 *
 * Counts as people do: a word is what stands between spaces and holds a letter or a figure.
 * "ng'ombe" and "wasifu-kazi" are one word each; a dash, a bullet or a heading's # is none.
 *
 * Returns: the number of words
 */
guint
piga_words_count (const char *text)
{
  guint n_words = 0;
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        in_word = FALSE;
      else if (!in_word && g_unichar_isalnum (c))
        {
          in_word = TRUE;
          n_words++;
        }
    }
  return n_words;
}

static void
count_in_thread (GTask *task, gpointer source, gpointer text, GCancellable *cancellable)
{
  g_task_return_int (task, piga_words_count (text));
}

/**
 * piga_words_count_async:
 * @text: a #GRefString
 * @cancellable: (nullable): cancels
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Counts the words of a text of any length on another thread.
 */
void
piga_words_count_async (const char *text, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, piga_words_count_async);
  g_task_set_task_data (task, g_ref_string_acquire ((char *) text),
                        (GDestroyNotify) g_ref_string_release);
  g_task_run_in_thread (task, count_in_thread);
}

/**
 * piga_words_count_finish:
 * @result: what the callback was given
 * @n_words: (out): the number of words
 * @error: return location for a %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the words were counted
 */
gboolean
piga_words_count_finish (GAsyncResult *result, guint *n_words, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  const gssize n = g_task_propagate_int (G_TASK (result), error);

  *n_words = n < 0 ? 0 : (guint) n;
  return n >= 0;
}
