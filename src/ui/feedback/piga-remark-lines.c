/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-remark-lines.h"

/**
 * piga_remark_lines:
 * @text: a text that was pasted
 *
 * Returns: (transfer full): its lines, without blank ones, and without the dashes, dots and
 *   numbers that stand before the points of a list
 */
GStrv
piga_remark_lines (const char *text)
{
  g_autoptr (GRegex) bullet =
    g_regex_new ("^(?:[-–—*•·◦▪]|\\d{1,2}[.)])\\s+", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = g_regex_split_simple ("\\R", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_regex_replace_literal (bullet, g_strstrip (lines[i]), -1, 0, "",
                                                       G_REGEX_MATCH_DEFAULT, NULL);

      if (line != NULL && line[0] != '\0')
        g_strv_builder_add (builder, line);
    }
  return g_strv_builder_end (builder);
}
