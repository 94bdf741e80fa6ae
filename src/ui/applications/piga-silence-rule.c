/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-silence-rule.h"

/**
 * piga_silence_rule_get:
 * @context: the context
 *
 * Returns: how long the person waits for an answer, as they set it
 */
PigaSilenceRule
piga_silence_rule_get (PigaContext *context)
{
  GSettings *settings = piga_context_get_settings (context);

  return (PigaSilenceRule) {
    .follow_up_days = (guint) g_settings_get_int (settings, "follow-up-days"),
    .closed_days = (guint) g_settings_get_int (settings, "closed-days"),
  };
}
