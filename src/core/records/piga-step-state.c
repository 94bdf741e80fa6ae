/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the person calls a step done. A step that was never called done has no record. */

#include "piga-step-state.h"

#include <glib/gi18n-lib.h>

#include "piga-id.h"
#include "piga-interview.h"

struct _PigaStepState
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (PigaStepState, piga_step_state, PIGA_TYPE_RECORD)

static const PigaField fields[] = {
  [PIGA_STEP_STATE_STEP] = { "step", PIGA_FIELD_INTEGER, N_ ("Step"), .least = 1, .most = 12 },
  [PIGA_STEP_STATE_DONE] = { "done", PIGA_FIELD_BOOLEAN, N_ ("Done") },
  [PIGA_STEP_STATE_ROUND] = { "round", PIGA_FIELD_LINK, N_ ("Round"),
                              .linked = piga_interview_get_type },
};

static void
piga_step_state_class_init (PigaStepStateClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "step_state", fields,
                             G_N_ELEMENTS (fields));
}

static void
piga_step_state_init (PigaStepState *self)
{
}

/**
 * piga_step_state_new_for_step:
 * @step: the number of the step
 * @round: the id of the round that it belongs to, empty for none
 *
 * Returns: (transfer full): the one record of that step, not done yet; it has the same id on every
 *   computer
 */
PigaStepState *
piga_step_state_new_for_step (guint step, const char *round)
{
  g_autofree char *name =
    g_strdup_printf (round[0] == '\0' ? "step_state:%u" : "step_state:%u:%s", step, round);
  g_autofree char *id = piga_id_from_name (name);
  PigaStepState *self = piga_record_new_with_id (PIGA_TYPE_STEP_STATE, id);

  piga_record_set_integer (self, PIGA_STEP_STATE_STEP, step);
  piga_record_set_text (self, PIGA_STEP_STATE_ROUND, round);
  return self;
}
