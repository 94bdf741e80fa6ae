/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The status of an application is not kept beside its history: it is read from it. The history is
 * one day per stage, and the stage it is in is the one it came to last. So the two can never
 * contradict each other, and a wrong step is mended by a date. */

#include "piga-stage.h"

#include <glib/gi18n-lib.h>

/* The stages stand beside each other in the record, in their order. */
static guint
get_field (PigaStage stage)
{
  return PIGA_JOB_APPLICATION_THINKING_ON + stage;
}

/**
 * piga_stage_get_day:
 * @application: an application
 * @stage: a stage
 *
 * Returns: the day on which it came to that stage, or %PIGA_DAY_NONE
 */
PigaDay
piga_stage_get_day (PigaJobApplication *application, PigaStage stage)
{
  return piga_record_get_day (application, get_field (stage));
}

/**
 * piga_stage_get:
 * @application: an application
 *
 * Returns: the stage it came to last; one without any day is being thought about
 */
PigaStage
piga_stage_get (PigaJobApplication *application)
{
  PigaStage latest = PIGA_STAGE_THINKING;
  PigaDay latest_day = piga_stage_get_day (application, latest);

  for (PigaStage stage = PIGA_STAGE_APPLIED; stage < PIGA_N_STAGES; stage++)
    {
      const PigaDay day = piga_stage_get_day (application, stage);

      if (day != PIGA_DAY_NONE && day >= latest_day)
        {
          latest = stage;
          latest_day = day;
        }
    }
  return latest;
}

/**
 * piga_stage_get_since:
 * @application: an application
 *
 * Returns: the day on which it came to the stage it is in, or %PIGA_DAY_NONE
 */
PigaDay
piga_stage_get_since (PigaJobApplication *application)
{
  return piga_stage_get_day (application, piga_stage_get (application));
}

/**
 * piga_stage_is_open:
 * @stage: a stage
 *
 * Returns: whether something can still come of it
 */
gboolean
piga_stage_is_open (PigaStage stage)
{
  return stage != PIGA_STAGE_SILENT && stage < PIGA_STAGE_OFFERED;
}

/**
 * piga_stage_move:
 * @application: an application
 * @stage: the stage it is in now
 * @day: the day on which it came there
 *
 * Writes the stage into the history, and takes out what would come after it: the stages of later
 * days, and of that day the ones that count more. So @stage is the stage afterwards.
 */
void
piga_stage_move (PigaJobApplication *application, PigaStage stage, PigaDay day)
{
  for (PigaStage other = PIGA_STAGE_THINKING; other < PIGA_N_STAGES; other++)
    {
      const PigaDay its_day = piga_stage_get_day (application, other);

      if (its_day > day || (its_day == day && other > stage))
        piga_record_set_day (application, get_field (other), PIGA_DAY_NONE);
    }
  piga_record_set_day (application, get_field (stage), day);
}

/**
 * piga_stage_get_label:
 * @stage: a stage
 *
 * Returns: (transfer none): how it is called, in the language of the interface
 */
const char *
piga_stage_get_label (PigaStage stage)
{
  static const char *const labels[PIGA_N_STAGES] = {
    [PIGA_STAGE_THINKING] = NC_ ("stage", "Thinking about it"),
    [PIGA_STAGE_APPLIED] = NC_ ("stage", "Applied"),
    [PIGA_STAGE_SILENT] = NC_ ("stage", "No answer"),
    [PIGA_STAGE_INVITED] = NC_ ("stage", "Invited"),
    [PIGA_STAGE_INTERVIEWED] = NC_ ("stage", "Interviewed"),
    [PIGA_STAGE_OFFERED] = NC_ ("stage", "Offer"),
    [PIGA_STAGE_NOT_CHOSEN] = NC_ ("stage", "Not chosen"),
    [PIGA_STAGE_WITHDRAWN] = NC_ ("stage", "Withdrawn"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "stage", labels[stage]);
}
