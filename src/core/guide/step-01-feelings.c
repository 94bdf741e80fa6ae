/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step 1: letting the feelings have their time, and hoping on. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const PigaAdvice advice[] = {
  {
    .title = N_ ("Let the feelings have their time"),
    .why = N_ ("Disappointment, frustration and anger are all normal after a no: you prepared, you "
               "hoped, and it hurts. A feeling with a name is easier to carry than one you push "
               "away."),
    /* Translators: 1199 is the Kenya Red Cross’s free line, last looked up in November 2026. The
       last two sentences are a quiet offer, not a warning. */
    .how =
      N_ ("Say what you feel in one to three words. Give it a set time, say twenty minutes of "
          "writing tonight, then stop. When it comes back later, tell it: tomorrow, same hour. "
          "If things feel too heavy, talk to someone you trust, or call 1199 (free). This app "
          "cannot call for you."),
    .example = N_ ("The message reaches you in a matatu on the way home to Nakuru. You put the "
                   "phone away. In the evening you write “angry, ashamed” and why; then you close "
                   "the book and help with supper."),
  },
  {
    .title = N_ ("Stay hopeful"),
    .why = N_ ("The best qualified are turned down too. Thousands may apply for a few posts, and "
               "the choice may rest on things you cannot change: someone with more experience, "
               "someone already inside, the law’s rules on balance in public hiring."),
    .how = N_ ("Write down one thing this result does not say about you. Beside it, put one thing "
               "it taught you, however small. Hope does not pretend that all went well; it goes "
               "into the next room with something you did not have before."),
    .example = N_ ("A graduate in Kisumu hears that the post went to an intern who had done the "
                   "work for a year. No answer would have changed that. The graduate keeps the two "
                   "best answers for the next panel."),
  },
  { .title = NULL }
};

static const PigaCheck checks[] = {
  { "name-feeling", N_ ("Name what you feel in one to three words") },
  { "write-twenty-minutes", N_ ("Write for twenty minutes about what happened") },
  { "tell-one-person", N_ ("Tell one person you trust") },
  { "set-an-end", N_ ("Choose the hour at which you stop going over it today") },
  { "be-kind-to-body",
    N_ ("Do one kind thing for your body: a walk, a good meal, an early night") },
  { "line-to-carry", N_ ("Write one line to carry forward") },
  { .key = NULL }
};

static const PigaPrompt prompts[] = {
  { "what-happened", N_ ("What happened, as you would tell a friend?") },
  { "then-and-now", N_ ("What did you feel then, and what do you feel now?") },
  { "not-about-you", N_ ("What does this result not say about you?") },
  { "take-with-you", N_ ("What do you take with you from this?") },
  { .key = NULL }
};

const PigaStep piga_step_01_feelings = {
  .number = 1,
  .title = N_ ("Acknowledge your feelings and accept the outcome"),
  .short_title = N_ ("Your feelings"),
  /* Translators: “them” are the feelings, named in the line above. */
  .line = N_ ("Give them the time they need"),
  .sentence =
    N_ ("It hurts not to be chosen; before anything else, give yourself room to feel what "
        "you feel."),
  .of_round = TRUE,
  .advice = advice,
  .checks = checks,
  .prompts = prompts,
};
