/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-guide.h"

static const PigaStep *const steps[PIGA_GUIDE_N_STEPS] = {
  &piga_step_01_feelings,      &piga_step_02_feedback, &piga_step_03_reflection,
  &piga_step_04_skills,        &piga_step_05_profile,  &piga_step_06_network,
  &piga_step_07_opportunities, &piga_step_08_growth,   &piga_step_09_persistence,
  &piga_step_10_support,       &piga_step_11_coaching, &piga_step_12_next,
};

/**
 * piga_guide_get_step:
 * @number: the step's number, from 1 to %PIGA_GUIDE_N_STEPS
 *
 * Gets one of the twelve steps.
 *
 * Returns: (transfer none) (nullable): the step, or %NULL when there is none of that number
 */
const PigaStep *
piga_guide_get_step (guint number)
{
  if (number < 1 || number > PIGA_GUIDE_N_STEPS)
    return NULL;

  return steps[number - 1];
}

/**
 * piga_guide_get_introduction:
 *
 * Gets what is read before the first step.
 *
 * Returns: (transfer none): the passage
 */
const PigaPassage *
piga_guide_get_introduction (void)
{
  return &piga_guide_introduction;
}

/**
 * piga_guide_get_closing:
 *
 * Gets what is read after the last step.
 *
 * Returns: (transfer none): the passage
 */
const PigaPassage *
piga_guide_get_closing (void)
{
  return &piga_guide_closing;
}

/**
 * piga_guide_find_check:
 * @step: the step's number, from 1 to %PIGA_GUIDE_N_STEPS
 * @key: the check's key
 *
 * Finds one of a step's checks by the key that the person's records carry. A check the person
 * added, or one that a newer version of the guide brought, is not found.
 *
 * Returns: (transfer none) (nullable): the check, or %NULL when the step has none of that key
 */
const PigaCheck *
piga_guide_find_check (guint step, const char *key)
{
  const PigaStep *found = piga_guide_get_step (step);

  g_return_val_if_fail (key != NULL, NULL);

  if (found == NULL)
    return NULL;

  for (const PigaCheck *check = found->checks; check->key != NULL; check++)
    {
      if (g_str_equal (check->key, key))
        return check;
    }

  return NULL;
}

/**
 * piga_guide_find_prompt:
 * @step: the step's number, from 1 to %PIGA_GUIDE_N_STEPS
 * @key: the prompt's key
 *
 * Finds one of a step's prompts by the key that the person's entries carry.
 *
 * Returns: (transfer none) (nullable): the prompt, or %NULL when the step has none of that key
 */
const PigaPrompt *
piga_guide_find_prompt (guint step, const char *key)
{
  const PigaStep *found = piga_guide_get_step (step);

  g_return_val_if_fail (key != NULL, NULL);

  if (found == NULL)
    return NULL;

  for (const PigaPrompt *prompt = found->prompts; prompt->key != NULL; prompt++)
    {
      if (g_str_equal (prompt->key, key))
        return prompt;
    }

  return NULL;
}
