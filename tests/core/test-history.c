/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the days of an application say about each other. */

#include "sense/piga-history.h"

#define TODAY (piga_day_new (2026, 11, 22))

typedef struct
{
  const char *name;
  int days_ago[PIGA_N_STAGES]; /* 0 for no day */
  const char *problem;         /* what the sentence begins with; NULL for none */
} Case;

static const Case cases[] = {
  { "nothing", { 0 }, NULL },
  { "in order",
    { [PIGA_STAGE_THINKING] = 30,
      [PIGA_STAGE_APPLIED] = 20,
      [PIGA_STAGE_INVITED] = 10,
      [PIGA_STAGE_INTERVIEWED] = 5,
      [PIGA_STAGE_OFFERED] = 1 },
    NULL },
  { "all on one day",
    { [PIGA_STAGE_APPLIED] = 4, [PIGA_STAGE_INVITED] = 4, [PIGA_STAGE_INTERVIEWED] = 4 },
    NULL },
  { "ends at any time", { [PIGA_STAGE_APPLIED] = 4, [PIGA_STAGE_WITHDRAWN] = 9 }, NULL },
  { "silence and then an answer", { [PIGA_STAGE_SILENT] = 9, [PIGA_STAGE_INVITED] = 2 }, NULL },
  { "invited before applied",
    { [PIGA_STAGE_APPLIED] = 4, [PIGA_STAGE_INVITED] = 9 },
    "“Invited” is dated before “Applied”." },
  { "a gap between",
    { [PIGA_STAGE_APPLIED] = 4, [PIGA_STAGE_OFFERED] = 9 },
    "“Offer” is dated before “Applied”." },
  { "to come", { [PIGA_STAGE_APPLIED] = -1 }, "The date beside “Applied” has not come yet." },
};

static void
test_problem (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  g_autofree char *problem = NULL;

  for (PigaStage stage = PIGA_STAGE_THINKING; stage < PIGA_N_STAGES; stage++)
    if (expected->days_ago[stage] != 0)
      piga_record_set_day (application, PIGA_JOB_APPLICATION_THINKING_ON + stage,
                           TODAY - expected->days_ago[stage]);
  problem = piga_history_problem (application, TODAY);
  if (expected->problem == NULL)
    g_assert_null (problem);
  else
    g_assert_true (g_str_has_prefix (problem, expected->problem));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/history/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_problem);
    }
  return g_test_run ();
}
