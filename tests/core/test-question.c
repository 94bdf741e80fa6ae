/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/piga-question.h"

#define EARLY "019a7c01-0000-7abc-8def-000000000001"
#define LATE "019a7c02-0000-7abc-8def-000000000001"

static PigaQuestion *
create_question (const char *id, const char *remark)
{
  PigaQuestion *question = g_object_new (PIGA_TYPE_QUESTION, "id", id, NULL);

  piga_record_set_text (question, PIGA_QUESTION_REMARK, remark);
  return question;
}

static void
test_was_asked (void)
{
  g_autoptr (PigaQuestion) alone = create_question (EARLY, "");
  g_autoptr (PigaQuestion) with_later_remark = create_question (EARLY, LATE);
  g_autoptr (PigaQuestion) from_remark = create_question (LATE, EARLY);

  g_assert_true (piga_question_was_asked (alone));
  g_assert_true (piga_question_was_asked (with_later_remark));
  g_assert_false (piga_question_was_asked (from_remark));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question/was-asked", test_was_asked);

  return g_test_run ();
}
