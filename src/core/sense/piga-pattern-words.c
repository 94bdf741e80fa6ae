/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the patterns come to, in words and in their order. */

#include "piga-patterns.h"

#include <glib/gi18n-lib.h>

static gint
compare_counts (guint one, guint other)
{
  return one == other ? 0 : (one > other ? -1 : 1);
}

static gint
compare_rows (gconstpointer one, gconstpointer other, gpointer data)
{
  const PigaPatternRow *a = *(const PigaPatternRow *const *) one;
  const PigaPatternRow *b = *(const PigaPatternRow *const *) other;
  const PigaSide side = GPOINTER_TO_UINT (data);
  const gint by_employers = compare_counts (a->n_employers[side], b->n_employers[side]);
  const gint by_interviews = compare_counts (a->n_interviews[side], b->n_interviews[side]);

  if (by_interviews != 0 || by_employers != 0)
    return by_interviews != 0 ? by_interviews : by_employers;
  return a->theme < b->theme ? -1 : 1;
}

/**
 * piga_patterns_rank:
 * @self: patterns
 * @side: strength or gap
 *
 * Returns: (transfer container) (element-type PigaPatternRow): the rows with anything on that
 *   side, those seen in most interviews first
 */
GPtrArray *
piga_patterns_rank (PigaPatterns *self, PigaSide side)
{
  GPtrArray *ranked = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      PigaPatternRow *row = self->rows->pdata[i];

      if (row->n_interviews[side] > 0)
        g_ptr_array_add (ranked, row);
    }
  g_ptr_array_sort_with_data (ranked, compare_rows, GUINT_TO_POINTER (side));
  return ranked;
}

/**
 * piga_patterns_rank_apart:
 * @self: patterns
 *
 * Returns: (transfer container) (element-type PigaPatternRow): the rows with anything that is not
 *   the person's to change, in the themes' order
 */
GPtrArray *
piga_patterns_rank_apart (PigaPatterns *self)
{
  GPtrArray *apart = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      PigaPatternRow *row = self->rows->pdata[i];

      if (row->n_apart > 0)
        g_ptr_array_add (apart, row);
    }
  return apart;
}

/**
 * piga_patterns_are_enough:
 * @self: patterns
 *
 * Returns: whether enough interviews have anything noted to say something of them
 */
gboolean
piga_patterns_are_enough (PigaPatterns *self)
{
  return self->interviews->len >= PIGA_PATTERNS_LEAST_INTERVIEWS;
}

/**
 * piga_patterns_sentence:
 * @self: patterns
 *
 * Returns: (transfer full): how much there is to go by
 */
char *
piga_patterns_sentence (PigaPatterns *self)
{
  const guint n_interviews = self->interviews->len;

  if (n_interviews == 0)
    return g_strdup (_ ("Nothing noted from an interview yet."));
  if (!piga_patterns_are_enough (self))
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Too few to say: %u interview noted so far.",
                   "Too few to say: %u interviews noted so far.", n_interviews),
      n_interviews);
  if (self->n_employers == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u interview noted so far.",
                                         "%u interviews noted so far.", n_interviews),
                            n_interviews);
  return g_strdup_printf (
    /* Translators: %1$u is how many interviews, 3 or more; the plural is that of the employers */
    g_dngettext (GETTEXT_PACKAGE, "%1$u interviews noted so far, with %2$u employer.",
                 "%1$u interviews noted so far, with %2$u employers.", self->n_employers),
    n_interviews, self->n_employers);
}

/**
 * piga_pattern_row_comes_back:
 * @row: a row
 * @side: strength or gap
 *
 * Returns: whether it was seen with so many employers that it is more than one panel's opinion
 */
gboolean
piga_pattern_row_comes_back (const PigaPatternRow *row, PigaSide side)
{
  return row->n_employers[side] >= PIGA_PATTERNS_LEAST_EMPLOYERS;
}

static const char *
get_label (PigaTheme theme)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "theme", piga_themes[theme].label);
}

static char *
say_strength (const PigaPatternRow *row, guint n_all)
{
  const guint n_interviews = row->n_interviews[PIGA_SIDE_STRENGTH];
  const guint n_employers = row->n_employers[PIGA_SIDE_STRENGTH];

  if (piga_pattern_row_comes_back (row, PIGA_SIDE_STRENGTH))
    return g_strdup_printf (
      /* Translators: %1$s is a theme, such as “Examples and stories”; %2$u of %3$u interviews;
         * the plural is that of the employers, 3 or more */
      g_dngettext (
        GETTEXT_PACKAGE, "%1$s: a strength in %2$u of %3$u interviews, with %4$u employer.",
        "%1$s: a strength in %2$u of %3$u interviews, with %4$u employers.", n_employers),
      get_label (row->theme), n_interviews, n_all, n_employers);
  return g_strdup_printf (
    /* Translators: %1$s is a theme, such as “Examples and stories”; %2$u of %3$u interviews, the
       * plural is that of all */
    g_dngettext (GETTEXT_PACKAGE, "%1$s: a strength in %2$u of %3$u interview.",
                 "%1$s: a strength in %2$u of %3$u interviews.", n_all),
    get_label (row->theme), n_interviews, n_all);
}

static char *
say_gap (const PigaPatternRow *row, guint n_all)
{
  const guint n_interviews = row->n_interviews[PIGA_SIDE_GAP];
  const guint n_employers = row->n_employers[PIGA_SIDE_GAP];

  if (piga_pattern_row_comes_back (row, PIGA_SIDE_GAP))
    return g_strdup_printf (
      /* Translators: %1$s is a theme, such as “Examples and stories”; %2$u of %3$u interviews;
         * the plural is that of the employers, 3 or more */
      g_dngettext (GETTEXT_PACKAGE, "%1$s: a gap in %2$u of %3$u interviews, with %4$u employer.",
                   "%1$s: a gap in %2$u of %3$u interviews, with %4$u employers.", n_employers),
      get_label (row->theme), n_interviews, n_all, n_employers);
  return g_strdup_printf (
    /* Translators: %1$s is a theme, such as “Examples and stories”; %2$u of %3$u interviews, the
       * plural is that of all */
    g_dngettext (GETTEXT_PACKAGE, "%1$s: a gap in %2$u of %3$u interview.",
                 "%1$s: a gap in %2$u of %3$u interviews.", n_all),
    get_label (row->theme), n_interviews, n_all);
}

/**
 * piga_pattern_row_sentence:
 * @patterns: the patterns
 * @row: one of their rows
 * @side: strength or gap
 *
 * Returns: (transfer full) (nullable): in how many interviews it was noted, and if it comes back,
 *   with how many employers; %NULL where it was not noted
 */
char *
piga_pattern_row_sentence (PigaPatterns *patterns, const PigaPatternRow *row, PigaSide side)
{
  if (row->n_interviews[side] == 0)
    return NULL;
  return side == PIGA_SIDE_STRENGTH ? say_strength (row, patterns->interviews->len)
                                    : say_gap (row, patterns->interviews->len);
}

/**
 * piga_pattern_row_apart_sentence:
 * @patterns: the patterns
 * @row: one of their rows
 *
 * Returns: (transfer full) (nullable): in how many interviews something of it was noted that is not
 *   the person's to change; %NULL where there was nothing
 */
char *
piga_pattern_row_apart_sentence (PigaPatterns *patterns, const PigaPatternRow *row)
{
  const guint n_all = patterns->interviews->len;

  if (row->n_apart == 0)
    return NULL;
  if (row->theme == PIGA_THEME_CHANCE)
    return g_strdup_printf (
      /* Translators: %1$u of %2$u interviews, the plural is that of all */
      g_dngettext (GETTEXT_PACKAGE, "Out of your hands in %1$u of %2$u interview.",
                   "Out of your hands in %1$u of %2$u interviews.", n_all),
      row->n_apart, n_all);
  return g_strdup_printf (
    /* Translators: %1$s is a theme, such as “Pay and terms”; %2$u of %3$u interviews, the plural
       * is that of all */
    g_dngettext (GETTEXT_PACKAGE, "%1$s: not yours to change in %2$u of %3$u interview.",
                 "%1$s: not yours to change in %2$u of %3$u interviews.", n_all),
    get_label (row->theme), row->n_apart, n_all);
}
