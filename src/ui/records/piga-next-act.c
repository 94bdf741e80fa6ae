/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What to go on with: the first step that is not done, and in it the first small act. */

#include "config.h"

#include "piga-next-act.h"

#include "records/piga-step-check.h"

/**
 * piga_next_act_find_step:
 * @tally: how far the person has come
 *
 * Returns: the number of the first step that is not called done, 0 when all of them are
 */
guint
piga_next_act_find_step (PigaStepTally *tally)
{
  for (guint step = 1; step <= PIGA_GUIDE_N_STEPS; step++)
    if (!piga_step_tally_is_done (tally, step))
      return step;
  return 0;
}

/**
 * piga_next_act_find_check:
 * @context: the context
 * @step: the number of a step
 *
 * Returns: (transfer none) (nullable): the first of the guide's acts that is neither done nor
 *   removed in the round that the pages are about
 */
const PigaCheck *
piga_next_act_find_check (PigaContext *context, guint step)
{
  PigaStore *store = piga_context_get_store (context);
  const char *round = piga_rounds_get_id_for_step (piga_context_get_rounds (context), step);

  for (const PigaCheck *check = piga_guide_get_step (step)->checks; check->key != NULL; check++)
    {
      g_autoptr (PigaStepCheck) untouched = piga_step_check_new_for_guide (step, check->key, round);
      PigaStepCheck *kept =
        piga_store_get (store, PIGA_TYPE_STEP_CHECK, piga_record_get_id (untouched));

      if (kept == NULL
          || (!piga_record_get_boolean (kept, PIGA_STEP_CHECK_DONE)
              && !piga_record_get_boolean (kept, PIGA_STEP_CHECK_HIDDEN)))
        return check;
    }
  return NULL;
}
