/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A check of a step: one of the guide's, named by its key, or one of the person's own, which has a
 * text. A check of the guide that was never touched has no record. */

#include "piga-step-check.h"

#include <glib/gi18n-lib.h>

#include "piga-id.h"
#include "piga-interview.h"

struct _PigaStepCheck
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (PigaStepCheck, piga_step_check, PIGA_TYPE_RECORD)

static const PigaField fields[] = {
  [PIGA_STEP_CHECK_STEP] = { "step", PIGA_FIELD_INTEGER, N_ ("Step"), .least = 1, .most = 12 },
  [PIGA_STEP_CHECK_GUIDE_KEY] = { "guide_key", PIGA_FIELD_TEXT, N_ ("Check of the guide") },
  [PIGA_STEP_CHECK_TEXT] = { "text", PIGA_FIELD_TEXT, N_ ("Check"), PIGA_FIELD_SEARCHED },
  [PIGA_STEP_CHECK_DONE] = { "done", PIGA_FIELD_BOOLEAN, N_ ("Done") },
  [PIGA_STEP_CHECK_HIDDEN] = { "hidden", PIGA_FIELD_BOOLEAN, N_ ("Removed from the list") },
  [PIGA_STEP_CHECK_ROUND] = { "round", PIGA_FIELD_LINK, N_ ("Round"),
                              .linked = piga_interview_get_type },
};

static void
piga_step_check_class_init (PigaStepCheckClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "step_check", fields,
                             G_N_ELEMENTS (fields));
}

static void
piga_step_check_init (PigaStepCheck *self)
{
}

/**
 * piga_step_check_new_for_guide:
 * @step: the number of the step
 * @key: the key of one of its checks in the guide
 * @round: the id of the round that it belongs to, empty for none
 *
 * Returns: (transfer full): the one record of that check, not done yet; it has the same id on every
 *   computer
 */
PigaStepCheck *
piga_step_check_new_for_guide (guint step, const char *key, const char *round)
{
  g_autofree char *name = g_strdup_printf (
    round[0] == '\0' ? "step_check:%u:%s" : "step_check:%u:%s:%s", step, key, round);
  g_autofree char *id = piga_id_from_name (name);
  PigaStepCheck *self = piga_record_new_with_id (PIGA_TYPE_STEP_CHECK, id);

  piga_record_set_integer (self, PIGA_STEP_CHECK_STEP, step);
  piga_record_set_text (self, PIGA_STEP_CHECK_GUIDE_KEY, key);
  piga_record_set_text (self, PIGA_STEP_CHECK_ROUND, round);
  return self;
}
