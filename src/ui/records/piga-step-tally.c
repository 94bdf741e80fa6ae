/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-step-tally.h"

#include "guide/piga-guide.h"
#include "records/piga-step-check.h"
#include "records/piga-step-state.h"

typedef struct
{
  guint checks;
  guint ticked;
  gboolean done;
} Count;

struct _PigaStepTally
{
  GObject parent_instance;

  GListModel *checks;
  GListModel *states;
  PigaRounds *rounds;

  Count counts[PIGA_GUIDE_N_STEPS + 1]; /* by step; the first is nobody's */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaStepTally, piga_step_tally, G_TYPE_OBJECT)

/* A check of the guide counts from the start; its record, once there is one, only says what became
 * of it. A check of one's own counts by its record. */
static void
count_check (Count *count, PigaStepCheck *check, gboolean in_guide)
{
  if (piga_record_get_boolean (check, PIGA_STEP_CHECK_HIDDEN))
    count->checks -= in_guide;
  else
    {
      count->checks += !in_guide;
      count->ticked += piga_record_get_boolean (check, PIGA_STEP_CHECK_DONE);
    }
}

/* What was done for another rejection does not count now. */
static gboolean
counts_now (PigaStepTally *self, gint64 step, const char *round)
{
  return step >= 1 && step <= PIGA_GUIDE_N_STEPS
         && g_str_equal (round, piga_rounds_get_id_for_step (self->rounds, (guint) step));
}

static void
count_checks (PigaStepTally *self)
{
  const guint n_checks = g_list_model_get_n_items (self->checks);

  for (guint i = 0; i < n_checks; i++)
    {
      g_autoptr (PigaStepCheck) check = g_list_model_get_item (self->checks, i);
      const gint64 step = piga_record_get_integer (check, PIGA_STEP_CHECK_STEP);
      const char *key = piga_record_get_text (check, PIGA_STEP_CHECK_GUIDE_KEY);
      const gboolean in_guide = piga_guide_find_check ((guint) step, key) != NULL;

      if (counts_now (self, step, piga_record_get_text (check, PIGA_STEP_CHECK_ROUND))
          && (in_guide || key[0] == '\0'))
        count_check (&self->counts[step], check, in_guide);
    }
}

static void
count_states (PigaStepTally *self)
{
  const guint n_states = g_list_model_get_n_items (self->states);

  for (guint i = 0; i < n_states; i++)
    {
      g_autoptr (PigaStepState) state = g_list_model_get_item (self->states, i);
      const gint64 step = piga_record_get_integer (state, PIGA_STEP_STATE_STEP);

      if (counts_now (self, step, piga_record_get_text (state, PIGA_STEP_STATE_ROUND)))
        self->counts[step].done = piga_record_get_boolean (state, PIGA_STEP_STATE_DONE);
    }
}

static void
count_all (PigaStepTally *self)
{
  memset (self->counts, 0, sizeof self->counts);
  for (guint step = 1; step <= PIGA_GUIDE_N_STEPS; step++)
    for (const PigaCheck *check = piga_guide_get_step (step)->checks; check->key != NULL; check++)
      self->counts[step].checks++;
  count_checks (self);
  count_states (self);
}

static void
recount (PigaStepTally *self)
{
  Count before[G_N_ELEMENTS (self->counts)];

  memcpy (before, self->counts, sizeof before);
  count_all (self);
  if (memcmp (before, self->counts, sizeof before) != 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
piga_step_tally_dispose (GObject *object)
{
  PigaStepTally *self = PIGA_STEP_TALLY (object);

  g_clear_object (&self->rounds);
  g_clear_object (&self->checks);
  g_clear_object (&self->states);

  G_OBJECT_CLASS (piga_step_tally_parent_class)->dispose (object);
}

static void
piga_step_tally_class_init (PigaStepTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_step_tally_dispose;

  signals[CHANGED] = g_signal_new ("changed", PIGA_TYPE_STEP_TALLY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
piga_step_tally_init (PigaStepTally *self)
{
}

static GListModel *
follow (PigaStepTally *self, PigaStore *store, GType type)
{
  GListModel *list = piga_store_list (store, type);

  g_signal_connect_object (list, "items-changed", G_CALLBACK (recount), self, G_CONNECT_SWAPPED);
  return g_object_ref (list);
}

/**
 * piga_step_tally_new:
 * @context: the context
 *
 * Returns: (transfer full): a tally of the round that the pages are about, which follows the store
 */
PigaStepTally *
piga_step_tally_new (PigaContext *context)
{
  PigaStore *store = piga_context_get_store (context);
  PigaStepTally *self = g_object_new (PIGA_TYPE_STEP_TALLY, NULL);

  self->checks = follow (self, store, PIGA_TYPE_STEP_CHECK);
  self->states = follow (self, store, PIGA_TYPE_STEP_STATE);
  g_signal_connect_object (store, "record-saved::step_check", G_CALLBACK (recount), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::step_state", G_CALLBACK (recount), self,
                           G_CONNECT_SWAPPED);
  self->rounds = g_object_ref (piga_context_get_rounds (context));
  g_signal_connect_object (self->rounds, "notify::current", G_CALLBACK (recount), self,
                           G_CONNECT_SWAPPED);
  count_all (self);
  return self;
}

/**
 * piga_step_tally_count_checks:
 * @self: the tally
 * @step: the number of a step
 *
 * Returns: how many checks it has: the guide's and the person's own
 */
guint
piga_step_tally_count_checks (PigaStepTally *self, guint step)
{
  g_return_val_if_fail (step >= 1 && step <= PIGA_GUIDE_N_STEPS, 0);

  return self->counts[step].checks;
}

/**
 * piga_step_tally_count_ticked:
 * @self: the tally
 * @step: the number of a step
 *
 * Returns: how many of its checks are done
 */
guint
piga_step_tally_count_ticked (PigaStepTally *self, guint step)
{
  g_return_val_if_fail (step >= 1 && step <= PIGA_GUIDE_N_STEPS, 0);

  return self->counts[step].ticked;
}

/**
 * piga_step_tally_is_done:
 * @self: the tally
 * @step: the number of a step
 *
 * Returns: whether the person has called it done
 */
gboolean
piga_step_tally_is_done (PigaStepTally *self, guint step)
{
  g_return_val_if_fail (step >= 1 && step <= PIGA_GUIDE_N_STEPS, FALSE);

  return self->counts[step].done;
}

/**
 * piga_step_tally_count_done:
 * @self: the tally
 *
 * Returns: how many steps the person has called done
 */
guint
piga_step_tally_count_done (PigaStepTally *self)
{
  guint n_done = 0;

  for (guint step = 1; step <= PIGA_GUIDE_N_STEPS; step++)
    n_done += self->counts[step].done;
  return n_done;
}
