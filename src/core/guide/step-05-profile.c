/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step 5: the CV and the LinkedIn profile. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const PigaAdvice advice[] = {
  {
    .title = N_ ("Write a CV that shows your work"),
    .why =
      N_ ("Your CV enters the room before you do, and busy people read it quickly. One that is "
          "true, current and made for the post earns a second look."),
    .how = N_ ("Begin each line with a verb that says what you did: trained, built, sold, "
               "organised. Add a number where there is one: how many, how much, how often. Then "
               "read the advert again and move the lines it asks for to the top. Write nothing you "
               "could not explain to a panel."),
    .example = N_ ("“Responsible for customers” becomes “Served about forty customers a day in a "
                   "family shop in Meru and recorded every sale”. The work is the same; now a "
                   "stranger can see it."),
  },
  {
    .title = N_ ("Keep your LinkedIn profile current"),
    .why = N_ ("Some employers look you up before they call. A profile that says the same as your "
               "CV, with people who vouch for your skills, helps them to trust what they read."),
    /* Translators: “headline”, “About” and “endorse” are LinkedIn’s own words: keep them where
       LinkedIn has no other. */
    .how = N_ ("Bring your experience, skills, headline and About text up to date. Ask someone who "
               "has seen your work to endorse one skill. Join a group in your field and take part: "
               "an answer, a question, a word of thanks. Keep ID numbers and certificates off the "
               "page."),
    .example = N_ ("After an attachment at a laboratory in Nyeri you change “Looking for a job” to "
                   "“Laboratory technologist, food and water testing”, and ask your supervisor for "
                   "one endorsement. You write the text at home, so one hour online is enough."),
  },
  { .title = NULL }
};

static const PigaCheck checks[] = {
  { "update-cv", N_ ("Bring your CV up to date") },
  { "rewrite-three-lines", N_ ("Rewrite three lines with a verb and a number") },
  { "tailor-to-advert", N_ ("Tailor your CV to one advert") },
  { "ask-a-reader", N_ ("Ask one person to read your CV") },
  { "update-headline", N_ ("Update your LinkedIn headline and About text") },
  { "ask-endorsement", N_ ("Ask one person to endorse a skill") },
  { "join-group", N_ ("Join one group in your field") },
  { .key = NULL }
};

static const PigaPrompt prompts[] = {
  { "what-counts", N_ ("What have you done that you can count?") },
  { "first-ten-lines", N_ ("What would a stranger learn from the first ten lines of your CV?") },
  { "what-changed", N_ ("What did you change for this application?") },
  { .key = NULL }
};

const PigaStep piga_step_05_profile = {
  .number = 5,
  .title = N_ ("Revise your CV and LinkedIn profile"),
  .short_title = N_ ("CV and LinkedIn"),
  .line = N_ ("Show what you have done"),
  .sentence =
    N_ ("Nothing you have done needs to be made bigger; it only needs to be easy to see."),
  .of_round = FALSE,
  .advice = advice,
  .checks = checks,
  .prompts = prompts,
};
