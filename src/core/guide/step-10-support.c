/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step 10: leaning on one's people, and joining a job-search group. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const PigaAdvice advice[] = {
  {
    .title = N_ ("Lean on your people"),
    .why = N_ ("Hiding a disappointment takes strength that you could use elsewhere. Friends, "
               "family and mentors can comfort you, advise you or cheer you on, but only once "
               "they know."),
    .how = N_ ("Think of three to five people and what each is good at: one listens, one knows "
               "the trade, one makes you laugh. Then say what you need: “Please just listen”, "
               "“What would you change?” or “Do you know someone there?” People help better when "
               "they know how, and advice is yours to take or leave."),
    .example = N_ ("You tell your aunt in Nyeri that you were not chosen and only want to be "
                   "heard. A week later she remembers a former colleague whom you could ask about "
                   "the work."),
  },
  {
    .title = N_ ("Join a job-search group"),
    .why = N_ ("Others who are searching know how it feels. A group shares adverts, practises "
               "questions together, and notices when you have gone quiet."),
    .how = N_ ("Look for one at your old campus, among alumni, at your church or mosque, in your "
               "chama or online. A good one states its rules and never sells jobs or collects ID "
               "numbers. If you find none, begin with five people, an hour a week and three "
               "questions: how are we, what did we try, what next?"),
    .example = N_ ("Five former classmates in Kakamega meet on Saturday afternoons in a school "
                   "compound. Whoever hears of a post that suits another passes it on before "
                   "Monday."),
  },
  { .title = NULL }
};

static const PigaCheck checks[] = {
  { "name-circle", N_ ("Name three to five people and what each is good at") },
  { "ask-one-person", N_ ("Ask one of them to listen, to advise or to introduce you") },
  { "find-group", N_ ("Find one job-search group, or invite four people to start one") },
  { "pass-lead-on", N_ ("Pass one job lead on to somebody it suits") },
  { "thank-helper", N_ ("Thank one person who has helped you") },
  { .key = NULL }
};

static const PigaPrompt prompts[] = {
  { "on-my-side", N_ ("Who is on your side?") },
  { "kind-of-help", N_ ("What do you need just now: an ear, advice or an introduction?") },
  { "give-and-take", N_ ("What has the group given you, and what have you given it?") },
  { "not-told-yet", N_ ("Whom have you not told yet, and what would make it easier?") },
  { .key = NULL }
};

const PigaStep piga_step_10_support = {
  .number = 10,
  .title = N_ ("Seek support and guidance"),
  .short_title = N_ ("Support and guidance"),
  .line = N_ ("You need not carry it alone"),
  .sentence = N_ ("The people on your side would rather hear how things are than guess at your "
                  "silence."),
  .of_round = FALSE,
  .advice = advice,
  .checks = checks,
  .prompts = prompts,
};
