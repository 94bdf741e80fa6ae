/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step 3: a fair look at one interview, and at several. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const PigaAdvice advice[] = {
  {
    .title = N_ ("Assess yourself fairly"),
    .why = N_ ("Memory likes to keep the one question that caught you out and drop the five you "
               "answered well. Writing them all down gives you back the whole interview, with the "
               "places where you shone."),
    .how = N_ ("List the questions you remember and mark each answer strong, solid or a gap. Start "
               "with the strong ones. Ask how prepared you were, and whether your strengths and "
               "qualifications came across. Name at most three gaps, with one small fix for each."),
    .example = N_ ("On the bus from Nairobi to Embu you write down eight questions. Two answers "
                   "were strong and five solid; “What is the mandate of this institution?” was a "
                   "gap. The fix: one evening of reading about the institution before the next "
                   "interview."),
  },
  {
    .title = N_ ("Look for patterns"),
    .why = N_ ("One interview is one day, too little to conclude from. When several panels say the "
               "same thing, or the same note keeps turning up in your own hand, you have found "
               "something to work on."),
    .how = N_ ("Keep your notes from every interview and, from the third one on, lay them side by "
               "side. Count what comes back, in the panels’ words and in yours, the good things "
               "too. Take up one thing that is yours to change."),
    .example = N_ ("Panels in Mombasa, Kilifi and Nairobi ask how you handled a disagreement, and "
                   "three times out of three you tell what the others did. It is not a fault of "
                   "character; it is one story to prepare, with your own part in it."),
  },
  { .title = NULL }
};

static const PigaCheck checks[] = {
  { "write-questions", N_ ("Write down the questions you remember") },
  { "mark-answers", N_ ("Mark each answer strong, solid or a gap") },
  { "strengths-first", N_ ("Name two things that went well, before any gap") },
  { "name-gaps", N_ ("Name at most three gaps") },
  { "one-fix-each", N_ ("Write one small fix for each gap") },
  { .key = NULL }
};

static const PigaPrompt prompts[] = {
  { "answer-again", N_ ("Which answer would you give again?") },
  { "caught-out", N_ ("Which question caught you out, and what would you say now?") },
  { "surprise", N_ ("What surprised you?") },
  { "how-prepared", N_ ("How prepared were you, honestly?") },
  { .key = NULL }
};

const PigaStep piga_step_03_reflection = {
  .number = 3,
  .title = N_ ("Reflect on the interview"),
  .short_title = N_ ("Look back"),
  .line = N_ ("What went well, what to fix"),
  .sentence =
    N_ ("Write it down while it is fresh: first what went well, then at most three things "
        "to do differently."),
  .of_round = TRUE,
  .advice = advice,
  .checks = checks,
  .prompts = prompts,
};
