/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the days of an application say about each other. Nothing is forbidden: people mend one date
 * after another, and life has odd orders. It is only said what looks like a slip. */

#include "piga-history.h"

#include <glib/gi18n-lib.h>

/* The way that applications go. “No answer” and the ends may come at any time. */
static const PigaStage way[] = { PIGA_STAGE_THINKING, PIGA_STAGE_APPLIED, PIGA_STAGE_INVITED,
                                 PIGA_STAGE_INTERVIEWED, PIGA_STAGE_OFFERED };

static char *
say_future (PigaStage stage)
{
  /* Translators: %s is such as “Invited”. */
  return g_strdup_printf (_ ("The date beside “%s” has not come yet. Please check it."),
                          piga_stage_get_label (stage));
}

static char *
say_order (PigaStage later, PigaStage earlier)
{
  /* Translators: both are such as “Invited” and “Applied”. */
  return g_strdup_printf (_ ("“%1$s” is dated before “%2$s”. Please check the two dates."),
                          piga_stage_get_label (later), piga_stage_get_label (earlier));
}

/**
 * piga_history_problem:
 * @application: an application
 * @today: the day it is
 *
 * Returns: (transfer full) (nullable): what looks wrong about the days on which it came to its
 *   stages; %NULL when nothing does
 */
char *
piga_history_problem (PigaJobApplication *application, PigaDay today)
{
  PigaStage last = PIGA_STAGE_THINKING;

  for (PigaStage stage = PIGA_STAGE_THINKING; stage < PIGA_N_STAGES; stage++)
    if (piga_stage_get_day (application, stage) > today)
      return say_future (stage);

  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      const PigaDay day = piga_stage_get_day (application, way[i]);

      if (day == PIGA_DAY_NONE)
        continue;
      if (day < piga_stage_get_day (application, last))
        return say_order (way[i], last);
      last = way[i];
    }
  return NULL;
}
