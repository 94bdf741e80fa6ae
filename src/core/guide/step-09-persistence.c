/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step 9: going on with applications, and finding one's balance after a setback. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const PigaAdvice advice[] = {
  {
    .title = N_ ("Keep applying"),
    .why = N_ ("Where many apply for one post, most applications end in a no or in silence, good "
               "ones too. It hurts each time, and it says little about you. Kuteleza si kuanguka: "
               "a slip is not a fall. The next application meets another panel on another day."),
    .how = N_ ("Set a number a week that you can keep up; few and careful beats many and hurried. "
               "Note each closing date. After two weeks or so of silence, ask once, politely, and "
               "then let it go."),
    .example = N_ ("A job seeker in Thika sends three good applications a week, on Tuesday and "
                   "Thursday mornings at the cyber café, and keeps the other days for learning, "
                   "family and casual work."),
  },
  {
    .title = N_ ("Build your resilience"),
    .why = N_ ("Resilience is not being hard. It is finding your balance again after a blow "
               "without losing confidence in yourself, and it grows from ordinary things: sleep, "
               "movement, company, something you love doing."),
    .how = N_ ("Make a short list of what helps you on a bad day: a walk, football, choir, an "
               "hour on the shamba, a talk with your mentor. Then name three setbacks that could "
               "come, and while you are calm write your answer to each: “If they do not reply, I "
               "will ask once and go on.”"),
    .example = N_ ("When the regret letter comes, you already know: close the laptop, walk round "
                   "the estate, ring your sister, and leave the next advert for tomorrow."),
  },
  { .title = NULL }
};

static const PigaCheck checks[] = {
  { "send-applications", N_ ("Send the applications you planned for this week") },
  { "follow-up-silence", N_ ("Follow up politely on one application that nobody has answered") },
  { "answer-setbacks", N_ ("Write down three likely setbacks and your answer to each") },
  { "list-what-helps", N_ ("List five things that help you on a bad day") },
  { "do-what-helps", N_ ("Do one of the things that help you") },
  { "rest-from-applying", N_ ("Spend one day without applying for anything") },
  { .key = NULL }
};

static const PigaPrompt prompts[] = {
  { "kept-going", N_ ("What has kept you going so far?") },
  { "feared-setback", N_ ("Which setback do you fear, and what will you do if it comes?") },
  { "bad-day", N_ ("What helped you on the last bad day?") },
  { "got-up-again", N_ ("When did you once get up again after a fall, and how did you do it?") },
  { .key = NULL }
};

const PigaStep piga_step_09_persistence = {
  .number = 9,
  .title = N_ ("Stay persistent and resilient"),
  .short_title = N_ ("Keep going"),
  .line = N_ ("Rest, then apply again"),
  .sentence = N_ ("Every application is a new chance, and the rest you take in between is part of "
                  "the journey."),
  .of_round = FALSE,
  .advice = advice,
  .checks = checks,
  .prompts = prompts,
};
