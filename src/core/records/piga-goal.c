/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A goal: one plain sentence, the answers to the five SMART questions, and the plan of the week. */

#include "piga-goal.h"

#include <glib/gi18n-lib.h>

#include "piga-interview.h"
#include "piga-remark.h"
#include "piga-theme.h"

struct _PigaGoal
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (PigaGoal, piga_goal, PIGA_TYPE_RECORD)

static const PigaChoice rhythms[] = {
  { "once", NC_ ("rhythm", "Once") },
  { "weekly", NC_ ("rhythm", "Every week") },
  { "monthly", NC_ ("rhythm", "Every month") },
  { NULL, NULL },
};

static const PigaChoice states[] = {
  { "going", NC_ ("goal", "Going on") },
  { "reached", NC_ ("goal", "Reached") },
  { "set-aside", NC_ ("goal", "Set aside") },
  { NULL, NULL },
};

static const PigaChoice counts[] = {
  { "by-hand", NC_ ("counts", "By hand") },
  { "applications", NC_ ("counts", "From my applications") },
  { NULL, NULL },
};

static const PigaField fields[] = {
  [PIGA_GOAL_TITLE] = { "title", PIGA_FIELD_TEXT, N_ ("Goal"),
                        PIGA_FIELD_REQUIRED | PIGA_FIELD_SEARCHED },
  [PIGA_GOAL_WHAT] = { "what", PIGA_FIELD_LONG, N_ ("What exactly"), PIGA_FIELD_SEARCHED },
  [PIGA_GOAL_AMOUNT] = { "amount", PIGA_FIELD_REAL, N_ ("How many"), .least = 0, .most = 1000000 },
  [PIGA_GOAL_UNIT] = { "unit", PIGA_FIELD_TEXT, N_ ("Of what"), PIGA_FIELD_SEARCHED },
  [PIGA_GOAL_ABLE] = { "able", PIGA_FIELD_LONG, N_ ("Why it can be done"), PIGA_FIELD_SEARCHED },
  [PIGA_GOAL_REASON] = { "reason", PIGA_FIELD_LONG, N_ ("Why it matters"), PIGA_FIELD_SEARCHED },
  [PIGA_GOAL_RHYTHM] = { "rhythm", PIGA_FIELD_CHOICE, N_ ("How often"), .choices = rhythms,
                         .context = "rhythm" },
  [PIGA_GOAL_DUE] = { "due", PIGA_FIELD_DAY, N_ ("By when") },
  [PIGA_GOAL_PLAN_WHEN] = { "plan_when", PIGA_FIELD_TEXT, N_ ("When"), PIGA_FIELD_SEARCHED },
  [PIGA_GOAL_PLAN_WHERE] = { "plan_where", PIGA_FIELD_TEXT, N_ ("Where"), PIGA_FIELD_SEARCHED },
  [PIGA_GOAL_STEP] = { "step", PIGA_FIELD_INTEGER, N_ ("Step"), .least = 0, .most = 12 },
  [PIGA_GOAL_STATE] = { "state", PIGA_FIELD_CHOICE, N_ ("State"), .choices = states,
                        .context = "goal" },
  [PIGA_GOAL_ROUND] = { "round", PIGA_FIELD_LINK, N_ ("Round"), .linked = piga_interview_get_type },
  [PIGA_GOAL_REMARK] = { "remark", PIGA_FIELD_LINK, N_ ("Remark"), .linked = piga_remark_get_type },
  [PIGA_GOAL_THEME] = { "theme", PIGA_FIELD_CHOICE, N_ ("Theme"), .choices = piga_themes,
                        .context = "theme" },
  [PIGA_GOAL_COUNTS] = { "counts", PIGA_FIELD_CHOICE, N_ ("How it is counted"), .choices = counts,
                         .context = "counts" },
};

static void
piga_goal_class_init (PigaGoalClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "goal", fields, G_N_ELEMENTS (fields));
}

static void
piga_goal_init (PigaGoal *self)
{
}
