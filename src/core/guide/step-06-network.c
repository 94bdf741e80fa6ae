/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step 6: meeting people, in a room and online. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const PigaAdvice advice[] = {
  {
    .title = N_ ("Go where people are"),
    .why = N_ ("Some posts are talked about long before they are advertised, and people speak well "
               "of those they have met. Connections open doors here; yours can be honest ones, "
               "begun with a good question."),
    .how = N_ ("Choose one event: a county job fair, a university careers fair, a seminar, a "
               "conference, a meeting of your profession. Prepare two questions, listen more than "
               "you speak, and write down names. Within a day, send a message recalling your talk. "
               "Never pay anyone for a job."),
    .example =
      N_ ("At a careers fair in Nairobi you ask an engineer which software is used every "
          "day. That evening you write: “Thank you; I have begun to learn it.” When a post "
          "comes up, you know whom to ask."),
  },
  {
    .title = N_ ("Use social media with purpose"),
    .why =
      N_ ("Besides LinkedIn, X (formerly Twitter) and Facebook let you hear what your field is "
          "talking about. They also let people in it come to know your name before you ever "
          "apply."),
    .how =
      N_ ("Follow a few leaders and institutions. Join a conversation where you have something "
          "to add, and share one useful thing you know each week. Check every job you see "
          "against the employer’s own site, and walk away when anyone asks for a fee."),
    .example =
      N_ ("You studied agriculture and live near Nanyuki. Each Friday you post a photo and "
          "two sentences about what grew well, and why. A farm manager asks a question and "
          "you answer. When you write about work, your name is known."),
  },
  { .title = NULL }
};

static const PigaCheck checks[] = {
  { "list-ten-people", N_ ("List ten people you know") },
  /* Translators: of the ten people listed. */
  { "write-to-two", N_ ("Write to two of them") },
  { "pick-event", N_ ("Pick one event to go to") },
  /* Translators: at the event picked. */
  { "prepare-questions", N_ ("Prepare two questions to ask there") },
  { "follow-up-next-day", N_ ("Write to someone you met, within a day") },
  { "share-useful-thing", N_ ("Share one useful thing you know") },
  { .key = NULL }
};

static const PigaPrompt prompts[] = {
  { "who-helped", N_ ("Who has helped you before?") },
  { "whom-to-help", N_ ("Whom could you help?") },
  { "whom-to-meet", N_ ("Whom would you like to meet, and what would you ask?") },
  { "last-talk", N_ ("What did you learn from your last talk with someone in your field?") },
  { .key = NULL }
};

const PigaStep piga_step_06_network = {
  .number = 6,
  .title = N_ ("Grow and use your network"),
  /* Translators: people, not computers. */
  .short_title = N_ ("Your network"),
  .line = N_ ("People open doors"),
  .sentence = N_ ("You know more people than you think, and most of them are glad to be asked "
                  "something they can answer."),
  .of_round = FALSE,
  .advice = advice,
  .checks = checks,
  .prompts = prompts,
};
