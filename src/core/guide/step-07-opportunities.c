/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step 7: widening the search, internships and volunteering, and the signs of a scam. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const PigaAdvice advice[] = {
  {
    .title = N_ ("Widen your search"),
    .why = N_ ("One job title is a narrow gate. The skills you showed in that interview are often "
               "wanted elsewhere under other names, and the queue there may be shorter."),
    .how = N_ ("Write down what you are good at, not what you were called. Then look for three "
               "roles that ask for most of it, read one advert for each, and talk to one person "
               "who does such work. You need not fit every line of an advert to be worth an "
               "interview."),
    .example = N_ ("A statistics graduate in Eldoret finds the same tables and reports wanted in "
                   "a sacco, a county health office and a seed company, though none of them "
                   "advertises for a statistician."),
  },
  {
    .title = N_ ("Try an internship or volunteer work"),
    .why = N_ ("A few months inside an organisation give you what no certificate can: real tasks "
               "to talk about, people who have seen you work, and sometimes the job itself."),
    .how = N_ ("Ask NGOs, start-ups, county offices and, with a degree, the Public Service "
               "Commission’s internship programme; check which intakes are open. Before you say "
               "yes, set the stipend against fare, lunch and rent, and agree on what you will "
               "learn and for how long."),
    .example = N_ ("You help at a community library in Kisumu two days a week, keep count of the "
                   "books you have catalogued, and leave three days free for applications."),
  },
  {
    .title = N_ ("Know the signs of a scam"),
    .why = N_ ("Where work is scarce, some people live by selling jobs that do not exist. Anyone "
               "can be taken in, and having hoped is nothing to be ashamed of."),
    .how = N_ ("Pay nothing for registration, an interview, a test or a uniform: no genuine "
               "employer charges you to be interviewed. Be wary of high pay for little work and "
               "of offers without an interview. Before you send a copy of your ID, look for the "
               "post on the employer’s own site, and for the agency on the National Employment "
               "Authority’s list."),
    .example = N_ ("A message promises you a post in Mombasa today if you send the fee by phone. "
                   "You ring the company’s own number; there is no such post."),
  },
  { .title = NULL }
};

static const PigaCheck checks[] = {
  { "list-related-roles", N_ ("List three other roles that use your skills") },
  { "read-adverts", N_ ("Read one advert for each of the three roles") },
  { "talk-to-insider", N_ ("Talk to one person who does one of these jobs") },
  { "look-up-internship", N_ ("Look up one internship or volunteer place and its conditions") },
  { "do-the-sum", N_ ("Add up stipend, fare and lunch to see whether you can afford it") },
  { "verify-one-advert", N_ ("Verify one advert or agency before you answer it") },
  { .key = NULL }
};

static const PigaPrompt prompts[] = {
  { "paid-joy", N_ ("What do you like doing that somebody pays for?") },
  { "could-not-fail", N_ ("What would you try if you knew it would work?") },
  { "insider-talk", N_ ("What did you learn from someone who works in that field?") },
  { "other-names", N_ ("Where else might your skills be wanted, under another name?") },
  { .key = NULL }
};

const PigaStep piga_step_07_opportunities = {
  .number = 7,
  .title = N_ ("Explore other opportunities"),
  .short_title = N_ ("Other opportunities"),
  .line = N_ ("Look beyond the job you know"),
  .sentence = N_ ("The job you did not get is one door; there are others, and some of them you "
                  "have not knocked on yet."),
  .of_round = FALSE,
  .advice = advice,
  .checks = checks,
  .prompts = prompts,
};
