/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step 8: learning all life long, and goals that can be reached. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const PigaAdvice advice[] = {
  {
    .title = N_ ("Keep learning, all your life"),
    .why = N_ ("Markets and tools change, and the people who stay wanted are those who stay "
               "curious. A growth mindset is just that: what you cannot do, you cannot do yet."),
    .how = N_ ("Choose one small thing at a time: a tool, a language, something new in your "
               "field. Give it half an hour on fixed days, use it on something real, and write in "
               "the journal what you can do now that you could not do before."),
    .example = N_ ("Someone in Machakos who stumbled over a question on spreadsheets practises "
                   "two evenings a week on the accounts of the family shop, and after three "
                   "months writes: “Then, a blank page. Now, a monthly report.”"),
  },
  {
    .title = N_ ("Set SMART goals"),
    .why = N_ ("“I want a job” depends on others; “four good applications a week” depends on you. "
               "A clear goal tells you when to rest, and when to be pleased with yourself."),
    .how = N_ ("Make it specific, measurable, achievable, relevant and time-bound: what exactly, "
               "how much, whether your last weeks say it can be done, why it matters to you, and "
               "by when. Write it under Goals and mark it each week. If it proves too big, make "
               "it smaller; that is good planning, not giving up."),
    .example = N_ ("Instead of “better at computers”, a teacher in Garissa writes: finish a free "
                   "spreadsheet course by the end of March, two evenings a week."),
  },
  { .title = NULL }
};

static const PigaCheck checks[] = {
  { "write-smart-goal", N_ ("Write one goal and answer its five questions") },
  { "write-not-yet", N_ ("Write one “not yet”: something you cannot do so far") },
  { "choose-small-skill", N_ ("Choose one small thing to learn this month") },
  { "mark-week", N_ ("Mark this week on one of your goals") },
  { "rest-whole-day", N_ ("Rest for one whole day") },
  { .key = NULL }
};

static const PigaPrompt prompts[] = {
  { "then-and-now", N_ ("What can you do now that you could not do three months ago?") },
  { "not-yet", N_ ("What are you still learning: what is your “not yet”?") },
  { "good-week", N_ ("What would make next week a good week?") },
  { "small-gain", N_ ("Which small thing went better this week than last?") },
  { .key = NULL }
};

const PigaStep piga_step_08_growth = {
  .number = 8,
  .title = N_ ("Adopt a growth mindset"),
  .short_title = N_ ("Growth mindset"),
  .line = N_ ("Not yet does not mean never"),
  .sentence = N_ ("What you cannot do yet is only where you begin; little by little fills the "
                  "measure."),
  .of_round = FALSE,
  .advice = advice,
  .checks = checks,
  .prompts = prompts,
};
