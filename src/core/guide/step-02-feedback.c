/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step 2: asking the panel for feedback, and using it. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const PigaAdvice advice[] = {
  {
    .title = N_ ("Ask politely, and soon"),
    .why =
      N_ ("The panel saw you from a side you cannot see yourself. Many employers never answer, "
          "and some send no regret letter at all; those who do answer give you something worth "
          "having."),
    .how = N_ ("Wait a day so that you can write calmly, then ask within about two weeks, by email "
               "or telephone. Thank them, accept the result, and ask one or two precise questions. "
               "If nothing comes, follow up once, then go on with what you noticed yourself."),
    .example = N_ ("After an interview in Kakamega you write to the human resources office: “Thank "
                   "you for your time; I respect the decision. What did I do well, and what one "
                   "thing should I improve?” You close with your full name and your +254 number."),
  },
  {
    .title = N_ ("Use what they tell you"),
    .why =
      N_ ("Feedback can sting even when it is kindly meant. Read it again when you are calm: "
          "inside a general remark there is often one specific thing you can change before the "
          "next interview."),
    .how = N_ ("Write the words down exactly as they were said. Is each remark about your "
               "technique, the way you presented your skills, or your approach? Is it yours to "
               "change, partly yours, or not yours at all? Choose one to work on."),
    .example = N_ ("After your teaching practice in Machakos, a panel tells you that your answers "
                   "were “too general”. On Friday it stings. By Sunday it is a task: for three "
                   "common questions, write down one real lesson each, with the class, the problem "
                   "and what changed."),
  },
  { .title = NULL }
};

static const PigaCheck checks[] = {
  { "choose-whom", N_ ("Choose whom to ask, and find the address or number") },
  { "wait-a-day", N_ ("Wait one day before you write") },
  { "ask-once", N_ ("Send your request, with one or two questions") },
  { "follow-up-once", N_ ("Follow up once if a week passes without an answer") },
  { "sort-remarks", N_ ("Sort the remarks: yours to change, partly yours, not yours") },
  { "remark-to-goal", N_ ("Turn one remark into a goal") },
  { .key = NULL }
};

static const PigaPrompt prompts[] = {
  { "want-to-know", N_ ("What do you most want to know from them?") },
  { "word-for-word", N_ ("What was said, word for word?") },
  { "sting-and-use", N_ ("What stings in it, and is it useful?") },
  { "if-nobody-answers", N_ ("If nobody answers: what would a kind panel member have told you?") },
  { .key = NULL }
};

const PigaStep piga_step_02_feedback = {
  .number = 2,
  .title = N_ ("Ask for feedback and use it"),
  .short_title = N_ ("Ask for feedback"),
  .line = N_ ("Learn what the panel saw"),
  .sentence = N_ ("A short, polite question may bring you what no one else can tell you, and "
                  "silence is not a verdict."),
  .of_round = TRUE,
  .advice = advice,
  .checks = checks,
  .prompts = prompts,
};
